// Reports asked for as jobs: the file is what HTTP would have answered, to the byte.
import test from 'ava';
import {setTimeout as sleep} from 'node:timers/promises';
import {createRoutes} from '../../../src/compose.ts';
import {reportQueue, createJobQueue} from '../../../src/db/job-queue.ts';
import {createLog} from '../../../src/http/log.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {startReportWorker} from '../../../src/report-worker.ts';
import {expireJobs} from '../../../src/reporting/index.ts';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {issueToken} from '../../../src/identity/index.ts';
import {type Client, type Server, createClient, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	handEntry,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let mine: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	await lend(world, mine, {disbursedOn: '2026-02-03'});
	server = await startServer(world);
	auditor = await server.signUp('auditor', 'all', 'auditor-tetap');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const log = createLog('silent');
const startWorker = async (more: {readonly bytesMax?: number} = {}) =>
	startReportWorker({
		knex: world.database.service,
		service: world,
		routes: createRoutes({isCookieSecure: false}),
		log,
		isProduction: false,
		clock: settableClock('2026-04-05T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		pollMs: 20,
		maintenanceSeconds: 1,
		...more,
	});

async function untilEnded(id: string, client = auditor) {
	for (let round = 0; round < 600; round += 1) {
		const {body} = await client.get(`/v1/report-jobs/${id}`);
		if (!['waiting', 'running'].includes(body.status as string)) return body;
		await sleep(50);
	}
	throw new Error(`The job ${id} does not end.`);
}

const ask = async (body: unknown, client = auditor) => client.post('/v1/report-jobs', body);

test.serial('the file of a job is what HTTP answers, to the byte, in every format', async (t) => {
	const jobs: {id: string; format: string; query: Record<string, string>}[] = [];
	for (const format of ['json', 'csv', 'xlsx', 'pdf']) {
		const {status, body, headers} = await ask({
			name: 'trial-balance',
			query: {book: mine.book},
			format,
		});
		t.is(status, 202, JSON.stringify(body));
		t.is(headers.get('location'), `/v1/report-jobs/${body.id}`);
		t.like(body, {status: 'waiting', progress: 0, file: null});
		t.deepEqual(body.query, {
			asOf: '2026-03-31',
			knownAt: '2026-03-31T05:00:00.000Z',
			book: mine.book,
		});
		jobs.push(body);
	}
	const waiting = await auditor.get(`/v1/report-jobs/${jobs[0]!.id}/file`);
	t.is(waiting.body.code, 'report/job-not-done');
	// What is posted between the asking and the making is not in it.
	world.setDay('2026-04-02');
	await world.as(officer, async (work) =>
		postEntry(work, handEntry(mine.book, '2026-03-30', '7000')),
	);
	const worker = await startWorker();
	for (const {id, format, query} of jobs) {
		const done = await untilEnded(id);
		t.like(done, {status: 'done', progress: 100, failure: null});
		const file = await auditor.getBytes(`/v1/report-jobs/${id}/file`);
		const ending = format === 'json' ? '' : `.${format}`;
		const search = new URLSearchParams(query).toString();
		const answered = await auditor.getBytes(`/v1/reports/trial-balance${ending}?${search}`);
		t.true(file.equals(answered), format);
		t.is(done.file.size, file.length);
	}
	await worker.stop();
});

test.serial('a report that is streamed can be asked for as a job, too', async (t) => {
	const worker = await startWorker();
	for (const format of ['csv', 'xlsx']) {
		const {body} = await ask({name: 'general-ledger', query: {book: mine.book}, format});
		const done = await untilEnded(body.id);
		t.like(done, {status: 'done', failure: null});
		const file = await auditor.getBytes(`/v1/report-jobs/${body.id}/file`);
		const search = new URLSearchParams(body.query as Record<string, string>).toString();
		const answered = await auditor.getBytes(`/v1/reports/general-ledger.${format}?${search}`);
		t.true(file.equals(answered), format);
		t.true(file.length > 500);
	}
	await worker.stop();
});

/** Runs something while the totals of the days cannot be read, as when a report takes for ever. */
async function whileNoTotals<T>(run: () => Promise<T>): Promise<T> {
	const trx = await world.database.owner.transaction();
	try {
		await trx.raw('lock table day_totals in access exclusive mode');
		return await run();
	} finally {
		await trx.rollback();
	}
}

test.serial('a report that takes longer than is waited for becomes a job by itself', async (t) => {
	const path = `/v1/reports/trial-balance.csv?book=${mine.book}&asOf=2026-02-28`;
	const {status, body, headers} = await whileNoTotals(async () =>
		auditor.get(path, {prefer: 'wait=1'}),
	);
	t.is(status, 202, JSON.stringify(body));
	t.is(headers.get('location'), `/v1/report-jobs/${body.id}`);
	t.like(body, {name: 'trial-balance', format: 'csv', status: 'waiting'});
	const worker = await startWorker();
	const done = await untilEnded(body.id as string);
	await worker.stop();
	const search = new URLSearchParams(body.query as Record<string, string>).toString();
	const answered = await auditor.getBytes(`/v1/reports/trial-balance.csv?${search}`, {
		prefer: 'wait=30',
	});
	t.true((await auditor.getBytes(done.file.href as string)).equals(answered));
	t.regex(answered.toString('utf8'), /^1\.1\.11,/mu);
});

test.serial('whoever prefers it asks at the address of the report itself', async (t) => {
	const path = `/v1/reports/balance-sheet.csv?book=${mine.book}&asOf=2026-02-28`;
	const {status, body, headers} = await auditor.get(path, {prefer: 'respond-async'});
	t.is(status, 202, JSON.stringify(body));
	t.is(headers.get('preference-applied'), 'respond-async');
	t.is(headers.get('location'), `/v1/report-jobs/${body.id}`);
	t.like(body, {name: 'balance-sheet', format: 'csv', status: 'waiting'});
	const bad = `/v1/reports/balance-sheet?book=KOP-9&asOf=2026-02-30`;
	t.is((await auditor.get(bad, {prefer: 'respond-async'})).status, 422);
	const worker = await startWorker();
	const done = await untilEnded(body.id as string);
	await worker.stop();
	const file = await auditor.getBytes(done.file.href as string);
	const search = new URLSearchParams(body.query as Record<string, string>).toString();
	t.true(file.equals(await auditor.getBytes(`/v1/reports/balance-sheet.csv?${search}`)));
});

test.serial('a token that only reads asks by reading', async (t) => {
	const access = {isReadOnly: true};
	const secret = await world.as(officer, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name: 'skrip', role: 'auditor'});
		return (await issueToken(work, {user: user.id, label: 'x', access})).secret;
	});
	const script = createClient(server.address, secret);
	t.is((await ask({name: 'fund-health'}, script)).body.code, 'identity/token-read-only');
	const asked = await script.get('/v1/reports/fund-health', {prefer: 'respond-async'});
	t.is(asked.status, 202, JSON.stringify(asked.body));
	const worker = await startWorker();
	t.is((await untilEnded(asked.body.id as string, script)).status, 'done');
	await worker.stop();
});

