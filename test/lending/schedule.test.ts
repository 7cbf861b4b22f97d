import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {buildSchedule} from '../../src/lending/schedule.ts';
import type {ScheduleTerms} from '../../src/lending/schedule-terms.ts';
import {amountsOf, rowsOf, termsOf} from './terms.ts';

// The expected rows were computed apart from this program, in Python with fractions.Fraction (no
// decimals, no floats; an annuity's level is the principal over the exact sum of discount
// fractions), and typed here as `due-date principal margin total balance`.

test('flat spreads the margin on the whole principal evenly', (t) => {
	t.deepEqual(rowsOf(termsOf('flat', '10000000', '12', 10)), [
		'2026-02-15 1000000 100000 1100000 9000000',
		'2026-03-15 1000000 100000 1100000 8000000',
		'2026-04-15 1000000 100000 1100000 7000000',
		'2026-05-15 1000000 100000 1100000 6000000',
		'2026-06-15 1000000 100000 1100000 5000000',
		'2026-07-15 1000000 100000 1100000 4000000',
		'2026-08-15 1000000 100000 1100000 3000000',
		'2026-09-15 1000000 100000 1100000 2000000',
		'2026-10-15 1000000 100000 1100000 1000000',
		'2026-11-15 1000000 100000 1100000 0',
	]);
});

test('equal principal takes the margin on the principal left', (t) => {
	t.deepEqual(rowsOf(termsOf('equal-principal', '10000000', '12', 6)), [
		'2026-02-15 1666667 100000 1766667 8333333',
		'2026-03-15 1666667 83333 1750000 6666666',
		'2026-04-15 1666667 66667 1733334 4999999',
		'2026-05-15 1666667 50000 1716667 3333332',
		'2026-06-15 1666667 33333 1700000 1666665',
		'2026-07-15 1666665 16667 1683332 0',
	]);
});

test('an annuity is level, and the last row takes the rest', (t) => {
	t.deepEqual(rowsOf(termsOf('annuity', '10000000', '12', 6)), [
		'2026-02-15 1625484 100000 1725484 8374516',
		'2026-03-15 1641739 83745 1725484 6732777',
		'2026-04-15 1658156 67328 1725484 5074621',
		'2026-05-15 1674738 50746 1725484 3399883',
		'2026-06-15 1691485 33999 1725484 1708398',
		'2026-07-15 1708398 17084 1725482 0',
	]);
});

test('murabahah pays cost plus margin level, the margin in proportion', (t) => {
	t.deepEqual(rowsOf(termsOf('murabahah', '10000000', '0', 6, {margin: rupiah('1250000')})), [
		'2026-02-15 1666667 208333 1875000 8333333',
		'2026-03-15 1666667 208333 1875000 6666666',
		'2026-04-15 1666667 208333 1875000 4999999',
		'2026-05-15 1666667 208333 1875000 3333332',
		'2026-06-15 1666667 208333 1875000 1666665',
		'2026-07-15 1666665 208335 1875000 0',
	]);
});

test('the totals are the principal, the margin and both', (t) => {
	const {totals} = buildSchedule(termsOf('equal-principal', '10000000', '12', 6));
	t.deepEqual([totals.principal, totals.margin, totals.total].map(toText), [
		'10000000.00',
		'350000.00',
		'10350000.00',
	]);
});

test('an agreed margin stands, whatever the rate', (t) => {
	const agreed = {margin: rupiah('600000')};
	const {totals} = buildSchedule(termsOf('flat', '6000000', '99', 12, agreed));
	t.is(toText(totals.margin), '600000.00');
});

test('actual/365 counts the days of each period, 29 February among them', (t) => {
	const days = {dayCount: 'actual/365', disbursedOn: localDate('2028-01-31')} as const;
	t.deepEqual(rowsOf(termsOf('equal-principal', '12000000', '12', 4, days)), [
		'2028-02-29 3000000 114411 3114411 9000000',
		'2028-03-31 3000000 91726 3091726 6000000',
		'2028-04-30 3000000 59178 3059178 3000000',
		'2028-05-31 3000000 30575 3030575 0',
	]);
});

test('actual/360 under an annuity discounts each period by its own days', (t) => {
	const days = {dayCount: 'actual/360', disbursedOn: localDate('2026-03-31')} as const;
	t.deepEqual(rowsOf(termsOf('annuity', '12000000', '18', 4, days)), [
		'2026-04-30 2934854 180000 3114854 9065146',
		'2026-05-31 2974344 140510 3114854 6090802',
		'2026-06-30 3023492 91362 3114854 3067310',
		'2026-07-31 3067310 47543 3114853 0',
	]);
});

