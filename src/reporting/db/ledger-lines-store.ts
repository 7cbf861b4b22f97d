import type {Knex} from 'knex';
import {copyOut} from '../../db/copy-out.ts';
import {fetchInBatches, openBatches} from '../../db/fetch-in-batches.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {Account, Side} from '../../ledger/index.ts';
import type {AccountSpan, LedgerLine} from '../general-ledger.ts';
import type {JournalLine} from '../journal.ts';
import type {LedgerLinesStore, LinePosition} from '../ledger-ports.ts';
import {subtractTurnover} from '../turnover.ts';
import {type AccountRow, toAccount} from './account-row.ts';
import {
	bindingsOf,
	guarded,
	journalRowsSql,
	journalSql,
	journalTotalsSql,
	ledgerLinesSql,
	ledgerPageSql,
	ledgerRowsSql,
	plain,
	spansSql,
	turnoverUpToSql,
	withinSql,
} from './ledger-lines-sql.ts';

/** The lines of a book: page by page, in batches, or as PostgreSQL's own CSV. */
export const createLedgerLinesStore = (trx: Knex): LedgerLinesStore => ({
	...createLedgerReader(trx),
	...createJournalLines(trx),
	async isMemberKnown(book, member) {
		const row: unknown = await trx('members').where({book_id: book.id, id: member}).first('number');
		return row !== undefined;
	},
	async isFundKnown(book, fund) {
		const {rows} = await trx.raw<{rows: {is_known: boolean}[]}>(
			`select exists (
				select from allocations allocation
				join programmes programme on programme.id = allocation.programme_id
				where allocation.id = :fund
					and (allocation.book_id = :book or programme.city_book_id = :book)
			) or exists (select from lines where book_id = :book and fund_id = :fund) as is_known`,
			{book: book.id, fund},
		);
		return rows[0]!.is_known;
	},
	async isKindKnown(book, kind) {
		const row: unknown = await trx('day_totals').where({book_id: book.id, kind}).first('kind');
		return row !== undefined;
	},
});

type LedgerReader = Pick<
	LedgerLinesStore,
	| 'accountSpans'
	| 'ledgerLines'
	| 'turnoverUpTo'
	| 'countLines'
	| 'streamLedgerLines'
	| 'copyLedger'
	| 'ledgerRows'
>;

const createLedgerReader = (trx: Knex): LedgerReader => ({
	async accountSpans(book, question) {
		const {rows} = await trx.raw<{rows: SpanRow[]}>(spansSql(question), bindingsOf(book, question));
		return rows.map(toSpan);
	},
	async ledgerLines(book, question, {after, limit}) {
		const {rows} = await trx.raw<{rows: LedgerLineRow[]}>(
			ledgerPageSql(question, after !== undefined),
			{...bindingsOf(book, question), ...(after ? positionOf(after) : {}), limit},
		);
		return rows.map(toLedgerLine);
	},
	async turnoverUpTo(book, question, position) {
		const {rows} = await trx.raw<{rows: {debits: string; credits: string}[]}>(
			turnoverUpToSql(question),
			{...bindingsOf(book, question), ...positionOf(position)},
		);
		return {debit: rupiah(rows[0]!.debits), credit: rupiah(rows[0]!.credits)};
	},
	async countLines(book, question) {
		const {rows} = await trx.raw<{rows: {count: number}[]}>(
			`select cast(count(*) as integer) as count from lines where ${withinSql(question)}`,
			bindingsOf(book, question),
		);
		return rows[0]!.count;
	},
	async *streamLedgerLines(book, question) {
		const sql = ledgerLinesSql(question);
		const batches = fetchInBatches<LedgerLineRow>(trx, sql, bindingsOf(book, question));
		for await (const rows of batches) yield rows.map(toLedgerLine);
	},
	ledgerRows: async (book, question, words) =>
		openBatches(trx, ledgerRowsSql(question, plain), {...bindingsOf(book, question), ...words}),
	copyLedger: async (book, question, {head, tail, ...words}) =>
		copyOut(trx, {
			sql: ledgerRowsSql(question, guarded),
			bindings: {...bindingsOf(book, question), ...words},
			head,
			tail,
		}),
});

