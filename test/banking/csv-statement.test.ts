import test from 'ava';
import fc from 'fast-check';
import {readCsv} from '../../src/banking/csv-statement.ts';
import type {CsvLayout} from '../../src/banking/format.ts';
import {toText} from '../../src/kernel/money.ts';
import {layout, movements, ofSen, placesOf, writeCsv} from './formats.ts';

const layouts: Readonly<Record<string, Partial<CsvLayout>>> = {
	'two columns': {},
	'the newest first': {order: 'newest-first'},
	'English signs, quoted': {
		delimiter: ',',
		decimal: '.',
		thousands: ',',
		dateFormat: 'YYYY-MM-DD',
	},
	'a column of marks without a name': {
		textMark: "'",
		amount: {kind: 'marked', amount: 'Jumlah', mark: '', debitMark: 'DB', creditMark: 'CR'},
	},
	'a mark behind the amount': {
		delimiter: '\t',
		amount: {kind: 'marked-within', amount: 'Jumlah', debitMark: 'DB', creditMark: 'CR'},
	},
	'signed amounts': {delimiter: '|', amount: {kind: 'signed', amount: 'Mutasi'}},
};

for (const [name, change] of Object.entries(layouts)) {
	test(`a statement is read as it was written: ${name}`, (t) => {
		const used = {...layout, ...change};
		fc.assert(
			fc.property(movements, fc.integer({min: -1_000_000, max: 9_000_000_000}), (rows, sen) => {
				const opening = ofSen(sen);
				const read = readCsv(writeCsv(opening, rows, used), used);
				t.deepEqual(
					read.rows.map(({line: _, ...row}) => ({...row, amount: toText(row.amount)})),
					rows.map((row) => ({...row, amount: toText(row.amount)})),
				);
				t.is(read.balances.length, rows.length);
			}),
		);
	});
}

const faults = (text: string, used: CsvLayout = layout) => placesOf(() => readCsv(text, used));

const head = 'Tanggal;Keterangan;Ref;Debet;Kredit;Saldo';

test('a preface and an end are no movements; a name may stand twice', (t) => {
	const body = '01/03/2026;A;R;;1,00;1,00;B\n;;;;;;\nSaldo awal;0';
	const text = `Rekening;123\n\n${head};Keterangan\n${body}`;
	const {rows, balances} = readCsv(text, {
		...layout,
		description: ['Keterangan', 'keterangan'],
	});
	t.is(rows.length, 1);
	t.like(rows[0], {line: 4, description: 'A B', reference: 'R'});
	t.like(balances[0], {line: 4, after: 1, column: 'Saldo'});
});

test('a trailing separator is no value, one value too many or too few is a fault', (t) => {
	t.is(readCsv(`${head}\n01/03/2026;A;R;;1,00;1,00;`, layout).rows.length, 1);
	t.deepEqual(faults(`${head}\n01/03/2026;A;R;;1;000,00;1,00\n01/03/2026;A`), [
		['2', '-', '01/03/2026;A;R;;1;000,00;1,00', '6 × ";"'],
		['3', '-', '01/03/2026;A', '6 × ";"'],
	]);
});

test('every bad value of every line is told at once', (t) => {
	t.deepEqual(
		faults(`${head}\n1/3/2026;A;R;x;;1\n01/03/2026;A;R;1,00;2,00;\n01/03/2026;A;R;0;-;1`),
		[
			['2', 'Tanggal', '1/3/2026', 'DD/MM/YYYY'],
			['2', 'Debet', 'x', '1.250.000,00'],
			['3', 'Debet / Kredit', '1,00 / 2,00', '1.250.000,00 / –, – / 1.250.000,00'],
			['3', 'Saldo', '', '1.250.000,00'],
			['4', 'Debet / Kredit', '0 / -', '1.250.000,00 / –, – / 1.250.000,00'],
		],
	);
	const marked: CsvLayout = {
		...layout,
		amount: {kind: 'marked', amount: 'Kredit', mark: 'Debet', debitMark: 'D', creditMark: 'K'},
	};
	t.deepEqual(faults(`${head}\n01/03/2026;A;R;X;0,00;1`, marked), [
		['2', 'Kredit', '0,00', '1.250.000,00'],
		['2', 'Debet', 'X', 'D / K'],
	]);
});

test('without the line of names, and with a quote that does not end, nothing is read', (t) => {
	t.deepEqual(faults('a;b\n1;2'), [
		['1', '-', 'a;b', 'Tanggal ; Keterangan ; Debet ; Kredit ; Ref ; Saldo'],
	]);
	t.deepEqual(faults(''), [['1', '-', '', 'Tanggal ; Keterangan ; Debet ; Kredit ; Ref ; Saldo']]);
	const [[, , code] = []] = faults(`${head}\n"01/03/2026;A`);
	t.is(code, 'CSV_QUOTE_NOT_CLOSED');
});
