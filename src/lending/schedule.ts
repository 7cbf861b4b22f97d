import {add, equals, isZero, subtract, sum, toText, zero} from '../kernel/money.ts';
import {buildDueDates, periodDays} from './due-dates.ts';
import {refuse} from './errors.ts';
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
	requirePossible(terms);
	const dueDates = buildDueDates(terms);
	if (dueDates[0]! < terms.disbursedOn) {
		const values = {date: dueDates[0]!, disbursedOn: terms.disbursedOn};
		throw refuse('lending/schedule-first-due-before-disbursement', values, 'firstDueDate');
	}
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

function requirePossible(terms: ScheduleTerms): void {
	const {
		instalments,
		principalGraceInstalments: grace,
		marginDeferredInstalments: deferred,
	} = terms;
	const count = String(instalments);
	if (grace >= instalments) {
		const values = {grace: String(grace), instalments: count};
		throw refuse('lending/schedule-grace-too-long', values, 'principalGraceInstalments');
	}
	if (deferred >= instalments) {
		const values = {deferred: String(deferred), instalments: count};
		throw refuse('lending/schedule-deferral-too-long', values, 'marginDeferredInstalments');
	}
	if (terms.method === 'equal-principal' && terms.fixedInstalment !== undefined) {
		throw refuse('lending/schedule-fixed-equal-principal', {}, 'fixedInstalment');
	}
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
	const values = {
		quantum: toText(multiple ?? terms.moneyQuantum),
		number: String(terms.principalGraceInstalments + index + 1),
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
