import {type LocalDate, addMonths, endOfMonth, startOfMonth} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, isPositive, subtract, sum, zero} from '../kernel/money.ts';
import {refuse} from './errors.ts';

/** What a cooperative asks of every member as simpanan wajib each month, from a month on. */
export type Obligation = {
	/** The first day of the first month. */
	readonly effectiveFrom: LocalDate;
	readonly amount: Rupiah;
	/** The statute or the meeting that decided it. */
	readonly legalBasis: string;
	readonly recordedBy: string;
};

/** What is due for one month, on its last day. */
export type Due = {readonly month: LocalDate; readonly amount: Rupiah};

/** How a member stands with what was due of them. */
export type Behind = {
	readonly due: Rupiah;
	readonly paid: Rupiah;
	/** What is due and not paid; nothing where more was paid than is due. */
	readonly behind: Rupiah;
	/** Months that are not paid in full, the oldest being paid first. */
	readonly monthsBehind: number;
	/** The oldest month that is not paid in full. */
	readonly since?: LocalDate;
};

/**
 * What is due of a member who was always there, month by month, up to a day: a month is due on its
 * last day, so the month that runs is not due yet.
 */
export function duesUpTo(obligations: readonly Obligation[], day: LocalDate): Due[] {
	const ordered = obligations.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
	const first = ordered[0]?.effectiveFrom;
	if (first === undefined) return [];
	const dues: Due[] = [];
	for (let month = first; endOfMonth(month) <= day; month = addMonths(month, 1)) {
		const inForce = ordered.findLast(({effectiveFrom}) => effectiveFrom <= month);
		if (inForce && isPositive(inForce.amount)) dues.push({month, amount: inForce.amount});
	}
	return dues;
}

/** How a member stands who joined on a day and has paid so much: from the month they joined. */
export function standingOf(dues: readonly Due[], joinedOn: LocalDate, paid: Rupiah): Behind {
	const own = dues.filter(({month}) => month >= startOfMonth(joinedOn));
	const due = sum(own.map(({amount}) => amount));
	let covered = zero;
	const unpaid = own.filter(({amount}) => {
		covered = add(covered, amount);
		return compare(covered, paid) > 0;
	});
	const since = unpaid[0]?.month;
	const behind = subtract(due, paid);
	return {
		due,
		paid,
		behind: isPositive(behind) ? behind : zero,
		monthsBehind: unpaid.length,
		...(since === undefined ? {} : {since}),
	};
}

/**
 * Judges a new obligation beside those there are.
 * @throws DomainError `savings/obligation-not-later`.
 */
export function decideObligation(
	wanted: Pick<Obligation, 'effectiveFrom'>,
	obligations: readonly Obligation[],
): void {
	const last = obligations
		.map(({effectiveFrom}) => effectiveFrom)
		.toSorted()
		.at(-1);
	if (last === undefined || wanted.effectiveFrom > last) return;
	throw refuse('savings/obligation-not-later', {last: last.slice(0, 7)}, 'effectiveFrom');
}
