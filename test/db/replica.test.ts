// Two real servers: reports are read from the one that replays, never wrongly.
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import type {Knex} from 'knex';
import {commandLine as operator, createUserFromCommandLine} from '../../src/cli/user.ts';
import {startWatching} from '../../src/cli/replica-chore.ts';
import {compose, createRoutes} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {type Replica, createReplica} from '../../src/db/replica.ts';
import {createTransactor} from '../../src/db/transaction.ts';
import {createLog} from '../../src/http/log.ts';
import {issueToken} from '../../src/identity/index.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import type {ReadFrom} from '../../src/kernel/read-from.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {startReportWorker} from '../../src/report-worker.ts';
import {checkReplica, createReader} from '../../src/replica-reads.ts';
import {
	type TestServer,
	asOwner,
	startPrimary,
	startStandby,
	untilReplayed,
} from '../helpers/cluster.ts';
import {newFolder, runProgram} from '../helpers/process.ts';
import {
	type Answered,
	type Client,
	type Server,
	createClient,
	startServer,
} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let primary: TestServer;
let standby: TestServer;
let world: World;
let reading: Knex;
let replica: Replica;
/** Reads reports from the replica. */
let server: Server;
let auditor: Client;
let authorization: string;
let supervisor: Client;
let fundManager: Client;
/** The same database without a replica. */
let plainServer: Server;
let plain: Client;
let mine: Funded;
let theirs: Funded;

const clock = settableClock('2026-03-31T05:00:00Z');
const isReplica = /^replica; lag=0\.000; replayed-up-to="[^"]+"$/u;
const source = ({headers}: Answered): string => headers.get('read-from') ?? '-';

test.before(async () => {
	const started = await startPrimary();
	primary = started.server;
	const {database} = started;
	standby = await startStandby(primary, 'siaga');
	const service = new URL(database.serviceUrl);
	service.port = new URL(standby.ownerUrl).port;
	reading = connect(service.href, {applicationName: 'test-reports', poolMax: 4});
	replica = createReplica({primary: database.service, standby: reading, clock});
	const settings = {knex: database.service, clock};
	world = await createWorld('2026-03-31', {...settings, replica}, database);
	await openCity(world);
	mine = await openFunded(world);
	theirs = await openFunded(world, '17.71.02.1001');
	await lend(world, mine, {disbursedOn: '2026-02-03'});
	server = await startServer(world);
	supervisor = await server.signUp('supervisor');
	fundManager = await server.signUp('fund-manager');
	const alone = compose({
		...settings,
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		isSecondFactorRequired: false,
		version: 'test',
	});
	plainServer = await startServer({...world, ...alone});
	const token = await world.as(operator, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name: 'auditor', role: 'auditor'});
		return (await issueToken(work, {user: user.id, label: 'test'})).secret;
	});
	authorization = `Bearer ${token}`;
	auditor = createClient(server.address, token);
	plain = createClient(plainServer.address, token);
});
test.after.always(async () => {
	await server.close();
	await plainServer.close();
	await reading.destroy();
	await standby.stop();
	await world.close();
});

const pause = async (): Promise<void> => {
	await untilReplayed(primary, standby);
	await replica.look();
	await asOwner(standby, 'select pg_wal_replay_pause()');
	for (;;) {
		const [state] = await asOwner<{state: string}>(
			standby,
			'select pg_get_wal_replay_pause_state() as state',
		);
		if (state!.state === 'paused') return;
		await sleep(10);
	}
};
const resume = async (): Promise<void> => {
	await asOwner(standby, 'select pg_wal_replay_resume()');
	await untilReplayed(primary, standby);
};

const post = async (client: Client, document: string, amount: string, effectiveOn = '2026-03-30') =>
	client.post(`/v1/books/${mine.book}/entries`, {
		effectiveOn,
		reason: 'Setoran modal',
		document,
		lines: [
			{account: '1.1.01', side: 'debit', amount},
			{account: '3.1.01', side: 'credit', amount},
		],
	});

const balancePath = (): string => `/v1/reports/trial-balance?book=${mine.book}`;
const cash = ({body}: Answered): string | undefined =>
	body.rows.find(({account}: {account: string}) => account === '1.1.01')?.debit;

test.serial('a report of the replica is that of the primary, and says so', async (t) => {
	t.is((await post(supervisor, 'BKM-1', '70000')).status, 201);
	const read = await auditor.get(balancePath());
	t.is(read.status, 200, JSON.stringify(read.body));
	t.regex(source(read), isReplica);
	t.is(cash(read), '70000.00');
	const {replica: stated, ...meta} = read.body.meta;
	t.deepEqual(stated, {
		answeredBy: 'replica',
		lagSeconds: 0,
		replayedUpTo: '2026-03-31T05:00:00.000Z',
		because: null,
	});
	const there = await plain.get(balancePath());
	t.is(source(there), '-');
	t.deepEqual(read.body.rows, there.body.rows);
	t.deepEqual(read.body.totals, there.body.totals);
	t.is(meta.digest, there.body.meta.digest);
	t.false('replica' in there.body.meta);
});

