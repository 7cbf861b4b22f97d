import type {AccountCode, BookCode} from '../kernel/ids.ts';
import {type LocalDate, localDate} from '../kernel/local-date.ts';
import {type Rupiah, add, isNegative, isZero, negate, zero} from '../kernel/money.ts';
import type {Account} from './account.ts';
import {type Dimensions, type EntryDraft, type Line, credit, debit} from './entry.ts';
import {refuse} from './errors.ts';

/** The kind of the entry that carries a year's surplus into equity. */
export const yearClosingKind = 'year-closing';

export type YearClosing = {
	readonly year: number;
	/** Where the surplus goes: the chart knows, the ledger does not guess. */
	readonly equityAccount: AccountCode;
	readonly reason: string;
	readonly document: string;
};

/**
 * What an income or expense account was moved by within a calendar year, debits less credits: apart
 * for each fund, and for each loan where the account has a floor per loan.
 */
export type ResultTotal = Pick<Dimensions, 'fund' | 'loan'> & {
	readonly account: AccountCode;
	readonly year: number;
	readonly balance: Rupiah;
};

export type YearFacts = {
	readonly book: BookCode;
	readonly today: LocalDate;
	readonly isDecemberClosed: boolean;
	/** The entry that closed the year and was not taken back. */
	readonly closedBy: number | undefined;
	/** The account named for the surplus, if the book has it. */
	readonly equity: Account | undefined;
	/** All up to the end of the year. */
	readonly totals: readonly ResultTotal[];
};

export const lastDayOf = (year: number): LocalDate => localDate(`${year}-12-31`);

/**
 * The entry that brings every income and expense account to zero on 31 December and what is left to
 * equity: fund by fund, so that a year's end moves nothing from one fund to another.
 * @throws DomainError `ledger/…` when the year cannot be closed.
 */
export function decideYearClosing(closing: YearClosing, facts: YearFacts): EntryDraft {
	const {year, equityAccount, reason, document} = closing;
	const effectiveOn = lastDayOf(year);
	const name = String(year);
	if (facts.today <= effectiveOn) {
		throw refuse('ledger/year-not-over', {year: name, lastDay: effectiveOn}, 'year');
	}
	if (facts.closedBy !== undefined) {
		const values = {year: name, entry: String(facts.closedBy)};
		throw refuse('ledger/year-already-closed', values, 'year');
	}
	if (facts.isDecemberClosed) {
		const values = {month: `${name}-12`, date: effectiveOn};
		throw refuse('ledger/period-closed', values, 'year');
	}
	decideEquity(facts, equityAccount);
	const openYear = earlierOpenYear(facts.totals, year);
	if (openYear !== undefined) {
		const values = {year: name, openYear: String(openYear)};
		throw refuse('ledger/earlier-year-open', values, 'year');
	}
	const lines = closingLines(facts.totals, equityAccount);
	if (lines.length === 0) throw refuse('ledger/nothing-to-close', {year: name}, 'year');
	return {book: facts.book, effectiveOn, kind: yearClosingKind, reason, document, lines};
}

function decideEquity({book, equity}: YearFacts, wanted: AccountCode): void {
	const path = 'equityAccount';
	if (!equity) throw refuse('ledger/unknown-account', {account: wanted, book}, path);
	if (equity.class === 'equity') return;
	throw refuse('ledger/not-equity-account', {account: wanted, class: equity.class}, path);
}

/** The first year before one whose income and expenses were not carried into equity. */
function earlierOpenYear(totals: readonly ResultTotal[], year: number): number | undefined {
	const years = [...new Set(totals.map((total) => total.year))]
		.filter((earlier) => earlier < year)
		.sort((a, b) => a - b);
	return years.find((earlier) =>
		balancesOf(totals.filter((total) => total.year <= earlier)).some(
			({balance}) => !isZero(balance),
		),
	);
}

function closingLines(totals: readonly ResultTotal[], equityAccount: AccountCode): Line[] {
	const open = balancesOf(totals).filter(({balance}) => !isZero(balance));
	const carried = balancesOf(
		open.map(({fund, balance}) => ({
			account: equityAccount,
			year: 0,
			balance,
			...(fund === undefined ? {} : {fund}),
		})),
	).filter(({balance}) => !isZero(balance));
	return [
		...open.map(({account, balance, ...about}) => lineOf(account, negate(balance), about)),
		...carried.map(({account, balance, ...about}) => lineOf(account, balance, about)),
	];
}

const lineOf = (account: AccountCode, balance: Rupiah, about: Dimensions): Line =>
	isNegative(balance) ? credit(account, negate(balance), about) : debit(account, balance, about);

/** Sums over the years, in the order of account, fund and loan. */
function balancesOf(totals: readonly ResultTotal[]): Omit<ResultTotal, 'year'>[] {
	const sums = new Map<string, Omit<ResultTotal, 'year'>>();
	for (const {year: _, ...total} of totals) {
		const key = [total.account, total.fund ?? '', total.loan ?? ''].join('/');
		const balance = add(sums.get(key)?.balance ?? zero, total.balance);
		sums.set(key, {...total, balance});
	}
	return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}
