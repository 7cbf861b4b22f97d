import {type LocalDate, addDays, addMonths, partsOf} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, isZero} from '../kernel/money.ts';
import {type Instalment, arrearsOn} from '../lending/index.ts';

/** How late a loan is, in each of the measures that a policy may ask for. */
export type Lateness = {
	readonly daysPastDue: number;
	/** Months that have begun since the oldest unpaid due date; zero when nothing is late. */
	readonly monthsPastDue: number;
	/** Instalments that fell due, ask for something and are not paid in full. */
	readonly missedPayments: number;
};

/**
 * The lateness of one loan, all of it from {@link arrearsOn}: what PostgreSQL says of all loans at
 * once (`provisioning_lateness`) is this.
 */
export function latenessOn(
	day: LocalDate,
	instalments: readonly Instalment[],
	owed: Rupiah,
): Lateness {
	const {daysPastDue} = arrearsOn(day, instalments, owed);
	if (daysPastDue === 0) return {daysPastDue, monthsPastDue: 0, missedPayments: 0};
	return {
		daysPastDue,
		monthsPastDue: monthsBegun(addDays(day, -daysPastDue), day),
		missedPayments: instalments.filter(
			({dueOn, principal, margin, owedAfter}) =>
				dueOn < day && !isZero(add(principal, margin)) && compare(owed, owedAfter) > 0,
		).length,
	};
}

/**
 * Months that have begun between two days: "more than three months" is true from 4 on. A month is
 * over on the same day of the next one, or on its last day where it is shorter.
 */
export function monthsBegun(since: LocalDate, day: LocalDate): number {
	if (day <= since) return 0;
	const [from, to] = [partsOf(since), partsOf(day)];
	const months = (to.year - from.year) * 12 + to.month - from.month;
	return day > addMonths(since, months) ? months + 1 : months;
}
