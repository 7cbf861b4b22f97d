import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isPositive,
	isZero,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import type {Arrears} from './arrears.ts';
import {refuse} from './errors.ts';
import {
	type Instalment,
	type Loan,
	type LoanStatus,
	type ScheduleVersion,
	requireStatus,
} from './loan.ts';
import {type LoanSchedule, type PlanningFacts, planSchedule} from './loan-schedule.ts';
import type {Product} from './product.ts';
import {type Split, whatIsLeft} from './waterfall.ts';

/** A part of an approved loan, paid out by a document of its own. */
export type LoanTranche = Split & {
	/** In their order from 1, those that were taken back among them. */
	readonly number: number;
	readonly disbursedOn: LocalDate;
	readonly document: string;
	readonly entryNumber: number;
	/** The entry by which it was taken back. */
	readonly reversedBy?: number;
};

const approvedStates: ReadonlySet<LoanStatus> = new Set([
	'approved',
	'disbursed',
	'settled',
	'written-off',
	'reversed',
]);

/** What may be paid out of a loan in all; undefined where nobody approved it. */
export const approvedPrincipal = ({status, principal, givenUp = zero}: Loan): Rupiah | undefined =>
	approvedStates.has(status) ? subtract(principal, givenUp) : undefined;

/** What may still be paid out of a loan: nothing before it is approved or once it has ended. */
export function leftToDisburse(loan: Loan): Rupiah {
	if (loan.status !== 'approved' && loan.status !== 'disbursed') return zero;
	// A sale is whole: what the goods cost less than was approved is lent to nobody.
	if (loan.akad === 'murabahah' && loan.status === 'disbursed') return zero;
	return subtract(approvedPrincipal(loan)!, loan.disbursed ?? zero);
}

/**
 * How much goes out: all that is left where no sum is named. Only a product that says so is paid
 * out in parts, and the parts are never more than was approved.
 * @throws DomainError `lending/wrong-status`, `lending/nothing-left-to-disburse`,
 * `lending/tranche-above-approved`, `lending/not-in-tranches`, `lending/tranches-used-up`.
 */
export function decideTranche(
	loan: Loan,
	wanted: Rupiah | undefined,
	{product, paidOut}: {readonly product: Product | undefined; readonly paidOut: number},
): Rupiah {
	const tranchesMax = product?.tranchesMax ?? 1;
	if (tranchesMax === 1 || loan.status !== 'disbursed') requireStatus(loan, 'approved');
	const left = leftToDisburse(loan);
	const amount = wanted ?? left;
	const values = {number: String(loan.number), amount: toText(amount), left: toText(left)};
	if (isZero(left)) throw refuse('lending/nothing-left-to-disburse', values);
	if (compare(amount, left) > 0) throw refuse('lending/tranche-above-approved', values, 'amount');
	if (tranchesMax === 1 && compare(amount, left) < 0) {
		throw refuse('lending/not-in-tranches', values, 'amount');
	}
	if (paidOut >= tranchesMax) {
		throw refuse('lending/tranches-used-up', {...values, tranches: String(tranchesMax)});
	}
	return amount;
}

/**
 * More money goes to nobody who is late: the loan would grow by what cannot be paid.
 * @throws DomainError `lending/tranche-while-late`.
 */
export function requireNotLate({number}: Loan, {daysPastDue, overdue}: Arrears): void {
	if (daysPastDue === 0) return;
	const values = {number: String(number), days: String(daysPastDue), overdue: toText(overdue)};
	throw refuse('lending/tranche-while-late', values, 'disbursedOn');
}

/** What has to be known to pay out one more part of a loan. */
export type TrancheFacts = PlanningFacts & {
	/** By which the loan is repaid until then. */
	readonly inForce: readonly Instalment[];
	/** The first that the loan had: its grace is counted from there. */
	readonly first: readonly Instalment[];
	readonly owed: Split;
};

/** A schedule of all that is owed, and what of it the tranche will earn. */
export type PlannedTranche = LoanSchedule & {readonly margin: Rupiah};

/**
 * The schedule after one more tranche: what the one in force still asks for, and with it the
 * tranche as the loan's terms spread it over the instalments that are not due yet. So it asks for
 * what is owed by construction, and the tranche earns from its own day on.
 * @throws DomainError `lending/no-instalment-left`, and what makes no schedule.
 */
