import {type LocalDate, addMonths} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	isPositive,
	max,
	min,
	rupiah,
	share,
	subtract,
	sum,
	times,
	zero,
} from '../kernel/money.ts';

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

/** Money of an allocation that the city has paid out: a tranche that stands. */
export type Received = {readonly receivedOn: LocalDate; readonly amount: Rupiah};

/** An agreement that ended before its tenor: all that is left falls due on one day. */
export type EarlyEnd = {readonly dueOn: LocalDate};

/**
 * What an agreement foresees for its whole amount: after the grace, principal falls due yearly in
 * equal whole-rupiah parts, the first a year after the grace has ended, the last when the tenor
 * ends; the rest of the division goes to the last. Samisake: seven years, two of grace, principal
 * in years 3 to 7 (BPK Bengkulu).
 */
export const buildFundSchedule = (terms: FundTerms): FundDue[] =>
	buildScheduleOfReceived(terms, [{receivedOn: terms.agreedOn, amount: terms.amount}]);

/**
 * What falls due of the money that really came. Each tranche is spread over the days that come
 * after it; one that comes when the last has passed is due with that last one.
 */
export function buildScheduleOfReceived(
	terms: FundTerms,
	received: readonly Received[],
	end?: EarlyEnd,
): FundDue[] {
	const days = dueDays(terms);
	const dues = days.map(() => zero);
	for (const {receivedOn, amount} of received) {
		const first = days.findIndex((day) => day > receivedOn);
		const from = first === -1 ? days.length - 1 : first;
		for (const [offset, part] of equalParts(amount, days.length - from).entries()) {
			dues[from + offset] = add(dues[from + offset]!, part);
		}
	}
	const schedule = days.map((dueOn, index) => ({dueOn, principal: dues[index]!}));
	const rows = end === undefined ? schedule : dueAtOnce(schedule, end.dueOn);
	return rows.map((row, index) => ({number: index + 1, ...row}));
}

function dueDays({agreedOn, tenorMonths, graceMonths}: FundTerms): LocalDate[] {
	const count = Math.ceil((tenorMonths - graceMonths) / yearMonths);
	return Array.from({length: count}, (_, index) =>
		addMonths(agreedOn, Math.min(graceMonths + (index + 1) * yearMonths, tenorMonths)),
	);
}

function dueAtOnce(schedule: readonly Omit<FundDue, 'number'>[], dueOn: LocalDate) {
	const before = schedule.filter((row) => row.dueOn < dueOn);
	const rest = sum(schedule.slice(before.length).map(({principal}) => principal));
	return [...before, {dueOn, principal: rest}];
}

function equalParts(amount: Rupiah, count: number): Rupiah[] {
	const part = share(amount, 1, count, 'down', rupiah('1'));
	const last = subtract(amount, times(part, count - 1));
	return [...Array.from({length: count - 1}, () => part), last];
}

/** The principal due to the city up to and including a day. */
export const principalDueBy = (schedule: readonly FundDue[], day: LocalDate): Rupiah =>
	sum(schedule.filter(({dueOn}) => dueOn <= day).map(({principal}) => principal));

/** A row of the fund-level schedule with what has become of it. */
export type DueStanding = FundDue & {
	readonly paid: Rupiah;
	readonly unpaid: Rupiah;
	/** From the day after it fell due for as long as something of it is unpaid. */
	readonly isOverdue: boolean;
};

/** What was paid is of the earliest due first. */
export function standDues(
	schedule: readonly FundDue[],
	paidBack: Rupiah,
	day: LocalDate,
): DueStanding[] {
	let left = paidBack;
	return schedule.map((due) => {
		const paid = min(max(left, zero), due.principal);
		left = subtract(left, paid);
		const unpaid = subtract(due.principal, paid);
		return {...due, paid, unpaid, isOverdue: isPositive(unpaid) && due.dueOn < day};
	});
}

/** What of a schedule is overdue. */
export const overdueOf = (dues: readonly DueStanding[]): Rupiah =>
	sum(dues.filter(({isOverdue}) => isOverdue).map(({unpaid}) => unpaid));
