import test from 'ava';
import {rateText} from '../../src/kernel/rate.ts';
import {periodRates, plainRate, sumRates} from '../../src/lending/schedule-rates.ts';
import type {ScheduleTerms} from '../../src/lending/schedule-terms.ts';
import {termsOf} from './terms.ts';

const written = (terms: Partial<ScheduleTerms>, days: number[]): string => {
	const {scaled, divisor} = periodRates(termsOf('flat', '1', '12', days.length, terms), days);
	return `${scaled.map(rateText).join(' ')} over ${divisor}`;
};

test('rate/12 takes the same fraction for every period, whatever its days', (t) => {
	t.is(written({period: {unit: 'month', every: 1}}, [28, 31]), '0.12 0.12 over 12');
	t.is(written({period: {unit: 'month', every: 3}}, [90, 92]), '0.36 0.36 over 12');
	t.is(written({period: {unit: 'week', every: 2}}, [14, 14]), '0.24 0.24 over 52');
	t.is(written({period: {unit: 'day', every: 35}}, [35, 35]), '4.2 4.2 over 365');
});

// A month at 1 % of which 10 days of 30 are left, and a whole one: 0.12 / 12 / 3 and 0.12 / 12.
test('of a first period that has begun the days that are left count', (t) => {
	const firstPeriod = {days: 10, of: 30};
	t.is(written({firstPeriod}, [10, 31]), '1.2 3.6 over 360');
	t.is(written({firstPeriod, dayCount: 'actual/365'}, [10, 31]), '1.2 3.72 over 365');
});

test('the actual day counts take the days of each period over their year', (t) => {
	t.is(written({dayCount: 'actual/365'}, [28, 31]), '3.36 3.72 over 365');
	t.is(written({dayCount: 'actual/364'}, [7, 7]), '0.84 0.84 over 364');
	t.is(written({dayCount: 'actual/360'}, [30, 0]), '3.6 0 over 360');
});

test('rates add up before they are divided', (t) => {
	const {scaled, divisor} = periodRates(termsOf('flat', '1', '12', 3), [31, 28, 31]);
	t.is(rateText(sumRates(scaled)), '0.36');
	t.is(rateText(plainRate(scaled[0]!, divisor)), '0.01');
});
