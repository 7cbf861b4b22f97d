import type {Knex} from 'knex';
import {includeBook} from '../../db/transaction.ts';
import {startOfMonth} from '../../kernel/local-date.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import {type Rupiah, rupiah, toText} from '../../kernel/money.ts';
import type {Account} from '../account.ts';
import type {Book, Tip} from '../book.ts';
import {type Line, floorKey} from '../entry.ts';
import {refuse} from '../errors.ts';
import type {LedgerStore} from '../ports.ts';
import {createJournalReader} from './journal-reader.ts';
import {
	type AccountRow,
	type BookRow,
	type PeriodRow,
	toAccount,
	toBook,
	toPeriod,
} from './rows.ts';

const inScope = '(bergulir_all_books() or id = any (bergulir_books()))';
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** The ledger over one transaction of PostgreSQL. */
export function createLedgerStore(trx: Knex): LedgerStore {
	const memory: Memory = {books: new Map(), tips: new Map()};
	return {
		...createBookTables(trx, memory),
		...createPeriodTable(trx),
		...createJournalWriter(trx, memory),
		...createJournalReader(trx),
	};
}

/**
 * What cannot change before the transaction ends: books never do, and a tip that it holds is moved
 * by itself alone.
 */
type Memory = {readonly books: Map<string, Book>; readonly tips: Map<number, Tip>};

const createBookTables = (
	trx: Knex,
	memory: Memory,
): Pick<
	LedgerStore,
	| 'findBook'
	| 'isCodeTaken'
	| 'listBooks'
	| 'insertBook'
	| 'includeBook'
	| 'accounts'
	| 'insertAccounts'
> => ({
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

const createPeriodTable = (
	trx: Knex,
): Pick<LedgerStore, 'periods' | 'requestClose' | 'confirmClose'> => ({
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

const createJournalWriter = (
	trx: Knex,
	memory: Memory,
): Pick<LedgerStore, 'lockTip' | 'floorBalances' | 'facts' | 'append'> => ({
	async lockTip(book) {
		const held = memory.tips.get(book.id);
		if (held) return held;
		const {rows} = await trx.raw<{rows: {number: number; hash: string; recorded_at: Date}[]}>(
			`select number, encode(hash, 'hex') as hash, recorded_at from ledger_lock_tip(?)`,
			[book.id],
		);
		const tip = rows[0];
		// A book outside the scope of this transaction has no tip to hold.
		if (!tip) throw refuse('ledger/unknown-book', {book: book.code}, 'book');
		const locked = {number: tip.number, hash: tip.hash, recordedAt: tip.recorded_at};
		memory.tips.set(book.id, locked);
		return locked;
	},
	async floorBalances(book, lines) {
		const accounts = [...new Set(lines.map(({account}) => account))];
		const dimensions = lines.flatMap(({fund, loan}) =>
			[fund, loan].filter((id) => id !== undefined),
		);
		const rows = await trx<FloorRow & {balance: string}>('floor_balances')
			.join('accounts', (join) =>
				join
					.on('accounts.book_id', 'floor_balances.book_id')
					.on('accounts.code', 'floor_balances.account_code'),
			)
			.where('floor_balances.book_id', book.id)
			.whereIn('account_code', accounts)
			.whereIn('dimension', [nilUuid, ...new Set(dimensions)])
			.select('accounts.*', 'dimension', 'balance');
		return new Map(rows.map((row) => [keyOf(row), rupiah(row.balance)] as [string, Rupiah]));
	},
	async facts(book, draft) {
		const {rows} = await trx.raw<{rows: FactRow[]}>(factsSql, {
			book: book.id,
			month: startOfMonth(draft.effectiveOn),
			codes: [...new Set(draft.lines.map(({account}) => account))],
			dimensions: [nilUuid, ...new Set(draft.lines.flatMap(dimensionsOf))],
		});
		const balances = rows.flatMap((row) =>
			Object.entries(row.balances ?? {}).map(
				([dimension, balance]) => [keyOf({...row, dimension}), rupiah(balance)] as const,
			),
		);
		return {
			accounts: new Map(rows.map((row) => [row.code as AccountCode, toAccount(row)])),
			closedMonths: new Set(rows[0]?.is_closed === true ? [startOfMonth(draft.effectiveOn)] : []),
			floorBalances: new Map(balances),
		};
	},
	async append(book, entry) {
		await trx.raw(appendSql, {
			book: book.id,
			number: entry.number,
			effectiveOn: entry.effectiveOn,
			recordedAt: entry.recordedAt,
			actor: entry.actor,
			kind: entry.kind,
			reason: entry.reason,
			document: entry.document,
			reverses: entry.reverses ?? null,
			previousHash: entry.previousHash,
			hash: entry.hash,
			canonical: entry.canonical,
			lines: JSON.stringify(
				entry.lines.map((line, index) => ({
					line_number: index + 1,
					account_code: line.account,
					side: line.side,
					amount: toText(line.amount),
					fund_id: line.fund ?? null,
					loan_id: line.loan ?? null,
					member_id: line.member ?? null,
					counterparty: line.counterparty ?? null,
				})),
			),
		});
		memory.tips.set(book.id, entry);
	},
});

const dimensionsOf = ({fund, loan}: Line): string[] =>
	[fund, loan].filter((id) => id !== undefined);

const factsSql = `
	select account.*,
		exists (select from periods where book_id = :book and starts_on = :month
			and confirmed_at is not null) as is_closed,
		(select jsonb_object_agg(dimension, balance::text) from floor_balances held
			where held.book_id = account.book_id and held.account_code = account.code
				and dimension = any (cast(:dimensions as uuid[]))) as balances
	from accounts account
	where account.book_id = :book and account.code = any (:codes)
`;

// An entry and its lines in one statement: what is sealed is booked at once.
const appendSql = `
	with entry as (
		insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document,
			reverses, previous_hash, hash, canonical)
		values (:book, :number, :effectiveOn, :recordedAt, :actor, :kind, :reason, :document,
			:reverses, decode(:previousHash, 'hex'), decode(:hash, 'hex'), :canonical)
	)
	insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind, fund_id, loan_id, member_id, counterparty)
	select :book, :number, line.line_number, line.account_code, line.side, line.amount, :effectiveOn,
		:kind, line.fund_id, line.loan_id, line.member_id, line.counterparty
	from jsonb_to_recordset(cast(:lines as jsonb)) as line (line_number smallint, account_code text,
		side text, amount numeric(20, 2), fund_id uuid, loan_id uuid, member_id uuid, counterparty text)
`;

type FactRow = AccountRow & {
	is_closed: boolean;
	balances: Readonly<Record<string, string>> | null;
};

type FloorRow = AccountRow & {dimension: string};

const keyOf = (row: FloorRow): string =>
	floorKey(toAccount(row), {fund: row.dimension, loan: row.dimension})!;
