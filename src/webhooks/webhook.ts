import type {EventType} from './event.ts';

/** Somebody's wish to be told, where, and of what. */
export type Webhook = {
	readonly id: string;
	readonly ownerId: string;
	readonly address: string;
	readonly events: readonly EventType[];
	readonly createdAt: Date;
	readonly disabledAt?: Date;
	/** Sealed, as the previous one, which holds for a while after it was replaced. */
	readonly secret: string;
	readonly previous?: {readonly secret: string; readonly until: Date};
};

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** What became of one message. */
export type Delivery = {
	readonly event: number;
	readonly type: EventType;
	readonly book?: string;
	readonly occurredAt: Date;
	readonly state: DeliveryState;
	readonly attempts: number;
	readonly nextAttemptAt: Date;
	readonly deliveredAt?: Date;
	readonly lastFailure?: string;
};

export type AttemptLog = {
	readonly attempt: number;
	readonly attemptedAt: Date;
	readonly status?: number;
	readonly failure?: string;
	readonly tookMs: number;
};

/** How long receivers have to learn a new secret. */
const previousHours = 24;

export const previousUntil = (now: Date): Date =>
	new Date(now.getTime() + previousHours * 3_600_000);

/** What a secret is about: sealed for one webhook, it does not open for another. */
export const secretAbout = (id: string): string => `webhook:${id}`;

const secretBytes = 32;

/** A secret as Standard Webhooks writes it. */
export const buildSecret = (randomBytes: (size: number) => Uint8Array): string =>
	`whsec_${Buffer.from(randomBytes(secretBytes)).toString('base64')}`;