const createJournalLines = (
	trx: Knex,
): Pick<
	LedgerLinesStore,
	'journalLines' | 'journalTotals' | 'streamJournal' | 'copyJournal' | 'journalRows'
> => ({
	async journalLines(book, question, {after, entries}) {
		const {rows} = await trx.raw<{rows: JournalLineRow[]}>(journalSql(question, true), {
			...bindingsOf(book, question),
			after,
			entries,
		});
		return rows.map(toJournalLine);
	},
	async journalTotals(book, question) {
		type Row = {entries: number; lines: number; debits: string; credits: string};
		const {rows} = await trx.raw<{rows: Row[]}>(
			journalTotalsSql(question),
			bindingsOf(book, question),
		);
		const {entries, lines, debits, credits} = rows[0]!;
		return {entries, lines, debit: rupiah(debits), credit: rupiah(credits)};
	},
	async *streamJournal(book, question) {
		const sql = journalSql(question, false);
		const batches = fetchInBatches<JournalLineRow>(trx, sql, bindingsOf(book, question));
		for await (const rows of batches) yield rows.map(toJournalLine);
	},
	journalRows: async (book, question, words) =>
		openBatches(trx, journalRowsSql(question, plain), {
			...bindingsOf(book, question),
			...words,
		}),
	copyJournal: async (book, question, {head, tail, ...words}) =>
		copyOut(trx, {
			sql: journalRowsSql(question, guarded),
			bindings: {...bindingsOf(book, question), ...words},
			head,
			tail,
		}),
});

const positionOf = ({account, effectiveOn, number, line}: LinePosition) => ({
	account,
	on: effectiveOn,
	number,
	line,
});

type SpanRow = AccountRow & {
	debits_before: string;
	credits_before: string;
	debits: string;
	credits: string;
};

const toSpan = (row: SpanRow): AccountSpan => {
	const before = {debit: rupiah(row.debits_before), credit: rupiah(row.credits_before)};
	const upTo = {debit: rupiah(row.debits), credit: rupiah(row.credits)};
	return {account: toAccount(row), before, within: subtractTurnover(upTo, before)};
};

type LineRow = {
	account_code: string;
	effective_on: string;
	entry_number: number;
	line_number: number;
	kind: string;
	side: Account['normalSide'];
	amount: string;
	fund_id: string | null;
	loan_id: string | null;
	member_id: string | null;
	reason: string;
	document: string;
};

const toLine = (row: LineRow) => ({
	account: row.account_code as AccountCode,
	effectiveOn: row.effective_on as LocalDate,
	entryNumber: row.entry_number,
	lineNumber: row.line_number,
	kind: row.kind,
	description: row.reason,
	document: row.document,
	side: row.side satisfies Side,
	amount: rupiah(row.amount),
	...(row.fund_id === null ? {} : {fund: row.fund_id}),
	...(row.loan_id === null ? {} : {loan: row.loan_id}),
	...(row.member_id === null ? {} : {member: row.member_id}),
});

type LedgerLineRow = LineRow & {counter_accounts: string | null};

const toLedgerLine = (row: LedgerLineRow): LedgerLine => ({
	...toLine(row),
	counterAccounts: row.counter_accounts ?? '',
});

type JournalLineRow = LineRow & {
	recorded_at: Date;
	actor: string;
	reverses: number | null;
	name_id: string;
	name_en: string;
};

const toJournalLine = (row: JournalLineRow): JournalLine => ({
	...toLine(row),
	recordedAt: row.recorded_at,
	actor: row.actor,
	...(row.reverses === null ? {} : {reverses: row.reverses}),
	nameId: row.name_id,
	nameEn: row.name_en,
});
