import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {spreadsheetValue, writeWorkbook} from '../../src/files/workbook.ts';
import {sampleSheet} from './sample.ts';

test('what is calculated with is a number, what is longer than fifteen digits stays whole', (t) => {
	t.is(spreadsheetValue('1250000.50', 'amount'), 1_250_000.5);
	t.is(spreadsheetValue('-3.00', 'amount'), -3);
	t.is(spreadsheetValue('9999999999999.99', 'amount'), 9_999_999_999_999.99);
	t.is(spreadsheetValue('99999999999999.99', 'amount'), '99999999999999.99');
	t.is(spreadsheetValue('0123', 'text'), '0123');
	t.is(spreadsheetValue('=1+1', 'amount'), '=1+1');
	t.is(spreadsheetValue(null, 'amount'), null);
	t.deepEqual(spreadsheetValue('2026-03-31', 'date'), new Date('2026-03-31T00:00:00Z'));
});

test('a workbook has numbers, a sum that is a formula, and frozen headings', async (t) => {
	const bytes = await writeWorkbook(sampleSheet, new Date('2026-04-01T00:00:00Z'));
	const {sheets} = await readXlsx(bytes);
	const [sheet] = sheets;
	t.is(sheet!.name, 'Neraca Saldo');
	const head = sheet!.rows.findIndex(([first]) => first === 'Akun');
	t.deepEqual(sheet!.rows[head + 1], ['1.1.01', '=CMD()', 1_250_000.5]);
	t.deepEqual(sheet!.rows[head + 3]!.slice(0, 3), ['Jumlah', null, 1_250_001.5]);
	t.is(sheet!.freezePane?.rows, head + 1);
	const total = sheet!.cells?.get(`${head + 3},2`);
	t.is(total?.formula, `SUM(C${head + 2}:C${head + 3})`);
	t.is(sheet!.cells?.get(`${head + 1},1`)?.formula, undefined);
});

test('a cell leads to its lines where the sheet knows where the service is', async (t) => {
	const [table] = sampleSheet.tables;
	const links = [{}, {debit: '/v1/reports/general-ledger?book=KOP-1&account=1.1.11'}];
	const tables = [{...table, links}] as const;
	const targetOf = async (publicUrl: {publicUrl?: string}) => {
		const bytes = await writeWorkbook({...sampleSheet, ...publicUrl, tables}, new Date(0));
		const {sheets} = await readXlsx(bytes);
		const head = sheets[0]!.rows.findIndex(([first]) => first === 'Akun');
		return [1, 2].map((row) => sheets[0]!.cells?.get(`${head + row},2`)?.hyperlink?.target);
	};
	t.deepEqual(await targetOf({publicUrl: 'https://dana.bengkulu.go.id'}), [
		undefined,
		'https://dana.bengkulu.go.id/v1/reports/general-ledger.xlsx?book=KOP-1&account=1.1.11',
	]);
	t.deepEqual(await targetOf({}), [undefined, undefined]);
});
