// The life of a fund in a period, against figures typed by hand, the allocation's own statement and
// fund health.
import test from 'ava';
import {recordRemittance} from '../../../src/fund/index.ts';
import {type Rupiah, add, rupiah, subtract, toText, zero} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	fundManager,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;

// 100,000,000 received on 10 January 2025; a murabahah of 5,000,000 with 600,000 margin on
// 3 February; 560,000 of it (500,000 principal) came on 3 March; 300,000 went back on 1 April.
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
	await world.as(fundManager, async (work) =>
		recordRemittance(work, {
			allocation: funded.allocation.id,
			document: 'STS-1',
			remittedOn: day('2025-04-01'),
			amount: rupiah('300000'),
			method: 'bank',
		}),
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (query: string) => {
	const answer = await auditor.get(
		`/v1/reports/fund-statement?allocation=${funded.allocation.id}&${query}`,
	);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body;
};

type Row = Record<string, string | null> & {links: Record<string, string>};

test('each part of the fund, kind by kind, from what it was to what it is', async (t) => {
	const {rows, totals, meta} = await ask('from=2025-03-01&asOf=2025-04-30');
	const told = (rows as Row[])
		.filter(({part}) => !['beforeSale', 'downPayments', 'cityShare'].includes(part!))
		.map(({part, row, kind, increase, decrease, balance}) =>
			[part, kind ?? row, increase, decrease, balance].map((cell) => cell ?? '-').join(' '),
		);
	t.deepEqual(told, [
		'debt opening - - 100000000.00',
		'debt repayment 0.00 500000.00 -',
		'debt closing - - 99500000.00',
		'heldForCity opening - - 0.00',
		'heldForCity remittance 0.00 300000.00 -',
		'heldForCity repayment 500000.00 0.00 -',
		'heldForCity closing - - 200000.00',
		'money opening - - 95000000.00',
		'money remittance 0.00 300000.00 -',
		'money repayment 560000.00 0.00 -',
		'money closing - - 95260000.00',
		'loans opening - - 5000000.00',
		'loans repayment 60000.00 560000.00 -',
		'loans closing - - 4500000.00',
		'income opening - - 0.00',
		'income repayment 60000.00 0.00 -',
		'income closing - - 60000.00',
	]);
	t.deepEqual(totals, {
		tranchesReceived: '100000000.00',
		returned: '0.00',
		remitted: '300000.00',
		principalCollected: '500000.00',
		disbursed: '5000000.00',
		collectedNotRemitted: '200000.00',
		cashAndBank: '95260000.00',
		outstandingPrincipal: '4500000.00',
		owed: '99700000.00',
		earned: '60000.00',
		shareOwed: '0.00',
	});
	t.like(meta, {report: 'fund-statement', from: '2025-03-01', asOf: '2025-04-30'});
	t.is(meta.book.code, funded.book);
});

test('it is the statement of the allocation, and the row of fund health', async (t) => {
	const {totals} = await ask('');
	const statement = await auditor.get(`/v1/allocations/${funded.allocation.id}/statement`);
	const theirs = statement.body.totals;
	t.deepEqual(
		[totals.tranchesReceived, totals.remitted, totals.returned, totals.collectedNotRemitted],
		[theirs.received, theirs.remitted, theirs.returned, theirs.collectedNotRemitted],
	);
	t.deepEqual(
		[totals.owed, totals.earned, totals.shareOwed],
		[theirs.owed, theirs.earned, theirs.shareOwed],
	);
	const health = await auditor.get('/v1/reports/fund-health?region=17.71.01.1001');
	const {sums} = health.body.rows[0];
	for (const name of [
		'tranchesReceived',
		'returned',
		'remitted',
		'principalCollected',
		'disbursed',
		'collectedNotRemitted',
		'cashAndBank',
		'outstandingPrincipal',
	]) {
		t.is(totals[name], sums[name], name);
	}
});

test('its links give the lines of its figures', async (t) => {
	const {rows} = await ask('from=2025-03-01&asOf=2025-04-30');
	let followed = 0;
	for (const row of rows as Row[]) {
		const isCredit = ['debt', 'heldForCity', 'downPayments', 'cityShare', 'income'].includes(
			row.part!,
		);
		for (const [name, link] of Object.entries(row.links)) {
			const {body} = await auditor.get(`${link}&limit=1000`);
			const net = (body.rows as Row[])
				.filter((line) => line.row === 'line')
				.reduce<Rupiah>(
					(sum, {debit, credit}) => add(sum, subtract(rupiah(debit!), rupiah(credit!))),
					zero,
				);
			const isTurned = isCredit !== (name === 'decrease');
			t.is(toText(isTurned ? subtract(zero, net) : net), row[name]!, link);
			followed += 1;
		}
	}
	t.true(followed > 20);
});

test('as files, and what is refused', async (t) => {
	const path = `/v1/reports/fund-statement.csv?allocation=${funded.allocation.id}`;
	const csv = await auditor.get(`${path}&from=2025-03-01&asOf=2025-04-30`);
	t.true(csv.body.includes('Kas dan bank dana,Angsuran,560000.00,0.00,\r\n'));
	t.true(csv.body.includes('Seluruh pokok terutang kepada kota,,,,99700000.00\r\n'));
	const refused = async (query: string): Promise<string> =>
		(await auditor.get(`/v1/reports/fund-statement?${query}`)).body.code;
	const mine = `allocation=${funded.allocation.id}`;
	const unknown = '00000000-0000-4000-8000-00000000dead';
	t.is(await refused(`allocation=${unknown}`), 'fund/unknown-allocation');
	t.is(await refused('asOf=2025-01-01'), 'field/missing');
	t.is(await refused(`${mine}&from=2025-05-01&asOf=2025-04-30`), 'report/from-after-to');
	t.is(await refused(`${mine}&knownAt=2020-01-01T00:00:00Z`), 'report/known-before-books');
	const elsewhere = await server.signUp('auditor', '17.71.02');
	const hidden = await elsewhere.get(`/v1/reports/fund-statement?${mine}`);
	t.is(hidden.body.code, 'fund/unknown-allocation');
});
