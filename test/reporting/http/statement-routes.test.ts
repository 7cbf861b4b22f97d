// The financial statements over HTTP, against figures typed by hand.
import test from 'ava';
import {rupiah} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
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

// 100,000,000 received on 10 January; 5,000,000 murabahah with 600,000 margin on 3 February 2025,
// of which one instalment of 560,000 came on 3 March 2025 (60,000 margin).
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	const loan = await lend(world, funded, {
		akad: 'murabahah',
		principal: '5000000',
		margin: '600000',
		instalments: 10,
	});
	await world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day('2025-03-03'),
			amount: rupiah('560000'),
			method: 'cash',
		}),
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (report: string, query: string) => {
	const answer = await auditor.get(`/v1/reports/${report}?${query}`);
	t200(answer);
	return answer.body;
};
const t200 = ({status, body}: {status: number; body: unknown}): void => {
	if (status !== 200) throw new Error(JSON.stringify(body));
};
/** Without the way to their lines. */
const unlinked = (rows: {links: unknown}[]): unknown[] => rows.map(({links: _, ...row}) => row);
const pairs = (rows: {account: string; amount: string}[]): string[] =>
	rows.map(({account, amount}) => `${account} ${amount}`);

test('neraca: net of deferred margin, both sides equal, on two days', async (t) => {
	const {rows, totals, meta} = await ask('balance-sheet', `book=${funded.book}&asOf=2025-03-31`);
	t.deepEqual(pairs(rows.assets), [
		'1.1.01 560000.00',
		'1.1.11 95000000.00',
		'1.2.01 5040000.00',
		'1.2.02 -540000.00',
	]);
	t.deepEqual(pairs(rows.liabilities), ['2.2.01 99500000.00', '2.2.02 500000.00']);
	t.deepEqual(totals, {
		assets: '100060000.00',
		liabilities: '100000000.00',
		equity: '60000.00',
		surplus: '60000.00',
	});
	t.like(meta, {report: 'balance-sheet', asOf: '2025-03-31', from: null});
	const earlier = await ask('balance-sheet', `book=${funded.book}&asOf=2025-01-31`);
	t.deepEqual(pairs(earlier.rows.assets), ['1.1.11 100000000.00']);
});

test('PHU: the margin that was earned in the period, and in no other', async (t) => {
	const march = `book=${funded.book}&from=2025-03-01&asOf=2025-03-31`;
	const {rows, totals, meta} = await ask('income-statement', march);
	t.deepEqual(pairs(rows.income), ['4.1.01 60000.00']);
	t.deepEqual(totals, {income: '60000.00', expenses: '0.00', surplus: '60000.00'});
	t.is(meta.from, '2025-03-01');
	const april = await ask('income-statement', `book=${funded.book}&from=2025-04-01`);
	t.deepEqual(april.totals, {income: '0.00', expenses: '0.00', surplus: '0.00'});
});

test('arus kas: kind by kind, from what there was to what there is', async (t) => {
	const {rows, totals} = await ask(
		'cash-flow',
		`book=${funded.book}&from=2025-02-01&asOf=2025-03-31`,
	);
	t.deepEqual(unlinked(rows), [
		{kind: 'disbursement', receipts: '0.00', payments: '5000000.00'},
		{kind: 'repayment', receipts: '560000.00', payments: '0.00'},
	]);
	t.deepEqual(totals, {
		opening: '100000000.00',
		receipts: '560000.00',
		payments: '5000000.00',
		net: '-4440000.00',
		closing: '95560000.00',
	});
	const ofCity = await ask('cash-flow', `book=${city}&from=2025-01-01&asOf=2025-03-31`);
	t.deepEqual(unlinked(ofCity.rows), [
		{kind: 'manual', receipts: '10000000000.00', payments: '0.00'},
		{kind: 'tranche', receipts: '0.00', payments: '100000000.00'},
	]);
});

// The margin of 60,000 was earned and none of it is owed; receivables took 5,040,000 of which
// 540,000 is margin to come; 500,000 of the fund's debt became held for the city.
test('arus kas tidak langsung: from the surplus to the same change of cash', async (t) => {
	const {rows, totals} = await ask(
		'cash-flow',
		`method=indirect&book=${funded.book}&from=2025-02-01&asOf=2025-03-31`,
	);
	t.deepEqual(
		rows.map(({section, account, amount}: Record<string, string>) => [section, account, amount]),
		[
			['surplus', null, '60000.00'],
			['adjustments', '1.2.02', '540000.00'],
			['operating', '1.2.01', '-5040000.00'],
			['financing', '2.2.01', '-500000.00'],
			['financing', '2.2.02', '500000.00'],
		],
	);
	t.deepEqual(totals, {
		operating: '-4440000.00',
		investing: '0.00',
		financing: '0.00',
		opening: '100000000.00',
		net: '-4440000.00',
		closing: '95560000.00',
	});
	const refused = await auditor.get(
		`/v1/reports/cash-flow?method=lain&book=${funded.book}&from=2025-02-01`,
	);
	t.is(refused.body.code, 'field/not-one-of');
	const csv = await auditor.get(
		`/v1/reports/cash-flow.csv?method=indirect&book=${funded.book}&from=2025-02-01&asOf=2025-03-31`,
	);
	t.true(csv.body.includes('Operasi,1.2.01,Piutang murabahah,-5040000.00\r\n'));
});

test('perubahan ekuitas and dana kebajikan', async (t) => {
	const equity = await ask('equity-changes', `book=${city}&from=2025-01-01&asOf=2025-12-31`);
	t.deepEqual(equity.totals, {
		opening: '0.00',
		increase: '10000000000.00',
		decrease: '0.00',
		closing: '10000000000.00',
	});
	const funds = await ask('benevolence-funds', `book=${funded.book}&from=2025-01-01`);
	t.deepEqual(funds.rows, []);
	t.is(funds.totals.closing, '0.00');
});

test('an impossible period, a day to come and a book outside the scope are refused', async (t) => {
	const refused = async (report: string, query: string, by = auditor): Promise<string> =>
		(await by.get(`/v1/reports/${report}?${query}`)).body.code;
	const book = `book=${funded.book}`;
	t.is(
		await refused('cash-flow', `${book}&from=2025-04-01&asOf=2025-03-31`),
		'report/from-after-to',
	);
	t.is(await refused('balance-sheet', `${book}&asOf=2027-01-01`), 'report/as-of-in-future');
	t.is(await refused('income-statement', book), 'field/missing');
	const elsewhere = await server.signUp('auditor', '17.71.02');
	t.is(await refused('balance-sheet', book, elsewhere), 'ledger/unknown-book');
	const early = `${book}&from=2025-01-01&knownAt=2020-01-01T00:00:00Z`;
	t.is(await refused('equity-changes', early), 'report/known-before-book');
});
