import test from 'ava';
import {definitionOf} from '../../src/imports/kinds.ts';
import {formColumns, templateOf} from '../../src/imports/template.ts';

test('a template has instructions, the sheets, an example of each and the look-ups', (t) => {
	const sheets = templateOf(definitionOf('loans'), {members: ['1 - Siti'], funds: ['PKS-1']});
	t.deepEqual(
		sheets.map(({name}) => name),
		['Petunjuk', 'Pembiayaan', 'Angsuran', 'Contoh Pembiayaan', 'Contoh Angsuran', 'Rujukan'],
	);
	t.deepEqual([...sheets.at(-1)!.rows], [[2, ['1 - Siti', 'PKS-1']]]);
});

test('choices are words, look-ups are cells, and nothing where a list is empty', (t) => {
	const [loans] = definitionOf('loans').sheets;
	const columns = formColumns(loans!, {members: [], funds: ['PKS-1', 'PKS-2']});
	const of = (heading: string) => columns.find((column) => column.heading === heading)!;
	t.deepEqual(of('Satuan *').options, ['Hari', 'Minggu', 'Bulan', 'Musim']);
	t.deepEqual(of('No. perjanjian dana *').list, {sheet: 'Rujukan', column: 1, rows: 2});
	t.is(of('No. anggota *').list, undefined);
});
