import {type LocalDate, addDays, later} from '../kernel/local-date.ts';

/** Older days than these are not looked at late: each run sees weeks and months back anyway. */
export const nightsCaughtUpMax = 7;

/**
 * The days that are still to be looked at, the oldest first: those after the last one looked at, up
 * to yesterday, and yesterday alone where none ever was.
 */
export function missedNights(last: LocalDate | undefined, today: LocalDate): LocalDate[] {
	const yesterday = addDays(today, -1);
	const oldest = addDays(today, -nightsCaughtUpMax);
	const nights: LocalDate[] = [];
	const first = last === undefined ? yesterday : later(addDays(last, 1), oldest);
	for (let night = first; night <= yesterday; night = addDays(night, 1)) nights.push(night);
	return nights;
}
