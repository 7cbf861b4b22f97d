// How long a collection sheet takes, from the request to the durable answer: 500 loans are lent,
// and each month an officer posts one row for each of them over HTTP, with every law on. In the end
// the books are verified.
//
//     npm run bench:collections [-- --rows N --sheets N --json]
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {createUserFromCommandLine} from '../src/cli/user.ts';
import {verify} from '../src/cli/verify.ts';
import {type Composition, type Work, compose} from '../src/compose.ts';
import {registerCooperative, registerMember} from '../src/cooperatives/index.ts';
import {connect} from '../src/db/connect.ts';
import {openEmbedded} from '../src/db/embedded/server.ts';
import {migrate} from '../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../src/db/roles.ts';
import {seedReferenceData} from '../src/db/seed.ts';
import {
	allocateToKelurahan,
	cityAccounts,
	createProgramme,
	openCityBook,
	recordTranche,
} from '../src/fund/index.ts';
import {listen} from '../src/http/listen.ts';
import {createLog} from '../src/http/log.ts';
import {issueToken} from '../src/identity/index.ts';
import type {Actor} from '../src/kernel/actor.ts';
import {systemClock} from '../src/kernel/clock.ts';
import type {AllocationId, BookCode, LoanId} from '../src/kernel/ids.ts';
import {addMonths, localDate, localDateAt} from '../src/kernel/local-date.ts';
import {rupiah} from '../src/kernel/money.ts';
import {kelurahanCode, regionCode} from '../src/kernel/region-code.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {credit, debit, postEntry} from '../src/ledger/index.ts';
import {applyForLoan, approveLoan, disburseLoan} from '../src/lending/index.ts';
import {median, probeFsync} from './probes.ts';

const {values: options} = parseArgs({
	options: {
		rows: {type: 'string', default: '500'},
		sheets: {type: 'string', default: '6'},
		json: {type: 'boolean', default: false},
	},
});
const rows = Number.parseInt(options.rows, 10);
const sheets = Number.parseInt(options.sheets, 10);
const timeZone = 'Asia/Jakarta';
const city = 'KOTA-BENGKULU' as BookCode;
const book = 'KOP-1771011001' as BookCode;
const kelurahan = kelurahanCode('17.71.01.1001');
const openedOn = localDate('2020-01-02');
const today = localDateAt(systemClock.now(), timeZone);
// So long ago that as many instalments as there are sheets are due.
const lentOn = addMonths(today, -sheets - 1);

const someone = (name: string, last: number): Actor => ({
	name,
	userId: `00000000-0000-4000-8000-00000000000${last}`,
});
const [officer, supervisor] = [someone('petugas', 1), someone('penyelia', 2)];

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-'));
await chmod(folder, 0o755);
const server = await openEmbedded({directory: folder, mode: 'own'});
const owner = connect(server.ownerUrl, {applicationName: 'bench', poolMax: 2});
await prepareGroupRole(owner);
await migrate(owner);
await seedReferenceData(owner);
const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
const knex = connect(serviceUrl, {applicationName: 'bench-service', poolMax: 4});
const service: Composition = compose({
	knex,
	clock: systemClock,
	timeZone,
	log: createLog('warn'),
	isProduction: true,
	isCookieSecure: false,
	version: 'bench',
});
const as = async <T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> =>
	service.inTransaction({scope: everywhere, actor}, run);

