import type {Knex} from 'knex';
import {withEveryBook} from '../../db/transaction.ts';
import {rupiah} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {AccountKindTurnover} from '../financial-statements.ts';
import type {Axes, ReportStore} from '../ports.ts';
import {type AccountRow, toAccount} from './account-row.ts';
import {createExplanationStore} from './explanation-store.ts';
import {createFundBooks} from './fund-books.ts';
import {createFundHealthStore} from './fund-health-store.ts';
import {createLoanReportStore} from './loan-report-store.ts';
import {createLedgerLinesStore} from './ledger-lines-store.ts';
import {createHealthScoreStore} from './health-score-store.ts';
import {createRestatementStore} from './restatement-store.ts';

/** The questions of the reports, each one statement over one snapshot. */
export const createReportStore = (trx: Knex): ReportStore => ({
	...createRestatementStore(trx),
	...createExplanationStore(trx),
	...createLoanReportStore(trx),
	...createTurnoverStore(trx),
	...createFundHealthStore(trx),
	...createFundBooks(trx),
	...createLedgerLinesStore(trx),
	...createHealthScoreStore(trx),
	forEverybody: async (run) => withEveryBook(trx, run),
	async firstRecordedAt(book) {
		const row: {at: Date | null} | undefined = await trx('entries')
			.where({book_id: book.id, number: 1})
			.first('recorded_at as at');
		return row?.at ?? undefined;
	},
	async firstRecordedOfAll() {
		const row = await trx('entries')
			.where({number: 1})
			.min<{at: Date | null}[]>('recorded_at as at');
		return row[0]?.at ?? undefined;
	},
	async tipNumbers() {
		const rows: {book_id: number; number: number}[] = await trx('book_tips').select(
			'book_id',
			'number',
		);
		return new Map(rows.map(({book_id, number}) => [book_id, number]));
	},
	async refreshFundRollup(book, day) {
		const {rows} = await trx.raw<{rows: {count: number}[]}>(
			'select reporting_refresh(array[?]::integer[], ?) as count',
			[book.id, day],
		);
		return rows[0]!.count;
	},
	async regionNames(codes) {
		const rows: {code: string; name: string}[] = await trx('regions')
			.whereIn('code', [...codes])
			.select('code', 'name');
		return new Map(rows.map(({code, name}) => [code, name]));
	},
});

/** What was moved up to a day, from the totals. */
const createTurnoverStore = (
	trx: Knex,
): Pick<ReportStore, 'turnovers' | 'kindTurnoversUpTo' | 'fundTurnovers'> => ({
	async turnovers(book, {asOf, knownAt}) {
		const {rows} = await trx.raw<{rows: TurnoverRow[]}>(
			`select account.*, moved.debits, moved.credits
			from (
				select account_code, sum(debits) as debits, sum(credits) as credits
				from ledger_turnovers(:book, :asOf, :knownAt) group by account_code
				-- What was moved only after the moment was not moved then.
				having sum(debits) <> 0 or sum(credits) <> 0
			) moved
			join accounts account on account.book_id = :book and account.code = moved.account_code
			order by account.code`,
			{book: book.id, asOf, knownAt: knownAt ?? null},
		);
		return rows.map((row) => ({
			account: toAccount(row),
			debits: rupiah(row.debits),
			credits: rupiah(row.credits),
		}));
	},
	kindTurnoversUpTo: async (book, axes) => kindTurnovers(trx, book, axes),
	fundTurnovers: async (book, fund, axes) => kindTurnovers(trx, book, axes, fund),
});

async function kindTurnovers(
	trx: Knex,
	book: Book,
	{asOf, knownAt}: Axes,
	fund?: string,
): Promise<AccountKindTurnover[]> {
	const {rows} = await trx.raw<{rows: (TurnoverRow & {kind: string})[]}>(
		`select account.*, moved.kind, moved.debits, moved.credits
		from (
			select account_code, kind, sum(debits) as debits, sum(credits) as credits
			from ledger_turnovers(:book, :asOf, :knownAt)
			${fund === undefined ? '' : 'where fund_id = :fund'}
			group by account_code, kind
			having sum(debits) <> 0 or sum(credits) <> 0
		) moved
		join accounts account on account.book_id = :book and account.code = moved.account_code
		order by account.code, moved.kind`,
		{book: book.id, asOf, knownAt: knownAt ?? null, fund: fund ?? null},
	);
	return rows.map((row) => ({
		account: toAccount(row),
		kind: row.kind,
		turnover: {debit: rupiah(row.debits), credit: rupiah(row.credits)},
	}));
}

type TurnoverRow = AccountRow & {debits: string; credits: string};