test.serial('row-level security and the limits of a transaction hold there, too', async (t) => {
	const ofTheirs = await server.signUp('supervisor', theirs.book);
	const own = await ofTheirs.get(`/v1/reports/trial-balance?book=${theirs.book}`);
	t.is(own.status, 200, JSON.stringify(own.body));
	t.regex(source(own), isReplica);
	const foreign = await ofTheirs.get(balancePath());
	t.is(foreign.status, 404);
	t.is(foreign.body.code, 'ledger/unknown-book');
	const stopped = await replica
		.transact({scope: everywhere, isReadOnly: true, isSnapshot: true, secondsMax: 1}, async (trx) =>
			trx.raw('select pg_sleep(3)'),
		)
		.catch((error: unknown) => (error as Error).name);
	t.is(stopped, 'TookTooLong');
});

type Report = {
	readonly name: string;
	readonly address: string;
	readonly formats: readonly string[];
	readonly question: readonly {readonly name: string; readonly isRequired: boolean}[];
};

// Whatever is read in a way of its own: workbooks and paper are laid out from the same answer as
// JSON, but for those that are streamed.
const isReadApart = (name: string, format: string): boolean =>
	['json', 'csv'].includes(format) ||
	(format === 'xlsx' && ['general-ledger', 'journal', 'loan-portfolio'].includes(name));

test.serial(
	'every report of the catalogue is the same to the byte, whichever server answers',
	async (t) => {
		const catalogue = (await auditor.get('/v1/reports')).body.items as Report[];
		const {body: loans} = await supervisor.get('/v1/loans?limit=1');
		const values: Readonly<Record<string, string>> = {
			book: mine.book,
			region: '17.71.01',
			from: '2026-01-01',
			to: '2026-03-31',
			asOf: '2026-03-30',
			knownAt: '2026-03-31T05:00:00.000Z',
			since: '2026-03-31T05:00:00.000Z',
			account: '1.1.01',
			year: '2025',
			level: 'kelurahan',
			allocation: mine.allocation.id,
			fund: mine.allocation.id,
			loan: loans.items[0].id,
		};
		let asked = 0;
		for (const {name, address, formats, question} of catalogue) {
			const taken = question.filter(
				(one) => one.isRequired || ['asOf', 'knownAt'].includes(one.name),
			);
			const search = new URLSearchParams(
				taken.map((one): [string, string] => [
					one.name,
					name === 'revolving-fund-annex' && one.name === 'book' ? city : values[one.name]!,
				]),
			).toString();
			for (const format of formats.filter((one) => isReadApart(name, one))) {
				const path = `${address}${format === 'json' ? '' : `.${format}`}?${search}`;
				const [read, there] = await Promise.all([
					fetch(server.address + path, {headers: {authorization}}),
					fetch(plainServer.address + path, {headers: {authorization}}),
				]);
				const [one, other] = [await read.arrayBuffer(), await there.arrayBuffer()];
				t.is(read.status, 200, `${path} ${Buffer.from(one).toString('utf8').slice(0, 500)}`);
				t.regex(read.headers.get('read-from') ?? '-', isReplica, path);
				t.true(Buffer.from(one).equals(Buffer.from(other)), path);
				asked += 1;
			}
		}
		t.true(asked > 50, String(asked));
	},
);

test.serial('while nothing is replayed, the lag is stated, in files as well', async (t) => {
	await pause();
	clock.set('2026-03-31T05:00:12.500Z');
	t.is((await post(supervisor, 'BKM-2', '5000')).status, 201);
	const read = await auditor.get(balancePath());
	t.is(
		source(read),
		'replica; lag=12.500; replayed-up-to="2026-03-31T05:00:00.000Z"',
		JSON.stringify(read.body),
	);
	t.is(cash(read), '70000.00');
	t.deepEqual(read.body.meta.replica, {
		answeredBy: 'replica',
		lagSeconds: 12.5,
		replayedUpTo: '2026-03-31T05:00:00.000Z',
		because: null,
	});
	// As known then: asked for again, it is the same report.
	t.is(read.body.meta.knownAt, '2026-03-31T05:00:00.000Z');
	const again = await plain.get(`${balancePath()}&knownAt=${read.body.meta.knownAt}`);
	t.deepEqual(again.body.rows, read.body.rows);
	t.is(again.body.meta.digest, read.body.meta.digest);
	const {sheets} = await readXlsx(
		await auditor.getBytes(`/v1/reports/trial-balance.xlsx?book=${mine.book}`),
	);
	const text = sheets[0]!.rows.map((row) => row.join(' ')).join('\n');
	t.regex(text, /Dibaca dari.*replika, lengkap sampai 31 Maret 2026.*12\.00.*12\.5 detik/u);
	const streamed = await auditor.get(`/v1/reports/journal.csv?book=${mine.book}`);
	t.regex(source(streamed), /^replica; lag=12\.500;/u);
	t.false((streamed.body as string).includes('BKM-2'));
	const everybody = await server.stranger.get('/v1/public/fund-health');
	t.is(everybody.status, 200);
	t.regex(source(everybody), /^replica; lag=12\.500;/u);
});

