// Each thing that the service needs is made to fail, and told by name and without a secret.
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {compose} from '../src/compose.ts';
import {connect} from '../src/db/connect.ts';
import {readDiskSpace} from '../src/disk-space.ts';
import {listen} from '../src/http/listen.ts';
import {createLog} from '../src/http/log.ts';
import {type ReadinessCheck, runChecks} from '../src/readiness.ts';
import {createClient} from './helpers/http.ts';
import {type World, createWorld, openCity} from './helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

type Asked = {
	readonly knex?: World['database']['service'];
	readonly dataDirectory?: string;
	readonly diskFreeBytesMin?: number;
	readonly checks?: readonly ReadinessCheck[];
};

async function ask(more: Asked = {}) {
	const {app} = compose({
		knex: world.database.service,
		clock: world.clock,
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
		...more,
	});
	const {address, close} = await listen(app, {host: '127.0.0.1', port: 0});
	const {status, body} = await createClient(address).get('/readyz');
	await close(100);
	return {status, body};
}

test.serial('with all that it needs it is ready, and says how all stands', async (t) => {
	const {status, body} = await ask({diskFreeBytesMin: 1});
	t.is(status, 200);
	t.is(body.status, 'ready');
	t.deepEqual(Object.keys(body.checks as object), [
		'database',
		'migrations',
		'disk',
		'jobs',
		'chores',
		'verification',
	]);
	t.deepEqual(body.checks.database, {isNeeded: true, isGood: true, told: 'answers'});
	t.regex(body.checks.migrations.told as string, /^\d+ as the program has them$/u);
	t.regex(body.checks.disk.told as string, /^\d+ MB free$/u);
	t.is(body.reasons, undefined);
});

test.serial('a database that is away is told, without where it is', async (t) => {
	const knex = connect('postgres://nobody:rahasia@127.0.0.1:1/nowhere', {
		applicationName: 'test',
	});
	const {status, body} = await ask({knex});
	await knex.destroy();
	t.is(status, 503);
	t.is(body.status, 'not ready');
	t.is(body.reasons.database, 'cannot be reached');
	t.is(body.reasons.migrations, 'cannot be checked');
	t.false(/rahasia|nobody|127\.0\.0\.1/u.test(JSON.stringify(body)));
});

test.serial('a database of another version is told, older or newer', async (t) => {
	const {owner} = world.database;
	const [first]: {name: string; batch: number; migration_time: Date}[] = await owner('migrations')
		.orderBy('name', 'desc')
		.limit(1);
	const {name, batch, migration_time} = first!;
	await owner('migrations').where({name}).delete();
	const older = await ask();
	t.is(older.status, 503);
	t.deepEqual(older.body.reasons, {migrations: `the database lacks ${name}`});
	await owner('migrations').insert([
		{name, batch, migration_time},
		{name: '29990101000000_from_tomorrow', batch, migration_time},
	]);
	const newer = await ask();
	t.is(newer.status, 503);
	t.deepEqual(newer.body.reasons, {
		migrations: 'the database is newer: it holds 29990101000000_from_tomorrow',
	});
	await owner('migrations').where({name: '29990101000000_from_tomorrow'}).delete();
	t.is((await ask()).status, 200);
});

test.serial('a disk that is nearly full is told, with what is needed', async (t) => {
	const {status, body} = await ask({diskFreeBytesMin: 9_000_000_000_000_000});
	t.is(status, 503);
	t.regex(body.reasons.disk as string, /^\d+ MB free; 9000000000 MB are needed$/u);
	t.deepEqual(Object.keys(body.reasons as object), ['disk']);
});

test.serial('chores that are behind are told, and make nothing unready', async (t) => {
	const {owner} = world.database;
	const moment = '2026-03-26T18:00:00Z';
	await owner('chore_runs').insert({
		chore: 'verification',
		day: '2026-03-26',
		is_nightly: true,
		state: 'done',
		turns: 1,
		started_at: moment,
		ended_at: moment,
		succeeded_at: moment,
		outcome: JSON.stringify({breaches: {'verify/chain': 2}}),
	});
	const {status, body} = await ask();
	t.is(status, 200);
	t.deepEqual(body.checks.chores, {
		isNeeded: false,
		isGood: false,
		told: 'verification: 4 days behind',
	});
	t.deepEqual(body.checks.verification, {
		isNeeded: false,
		isGood: false,
		// From 18:00 on the 26th to 05:00 on the 31st.
		told: '107 hours ago: verify/chain',
	});
});

test.serial('jobs that wait too long are told, and make nothing unready', async (t) => {
	t.deepEqual((await ask()).body.checks.jobs, {
		isNeeded: false,
		isGood: true,
		told: 'none waits',
	});
	const {owner} = world.database;
	const id = '00000000-0000-4000-8000-000000000001';
	await owner.raw(
		`insert into pgboss.job (id, name, start_after)
		values (?, 'import', now() - interval '1000 seconds')`,
		[id],
	);
	const {status, body} = await ask();
	t.is(status, 200);
	t.false(body.checks.jobs.isGood);
	t.regex(body.checks.jobs.told as string, /^import: 1 wait, the oldest for 100\d s$/u);
	await owner.raw('delete from pgboss.job where id = ?', [id]);
});

test.serial('what else is needed is asked as well', async (t) => {
	const replica = {
		name: 'replica',
		isNeeded: true,
		run: async () => ({isGood: false, told: '90 s behind'}),
	};
	const {status, body} = await ask({checks: [replica]});
	t.is(status, 503);
	t.deepEqual(body.reasons, {replica: '90 s behind'});
});

test('who does not answer is not waited for, and who fails says nothing of why', async (t) => {
	const checks: ReadinessCheck[] = [
		{name: 'slow', isNeeded: true, run: async () => new Promise(() => undefined)},
		{name: 'broken', isNeeded: true, run: async () => Promise.reject(new Error('rahasia'))},
		{name: 'good', isNeeded: true, run: async () => ({isGood: true, told: 'answers'})},
	];
	t.deepEqual(await runChecks(checks, 50), [
		{name: 'slow', isNeeded: true, isGood: false, told: 'does not answer within 0.05 s'},
		{name: 'broken', isNeeded: true, isGood: false, told: 'cannot be checked'},
		{name: 'good', isNeeded: true, isGood: true, told: 'answers'},
	]);
});

test('a folder that is not there yet is on the disk of the one above it', async (t) => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-disk-'));
	const there = await readDiskSpace(folder);
	const below = await readDiskSpace(path.join(folder, 'a', 'b'));
	t.is(below.sizeBytes, there.sizeBytes);
	t.true(there.sizeBytes > 0 && there.freeBytes <= there.sizeBytes);
	await rm(folder, {recursive: true});
});
