import type {Actor} from '../kernel/actor.ts';
import type {NewId} from '../kernel/ids.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {SecretBox} from '../kernel/secret-box.ts';
import type {IdentityStore} from '../identity/index.ts';
import type {WebhookEvent} from './event.ts';
import type {AttemptLog, Delivery, DeliveryState, Webhook} from './webhook.ts';

export type WebhookStore = {
	readonly insert: (webhook: Webhook) => Promise<void>;
	readonly find: (id: string) => Promise<Webhook | undefined>;
	/** The newest first. */
	readonly list: (
		ownerId: string,
		page: {readonly before?: string; readonly limit: number},
	) => Promise<Webhook[]>;
	readonly countActive: (ownerId: string) => Promise<number>;
	readonly disable: (id: string, at: Date) => Promise<void>;
	readonly setSecret: (id: string, secret: string, previous: Webhook['previous']) => Promise<void>;
	/** All of everybody, for sealing their secrets anew. */
	readonly listAll: () => Promise<Webhook[]>;
	/** The newest first. */
	readonly deliveries: (
		id: string,
		query: {readonly state?: DeliveryState; readonly before?: number; readonly limit: number},
	) => Promise<Delivery[]>;
	readonly findDelivery: (id: string, event: number) => Promise<Delivery | undefined>;
	readonly attempts: (id: string, event: number) => Promise<AttemptLog[]>;
	/** Gives a dead letter as many attempts again. */
	readonly revive: (id: string, event: number, at: Date, attempts: number) => Promise<void>;
	/**
	 * Takes messages that may be sent now, for this sender alone until `until`: of each webhook and
	 * book the first that was not taken yet, so that they arrive in their order.
	 */
	readonly claim: (claim: {
		readonly now: Date;
		readonly until: Date;
		readonly limit: number;
	}) => Promise<Claimed[]>;
	readonly recordAttempt: (claimed: Claimed, attempt: AttemptLog, became: Became) => Promise<void>;
};

/** What becomes of a message by an attempt. */
export type Became =
	| {readonly state: 'delivered'; readonly at: Date}
	| {readonly state: 'dead'; readonly at: Date}
	| {readonly state: 'waiting'; readonly nextAttemptAt: Date};

/** A message that is being sent. */
export type Claimed = {
	readonly webhook: Webhook;
	readonly event: WebhookEvent;
	/** Where the book of the event lies. */
	readonly region?: string;
	/** The attempt that is being made, from 1. */
	readonly attempts: number;
	readonly attemptsMax: number;
};

/** Where may be sent to. */
export type AddressRules = {
	/** By which code an address is refused, and the host that is meant; undefined for a good one. */
	readonly judge: (address: string) => AddressFault | undefined;
};

export type AddressFault = {
	readonly code:
		'webhooks/address-malformed' | 'webhooks/address-not-https' | 'webhooks/address-not-public';
	readonly host: string;
};

export type WebhookWork = {
	readonly webhooks: WebhookStore;
	readonly identity: Pick<IdentityStore, 'findUser'>;
	readonly secrets: SecretBox;
	readonly webhookAddresses: AddressRules;
	readonly actor: Actor;
	readonly scope: CallerScope;
	readonly now: () => Date;
	readonly newId: NewId;
	readonly randomBytes: (size: number) => Uint8Array;
	readonly publicUrl: string;
};
