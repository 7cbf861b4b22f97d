import {type LocalDate, endOfMonth} from '../kernel/local-date.ts';
import {type Rupiah, add, equals, negate, subtract, sum} from '../kernel/money.ts';
import type {Account, Period} from '../ledger/index.ts';
import {type Turnover, onNormalSide} from './turnover.ts';

/** What entries of one kind moved on an account. */
export type KindTurnover = Turnover & {readonly kind: string; readonly entries: number};

/**
 * The end of the month that an explanation starts from: the last that was closed, or the last whose
 * sums are sealed, or the opening of the book, before which there is nothing.
 */
export type Start =
	| {readonly basis: 'closed-month' | 'sealed-month'; readonly on: LocalDate}
	| {readonly basis: 'book-opened'; readonly on: LocalDate};

/** What one kind of entries added to a balance and took from it. */
export type Movement = {
	readonly kind: string;
	readonly entries: number;
	readonly increase: Rupiah;
	readonly decrease: Rupiah;
};

/** How a balance came about; all amounts on the account's normal side. */
export type Explanation = {
	readonly opening: Rupiah;
	readonly movements: readonly Movement[];
	readonly increase: Rupiah;
	readonly decrease: Rupiah;
	readonly entries: number;
	readonly balance: Rupiah;
	/** Whether opening + increase - decrease = balance. */
	readonly addsUp: boolean;
};

/** An entry with what it moved on the account. */
export type MovedEntry = Turnover & {
	readonly number: number;
	readonly effectiveOn: LocalDate;
	readonly recordedAt: Date;
	readonly actor: string;
	readonly kind: string;
	readonly reason: string;
	readonly document: string;
	readonly reverses?: number;
	readonly hash: string;
};

/** An entry behind a balance; amounts on the account's normal side. */
export type ExplainedEntry = MovedEntry & {
	readonly amount: Rupiah;
	/** What the account held once this entry and all that count before it had moved it. */
	readonly balanceAfter: Rupiah;
};

/** What an account was said to hold by something other than the journal: counted, or on paper. */
export type AssertedBalance = {
	readonly number: number;
	readonly assertedOn: LocalDate;
	readonly source: string;
	readonly document: string;
	readonly fund?: string;
	readonly member?: string;
	readonly assertedBy: string;
	readonly recordedAt: Date;
	readonly amount: Rupiah;
	/** What was asserted less what the ledger says; undefined once it is withdrawn. */
	readonly difference?: Rupiah;
	/** Entries after which it held no more, though it had until then. */
	readonly brokenBy: readonly number[];
};

/** An entry by its place in the chain of its book. */
export type ChainPlace = {readonly number: number; readonly hash: string};

/**
 * Where to start: at the end of the last month that was closed at a moment and had ended before the
 * day. The month of the day itself would explain nothing where the day is its last.
 */
export function startOf(
	{asOf, knownAt, bookOpenedOn}: ExplainedPoint,
	closings: readonly Period[],
	sealedMonthEnd: LocalDate | undefined,
): Start {
	const ends = closings
		.filter((closing) => isClosedAt(closing, knownAt))
		.map(({startsOn}) => endOfMonth(startsOn))
		.filter((end) => end < asOf)
		.sort();
	const closed = ends.at(-1);
	if (closed !== undefined) return {basis: 'closed-month', on: closed};
	if (sealedMonthEnd !== undefined) return {basis: 'sealed-month', on: sealedMonthEnd};
	return {basis: 'book-opened', on: bookOpenedOn};
}

/** The day and the moment for which a balance is explained. */
export type ExplainedPoint = {
	readonly asOf: LocalDate;
	/** Undefined where the books are asked for as they stand now. */
	readonly knownAt: Date | undefined;
	readonly bookOpenedOn: LocalDate;
};

/**
 * Whether something was recorded by a moment; without one, all that is recorded was, also where a
 * clock that went back makes it later than now.
 */
export const isRecordedBy = (recordedAt: Date | undefined, moment: Date | undefined): boolean =>
	recordedAt !== undefined && (moment === undefined || recordedAt <= moment);

/** Whether a closing stood at a moment: confirmed by then, and not reopened by then. */
export const isClosedAt = ({confirmedAt, reopenedAt}: Period, moment: Date | undefined): boolean =>
	isRecordedBy(confirmedAt, moment) && !isRecordedBy(reopenedAt, moment);

/** Adds up what stands behind a balance; parts and balance come from different questions. */
export function explainBalance(
	account: Pick<Account, 'normalSide'>,
	{
		opening,
		turnovers,
		balance,
	}: {
		readonly opening: Rupiah;
		readonly turnovers: readonly KindTurnover[];
		readonly balance: Rupiah;
	},
): Explanation {
	const movements = turnovers.map(({kind, entries, debit, credit}) => ({
		kind,
		entries,
		increase: account.normalSide === 'debit' ? debit : credit,
		decrease: account.normalSide === 'debit' ? credit : debit,
	}));
	const increase = sum(movements.map((movement) => movement.increase));
	const decrease = sum(movements.map((movement) => movement.decrease));
	return {
		opening,
		movements,
		increase,
		decrease,
		entries: movements.reduce((count, movement) => count + movement.entries, 0),
		balance,
		addsUp: equals(subtract(add(opening, increase), decrease), balance),
	};
}

/** Runs a balance back through entries, the newest first, from what stands after the first. */
export function runBalances(
	account: Pick<Account, 'normalSide'>,
	newestFirst: readonly MovedEntry[],
	balance: Rupiah,
): ExplainedEntry[] {
	let balanceAfter = balance;
	return newestFirst.map((entry) => {
		const amount = onNormalSide(account, entry);
		const explained = {...entry, amount, balanceAfter};
		balanceAfter = add(balanceAfter, negate(amount));
		return explained;
	});
}
