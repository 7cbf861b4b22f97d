import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Instalment} from '../../src/lending/loan.ts';
import {
	type NewTerms,
	changeOf,
	planRestructuring,
	requireAsked,
	unpaidOf,
} from '../../src/lending/restructuring.ts';
import {afterTwo, codeOf, instalments, murabahah} from './life.ts';

const terms: NewTerms = {
	effectiveOn: localDate('2025-09-01'),
	instalments: 20,
	periodUnit: 'month',
	periodEvery: 1,
	firstDueOn: localDate('2025-10-05'),
	principalGraceInstalments: 0,
};

const written = ({number, dueOn, principal, margin, owedAfter}: Instalment): string =>
	[number, dueOn, ...[principal, margin, owedAfter].map((one) => toText(one))].join(' ');

test('what is unpaid is what is not paid in full', (t) => {
	t.deepEqual(
		unpaidOf(instalments, afterTwo).map(({number}) => number),
		[3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
	);
	const half = {principal: rupiah('950000'), margin: rupiah('180000')};
	t.is(unpaidOf(instalments, half)[0]!.number, 3);
});

// 1,200,000 owed in twenty parts of 60,000, of which 200/1,200 is margin: 50,000 + 10,000.
test('the debt of a murabahah is spread over more time and stays what it is', (t) => {
	const {instalments: rows, rule} = planRestructuring(afterTwo, terms);
	t.is(rows.length, 20);
	t.is(written(rows[0]!), '1 2025-10-05 50000.00 10000.00 1140000.00');
	t.is(written(rows[1]!), '2 2025-11-05 50000.00 10000.00 1080000.00');
	t.is(written(rows[19]!), '20 2027-05-05 50000.00 10000.00 0.00');
	t.regex(rule, /the margin agreed as 200000/);
});

test('a qardh is spread without a margin, with a grace if it needs one', (t) => {
	const owed = {principal: rupiah('1000000'), margin: rupiah('0')};
	const {instalments: rows} = planRestructuring(owed, {...terms, instalments: 4});
	t.deepEqual(rows.map(written), [
		'1 2025-10-05 250000.00 0.00 750000.00',
		'2 2025-11-05 250000.00 0.00 500000.00',
		'3 2025-12-05 250000.00 0.00 250000.00',
		'4 2026-01-05 250000.00 0.00 0.00',
	]);
});

// In the grace only margin is paid: 200,000 over four instalments; then 500,000 of principal each.
test('in a grace no principal is asked for', (t) => {
	const {instalments: rows} = planRestructuring(afterTwo, {
		...terms,
		instalments: 4,
		principalGraceInstalments: 2,
	});
	t.deepEqual(rows.map(written), [
		'1 2025-10-05 0.00 50000.00 1150000.00',
		'2 2025-11-05 0.00 50000.00 1100000.00',
		'3 2025-12-05 500000.00 50000.00 550000.00',
		'4 2026-01-05 500000.00 50000.00 0.00',
	]);
});

test('without a first day it is one period after the new schedule takes effect', (t) => {
	const {firstDueOn: _, ...rest} = terms;
	t.is(planRestructuring(afterTwo, rest).instalments[0]!.dueOn, localDate('2025-10-01'));
});

test('what makes no new schedule is refused', (t) => {
	const early = {...terms, firstDueOn: localDate('2025-09-01')};
	t.is(
		codeOf(() => planRestructuring(afterTwo, early)),
		'lending/first-due-not-later',
	);
	const onlyMargin = {principal: rupiah('0'), margin: rupiah('5000')};
	t.is(
		codeOf(() => planRestructuring(onlyMargin, terms)),
		'lending/no-principal-left',
	);
	const grace = {...terms, principalGraceInstalments: 20};
	t.is(
		codeOf(() => planRestructuring(afterTwo, grace)),
		'lending/schedule-grace-too-long',
	);
});

test('a change is one of dates, of conditions, or of both', (t) => {
	const unpaid = unpaidOf(instalments, afterTwo);
	const change = (wanted: Partial<NewTerms>, first: string) =>
		changeOf(murabahah, unpaid, {...terms, ...wanted}, [
			{...instalments[0]!, dueOn: localDate(first)},
		]);
	t.is(change({instalments: 10}, '2025-10-05'), 'dates');
	t.is(change({instalments: 10, periodUnit: 'week'}, '2025-05-03'), 'dates');
	t.is(change({instalments: 20}, '2025-05-03'), 'conditions');
	t.is(change({instalments: 10, principalGraceInstalments: 2}, '2025-05-03'), 'conditions');
	t.is(change({instalments: 20}, '2025-10-05'), 'both');
	t.is(
		codeOf(() => change({instalments: 10}, '2025-05-03')),
		'lending/nothing-restructured',
	);
});

test('a payment from before a new schedule stays', (t) => {
	const paid = {principal: rupiah('100000'), margin: rupiah('20000')};
	const {instalments: rows} = planRestructuring(afterTwo, terms);
	t.is(
		codeOf(() => requireAsked(rows, afterTwo, paid)),
		'lending/restructured-since',
	);
	// One from after it, of two instalments of the new one, may be taken back.
	const later = {principal: rupiah('900000'), margin: rupiah('180000')};
	t.is(
		codeOf(() => requireAsked(rows, later, paid)),
		undefined,
	);
});
