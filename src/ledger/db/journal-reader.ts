import type {Knex} from 'knex';
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
	'findEntry' | 'listEntries' | 'findReversalOf' | 'accountLines' | 'readTip'
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
