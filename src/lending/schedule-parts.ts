import {
	type Rounding,
	type Rupiah,
	add,
	max,
	min,
	subtract,
	toMultiple,
	zero,
} from '../kernel/money.ts';
import {type Rate, addRates, divideRates, fraction, multiplyRates, rate} from '../kernel/rate.ts';
import {type Part, type Plan, equalShare, fitLevel, sumOfShares} from './schedule-level.ts';
import {type PeriodRates, sumRates} from './schedule-rates.ts';
import type {ScheduleTerms} from './schedule-terms.ts';

type Exact = ReturnType<Rupiah['dividedBy']>;

const one = rate('1');
// Sixty digits are computed with; what differs from a whole multiple only beyond these is that
// multiple.
const trustedDecimals = 30;

/** The rows of a schedule by its method, before any deferral of margin. */
export function planParts(terms: ScheduleTerms, rates: PeriodRates): Plan {
	switch (terms.method) {
		case 'flat':
		case 'murabahah':
			return fixedMarginPlan(terms, totalMargin(terms, rates));
		case 'equal-principal':
			return equalPrincipalPlan(terms, rates);
		case 'annuity':
			return annuityPlan(terms, rates);
	}
}

const toPart = (value: Exact, terms: ScheduleTerms): Rupiah =>
	toMultiple(value, terms.rounding, terms.moneyQuantum);

const toMargin = (value: Exact, terms: ScheduleTerms): Rupiah =>
	toMultiple(value, terms.rounding, terms.marginQuantum ?? terms.moneyQuantum);

/** What an instalment is rounded to, and how: by the multiple if there is one. */
const instalmentStep = (terms: ScheduleTerms): {rounding: Rounding; step: Rupiah} =>
	terms.instalmentMultiple === undefined
		? {rounding: terms.rounding, step: terms.moneyQuantum}
		: {rounding: terms.instalmentRounding ?? terms.rounding, step: terms.instalmentMultiple};

function toInstalment(value: Exact, terms: ScheduleTerms): Rupiah {
	const {rounding, step} = instalmentStep(terms);
	return toMultiple(value, rounding, step);
}

function planLevel(
	terms: ScheduleTerms,
	level: () => Rupiah,
	build: (level: Rupiah) => Part[],
): Plan {
	// A fixed instalment was agreed: whether it fits is for the caller to judge, not to mend.
	const {fixedInstalment: fixed} = terms;
	if (fixed !== undefined) return {parts: build(fixed), level: fixed, isLowered: false};
	return fitLevel(level(), instalmentStep(terms).step, build);
}

/** The margin on the original principal over the whole term, rounded once. */
function totalMargin(terms: ScheduleTerms, {scaled, divisor}: PeriodRates): Rupiah {
	if (terms.margin !== undefined) return terms.margin;
	return toMargin(terms.principal.times(sumRates(scaled)).dividedBy(divisor), terms);
}

/** Flat and murabahah: the margin is known beforehand and is spread over the rows. */
function fixedMarginPlan(terms: ScheduleTerms, marginTotal: Rupiah): Plan {
	const {principal, instalments: count, principalGraceInstalments: grace} = terms;
	const marginShare = toMargin(equalShare(marginTotal, count), terms);
	const price = add(principal, marginTotal);
	const marginOf = (level: Rupiah): Rupiah =>
		isProportional(terms)
			? toMargin(level.times(marginTotal).dividedBy(price), terms)
			: marginShare;
	const build = (level: Rupiah): Part[] => {
		const wanted = marginOf(level);
		let [principalLeft, marginLeft] = [principal, marginTotal];
		return Array.from({length: count}, (_, index) => {
			if (index === count - 1) return {principal: principalLeft, margin: marginLeft};
			const margin = min(wanted, marginLeft);
			const free = index < grace ? zero : max(subtract(level, margin), zero);
			const part = {principal: min(free, principalLeft), margin};
			principalLeft = subtract(principalLeft, part.principal);
			marginLeft = subtract(marginLeft, margin);
			return part;
		});
	};
	return planLevel(terms, () => fixedMarginLevel(terms, marginTotal, marginShare), build);
}

/**
 * Margin in proportion to what a row pays of the price (DSN-MUI 84/2012); in a grace it pays none.
 */
const isProportional = ({method, principalGraceInstalments}: ScheduleTerms): boolean =>
	method === 'murabahah' && principalGraceInstalments === 0;

/** What every row after the grace pays in all, but the last. */
function fixedMarginLevel(terms: ScheduleTerms, marginTotal: Rupiah, marginShare: Rupiah): Rupiah {
	const {principal, instalments: count} = terms;
	const principalRows = count - terms.principalGraceInstalments;
	if (terms.instalmentMultiple !== undefined && terms.roundsComponentsSeparately) {
		const principalPart = toInstalment(equalShare(principal, principalRows), terms);
		return add(principalPart, toInstalment(equalShare(marginTotal, count), terms));
	}
	if (terms.instalmentMultiple !== undefined || isProportional(terms)) {
		return toInstalment(sumOfShares([principal, principalRows], [marginTotal, count]), terms);
	}
	return add(toPart(equalShare(principal, principalRows), terms), marginShare);
}

/** Equal parts of principal; the margin on what is left of it. */
function equalPrincipalPlan(terms: ScheduleTerms, {scaled, divisor}: PeriodRates): Plan {
	const {principal, instalments: count, principalGraceInstalments: grace} = terms;
	const build = (share: Rupiah): Part[] => {
		let balance = principal;
		return scaled.map((each, index) => {
			const margin = toMargin(balance.times(each).dividedBy(divisor), terms);
			const part = index === count - 1 ? balance : index < grace ? zero : min(share, balance);
			balance = subtract(balance, part);
			return {principal: part, margin};
		});
	};
	return fitLevel(toPart(equalShare(principal, count - grace), terms), terms.moneyQuantum, build);
}

/**
 * Level totals; the margin on what is left of the principal, the rest of the level pays principal.
 */
function annuityPlan(terms: ScheduleTerms, rates: PeriodRates): Plan {
	const {principal, instalments: count, principalGraceInstalments: grace} = terms;
	const {scaled, divisor} = rates;
	const build = (level: Rupiah): Part[] => {
		let balance = principal;
		return scaled.map((each, index) => {
			const margin = toMargin(balance.times(each).dividedBy(divisor), terms);
			const free = index < grace ? zero : max(subtract(level, margin), zero);
			const part = index === count - 1 ? balance : min(free, balance);
			balance = subtract(balance, part);
			return {principal: part, margin};
		});
	};
	const bearing = {scaled: scaled.slice(grace), divisor};
	return planLevel(terms, () => annuityLevel(terms, bearing), build);
}

/**
 * The level that pays the principal exactly at the periods' own rates, rounded once: what the
 * principal grows to if nothing is paid, over what one rupiah paid each time grows to.
 */
function annuityLevel(terms: ScheduleTerms, {scaled, divisor}: PeriodRates): Rupiah {
	const whole = fraction(divisor, 1);
	let growth: Rate = one;
	let grownPayments = rate('0');
	for (const each of scaled) {
		const factor = divideRates(addRates(whole, each), whole);
		growth = multiplyRates(growth, factor);
		grownPayments = addRates(multiplyRates(grownPayments, factor), one);
	}
	const level = terms.principal.times(growth).dividedBy(grownPayments);
	return toInstalment(level.toDecimalPlaces(trustedDecimals), terms);
}
