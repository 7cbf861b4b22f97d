import test from 'ava';
import {
	type FreeLine,
	type FreeRow,
	type MatchRule,
	decideMatch,
	proposeMatches,
} from '../../src/banking/matching.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';
import {refusalOf} from './formats.ts';

const row = (id: string, date: string, amount: string, description = ''): FreeRow => ({
	id: id as never,
	bookedOn: day(`2026-03-${date}`),
	amount: rupiah(amount),
	reference: '',
	description,
});
const line = (entry: number, date: string, amount: string, document = 'x'): FreeLine => ({
	entry,
	line: 1,
	effectiveOn: day(`2026-03-${date}`),
	amount: rupiah(amount),
	document,
	reason: '',
});
const rule = (kind: MatchRule['kind'], withinDays = 3): MatchRule => ({kind, withinDays});

const finds = test.macro({
	exec(
		t,
		rules: readonly MatchRule[],
		rows: readonly FreeRow[],
		lines: readonly FreeLine[],
		found: readonly string[],
	) {
		t.deepEqual(
			proposeMatches(rules, rows, lines).map(
				(one) => `${one.rule} ${one.row.id} ${one.lines.map(({entry}) => entry).join('+')}`,
			),
			[...found],
		);
	},
	title: (title = '') => title,
});

const byName = [rule('reference')];
test(
	'a row that names the document of a line of its amount',
	finds,
	byName,
	[row('a', '02', '5', 'setoran ss-1 tunai'), row('b', '02', '5', 'SS-12')],
	[line(1, '02', '5', 'SS-1'), line(2, '02', '5', 'SS-12')],
	['reference a 1', 'reference b 2'],
);
test(
	'a name within another word is none',
	finds,
	byName,
	[row('a', '02', '5', 'XSS-1 SS-1/3')],
	[line(1, '02', '5', 'SS-13'), line(2, '02', '5', 'S')],
	[],
);
test(
	'a name with another amount is none',
	finds,
	byName,
	[row('a', '02', '5', 'SS-1')],
	[line(1, '02', '6', 'SS-1'), line(2, '02', '-5', 'SS-1')],
	[],
);

const byAmount = [rule('amount-and-date')];
test(
	'the same amount within the days',
	finds,
	byAmount,
	[row('a', '05', '5'), row('b', '05', '-5')],
	[line(1, '02', '5'), line(2, '08', '-5')],
	['amount-and-date a 1', 'amount-and-date b 2'],
);
test('not a day later than that', finds, byAmount, [row('a', '06', '5')], [line(1, '02', '5')], []);
test(
	'two lines for a row: a person decides',
	finds,
	byAmount,
	[row('a', '05', '5')],
	[line(1, '04', '5'), line(2, '05', '5')],
	[],
);
test(
	'two rows for a line: a person decides',
	finds,
	byAmount,
	[row('a', '05', '5'), row('b', '05', '5')],
	[line(1, '05', '5')],
	[],
);
test(
	'what the first rule took leaves the second no doubt',
	finds,
	[...byName, ...byAmount],
	[row('a', '05', '5', 'SS-1'), row('b', '05', '5')],
	[line(1, '05', '5', 'SS-1'), line(2, '05', '5', 'SS-2')],
	['reference a 1', 'amount-and-date b 2'],
);

const bySum = [rule('sum-of-day')];
test(
	'receipts of a day brought to the bank at once, what was paid out apart',
	finds,
	bySum,
	[row('a', '05', '30')],
	[line(1, '04', '10'), line(2, '04', '20'), line(3, '04', '-7')],
	['sum-of-day a 1+2'],
);
test(
	'not a part of a day',
	finds,
	bySum,
	[row('a', '05', '30')],
	[line(1, '04', '10'), line(2, '04', '20'), line(3, '04', '1')],
	[],
);
test(
	'two days of the same sum: a person decides',
	finds,
	bySum,
	[row('a', '05', '30')],
	[line(1, '04', '10'), line(2, '04', '20'), line(3, '05', '15'), line(4, '05', '15')],
	[],
);
test('one line is no sum', finds, bySum, [row('a', '05', '30')], [line(1, '05', '30')], []);

const rows = [row('a', '02', '5'), row('b', '03', '-5')];
const lines = [line(1, '02', '3'), line(2, '02', '2'), line(3, '04', '7')];
const named = (...entries: number[]) => entries.map((entry) => ({entry, line: 1}));

test('a person matches what is free and of the same sum', (t) => {
	t.notThrows(() => decideMatch({rows: ['a' as never], lines: named(1, 2)}, rows, lines));
	// A transfer that the bank returned is nowhere in the ledger.
	t.notThrows(() => decideMatch({rows: ['a', 'b'] as never, lines: []}, rows, lines));
});

test('every fault of a match by hand is told', (t) => {
	const codes = (wanted: Parameters<typeof decideMatch>[0]) =>
		refusalOf(() => decideMatch(wanted, rows, lines)).findings.map(({code, path}) => [code, path]);
	t.deepEqual(codes({rows: ['a', 'a', 'c'] as never, lines: named(1, 1, 9)}), [
		['banking/named-twice', 'rows[1]'],
		['banking/named-twice', 'lines[1]'],
		['banking/row-not-free', 'rows[2]'],
		['banking/line-not-free', 'lines[2]'],
	]);
	t.deepEqual(codes({rows: ['a' as never], lines: []}), [['banking/match-too-small', 'rows']]);
	t.deepEqual(codes({rows: ['a' as never], lines: named(1)}), [['banking/match-unequal', 'rows']]);
});
