// A second opinion: the files are opened by programs that others wrote, LibreOffice for workbooks
// and Poppler for the paper. Where they are not installed the tests are skipped and say so; CI
// installs them and fails on a skip.
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {parse} from 'csv-parse/sync';
import {rupiah} from '../../src/kernel/money.ts';
import {recordRepayment} from '../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {isInstalled} from '../helpers/installed.ts';
import {
	type World,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';

const run = promisify(execFile);

let world: World;
let server: Server;
let auditor: Client;
let folder: string;
let book: string;

// 100,000,000 received; 5,000,000 lent as a qardh; 500,000 of it paid back in cash.
test.before(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-files-'));
	world = await createWorld('2025-03-31');
	await openCity(world);
	const funded = await openFunded(world);
	book = funded.book;
	const loan = await lend(world, funded, {principal: '5000000', instalments: 10});
	await world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day('2025-03-03'),
			amount: rupiah('500000'),
			method: 'cash',
		}),
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
	await rm(folder, {recursive: true, force: true});
});

/** What LibreOffice shows of a workbook: its values, or the formulas behind them. */
async function readByLibreOffice(file: string, shown: 'values' | 'formulas'): Promise<string[][]> {
	// Separated by commas, quoted by quotation marks, UTF-8, numbers as they are and not as shown;
	// then whether formulas.
	const options = `44,34,76,1,,0,false,false,false,${shown === 'formulas'}`;
	await run('soffice', [
		`-env:UserInstallation=file://${folder}/profile`,
		'--headless',
		'--convert-to',
		`csv:Text - txt - csv (StarCalc):${options}`,
		'--outdir',
		folder,
		file,
	]);
	const csv = await readFile(file.replace(/\.xlsx$/u, '.csv'), 'utf8');
	return parse(csv, {relax_column_count: true});
}

const withLibreOffice = isInstalled('soffice') ? test.serial : test.serial.skip;
const withPoppler = isInstalled('pdftotext', '-v') ? test.serial : test.serial.skip;

withLibreOffice(
	'LibreOffice opens the workbook: numbers, and totals that it adds up',
	async (t) => {
		const file = path.join(folder, 'neraca-saldo.xlsx');
		await writeFile(file, await auditor.getBytes(`/v1/reports/trial-balance.xlsx?book=${book}`));
		const values = await readByLibreOffice(file, 'values');
		const of = (account: string) => values.find(([first]) => first === account)!.slice(-2);
		t.deepEqual(of('1.1.01'), ['500000', '0']);
		t.deepEqual(of('1.1.11'), ['95000000', '0']);
		t.deepEqual(of('1.2.03'), ['4500000', '0']);
		t.deepEqual(of('2.2.01'), ['0', '99500000']);
		t.deepEqual(of('2.2.02'), ['0', '500000']);
		t.deepEqual(of('Jumlah'), ['100000000', '100000000']);
		const formulas = await readByLibreOffice(file, 'formulas');
		const total = formulas.find(([first]) => first === 'Jumlah')!.slice(-2);
		t.regex(total[0]!, /^=SUM\([A-Z]+\d+:[A-Z]+\d+\)$/u);
	},
);

withPoppler(
	'the paper says on every page whose it is, of when, and how many there are',
	async (t) => {
		const file = path.join(folder, 'neraca-saldo.pdf');
		await writeFile(file, await auditor.getBytes(`/v1/reports/trial-balance.pdf?book=${book}`));
		const {stdout} = await run('pdftotext', ['-layout', file, '-']);
		t.regex(stdout, /Neraca Saldo/u);
		t.regex(stdout, /Per tanggal: 31 Maret 2025/u);
		t.regex(stdout, /1\.1\.11\s.*\s95\.000\.000,00/u);
		t.regex(stdout, /Jumlah\s+100\.000\.000,00\s+100\.000\.000,00/u);
		t.regex(stdout, /Halaman 1 dari 1/u);
		t.regex(stdout, /Disusun oleh/u);
		const {stdout: facts} = await run('pdfinfo', [file]);
		t.regex(facts, /Page size:\s+595\.28 x 841\.89 pts \(A4\)/u);
	},
);