export function planTranche(
	loan: Loan,
	amount: Rupiah,
	on: LocalDate,
	{inForce, first, owed, ...facts}: TrancheFacts,
): PlannedTranche {
	const dueDates = inForce.map(({dueOn}) => dueOn).filter((dueOn) => dueOn > on);
	const last = inForce.at(-1)!.dueOn;
	if (dueDates.length === 0) {
		throw refuse('lending/no-instalment-left', {date: on, last}, 'disbursedOn');
	}
	const passed = first.filter(({dueOn}) => dueOn <= on).length;
	const {instalments: added, rule} = planSchedule({...loan, principal: amount}, on, {
		...facts,
		running: {dueDates, passed},
	});
	return {
		instalments: laidOver(restOf(inForce, owed), added, on),
		rule: `${rule} Added to what the schedule before it still asked for.`,
		margin: sum(added.map(({margin}) => margin)),
	};
}

/** What is left of a schedule from a day on when so much is owed: a tranche was taken back. */
export const planWithout = (
	instalments: readonly Instalment[],
	owed: Split,
	on: LocalDate,
): Instalment[] => laidOver(restOf(instalments, owed), [], on);

type Row = Split & Pick<Instalment, 'dueOn'>;

function restOf(instalments: readonly Instalment[], owed: Split): Row[] {
	return whatIsLeft(instalments, {
		principal: subtract(sum(instalments.map((row) => row.principal)), owed.principal),
		margin: subtract(sum(instalments.map((row) => row.margin)), owed.margin),
	});
}

/** Adds rows to the last of others. What is paid and was due falls away; all are counted anew. */
function laidOver(rows: readonly Row[], added: readonly Split[], on: LocalDate): Instalment[] {
	const offset = rows.length - added.length;
	const both = rows
		.map(({dueOn, principal, margin}, index) => ({
			dueOn,
			principal: add(principal, added[index - offset]?.principal ?? zero),
			margin: add(margin, added[index - offset]?.margin ?? zero),
		}))
		.filter(({dueOn, principal, margin}) => dueOn > on || isPositive(add(principal, margin)));
	let left = sum(both.map(({principal, margin}) => add(principal, margin)));
	return both.map((row, index) => {
		left = subtract(left, add(row.principal, row.margin));
		return {...row, number: index + 1, owedAfter: left};
	});
}

/**
 * Which tranche is taken back: the latest that stands, and no other before it.
 * @throws DomainError `lending/unknown-tranche`, `lending/tranche-not-last`.
 */
export function decideTrancheReversal(
	number: number,
	tranches: readonly LoanTranche[],
): LoanTranche {
	const found = standing(tranches).find((one) => one.number === number);
	if (!found) throw refuse('lending/unknown-tranche', {tranche: String(number)}, 'tranche');
	const last = standing(tranches).at(-1)!;
	if (last.number === number) return found;
	const values = {tranche: String(number), last: String(last.number)};
	throw refuse('lending/tranche-not-last', values, 'tranche');
}

/** The tranches that were not taken back. */
export const standing = (tranches: readonly LoanTranche[]): LoanTranche[] =>
	tranches.filter(({reversedBy}) => reversedBy === undefined);

/**
 * The schedule by which a loan was repaid before a tranche. Whatever was laid since came with later
 * tranches, and went with them: what was agreed otherwise was agreed with the tranche in it.
 * @throws DomainError `lending/restructured-after-tranche`.
 */
export function scheduleBefore(
	tranche: LoanTranche,
	tranches: readonly LoanTranche[],
	schedules: readonly ScheduleVersion[],
): ScheduleVersion {
	const at = schedules.findIndex(({entryNumber}) => entryNumber === tranche.entryNumber);
	const ofTranches = new Set(
		tranches.flatMap(({entryNumber, reversedBy}) => [entryNumber, reversedBy]),
	);
	const other = schedules
		.slice(at)
		.find(({entryNumber}) => entryNumber === undefined || !ofTranches.has(entryNumber));
	if (!other) return schedules[at - 1]!;
	const values = {tranche: String(tranche.number), since: other.effectiveOn};
	throw refuse('lending/restructured-after-tranche', values, 'tranche');
}
