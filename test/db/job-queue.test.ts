import test from 'ava';
import {connect} from '../../src/db/connect.ts';
import {prepareJobQueue} from '../../src/db/job-queue.ts';
import {type TestDatabase, createTestDatabase} from '../helpers/database.ts';

let database: TestDatabase;
test.before(async () => {
	database = await createTestDatabase();
});
test.after.always(async () => {
	await database.drop();
});

// Granting on what another session grants on at this moment fails: "tuple concurrently updated".
test('four programs that prepare the queue of one new database wait for each other', async (t) => {
	const name = `queue_${Date.now().toString(36)}`;
	await database.owner.raw('create database ??', [name]);
	const url = new URL(database.ownerUrl);
	url.pathname = `/${name}`;
	// A pool of one each: nothing of it may need a second connection.
	const programs = Array.from({length: 4}, () =>
		connect(url.href, {applicationName: 'test', poolMax: 1}),
	);
	for (let round = 0; round < 5; round += 1) {
		await Promise.all(programs.map(async (owner) => prepareJobQueue(owner)));
	}
	const queues = (await programs[0]!('pgboss.queue').select('name').orderBy('name')) as {
		name: string;
	}[];
	t.deepEqual(
		queues.map((queue) => queue.name),
		['import', 'report'],
	);
	const {rows} = await programs[0]!.raw<{rows: {may: boolean; held: number}[]}>(
		`select has_table_privilege('bergulir_app', 'pgboss.job', 'insert') as may,
			(select count(*)::int from pg_locks where locktype = 'advisory' and database =
				(select oid from pg_database where datname = current_database())) as held`,
	);
	t.deepEqual(rows, [{may: true, held: 0}]);
	await Promise.all(programs.map(async (owner) => owner.destroy()));
	await database.owner.raw('drop database ??', [name]);
});

test('the lock is given back when preparing fails', async (t) => {
	const name = `queue_broken_${Date.now().toString(36)}`;
	await database.owner.raw('create database ??', [name]);
	const url = new URL(database.ownerUrl);
	url.pathname = `/${name}`;
	const owner = connect(url.href, {applicationName: 'test', poolMax: 1});
	// Somebody's table where the queue's own should be.
	await owner.raw('create schema pgboss; create table pgboss.queue (id integer)');
	await t.throwsAsync(prepareJobQueue(owner));
	const {rows} = await owner.raw<{rows: {held: number}[]}>(
		`select count(*)::int as held from pg_locks
		where locktype = 'advisory' and database = (select oid from pg_database
			where datname = current_database())`,
	);
	t.deepEqual(rows, [{held: 0}]);
	await owner.destroy();
	await database.owner.raw('drop database ??', [name]);
});
