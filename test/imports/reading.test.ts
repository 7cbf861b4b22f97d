// Messy files on purpose: each is read right, or refused with a code, never guessed.
import {buffer} from 'node:stream/consumers';
import test from 'ava';
import {type CellValue, type WriteSheet, writeXlsx} from 'hucre/xlsx';
import {ZipFile} from 'yazl';
import {stageFile} from '../../src/imports/commands/stage-file.ts';
import type {Import} from '../../src/imports/import.ts';
import type {ImportKind} from '../../src/imports/kind.ts';
import {cellOf, findingValue} from '../../src/imports/reading.ts';

const upload = (kind: ImportKind): Import => ({
	id: '0190b1c0-0000-7000-8000-000000000000',
	book: 'KOP-1' as Import['book'],
	kind,
	status: 'checking',
	fileName: 'x',
	bytes: 1,
	sha256: '',
	uploadedAt: new Date(0),
	uploadedBy: {userId: '', name: 'petugas'},
	rows: 0,
	rowsKnown: 0,
	rowsPosted: 0,
	findingCount: 0,
	progress: 0,
});

async function stage(content: Buffer, kind: ImportKind = 'savings') {
	const rows: Record<string, string>[] = [];
	const found: string[] = [];
	for await (const piece of stageFile(upload(kind), content)) {
		rows.push(...piece.rows.map(({values}) => values));
		found.push(...piece.findings.map(({code, row, value}) => `${row} ${code} ${value}`.trim()));
	}
	return {rows, found};
}

const head = ['No. anggota', 'Jenis', 'Tanggal', 'Jumlah', 'Cara'];
const good: CellValue[] = [1, 'Pokok', '2025-05-31', 100_000, 'Tunai'];
const read = {
	member: '1',
	product: 'pokok',
	effectiveOn: '2025-05-31',
	amount: '100000.00',
	method: 'cash',
};

const workbook = async (...sheets: WriteSheet[]): Promise<Buffer> =>
	Buffer.from(await writeXlsx({sheets}));

const sheet = (rows: CellValue[][], more: Partial<WriteSheet> = {}): WriteSheet => ({
	name: 'Simpanan',
	rows,
	...more,
});

const zip = async (parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
	const file = new ZipFile();
	for (const [name, content] of Object.entries(parts)) {
		file.addBuffer(Buffer.isBuffer(content) ? content : Buffer.from(content), name);
	}
	file.end();
	return buffer(file.outputStream);
};

/** A workbook of one sheet whose XML is given. */
const ofXml = async (xml: string, before = ''): Promise<Buffer> =>
	zip({
		'[Content_Types].xml': '<Types/>',
		'xl/workbook.xml': [
			'<workbook xmlns:r="r"><sheets>',
			'<sheet name="Simpanan" sheetId="1" r:id="r1"/></sheets></workbook>',
		].join(''),
		'xl/_rels/workbook.xml.rels':
			'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
		'xl/worksheets/sheet1.xml': `${before}<worksheet><sheetData>${xml}</sheetData></worksheet>`,
	});

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const headXml = `<row r="1">${head.map(inline).join('')}</row>`;

type Case = readonly [title: string, make: () => Promise<Buffer>, found: string[], rows?: object[]];

