import {
	type Rupiah,
	add,
	compare,
	isZero,
	max,
	min,
	portion,
	roundTo,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import {type Rate, addRates, divideRates, fraction, multiplyRates, rate} from '../kernel/rate.ts';
import {buildDueDates, periodDays} from './due-dates.ts';
import {refuse} from './errors.ts';
import {describeRule} from './schedule-rule.ts';
import type {Schedule, ScheduleRow, ScheduleTerms} from './schedule-terms.ts';

type Part = {readonly principal: Rupiah; readonly margin: Rupiah};

const one = rate('1');

/**
 * Builds the schedule of a loan. The principals sum to the principal exactly, the margins to the
 * total margin; the last row takes the rest of every division; the number of rows is never changed
 * by rounding.
 * @throws DomainError `lending/schedule-…` when the terms make no schedule.
 */
export function buildSchedule(terms: ScheduleTerms): Schedule {
	requirePossible(terms);
	const dueDates = buildDueDates(terms);
	if (dueDates[0]! < terms.disbursedOn) {
		const values = {date: dueDates[0]!, disbursedOn: terms.disbursedOn};
		throw refuse('lending/schedule-first-due-before-disbursement', values, 'firstDueDate');
	}
	const rates = periodRates(terms, periodDays(terms.disbursedOn, dueDates));
	const parts = deferMargin(buildParts(terms, rates), terms.marginDeferredInstalments);
	let balance = terms.principal;
	const rows: ScheduleRow[] = parts.map(({principal, margin}, index) => {
		balance = subtract(balance, principal);
		const total = add(principal, margin);
		return {number: index + 1, dueOn: dueDates[index]!, principal, margin, total, balance};
	});
	const margin = sum(parts.map((part) => part.margin));
	const totals = {principal: terms.principal, margin, total: add(terms.principal, margin)};
	return {rows, totals, rule: describeRule(terms)};
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

/** The rate of each period by the day count; see {@link describeRule} for what each means. */
function periodRates(
	{yearlyRate, dayCount, period}: ScheduleTerms,
	days: readonly number[],
): Rate[] {
	if (dayCount === 'rate/12') {
		const perYear = {day: 365, week: 52, month: 12}[period.unit];
		const share = multiplyRates(yearlyRate, fraction(period.every, perYear));
		return days.map(() => share);
	}
	const yearDays = Number.parseInt(dayCount.slice('actual/'.length), 10);
	return days.map((count) => multiplyRates(yearlyRate, fraction(count, yearDays)));
}

function buildParts(terms: ScheduleTerms, rates: readonly Rate[]): Part[] {
	switch (terms.method) {
		case 'flat':
		case 'murabahah':
			return fixedMarginParts(terms, totalMargin(terms, rates));
		case 'equal-principal':
			return equalPrincipalParts(terms, rates);
		case 'annuity':
			return annuityParts(terms, rates);
	}
}

const marginQuantumOf = (terms: ScheduleTerms): Rupiah => terms.marginQuantum ?? terms.moneyQuantum;

/** The margin on the original principal over the whole term, rounded once. */
function totalMargin(terms: ScheduleTerms, rates: readonly Rate[]): Rupiah {
	if (terms.margin !== undefined) return terms.margin;
	const whole = rates.reduce(addRates, rate('0'));
	return portion(terms.principal, whole, terms.rounding, marginQuantumOf(terms));
}

/** Flat and murabahah: the margin is known beforehand and is spread over the rows. */
function fixedMarginParts(terms: ScheduleTerms, marginTotal: Rupiah): Part[] {
	const {principal, instalments: count, principalGraceInstalments: grace} = terms;
	const level = levelTotal(terms, marginTotal);
	const isProportional = terms.method === 'murabahah' && grace === 0;
	const price = add(principal, marginTotal);
	let [principalLeft, marginLeft] = [principal, marginTotal];
	return Array.from({length: count}, (_, index) => {
		const isLast = index === count - 1;
		const wanted = isProportional
			? portionOf(level, marginTotal, price, terms)
			: marginShare(marginTotal, count, terms);
		const margin = isLast ? marginLeft : min(wanted, marginLeft);
		const isGrace = index < grace;
		const free = terms.roundsComponentsSeparately
			? principalShare(terms, count - grace)
			: max(subtract(level, margin), zero);
		const part = isLast ? principalLeft : isGrace ? zero : min(free, principalLeft);
		principalLeft = subtract(principalLeft, part);
		marginLeft = subtract(marginLeft, margin);
		requireFixedFits(terms, isLast, add(part, margin), level);
		return {principal: part, margin};
	});
}

/** What every row after the grace pays in all, but the last. */
function levelTotal(terms: ScheduleTerms, marginTotal: Rupiah): Rupiah {
	if (terms.fixedInstalment !== undefined) return terms.fixedInstalment;
	const {instalments: count, principalGraceInstalments: grace} = terms;
	if (terms.method === 'murabahah' && grace === 0) {
		const price = add(terms.principal, marginTotal);
		return toInstalment(price, fraction(1, count), terms);
	}
	const principal = portion(
		terms.principal,
		fraction(1, count - grace),
		terms.rounding,
		terms.moneyQuantum,
	);
	const margin = marginShare(marginTotal, count, terms);
	return terms.instalmentMultiple === undefined
		? add(principal, margin)
		: exactLevel(terms, marginTotal, count - grace);
}

// Rounded once from the exact sum of both shares, not from shares that were rounded before.
function exactLevel(terms: ScheduleTerms, marginTotal: Rupiah, principalRows: number): Rupiah {
	const scaled = add(times(terms.principal, terms.instalments), times(marginTotal, principalRows));
	return toInstalment(scaled, fraction(1, terms.instalments * principalRows), terms);
}

const times = (amount: Rupiah, count: number): Rupiah => amount.times(count) as Rupiah;

const toInstalment = (amount: Rupiah, share: Rate, terms: ScheduleTerms): Rupiah =>
	terms.instalmentMultiple === undefined
		? portion(amount, share, terms.rounding, terms.moneyQuantum)
		: portion(amount, share, terms.instalmentRounding ?? terms.rounding, terms.instalmentMultiple);

function marginShare(marginTotal: Rupiah, count: number, terms: ScheduleTerms): Rupiah {
	if (terms.roundsComponentsSeparately) return toInstalment(marginTotal, fraction(1, count), terms);
	return portion(marginTotal, fraction(1, count), terms.rounding, marginQuantumOf(terms));
}

const principalShare = (terms: ScheduleTerms, count: number): Rupiah =>
	terms.roundsComponentsSeparately
		? toInstalment(terms.principal, fraction(1, count), terms)
		: portion(terms.principal, fraction(1, count), terms.rounding, terms.moneyQuantum);

/** Margin in proportion to what the row pays of the price (DSN-MUI 84/2012). */
function portionOf(
	level: Rupiah,
	marginTotal: Rupiah,
	price: Rupiah,
	terms: ScheduleTerms,
): Rupiah {
	const exact = level.times(marginTotal).dividedBy(price) as Rupiah;
	return terms.roundsComponentsSeparately
		? marginShare(marginTotal, terms.instalments, terms)
		: roundTo(exact, terms.rounding, marginQuantumOf(terms));
}

/** Equal parts of principal; the margin on what is left of it. */
function equalPrincipalParts(terms: ScheduleTerms, rates: readonly Rate[]): Part[] {
	const {instalments: count, principalGraceInstalments: grace} = terms;
	const share = principalShare(terms, count - grace);
	let balance = terms.principal;
	return rates.map((periodRate, index) => {
		const margin = marginOn(balance, periodRate, terms);
		const isLast = index === count - 1;
		const principal = isLast ? balance : index < grace ? zero : min(share, balance);
		balance = subtract(balance, principal);
		return {principal, margin};
	});
}

/** Level totals; the margin on what is left of the principal, the rest of the level pays principal. */
function annuityParts(terms: ScheduleTerms, rates: readonly Rate[]): Part[] {
	const {instalments: count, principalGraceInstalments: grace} = terms;
	const level = terms.fixedInstalment ?? annuityLevel(terms, rates.slice(grace));
	let balance = terms.principal;
	return rates.map((periodRate, index) => {
		const margin = marginOn(balance, periodRate, terms);
		const isLast = index === count - 1;
		let principal = zero;
		if (isLast) principal = balance;
		else if (index >= grace) principal = annuityPrincipal(terms, level, margin, balance);
		balance = subtract(balance, principal);
		requireFixedFits(terms, isLast, add(principal, margin), level);
		return {principal, margin};
	});
}

function annuityPrincipal(
	terms: ScheduleTerms,
	level: Rupiah,
	margin: Rupiah,
	balance: Rupiah,
): Rupiah {
	const rest = subtract(level, margin);
	if (terms.fixedInstalment !== undefined && compare(rest, zero) <= 0) {
		const values = {instalment: toText(level), margin: toText(margin)};
		throw refuse('lending/schedule-fixed-too-low', values, 'fixedInstalment');
	}
	const wanted =
		terms.roundsComponentsSeparately && terms.instalmentMultiple !== undefined
			? roundTo(rest, terms.instalmentRounding ?? terms.rounding, terms.instalmentMultiple)
			: rest;
	return min(max(wanted, zero), balance);
}

/** The level that pays the principal exactly at the periods' own rates, rounded once. */
function annuityLevel(terms: ScheduleTerms, rates: readonly Rate[]): Rupiah {
	let discount = one;
	let factor = rate('0');
	for (const periodRate of rates) {
		discount = divideRates(discount, addRates(one, periodRate));
		factor = addRates(factor, discount);
	}
	return toInstalment(terms.principal, divideRates(one, factor), terms);
}

function marginOn(balance: Rupiah, periodRate: Rate, terms: ScheduleTerms): Rupiah {
	if (terms.roundsComponentsSeparately) return toInstalment(balance, periodRate, terms);
	return portion(balance, periodRate, terms.rounding, marginQuantumOf(terms));
}

/** A fixed instalment that is paid in full before the last row, or not by it, is not of this term. */
function requireFixedFits(
	terms: ScheduleTerms,
	isLast: boolean,
	total: Rupiah,
	level: Rupiah,
): void {
	if (terms.fixedInstalment === undefined || !isLast) return;
	if (!isZero(total) && terms.instalments > 0) return;
	const values = {instalment: toText(level), instalments: String(terms.instalments)};
	throw refuse('lending/schedule-fixed-too-high', values, 'fixedInstalment');
}

/** The margin of the first rows is collected with the row that follows them. */
function deferMargin(parts: readonly Part[], count: number): Part[] {
	const deferred = sum(parts.slice(0, count).map(({margin}) => margin));
	return parts.map((part, index) => {
		if (index < count) return {...part, margin: zero};
		return index === count ? {...part, margin: add(part.margin, deferred)} : part;
	});
}
