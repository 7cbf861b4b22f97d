import test from 'ava';
import type {ReadCell} from '../../src/files/read/table.ts';
import {readCell, shownValue} from '../../src/imports/cell.ts';
import type {Column} from '../../src/imports/column.ts';

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
	key: 'x',
	name: 'X',
	kind,
	example: 'contoh',
	note: '',
	...more,
});

const reads = test.macro({
	exec(t, cell: ReadCell, of: Column, wanted: string) {
		const read = readCell(cell, of, {dateSystem: '1900'});
		t.is(read.value ?? read.fault, wanted);
	},
	title: (_: string | undefined, {kind, text}: ReadCell, of: Column, wanted: string) =>
		`${of.kind}: ${kind} "${text}" is ${wanted}`,
});

const text = (value: string): ReadCell => ({kind: 'text', text: value});

const nik = column('nik');
test(reads, text('1771014103850001'), nik, '1771014103850001');
test(reads, text(' 1771 0141 0385 0001 '), nik, '1771014103850001');
test(reads, text("'1771014103850001"), nik, '1771014103850001');
test(reads, text('17.7101.410385.0001'), nik, '1771014103850001');
test(reads, {kind: 'number', text: '1.77101410385E+15'}, nik, 'imports/nik-as-number');
test(reads, {kind: 'number', text: '1771014103850001'}, nik, 'imports/nik-as-number');
test(reads, text('1,77101E+15'), nik, 'imports/nik-as-number');
test(reads, text('177101410385000'), nik, 'imports/nik-malformed');
test(reads, text('9971014103850001'), nik, 'imports/nik-malformed');
test(reads, text('1771017203850001'), nik, 'imports/nik-malformed');

const phone = column('phone', {max: 20});
test(reads, text('0812 3456-7890'), phone, '0812 3456-7890');
test(reads, {kind: 'number', text: '6281234567890'}, phone, '6281234567890');
test(reads, {kind: 'number', text: '81234567890'}, phone, 'imports/number-for-text');
test(reads, text('tidak ada'), phone, 'imports/code-malformed');

const name = column('text', {max: 20});
test(reads, text('  Siti\u00A0\u00A0Rahma \n'), name, 'Siti Rahma');
test(reads, text('Siti\u0007Rahma'), name, 'imports/control-character');
test(reads, text('x'.repeat(21)), name, 'imports/too-long');

const member = column('code', {shape: /^[1-9]\d*$/u, list: 'members'});
test(reads, text('17 - Siti Rahma'), member, '17');
test(reads, {kind: 'number', text: '17'}, member, '17');
test(reads, {kind: 'number', text: '17.5'}, member, 'imports/code-malformed');
test(reads, text('A17'), member, 'imports/code-malformed');

const unit = column('choice', {choices: {Bulan: 'month', Minggu: 'week'}});
test(reads, text(' bulan '), unit, 'month');
test(reads, text('month'), unit, 'month');
test(reads, text('Tahun'), unit, 'imports/not-one-of');

const count = column('count', {max: 12});
test(reads, {kind: 'number', text: '12'}, count, '12');
test(reads, text('12'), count, '12');
test(reads, {kind: 'number', text: '12.5'}, count, 'imports/count-malformed');
test(reads, {kind: 'number', text: '13'}, count, 'imports/count-malformed');
test(reads, {kind: 'number', text: '0'}, count, 'imports/count-malformed');

const amount = column('amount');
test(reads, {kind: 'number', text: '0'}, amount, 'imports/amount-zero');
test(reads, {kind: 'number', text: '0'}, column('amount', {isZeroAllowed: true}), '0.00');
test(reads, {kind: 'number', text: '5', isFormula: true}, amount, 'imports/formula');
test(reads, {kind: 'error', text: '#REF!'}, amount, 'imports/cell-error');

test('what is personal is shown as lists show it', (t) => {
	t.is(shownValue(column('nik', {isPrivate: true}), '1771014103850001'), '************0001');
	t.is(shownValue(column('phone', {isPrivate: true}), '081234567890'), '••••••••890');
	t.is(shownValue(column('text', {isPrivate: true}), 'Jl. Melati 4'), '••••••••');
	t.is(shownValue(column('text'), 'Jl. Melati 4'), 'Jl. Melati 4');
});
