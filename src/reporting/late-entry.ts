import {type LocalDate, daysBetween, localDateAt, startOfMonth} from '../kernel/local-date.ts';
import type {Period, SealedEntry} from '../ledger/index.ts';

/** One closing of a month: since when it was closed, and since when open again. */
export type Closing = Pick<Period, 'startsOn' | 'confirmedAt' | 'reopenedAt'>;

/**
 * What a month was when an entry of it came: open and never closed before; closed, so that the
 * entry counts in a later month; or opened again after it had been closed.
 */
export type MonthState = 'open' | 'closed' | 'reopened';

/** An entry that came after the moment since which changes are told. */
export type LateEntry = {
	readonly entry: SealedEntry;
	/** False where it tells of the period and counts after it, for the month was closed. */
	readonly isWithin: boolean;
	/** From the day on which it happened to the day on which it was recorded. */
	readonly daysLate: number;
	readonly monthState: MonthState;
};

/** Tells how late an entry came, and whether the month of what it tells had been closed by then. */
export function toLateEntry(
	entry: SealedEntry,
	isWithin: boolean,
	timeZone: string,
	closings: readonly Closing[],
): LateEntry {
	const happenedOn = entry.occurredOn ?? entry.effectiveOn;
	return {
		entry,
		isWithin,
		daysLate: daysBetween(happenedOn, localDateAt(entry.recordedAt, timeZone)),
		monthState: monthStateAt(startOfMonth(happenedOn), entry.recordedAt, closings),
	};
}

/** What a month was at a moment, by the history of its closings. */
export function monthStateAt(
	month: LocalDate,
	moment: Date,
	closings: readonly Closing[],
): MonthState {
	const isBy = (at: Date | undefined): boolean => at !== undefined && at <= moment;
	const before = closings.filter(
		({startsOn, confirmedAt}) => startsOn === month && isBy(confirmedAt),
	);
	if (before.length === 0) return 'open';
	return before.every(({reopenedAt}) => isBy(reopenedAt)) ? 'reopened' : 'closed';
}
