import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, add, isPositive, ratio, subtract, sum, toText, zero} from '../kernel/money.ts';
import {
	type Rate,
	addRates,
	divideRates,
	exponential,
	isNegativeRate,
	multiplyRates,
	naturalLog,
	powerRate,
	rate,
	subtractRates,
	toPercentText,
} from '../kernel/rate.ts';
import {refuse} from './errors.ts';

/** Money that changes hands on a day. */
export type CashFlow = {readonly on: LocalDate; readonly amount: Rupiah};

/**
 * The yearly rate at which all that is paid is worth what was received: the internal rate of
 * return, every day counted as 1/365 of a year. Undefined where nothing is received for a while.
 */
export function effectiveAnnualRate(
	received: CashFlow,
	payments: readonly CashFlow[],
): Rate | undefined {
	const after = payments.filter(({on}) => on > received.on);
	const atOnce = payments.filter(({on}) => on <= received.on);
	const net = subtract(received.amount, sum(atOnce.map(({amount}) => amount)));
	if (!isPositive(net) || !isPositive(sum(after.map(({amount}) => amount)))) return undefined;
	const parts = after
		.map(({on, amount}) => ({days: daysBetween(received.on, on), part: ratio(amount, net)}))
		.sort((a, b) => a.days - b.days);
	return subtractRates(exponential(multiplyRates(dailyLog(parts), rate('-365'))), rate('1'));
}

/** A payment as a part of what was received, and how many days later it is. */
type Part = {readonly days: number; readonly part: Rate};

const stepsMax = 60;
const closeEnough = rate('0.000000000000000001');

/**
 * The logarithm of what a day leaves of the worth of money, by Newton. The logarithm of the worth
 * is convex and rises in it, so from nought on every step comes nearer and none goes beyond.
 */
function dailyLog(parts: readonly Part[]): Rate {
	let log = rate('0');
	for (let step = 0; step < stepsMax; step += 1) {
		const {worth, slope} = worthAt(parts, exponential(log));
		const change = divideRates(multiplyRates(naturalLog(worth), worth), slope);
		log = subtractRates(log, change);
		const size = isNegativeRate(change) ? subtractRates(rate('0'), change) : change;
		if (isNegativeRate(subtractRates(size, closeEnough))) break;
	}
	return log;
}

/** What the payments are worth where each day leaves `daily` of it, and how that changes. */
function worthAt(parts: readonly Part[], daily: Rate): {worth: Rate; slope: Rate} {
	const powers = new Map<number, Rate>();
	const power = (days: number): Rate => {
		const known = powers.get(days) ?? powerRate(daily, days);
		powers.set(days, known);
		return known;
	};
	let [worth, slope] = [rate('0'), rate('0')];
	let [day, left] = [0, rate('1')];
	for (const {days, part} of parts) {
		// From one payment to the next, for the same few gaps come again and again.
		left = multiplyRates(left, power(days - day));
		day = days;
		const now = multiplyRates(part, left);
		worth = addRates(worth, now);
		slope = addRates(slope, multiplyRates(now, rate(String(days))));
	}
	return {worth, slope};
}

/** What a schedule pays, and what is handed out for it less the fees taken at once. */
export type ScheduleFlows = {
	readonly disbursedOn: LocalDate;
	readonly principal: Rupiah;
	readonly fees?: Rupiah;
	readonly rows: readonly {
		readonly dueOn: LocalDate;
		readonly principal: Rupiah;
		readonly margin: Rupiah;
	}[];
};

/**
 * The effective annual rate of a schedule in per cent with four decimals, fees in it.
 * @throws DomainError `lending/schedule-fees-too-high`.
 */
export function effectiveAnnualPercent({
	disbursedOn,
	principal,
	fees = zero,
	rows,
}: ScheduleFlows): string | undefined {
	const amount = subtract(principal, fees);
	if (!isPositive(amount)) {
		const values = {fees: toText(fees), principal: toText(principal)};
		throw refuse('lending/schedule-fees-too-high', values, 'body.disbursementFees');
	}
	const payments = rows.map((row) => ({on: row.dueOn, amount: add(row.principal, row.margin)}));
	const found = effectiveAnnualRate({on: disbursedOn, amount}, payments);
	return found && toPercentText(found, 4);
}
