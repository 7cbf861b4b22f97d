import test from 'ava';
import {type NewFormat, columnsOf, decideFormat} from '../../src/banking/format.ts';
import {layout, refusalOf} from './formats.ts';

const wanted: NewFormat = {
	code: 'x-csv',
	name: 'X',
	kind: 'csv',
	layout,
	status: 'provisional',
	source: 'typed by hand',
};
const last = {...wanted, version: 1, recordedBy: 'a'};

test('the columns that a layout names, without those that the bank has not', (t) => {
	t.deepEqual(columnsOf(layout), ['Tanggal', 'Keterangan', 'Debet', 'Kredit', 'Ref', 'Saldo']);
	const few = {...layout, reference: '', balance: ''};
	t.deepEqual(columnsOf({...few, amount: {kind: 'signed', amount: 'Mutasi'}}), [
		'Tanggal',
		'Keterangan',
		'Mutasi',
	]);
});

test('a format has a layout where it is a CSV, keeps its kind, and tells its signs apart', (t) => {
	t.notThrows(() => {
		decideFormat(wanted, undefined);
		decideFormat(wanted, last);
	});
	const {layout: _, ...bare} = wanted;
	t.is(refusalOf(() => decideFormat(bare, undefined)).code, 'banking/layout-wrong');
	t.is(refusalOf(() => decideFormat({...bare, kind: 'mt940'}, last)).code, 'banking/kind-changed');
	const alike = {...wanted, layout: {...layout, thousands: ','} as const};
	t.is(refusalOf(() => decideFormat(alike, undefined)).code, 'banking/signs-alike');
});
