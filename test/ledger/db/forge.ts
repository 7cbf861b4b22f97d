// Entries as somebody would hand them in who speaks SQL as the application: sealed texts of their
// own making, through the one door there is.
import {createHash} from 'node:crypto';
import type {Knex} from 'knex';

export type ForgedLine = readonly [
	account: string,
	side: string,
	amount: string,
	fund?: string | null,
	loan?: string | null,
	member?: string | null,
	counterparty?: string | null,
];

/** An entry that is honest but for what is named here. */
export type Forged = {
	readonly into: string;
	readonly version?: string;
	/** The book that its text names. */
	readonly book?: string;
	readonly number?: number;
	readonly previous?: string;
	readonly effectiveOn?: string;
	readonly recordedAt?: string;
	readonly actor?: string | null;
	readonly kind?: string;
	readonly reason?: string;
	readonly document?: string;
	readonly reverses?: number;
	readonly lines?: readonly ForgedLine[];
	readonly occurredOn?: string;
	/** What becomes of the text in the end. */
	readonly rewrite?: (text: string) => string;
};

/**
 * Runs SQL as the service's role, everywhere or within the books named; undone in the end unless it
 * is to be kept.
 */
export async function asService(
	service: Knex,
	run: (trx: Knex) => Promise<unknown>,
	{scope, isKept = false}: {scope?: readonly string[]; isKept?: boolean} = {},
): Promise<void> {
	const trx = await service.transaction();
	try {
		await (scope === undefined
			? trx.raw(`select set_config('bergulir.all_books', 'on', true)`)
			: trx.raw(
					`select set_config('bergulir.books', (select coalesce(array_agg(id), '{}')::text
						from books where code = any (?)), true)`,
					[[...scope]],
				));
		await run(trx);
		// Deferred laws speak at the commit; this makes them speak now.
		await trx.raw('set constraints all immediate');
		if (isKept) await trx.commit();
	} finally {
		if (!trx.isCompleted()) await trx.rollback();
	}
}

/** What PostgreSQL says of a broken law: the name of the law, or the code where it has none. */
export type LawBreach = Error & {readonly constraint?: string; readonly code?: string};
export const lawOf = ({constraint, code, message}: LawBreach): string =>
	constraint ?? code ?? message;

export const honestLines: readonly ForgedLine[] = [
	['1.1.01', 'debit', '10.00'],
	['3.1.01', 'credit', '10.00'],
];

/** Hands entries in, in one call: each follows the one before it in its book. */
export async function forge(trx: Knex, entries: readonly Forged[], tips = trx): Promise<void> {
	const known = await readTips(tips);
	const ids: number[] = [];
	const texts: string[] = [];
	for (const entry of entries) {
		const tip = known.get(entry.into)!;
		const text = (entry.rewrite ?? same)(textOf(entry, tip));
		ids.push(tip.id);
		texts.push(text);
		tip.number += 1;
		tip.hash = createHash('sha256').update(text).digest('hex');
	}
	await trx.raw('select ledger_append(cast(? as integer[]), cast(? as text[]))', [ids, texts]);
}

const same = (text: string): string => text;

type Tip = {id: number; number: number; hash: string};

async function readTips(trx: Knex): Promise<Map<string, Tip>> {
	const {rows} = await trx.raw<{rows: (Tip & {code: string})[]}>(
		`select books.code, books.id, tip.number, encode(tip.hash, 'hex') as hash
		from books join book_tips tip on tip.book_id = books.id`,
	);
	return new Map(rows.map(({code, ...tip}) => [code, tip]));
}

// Written here once more, by hand: it is not our encoder that is to be believed.
function textOf(entry: Forged, tip: Tip): string {
	const {occurredOn} = entry;
	return JSON.stringify([
		entry.version ?? `bergulir/entry/${occurredOn === undefined ? 1 : 2}`,
		entry.book ?? entry.into,
		entry.number ?? tip.number + 1,
		entry.previous ?? tip.hash,
		entry.effectiveOn ?? '2026-03-01',
		entry.recordedAt ?? '2026-03-31T05:00:00.000Z',
		entry.actor === undefined ? 'x' : entry.actor,
		entry.kind ?? 'manual',
		entry.reason ?? 'reason',
		entry.document ?? 'document',
		entry.reverses ?? null,
		(entry.lines ?? honestLines).map((line) =>
			Array.from({length: 7}, (_, index) => line[index] ?? null),
		),
		...(occurredOn === undefined ? [] : [occurredOn]),
	]);
}
