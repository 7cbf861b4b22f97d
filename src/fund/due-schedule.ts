import {type LocalDate, addMonths} from '../kernel/local-date.ts';
import {type Rupiah, rupiah, share, subtract, sum, times} from '../kernel/money.ts';

/** Principal that the agreement makes due to the city on a day. */
export type FundDue = {
	readonly number: number;
	readonly dueOn: LocalDate;
	readonly principal: Rupiah;
};

export type FundTerms = {
	readonly agreedOn: LocalDate;
	readonly amount: Rupiah;
	readonly tenorMonths: number;
	readonly graceMonths: number;
};

const yearMonths = 12;

/**
 * The fund-level schedule: after the grace, principal falls due yearly in equal whole-rupiah parts,
 * the first a year after the grace has ended, the last when the tenor ends; the rest of the
 * division
 * goes to the last. Samisake: seven years, two of grace, principal in years 3 to 7 (BPK Bengkulu).
 */
export function buildFundSchedule(terms: FundTerms): FundDue[] {
	const payingMonths = terms.tenorMonths - terms.graceMonths;
	const count = Math.ceil(payingMonths / yearMonths);
	const parts = equalParts(terms.amount, count);
	return parts.map((principal, index) => ({
		number: index + 1,
		dueOn: addMonths(
			terms.agreedOn,
			Math.min(terms.graceMonths + (index + 1) * yearMonths, terms.tenorMonths),
		),
		principal,
	}));
}

function equalParts(amount: Rupiah, count: number): Rupiah[] {
	const part = share(amount, 1, count, 'down', rupiah('1'));
	const last = subtract(amount, times(part, count - 1));
	return [...Array.from({length: count - 1}, () => part), last];
}

/** The principal due to the city up to and including a day. */
export const principalDueBy = (schedule: readonly FundDue[], day: LocalDate): Rupiah =>
	sum(schedule.filter(({dueOn}) => dueOn <= day).map(({principal}) => principal));
