import {InvalidValue} from '../kernel/errors.ts';
import {type LocalDate, addDays, addMonths, daysBetween, partsOf} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';
import type {SchedulePeriod, ScheduleTerms} from './schedule-terms.ts';

/**
 * The due dates of a schedule. Months keep the day of the first due date, or the month's last day
 * where it is shorter, each counted from the first so that nothing drifts. Without a first due
 * date all are counted from the disbursement.
 * @throws DomainError `lending/schedule-beyond-calendar` when the last lies after the year 2199.
 */
export function buildDueDates({
	period,
	disbursedOn,
	firstDueOn,
	dueDates,
	instalments,
}: Pick<
	ScheduleTerms,
	'period' | 'disbursedOn' | 'firstDueOn' | 'dueDates' | 'instalments'
>): LocalDate[] {
	if (dueDates !== undefined) return [...dueDates];
	const [seed, first] = firstDueOn === undefined ? [disbursedOn, 1] : [firstDueOn, 0];
	try {
		return Array.from({length: instalments}, (_, index) => shift(seed, period, first + index));
	} catch (cause) {
		if (!(cause instanceof InvalidValue)) throw cause;
		const values = {instalments: String(instalments)};
		throw refuse('lending/schedule-beyond-calendar', values, 'instalments');
	}
}

function shift(from: LocalDate, {unit, every}: SchedulePeriod, count: number): LocalDate {
	switch (unit) {
		case 'day':
			return addDays(from, every * count);
		case 'week':
			return addDays(from, 7 * every * count);
		case 'month':
			return addMonths(from, every * count, partsOf(from).day);
	}
}

/** The day on which the period begins that ends on a due date. */
export const startOfPeriod = (dueOn: LocalDate, period: SchedulePeriod): LocalDate =>
	shift(dueOn, period, -1);

/** The days of each period, from the disbursement to the first due date and between the others. */
export const periodDays = (disbursedOn: LocalDate, dueDates: readonly LocalDate[]): number[] =>
	dueDates.map((dueOn, index) => daysBetween(dueDates[index - 1] ?? disbursedOn, dueOn));
