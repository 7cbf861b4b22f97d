// What is found afterwards: everything acknowledged is there once, nothing is half there, numbers
// have no gaps, and every law holds.
import type {Knex} from 'knex';
import {verify} from '../../src/cli/verify.ts';
import {createService} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {openEmbedded} from '../../src/db/embedded/server.ts';
import {prepareServiceRole} from '../../src/db/roles.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import {timeZone} from '../ledger/stage.ts';
import type {Acknowledged, Logbook, Wish} from './writers.ts';

export type Inquest = {
	/** Entries and answers that were acknowledged and are not there as they were told. */
	readonly lost: number;
	/** Documents that were booked more than once. */
	readonly duplicated: number;
	/** Entries without lines, lines without entry, keys without answer, batches in part. */
	readonly half: number;
	/** Missing numbers, and books whose tip is not their last entry. */
	readonly gaps: number;
	readonly chainOk: boolean;
};

/** Looks into a data directory that nobody serves any more. */
export async function inquire(
	directory: string,
	logbook: Logbook,
	say: (line: string) => void,
): Promise<Inquest> {
	const server = await openEmbedded({directory, mode: 'own'});
	const owner = connect(server.ownerUrl, {applicationName: 'inquest', poolMax: 2});
	const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
	const knex = connect(serviceUrl, {applicationName: 'inquest-verify', poolMax: 2});
	try {
		const {lines} = await verify(createService({knex, clock: systemClock, timeZone}));
		for (const line of lines.slice(0, 20)) say(line);
		return {...(await examine(owner, logbook)), chainOk: lines.length === 0};
	} finally {
		await knex.destroy();
		await owner.destroy();
		await server.close();
	}
}

/** Compares what was told with what the tables hold, as their owner. */
export async function examine(
	owner: Knex,
	{acknowledged, abandoned}: Pick<Logbook, 'acknowledged' | 'abandoned'>,
): Promise<Omit<Inquest, 'chainOk'>> {
	const wishes = [...acknowledged.map(({wish}) => wish), ...abandoned];
	return {
		lost: (await countLostEntries(owner, acknowledged)) + (await countLost(owner, acknowledged)),
		duplicated: await countDuplicated(owner),
		half: (await countHalf(owner)) + (await countUneven(owner, wishes)),
		gaps: await countGaps(owner),
	};
}

type Told = {
	readonly number: number;
	readonly hash: string | null;
	readonly document: string | null;
};

/** The entries that an answer told of. */
function entriesTold({wish, body}: Acknowledged): Told[] {
	if (wish.kind === 'repayment') {
		const {entry} = JSON.parse(body) as {entry: number};
		return [{number: entry, hash: null, document: null}];
	}
	if (wish.kind === 'entry') {
		const {number, hash} = JSON.parse(body) as {number: number; hash: string};
		return [{number, hash, document: wish.documents[0]!}];
	}
	const {results} = JSON.parse(body) as {results: {number: number; hash: string}[]};
	return results.map(({number, hash}, row) => ({number, hash, document: wish.documents[row]!}));
}

async function countLostEntries(
	owner: Knex,
	acknowledged: readonly Acknowledged[],
): Promise<number> {
	const told = acknowledged.flatMap((one) =>
		entriesTold(one).map((entry) => ({book: one.wish.book, ...entry})),
	);
	return countOf(
		owner,
		`select count(*)::integer as count from jsonb_to_recordset(cast(? as jsonb))
			as told (book text, number bigint, hash text, document text)
		where not exists (
			select from entries entry join books book on book.id = entry.book_id
			where book.code = told.book and entry.number = told.number
				and (told.hash is null or entry.hash = decode(told.hash, 'hex'))
				and (told.document is null or entry.document = told.document)
				and (select count(*) from lines line where line.book_id = entry.book_id
					and line.entry_number = entry.number) >= 2
		)`,
		[JSON.stringify(told)],
	);
}

/** Answers that are not kept under their key as they were given. */
const countLost = async (owner: Knex, acknowledged: readonly Acknowledged[]): Promise<number> =>
	countOf(
		owner,
		`select count(*)::integer as count
		from jsonb_to_recordset(cast(? as jsonb)) as told (key text, body text)
		where not exists (select from idempotency_keys held
			where held.key = told.key and held.body = told.body)`,
		[
			JSON.stringify(
				acknowledged.map(({wish, body}) => ({key: wish.request.idempotencyKey, body})),
			),
		],
	);

/** A document twice, and repayments beyond those that a key stands for. */
const countDuplicated = async (owner: Knex): Promise<number> =>
	(await countOf(
		owner,
		`select coalesce(sum(extra), 0)::integer as count from (
			select count(*) - 1 as extra from entries where document like 'torture-%' group by document
		) as documents`,
	)) + Math.max(0, await countRepaymentsBeyondKeys(owner));

const countRepaymentsBeyondKeys = async (owner: Knex): Promise<number> =>
	countOf(
		owner,
		`select ((select count(*) from entries where kind = 'repayment')
			- (select count(*) from idempotency_keys where body::jsonb ? 'receiptNumber'))::integer
			as count`.replace('?', '\\?'),
	);

const countHalf = async (owner: Knex): Promise<number> =>
	(await countOf(
		owner,
		`select (
			(select count(*) from entries entry where (select count(*) from lines line
				where line.book_id = entry.book_id and line.entry_number = entry.number) < 2)
			+ (select count(*) from lines line where not exists (select from entries entry
				where entry.book_id = line.book_id and entry.number = line.entry_number))
			+ (select count(*) from idempotency_keys where status is null)
		)::integer as count`,
	)) + Math.max(0, -(await countRepaymentsBeyondKeys(owner)));

/** Wishes of which a part is there, or entries without their key, or a key without its entries. */
const countUneven = async (owner: Knex, wishes: readonly Wish[]): Promise<number> =>
	countOf(
		owner,
		`select count(*)::integer as count from (
			select wish.key, cardinality(wish.documents) as wanted,
				(select count(*) from entries where document = any (wish.documents)) as booked,
				exists (select from idempotency_keys held where held.key = wish.key) as is_answered
			from jsonb_to_recordset(cast(? as jsonb)) as wish (key text, documents text[])
		) found
		where booked <> case when is_answered then wanted else 0 end`,
		[
			JSON.stringify(
				wishes
					.filter(({documents}) => documents.length > 0)
					.map(({request, documents}) => ({key: request.idempotencyKey, documents})),
			),
		],
	);

const countGaps = async (owner: Knex): Promise<number> =>
	countOf(
		owner,
		`select coalesce(sum(missing), 0)::integer as count from (
			select greatest(max(entry.number), tip.number) - count(entry.number) as missing
			from book_tips tip left join entries entry on entry.book_id = tip.book_id
			group by tip.book_id
		) as books`,
	);

async function countOf(
	owner: Knex,
	sql: string,
	bindings: readonly string[] = [],
): Promise<number> {
	const {rows} = await owner.raw<{rows: [{count: number}]}>(sql, bindings);
	return rows[0].count;
}
