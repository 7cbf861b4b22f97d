/** An invitation as it is kept: the secret itself is nowhere. */
export type Invitation = {
	readonly id: string;
	readonly userId: string;
	readonly expiresAt: Date;
	readonly usedAt?: Date;
	readonly revokedAt?: Date;
};

const prefix = 'bgi_';
const secretBytes = 32;
export const invitationHours = 72;

/** A new secret. It is shown once, to be handed to whom it invites. */
export const newInvitationSecret = (randomBytes: (size: number) => Uint8Array): string =>
	`${prefix}${Buffer.from(randomBytes(secretBytes)).toString('base64url')}`;

/** Whether a text has the form of an invitation, so that nothing else is looked up. */
export const isInvitationSecret = (text: string): boolean => /^bgi_[\w-]{43}$/.test(text);

/** When an invitation that is made now lapses: a long weekend is over by then. */
export const invitationEnd = (now: Date): Date =>
	new Date(now.getTime() + invitationHours * 60 * 60 * 1000);

/** Whether an invitation lets in at this moment: not lapsed, not taken back, not used. */
export const isOpen = ({expiresAt, usedAt, revokedAt}: Invitation, now: Date): boolean =>
	usedAt === undefined && revokedAt === undefined && now < expiresAt;
