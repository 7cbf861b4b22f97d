import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {planSchedule} from '../../src/lending/loan-schedule.ts';
import type {Instalment} from '../../src/lending/loan.ts';

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
