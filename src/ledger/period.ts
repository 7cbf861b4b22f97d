import {isOnePerson} from '../kernel/actor.ts';
import {assert} from '../kernel/assert.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {addMonths, endOfMonth, later, startOfMonth} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';

/**
 * One closing of a month of a book: asked for by one person, closed when another has confirmed it,
 * and open again when it was reopened. A month may be closed more than once; each closing stays.
 */
export type Period = {
	readonly startsOn: LocalDate;
	/** The first, second, third closing of the month. */
	readonly sequence: number;
	readonly requestedBy: string;
	readonly requestedAt: Date;
	readonly confirmedBy?: string;
	readonly confirmedAt?: Date;
	readonly reopenedBy?: string;
	readonly reopenedAt?: Date;
	readonly reopenReason?: string;
};

export const isReopened = (period: Period): boolean => period.reopenedAt !== undefined;
export const isClosed = (period: Period): boolean =>
	period.confirmedAt !== undefined && !isReopened(period);

/**
 * Whether a month may be asked to be closed, and as which of its closings: it is over, and nobody
 * has asked before, or it was reopened since.
 */
export function decideCloseRequest(
	month: LocalDate,
	today: LocalDate,
	newest: Period | undefined,
): number {
	const name = nameOf(month);
	const lastDay = endOfMonth(month);
	if (today <= lastDay) throw refuse('ledger/month-not-over', {month: name, lastDay}, 'month');
	if (!newest) return 1;
	if (isClosed(newest)) {
		throw refuse('ledger/period-closed', {month: name, date: lastDay}, 'month');
	}
	if (!isReopened(newest)) {
		const {requestedBy} = newest;
		throw refuse('ledger/close-already-requested', {month: name, requestedBy}, 'month');
	}
	return newest.sequence + 1;
}

/**
 * The closing that a person may confirm: another one has asked for it, and no earlier month that
 * has entries is open, for what is signed of a month stands on all the months before.
 */
export function decideCloseConfirmation(
	month: LocalDate,
	newest: Period | undefined,
	actorName: string,
	openBefore: LocalDate | undefined,
): Period {
	const name = nameOf(month);
	if (!newest || isReopened(newest)) {
		throw refuse('ledger/close-not-requested', {month: name}, 'month');
	}
	if (isClosed(newest)) {
		throw refuse('ledger/period-closed', {month: name, date: endOfMonth(month)}, 'month');
	}
	if (isOnePerson(newest.requestedBy, actorName)) {
		const {requestedBy} = newest;
		throw refuse('ledger/close-same-person', {month: name, requestedBy}, 'month');
	}
	if (openBefore !== undefined) {
		const values = {month: name, openMonth: nameOf(openBefore)};
		throw refuse('ledger/earlier-month-open', values, 'month');
	}
	return newest;
}

/**
 * The closing that a person may take back: it stands, no later month is closed, and whoever
 * confirmed it is another.
 */
export function decideReopening(
	month: LocalDate,
	periods: readonly Period[],
	actorName: string,
): Period {
	const closed = periods.filter(isClosed);
	const closing = closed.find(({startsOn}) => startsOn === month);
	if (!closing) throw refuse('ledger/period-not-closed', {month: nameOf(month)}, 'month');
	const latest = closed.reduce((last, {startsOn}) => later(last, startsOn), month);
	if (latest !== month) {
		const values = {month: nameOf(month), laterMonth: nameOf(latest)};
		throw refuse('ledger/later-month-closed', values, 'month');
	}
	if (isOnePerson(closing.confirmedBy, actorName)) {
		const values = {month: nameOf(month), confirmedBy: actorName};
		throw refuse('ledger/reopen-same-person', values, 'month');
	}
	return closing;
}

/**
 * The day on which a fact of a closed month is booked: the first of the first open month after it.
 * A day in an open month is its own. The month of today is never closed, so there always is one.
 */
export function openDateFor(
	date: LocalDate,
	closedMonths: ReadonlySet<LocalDate>,
	today: LocalDate,
): LocalDate {
	let month = startOfMonth(date);
	if (!closedMonths.has(month)) return date;
	while (closedMonths.has(month)) {
		month = addMonths(month, 1);
		assert(month <= today, 'A month is closed only when it is over.');
	}
	return month;
}

const nameOf = (month: LocalDate): string => month.slice(0, 7);
