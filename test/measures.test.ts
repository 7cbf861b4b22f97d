// After deeds that are known, /metrics has the figures that follow from them.
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {createNightChores} from '../src/cli/night-chores.ts';
import {runNight} from '../src/cli/night.ts';
import {createRecurringChores, takeTurn} from '../src/cli/recurring-chores.ts';
import {createRoutes} from '../src/compose.ts';
import {createLog} from '../src/http/log.ts';
import {workOnImport} from '../src/import-worker.ts';
import {startReportWorker} from '../src/report-worker.ts';
import {type Client, type Server, startServer} from './helpers/http.ts';
import {readScrape} from './helpers/scrape.ts';
import {type Funded, type World, createWorld, openCity, openFunded} from './helpers/world.ts';
import {xlsx} from './imports/setup.ts';

let world: World;
let server: Server;
let supervisor: Client;
let auditor: Client;
let mine: Funded;
const log = createLog('silent');

test.before(async () => {
	world = await createWorld('2026-03-30', {dataDirectory: '/'});
	await openCity(world);
	mine = await openFunded(world);
	server = await startServer(world);
	supervisor = await server.signUp('supervisor', mine.book);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** What is measured of the database is asked anew after five seconds. */
const scrape = async () => {
	const {status, body, headers} = await server.stranger.get('/metrics');
	if (status !== 200) throw new Error(String(body));
	return {...readScrape(String(body)), type: headers.get('content-type')};
};
const afresh = async () => {
	await sleep(5100);
	return scrape();
};

const entry = {
	effectiveOn: '2026-03-30',
	reason: 'Setoran modal',
	document: 'BKM-1',
	lines: [
		{account: '1.1.01', side: 'debit', amount: '1000000.00'},
		{account: '3.1.01', side: 'credit', amount: '1000000.00'},
	],
};

test.serial('before anything was done the metrics are there, without a figure of it', async (t) => {
	const {value, type} = await scrape();
	t.regex(type!, /^text\/plain; version=0\.0\.4/u);
	t.is(value('bergulir_database_up'), 1);
	t.is(value('bergulir_verification_age_seconds'), Number.NaN);
	t.is(value('bergulir_verification_breaches'), Number.NaN);
	t.is(value('bergulir_checkpoint_age_seconds'), Number.NaN);
	t.is(value('bergulir_chore_success_age_seconds', {chore: 'detectors'}), undefined);
	t.is(value('bergulir_chore_behind_days', {chore: 'detectors'}), 0);
	t.is(value('bergulir_job_queue_waiting_jobs', {queue: 'report'}), 0);
	t.is(value('bergulir_job_queue_lag_seconds', {queue: 'import'}), 0);
	t.is(value('bergulir_replays_total'), 0);
	t.true(value('bergulir_data_disk_size_bytes')! > value('bergulir_data_disk_free_bytes')!);
	t.true(value('bergulir_data_disk_free_bytes')! > 0);
	t.is(value('bergulir_database_pool_waiting_requests'), 0);
	t.true(value('bergulir_database_pool_connections', {state: 'free'})! >= 0);
	t.true(value('nodejs_eventloop_lag_p99_seconds')! > 0);
});

test.serial('requests, replays, refusals and groups of writes are counted', async (t) => {
	const before = await scrape();
	const path = `/v1/books/${mine.book}/entries`;
	const route = '/v1/books/{book}/entries';
	t.is((await supervisor.post(path, entry, {key: 'satu'})).status, 201);
	t.is((await supervisor.post(path, entry, {key: 'satu'})).status, 201);
	t.is((await supervisor.post(path, {...entry, lines: []}, {key: 'dua'})).status, 422);
	t.is((await server.stranger.post(path, entry)).status, 401);
	const after = await scrape();
	const grown = (name: string, labels: Record<string, string> = {}): number =>
		after.value(name, labels)! - (before.value(name, labels) ?? 0);
	const count = 'bergulir_http_request_duration_seconds_count';
	t.is(grown(count, {method: 'POST', route, status: '201'}), 2);
	t.is(grown(count, {method: 'POST', route, status: '401'}), 1);
	t.is(grown('bergulir_replays_total'), 1);
	t.is(grown('bergulir_refusals_total', {code: 'identity/not-authenticated'}), 1);
	// Two groups of one, the second of which found what was answered before.
	t.is(grown('bergulir_write_group_size_writes_count', {queue: 'postings'}), 2);
	t.is(grown('bergulir_write_group_size_writes_sum', {queue: 'postings'}), 2);
	t.true(grown('bergulir_write_group_duration_seconds_sum', {queue: 'postings'}) > 0);
	t.is(after.value('bergulir_write_queue_waiting_writes', {queue: 'postings'}), 0);
});

test.serial('a report counts as what was waited for, and as a job', async (t) => {
	const path = `/v1/reports/trial-balance?book=${mine.book}`;
	t.is((await auditor.get(path)).status, 200);
	t.is((await auditor.get('/v1/reports/trial-balance')).status, 422);
	const asked = await auditor.post('/v1/report-jobs', {
		name: 'trial-balance',
		query: {book: mine.book},
	});
	t.is(asked.status, 202, JSON.stringify(asked.body));
	const waiting = await afresh();
	const name = 'bergulir_report_duration_seconds_count';
	t.is(waiting.value(name, {report: 'trial-balance', way: 'request'}), 1);
	t.is(waiting.value(name, {report: 'trial-balance', way: 'job'}), undefined);
	t.is(waiting.value('bergulir_job_queue_waiting_jobs', {queue: 'report'}), 1);
	t.true(waiting.value('bergulir_job_queue_lag_seconds', {queue: 'report'})! >= 5);
	const worker = await startReportWorker({
		knex: world.database.service,
		service: world,
		routes: createRoutes({isCookieSecure: false}),
		log,
		isProduction: false,
		clock: world.clock,
		timeZone: 'Asia/Jakarta',
		pollMs: 20,
		observeReport: (report, seconds) => {
			world.metrics.observeReport(report, 'job', seconds);
		},
	});
	for (let round = 0; round < 200; round += 1) {
		const {body} = await auditor.get(`/v1/report-jobs/${asked.body.id}`);
		if (body.status === 'done') break;
		await sleep(50);
	}
	await worker.stop();
	const made = await afresh();
	t.is(made.value(name, {report: 'trial-balance', way: 'job'}), 1);
	t.is(made.value('bergulir_job_queue_waiting_jobs', {queue: 'report'}), 0);
});

test.serial('rows of imports are counted as they are staged and posted', async (t) => {
	const officer = await server.signUp('officer', mine.book);
	const contentBase64 = await xlsx({
		Kelompok: [
			['Nama kelompok', 'Tanggal dibentuk', 'Hari pertemuan'],
			['Mawar 1', '2025-02-03', 'Senin'],
			['Mawar 2', '2025-02-03', 'Selasa'],
		],
		'Anggota kelompok': [
			['Nama kelompok', 'No. anggota', 'Nama anggota', 'Tanggal bergabung', 'Jabatan'],
		],
	});
	const observeRows = world.metrics.countImportRows;
	const at = `/v1/books/${mine.book}/imports`;
	const {body} = await officer.post(at, {name: 'berkas.xlsx', kind: 'groups', contentBase64});
	await workOnImport(body.id as string, {service: world, observeRows});
	const one = (await officer.get(`${at}/${body.id}`)).body;
	t.is(one.status, 'ready', JSON.stringify(one));
	const {previewDigest} = one;
	t.is((await supervisor.post(`${at}/${body.id}/approve`, {previewDigest})).status, 202);
	await workOnImport(body.id as string, {service: world, observeRows});
	const {value} = await scrape();
	t.is(value('bergulir_import_rows_total', {step: 'staged'}), 2);
	t.is(value('bergulir_import_rows_total', {step: 'posted'}), 2);
});

test.serial('chores are counted, and known by when they ended well', async (t) => {
	const observe = world.metrics.observeChore;
	const chores = createNightChores(world, {hasProvisions: false, log});
	const options = {service: world, log, clock: world.clock, observe};
	await runNight({...options, chores, knex: world.database.service});
	const [checkpoints] = createRecurringChores(world, {checkpointMinutes: 15});
	await takeTurn(checkpoints!, options);
	await t.throwsAsync(
		takeTurn({...checkpoints!, run: async () => Promise.reject(new Error('no'))}, options),
	);
	// Two days and an hour later nobody has done anything.
	world.setDay('2026-04-01');
	const {value} = await afresh();
	t.is(value('bergulir_chore_runs_total', {chore: 'detectors', state: 'done'}), 1);
	t.is(value('bergulir_chore_runs_total', {chore: 'checkpoints', state: 'done'}), 1);
	t.is(value('bergulir_chore_runs_total', {chore: 'checkpoints', state: 'failed'}), 1);
	t.is(value('bergulir_chore_duration_seconds_count', {chore: 'verification'}), 1);
	t.is(value('bergulir_chore_success_age_seconds', {chore: 'detectors'}), 172_800);
	t.is(value('bergulir_chore_behind_days', {chore: 'detectors'}), 2);
	t.is(value('bergulir_chore_behind_days', {chore: 'checkpoints'}), 0);
	t.is(value('bergulir_verification_age_seconds'), 172_800);
	t.is(value('bergulir_verification_breaches'), 0);
	t.is(value('bergulir_checkpoint_age_seconds'), 172_800);
});

test.serial('a law that was broken behind our back is a figure', async (t) => {
	await world.database.owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await trx('lines')
			.where({entry_number: 1, line_number: 1})
			.whereIn('book_id', trx('books').where({code: mine.book}).select('id'))
			.update({amount: '1.00'});
	});
	const chores = createNightChores(world, {hasProvisions: false, log: createLog('silent')});
	await runNight({
		...{service: world, log, clock: world.clock, chores},
		knex: world.database.service,
	});
	const {value} = await afresh();
	t.true(value('bergulir_verification_breaches')! > 0);
	t.is(value('bergulir_verification_age_seconds'), 0);
});
