import {type LocalDate, addDays} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';

/**
 * What becomes of a due date on which the office is closed:
 * - `none`: it stays;
 * - `next`, `previous`: the working day after or before it;
 * - `next-in-month`: the one after it, or the one before where that would be the next month;
 * - `next-due-date`: it is paid together with the instalment after it.
 */
export const shifts = ['none', 'next', 'previous', 'next-in-month', 'next-due-date'] as const;
export type Shift = (typeof shifts)[number];

/** When an office is closed. */
export type Calendar = {
	/** Days of the week, 1 Monday to 7 Sunday. */
	readonly restDays: readonly number[];
	readonly holidays: ReadonlySet<LocalDate>;
};

/** 1 Monday to 7 Sunday (ISO 8601). */
const weekday = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isWorkingDay = (day: LocalDate, {restDays, holidays}: Calendar): boolean =>
	!holidays.has(day) && !restDays.includes(weekday(day));

/** An office that has been closed for longer than this is not one that collects. */
const closedDaysMax = 60;

/**
 * Due dates moved to days on which they can be paid. The amounts stay what they are: a day more or
 * less bears no margin. The last date has no instalment after it and goes to the next working day.
 * @throws DomainError `lending/no-working-day`.
 */
export function shiftDueDates(
	dates: readonly LocalDate[],
	shift: Shift,
	calendar: Calendar,
): LocalDate[] {
	if (shift === 'none') return [...dates];
	const shifted = dates.map((day) =>
		shift === 'next-due-date' ? day : move(day, shift, calendar),
	);
	if (shift !== 'next-due-date') return shifted;
	// From the last to the first, so that several closed dates in a row end on the same day.
	for (let index = shifted.length - 1; index >= 0; index -= 1) {
		const day = shifted[index]!;
		if (isWorkingDay(day, calendar)) continue;
		shifted[index] = shifted[index + 1] ?? move(day, 'next', calendar);
	}
	return shifted;
}

function move(day: LocalDate, shift: Exclude<Shift, 'none' | 'next-due-date'>, calendar: Calendar) {
	if (shift === 'previous') return seek(day, -1, calendar);
	const next = seek(day, 1, calendar);
	const isOutside = next.slice(0, 7) !== day.slice(0, 7);
	return shift === 'next-in-month' && isOutside ? seek(day, -1, calendar) : next;
}

function seek(from: LocalDate, step: 1 | -1, calendar: Calendar): LocalDate {
	for (let days = 0; days <= closedDaysMax; days += 1) {
		const day = addDays(from, step * days);
		if (isWorkingDay(day, calendar)) return day;
	}
	throw refuse('lending/no-working-day', {date: from, days: String(closedDaysMax)}, 'dueOn');
}
