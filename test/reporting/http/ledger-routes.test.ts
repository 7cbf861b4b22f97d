// The general ledger and the journal over HTTP, against figures typed by hand, page by page and as
// files.
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {rupiah} from '../../../src/kernel/money.ts';
import {credit, debit, postEntry} from '../../../src/ledger/index.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type Client, type Server, createClient, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	code,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;
let loan: string;

// 100,000,000 received on 10 January; a qardh of 1,200,000 on 3 February 2025, of which 100,000
// came on 3 March 2025; and by hand 50,000 of mandatory savings on 1 March, and 7,500.50 of costs.
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	const lent = await lend(world, funded);
	loan = lent.id;
	await world.as(officer, async (work) => {
		await recordRepayment(work, {
			loan: lent.id,
			paidOn: day('2025-03-03'),
			amount: rupiah('100000'),
			method: 'cash',
		});
		const {book} = funded;
		await postEntry(work, {
			book,
			effectiveOn: day('2025-03-01'),
			kind: 'manual',
			reason: '=1+1, "simpanan"',
			document: '-BKM-1',
			lines: [debit(code('1.1.01'), rupiah('50000')), credit(code('3.1.02'), rupiah('50000'))],
		});
		await postEntry(work, {
			book,
			effectiveOn: day('2025-03-31'),
			kind: 'manual',
			reason: 'Beli kertas',
			document: '-12.50',
			lines: [debit(code('5.2.01'), rupiah('7500.50')), credit(code('1.1.01'), rupiah('7500.50'))],
		});
	});
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (report: string, query: string) => {
	const answer = await auditor.get(`/v1/reports/${report}?book=${funded.book}&${query}`);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body;
};
const file = async (report: string, query: string) =>
	auditor.get(`/v1/reports/${report}?book=${funded.book}&${query}`);

type Row = Record<string, string | number | null>;
const told = (rows: Row[]): string[] =>
	rows.map((row) =>
		[row.row, row.account, row.date, row.entry, row.counterAccounts, row.debit, row.credit]
			.concat(row.balance)
			.map((cell) => cell ?? '-')
			.join(' '),
	);

const cash = [
	'opening 1.1.01 - - - - - 0.00',
	'line 1.1.01 2025-03-01 4 3.1.02 50000.00 0.00 50000.00',
	'line 1.1.01 2025-03-03 3 1.2.03 2.2.02 100000.00 0.00 150000.00',
	'line 1.1.01 2025-03-31 5 5.2.01 0.00 7500.50 142499.50',
	'closing 1.1.01 - - - - - 142499.50',
];

test('buku besar: the lines of an account between its opening and closing', async (t) => {
	const {meta, rows, totals, nextCursor} = await ask(
		'general-ledger',
		'account=1.1.01&from=2025-03-01&asOf=2025-03-31',
	);
	t.deepEqual(told(rows), cash);
	t.deepEqual(totals, {debit: '150000.00', credit: '7500.50'});
	t.is(nextCursor, null);
	t.like(meta, {report: 'general-ledger', from: '2025-03-01', asOf: '2025-03-31'});
	t.like(rows[1], {description: '=1+1, "simpanan"', document: '-BKM-1', kind: 'manual'});
});

test('what an account held before the period is its opening', async (t) => {
	const {rows} = await ask('general-ledger', 'account=1.1.11,2.2.01&from=2025-02-01');
	t.deepEqual(told(rows), [
		'opening 1.1.11 - - - - - 100000000.00',
		'line 1.1.11 2025-02-03 2 1.2.03 0.00 1200000.00 98800000.00',
		'closing 1.1.11 - - - - - 98800000.00',
		'opening 2.2.01 - - - - - 100000000.00',
		'line 2.2.01 2025-03-03 3 1.2.03 2.2.02 100000.00 0.00 99900000.00',
		'closing 2.2.01 - - - - - 99900000.00',
	]);
});

