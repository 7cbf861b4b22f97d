import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {writeCsv} from '../../src/files/csv.ts';
import type {Row} from '../../src/files/sheet.ts';
import {streamCsv, streamWorkbook} from '../../src/files/streamed.ts';
import {sampleSheet} from './sample.ts';

const [table] = sampleSheet.tables;
const streamed = (batches: readonly (readonly Row[])[]) => ({
	...sampleSheet,
	columns: table.columns,
	batches: (async function* () {
		yield* batches;
	})(),
	totals: table.totals![0]!.row,
});

test('streamed CSV is that of a whole sheet, however its rows come', async (t) => {
	const whole = [...writeCsv(sampleSheet)].join('');
	const [first, ...others] = table.rows;
	const pieces: string[] = [];
	for await (const piece of streamCsv(streamed([[first!], [], others]))) pieces.push(piece);
	t.is(pieces.join(''), whole);
});

test('a streamed workbook has its headings above numbers that are numbers', async (t) => {
	const pieces: Buffer[] = [];
	for await (const piece of streamWorkbook(streamed([table.rows]))) pieces.push(piece as Buffer);
	const {sheets} = await readXlsx(new Uint8Array(Buffer.concat(pieces)));
	const [sheet] = sheets;
	t.is(sheet!.name, 'Neraca Saldo');
	const head = sheet!.rows.findIndex(([first]) => first === 'Akun');
	t.deepEqual(sheet!.rows[head + 1], ['1.1.01', '=CMD()', 1_250_000.5]);
	t.is(sheet!.rows.at(-1)![0], 'Jumlah');
	t.is(sheet!.freezePane?.rows, head + 1);
	t.is(sheet!.cells?.get(`${head + 1},1`)?.formula, undefined);
});

test('when nobody reads on, no more rows are asked for', async (t) => {
	let asked = 0;
	async function* endless(): AsyncGenerator<readonly Row[]> {
		for (;;) {
			asked += 1;
			yield table.rows;
		}
	}
	const stream = streamWorkbook({...streamed([]), batches: endless()});
	for await (const _ of stream) break;
	await new Promise((done) => setTimeout(done, 100));
	const soFar = asked;
	await new Promise((done) => setTimeout(done, 200));
	t.true(soFar > 0);
	t.is(asked, soFar);
});
