// Every row of a report over loans leads on: the lines of the general ledger come to the figure,
// and the report over its loans has it in its totals.
import test, {type ExecutionContext} from 'ava';
import {fillDemo} from '../../../seeds/demo/fill.ts';
import {rupiah, subtract, toText, zero} from '../../../src/kernel/money.ts';
import {recordRecovery, writeOffLoan} from '../../../src/lending/index.ts';
import {asking, debitsOf} from '../../helpers/follow-links.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	lend,
	officer,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await fillDemo({
		serviceUrl: world.database.serviceUrl,
		timeZone: 'Asia/Jakarta',
		cooperatives: 2,
		months: 15,
		until: day('2026-03-30'),
	});
	// The demo city writes nothing off.
	funded = await openFunded(world, '17.71.09.1006');
	const loan = await lend(world, funded);
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: loan.id,
			writtenOffOn: day('2026-03-02'),
			reason: 'Peminjam meninggal tanpa ahli waris',
			document: 'BA-HB-1',
		}),
	);
	await world.as(officer, async (work) =>
		recordRecovery(work, {
			loan: loan.id,
			paidOn: day('2026-03-20'),
			amount: rupiah('250000'),
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

type Row = {readonly links: Record<string, string>} & Record<string, unknown>;

// What a figure is called in the totals of the report that it leads to.
const inTotals: Record<string, string> = {
	balance: 'principal',
	late: 'arrears',
	outstanding: 'principal',
};
// Credits less debits: what came in.
const onCredit = new Set(['paid', 'paidPrincipal', 'recovered']);

/** Follows all links of a report; how many were followed of each figure. */
async function follow(t: ExecutionContext, address: string): Promise<Record<string, number>> {
	const ask = asking(auditor);
	const followed: Record<string, number> = {};
	const {rows} = await ask(address);
	for (const row of rows as Row[]) {
		for (const [name, link] of Object.entries(row.links)) {
			if (link.startsWith('/v1/reports/general-ledger?')) {
				const debits = await debitsOf(auditor, link);
				const figure = onCredit.has(name) ? subtract(zero, debits) : debits;
				t.is(toText(figure), String(row[name]), `${name} ${link}`);
			} else {
				const {totals} = await ask(link);
				t.is(totals[inTotals[name] ?? name], String(row[name]), `${name} ${link}`);
			}
			t.true(link.includes('knownAt='), link);
			followed[name] = (followed[name] ?? 0) + (row[name] === '0.00' ? 0 : 1);
		}
	}
	return followed;
}

test.serial('daftar nominatif: what is owed, and the principal', async (t) => {
	const {owed, principal} = await follow(t, '/v1/reports/loan-portfolio?asOf=2026-02-28');
	t.is(owed, 11);
	t.is(principal, owed);
});

test.serial('kolektibilitas and penyisihan: the same loan by loan', async (t) => {
	for (const name of ['collectibility', 'provisioning']) {
		const {owed, principal} = await follow(t, `/v1/reports/${name}?asOf=2026-02-28`);
		t.is(owed, 11);
		t.is(principal, 11);
	}
});

test.serial('umur tunggakan: per fund and per kelurahan the loans of each', async (t) => {
	for (const by of ['fund', 'kelurahan']) {
		const followed = await follow(t, `/v1/reports/ageing?asOf=2026-02-28&by=${by}`);
		t.true(followed.balance! > 1);
		t.true(followed.late! > 0);
	}
});

test.serial('tagihan and jatuh tempo: what each loan owes', async (t) => {
	const due = await follow(t, '/v1/reports/due?asOf=2026-02-28');
	t.true(due.owed! > 0);
	const period = 'asOf=2026-02-28&from=2026-01-01&until=2026-12-31';
	const maturing = await follow(t, `/v1/reports/maturities?${period}`);
	t.true(maturing.owed! > 0);
});

test.serial('pelunasan: the entries of the day on which a loan was settled', async (t) => {
	const ask = asking(auditor);
	const {rows} = await ask('/v1/reports/settlements?from=2025-01-01&asOf=2026-02-28');
	t.true(rows.length > 0);
	for (const row of rows) {
		const lines = await ask(row.links.settledOn);
		const credits = lines.rows
			.filter(({account, kind}: Record<string, string>) => account === '1.2.03' && kind)
			.map(({credit}: {credit: string}) => credit);
		if (row.akad === 'qardh') t.true(credits.includes(row.principal), row.links.settledOn);
		t.true(lines.rows.length > 0, row.links.settledOn);
	}
});

test.serial('hapus buku: what was, came to it, was recovered and is left', async (t) => {
	const period = `book=${funded.book}&asOf=2026-03-31`;
	const before = await follow(t, `/v1/reports/write-offs?from=2026-03-10&${period}`);
	t.deepEqual(before, {opening: 1, writtenOff: 0, recovered: 1, closing: 1});
	const since = await follow(t, `/v1/reports/write-offs?from=2026-01-01&${period}`);
	t.deepEqual(since, {opening: 0, writtenOff: 1, recovered: 1, closing: 1});
});

test.serial('realisasi angsuran: per loan, per fund and per day', async (t) => {
	const period = 'from=2026-01-01&asOf=2026-02-28';
	const loans = await follow(t, `/v1/reports/collections?${period}`);
	t.true(loans.paid! > 5 && loans.paidPrincipal! > 5);
	const funds = await follow(t, `/v1/reports/collections?${period}&by=fund`);
	t.true(funds.paid! > 1);
	const days = await follow(t, `/v1/reports/daily-collections?${period}`);
	t.true(days.paid! > 10);
});

test.serial('cohorts and the trend: the portfolio at the end of each month', async (t) => {
	const cohorts = await follow(t, '/v1/reports/cohorts?months=4&asOf=2026-02-28');
	t.true(cohorts.outstanding! > 4);
	const trend = await follow(t, '/v1/reports/portfolio-trend?months=4&asOf=2026-02-28');
	t.true(trend.outstanding! > 3);
});

test.serial('the address of the lines of a loan says account, day and moment', async (t) => {
	const {rows} = await asking(auditor)('/v1/reports/loan-portfolio?asOf=2026-02-28&limit=1');
	t.regex(
		rows[0].links.owed,
		/^\/v1\/reports\/general-ledger\?book=KOP-\d+&account=1\.2\.01,.*&loan=[\da-f-]{36}&asOf=/,
	);
	t.regex(rows[0].links.owed, /&asOf=2026-02-28&knownAt=2026-03-3\d/);
});
