// The worked example of the PAR of a portfolio of Rp 100 million (CGAP): A of 10 with an instalment
// 35 days late, B of 5 on a schedule agreed anew, C of 20 that is 10 days late, and 65 that are
// current. PAR1 is 30 %, PAR30 is 10 %, and 15 % with what was restructured. Each test is a trap
// into which reports of portfolios fall.
import test from 'ava';
import {type Loan, restructureLoan, writeOffLoan} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	lend,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;
let [a, b]: Loan[] = [];

test.before(async () => {
	world = await createWorld('2025-12-25');
	await openCity(world);
	funded = await openFunded(world);
	a = await lend(world, funded, {
		principal: '10000000',
		instalments: 10,
		disbursedOn: '2025-10-20',
	});
	b = await lend(world, funded, {principal: '5000000', disbursedOn: '2025-08-10'});
	await lend(world, funded, {principal: '20000000', instalments: 10, disbursedOn: '2025-11-15'});
	await lend(world, funded, {principal: '65000000', instalments: 10, disbursedOn: '2025-12-01'});
	await world.as(supervisor, async (work) =>
		restructureLoan(work, {
			loan: b!.id,
			effectiveOn: day('2025-12-20'),
			instalments: 24,
			reason: 'Panen gagal',
			document: 'ADD-1',
		}),
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (report: string, query = '') => {
	const {status, body} = await auditor.get(`/v1/reports/${report}?book=${funded.book}${query}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body;
};

test.serial('PAR is of the balance, and not of how many loans are late', async (t) => {
	const {totals} = await ask('ageing', '&asOf=2025-12-25');
	t.is(totals.balance, '100000000.00');
	t.is(totals.loans, 4);
	t.is(totals.par1, '0.3000');
	// One loan of four: a quarter by number, a tenth by balance.
	t.is(totals.loans31_60, 1);
	t.is(totals.par30, '0.1000');
	t.is(totals.par60, '0.0000');
});

test.serial('PAR is of the whole balance of a late loan, and not of what is late', async (t) => {
	const {totals} = await ask('ageing', '&asOf=2025-12-25');
	// Instalments of 20 November and 20 December; the whole ten are at risk.
	t.is(totals.late31_60, '2000000.00');
	t.is(totals.balance31_60, '10000000.00');
	t.is(totals.late1_30, '2000000.00');
	t.is(totals.balance1_30, '20000000.00');
	t.is(totals.balance0, '70000000.00');
});

test.serial('a rescheduled loan is current and stands in the figure beside PAR30', async (t) => {
	const {totals} = await ask('ageing', '&asOf=2025-12-25');
	t.is(totals.restructured, '5000000.00');
	t.is(totals.par30Restructured, '0.1500');
	// The day before the new schedule it was 100 days late.
	const before = await ask('ageing', '&asOf=2025-12-19');
	t.is(before.totals.balance91_180, '5000000.00');
	t.is(before.totals.par90, '0.0500');
	t.is(before.totals.restructured, '0.00');
	const {rows} = await ask('loan-portfolio', '&asOf=2025-12-25');
	t.deepEqual(
		rows.map((row: {daysPastDue: number; isRestructured: boolean}) => [
			row.daysPastDue,
			row.isRestructured,
		]),
		[
			[35, false],
			[0, true],
			[10, false],
			[0, false],
		],
	);
});

test.serial('new lending dilutes the PAR of the portfolio, not that of a cohort', async (t) => {
	const november = await ask('ageing', '&asOf=2025-11-30');
	// A is ten days late, B since 10 September: 15 of 35 million.
	t.is(november.totals.par1, '0.4286');
	const {rows} = await ask('cohorts', '&asOf=2025-12-25&months=5');
	const october = rows.filter((row: {cohort: string}) => row.cohort === '2025-10');
	t.deepEqual(
		october.map((row: {monthsOnBook: number; on: string; par30: string}) => [
			row.monthsOnBook,
			row.on,
			row.par30,
		]),
		[
			[0, '2025-10-31', '0.0000'],
			[1, '2025-11-30', '0.0000'],
			[2, '2025-12-25', '1.0000'],
		],
	);
});

test.serial('a written-off loan leaves PAR30 and stands beside it', async (t) => {
	world.setDay('2025-12-28');
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: a!.id,
			writtenOffOn: day('2025-12-28'),
			reason: 'Pindah',
			document: 'BA-1',
		}),
	);
	const {totals} = await ask('ageing', '&asOf=2025-12-28');
	t.is(totals.balance, '90000000.00');
	t.is(totals.par30, '0.0000');
	t.is(totals.writtenOff, '10000000.00');
	const {rows} = await ask('cohorts', '&asOf=2025-12-28&months=3');
	const last = rows.find(
		(row: {cohort: string; on: string}) => row.cohort === '2025-10' && row.on === '2025-12-28',
	);
	t.deepEqual(
		[last.disbursed, last.outstanding, last.atRisk30, last.writtenOff, last.par30],
		['10000000.00', '0.00', '0.00', '10000000.00', null],
	);
	t.is(last.lostOrAtRisk, '1.0000');
	const trend = await ask('portfolio-trend', '&asOf=2025-12-28&months=2');
	t.deepEqual(
		trend.rows.map((row: Record<string, string>) => [
			row.on,
			row.outstanding,
			row.par30,
			row.par30Restructured,
			row.writtenOff,
		]),
		[
			['2025-11-30', '35000000.00', '0.1429', '0.1429', '0.00'],
			['2025-12-28', '90000000.00', '0.0000', '0.0556', '10000000.00'],
		],
	);
	// The day before, and the day itself as it was known before, nothing was written off.
	const before = await ask('ageing', '&asOf=2025-12-28&knownAt=2025-12-27T00:00:00Z');
	t.is(before.totals.writtenOff, '0.00');
	t.is(before.totals.balance, '100000000.00');
});
