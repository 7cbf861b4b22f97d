// Reports whose rows nobody holds at once: their pages, their files and their digest.
import {buffer, text} from 'node:stream/consumers';
import type {Readable} from 'node:stream';
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {type FieldRow, addTotals, noTotals} from '../../../src/reporting/http/field-table.ts';
import {withMeta} from '../../../src/reporting/http/meta.ts';
import {readOpened, streamFile} from '../../../src/reporting/http/opened-rows.ts';
import {type World, createWorld, day, officer} from '../../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2026-03-31');
});
test.after.always(async () => world.close());

const fields = [
	['member', 'text', 'Anggota', 'Member'],
	['number', 'count', 'Nomor', 'Number'],
	['owed', 'amount', 'Sisa tagihan', 'Owed'],
	['isEarly', 'flag', 'Sekaligus', 'At once'],
] as const;
const totals = [
	['loans', 'count', 'Pembiayaan', 'Loans'],
	['owed', 'amount', 'Sisa tagihan', 'Owed'],
	['late', 'amount', 'Tunggakan', 'Arrears'],
] as const;
const report = {name: 'due', fields, totals};

const rowOf = (number: number, owed: string): FieldRow<typeof fields> => ({
	member: `Anggota ${number}`,
	number,
	owed,
	isEarly: number === 2,
});
const rows = [rowOf(1, '100000.00'), rowOf(2, '250000.50'), rowOf(3, '1.00')];
const sums = {loans: 3, owed: '350001.50', late: '1250000.00'};

/** The rows in batches; how often they were read from the start is counted. */
function opened(batches: readonly (readonly FieldRow<typeof fields>[])[]) {
	const counted = {passes: 0};
	return {
		counted,
		async *rows() {
			counted.passes += 1;
			yield* batches;
		},
		totals: () => sums,
	};
}

const facts = {report: 'due', axes: {asOf: day('2026-03-31')}};
const reader = {language: 'id', timeZone: 'Asia/Jakarta'} as const;

for (const [offset, limit, shown, hasMore] of [
	[0, 2, [1, 2], true],
	[1, 1, [2], true],
	[2, 5, [3], false],
	[3, 5, [], false],
	[0, 3, [1, 2, 3], false],
] as const) {
	test(`${limit} rows from ${offset} on, whatever batches they come in`, async (t) => {
		for (const batches of [[rows], [[rows[0]!], [], rows.slice(1)], rows.map((row) => [row])]) {
			const found = await readOpened(opened(batches), {offset, limit});
			t.deepEqual(
				found.rows.map(({number}) => number),
				[...shown],
			);
			t.deepEqual(
				{count: found.count, totals: found.totals, hasMore: found.hasMore},
				{count: 3, totals: sums, hasMore},
			);
		}
	});
}

test('totals are added up by what their fields hold', (t) => {
	const one = {loans: 2, owed: '0.10', late: '5.00'};
	t.deepEqual(addTotals(totals, noTotals(totals), one), one);
	t.deepEqual(addTotals(totals, one, {loans: 1, owed: '0.20', late: '-6.00'}), {
		loans: 3,
		owed: '0.30',
		late: '-1.00',
	});
});

test('CSV goes through the rows once and ends with what they come to', async (t) => {
	const source = opened([rows.slice(0, 2), rows.slice(2)]);
	const {content, headers} = await world.as(officer, async (work) => {
		const answer = await streamFile({work, facts, report, opened: source, reader}, 'csv');
		return {...answer, content: await text(answer.content!.body as Readable)};
	});
	t.is(
		content.replaceAll('\r\n', '\n').replace('\u{FEFF}', ''),
		[
			'member,number,owed,isEarly',
			'Anggota 1,1,100000.00,false',
			'Anggota 2,2,250000.50,true',
			'Anggota 3,3,1.00,false',
			'Jumlah,,350001.50,',
			'',
		].join('\n'),
	);
	t.is(source.counted.passes, 1);
	t.is(headers!['Content-Disposition'], 'attachment; filename="due_2026-03-31.csv"');
});

test('a workbook has the digest of the whole above its rows, and all of the totals', async (t) => {
	const {file, whole} = await world.as(officer, async (work) => {
		const told = {work, facts, report, opened: opened([rows, []]), reader};
		const answer = await streamFile(told, 'xlsx');
		return {
			file: await buffer(answer.content!.body as Readable),
			whole: await withMeta(work, facts, {rows, totals: sums, nextCursor: null}),
		};
	});
	const {sheets} = await readXlsx(new Uint8Array(file));
	const [sheet] = sheets;
	const fact = (label: string) => sheet!.rows.find(([first]) => first === label)?.[1];
	t.is(fact('Sidik laporan'), whole.meta.digest);
	t.is(fact('Tunggakan'), '1.250.000,00');
	t.is(fact('Pembiayaan'), '3');
	const head = sheet!.rows.findIndex(([first]) => first === 'Anggota');
	t.deepEqual(sheet!.rows.slice(head + 1), [
		['Anggota 1', 1, 100_000, 'false'],
		['Anggota 2', 2, 250_000.5, 'true'],
		['Anggota 3', 3, 1, 'false'],
		['Jumlah', null, 350_001.5, null],
	]);
});