test('actual/364 makes every week 1/52 of a year', (t) => {
	const weekly: Partial<ScheduleTerms> = {
		dayCount: 'actual/364',
		period: {unit: 'week', every: 1},
		disbursedOn: localDate('2026-02-25'),
	};
	t.deepEqual(rowsOf(termsOf('flat', '2600000', '24', 5, weekly)), [
		'2026-03-04 520000 12000 532000 2080000',
		'2026-03-11 520000 12000 532000 1560000',
		'2026-03-18 520000 12000 532000 1040000',
		'2026-03-25 520000 12000 532000 520000',
		'2026-04-01 520000 12000 532000 0',
	]);
});

test('rate/12 counts a week as 1/52 of a year, across the turn of the year', (t) => {
	const weekly: Partial<ScheduleTerms> = {
		period: {unit: 'week', every: 1},
		disbursedOn: localDate('2026-12-20'),
	};
	t.deepEqual(rowsOf(termsOf('equal-principal', '5200000', '10', 4, weekly)), [
		'2026-12-27 1300000 10000 1310000 3900000',
		'2027-01-03 1300000 7500 1307500 2600000',
		'2027-01-10 1300000 5000 1305000 1300000',
		'2027-01-17 1300000 2500 1302500 0',
	]);
});

test('rate/12 counts a day as 1/365 of a year, also in a leap year', (t) => {
	const tenDaily: Partial<ScheduleTerms> = {
		period: {unit: 'day', every: 10},
		disbursedOn: localDate('2028-02-20'),
	};
	t.deepEqual(rowsOf(termsOf('equal-principal', '3650000', '10', 5, tenDaily)), [
		'2028-03-01 730000 10000 740000 2920000',
		'2028-03-11 730000 8000 738000 2190000',
		'2028-03-21 730000 6000 736000 1460000',
		'2028-03-31 730000 4000 734000 730000',
		'2028-04-10 730000 2000 732000 0',
	]);
});

test('selapanan falls due every 35 days', (t) => {
	const selapanan: Partial<ScheduleTerms> = {
		dayCount: 'actual/360',
		period: {unit: 'day', every: 35},
		disbursedOn: localDate('2026-05-06'),
	};
	t.deepEqual(rowsOf(termsOf('flat', '3500000', '18', 4, selapanan)), [
		'2026-06-10 875000 61250 936250 2625000',
		'2026-07-15 875000 61250 936250 1750000',
		'2026-08-19 875000 61250 936250 875000',
		'2026-09-23 875000 61250 936250 0',
	]);
});

test('one instalment on a date of its own is paid after the harvest', (t) => {
	const harvest = {dayCount: 'actual/365', firstDueOn: localDate('2026-12-31')} as const;
	const expected = ['2026-12-31 6000000 690411 6690411 0'];
	t.deepEqual(rowsOf(termsOf('flat', '6000000', '12', 1, harvest)), expected);
	t.deepEqual(rowsOf(termsOf('annuity', '6000000', '12', 1, harvest)), expected);
	t.deepEqual(rowsOf(termsOf('equal-principal', '6000000', '12', 1, harvest)), expected);
	t.deepEqual(rowsOf(termsOf('murabahah', '6000000', '12', 1, harvest)), expected);
});

test('deferred margin is collected with the row that follows the deferral', (t) => {
	t.deepEqual(amountsOf(termsOf('annuity', '6000000', '12', 5, {marginDeferredInstalments: 2})), [
		'1176239 0 1176239 4823761',
		'1188001 0 1188001 3635760',
		'1199881 144596 1344477 2435879',
		'1211880 24359 1236239 1223999',
		'1223999 12240 1236239 0',
	]);
});

test('a row within both grace and deferral pays nothing', (t) => {
	const both = {principalGraceInstalments: 1, marginDeferredInstalments: 2};
	t.deepEqual(amountsOf(termsOf('flat', '6000000', '12', 5, both)), [
		'0 0 0 6000000',
		'1500000 0 1500000 4500000',
		'1500000 180000 1680000 3000000',
		'1500000 60000 1560000 1500000',
		'1500000 60000 1560000 0',
	]);
});

const refused = test.macro({
	exec(t, terms: ScheduleTerms, code: string, message: string) {
		const error = t.throws(() => buildSchedule(terms));
		t.like(error, {code, message});
	},
	title: (providedTitle) => `refused: ${providedTitle}`,
});

test(
	'a grace as long as the loan',
	refused,
	termsOf('flat', '6000000', '12', 6, {principalGraceInstalments: 6}),
	'lending/schedule-grace-too-long',
	'The principal grace of 6 instalments must be below the 6 instalments.',
);

