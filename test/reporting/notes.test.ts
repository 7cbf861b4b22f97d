import test from 'ava';
import {toText} from '../../src/kernel/money.ts';
import {type TurnoverCell, buildNotes} from '../../src/reporting/notes.ts';
import {moved} from './chart.ts';

const cell = (fund: string | undefined, ...parts: Parameters<typeof moved>): TurnoverCell => ({
	...moved(...parts),
	...(fund === undefined ? {} : {fund}),
});

// Debts of two funds, one of which paid back 30; an allowance of 20, of which a write-off took 5.
const before = [cell('a', '2.2.01', 'tranche', '0', '100')];
const upTo = [
	cell('a', '2.2.01', 'tranche', '0', '100'),
	cell('a', '2.2.01', 'repayment', '30'),
	cell('b', '2.2.01', 'tranche', '0', '50'),
	cell(undefined, '1.2.19', 'provision', '0', '20'),
	cell(undefined, '1.2.19', 'write-off', '5'),
	cell('a', '1.1.11', 'tranche', '100'),
	cell('b', '1.1.11', 'tranche', '50'),
	cell('a', '1.1.11', 'manual', '7', '7'),
];

test('by account, by fund, by kind, each adding up', (t) => {
	const notes = buildNotes({kind: 'cooperative'}, before, upTo);
	const told = (name: string): string[] => {
		const {rows, totals} = notes.find(({note}) => note === name)!;
		return [
			...rows.map((row) => ({...row, of: row.fund ?? row.kind ?? ''})),
			{...totals, of: '='},
		].map(({of, opening, increase, decrease, closing}) =>
			[of, ...[opening, increase, decrease, closing].map(toText)].join(' ').trim(),
		);
	};
	t.deepEqual(told('city-debt'), [
		'a 100.00 0.00 30.00 70.00',
		'b 0.00 50.00 0.00 50.00',
		'= 100.00 50.00 30.00 120.00',
	]);
	t.deepEqual(told('provision'), [
		'provision 0.00 20.00 0.00 20.00',
		'write-off 0.00 0.00 5.00 -5.00',
		'= 0.00 20.00 5.00 15.00',
	]);
	t.deepEqual(told('cash'), ['0.00 157.00 7.00 150.00', '= 0.00 157.00 7.00 150.00']);
	t.deepEqual(told('equity'), ['= 0.00 0.00 0.00 0.00']);
});

test('the city has other tables', (t) => {
	t.deepEqual(
		buildNotes({kind: 'city'}, [], []).map(({note}) => note),
		['cash', 'investment', 'provision', 'claims', 'equity'],
	);
});
