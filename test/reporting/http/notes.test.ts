// The tables of the notes to the financial statements: figures typed by hand, and each table equal
// to its accounts in the balance sheet.
import test from 'ava';
import {rupiah, subtract, sum, toText, zero} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	day,
	handEntry,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {postEntry} from '../../../src/ledger/index.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;

// 100,000,000 received on 10 January 2025; a murabahah of 5,000,000 with 600,000 margin and a qardh
// of 1,200,000 on 3 February; 560,000 of the murabahah on 3 March; 250,000 of savings on 5 March.
test.before(async () => {
	world = await createWorld('2025-03-31');
	await openCity(world);
	funded = await openFunded(world);
	const loan = await lend(world, funded, {
		akad: 'murabahah',
		principal: '5000000',
		margin: '600000',
		instalments: 10,
	});
	await lend(world, funded);
	await world.as(officer, async (work) => {
		await recordRepayment(work, {
			loan: loan.id,
			paidOn: day('2025-03-03'),
			amount: rupiah('560000'),
			method: 'cash',
		});
		await postEntry(work, handEntry(funded.book, '2025-03-05', '250000'));
	});
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (report: string, query: string) => {
	const answer = await auditor.get(`/v1/reports/${report}?${query}`);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body;
};

type Row = Record<string, string>;
const told = (rows: Row[]): string[] =>
	rows.map(({note, account, opening, increase, decrease, closing}) =>
		[note, account, opening, increase, decrease, closing].join(' '),
	);

test('a cooperative: cash, receivables, debt to the city per fund, equity', async (t) => {
	const march = `book=${funded.book}&from=2025-03-01&asOf=2025-03-31`;
	const {rows, totals, classes, meta} = await ask('notes', march);
	t.deepEqual(told(rows), [
		'cash 1.1.01 0.00 810000.00 0.00 810000.00',
		'cash 1.1.11 93800000.00 0.00 0.00 93800000.00',
		'receivables 1.2.01 5600000.00 0.00 560000.00 5040000.00',
		'receivables 1.2.02 -600000.00 60000.00 0.00 -540000.00',
		'receivables 1.2.03 1200000.00 0.00 0.00 1200000.00',
		'city-debt 2.2.01 100000000.00 0.00 500000.00 99500000.00',
		'city-debt 2.2.02 0.00 500000.00 0.00 500000.00',
		'equity 3.1.01 0.00 250000.00 0.00 250000.00',
	]);
	t.deepEqual(
		rows
			.filter(({note}: Row) => note === 'city-debt')
			.map(({fund, agreement, kelurahan}: Row) => [fund, agreement, kelurahan]),
		Array.from({length: 2}, () => [funded.allocation.id, 'PKS-17.71.01.1001', '17.71.01.1001']),
	);
	const closings = totals.map(({note, closing}: Row) => `${note} ${closing}`);
	t.deepEqual(closings, [
		'cash 94610000.00',
		'receivables 5700000.00',
		'provision 0.00',
		'city-debt 100000000.00',
		'equity 250000.00',
		'benevolence 0.00',
	]);
	// One instalment of the qardh was due on 3 March and not paid.
	const policies = new Set(classes.map(({policy}: Row) => policy));
	t.true(policies.size > 0);
	for (const policy of policies) {
		const own = classes.filter((one: Row) => one.policy === policy);
		t.is(toText(sum(own.map(({principal}: Row) => rupiah(principal!)))), '5700000.00');
	}
	t.true(meta.policies.length > 0);
});

test('each table is its accounts in the balance sheet', async (t) => {
	for (const book of [funded.book, city]) {
		const {rows, totals} = await ask('notes', `book=${book}&from=2025-01-01`);
		const sheet = await ask('balance-sheet', `book=${book}`);
		const held = new Map(
			[...sheet.rows.assets, ...sheet.rows.liabilities, ...sheet.rows.equity].map(
				({account, amount}: Row) => [account!, amount!],
			),
		);
		for (const {note, closing} of totals) {
			const own = (rows as Row[]).filter((row) => row.note === note);
			const accounts = [...new Set(own.map(({account}) => account!))];
			const shown = sum(accounts.map((account) => rupiah(held.get(account) ?? '0')));
			// An allowance is deducted from assets, and told as what it is.
			const figure = note === 'provision' ? subtract(zero, shown) : shown;
			t.is(closing, toText(figure), `${book} ${note}`);
		}
		t.true(rows.length > 1);
	}
});

test('the city: its investment per fund', async (t) => {
	const {rows, classes} = await ask('notes', `book=${city}&from=2025-01-01`);
	t.deepEqual(told(rows), [
		'cash 1.1.1 0.00 10000000000.00 100000000.00 9900000000.00',
		'investment 1.2.1 0.00 100000000.00 0.00 100000000.00',
		'equity 3.1.1 0.00 10000000000.00 0.00 10000000000.00',
	]);
	t.is(rows[1].fund, funded.allocation.id);
	t.deepEqual(classes, []);
});

test('in files, with links, and what is refused', async (t) => {
	const march = `book=${funded.book}&from=2025-03-01&asOf=2025-03-31`;
	const csv = await auditor.get(`/v1/reports/notes.csv?${march}`);
	t.true(csv.body.includes('Kas dan bank,1.1.01,Kas,,0.00,810000.00,0.00,810000.00\r\n'));
	t.is((await auditor.get(`/v1/reports/notes.pdf?${march}`)).status, 200);
	const {rows} = await ask('notes', march);
	for (const row of rows.slice(0, 3) as (Row & {links: Row})[]) {
		const lines = await ask('general-ledger', row.links.increase!.split('?')[1]!);
		t.is(lines.totals.debit, row.increase!);
	}
	const refused = async (query: string): Promise<string> =>
		(await auditor.get(`/v1/reports/notes?${query}`)).body.code;
	t.is(await refused(`book=${funded.book}`), 'field/missing');
	t.is(await refused('book=KOP-X&from=2025-01-01'), 'ledger/unknown-book');
	t.is(await refused(`${march}&knownAt=2020-01-01T00:00:00Z`), 'report/known-before-book');
	t.is(
		await refused(`book=${funded.book}&from=2025-04-01&asOf=2025-03-31`),
		'report/from-after-to',
	);
});
