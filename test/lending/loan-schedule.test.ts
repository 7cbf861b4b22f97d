import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import {planSchedule} from '../../src/lending/loan-schedule.ts';
import type {Instalment} from '../../src/lending/loan.ts';
import type {Product} from '../../src/lending/product.ts';

const qardh = {
	akad: 'qardh',
	principal: rupiah('1000000'),
	margin: rupiah('0'),
	instalments: 3,
	periodUnit: 'month',
	periodEvery: 1,
} as const;

const written = (rows: readonly Instalment[]): string[] =>
	rows.map(({number, dueOn, principal, margin, owedAfter}) =>
		[number, dueOn, ...[principal, margin, owedAfter].map(toText)].join(' '),
	);

test('a qardh pays equal principals and nothing more', (t) => {
	const {instalments, rule} = planSchedule(qardh, localDate('2026-10-31'));
	t.deepEqual(written(instalments), [
		'1 2026-11-30 333333.00 0.00 666667.00',
		'2 2026-12-31 333333.00 0.00 333334.00',
		'3 2027-01-31 333334.00 0.00 0.00',
	]);
	t.true(rule.startsWith('Equal principal: '), rule);
	t.true(rule.endsWith('each part rounded down to 1; the last instalment takes the rest.'), rule);
});

// 5,600,000 / 6 = 933,333.33; of 933,333 the margin is 600/5,600, hence 99,999.96.
test('a murabahah pays its price level, and what is owed falls to nothing', (t) => {
	const murabahah = {
		...qardh,
		akad: 'murabahah',
		principal: rupiah('5000000'),
		margin: rupiah('600000'),
		instalments: 6,
		firstDueOn: localDate('2026-12-10'),
	} as const;
	const {instalments, rule} = planSchedule(murabahah, localDate('2026-10-31'));
	t.deepEqual(written(instalments), [
		'1 2026-12-10 833334.00 99999.00 4666667.00',
		'2 2027-01-10 833334.00 99999.00 3733334.00',
		'3 2027-02-10 833334.00 99999.00 2800001.00',
		'4 2027-03-10 833334.00 99999.00 1866668.00',
		'5 2027-04-10 833334.00 99999.00 933335.00',
		'6 2027-05-10 833330.00 100005.00 0.00',
	]);
	t.true(rule.startsWith('Murabahah: '), rule);
	t.true(rule.includes('the margin agreed as 600000'), rule);
});

test('three instalments of three thousand are a thousand each', (t) => {
	const terms = {...qardh, principal: rupiah('3000')};
	const {instalments} = planSchedule(terms, localDate('2026-10-31'));
	t.deepEqual(
		instalments.map(({principal}) => toText(principal)),
		['1000.00', '1000.00', '1000.00'],
	);
});

test('a loan repaid every 35 days falls due every 35 days', (t) => {
	const selapanan = {...qardh, periodUnit: 'day', periodEvery: 35} as const;
	const {instalments} = planSchedule(selapanan, localDate('2026-05-06'));
	t.deepEqual(
		instalments.map(({dueOn}) => dueOn as string),
		['2026-06-10', '2026-07-15', '2026-08-19'],
	);
});

test('a loan of fewer rupiah than instalments is refused', (t) => {
	const terms = {...qardh, principal: rupiah('2')};
	const error = t.throws(() => planSchedule(terms, localDate('2026-10-31')));
	t.like(error, {code: 'lending/schedule-rounding-too-coarse'});
});

test('a loan by harvest is due every so many months, on its day or the last of the month', (t) => {
	const seasonal = {...qardh, periodUnit: 'season', periodEvery: 4} as const;
	t.deepEqual(written(planSchedule(seasonal, localDate('2025-01-31')).instalments), [
		'1 2025-05-31 333333.00 0.00 666667.00',
		'2 2025-09-30 333333.00 0.00 333334.00',
		'3 2026-01-31 333334.00 0.00 0.00',
	]);
	const harvest = {...seasonal, firstDueOn: localDate('2025-04-10')};
	t.deepEqual(
		planSchedule(harvest, localDate('2025-01-31')).instalments.map(({dueOn}) => String(dueOn)),
		['2025-04-10', '2025-08-10', '2025-12-10'],
	);
});

// 12 % a year flat on 3,000,000 for three seasons of four months is 360,000.
test('a season of a loan at a rate is so many months', (t) => {
	const terms = {
		...qardh,
		akad: 'jasa',
		principal: rupiah('3000000'),
		periodUnit: 'season',
		periodEvery: 4,
	} as const;
	const product = {
		method: 'flat',
		yearlyRate: rate('0.12'),
		dayCount: 'rate/12',
		rounding: 'down',
		principalGraceInstalments: 0,
		marginDeferredInstalments: 0,
		workingDayShift: 'none',
		restDays: [] as readonly number[],
	} as Product;
	t.deepEqual(written(planSchedule(terms, localDate('2025-01-15'), {product}).instalments), [
		'1 2025-05-15 1000000.00 120000.00 2240000.00',
		'2 2025-09-15 1000000.00 120000.00 1120000.00',
		'3 2026-01-15 1000000.00 120000.00 0.00',
	]);
});

test('within a schedule that is running its days are taken and its grace is what is left', (t) => {
	const dueDates = ['2026-03-02', '2026-04-01'].map(localDate);
	const product = {
		method: 'equal-principal',
		dayCount: 'rate/12',
		rounding: 'down',
		principalGraceInstalments: 2,
		marginDeferredInstalments: 0,
		workingDayShift: 'next',
		restDays: [7],
	} as unknown as Product;
	const running = {dueDates, passed: 1};
	const {instalments} = planSchedule(qardh, localDate('2026-02-10'), {product, running});
	t.deepEqual(written(instalments), [
		'1 2026-03-02 0.00 0.00 1000000.00',
		'2 2026-04-01 1000000.00 0.00 0.00',
	]);
});
