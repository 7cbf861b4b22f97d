// Every figure leads to the lines behind it: over the demo city each link of the reports is
// followed, its lines are added up, and they are the figure to the rupiah. And what hledger reads
// in our export is what the general ledger says.
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import test, {type ExecutionContext} from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {fillDemo} from '../../../seeds/demo/fill.ts';
import {writeWorkbook} from '../../../src/files/workbook.ts';
import {exportJournal} from '../../../src/interchange/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type Rupiah, add, rupiah, subtract, sum, toText, zero} from '../../../src/kernel/money.ts';
import {layTrialBalance} from '../../../src/reporting/http/statement-sheets.ts';
import {asking, debitsOf} from '../../helpers/follow-links.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {type World, createWorld, day, officer} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let books: BookCode[];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await fillDemo({
		serviceUrl: world.database.serviceUrl,
		timeZone: 'Asia/Jakarta',
		cooperatives: 3,
		months: 15,
		until: day('2026-03-30'),
	});
	server = await startServer(world);
	auditor = await server.signUp('auditor');
	books = await world.as(officer, async ({ledger}) =>
		(await ledger.listBooks()).map(({code}) => code),
	);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (address: string) => asking(auditor)(address);

const positive = (amount: Rupiah): string => toText(amount.abs() as Rupiah);

type Linked = {links: Record<string, string>} & Record<string, unknown>;

/** Follows all links of some rows; where a figure stands on the other side, its sign is told. */
async function follow(
	t: ExecutionContext,
	rows: readonly Linked[],
	figureOf: (row: Linked, name: string) => string,
): Promise<number> {
	let count = 0;
	for (const row of rows) {
		for (const [name, link] of Object.entries(row.links)) {
			t.is(toText(await debitsOf(auditor, link)), figureOf(row, name), link);
			count += 1;
		}
	}
	return count;
}

const own = (row: Linked, name: string): string => String(row[name]);
const opposite = (row: Linked, name: string): string =>
	toText(subtract(zero, rupiah(String(row[name]))));

test.serial('neraca saldo: debits less credits of the lines are the balance', async (t) => {
	for (const book of books) {
		const {rows} = await ask(`/v1/reports/trial-balance?book=${book}&asOf=2025-12-15`);
		const net = ({debit, credit}: Linked): string =>
			toText(subtract(rupiah(String(debit)), rupiah(String(credit))));
		t.true((await follow(t, rows, net)) > 4, book);
	}
});

test.serial('a workbook leads from each of its figures to a workbook of the lines', async (t) => {
	const body = await ask(`/v1/reports/trial-balance?book=${books[0]}&asOf=2025-12-15`);
	const reader = {language: 'id', timeZone: 'Asia/Jakarta', publicUrl: server.address} as const;
	const bytes = await writeWorkbook(
		layTrialBalance(body as never, reader),
		new Date('2026-04-01T00:00:00Z'),
	);
	const {sheets} = await readXlsx(bytes);
	const [sheet] = sheets;
	const head = sheet!.rows.findIndex(([first]) => first === 'Akun');
	let followed = 0;
	for (const [at, row] of (body.rows as Linked[]).entries()) {
		for (const [place, name] of [
			[3, 'debit'],
			[4, 'credit'],
		] as const) {
			const target = sheet!.cells?.get(`${head + 1 + at},${place}`)?.hyperlink?.target;
			t.is(target, `${server.address}${row.links[name]!.replace('?', '.xlsx?')}`);
			followed += 1;
		}
	}
	t.true(followed > 8);
	const first = sheet!.cells!.get(`${head + 1},3`)!.hyperlink!.target;
	const lines = await readXlsx(
		new Uint8Array(await auditor.getBytes(first.slice(server.address.length))),
	);
	t.is(lines.sheets[0]!.rows[0]![0], 'Buku Besar');
});

test.serial('neraca: assets as debits, liabilities and equity as credits', async (t) => {
	for (const book of books) {
		const {rows} = await ask(`/v1/reports/balance-sheet?book=${book}&asOf=2026-02-28`);
		const {assets, liabilities, equity, memo} = rows;
		t.true((await follow(t, [...assets, ...memo], own)) > 0);
		t.true((await follow(t, [...liabilities, ...equity], opposite)) > 0);
	}
});

test.serial('PHU: without what a closing of the year moved', async (t) => {
	let followed = 0;
	for (const book of books) {
		const period = `book=${book}&from=2025-07-01&asOf=2025-12-31`;
		const {rows} = await ask(`/v1/reports/income-statement?${period}`);
		followed += await follow(t, rows.income, opposite);
		followed += await follow(t, rows.expenses, own);
	}
	t.true(followed > 0);
});

