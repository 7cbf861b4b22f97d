import test from 'ava';
import fc from 'fast-check';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {add, equals, rupiah, sum, toText} from '../../src/kernel/money.ts';
import {decideObligation, duesUpTo, standingOf} from '../../src/savings/obligation.ts';

const obligation = (from: string, amount: string) => ({
	effectiveFrom: day(from),
	amount: rupiah(amount),
	legalBasis: 'AD/ART',
	recordedBy: 'penyelia',
});

// Rp 10.000 from January, Rp 25.000 from March, nothing from May, Rp 5.000 from June.
const decided = [
	obligation('2026-03-01', '25000'),
	obligation('2026-01-01', '10000'),
	obligation('2026-05-01', '0'),
	obligation('2026-06-01', '5000'),
];

const due = test.macro({
	exec(t, on: string, months: readonly (readonly [string, string])[]) {
		t.deepEqual(
			duesUpTo(decided, day(on)).map(({month, amount}) => [String(month), toText(amount)]),
			months.map((month) => [...month]),
		);
	},
	title: (_, on: string, months: readonly unknown[]) => `${months.length} months are due on ${on}`,
});
test(due, '2026-01-30', []);
test(due, '2026-01-31', [['2026-01-01', '10000.00']]);
test(due, '2026-03-30', [
	['2026-01-01', '10000.00'],
	['2026-02-01', '10000.00'],
]);
test(due, '2026-06-30', [
	['2026-01-01', '10000.00'],
	['2026-02-01', '10000.00'],
	['2026-03-01', '25000.00'],
	['2026-04-01', '25000.00'],
	['2026-06-01', '5000.00'],
]);

test('where nothing is asked, nothing is due', (t) => {
	t.deepEqual(duesUpTo([], day('2026-06-30')), []);
});

const stands = test.macro({
	exec(
		t,
		joinedOn: string,
		paid: string,
		wanted: {due: string; behind: string; monthsBehind: number; since?: string},
	) {
		const standing = standingOf(duesUpTo(decided, day('2026-06-30')), day(joinedOn), rupiah(paid));
		const {since, ...figures} = standing;
		t.deepEqual(
			{
				due: toText(figures.due),
				behind: toText(figures.behind),
				monthsBehind: figures.monthsBehind,
				...(since === undefined ? {} : {since: String(since)}),
			},
			wanted,
		);
		t.is(toText(figures.paid), `${paid}.00`);
	},
	title: (_, joinedOn: string, paid: string) => `who joined ${joinedOn} and paid ${paid}`,
});
test(stands, '2025-06-15', '0', {
	due: '75000.00',
	behind: '75000.00',
	monthsBehind: 5,
	since: '2026-01-01',
});
// February is half paid: it is not paid.
test(stands, '2025-06-15', '15000', {
	due: '75000.00',
	behind: '60000.00',
	monthsBehind: 4,
	since: '2026-02-01',
});
test(stands, '2025-06-15', '20000', {
	due: '75000.00',
	behind: '55000.00',
	monthsBehind: 3,
	since: '2026-03-01',
});
test(stands, '2025-06-15', '75000', {due: '75000.00', behind: '0.00', monthsBehind: 0});
test(stands, '2025-06-15', '90000', {due: '75000.00', behind: '0.00', monthsBehind: 0});
// The month in which they joined is theirs.
test(stands, '2026-04-30', '0', {
	due: '30000.00',
	behind: '30000.00',
	monthsBehind: 2,
	since: '2026-04-01',
});
test(stands, '2026-07-01', '0', {due: '0.00', behind: '0.00', monthsBehind: 0});

test('what is due is what was paid of it and what is behind', (t) => {
	fc.assert(
		fc.property(fc.integer({min: 0, max: 75_000}), (paid) => {
			const dues = duesUpTo(decided, day('2026-06-30'));
			const standing = standingOf(dues, day('2025-01-01'), rupiah(String(paid)));
			t.true(equals(add(standing.paid, standing.behind), standing.due));
			t.true(equals(standing.due, sum(dues.map(({amount}) => amount))));
			t.is(standing.monthsBehind > 0, paid < 75_000);
		}),
	);
});

test('a new obligation begins after the last one', (t) => {
	const judge = (from: string) => () => {
		decideObligation({effectiveFrom: day(from)}, decided);
	};
	t.notThrows(judge('2026-07-01'));
	t.like(t.throws(judge('2026-06-01')), {
		code: 'savings/obligation-not-later',
		findings: [{path: 'effectiveFrom', values: {last: '2026-06'}}],
	});
	t.notThrows(() => {
		decideObligation({effectiveFrom: day('2020-01-01')}, []);
	});
});
