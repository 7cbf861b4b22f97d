import {cashAccounts, benevolenceAccounts} from '../../cooperatives/index.ts';
import {cityAccounts} from '../../fund/index.ts';
import type {AccountCode, BookCode} from '../../kernel/ids.ts';
import {type LocalDate, addDays} from '../../kernel/local-date.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {
	type AccountKindTurnover,
	type BalanceSheet,
	type CashFlow,
	type IncomeStatement,
	buildBalanceSheet,
	buildCashFlow,
	buildIncomeStatement,
	buildMovements,
	withinPeriod,
} from '../financial-statements.ts';
import {type IndirectCashFlow, buildIndirectCashFlow} from '../indirect-cash-flow.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {requireKnown, requirePast} from './trial-balance.ts';

/** From a day up to another, as the books stood at a moment. */
export type PeriodAxes = Axes & {readonly from: LocalDate};

export type Movements = ReturnType<typeof buildMovements>;

/** The statement of financial position (neraca). @throws DomainError `report/…`. */
export async function readBalanceSheet(
	work: ReportWork,
	code: BookCode,
	axes: Axes,
): Promise<BalanceSheet> {
	const book = await openFor(work, code, axes);
	return buildBalanceSheet(await work.reports.kindTurnoversUpTo(book, axes));
}

/** Income and expenses of a period (PHU). @throws DomainError `report/…`. */
export async function readIncomeStatement(
	work: ReportWork,
	code: BookCode,
	axes: PeriodAxes,
): Promise<IncomeStatement> {
	const {period} = await readPeriod(work, await openFor(work, code, axes), axes);
	return buildIncomeStatement(period);
}

/** How equity came to be what it is (laporan perubahan ekuitas). */
export async function readEquityChanges(
	work: ReportWork,
	code: BookCode,
	axes: PeriodAxes,
): Promise<Movements> {
	const {before, period} = await readPeriod(work, await openFor(work, code, axes), axes);
	return buildMovements(before, period, (account) => account.class === 'equity');
}

/** Zakat, infak and benevolence: where it came from, what it went to, what is left. */
export async function readBenevolenceFunds(
	work: ReportWork,
	code: BookCode,
	axes: PeriodAxes,
): Promise<Movements> {
	const {before, period} = await readPeriod(work, await openFor(work, code, axes), axes);
	return buildMovements(before, period, (account) => benevolenceAccounts.includes(account.code));
}

/** Cash and bank by the direct method (arus kas). */
export async function readCashFlow(
	work: ReportWork,
	code: BookCode,
	axes: PeriodAxes,
): Promise<CashFlow> {
	const book = await openFor(work, code, axes);
	const {before, period} = await readPeriod(work, book, axes);
	return buildCashFlow(before, period, cashOf(book));
}

/** Cash and bank by the indirect method: it ends where the direct one does. */
export async function readIndirectCashFlow(
	work: ReportWork,
	code: BookCode,
	axes: PeriodAxes,
): Promise<IndirectCashFlow> {
	const book = await openFor(work, code, axes);
	const {before, period} = await readPeriod(work, book, axes);
	return buildIndirectCashFlow(before, period, cashOf(book));
}

/** The accounts of a book that are money at hand or in a bank. */
export const cashOf = ({kind}: Pick<Book, 'kind'>): readonly AccountCode[] =>
	kind === 'city' ? [cityAccounts.cash] : cashAccounts;

async function openFor(work: ReportWork, code: BookCode, axes: Axes): Promise<Book> {
	const book = await getBook(work, code);
	requirePast(work, axes);
	await requireKnown(work, book, axes);
	return book;
}

type Period = {
	readonly before: AccountKindTurnover[];
	readonly period: AccountKindTurnover[];
};

async function readPeriod(work: ReportWork, book: Book, axes: PeriodAxes): Promise<Period> {
	const {from, asOf} = axes;
	if (from > asOf) throw refuse('report/from-after-to', {from, to: asOf}, 'query.from');
	const dayBefore = {...axes, asOf: addDays(from, -1)};
	const before = await work.reports.kindTurnoversUpTo(book, dayBefore);
	return {before, period: withinPeriod(before, await work.reports.kindTurnoversUpTo(book, axes))};
}