test.serial(
	'a moment that is not replayed is answered by the primary, and never wrongly',
	async (t) => {
		const known = await auditor.get(`${balancePath()}&knownAt=2026-03-31T05:00:12.500Z`);
		t.is(source(known), 'primary; because=behind');
		t.is(cash(known), '75000.00');
		t.false('replica' in known.body.meta, 'the same whoever answers');
		// Recorded by then, and replayed: but nothing tells so until an hour has passed over it.
		const recent = await auditor.get(`${balancePath()}&knownAt=2026-03-31T04:59:59.000Z`);
		t.is(recent.status, 422, 'nothing was recorded by then');
		t.is(source(recent), '-');
	},
);

test.serial('who wrote reads what they wrote, from the primary', async (t) => {
	const own = await supervisor.get(balancePath());
	t.is(source(own), 'primary; because=behind');
	t.is(cash(own), '75000.00');
	t.deepEqual(own.body.meta.replica, {
		answeredBy: 'primary',
		lagSeconds: null,
		replayedUpTo: null,
		because: 'behind',
	});
	const others = await auditor.get(balancePath());
	t.regex(source(others), /^replica; lag=12\.500;/u);
});

test.serial('the next page goes on where the first one was read, wherever that is', async (t) => {
	const path = `/v1/reports/journal?book=${mine.book}&limit=1`;
	const first = await plain.get(path);
	const next = await auditor.get(`${path}&cursor=${first.body.nextCursor}`);
	t.is(next.status, 200, JSON.stringify(next.body));
	t.is(source(next), 'primary; because=behind');
});

test.serial('what is not there yet is not said to be nowhere', async (t) => {
	const {body, status} = await fundManager.post('/v1/cooperatives', {
		code: 'KOP-BARU',
		name: 'BMT Baru',
		form: 'bmt',
		legalNumber: 'AHU-9',
		kelurahan: '17.71.03.1001',
		openedOn: '2026-01-02',
	});
	t.is(status, 201, JSON.stringify(body));
	const read = await auditor.get('/v1/reports/trial-balance?book=KOP-BARU');
	t.is(read.status, 200, JSON.stringify(read.body));
	t.is(source(read), 'primary; because=behind');
});

test.serial('a job waits for nothing that is not replayed: its moment decides', async (t) => {
	const worker = await startReportWorker({
		knex: world.database.service,
		service: world,
		routes: createRoutes({isCookieSecure: false}),
		log: createLog('silent'),
		isProduction: false,
		clock,
		timeZone: 'Asia/Jakarta',
		pollMs: 20,
	});
	t.teardown(worker.stop);
	const asked = await auditor.post('/v1/report-jobs', {
		name: 'trial-balance',
		query: {book: mine.book},
		format: 'json',
	});
	t.is(asked.status, 202, JSON.stringify(asked.body));
	const file = `/v1/report-jobs/${asked.body.id}/file`;
	let made = await auditor.get(file);
	for (let round = 0; made.status !== 200 && round < 400; round += 1) {
		await sleep(25);
		made = await auditor.get(file);
	}
	t.is(cash(made), '75000.00', JSON.stringify(made.body));
});

test.serial('once all is replayed it answers everybody again', async (t) => {
	await resume();
	for (const client of [auditor, supervisor]) {
		const read = await client.get(balancePath());
		t.regex(source(read), isReplica);
		t.is(cash(read), '75000.00');
	}
});

test.serial('an old moment needs no more than what was replayed long ago', async (t) => {
	await pause();
	clock.set('2026-03-31T07:00:00Z');
	t.is((await post(supervisor, 'BKM-3', '1000')).status, 201);
	await resume();
	await replica.look();
	await pause();
	t.is((await post(supervisor, 'BKM-4', '1')).status, 201);
	const old = await auditor.get(`${balancePath()}&knownAt=2026-03-31T05:30:00Z`);
	t.regex(source(old), /^replica; lag=/u);
	t.is(cash(old), '75000.00');
	const near = await auditor.get(`${balancePath()}&knownAt=2026-03-31T06:30:00Z`);
	t.is(source(near), 'primary; because=behind');
	await resume();
});

