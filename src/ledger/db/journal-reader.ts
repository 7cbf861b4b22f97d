import type {Knex} from 'knex';
import {rupiah} from '../../kernel/money.ts';
import type {Book} from '../book.ts';
import type {LedgerStore} from '../ports.ts';
import {type EntryRow, type LineRow, toEntry, toPostedLine} from './rows.ts';

const entryColumns = (trx: Knex) => [
	'number',
	'effective_on',
	'recorded_at',
	'actor',
	'kind',
	'reason',
	'document',
	'reverses',
	'occurred_on',
	trx.raw(`encode(previous_hash, 'hex') as previous_hash`),
	trx.raw(`encode(hash, 'hex') as hash`),
	'canonical',
];

/** The questions that the ledger answers from its journal. */
export const createJournalReader = (
	trx: Knex,
): Pick<
	LedgerStore,
	'findEntry' | 'listEntries' | 'findReversalOf' | 'accountLines' | 'readTip' | 'floorDifferences'
> => ({
	async findEntry(book, number) {
		const row: EntryRow | undefined = await trx('entries')
			.where({book_id: book.id, number})
			.first(entryColumns(trx));
		if (!row) return undefined;
		const [entry] = await withLines(trx, book, [row]);
		return entry;
	},
	async listEntries(book, {after, limit, from, to}) {
		const rows: EntryRow[] = await trx('entries')
			.where({book_id: book.id})
			.where('number', '>', after)
			.modify((query) => {
				if (from !== undefined) void query.where('effective_on', '>=', from);
				if (to !== undefined) void query.where('effective_on', '<=', to);
			})
			.orderBy('number')
			.limit(limit)
			.select(entryColumns(trx));
		return withLines(trx, book, rows);
	},
	async findReversalOf(book, number) {
		const row: {number: number} | undefined = await trx('entries')
			.where({book_id: book.id, reverses: number})
			.first('number');
		return row?.number;
	},
	async readTip(book) {
		const row: {number: number; hash: string; recorded_at: Date} | undefined = await trx(
			'book_tips',
		)
			.where({book_id: book.id})
			.first('number', 'recorded_at', trx.raw(`encode(hash, 'hex') as hash`));
		return {number: row!.number, hash: row!.hash, recordedAt: row!.recorded_at};
	},
	async floorDifferences(book) {
		const {rows} = await trx.raw<{rows: FloorDifferenceRow[]}>(floorDifferencesSql, {
			book: book.id,
		});
		return rows.map(({account, dimension, kept, summed}) => ({
			account,
			dimension,
			kept: rupiah(kept),
			summed: rupiah(summed),
		}));
	},
	...createLineReader(trx),
});

const createLineReader = (trx: Knex): Pick<LedgerStore, 'accountLines'> => ({
	async accountLines(book, account, {from, to, after, limit}) {
		const rows: (LineRow & EntryRow)[] = await trx('lines')
			.join('entries', (join) =>
				join.on('entries.book_id', 'lines.book_id').on('entries.number', 'lines.entry_number'),
			)
			.where({'lines.book_id': book.id, 'lines.account_code': account})
			.modify((query) => {
				if (from !== undefined) void query.where('lines.effective_on', '>=', from);
				if (to !== undefined) void query.where('lines.effective_on', '<=', to);
				if (after !== undefined) {
					void query.whereRaw('(entry_number, line_number) > (?, ?)', [after.number, after.line]);
				}
			})
			.orderBy([{column: 'entry_number'}, {column: 'line_number'}])
			.limit(limit)
			.select('lines.*', 'entries.kind', 'entries.reason', 'entries.document');
		return rows.map(toPostedLine);
	},
});

type FloorDifferenceRow = {account: string; dimension: string; kept: string; summed: string};

const floorDifferencesSql = `
	with summed as (
		select line.account_code,
			coalesce(case account.floor when 'fund' then line.fund_id when 'loan' then line.loan_id end,
				'00000000-0000-0000-0000-000000000000') as dimension,
			sum(case when line.side = account.normal_side then line.amount else -line.amount end) as total
		from lines line
		join accounts account on account.book_id = line.book_id and account.code = line.account_code
		where line.book_id = :book and account.floor <> 'none'
		group by 1, 2
	)
	select coalesce(held.account_code, summed.account_code) as account,
		coalesce(held.dimension, summed.dimension) as dimension,
		coalesce(held.balance, 0) as kept, coalesce(summed.total, 0) as summed
	from (select * from floor_balances where book_id = :book) held
	full join summed on summed.account_code = held.account_code and summed.dimension = held.dimension
	where held.balance is distinct from summed.total
	order by 1, 2
`;

async function withLines(trx: Knex, book: Book, rows: readonly EntryRow[]) {
	if (rows.length === 0) return [];
	const lines: LineRow[] = await trx('lines')
		.where({book_id: book.id})
		.whereIn(
			'entry_number',
			rows.map(({number}) => number),
		)
		.orderBy([{column: 'entry_number'}, {column: 'line_number'}]);
	const byEntry = new Map<number, LineRow[]>(rows.map(({number}) => [number, []]));
	for (const line of lines) byEntry.get(line.entry_number)!.push(line);
	return rows.map((row) => toEntry(book, row, byEntry.get(row.number)!));
}
