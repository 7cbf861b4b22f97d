import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, compare, isZero, subtract, zero} from '../kernel/money.ts';
import type {Instalment} from './loan.ts';

/** How late a loan is on a day. */
export type Arrears = {
	/** Days since the oldest instalment that is not fully paid fell due; zero when none is late. */
	readonly daysPastDue: number;
	/** What has fallen due and is not paid, principal and margin. */
	readonly overdue: Rupiah;
};

/**
 * The one primitive of lateness, which every class, provision and ratio reads: an instalment is
 * unpaid while more is owed of the loan than would be owed after it, and late from the day after
 * it fell due. `owed` is principal and margin on that day, from the ledger.
 */
export function arrearsOn(
	day: LocalDate,
	instalments: readonly Instalment[],
	owed: Rupiah,
): Arrears {
	const late = lateInstalments(day, instalments, owed);
	const oldest = late[0];
	if (!oldest || isZero(owed)) return {daysPastDue: 0, overdue: zero};
	return {
		daysPastDue: daysBetween(oldest.dueOn, day),
		overdue: subtract(owed, late.at(-1)!.owedAfter),
	};
}

/** The instalments that are late on a day, the oldest first. */
export const lateInstalments = (
	day: LocalDate,
	instalments: readonly Instalment[],
	owed: Rupiah,
): Instalment[] =>
	instalments.filter(({dueOn, owedAfter}) => dueOn < day && compare(owed, owedAfter) > 0);

/** How many instalments are paid in full when `owed` is left of the loan. */
export const instalmentsPaid = (instalments: readonly Instalment[], owed: Rupiah): number =>
	instalments.filter(({owedAfter}) => compare(owed, owedAfter) <= 0).length;
