import test from 'ava';
import fc from 'fast-check';
import {type KnownRow, recogniseRows} from '../../src/banking/recognition.ts';
import type {Statement, StatementRow} from '../../src/banking/statement.ts';
import {add, rupiah} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';
import {movements, ofSen, refusalOf} from './formats.ts';

const zero = rupiah('0');

function statementOf(rows: readonly StatementRow[]): Statement {
	const [first, last] = [rows[0]!, rows.at(-1)!];
	return {from: first.bookedOn, to: last.bookedOn, opening: zero, closing: last.balance, rows};
}

const row = (bookedOn: string, amount: string, balance: string, reference = ''): StatementRow => ({
	line: 2,
	bookedOn: day(bookedOn),
	amount: rupiah(amount),
	balance: rupiah(balance),
	reference,
	description: 'SETORAN',
});

const known = (one: StatementRow, id: string, change: Partial<KnownRow> = {}): KnownRow => ({
	...one,
	id: id as never,
	statement: 1,
	format: 'bri-csv',
	...change,
});

test('random overlapping files bring each movement once, in whatever order they come', (t) => {
	fc.assert(
		fc.property(
			movements,
			fc.array(fc.tuple(fc.nat(), fc.nat()), {minLength: 1, maxLength: 6}),
			(moved, cuts) => {
				let balance = ofSen(0);
				const all = moved.map((one, index): StatementRow => {
					balance = add(balance, one.amount);
					return {...one, balance, line: index + 1};
				});
				const rows: KnownRow[] = [];
				const shown = new Set<number>();
				const earlier: {number: number; from: never; to: never}[] = [];
				for (const [a, b] of cuts) {
					const [start, end] = [a % all.length, b % all.length].toSorted((x, y) => x - y);
					const part = all.slice(start, end! + 1);
					const found = recogniseRows(statementOf(part), 'bri-csv', rows, earlier);
					for (const one of found) {
						if (one.known === undefined) rows.push(known(one.row, `r${rows.length}`));
						shown.add(one.row.line);
					}
					const {from, to} = statementOf(part);
					earlier.push({number: earlier.length + 1, from: from as never, to: to as never});
				}
				t.is(rows.length, shown.size);
			},
		),
	);
});

test('what is alike in everything but the balance is two movements', (t) => {
	const [first, second] = [row('2026-03-02', '5', '5'), row('2026-03-02', '5', '10')];
	const found = recogniseRows(statementOf([second]), 'bri-csv', [known(first, 'a')], []);
	t.deepEqual(
		found.map((one) => [one.known, one.occurrence]),
		[[undefined, 1]],
	);
	const whole = recogniseRows(statementOf([first, second]), 'bri-csv', [known(first, 'a')], []);
	t.deepEqual(
		whole.map((one) => one.known),
		['a' as never, undefined],
	);
});

test('what came and went and came again leaves the same balance twice: it is counted', (t) => {
	const [came, went] = [row('2026-03-02', '5', '5'), row('2026-03-02', '-5', '0')];
	const found = recogniseRows(statementOf([came, went, came]), 'bri-csv', [known(came, 'a')], []);
	t.deepEqual(
		found.map((one) => [one.known, one.occurrence]),
		[
			['a' as never, 0],
			[undefined, 1],
			[undefined, 2],
		],
	);
});

test('another format orders and names a day otherwise, and is the same day', (t) => {
	const rows = [
		known(row('2026-03-02', '5', '5', 'R1'), 'a'),
		known(row('2026-03-02', '7', '12'), 'b'),
	];
	const other = [row('2026-03-02', '7', '7', 'X'), row('2026-03-02', '5', '12', 'R1')];
	t.deepEqual(
		recogniseRows(statementOf(other), 'mt940', rows, []).map((one) => one.known),
		['b', 'a'] as never,
	);
	// A reference that both have is not another one.
	const different = [row('2026-03-02', '5', '5', 'R2')];
	t.is(recogniseRows(statementOf(different), 'mt940', rows, [])[0]?.known, undefined);
});

test('two files that have a day in full show the same of it, or one is refused', (t) => {
	const first = [
		row('2026-03-01', '1', '1'),
		row('2026-03-02', '5', '6'),
		row('2026-03-03', '1', '7'),
	];
	const rows = first.map((one, index) => known(one, `k${index}`));
	const earlier = [{number: 1, from: day('2026-03-01'), to: day('2026-03-03')}];
	const forged = statementOf([
		row('2026-03-01', '1', '1'),
		{...row('2026-03-02', '4', '5'), line: 9},
		row('2026-03-03', '1', '6'),
	]);
	const {findings} = refusalOf(() => recogniseRows(forged, 'bri-csv', rows, earlier));
	t.deepEqual(
		findings.map(({path, values}) => [path, values.amount, values.shownIn, values.missingIn]),
		[
			['contentBase64[9]', '4.00', 'contentBase64[9]', 'RK-1'],
			['contentBase64', '5.00', 'RK-1', 'contentBase64'],
		],
	);
	// On its first and last day a file may show a part.
	const part = statementOf([row('2026-03-03', '1', '7'), row('2026-03-03', '2', '9')]);
	t.deepEqual(
		recogniseRows(part, 'bri-csv', rows, earlier).map((one) => one.known),
		['k2' as never, undefined],
	);
});
