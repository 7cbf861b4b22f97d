import type {BookCode, LoanId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, toText} from '../kernel/money.ts';
import type {Arrears} from './arrears.ts';
import {refuse} from './errors.ts';
import type {Loan} from './loan.ts';

/** What somebody said would be paid of a loan, and by when. */
export type NewPromise = {
	readonly loan: LoanId;
	readonly promisedOn: LocalDate;
	readonly payOn: LocalDate;
	readonly amount: Rupiah;
	/** The member, or whoever spoke for them. */
	readonly promisedBy: string;
	readonly note?: string;
};

export type PaymentPromise = NewPromise & {
	readonly number: number;
	readonly recordedBy: string;
	/** What was paid of the loan from the promise to the day it names, by the ledger. */
	readonly paid: Rupiah;
};

export type PromiseState = 'open' | 'kept' | 'broken';

/** Nobody types whether a promise was kept: the repayments tell. */
export function promiseState(
	{amount, paid, payOn}: Pick<PaymentPromise, 'amount' | 'paid' | 'payOn'>,
	on: LocalDate,
): PromiseState {
	if (compare(paid, amount) >= 0) return 'kept';
	return on > payOn ? 'broken' : 'open';
}

/** @throws DomainError `lending/promise-before-given`, `lending/promise-above-owed`. */
export function decidePromise({promisedOn, payOn, amount}: NewPromise, owed: Rupiah): void {
	if (payOn < promisedOn) {
		throw refuse('lending/promise-before-given', {date: payOn, promisedOn}, 'payOn');
	}
	if (compare(amount, owed) > 0) {
		const values = {amount: toText(amount), owed: toText(owed)};
		throw refuse('lending/promise-above-owed', values, 'amount');
	}
}

/** Whom a visitor met. */
export const metOptions = ['member', 'family', 'neighbour', 'nobody'] as const;

export type NewVisit = {
	readonly loan: LoanId;
	readonly visitedOn: LocalDate;
	readonly visitor: string;
	readonly met: (typeof metOptions)[number];
	readonly found: string;
};

export type Visit = NewVisit & {readonly number: number; readonly recordedBy: string};

export type NewLetter = {
	readonly loan: LoanId;
	readonly issuedOn: LocalDate;
	/** By whom or how it was brought. */
	readonly delivery: string;
};

/** A demand letter (surat tagihan) with what it says of the loan. */
export type DemandLetter = NewLetter & {
	/** The cooperative's own number of its letters. */
	readonly number: number;
	/** First, second or third. */
	readonly level: number;
	readonly daysPastDue: number;
	readonly overdue: Rupiah;
	readonly recordedBy: string;
};

export type LetterFacts = {
	readonly loan: Pick<Loan, 'number'>;
	readonly arrears: Arrears;
	/** The due date of the oldest unpaid instalment. */
	readonly since: LocalDate;
	/** Of this loan, by day. */
	readonly letters: readonly Pick<DemandLetter, 'issuedOn'>[];
};

export const letterLevelMax = 3;

/**
 * Which letter is next: they follow one another for as long as the loan stays late, and a loan that
 * was brought up to date begins with the first again.
 * @throws DomainError `lending/loan-not-late`, `lending/letters-sent`,
 * `lending/letter-before-last`.
 */
export function decideLetterLevel(
	issuedOn: LocalDate,
	{loan, arrears, since, letters}: LetterFacts,
): number {
	if (arrears.daysPastDue === 0) {
		const values = {number: String(loan.number), date: issuedOn};
		throw refuse('lending/loan-not-late', values, 'issuedOn');
	}
	const last = letters.at(-1);
	if (last && issuedOn < last.issuedOn) {
		const values = {date: issuedOn, last: last.issuedOn};
		throw refuse('lending/letter-before-last', values, 'issuedOn');
	}
	const level = 1 + letters.filter((letter) => letter.issuedOn > since).length;
	if (level > letterLevelMax) {
		throw refuse('lending/letters-sent', {since, date: last!.issuedOn});
	}
	return level;
}

export type ReminderState = 'late' | 'due-today' | 'due-soon';

/** A loan that somebody has to be spoken to about. */
export type Reminder = {
	readonly loan: LoanId;
	readonly book: BookCode;
	readonly number: number;
	readonly officer?: string;
	/** The phone is masked but for its last digits. */
	readonly member: {readonly id: MemberId; readonly name: string; readonly phone?: string};
	readonly owed: Rupiah;
	readonly daysPastDue: number;
	readonly overdue: Rupiah;
	/** The next instalment that is not paid and falls due within the days asked for. */
	readonly nextDue?: {readonly on: LocalDate; readonly amount: Rupiah};
	/** The last promise. */
	readonly promise?: Pick<PaymentPromise, 'payOn' | 'amount' | 'paid' | 'promisedBy'>;
	readonly lastVisitOn?: LocalDate;
	readonly lastLetter?: Pick<DemandLetter, 'level' | 'issuedOn'>;
};

/** The most pressing thing that a reminder is about. */
export function reminderState(
	{daysPastDue, nextDue}: Pick<Reminder, 'daysPastDue' | 'nextDue'>,
	on: LocalDate,
): ReminderState {
	if (daysPastDue > 0) return 'late';
	return nextDue?.on === on ? 'due-today' : 'due-soon';
}

/** @throws DomainError `lending/not-happened-yet`. */
export function requireHappened(date: LocalDate, today: LocalDate, path: string): void {
	if (date > today) throw refuse('lending/not-happened-yet', {date, today}, path);
}