test.serial('a question that stands in the way of replaying is asked of the primary', async (t) => {
	await asOwner(standby, 'alter system set max_standby_streaming_delay = 0');
	await asOwner(standby, 'select pg_reload_conf()');
	const tried: string[] = [];
	const read = createReader<{readonly trx: Knex}>({
		transact: createTransactor(world.database.service, {}),
		replica,
		workOver: (trx) => ({trx}),
	});
	const count = await read(
		everywhere,
		undefined,
		async ({trx}, from?: ReadFrom) => {
			tried.push(from?.server === 'primary' ? from.because : (from?.server ?? '-'));
			await trx('regions').select().limit(1);
			if (from?.server === 'replica') {
				// Its lock is replayed as soon as it is given, and ends whoever holds the table there.
				await Promise.all([
					trx.raw('select pg_sleep(10)'),
					world.database.owner.raw('begin; lock table regions; select pg_sleep(1); commit'),
				]);
			}
			const {rows} = await trx.raw<{rows: {count: number}[]}>(
				'select count(*)::integer as count from books',
			);
			return rows[0]!.count;
		},
		{need: 'anything'},
	);
	t.deepEqual(tried, ['replica', 'cancelled']);
	t.is(count, 4);
	await asOwner(standby, 'alter system reset max_standby_streaming_delay');
	await asOwner(standby, 'select pg_reload_conf()');
});

test.serial(
	'the command line and the service read reports from the replica by their URL',
	async (t) => {
		const {host} = new URL(standby.ownerUrl);
		const env = {
			DATABASE_URL: world.database.ownerUrl,
			DATABASE_READ_URL: `postgres://${host}/bergulir`,
			BERGULIR_DATA_DIR: await newFolder(),
		};
		const asked = ['report', 'trial-balance', '--book', mine.book, '--format', 'json'];
		const {code, output} = await runProgram(asked, {env}).ended();
		t.is(code, 0, output);
		const report = JSON.parse(output.slice(output.indexOf('{')));
		t.like(report.meta.replica, {answeredBy: 'replica', lagSeconds: 0});
		const program = runProgram(['serve'], {env});
		t.teardown(() => program.child.kill('SIGKILL'));
		const listens = /Bergulir listens at (http:\S+)/u;
		await program.said(listens);
		const [, address] = listens.exec(program.output())!;
		const {headers} = await fetch(`${address!}/v1/public/fund-health`);
		t.regex(headers.get('read-from') ?? '-', isReplica);
		program.child.kill('SIGINT');
		t.is((await program.ended()).code, 0);
	},
);

test.serial('a login that reads past row-level security is not read by', async (t) => {
	const owner = connect(standby.ownerUrl, {applicationName: 'test-owner', poolMax: 1});
	const unbounded = createReplica({primary: world.database.service, standby: owner, clock});
	t.deepEqual(await unbounded.stand('anything'), {server: 'primary', because: 'rights'});
	await owner.destroy();
});

test.serial(
	'while the replica is away the primary answers, and the log tells it once',
	async (t) => {
		const told: string[] = [];
		const log = createLog('info', {write: (line: string) => told.push(line) > 0});
		const watching = startWatching(replica, log, 20);
		const until = async (text: string): Promise<void> => {
			for (let round = 0; round < 500 && !told.some((line) => line.includes(text)); round += 1) {
				await sleep(20);
			}
		};
		await until('reports are read from the replica');
		const good = await checkReplica(replica);
		t.true(good.isGood);
		t.regex(good.told, /^\d+\.\d s behind$/u);
		await standby.leave();
		const read = await auditor.get(balancePath());
		t.is(read.status, 200, JSON.stringify(read.body));
		t.is(source(read), 'primary; because=away');
		t.is(read.body.meta.replica.because, 'away');
		t.deepEqual(await checkReplica(replica), {
			isGood: false,
			told: 'reports are read from the primary: away',
		});
		const ready = await server.stranger.get('/readyz');
		t.is(ready.status, 200, 'it does its work');
		t.like(ready.body.checks.replica, {isNeeded: false, isGood: false});
		await until('"because":"away"');
		await watching.stop();
		t.deepEqual(
			told.map((line) => (JSON.parse(line) as {msg: string}).msg),
			['reports are read from the replica', 'reports are read from the primary'],
		);
		await standby.return();
		await untilReplayed(primary, standby);
		t.regex(source(await auditor.get(balancePath())), isReplica);
	},
);

test.serial('who was promoted is a replica no more', async (t) => {
	await asOwner(standby, 'select pg_promote()');
	const read = await auditor.get(balancePath());
	t.is(source(read), 'primary; because=other-history');
	t.is(read.status, 200);
});
