import test from 'ava';
import type {ReadCell} from '../../src/files/read/table.ts';
import {readAmount} from '../../src/imports/amount-cell.ts';

const reads = test.macro({
	exec(t, cell: ReadCell, wanted: string, numberFormat?: 'id' | 'en') {
		const read = readAmount(cell, {
			dateSystem: '1900',
			...(numberFormat === undefined ? {} : {numberFormat}),
		});
		t.is(read.value ?? read.fault, wanted);
	},
	title: (_: string | undefined, {kind, text}: ReadCell, wanted: string, format?: string) =>
		`${kind} "${text}" ${format ?? ''} is ${wanted}`,
});

const text = (value: string): ReadCell => ({kind: 'text', text: value});
const number = (value: string): ReadCell => ({kind: 'number', text: value});

for (const [written, wanted] of [
	['1250000', '1250000.00'],
	['1.250.000,00', '1250000.00'],
	['1,250,000.00', '1250000.00'],
	['1.250.000', '1250000.00'],
	['1,250,000', '1250000.00'],
	['1.250,50', '1250.50'],
	['1,250.5', '1250.50'],
	['1250,5', '1250.50'],
	['1250.50', '1250.50'],
	['0,125', 'imports/amount-decimals'],
	['  Rp 1.250.000,00 ', '1250000.00'],
	['Rp1.250.000,-', '1250000.00'],
	['1 250 000', '1250000.00'],
	['1.250', 'imports/amount-ambiguous'],
	['1,250', 'imports/amount-ambiguous'],
	['125.000', 'imports/amount-ambiguous'],
	['1.25.000', 'imports/amount-malformed'],
	['1.250.00', 'imports/amount-malformed'],
	['1,250.000', 'imports/amount-decimals'],
	['1.250.000,000', 'imports/amount-decimals'],
	['1250000,0000', '1250000.00'],
	['-5.000', 'imports/amount-negative'],
	['(5.000)', 'imports/amount-negative'],
	['lima ribu', 'imports/amount-malformed'],
	['1E6', 'imports/amount-malformed'],
	['1234567890123456789', 'imports/amount-malformed'],
] as const) {
	test(reads, text(written), wanted);
}

test(reads, text('1.250'), '1250.00', 'id');
test(reads, text('1,250'), '1250.00', 'en');
test(reads, text('1,250'), 'imports/amount-decimals', 'id');
test(reads, text('1,250,000.00'), 'imports/amount-malformed', 'id');
test(reads, text('1.250.000,00'), 'imports/amount-malformed', 'en');

test(reads, number('1250000'), '1250000.00');
test(reads, number('1250000.5'), '1250000.50');
test(reads, number('1.25E6'), '1250000.00');
test(reads, number('1.25e+006'), '1250000.00');
test(reads, number('5E-2'), '0.05');
// What 0.1 + 0.2 is to a spreadsheet; it shows fifteen digits of it.
test(reads, number('0.30000000000000004'), '0.30');
test(reads, number('1250000.1000000001'), '1250000.10');
test(reads, number('99999999.995000005'), 'imports/amount-decimals');
test(reads, number('1250000.125'), 'imports/amount-decimals');
test(reads, number('-5000'), 'imports/amount-negative');
test(reads, number('1234567890123456'), 'imports/number-too-long');
test(reads, {kind: 'boolean', text: '1'}, 'imports/amount-malformed');
