import type {Knex} from 'knex';

export type IdempotencyClaim = {
	readonly userId: string;
	readonly key: string;
	/** Hexadecimal SHA-256 of what was asked. */
	readonly fingerprint: string;
	readonly at: Date;
};

/** What a key stands for: nothing yet, an answer that was given, or another request. */
export type Claimed =
	| {readonly kind: 'new'}
	| {readonly kind: 'replay'; readonly status: number; readonly body: string | undefined}
	| {readonly kind: 'other-request'};

/**
 * Claims a key within the transaction that does the work, so that key and work stand or fall
 * together. A second request with the same key waits here until the first has ended.
 */
export async function claimKey(trx: Knex, claim: IdempotencyClaim): Promise<Claimed> {
	const inserted: unknown[] = await trx('idempotency_keys')
		.insert({
			user_id: claim.userId,
			key: claim.key,
			fingerprint: Buffer.from(claim.fingerprint, 'hex'),
			created_at: claim.at,
		})
		.onConflict()
		.ignore()
		.returning('key');
	if (inserted.length > 0) return {kind: 'new'};
	const row: {fingerprint: Buffer; status: number; body: string | null} | undefined = await trx(
		'idempotency_keys',
	)
		.where({user_id: claim.userId, key: claim.key})
		.first();
	if (row!.fingerprint.toString('hex') !== claim.fingerprint) return {kind: 'other-request'};
	return {kind: 'replay', status: row!.status, body: row!.body ?? undefined};
}

/** Keeps the answer beside its key, for replay. */
export async function keepAnswer(
	trx: Knex,
	{userId, key}: IdempotencyClaim,
	answer: {readonly status: number; readonly body: string | undefined},
): Promise<void> {
	await trx('idempotency_keys')
		.where({user_id: userId, key})
		.update({status: answer.status, body: answer.body ?? null});
}
