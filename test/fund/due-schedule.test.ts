import test from 'ava';
import {buildFundSchedule, principalDueBy} from '../../src/fund/due-schedule.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const rows = (amount: string, tenorMonths: number, graceMonths: number, agreedOn = '2013-12-18') =>
	buildFundSchedule({
		agreedOn: localDate(agreedOn),
		amount: rupiah(amount),
		tenorMonths,
		graceMonths,
	}).map(({dueOn, principal}) => [dueOn, toText(principal)]);

test('Samisake: signed 18 December 2013, two years of grace, principal in years 3 to 7', (t) => {
	// BPK Bengkulu: Rp 13.649.000.000 over five years is Rp 2.729.800.000 a year, the last on 18
	// December 2020.
	t.deepEqual(rows('13649000000', 84, 24), [
		['2016-12-18', '2729800000.00'],
		['2017-12-18', '2729800000.00'],
		['2018-12-18', '2729800000.00'],
		['2019-12-18', '2729800000.00'],
		['2020-12-18', '2729800000.00'],
	]);
});

test('the rest of the division goes to the last year', (t) => {
	t.deepEqual(
		rows('100000000', 36, 0).map(([, principal]) => principal),
		['33333333.00', '33333333.00', '33333334.00'],
	);
});

test('a tenor that is no whole number of years ends with a shorter one', (t) => {
	t.deepEqual(
		rows('90', 30, 0, '2026-01-31').map(([dueOn]) => dueOn),
		['2027-01-31', '2028-01-31', '2028-07-31'],
	);
});

test('29 February falls due on the 28th where there is none', (t) => {
	t.deepEqual(
		rows('90', 24, 0, '2024-02-29').map(([dueOn]) => dueOn),
		['2025-02-28', '2026-02-28'],
	);
});

test('sen stay with the last row', (t) => {
	t.deepEqual(
		rows('10.50', 24, 0).map(([, principal]) => principal),
		['5.00', '5.50'],
	);
});

test('what is due counts the day itself', (t) => {
	const schedule = buildFundSchedule({
		agreedOn: localDate('2025-01-01'),
		amount: rupiah('300'),
		tenorMonths: 36,
		graceMonths: 0,
	});
	const dueBy = (day: string) => toText(principalDueBy(schedule, localDate(day)));
	t.deepEqual(
		[dueBy('2025-12-31'), dueBy('2026-01-01'), dueBy('2027-06-01'), dueBy('2040-01-01')],
		['0.00', '100.00', '200.00', '300.00'],
	);
});