test.serial('what is wrong with a question is told when it is asked', async (t) => {
	const findings = async (body: unknown) =>
		(await ask(body)).body.findings.map(
			({code, path}: {code: string; path: string}) => `${path} ${code}`,
		);
	t.deepEqual(await findings({name: 'neraca'}), ['body.name report/unknown-report']);
	t.deepEqual(
		await findings({
			name: 'collectibility',
			query: {book: 'KOP-9', asOf: '2026-02-30', warna: 'x'},
		}),
		[
			'body.query.asOf date/not-a-day',
			'body.query.warna field/unknown',
			'body.query.book ledger/unknown-book',
		],
	);
	const own = await server.signUp('officer', mine.book);
	t.is((await ask({name: 'findings'}, own)).body.code, 'identity/forbidden');
});

test.serial('a job is its owner’s alone, and is cancelled before it was made', async (t) => {
	const other = await server.signUp('auditor');
	const {body} = await ask({name: 'fund-health'});
	const at = `/v1/report-jobs/${body.id}`;
	for (const path of [at, `${at}/file`]) {
		const answer = await other.get(path);
		t.is(answer.status, 404);
		t.is(answer.body.code, 'report/unknown-job');
	}
	t.is((await other.post(`${at}/cancel`)).status, 404);
	t.deepEqual((await other.get('/v1/report-jobs')).body.items, []);
	t.true((await auditor.get('/v1/report-jobs')).body.items.length > 1);

	t.like((await auditor.post(`${at}/cancel`)).body, {status: 'cancelled'});
	t.is((await auditor.post(`${at}/cancel`)).body.code, 'report/job-ended');
	const worker = await startWorker();
	const next = await ask({name: 'fund-health'});
	t.is((await untilEnded(next.body.id as string)).status, 'done');
	t.is((await auditor.get(at)).body.status, 'cancelled');
	await worker.stop();
});

test.serial('what a worker that died had begun, another takes again', async (t) => {
	const {body} = await ask({name: 'trial-balance', query: {book: mine.book}});
	const dead = createJobQueue(world.database.service, {
		onError: (error) => {
			t.fail(error.message);
		},
	});
	await dead.start();
	const [taken] = await dead.fetch<{id: string}>(reportQueue);
	t.is(taken?.data.id, body.id);
	await dead.stop({graceful: false});
	await world.database.owner.raw(
		`update pgboss.job set expire_in = interval '1 second' where id = ?`,
		[body.id],
	);
	const worker = await startWorker();
	const done = await untilEnded(body.id as string);
	t.is(done.status, 'done', JSON.stringify(done));
	await worker.stop();
});

test.serial(
	'a file that is too large is refused, and one that was kept long enough is gone',
	async (t) => {
		const worker = await startWorker({bytesMax: 100});
		const large = await ask({name: 'trial-balance', query: {book: mine.book}});
		t.like(await untilEnded(large.body.id as string), {
			status: 'failed',
			failure: 'report/file-too-large',
		});
		await worker.stop();
		const {items} = (await auditor.get('/v1/report-jobs')).body;
		const done = items.find(({status}: {status: string}) => status === 'done');
		world.setDay('2026-04-12');
		t.true((await world.inTransaction({scope: everywhere, actor: officer}, expireJobs)) > 0);
		t.is((await auditor.get(`/v1/report-jobs/${done.id}`)).body.status, 'expired');
		const gone = await auditor.get(`/v1/report-jobs/${done.id}/file`);
		t.is(gone.status, 410);
		t.is(gone.body.code, 'report/file-expired');
		const pieces: unknown[] = await world.database.owner('report_job_pieces');
		t.is(pieces.length, 0);
	},
);

test.serial('the service owns nothing of the queue', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: unknown[]}>(
		`select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
		where nspname = 'pgboss' and relowner = 'bergulir_service'::regrole`,
	);
	t.deepEqual(rows, []);
	await t.throwsAsync(async () => world.database.service.raw('drop table pgboss.job'));
	await t.throwsAsync(async () =>
		world.database.service('report_jobs').update({report: 'another'}),
	);
});