test('only what names a loan, a member, a fund, is of a kind, or stands on a side', async (t) => {
	const lines = async (query: string): Promise<string[]> =>
		told((await ask('general-ledger', query)).rows).filter((row) => row.startsWith('line'));
	t.deepEqual(await lines(`loan=${loan}&account=1.2.03`), [
		'line 1.2.03 2025-02-03 2 1.1.11 1200000.00 0.00 1200000.00',
		'line 1.2.03 2025-03-03 3 1.1.01 2.2.01 0.00 100000.00 1100000.00',
	]);
	t.is((await lines(`fund=${funded.allocation.id}&account=1.1.11`)).length, 2);
	t.deepEqual(await lines('kind=tranche&side=credit'), [
		'line 2.2.01 2025-01-10 1 1.1.11 0.00 100000000.00 100000000.00',
	]);
	t.deepEqual(await lines('exceptKind=tranche,disbursement,repayment&account=5.2.01'), [
		'line 5.2.01 2025-03-31 5 1.1.01 7500.50 0.00 7500.50',
	]);
});

test('page by page it is the same, of the books of the first page', async (t) => {
	const whole = await ask('general-ledger', 'from=2025-02-01&limit=1000');
	const rows: Row[] = [];
	let cursor = '';
	let pages = 0;
	do {
		const page: {rows: Row[]; nextCursor: string | null} = await ask(
			'general-ledger',
			`from=2025-02-01&limit=2${cursor}`,
		);
		rows.push(...page.rows);
		pages += 1;
		cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
	} while (cursor !== '');
	t.deepEqual(rows, whole.rows);
	t.is(pages, 5);
});

test('jurnal umum: whole entries in the order of their numbers', async (t) => {
	const first = await ask('journal', 'limit=3');
	t.deepEqual(
		first.rows.map((row: Row) => `${row.entry} ${row.account} ${row.debit} ${row.credit}`),
		[
			'1 1.1.11 100000000.00 0.00',
			'1 2.2.01 0.00 100000000.00',
			'2 1.2.03 1200000.00 0.00',
			'2 1.1.11 0.00 1200000.00',
			'3 1.1.01 100000.00 0.00',
			'3 1.2.03 0.00 100000.00',
			'3 2.2.01 100000.00 0.00',
			'3 2.2.02 0.00 100000.00',
		],
	);
	const second = await ask('journal', `limit=3&cursor=${first.nextCursor}`);
	t.deepEqual(
		second.rows.map((row: Row) => row.entry),
		[4, 4, 5, 5],
	);
	t.is(second.nextCursor, null);
	const totals = {entries: 5, lines: 12, debit: '101457500.50', credit: '101457500.50'};
	t.deepEqual([first.totals, second.totals], [totals, totals]);
	t.like(first.rows[0], {actor: 'pengelola', kind: 'tranche', date: '2025-01-10', reverses: null});
	const march = await ask('journal', 'from=2025-03-31&kind=manual');
	t.deepEqual(march.totals, {entries: 1, lines: 2, debit: '7500.50', credit: '7500.50'});
});

test('CSV: quoted as RFC 4180 asks, and nothing that a spreadsheet would carry out', async (t) => {
	const query = 'account=1.1.01&from=2025-03-01&asOf=2025-03-31';
	const {body, headers} = await auditor.get(
		`/v1/reports/general-ledger.csv?book=${funded.book}&${query}`,
	);
	t.is(
		body,
		[
			'account,name,date,entry,description,document,counterAccounts,debit,credit,balance',
			'1.1.01,Kas,,,Saldo awal,,,,,0.00',
			`1.1.01,Kas,2025-03-01,4,"'=1+1, ""simpanan""",'-BKM-1,3.1.02,50000.00,0.00,50000.00`,
			'1.1.01,Kas,2025-03-03,3,Angsuran qardh nomor 1,KW-1,1.2.03 2.2.02,100000.00,0.00,150000.00',
			'1.1.01,Kas,2025-03-31,5,Beli kertas,-12.50,5.2.01,0.00,7500.50,142499.50',
			'1.1.01,Kas,,,Saldo akhir,,,,,142499.50',
			'Jumlah,,,,,,,150000.00,7500.50,',
			'',
		].join('\r\n'),
	);
	t.is(headers.get('content-type'), 'text/csv; charset=utf-8');
	t.is(
		headers.get('content-disposition'),
		`attachment; filename="general-ledger_${funded.book}_2025-03-31.csv"`,
	);
	const journal = await file('journal', 'kind=manual&asOf=2025-03-30');
	t.is(journal.status, 200);
});

