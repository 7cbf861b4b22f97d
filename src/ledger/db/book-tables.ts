import type {Knex} from 'knex';
import {includeBook} from '../../db/transaction.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {Account} from '../account.ts';
import type {Book} from '../book.ts';
import {refuse} from '../errors.ts';
import type {LedgerStore} from '../ports.ts';
import type {TransactionMemory} from './memory.ts';
import {
	type AccountRow,
	type BookRow,
	type PeriodRow,
	toAccount,
	toBook,
	toPeriod,
} from './rows.ts';

const inScope = '(bergulir_all_books() or id = any (bergulir_books()))';

type BookStore = Pick<
	LedgerStore,
	'findBook' | 'isCodeTaken' | 'listBooks' | 'insertBook' | 'includeBook'
>;
type ChartStore = Pick<LedgerStore, 'accounts' | 'insertAccounts'>;
type PeriodStore = Pick<LedgerStore, 'periods' | 'requestClose' | 'confirmClose'>;

/** Books with their charts and months. */
export const createBookTables = (
	trx: Knex,
	memory: TransactionMemory,
): BookStore & ChartStore & PeriodStore => ({
	...createBookTable(trx, memory),
	...createAccountTable(trx),
	...createPeriodTable(trx),
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
			})),
		);
	},
});

const createPeriodTable = (trx: Knex): PeriodStore => ({
	async periods(book) {
		const rows = await trx<PeriodRow & {book_id: number}>('periods')
			.where({book_id: book.id})
			.orderBy('starts_on');
		return rows.map(toPeriod);
	},
	async requestClose(book, month, actor, at) {
		await trx('periods').insert({
			book_id: book.id,
			starts_on: month,
			requested_by: actor.name,
			requested_at: at,
		});
	},
	async confirmClose(book, month, actor, at) {
		await trx('periods')
			.where({book_id: book.id, starts_on: month})
			.update({confirmed_by: actor.name, confirmed_at: at});
	},
});