/** A cooperative with Rp 1 miliar of the city's. */
const openFund = async (): Promise<AllocationId> =>
	as(supervisor, async (work) => {
		const opening = {name: 'BLUD', regionCode: regionCode('17.71'), openedOn};
		await openCityBook(work, {...opening, code: city});
		await postEntry(work, {
			book: city,
			effectiveOn: openedOn,
			kind: 'manual',
			reason: 'Penerimaan dari APBD',
			document: 'DPA-1',
			lines: [
				debit(cityAccounts.cash, rupiah('1000000000')),
				credit(cityAccounts.equity, rupiah('1000000000')),
			],
		});
		await createProgramme(work, {
			code: 'SAMISAKE',
			name: 'Satu Miliar Satu Kelurahan',
			cityBook: city,
			ceilingPerKelurahan: rupiah('1000000000'),
			tenorMonths: 84,
			graceMonths: 24,
			remittanceDays: 7,
			legalBasis: 'Perda Kota Bengkulu 12/2013',
			status: 'provisional',
			effectiveFrom: openedOn,
		});
		await registerCooperative(work, {
			code: book,
			name: 'BMT',
			form: 'bmt',
			legalNumber: 'AHU-1',
			kelurahanCode: kelurahan,
			openedOn,
		});
		const amount = rupiah('1000000000');
		const allocation = await allocateToKelurahan(work, {
			programme: 'SAMISAKE',
			cooperative: book,
			kelurahanCode: kelurahan,
			agreementNumber: 'PKS-1',
			agreedOn: openedOn,
			amount,
		});
		await recordTranche(work, {
			allocation: allocation.id,
			document: 'SP2D-1',
			budgetYear: 2020,
			receivedOn: openedOn,
			amount,
		});
		return allocation.id;
	});

/** A murabahah of 1,200,000 at 240,000 for a new member, in twice as many months as are paid. */
async function lend(allocation: AllocationId, serial: number): Promise<LoanId> {
	const loan = await as(officer, async (work) => {
		const member = await registerMember(work, {
			cooperative: book,
			nik: `177101410385${String(serial).padStart(4, '0')}`,
			name: `Anggota ${serial}`,
			kelurahanCode: kelurahan,
			address: 'Jl. Melati 1',
			joinedOn: openedOn,
		});
		return applyForLoan(work, {
			member: member.id,
			allocation,
			akad: 'murabahah',
			purpose: 'Modal warung',
			principal: rupiah('1200000'),
			margin: rupiah('240000'),
			instalments: 2 * sheets,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: lentOn,
		});
	});
	await as(supervisor, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: lentOn, reason: 'Layak'}),
	);
	await as(officer, async (work) =>
		disburseLoan(work, {loan: loan.id, disbursedOn: lentOn, document: `BA-${serial}`}),
	);
	return loan.id;
}

const allocation = await openFund();
say(`${rows} loans are being lent…`);
const loans: LoanId[] = [];
for (let serial = 1; serial <= rows; serial += 1) loans.push(await lend(allocation, serial));
await owner.raw('analyze');

const token = await as(someone('(bench)', 9), async (work) => {
	const {user} = await createUserFromCommandLine(work, {name: 'bench-petugas', role: 'officer'});
	return (await issueToken(work, {user: user.id, label: 'bench'})).secret;
});
const listening = await listen(service.app, {host: '127.0.0.1', port: 0});

/** Posts one row for each loan; the seconds until the answer. */
async function post(sheet: number): Promise<number> {
	const body = JSON.stringify({
		cooperative: book,
		paidOn: addMonths(lentOn, sheet),
		method: 'cash',
		rows: loans.map((loan) => ({loan, amount: '100000'})),
	});
	const start = performance.now();
	const response = await fetch(`${listening.address}/v1/collections`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			'idempotency-key': `sheet-${sheet}`,
		},
		body,
	});
	const {accepted} = (await response.json()) as {accepted?: number};
	const seconds = (performance.now() - start) / 1000;
	if (accepted !== rows) throw new Error(`${accepted ?? response.status} of ${rows} were posted.`);
	return seconds;
}

const times: number[] = [];
for (let sheet = 1; sheet <= sheets; sheet += 1) times.push(await post(sheet));
const fsyncPerSecond = Math.round(probeFsync(folder).perSecond);

say('The books are being verified…');
const {lines: breaches, entries} = await verify(service);
await listening.close(1000);
await knex.destroy();
await owner.destroy();
await server.close();
await rm(folder, {recursive: true, force: true});

const figures = {
	rows,
	sheets,
	firstSeconds: times[0]!.toFixed(2),
	medianSeconds: median(times).toFixed(2),
	slowestSeconds: Math.max(...times).toFixed(2),
	fsyncPerSecond,
	entriesVerified: entries,
	breaches: breaches.length,
};
if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
	for (const [name, value] of Object.entries(figures))
		process.stdout.write(`${name.padEnd(18)} ${value}\n`);
process.exitCode = breaches.length === 0 ? 0 : 1;
