import {readFile} from 'node:fs/promises';
import test from 'ava';
import fc from 'fast-check';
import {readMt940} from '../../src/banking/mt940-statement.ts';
import {toText} from '../../src/kernel/money.ts';
import {movements, ofSen, placesOf, writeMt940} from './formats.ts';

const told = (text: string) =>
	readMt940(text).rows.map(({bookedOn, amount, reference, description}) => [
		bookedOn,
		toText(amount),
		reference,
		description,
	]);

test('a statement is read as it was written', (t) => {
	fc.assert(
		fc.property(movements, fc.integer({min: -1_000_000, max: 9_000_000_000}), (rows, sen) => {
			const text = writeMt940(ofSen(sen), rows);
			t.deepEqual(
				told(text),
				rows.map((row) => [row.bookedOn, toText(row.amount), row.reference, row.description]),
			);
		}),
	);
});

test('the sample after the guideline of Bank Mandiri', async (t) => {
	const text = await readFile('test/banking/samples/mandiri.sta', 'utf8');
	t.deepEqual(told(text), [
		['2026-03-02', '1250000.00', 'R001', 'SETORAN TUNAI KASIR'],
		['2026-03-02', '-400000.00', 'INV-7', 'TRF INV-7'],
		['2026-03-05', '-6500.00', '', 'BIAYA ADM'],
	]);
	const read = readMt940(text);
	t.deepEqual(read.account, {line: 3, number: '1140001234567'});
	t.is(read.closingOn, '2026-03-05' as never);
	t.deepEqual(
		read.balances.map(({line, after, balance}) => [line, after, toText(balance)]),
		[
			[5, 0, '10000000.00'],
			[13, 3, '10843500.00'],
		],
	);
});

const message = (line: string): string => `:25:1\n:60F:C260101IDR0,\n${line}\n:62F:C260101IDR0,00`;

const reads = test.macro({
	exec(t, line: string, row: readonly string[]) {
		t.deepEqual(told(message(line)), [[...row]]);
	},
	title: (title = '') => title,
});
test('an entry date is of the year nearest to the value date', reads, ':61:2601021231C1,00NTRFA', [
	'2025-12-31',
	'1.00',
	'A',
	'',
]);
test('a reversed credit goes out, a reversed debit comes in', reads, ':61:260102RC1,00NTRFA', [
	'2026-01-02',
	'-1.00',
	'A',
	'',
]);
test('a funds code and a supplement', reads, ':61:260102RDR1,5NTRFNONREF//B\nLEBIH\n:86:X\nY', [
	'2026-01-02',
	'1.50',
	'B',
	'LEBIH X Y',
]);

test('every malformed field is told with its line, and what is missing', (t) => {
	t.deepEqual(
		placesOf(() =>
			readMt940(
				':60F:C260101USD1,00\n:61:260230C1,00NTRFA\n:61:260102C1.00NTRFA\n:61:260102C0,00NTRFA',
			),
		),
		[
			['1', ':60F:', 'C260101USD1,00', 'C260331IDR1250000,00'],
			['2', ':61:', '260230C1,00NTRFA', '2603310331C1250000,00NTRFREF'],
			['3', ':61:', '260102C1.00NTRFA', '2603310331C1250000,00NTRFREF'],
			['4', ':61:', '260102C0,00NTRFA', '2603310331C1250000,00NTRFREF'],
			['1', ':62F:', '', 'C260331IDR1250000,00'],
		],
	);
});
