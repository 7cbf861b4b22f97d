import type {LocalDate} from '../kernel/local-date.ts';
import {endOfMonth} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';

/** A month of a book that somebody asked to close; closed when another person has confirmed it. */
export type Period = {
	readonly startsOn: LocalDate;
	readonly requestedBy: string;
	readonly requestedAt: Date;
	readonly confirmedBy?: string;
	readonly confirmedAt?: Date;
};

export const isClosed = (period: Period): boolean => period.confirmedAt !== undefined;

/** Whether a month may be asked to be closed: it is over, and nobody has asked before. */
export function decideCloseRequest(
	month: LocalDate,
	today: LocalDate,
	existing: Period | undefined,
): void {
	const name = month.slice(0, 7);
	const lastDay = endOfMonth(month);
	if (today <= lastDay) throw refuse('ledger/month-not-over', {month: name, lastDay}, 'month');
	if (existing && isClosed(existing)) {
		throw refuse('ledger/period-closed', {month: name, date: lastDay}, 'month');
	}
	if (existing) {
		const {requestedBy} = existing;
		throw refuse('ledger/close-already-requested', {month: name, requestedBy}, 'month');
	}
}

/** Whether a person may confirm that a month is closed: another one has asked for it. */
export function decideCloseConfirmation(
	month: LocalDate,
	existing: Period | undefined,
	actorName: string,
): void {
	const name = month.slice(0, 7);
	if (!existing) throw refuse('ledger/close-not-requested', {month: name}, 'month');
	if (isClosed(existing)) {
		throw refuse('ledger/period-closed', {month: name, date: endOfMonth(month)}, 'month');
	}
	if (existing.requestedBy === actorName) {
		const {requestedBy} = existing;
		throw refuse('ledger/close-same-person', {month: name, requestedBy}, 'month');
	}
}
