import test from 'ava';
import {csvRow, writeCsv} from '../../src/files/csv.ts';

test('what a spreadsheet would take for a formula is text; a number below zero stays one', (t) => {
	t.is(csvRow(['=1+1', '+62', '-5', '-5.50', '@x', 'a']), "'=1+1,'+62,-5,-5.50,'@x,a\r\n");
	t.is(csvRow(['-1+cmd', '\tx']), "'-1+cmd,'\tx\r\n");
});

test('quotes, commas and line ends are quoted (RFC 4180)', (t) => {
	t.is(csvRow(['a,b', 'say "x"', 'two\nlines']), '"a,b","say ""x""","two\nlines"\r\n');
});

const columns = [
	{key: 'name', heading: 'Nama', kind: 'text'},
	{key: 'amount', heading: 'Jumlah', kind: 'amount'},
] as const;

test('a sheet is its first table under its keys, the totals last', (t) => {
	const table = {
		columns,
		rows: [
			{name: 'Kas', amount: '10.00'},
			{name: null, amount: null},
		],
		totals: [{row: {name: 'Jumlah', amount: '10.00'}, isSum: true}],
	};
	const annex = {columns, rows: [{name: 'x', amount: '1.00'}]};
	t.is(
		[...writeCsv({tables: [table, annex]})].join(''),
		'name,amount\r\nKas,10.00\r\n,\r\nJumlah,10.00\r\n',
	);
	t.is([...writeCsv({tables: [table], flat: annex})].join(''), 'name,amount\r\nx,1.00\r\n');
});
