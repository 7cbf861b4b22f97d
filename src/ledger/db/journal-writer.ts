import type {Knex} from 'knex';
import {type Rupiah, rupiah} from '../../kernel/money.ts';
import type {Book} from '../book.ts';
import {refuse} from '../errors.ts';
import type {LedgerStore} from '../ports.ts';
import type {HeldBook} from '../posting.ts';
import {type HeldRow, type Touching, dimensionsOf, holdRequest, toHeldBooks} from './held-books.ts';
import {limitKey} from '../limit.ts';
import type {TransactionMemory} from './memory.ts';
import {type AccountRow, toAccount} from './rows.ts';
import {sealedFrom, sealedLines} from './sealed-lines.ts';

export const createJournalWriter = (
	trx: Knex,
	memory: TransactionMemory,
): Pick<LedgerStore, 'lockTip' | 'floorBalances' | 'hold' | 'append'> => ({
	async lockTip(book) {
		const held = memory.tips.get(book.id);
		if (held) return held;
		await hold(trx, memory, [book], []);
		return memory.tips.get(book.id)!;
	},
	async floorBalances(book, lines) {
		const {dimensions} = holdRequest([], [{book: book.code, lines}]);
		const rows = await trx<AccountRow & {dimension: string; balance: string}>('floor_balances')
			.join('accounts', (join) =>
				join
					.on('accounts.book_id', 'floor_balances.book_id')
					.on('accounts.code', 'floor_balances.account_code'),
			)
			.where('floor_balances.book_id', book.id)
			.whereIn('account_code', [...new Set(lines.map(({account}) => account))])
			.whereIn('dimension', dimensions)
			.select('accounts.*', 'dimension', 'balance');
		return new Map(
			rows.map(({dimension, balance, ...row}): [string, Rupiah] => [
				limitKey(toAccount(row as AccountRow), dimensionsOf(dimension))!,
				rupiah(balance),
			]),
		);
	},
	hold: async (books, drafts) => hold(trx, memory, books, drafts),
	async append(books, entries) {
		if (entries.length === 0) return;
		await trx.raw(`select ledger_append(cast(? as integer[]), ${sealedFrom('?')})`, [
			entries.map(({book}) => books.get(book)!.id),
			sealedLines(entries),
		]);
		for (const entry of entries) memory.tips.set(books.get(entry.book)!.id, entry);
	},
});

async function hold(
	trx: Knex,
	memory: TransactionMemory,
	books: readonly Book[],
	entries: readonly Touching[],
): Promise<HeldBook[]> {
	if (books.length === 0) return [];
	const request = holdRequest(
		books.map(({code}) => code),
		entries,
	);
	const {rows} = await trx.raw<{rows: [{held: HeldRow}]}>('select ledger_hold(?) as held', [
		JSON.stringify(request),
	]);
	const held = toHeldBooks(rows[0].held);
	for (const {book, tip} of held) memory.tips.set(book.id, tip);
	// A book outside the scope of this transaction has no tip to hold.
	const missing = books.find(({id}) => !memory.tips.has(id));
	if (missing) throw refuse('ledger/unknown-book', {book: missing.code}, 'book');
	return held;
}