const cases: Case[] = [
	['a plain sheet', async () => workbook(sheet([head, good])), [], [read]],
	[
		'headings in another order, spacing and with stars',
		async () =>
			workbook(
				sheet([
					['CARA *', ' jumlah', 'Tanggal *', 'JENIS', 'no.  anggota'],
					['tunai', 100_000, new Date(Date.UTC(2025, 4, 31)), 'POKOK', '1'],
				]),
			),
		[],
		[read],
	],
	[
		'blank lines before, between and after',
		async () => workbook(sheet([[], head, [], good, []])),
		[],
		[read],
	],
	[
		'the sheets of a template beside it',
		async () =>
			workbook({name: 'Petunjuk', rows: [['x']]}, sheet([head, good]), {
				name: 'Contoh Simpanan',
				rows: [head, [9, 'Wajib', '2025-05-31', 5, 'Tunai']],
			}),
		[],
		[read],
	],
	[
		'another name for the sheet, with the headings of it',
		async () => workbook(sheet([head, good], {name: 'Sheet1'})),
		[],
		[read],
	],
	[
		'merged cells among the rows',
		async () =>
			workbook(
				sheet([head, good, good], {
					merges: [{startRow: 1, startCol: 0, endRow: 2, endCol: 0}],
				}),
			),
		['2 imports/merged A2:A3'],
	],
	[
		'a formula',
		async () =>
			workbook(
				sheet([head, [1, 'Pokok', '2025-05-31', null, 'Tunai']], {
					cells: new Map([['1,3', {formula: 'SUM(1,2)', formulaResult: 3, value: 3}]]),
				}),
			),
		['2 imports/formula 3'],
	],
	[
		'a hidden sheet that holds something',
		async () => workbook(sheet([head, good]), {name: 'Lain', rows: [['rahasia']], hidden: true}),
		['1 imports/sheet-hidden Lain'],
	],
	[
		'a hidden row',
		async () => workbook(sheet([head, good], {rowDefs: new Map([[1, {hidden: true}]])})),
		['2 imports/row-hidden'],
	],
	[
		'a sheet of something else',
		async () => workbook(sheet([head, good]), {name: 'Catatan', rows: [['belanja', 'harga']]}),
		['1 imports/sheet-unknown Catatan'],
	],
	[
		'the same sheet twice',
		async () => workbook(sheet([head, good]), sheet([head, good], {name: 'Salinan'})),
		['1 imports/sheet-twice Salinan'],
	],
	[
		'a heading that is missing, one that is unknown and one that is there twice',
		async () => workbook(sheet([['No. anggota', 'Jenis', 'Jenis', 'Warna', 'Jumlah', 'Cara']])),
		['1 imports/column-twice Jenis', '1 imports/column-unknown Warna', '1 imports/column-missing'],
	],
	[
		'something beside the table',
		async () => workbook(sheet([head, [...good, null, 'lihat catatan']])),
		['2 imports/beyond-columns lihat catatan'],
	],
	[
		'no sheet at all',
		async () => workbook({name: 'Kosong', rows: []}),
		['0 imports/sheet-missing'],
	],
	['headings alone', async () => workbook(sheet([head])), ['0 imports/no-rows']],
	[
		'a CSV of semicolons',
		async () => Buffer.from(`${head.join(';')}\r\n1;Pokok;2025-05-31;100000;Tunai\r\n`),
		[],
		[read],
	],
	[
		'a CSV of commas with a mark before it',
		async () => Buffer.from(`\uFEFF${head.join(',')}\n1,Pokok,2025-05-31,"100.000,00",Tunai\n`),
		[],
		[read],
	],
	[
		'a CSV of tabs in UTF-16',
		async () =>
			Buffer.from(`\uFEFF${head.join('\t')}\n1\tPokok\t2025-05-31\t100000\tTunai`, 'utf16le'),
		[],
		[read],
	],
	[
		'a CSV whose quote does not end',
		async () => Buffer.from(`${head.join(';')}\n1;"Pokok;x\n`),
		['0 imports/quote-open'],
	],
	[
		'a CSV of another encoding',
		async () => Buffer.from([0x4e, 0xe9, 0x3b, 0x0a]),
		['0 imports/encoding'],
	],
	[
		'an old Excel file',
		async () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'),
		['0 imports/old-excel'],
	],
	[
		'a workbook with a password',
		async () =>
			Buffer.concat([
				Buffer.from('d0cf11e0a1b11ae1', 'hex'),
				Buffer.from('EncryptedPackage', 'utf16le'),
			]),
		['0 imports/encrypted'],
	],
	[
		'a web page named as Excel',
		async () => Buffer.from('\n<html><table><tr><td>1</td></tr></table></html>'),
		['0 imports/html'],
	],
	['an archive that is no workbook', async () => zip({'a.txt': 'x'}), ['0 imports/not-a-table']],
	[
		'a picture',
		async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
		['0 imports/encoding'],
	],
	[
		'a workbook that was cut off',
		async () => (await workbook(sheet([head, good]))).subarray(0, 400),
		['0 imports/damaged'],
	],
	['XML that is cut off', async () => ofXml(`${headXml}<row r="2"><c>`), ['0 imports/damaged']],
	[
		'an entity that names a file',
		async () =>
			ofXml(
				`${headXml}<row r="2">${inline('&x;')}</row>`,
				'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
			),
		['0 imports/doctype'],
	],
	[
		'entities that grow without end',
		async () =>
			ofXml(
				`${headXml}<row r="2">${inline('&b;')}</row>`,
				'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>',
			),
		['0 imports/doctype'],
	],
	[
		'an archive that unpacks to more than half a gigabyte',
		async () => {
			const nought = Buffer.alloc(30_000_000);
			const parts = Object.fromEntries(
				Array.from({length: 17}, (_, index) => [`xl/media/${index}.bin`, nought]),
			);
			return zip({'xl/workbook.xml': '<workbook/>', ...parts});
		},
		['0 imports/too-much-inside'],
	],
	[
		'cells that do not say where they stand, and a number as a double',
		async () =>
			ofXml(
				[
					headXml,
					`<row><c><v>1</v></c>${inline('Pokok')}<c><v>45808</v></c>`,
					`<c><v>1.0E5</v></c>${inline('Tunai')}</row>`,
				].join(''),
			),
		[],
		[read],
	],
];

for (const [title, make, found, rows] of cases) {
	test(title, async (t) => {
		const staged = await stage(await make());
		t.deepEqual(staged.found, found);
		if (rows) t.deepEqual(staged.rows, rows);
	});
}

test('a declared size that is a lie is found while unpacking', async (t) => {
	const content = await workbook(sheet([head, ...Array.from({length: 500}, () => good)]));
	// In the central directory of the archive: the size of the sheet unpacked, made small.
	const at = content.lastIndexOf('xl/worksheets/sheet1.xml');
	content.writeUInt32LE(10, at - 46 + 24);
	const {found} = await stage(content);
	t.deepEqual(found, ['0 imports/damaged']);
});

test('two sheets of one kind are told apart by their headings in a CSV', async (t) => {
	const {rows, found} = await stage(
		Buffer.from('No. pembiayaan lama;Tanggal bayar;Jumlah;Cara\nPB-1;2025-03-03;100000;Bank\n'),
		'loans',
	);
	t.deepEqual(found, []);
	t.deepEqual(rows, [{loan: 'PB-1', paidOn: '2025-03-03', amount: '100000.00', method: 'bank'}]);
});

test('more rows than a file may have stop the reading', async (t) => {
	const line = '1;Pokok;2025-05-31;100000;Tunai\n';
	const {rows, found} = await stage(Buffer.from(`${head.join(';')}\n${line.repeat(50_001)}`));
	t.is(rows.length, 50_000);
	t.deepEqual(found, ['50002 imports/too-many-rows']);
});

test('what could not be read is kept for the copy', (t) => {
	const row = {
		part: 'members',
		sheet: 'Anggota',
		row: 2,
		values: {},
		unread: {nik: '1771014103850'},
	};
	const column = {
		key: 'nik',
		name: 'NIK',
		kind: 'nik',
		isPrivate: true,
		example: '',
		note: '',
	} as const;
	t.is(cellOf(row, column), '1771014103850');
	t.is(findingValue(row, column), '************3850');
});
