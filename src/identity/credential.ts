import {createHash} from 'node:crypto';
import type {UserId} from '../kernel/ids.ts';
import type {Permission} from '../kernel/permission.ts';
import type {Delegated} from './delegation.ts';
import {refuse} from './errors.ts';
import type {RoleInScope} from './user.ts';

/**
 * A session is what a sign-in gives, for a working day; a token is for a script, until taken back.
 */
export type CredentialKind = 'session' | 'token';

// A prefix lets a secret that strayed into a repository or a log be recognised for what it is.
const prefixes: Record<CredentialKind, string> = {session: 'bgs_', token: 'bgt_'};

const secretBytes = 32;
export const sessionHours = 12;
/** After so long without a request a session has ended: nobody sits before it any more. */
export const sessionIdleHours = 2;

/** What a token may: all that its user may, unless it says less. */
export type TokenAccess = {
	/** These alone, as far as its user has them; undefined for all. */
	readonly permissions?: readonly Permission[];
	/** Only what changes nothing. */
	readonly isReadOnly: boolean;
};

export const fullAccess: TokenAccess = {isReadOnly: false};

/** What is known of a session or a token that was presented. */
export type Credential = {
	readonly user: {readonly id: UserId; readonly name: string; readonly isActive: boolean};
	/** The grants that hold now. */
	readonly grants: readonly RoleInScope[];
	/** Whether the user has a second factor that is set up. */
	readonly hasSecondFactor: boolean;
	/** Of a session in which its user acts for another: for whom, and by what. */
	readonly actingFor?: {readonly name: string; readonly delegated: readonly Delegated[]};
	/** What a token is for, where that is less than all that its user may. */
	readonly access?: TokenAccess;
	/** Of a session at first when it began. */
	readonly lastUsedAt?: Date;
	readonly expiresAt?: Date;
	readonly revokedAt?: Date;
};

/** A new secret. It is shown once; only its {@link hashOf} is kept. */
export const buildSecret = (
	kind: CredentialKind,
	randomBytes: (size: number) => Uint8Array,
): string => `${prefixes[kind]}${Buffer.from(randomBytes(secretBytes)).toString('base64url')}`;

/**
 * Which kind of secret a text is; undefined when it is none of ours, so that nothing is looked up.
 */
export function kindOf(secret: string): CredentialKind | undefined {
	const kind = (['session', 'token'] as const).find((one) => secret.startsWith(prefixes[one]));
	return kind !== undefined && /^bg[st]_[\w-]{43}$/.test(secret) ? kind : undefined;
}

/**
 * The hexadecimal SHA-256 of a secret. A fast hash is right here: 256 random bits cannot be
 * guessed, so there is nothing for a slow one to defend.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a credential of a kind lets its user in at this moment. */
export const isValid = (credential: Credential, kind: CredentialKind, now: Date): boolean =>
	credential.user.isActive &&
	credential.revokedAt === undefined &&
	(credential.expiresAt === undefined || credential.expiresAt > now) &&
	(kind === 'token' || credential.lastUsedAt === undefined || isAwake(credential.lastUsedAt, now));

/** Whether a session was used lately enough to hold. */
export const isAwake = (lastUsedAt: Date, now: Date): boolean =>
	now.getTime() - lastUsedAt.getTime() < sessionIdleHours * 60 * 60 * 1000;

/**
 * Some things take a session: whoever found a token must not be able to outlive its revocation.
 * Nor does whoever acts for another do in that session what is their own.
 * @throws DomainError `identity/session-needed`, `identity/own-session-needed`.
 */
export function requireSession<
	Reference extends {readonly kind: CredentialKind; readonly isActing?: boolean},
>(credential: Reference | undefined): Reference {
	if (credential?.kind !== 'session') throw refuse('identity/session-needed');
	if (credential.isActing === true) throw refuse('identity/own-session-needed');
	return credential;
}

const touchSeconds = 60;

/**
 * Whether its last use is to be noted again: once a minute, so that reading does not become
 * writing.
 */
export const isTouchDue = ({lastUsedAt}: Credential, now: Date): boolean =>
	lastUsedAt === undefined || now.getTime() - lastUsedAt.getTime() >= touchSeconds * 1000;

/** When a session that begins now ends. */
export const sessionEnd = (now: Date): Date =>
	new Date(now.getTime() + sessionHours * 60 * 60 * 1000);
