import {add, compare, equals, isZero, subtract, sum, toText, zero} from '../kernel/money.ts';
import {buildDueDates, periodDays} from './due-dates.ts';
import {type LendingFinding, refuse, refuseAll} from './errors.ts';
import {type Part, type Plan, lastsToTheEnd} from './schedule-level.ts';
import {planParts} from './schedule-parts.ts';
import {periodRates} from './schedule-rates.ts';
import {describeRule} from './schedule-rule.ts';
import type {Schedule, ScheduleRow, ScheduleTerms} from './schedule-terms.ts';

/**
 * Builds the schedule of a loan. The principals sum to the principal exactly, the margins to the
 * total margin; the last row takes the rest of every division; the number of rows is never changed
 * by rounding, and principal is left for the last of them: a level that rounding made too high for
 * that is lowered, and the rule says so.
 * @throws DomainError `lending/schedule-…` when the terms make no schedule.
 */
export function buildSchedule(terms: ScheduleTerms): Schedule {
	refuseAll(findTermFaults(terms));
	const dueDates = buildDueDates(terms);
	const plan = planParts(terms, periodRates(terms, periodDays(terms.disbursedOn, dueDates)));
	if (terms.fixedInstalment === undefined) requireFineEnough(terms, plan);
	else requireFixedFits(terms, plan);
	const parts = deferMargin(plan.parts, terms.marginDeferredInstalments);
	let balance = terms.principal;
	const rows: ScheduleRow[] = parts.map(({principal, margin}, index) => {
		balance = subtract(balance, principal);
		const total = add(principal, margin);
		return {number: index + 1, dueOn: dueDates[index]!, principal, margin, total, balance};
	});
	const margin = sum(parts.map((part) => part.margin));
	const totals = {principal: terms.principal, margin, total: add(terms.principal, margin)};
	return {rows, totals, rule: describeRule(terms, plan.isLowered ? plan.level : undefined)};
}

/** What {@link findTermFaults} looks at: everything but the amounts that are shared out. */
type TermLimits = Pick<
	ScheduleTerms,
	| 'method'
	| 'instalments'
	| 'principalGraceInstalments'
	| 'marginDeferredInstalments'
	| 'fixedInstalment'
	| 'disbursedOn'
	| 'firstDueOn'
>;

/** All that contradicts itself in the terms, before anything is computed. */
export function findTermFaults(terms: TermLimits): LendingFinding[] {
	const {instalments, principalGraceInstalments: grace, marginDeferredInstalments: late} = terms;
	const {disbursedOn, firstDueOn} = terms;
	const count = String(instalments);
	const faults: LendingFinding[] = [];
	if (firstDueOn !== undefined && firstDueOn < disbursedOn) {
		faults.push({
			code: 'lending/schedule-first-due-before-disbursement',
			path: 'firstDueDate',
			values: {date: firstDueOn, disbursedOn},
		});
	}
	if (grace >= instalments) {
		faults.push({
			code: 'lending/schedule-grace-too-long',
			path: 'principalGraceInstalments',
			values: {grace: String(grace), instalments: count},
		});
	}
	if (late >= instalments) {
		faults.push({
			code: 'lending/schedule-deferral-too-long',
			path: 'marginDeferredInstalments',
			values: {deferred: String(late), instalments: count},
		});
	}
	if (terms.method === 'equal-principal' && terms.fixedInstalment !== undefined) {
		const code = 'lending/schedule-fixed-equal-principal';
		faults.push({code, path: 'fixedInstalment', values: {}});
	}
	return faults;
}

/** A fixed instalment bears more than the margin of each row, and lasts until the last one. */
function requireFixedFits(terms: ScheduleTerms, {parts, level}: Plan): void {
	const instalment = toText(level);
	const short = levelRows(terms, parts).find(({principal}) => isZero(principal));
	if (!lastsToTheEnd(parts)) {
		const values = {instalment, instalments: String(terms.instalments)};
		throw refuse('lending/schedule-fixed-too-high', values, 'fixedInstalment');
	}
	if (short) {
		const values = {instalment, margin: toText(short.margin)};
		throw refuse('lending/schedule-fixed-too-low', values, 'fixedInstalment');
	}
}

/**
 * Rounding left every row something to pay, and no margin above the instalment that it is part of:
 * otherwise the multiple or the quantum is too large for so small an instalment.
 */
function requireFineEnough(terms: ScheduleTerms, {parts, level}: Plan): void {
	const rows = levelRows(terms, parts);
	const totals = rows.map(({principal, margin}) => add(principal, margin));
	const isLevel = terms.method !== 'equal-principal';
	const index = totals.findIndex((total) => isZero(total) || (isLevel && !equals(total, level)));
	if (index < 0) return;
	const multiple = isLevel ? terms.instalmentMultiple : undefined;
	const number = String(terms.principalGraceInstalments + index + 1);
	// Rounding moves a level by less than one step; a margin beyond that is a long period's doing.
	const reach = add(level, multiple ?? terms.moneyQuantum);
	const {margin} = rows[index]!;
	if (isLevel && compare(margin, reach) >= 0) {
		const values = {number, margin: toText(margin)};
		throw refuse('lending/schedule-margin-above-instalment', values, 'firstDueDate');
	}
	const values = {
		quantum: toText(multiple ?? terms.moneyQuantum),
		number,
		instalment: toText(totals[index]!),
	};
	const path = multiple === undefined ? 'moneyQuantum' : 'instalmentMultiple';
	throw refuse('lending/schedule-rounding-too-coarse', values, path);
}

/** The rows that pay principal by the level: those after the grace, but the last. */
const levelRows = (terms: ScheduleTerms, parts: readonly Part[]): readonly Part[] =>
	parts.slice(terms.principalGraceInstalments, -1);

/** The margin of the first rows is collected with the row that follows them. */
function deferMargin(parts: readonly Part[], count: number): Part[] {
	const deferred = sum(parts.slice(0, count).map(({margin}) => margin));
	return parts.map((part, index) => {
		if (index < count) return {...part, margin: zero};
		return index === count ? {...part, margin: add(part.margin, deferred)} : part;
	});
}