test('XLSX and PDF show the same', async (t) => {
	const path = `/v1/reports/general-ledger.xlsx?book=${funded.book}&account=1.1.01&from=2025-03-01`;
	const token = await server.signUp('auditor');
	t.is((await token.get(path)).status, 200);
	const sheet = await workbook('general-ledger', 'account=1.1.01&from=2025-03-01');
	t.is(sheet.name, 'Buku Besar');
	const head = sheet.rows.findIndex(([first]) => first === 'Akun');
	t.is(sheet.freezePane?.rows, head + 1);
	t.deepEqual(
		sheet.rows
			.slice(head + 1)
			.map((row) => [row[0], row[3] ?? null, row[7] ?? null, row[9] ?? null]),
		[
			['1.1.01', null, null, 0],
			['1.1.01', 4, 50_000, 50_000],
			['1.1.01', 3, 100_000, 150_000],
			['1.1.01', 5, 0, 142_499.5],
			['1.1.01', null, null, 142_499.5],
			['Jumlah', null, 150_000, null],
		],
	);
	const journal = await workbook('journal', 'from=2025-03-31');
	t.is(journal.rows.at(-1)?.[0], 'Jumlah');
	for (const report of ['general-ledger', 'journal']) {
		const {status, body} = await auditor.get(`/v1/reports/${report}.pdf?book=${funded.book}`);
		t.is(status, 200);
		t.true(String(body).startsWith('%PDF-'));
	}
});

async function workbook(report: string, query: string) {
	const path = `/v1/reports/${report}.xlsx?book=${funded.book}&${query}`;
	const {sheets} = await readXlsx(await auditor.getBytes(path));
	return sheets[0]!;
}

test('what the book does not know, and what cannot be, is refused', async (t) => {
	const refused = async (report: string, query: string): Promise<string> =>
		(await file(report, query)).body.code;
	const unknown = '00000000-0000-4000-8000-00000000dead';
	const ledger = 'general-ledger';
	t.is(await refused(ledger, 'account=1.1.99'), 'report/unknown-account');
	t.is(await refused(ledger, 'account=1.1.01,kas'), 'account/malformed');
	t.is(await refused(ledger, 'kind=apa-saja'), 'report/unknown-kind');
	t.is(await refused(ledger, 'kind=Repayment'), 'kind/malformed');
	t.is(await refused(ledger, `fund=${unknown}`), 'report/unknown-fund');
	t.is(await refused(ledger, `loan=${unknown}`), 'report/unknown-loan');
	t.is(await refused(ledger, `member=${unknown}`), 'report/unknown-member');
	t.is(await refused(ledger, 'side=left'), 'field/not-one-of');
	t.is(await refused(ledger, 'asOf=2025-02-30'), 'date/not-a-day');
	t.is(await refused(ledger, 'asOf=2027-01-01'), 'report/as-of-in-future');
	t.is(await refused(ledger, 'from=2025-04-01&asOf=2025-03-31'), 'report/from-after-to');
	t.is(await refused(ledger, 'knownAt=2020-01-01T00:00:00Z'), 'report/known-before-book');
	t.is(await refused(ledger, 'knownAt=2030-01-01T00:00:00Z'), 'report/known-at-in-future');
	t.is(await refused(ledger, 'cursor=abc'), 'request/invalid-cursor');
	t.is(await refused('journal', 'account=1.1.01'), 'field/unknown');
	t.is(await refused('journal', 'knownAt=2020-01-01T00:00:00Z'), 'report/known-before-book');
	const {body} = await auditor.get(`/v1/reports/${ledger}?book=${funded.book}&account=kas&asOf=x`);
	t.deepEqual(body.findings.map(({path}: {path: string}) => path).sort(), [
		'query.account[0]',
		'query.asOf',
	]);
	const elsewhere = await server.signUp('auditor', '17.71.02');
	const answer = await elsewhere.get(`/v1/reports/${ledger}.csv?book=${funded.book}`);
	t.is(answer.body.code, 'ledger/unknown-book');
	t.is((await createClient(server.address).get(`/v1/reports/${ledger}.csv?book=X1`)).status, 401);
});

test('an account that was asked for and never moved says so', async (t) => {
	const {rows, totals} = await ask('general-ledger', 'account=1.5.01');
	t.deepEqual(told(rows), ['opening 1.5.01 - - - - - 0.00', 'closing 1.5.01 - - - - - 0.00']);
	t.deepEqual(totals, {debit: '0.00', credit: '0.00'});
});
