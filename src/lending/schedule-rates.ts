import {type Rate, fraction, multiplyRates, rate} from '../kernel/rate.ts';
import type {ScheduleTerms} from './schedule-terms.ts';

/**
 * The rates of the periods as fractions: `scaled[i] / divisor`. They are kept as fractions because
 * a third that was divided out is no third any more: three of it, rounded down, lack a rupiah.
 */
export type PeriodRates = {readonly scaled: readonly Rate[]; readonly divisor: number};

/** The rate of each period by the day count; `describeRule` says in words what each means. */
export function periodRates(
	{yearlyRate, dayCount, period, firstPeriod}: ScheduleTerms,
	days: readonly number[],
): PeriodRates {
	const scaled = (count: number): Rate => multiplyRates(yearlyRate, fraction(count, 1));
	if (dayCount === 'rate/12') {
		const divisor = {day: 365, week: 52, month: 12}[period.unit];
		if (firstPeriod === undefined) {
			const each = scaled(period.every);
			return {scaled: days.map(() => each), divisor};
		}
		const whole = scaled(period.every * firstPeriod.of);
		const short = scaled(period.every * firstPeriod.days);
		return {
			scaled: days.map((_, index) => (index === 0 ? short : whole)),
			divisor: divisor * firstPeriod.of,
		};
	}
	const divisor = {'actual/365': 365, 'actual/364': 364, 'actual/360': 360}[dayCount];
	return {scaled: days.map(scaled), divisor};
}

/** One period's rate as a plain number, where only an approximation is needed. */
export const plainRate = (scaled: Rate, divisor: number): Rate =>
	multiplyRates(scaled, fraction(1, divisor));

export const sumRates = (rates: readonly Rate[]): Rate => {
	let total = rate('0');
	for (const each of rates) total = total.plus(each) as Rate;
	return total;
};
