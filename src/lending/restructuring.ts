import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isPositive,
	isZero,
	rupiah,
	subtract,
	sum,
	toText,
} from '../kernel/money.ts';
import {rate} from '../kernel/rate.ts';
import type {Arrears} from './arrears.ts';
import {refuse, refuseAll} from './errors.ts';
import type {LoanSchedule} from './loan-schedule.ts';
import {type Instalment, type Loan, type PeriodUnit, calendarUnit, seasonFindings} from './loan.ts';
import type {Product} from './product.ts';
import {buildSchedule} from './schedule.ts';
import type {Split} from './waterfall.ts';
import {shiftDueDates} from './working-days.ts';

/** How the rest of a debt is to be paid from a day on. */
export type NewTerms = {
	readonly effectiveOn: LocalDate;
	readonly instalments: number;
	readonly periodUnit: PeriodUnit;
	readonly periodEvery: number;
	/** One period after the day on which it takes effect, without one. */
	readonly firstDueOn?: LocalDate;
	/** The first instalments that pay no principal. */
	readonly principalGraceInstalments: number;
};

/**
 * What a new schedule changes: when is paid (penjadwalan kembali), in how many parts or after what
 * grace (persyaratan kembali), or both.
 */
export type Change = 'dates' | 'conditions' | 'both';

/** A new schedule that was agreed, with how the loan stood when it was. */
export type Restructuring = {
	readonly version: number;
	readonly change: Change;
	readonly document: string;
	readonly decidedBy: string;
	/** By the schedule before it: a new one makes the loan look current. */
	readonly arrears: Arrears;
	readonly owed: Split;
};

/** The instalments that are not paid in full while so much is owed. */
export const unpaidOf = (instalments: readonly Instalment[], owed: Split): Instalment[] =>
	instalments.filter(({owedAfter}) => compare(add(owed.principal, owed.margin), owedAfter) > 0);

/**
 * The schedule of exactly what is owed, from a day on. What is owed is not computed anew, at no
 * rate and with no charge: an extension must not make a debt larger (DSN-MUI 48/2005), and of a
 * debt at a rate the rest of what was charged is spread over the new time.
 * @throws DomainError `lending/no-principal-left`, `lending/first-due-not-later`, and what makes no
 * schedule.
 */
export function planRestructuring(
	owed: Split,
	terms: NewTerms,
	{product, holidays}: {product?: Product; holidays?: ReadonlySet<LocalDate>} = {},
): LoanSchedule {
	const {effectiveOn, firstDueOn} = terms;
	refuseAll(seasonFindings(terms.periodUnit, terms.periodEvery, 'periodEvery'));
	if (!isPositive(owed.principal)) throw refuse('lending/no-principal-left', {});
	if (firstDueOn !== undefined && firstDueOn <= effectiveOn) {
		const values = {date: firstDueOn, effectiveOn};
		throw refuse('lending/first-due-not-later', values, 'firstDueOn');
	}
	const {rows, rule} = buildSchedule({
		method: isZero(owed.margin) ? 'equal-principal' : 'murabahah',
		...owed,
		yearlyRate: rate('0'),
		instalments: terms.instalments,
		period: {unit: calendarUnit(terms.periodUnit), every: terms.periodEvery},
		disbursedOn: effectiveOn,
		...(firstDueOn === undefined ? {} : {firstDueOn}),
		dayCount: 'rate/12',
		moneyQuantum: rupiah('1'),
		rounding: product?.rounding ?? 'down',
		...(product?.instalmentMultiple === undefined
			? {}
			: {instalmentMultiple: product.instalmentMultiple, instalmentRounding: product.rounding}),
		roundsComponentsSeparately: false,
		principalGraceInstalments: terms.principalGraceInstalments,
		marginDeferredInstalments: 0,
	});
	const dates = shiftDueDates(
		rows.map(({dueOn}) => dueOn),
		product?.workingDayShift ?? 'none',
		{restDays: product?.restDays ?? [], holidays: holidays ?? new Set()},
	);
	let left: Rupiah = add(owed.principal, owed.margin);
	const instalments = rows.map(({principal, margin}, index) => {
		left = subtract(left, add(principal, margin));
		return {number: index + 1, dueOn: dates[index]!, principal, margin, owedAfter: left};
	});
	return {instalments, rule};
}

/**
 * What new terms change of what is left of the schedule before.
 * @throws DomainError `lending/nothing-restructured`.
 */
export function changeOf(
	loan: Pick<Loan, 'periodUnit' | 'periodEvery'>,
	unpaid: readonly Instalment[],
	terms: NewTerms,
	[first]: readonly Instalment[],
): Change {
	const isPeriodKept =
		terms.periodUnit === loan.periodUnit && terms.periodEvery === loan.periodEvery;
	const hasDates = !isPeriodKept || first!.dueOn !== unpaid[0]?.dueOn;
	const hasConditions = terms.instalments !== unpaid.length || terms.principalGraceInstalments > 0;
	if (!hasDates && !hasConditions) throw refuse('lending/nothing-restructured', {});
	if (hasDates && hasConditions) return 'both';
	return hasDates ? 'dates' : 'conditions';
}

/**
 * A payment from before a new schedule stays: without it more would be owed than the schedule
 * asks for, which was agreed for what was left.
 * @throws DomainError `lending/restructured-since`.
 */
export function requireAsked(
	instalments: readonly Instalment[],
	owed: Split,
	payment: Split,
): void {
	const asked = {
		principal: sum(instalments.map(({principal}) => principal)),
		margin: sum(instalments.map(({margin}) => margin)),
	};
	const without = {
		principal: add(owed.principal, payment.principal),
		margin: add(owed.margin, payment.margin),
	};
	const isAsked =
		compare(without.principal, asked.principal) <= 0 && compare(without.margin, asked.margin) <= 0;
	if (isAsked) return;
	const values = {
		asked: toText(add(asked.principal, asked.margin)),
		owed: toText(add(without.principal, without.margin)),
	};
	throw refuse('lending/restructured-since', values, 'repayment');
}
