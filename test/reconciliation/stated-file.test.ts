import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import type {AllocationId, BookCode} from '../../src/kernel/ids.ts';
import {toText} from '../../src/kernel/money.ts';
import {readStatedFile} from '../../src/reconciliation/stated-file.ts';

const stating = {
	book: 'KOP' as BookCode,
	agreements: [
		{id: 'a' as AllocationId, agreementNumber: 'PKS/001'},
		{id: 'b' as AllocationId, agreementNumber: 'PKS/002'},
	],
};

const read = (text: string) =>
	readStatedFile(text, stating).map(({allocation, item, amount}) =>
		[allocation, item, toText(amount)].join(' '),
	);

const both = 'PKS/001, PKS/002';

/** Code, place and the values of each fault. */
const faults = (text: string) => {
	try {
		readStatedFile(text, stating);
	} catch (error) {
		if (!(error instanceof DomainError)) throw error;
		return error.findings.map(({code, path, values: {line: _, ...values}}) => [
			code.replace('reconciliation/', ''),
			path,
			...Object.values(values),
		]);
	}
	return [];
};

const head =
	'Nomor Perjanjian;Pokok Terutang kepada Kota;Bagian Kota Terutang;' +
	'Terkumpul Belum Disetor;Kas dan Bank Dana;Pokok pada Anggota';

test('a line for each agreement; what is empty is not stated, a nought is', (t) => {
	const first = 'PKS/001;Rp 391.000.000,00;0;;500.000;390.500.000';
	const text = `\n${head}\r\n${first}\r\n;;;;;\r\npks/002;7;;;;\r\n`;
	t.deepEqual(read(text), [
		'a owed 391000000.00',
		'a share 0.00',
		'a cash 500000.00',
		'a outstanding 390500000.00',
		'b owed 7.00',
	]);
});

test('English headings and the names of the API, in any order, parted by any sign', (t) => {
	t.deepEqual(read('cash,agreement number\n"1,250,000.50",PKS/002'), ['b cash 1250000.50']);
	t.deepEqual(read('"Agreement  Number"\t"HELD"\nPKS/001\t1250,5'), ['a held 1250.50']);
	t.deepEqual(read('"Nomor Perjanjian";"Kas dan Bank Dana"\n"PKS/001";"5"'), ['a cash 5.00']);
});

test('every fault of every line is told with its line and column', (t) => {
	const text = `${head}
PKS/009;1;;;;
PKS/001;satu juta;;-5;;1.250.00
PKS/002;1;2
PKS/001;1;;;;`;
	t.deepEqual(faults(text), [
		['unknown-agreement', 'contentBase64[2]', 'Nomor Perjanjian', 'PKS/009', 'KOP', both],
		['amount-unreadable', 'contentBase64[3]', 'Pokok Terutang kepada Kota', 'satu juta'],
		['amount-unreadable', 'contentBase64[3]', 'Terkumpul Belum Disetor', '-5'],
		['amount-unreadable', 'contentBase64[3]', 'Pokok pada Anggota', '1.250.00'],
		['cells-differ', 'contentBase64[4]', '3', '6', ';'],
		['agreement-twice', 'contentBase64[5]', 'Nomor Perjanjian', 'PKS/001', '3'],
	]);
});

test('a group that could be sen is refused where nothing in the file tells', (t) => {
	const text = 'Nomor Perjanjian;Kas dan Bank Dana\nPKS/001;500.000\nPKS/002;';
	t.deepEqual(faults(`${text}1250000`), [
		['amount-ambiguous', 'contentBase64[2]', 'Kas dan Bank Dana', '500.000', '500000'],
	]);
	t.deepEqual(faults(`${text}1.250.000`), []);
	// An amount that comes undone at its comma is no amount of two columns.
	t.deepEqual(faults('agreement,cash\nPKS/001,1,250,000.50'), [
		['cells-differ', 'contentBase64[2]', '4', '2', ','],
	]);
});

test('headings that are unknown, missing or there twice', (t) => {
	t.deepEqual(
		faults('Nomor Perjanjian;Saldo Kas;Nomor Perjanjian\nPKS/001;1;').map(([code]) => code),
		['unknown-column', 'column-twice', 'column-missing'],
	);
	t.deepEqual(faults('Kas dan Bank Dana\n5'), [
		['column-missing', 'contentBase64[1]', 'Nomor Perjanjian'],
	]);
});

test('no file, no figure, too many lines, and what is no CSV', (t) => {
	t.deepEqual(faults(''), [['file-empty', 'contentBase64[1]']]);
	t.deepEqual(faults(`${head}\nPKS/001;;;;;`), [['file-empty', 'contentBase64[1]']]);
	t.deepEqual(faults(`${head}\n${'PKS/001;1;;;;\n'.repeat(1001)}`), [
		['file-too-long', 'contentBase64[1]', '1001', '1000'],
	]);
	t.is(faults(`${head}\n"PKS/001;1;;;;\n`)[0]![0], 'banking/file-unreadable');
});
