import type {Knex} from 'knex';
import {literal} from './script.ts';

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

/** What a key stands for that was used before. */
export type Answered = Exclude<Claimed, {readonly kind: 'new'}>;

export const keyName = ({userId, key}: Pick<IdempotencyClaim, 'userId' | 'key'>): string =>
	`${userId}/${key}`;

/** What a kept answer is to a claim of its key. */
export const answerTo = (
	{fingerprint}: IdempotencyClaim,
	kept: {readonly fingerprint: string; readonly status: number; readonly body: string | null},
): Answered =>
	kept.fingerprint === fingerprint
		? {kind: 'replay', status: kept.status, body: kept.body ?? undefined}
		: {kind: 'other-request'};

/** Keeps many answers beside their keys; one that is taken meanwhile fails them all. */
export function keepAnswersScript(
	answers: readonly {
		readonly claim: IdempotencyClaim;
		readonly status: number;
		readonly body: string | undefined;
	}[],
): string {
	if (answers.length === 0) return '';
	const kept = answers.map(({claim, status, body}) => ({
		user_id: claim.userId,
		key: claim.key,
		fingerprint: claim.fingerprint,
		status,
		body: body ?? null,
		created_at: claim.at,
	}));
	return `select idempotency_keep(${literal(JSON.stringify(kept))}::jsonb)`;
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
