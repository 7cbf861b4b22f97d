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

/** What a key stands for that was used before. */
export type Answered = Exclude<Claimed, {readonly kind: 'new'}>;

/** Which of these keys have been answered before, by {@link keyName}. */
export async function findAnswers(
	trx: Knex,
	claims: readonly IdempotencyClaim[],
): Promise<Map<string, Answered>> {
	const {rows} = await trx.raw<{rows: AnswerRow[]}>(
		`select held.user_id, held.key, encode(held.fingerprint, 'hex') as fingerprint, status, body
		from unnest(cast(? as uuid[]), cast(? as text[])) as wanted (user_id, key)
		join idempotency_keys held on held.user_id = wanted.user_id and held.key = wanted.key`,
		[claims.map(({userId}) => userId), claims.map(({key}) => key)],
	);
	const fingerprints = new Map(claims.map((claim) => [keyName(claim), claim.fingerprint]));
	const answers = new Map<string, Answered>();
	for (const {user_id: userId, key, fingerprint, status, body} of rows) {
		const name = keyName({userId, key});
		const isSame = fingerprints.get(name) === fingerprint;
		answers.set(
			name,
			isSame ? {kind: 'replay', status, body: body ?? undefined} : {kind: 'other-request'},
		);
	}
	return answers;
}

export const keyName = ({userId, key}: Pick<IdempotencyClaim, 'userId' | 'key'>): string =>
	`${userId}/${key}`;

type AnswerRow = {
	user_id: string;
	key: string;
	fingerprint: string;
	status: number;
	body: string | null;
};

/** Keeps many answers beside their keys; one that is taken meanwhile fails them all. */
export async function keepAnswers(
	trx: Knex,
	answers: readonly {
		readonly claim: IdempotencyClaim;
		readonly status: number;
		readonly body: string | undefined;
	}[],
): Promise<void> {
	if (answers.length === 0) return;
	await trx.raw(
		`insert into idempotency_keys (user_id, key, fingerprint, status, body, created_at)
		select user_id, key, decode(fingerprint, 'hex'), status, nullif(body, ''), created_at
		from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as integer[]),
			cast(? as text[]), cast(? as timestamptz[]))
			as kept (user_id, key, fingerprint, status, body, created_at)`,
		[
			answers.map(({claim}) => claim.userId),
			answers.map(({claim}) => claim.key),
			answers.map(({claim}) => claim.fingerprint),
			answers.map(({status}) => status),
			// PostgreSQL takes an array of text; what is absent is text of no length, and never null.
			answers.map(({body}) => body ?? ''),
			answers.map(({claim}) => claim.at.toISOString()),
		],
	);
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