test.serial('arus kas: receipts and payments by kind, and by the indirect method', async (t) => {
	for (const book of books) {
		const period = `book=${book}&from=2025-07-01&asOf=2025-12-31`;
		const direct = await ask(`/v1/reports/cash-flow?${period}`);
		const side = (row: Linked, name: string) =>
			name === 'receipts' ? own(row, name) : opposite(row, name);
		t.true((await follow(t, direct.rows, side)) > 1);
		const indirect = await ask(`/v1/reports/cash-flow?method=indirect&${period}`);
		t.true((await follow(t, indirect.rows, opposite)) > 1);
		for (const name of ['opening', 'net', 'closing']) {
			t.is(indirect.totals[name], direct.totals[name], `${book} ${name}`);
		}
	}
});

test.serial('perubahan ekuitas: what was, came, went and is', async (t) => {
	const {rows} = await ask(`/v1/reports/equity-changes?book=KOTA-BENGKULU&from=2025-07-01`);
	const side = (row: Linked, name: string) =>
		name === 'decrease' ? own(row, name) : opposite(row, name);
	t.true((await follow(t, rows, side)) > 3);
});

const ofLines = [
	'tranchesReceived',
	'remitted',
	'returned',
	'principalCollected',
	'collectedNotRemitted',
	'cashAndBank',
	'disbursed',
	'outstandingPrincipal',
];

test.serial('kesehatan dana: the statements of the funds, and their lines', async (t) => {
	const health = await ask('/v1/reports/fund-health?asOf=2026-02-28');
	let followed = 0;
	for (const {sums, funds} of health.rows) {
		const statements = [];
		for (const link of funds) statements.push(await ask(link));
		for (const name of ofLines) {
			const all = sum(statements.map(({totals}) => rupiah(totals[name])));
			t.is(toText(all), sums[name], `${name} ${funds.join(' ')}`);
		}
		for (const {rows} of statements) {
			const onCredit = new Set(['debt', 'heldForCity', 'downPayments', 'cityShare', 'income']);
			followed += await follow(t, rows, (row, name) =>
				onCredit.has(String(row.part)) === (name === 'decrease')
					? own(row, name)
					: opposite(row, name),
			);
		}
	}
	t.true(followed > 50);
	t.false(rupiah(health.totals.sums.remitted).isZero());
});

test.serial('CALK: each row of each table, on the side of its table', async (t) => {
	const onCredit = new Set(['provision', 'city-debt', 'equity', 'benevolence']);
	const tables = new Set<string>();
	for (const book of books) {
		const {rows} = await ask(`/v1/reports/notes?book=${book}&from=2025-07-01&asOf=2026-02-28`);
		const side = (row: Linked, name: string) =>
			onCredit.has(String(row.note)) === (name === 'decrease')
				? own(row, name)
				: opposite(row, name);
		await follow(t, rows, side);
		for (const {note} of rows) tables.add(note);
	}
	t.true(tables.size > 4);
});

test.serial('a link gives the same lines when more was booked since', async (t) => {
	const book = books.find((one) => one.startsWith('KOP-'))!;
	const {rows} = await ask(`/v1/reports/trial-balance?book=${book}`);
	const linked = rows.find(({account}: {account: string}) => account === '1.1.01') ?? rows[0];
	const before = await debitsOf(auditor, linked.links.debit);
	t.is(positive(before), toText(add(rupiah(linked.debit), rupiah(linked.credit))));
	t.true(linked.links.debit.includes('knownAt='));
});

test.serial('hledger counts the same debits, credits and balances of each account', async (t) => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-drill-'));
	try {
		for (const book of books) {
			const pieces: string[] = [];
			await world.as(officer, async (work) => {
				for await (const piece of exportJournal(work, book, 'hledger')) pieces.push(piece);
			});
			const file = path.join(folder, `${book}.journal`);
			await writeFile(file, pieces.join(''));
			const {stdout} = await promisify(execFile)(
				'hledger',
				['-f', file, 'register', '--output-format', 'csv', 'date:2025-07-01..2026-03-31'],
				{maxBuffer: 100_000_000},
			);
			const theirs = stdout
				.trim()
				.split('\n')
				.slice(1)
				.map((row) => /^"(\d+)","([\d-]+)",.*"[a-z]+:([\d.]+)","(-?[\d.]+) IDR"/u.exec(row)!)
				.map((found) => {
					// By transactions in hledger's file, which is in the order of entry numbers.
					const [, , on, account, amount] = found;
					return `${account} ${on} ${amount}`;
				})
				.sort();
			const {body} = await auditor.get(
				`/v1/reports/general-ledger.csv?book=${book}&from=2025-07-01&asOf=2026-03-30`,
			);
			const ours = String(body)
				.trimEnd()
				.split('\r\n')
				.slice(1, -1)
				.map((row) =>
					/^([\d.]+),.*?,(\d{4}-\d{2}-\d{2}),\d+,.*,([\d.]+),([\d.]+),-?[\d.]+$/u.exec(row),
				)
				.filter((found) => found !== null)
				.map(
					([, account, on, debit, credit]) =>
						`${account} ${on} ${toText(subtract(rupiah(debit!), rupiah(credit!)))}`,
				)
				.sort();
			t.true(ours.length > 20, book);
			t.deepEqual(ours, theirs, book);
		}
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
});
