import {hashOf} from './credential.ts';

/** What administrators and those who sign in do, or are refused. */
export const actKinds = [
	'request',
	'session.open',
	'session.end',
	'session.revoke',
	'user.create',
	'user.activate',
	'user.deactivate',
	'user.email',
	'user.invite',
	'user.join',
	'user.password',
	'user.subject',
	'grant.give',
	'grant.revoke',
	'delegation.give',
	'delegation.revoke',
	'token.issue',
	'token.revoke',
	'second-factor.enrol',
	'second-factor.remove',
	'second-factor.reset',
	'recovery-codes.renew',
	'recovery-codes.use',
	'secrets.renew',
	'personal-data.unmask',
	'personal-data.export',
	'personal-data.erase',
	'book.export',
	'approval-policy.set',
	'separation.set',
	'limit.set',
	'approval.ask',
	'approval.change',
	'approval.approve',
	'approval.reject',
	'approval.withdraw',
] as const;

export type ActKind = (typeof actKinds)[number];

/** One administrative act, or one that was refused. */
export type Act = {
	readonly kind: ActKind;
	/** On whom or what: `user:siti.rahma`, or `POST /v1/products`. */
	readonly subject: string;
	/** What else is worth knowing of it; never a secret, never a member's personal data. */
	readonly details: Readonly<Record<string, string>>;
	readonly outcome: 'done' | 'refused';
	/** By which code it was refused. */
	readonly code?: string;
};

/** An act with its place in the chain. */
export type SealedAct = Act & {
	readonly number: number;
	readonly recordedAt: Date;
	readonly actor: string;
	readonly actorId: string;
	readonly requestId?: string;
	/** The network address that it came from. */
	readonly address?: string;
	/** Where the users concerned hold roles: only who reads all of these places may read the act. */
	readonly places: readonly string[];
	/** Hexadecimal SHA-256 of the act before it; zeros for the first. */
	readonly previousHash: string;
	/** Hexadecimal SHA-256 of the sealed text. */
	readonly hash: string;
	/** The encoded act that was hashed. */
	readonly canonical: string;
};

/** Where the chain stands: its last act. */
export type TrailTip = {
	readonly number: number;
	readonly hash: string;
	readonly recordedAt: Date;
};

type Unsealed = Omit<SealedAct, 'hash' | 'canonical'>;

const encodingVersion = 'bergulir/act/1';
export const trailStart = '0'.repeat(64);

/** Gives an act the next number and links it to the last one, never before it in time. */
export function sealAct(
	act: Act & Pick<SealedAct, 'actor' | 'actorId' | 'requestId' | 'address' | 'places'>,
	tip: TrailTip,
	now: Date,
): SealedAct {
	const recordedAt = now.getTime() < tip.recordedAt.getTime() ? tip.recordedAt : now;
	const placed = {...act, number: tip.number + 1, recordedAt, previousHash: tip.hash};
	const canonical = encodeAct(placed);
	return {...placed, canonical, hash: hashOf(canonical)};
}

/**
 * The one encoder of what is hashed: a JSON array in a fixed order, in UTF-8. The version stands
 * first; another order or another field is another version, never a change of this one.
 */
export const encodeAct = (act: Unsealed): string =>
	JSON.stringify([
		encodingVersion,
		act.number,
		act.previousHash,
		act.recordedAt.toISOString(),
		act.actor,
		act.actorId,
		act.kind,
		act.subject,
		detailPairs(act.details),
		act.outcome,
		act.code ?? null,
		act.requestId ?? null,
		act.address ?? null,
		act.places,
	]);

/** The details in the order of their names, for an object has none. */
export const detailPairs = (details: Act['details']): [string, string][] =>
	Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));

const nik = /\d{16}/gu;

/**
 * Text that somebody else chose, as it may stand in the record: cut, and without what may be a NIK.
 */
export const recordable = (text: string): string => text.slice(0, 200).replace(nik, '(16 digits)');
