import type {Knex} from 'knex';
import {includeBook} from '../../db/transaction.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {Account} from '../account.ts';
import type {Book} from '../book.ts';
import {refuse} from '../errors.ts';
import type {LedgerStore} from '../ports.ts';
import type {TransactionMemory} from './memory.ts';
import {type AccountRow, type BookRow, toAccount, toBook} from './rows.ts';

const inScope = '(bergulir_all_books() or id = any (bergulir_books()))';

type BookStore = Pick<
	LedgerStore,
	'findBook' | 'findBooks' | 'isCodeTaken' | 'listBooks' | 'insertBook' | 'includeBook'
>;
type ChartStore = Pick<LedgerStore, 'accounts' | 'insertAccounts'>;

/** Books with their charts. */
export const createBookTables = (trx: Knex, memory: TransactionMemory): BookStore & ChartStore => ({
	...createBookTable(trx, memory),
	...createAccountTable(trx),
});

const createBookTable = (trx: Knex, memory: TransactionMemory): BookStore => ({
	async findBook(code) {
		const known = memory.books.get(code);
		if (known) return known;
		const row = await trx<BookRow>('books').where({code}).whereRaw(inScope).first();
		if (!row) return undefined;
		memory.books.set(code, toBook(row));
		return memory.books.get(code);
	},
	async findBooks(codes) {
		const unknown = codes.filter((code) => !memory.books.has(code));
		if (unknown.length > 0) {
			const rows = await trx<BookRow>('books').whereIn('code', unknown).whereRaw(inScope);
			for (const row of rows) memory.books.set(row.code, toBook(row));
		}
		return new Map(
			codes.flatMap((code) => {
				const book = memory.books.get(code);
				return book ? [[code, book] as const] : [];
			}),
		);
	},
	async isCodeTaken(code) {
		return (await trx<BookRow>('books').where({code}).first()) !== undefined;
	},
	async listBooks() {
		const rows = await trx<BookRow>('books').whereRaw(inScope).orderBy('code');
		return rows.map(toBook);
	},
	async insertBook({code, kind, name, regionCode, openedOn, timeZone}) {
		const [row] = await trx<BookRow>('books')
			.insert({
				code,
				kind,
				name,
				region_code: regionCode,
				opened_on: openedOn,
				time_zone: timeZone,
			})
			.returning('*');
		return toBook(row!);
	},
	async includeBook(code) {
		const row = await trx<BookRow>('books').where({code}).first();
		if (!row) throw refuse('ledger/unknown-book', {book: code}, 'book');
		await includeBook(trx, row.id);
		return toBook(row);
	},
});

const createAccountTable = (trx: Knex): ChartStore => ({
	async accounts(book, codes) {
		const rows = await trx<AccountRow & {book_id: number}>('accounts')
			.where({book_id: book.id})
			.modify((query) => {
				if (codes) void query.whereIn('code', [...new Set(codes)]);
			})
			.orderBy('code');
		return new Map(rows.map((row: AccountRow) => [row.code as AccountCode, toAccount(row)]));
	},
	async insertAccounts(book: Book, accounts: readonly Account[]) {
		await trx('accounts').insert(
			accounts.map((account: Account) => ({
				book_id: book.id,
				code: account.code,
				name_id: account.nameId,
				name_en: account.nameEn,
				class: account.class,
				normal_side: account.normalSide,
				floor: account.floor,
				is_controlled: account.isControlled,
				ceiling_kind: account.ceilingKind ?? null,
			})),
		);
	},
});