test(
	'a deferral as long as the loan',
	refused,
	termsOf('flat', '6000000', '12', 6, {marginDeferredInstalments: 6}),
	'lending/schedule-deferral-too-long',
	'The margin deferral of 6 instalments must be below the 6 instalments.',
);

test(
	'a first due date before the disbursement',
	refused,
	termsOf('flat', '6000000', '12', 6, {firstDueOn: localDate('2026-01-14')}),
	'lending/schedule-first-due-before-disbursement',
	'The first due date 2026-01-14 is before the disbursement of 2026-01-15.',
);

test(
	'a due date beyond the calendar',
	refused,
	termsOf('flat', '6000000', '12', 600, {period: {unit: 'month', every: 12}}),
	'lending/schedule-beyond-calendar',
	'Instalment 600 falls after the year 2199; take fewer instalments or shorter periods.',
);

test(
	'a fixed instalment under equal principal',
	refused,
	termsOf('equal-principal', '6000000', '12', 6, {fixedInstalment: rupiah('1000000')}),
	'lending/schedule-fixed-equal-principal',
	'A fixed instalment does not go with equal principal; remove fixedInstalment, or use annuity.',
);

test(
	'a fixed annuity instalment that only covers the margin',
	refused,
	termsOf('annuity', '6000000', '12', 5, {fixedInstalment: rupiah('60000')}),
	'lending/schedule-fixed-too-low',
	'The fixed instalment of 60000.00 does not cover the margin of 60000.00; raise it.',
);

test(
	'a fixed flat instalment below the margin',
	refused,
	termsOf('flat', '6000000', '12', 5, {fixedInstalment: rupiah('59999')}),
	'lending/schedule-fixed-too-low',
	'The fixed instalment of 59999.00 does not cover the margin of 60000.00; raise it.',
);

// 4 x 1,560,000 less 4 x 60,000 of margin is the whole principal: the fifth would be margin alone.
test(
	'a fixed flat instalment that pays the principal off one row early',
	refused,
	termsOf('flat', '6000000', '12', 5, {fixedInstalment: rupiah('1560000')}),
	'lending/schedule-fixed-too-high',
	'The fixed instalment of 1560000.00 pays off before instalment 5; lower it or the count.',
);

test(
	'a fixed annuity instalment that pays off early',
	refused,
	termsOf('annuity', '6000000', '12', 5, {fixedInstalment: rupiah('2100000')}),
	'lending/schedule-fixed-too-high',
	'The fixed instalment of 2100000.00 pays off before instalment 5; lower it or the count.',
);

test(
	'a fixed murabahah instalment that pays off early',
	refused,
	termsOf('murabahah', '6000000', '0', 4, {
		margin: rupiah('600000'),
		fixedInstalment: rupiah('2200000'),
	}),
	'lending/schedule-fixed-too-high',
	'The fixed instalment of 2200000.00 pays off before instalment 4; lower it or the count.',
);

test(
	'a multiple above the instalment',
	refused,
	termsOf('flat', '1200000', '0', 12, {
		instalmentMultiple: rupiah('500000'),
		instalmentRounding: 'down',
	}),
	'lending/schedule-rounding-too-coarse',
	'Rounded to 500000.00, instalment 1 comes to 0.00 and the loan cannot be spread evenly; take a smaller multiple, or fewer instalments.',
);

test(
	'fewer rupiah than instalments',
	refused,
	termsOf('equal-principal', '10', '0', 12),
	'lending/schedule-rounding-too-coarse',
	'Rounded to 1.00, instalment 1 comes to 0.00 and the loan cannot be spread evenly; take a smaller multiple, or fewer instalments.',
);

// The level of 228,932 falls to 200,000, below the first margin of 210,000.
test(
	'an annuity rounded down below its margin',
	refused,
	termsOf('annuity', '10500000', '24', 126, {
		instalmentMultiple: rupiah('100000'),
		instalmentRounding: 'down',
	}),
	'lending/schedule-rounding-too-coarse',
	'Rounded to 100000.00, instalment 1 comes to 210000.00 and the loan cannot be spread evenly; take a smaller multiple, or fewer instalments.',
);

// A year of 24 % on 1,000,000 is 240,000; 1,240,000 paid off in twelve months
// from that day on is 114,896 each (computed with fractions, as above).
test(
	'an annuity whose first period bears more margin than an instalment',
	refused,
	termsOf('annuity', '1000000', '24', 12, {
		dayCount: 'actual/365',
		disbursedOn: localDate('2026-01-01'),
		firstDueOn: localDate('2027-01-01'),
	}),
	'lending/schedule-margin-above-instalment',
	'The margin of 240000.00 in instalment 1 is more than a level instalment pays; bring the first due date nearer, give a principal grace, or use equal-principal.',
);
