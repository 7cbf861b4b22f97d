// What a backup holds, what a restore makes of it, and that there is no half of either.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {verify} from '../../../src/cli/verify.ts';
import {createService} from '../../../src/compose.ts';
import {headerLine} from '../../../src/db/backup/script.ts';
import {restoreInto} from '../../../src/db/backup/restore.ts';
import {type BackupSource, openSource} from '../../../src/db/backup/write.ts';
import {connect} from '../../../src/db/connect.ts';
import {createJobQueue, enqueue, reportQueue} from '../../../src/db/job-queue.ts';
import {prepareServiceRole} from '../../../src/db/roles.ts';
import {signIn} from '../../../src/identity/index.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {type EmptyDatabase, createEmptyDatabase} from '../../helpers/empty-database.ts';
import {identityOn} from '../../identity/setup.ts';
import {
	type World,
	createWorld,
	handEntry,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
const job = randomUUID();
// Neither stands anywhere but in the particulars of one member.
const nik = '1771014112800007';
const phone = '081273645501';
const address = 'Jl. Rawa Makmur Permai 77';
const name = 'Nurhayati binti Salim';

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	const funded = await openFunded(world);
	await lend(world, funded, {disbursedOn: '2026-02-03'});
	await joinMember(world, funded.book, {nik, phone, address, name});
	const {work} = identityOn(world.database.service);
	const {password} = await createUserFromCommandLine(work, {name: 'kepala', role: 'administrator'});
	await signIn(work, {name: 'kepala', password: password!});
	await world.database.service.transaction(async (trx) => enqueue(trx, reportQueue, job));
});
test.after.always(async () => {
	await world.close();
});

type Backup = Pick<BackupSource, 'header'> & {
	readonly script: Buffer;
	readonly manifest: ReturnType<BackupSource['manifest']>;
};

async function backUp(during: () => Promise<unknown> = async () => undefined): Promise<Backup> {
	const source = await openSource(world.database.ownerUrl, '0.1.0');
	try {
		await during();
		const pieces: Buffer[] = [];
		for await (const piece of source.script) pieces.push(piece);
		return {header: source.header, script: Buffer.concat(pieces), manifest: source.manifest()};
	} finally {
		await source.close();
	}
}

async function* inPieces(script: Buffer, size = 10_000): AsyncGenerator<Buffer> {
	for (let at = 0; at < script.length; at += size) yield script.subarray(at, at + size);
}

const restore = async ({owner}: EmptyDatabase, script: Buffer) =>
	restoreInto(owner, inPieces(script), {});

/** The service over what was restored, at noon of a day after it. */
async function serviceOn({owner, url}: EmptyDatabase) {
	const knex = connect(await prepareServiceRole(owner, url), {applicationName: 'test-service'});
	const clock = settableClock('2026-04-02T05:00:00Z');
	return {knex, service: createService({knex, clock, timeZone: 'Asia/Jakarta'})};
}

/** Every law of the tables, and whether it is on. */
const laws = `select array_agg(told order by told) as laws from (
	select format('%s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)
		as told from pg_constraint where connamespace = 'public'::regnamespace
	union all select format('%s %s %s', tgrelid::regclass, pg_get_triggerdef(oid), tgenabled)
		from pg_trigger where not tgisinternal
	union all select pg_get_indexdef(indexrelid) from pg_index
		where indrelid::regclass::text !~ '^(pg_|pgboss)'
	union all select format('%s %s %s', polrelid::regclass, polname,
		pg_get_expr(polqual, polrelid)) from pg_policy
	union all select format('%s %s %s', relname, relrowsecurity, relacl) from pg_class
		where relnamespace = 'public'::regnamespace) every`;

test.serial('what was restored is what was backed up, with every law on', async (t) => {
	const {script, manifest, header} = await backUp();
	const database = await createEmptyDatabase();
	const restored = await restore(database, script);
	t.deepEqual(restored, {header, manifest});
	t.deepEqual(
		manifest.heads.map(({book, number}) => [book, number]),
		[
			['KOP-1771011001', 2],
			['KOTA-BENGKULU', 2],
		],
	);
	const counted = new Map(manifest.tables.map(({table, rows}) => [table, rows]));
	t.is(counted.get('entries'), 4);
	t.is(counted.get('members'), 2);
	const before = await world.database.owner.raw<{rows: [{laws: string[]}]}>(laws);
	const after = await database.owner.raw<{rows: [{laws: string[]}]}>(laws);
	t.true(before.rows[0].laws.length > 500);
	t.deepEqual(after.rows[0].laws, before.rows[0].laws);

	const {knex, service} = await serviceOn(database);
	t.deepEqual((await verify(service)).lines, []);
	// The chain goes on from its head, and numbers from where they stood.
	const entry = await service.inTransaction({scope: everywhere, actor: officer}, async (work) =>
		postEntry(work, handEntry('KOP-1771011001' as never, '2026-04-02', '250000')),
	);
	t.is(entry.number, 3);
	t.deepEqual((await verify(service)).lines, []);
	await t.throwsAsync(database.owner.raw(`update entries set reason = 'lain'`), {
		message: /UPDATE of entries is refused/u,
	});
	await knex.destroy();
	await database.drop();
});

test.serial('a backup of a service that goes on is one moment of it', async (t) => {
	const posted: number[] = [];
	const post = async () => {
		const entry = await world.as(officer, async (work) =>
			postEntry(work, handEntry('KOP-1771011001' as never, '2026-03-31', '1000')),
		);
		posted.push(entry.number);
	};
	await post();
	const before = posted.at(-1)!;
	// After the snapshot was opened, and before a row of it was read.
	const {script, manifest} = await backUp(async () => {
		await post();
		await post();
	});
	t.is(manifest.heads.find(({book}) => book === 'KOP-1771011001')?.number, before);
	const database = await createEmptyDatabase();
	await restore(database, script);
	const {knex, service} = await serviceOn(database);
	t.deepEqual((await verify(service)).lines, []);
	await knex.destroy();
	await database.drop();
});

test.serial('in clear it holds neither NIK nor phone nor address, and no session', async (t) => {
	const {script, manifest} = await backUp();
	const text = script.toString('utf8');
	// As a name it is in clear, so this would find the others too.
	t.true(text.includes(name));
	for (const secret of [nik, phone, phone.slice(2), address])
		t.false(text.includes(secret), secret);
	// Nor as PostgreSQL writes bytes.
	t.false(text.includes(Buffer.from(nik).toString('hex')));
	const {rows} = await world.database.owner.raw<{rows: [{sessions: number; users: number}]}>(
		'select (select count(*) from sessions) as sessions, (select count(*) from users) as users',
	);
	t.true(rows[0].sessions > 0);
	const counted = new Map(manifest.tables.map(({table, rows: count}) => [table, count]));
	t.is(counted.get('sessions'), 0);
	t.is(counted.get('users'), rows[0].users);
});

test.serial('what waited for a worker waits for one again', async (t) => {
	const {script, manifest} = await backUp();
	t.deepEqual(manifest.jobs, [{queue: 'report', job, id: job}]);
	const database = await createEmptyDatabase();
	await restore(database, script);
	const {knex} = await serviceOn(database);
	const boss = createJobQueue(knex, {onError: (error) => t.fail(error.message)});
	await boss.start();
	const [waiting] = await boss.fetch<{id: string}>(reportQueue);
	t.is(waiting?.data.id, job);
	await boss.stop({graceful: false});
	await knex.destroy();
	await database.drop();
});

test.serial('a database that holds something is left as it is', async (t) => {
	const {script} = await backUp();
	const database = await createEmptyDatabase();
	await database.owner.raw('create table somebodys (id integer)');
	const error = await t.throwsAsync<Error & {code: string}>(restore(database, script), {
		code: 'backup/database-not-empty',
	});
	t.regex(error.message, /holds somebodys already/u);
	await database.drop();
});

/** Nothing is left of a restore that was refused: the database can be filled as if it were new. */
async function isEmpty({owner}: EmptyDatabase): Promise<boolean> {
	const {rows} = await owner.raw<{rows: {name: string}[]}>(
		`select relname as name from pg_class join pg_namespace space on space.oid = relnamespace
		where nspname in ('public', 'pgboss')`,
	);
	return rows.length === 0;
}

test.serial('a backup of a newer program is refused', async (t) => {
	const {script, header} = await backUp();
	const database = await createEmptyDatabase();
	const withHeader = (change: object): Buffer => {
		const rest = script.subarray(script.indexOf('\n') + 1);
		return Buffer.concat([Buffer.from(headerLine(JSON.stringify({...header, ...change}))), rest]);
	};
	const migrations = [...header.migrations, '29990101000000_from_the_future'];
	const newer = await t.throwsAsync(restore(database, withHeader({migrations, version: '9.1.0'})), {
		code: 'backup/newer-than-program',
	});
	t.regex(newer.message, /version 9\.1\.0; it holds 29990101000000_from_the_future/u);
	await t.throwsAsync(restore(database, withHeader({format: 2})), {
		code: 'backup/newer-than-program',
	});
	await t.throwsAsync(restore(database, withHeader({format: 1, migrations: undefined})), {
		code: 'backup/not-a-backup',
	});
	// Rows for tables that this version of the schema did not have.
	await t.throwsAsync(restore(database, withHeader({migrations: header.migrations.slice(0, 40)})), {
		code: 'backup/other-schema',
	});
	t.true(await isEmpty(database));
	await database.drop();
});

test.serial('whatever is cut, changed or missing, nothing is restored', async (t) => {
	const {script} = await backUp();
	const database = await createEmptyDatabase();
	const text = script.toString('latin1');
	const refused = async (changed: string, code: string) => {
		t.not(changed, text);
		await t.throwsAsync(restore(database, Buffer.from(changed, 'latin1')), {code}, code);
		t.true(await isEmpty(database), code);
	};
	await refused(text.slice(0, Math.floor(text.length / 2)), 'backup/damaged');
	await refused(text.slice(0, text.lastIndexOf('-- bergulir-manifest')), 'backup/damaged');
	// A value that the column takes as well as the one that was there.
	await refused(text.replace('BLUD Dana Bergulir', 'BLUD Dana Bergilir'), 'backup/not-as-recorded');
	// A value that it does not take.
	await refused(text.replace(/^(COPY public\."books" .*\n)\d/mu, '$1x'), 'backup/damaged');
	// The whole of a table.
	const table = /^COPY public\."lines" .*\n[^]*?\n\\\.\n/mu;
	await refused(text.replace(table, ''), 'backup/other-schema');
	const restored = await restore(database, script);
	t.is(restored.manifest.heads.length, 2);
	await database.drop();
});

test.serial('when the disk of the server is full, nothing is restored', async (t) => {
	const {script} = await backUp();
	const database = await createEmptyDatabase();
	// PostgreSQL says so by this code, here when the rows are in and the laws are put back.
	await database.owner.raw(`
		create function fill_disk() returns event_trigger language plpgsql as $$
		declare written bigint := 0;
		begin
			if to_regclass('public.lines') is null then return; end if;
			execute 'select count(*) from public.lines' into written;
			if written > 0 then
				raise exception 'could not extend file "base/1/2": No space left on device'
					using errcode = '53100';
			end if;
		end $$;
		create event trigger fill_disk on ddl_command_start execute function fill_disk()`);
	const error = await t.throwsAsync(restore(database, script), {code: 'backup/no-room'});
	t.regex(error.message, /could not extend file .*Nothing half done is left/u);
	t.true(await isEmpty(database));
	await database.owner.raw('drop event trigger fill_disk');
	t.is((await restore(database, script)).manifest.heads.length, 2);
	await database.drop();
});

test.serial('an owner who is nobody special restores and backs up too', async (t) => {
	const login = {name: `owner_${Date.now().toString(36)}`, password: 'pemilik-biasa'};
	const {script} = await backUp();
	await world.database.owner.raw(`create role ?? login password '${login.password}'`, [login.name]);
	// Functions that set it for themselves are made by a superuser, or by whom one lets.
	await world.database.owner.raw('grant set on parameter "bergulir.is_appending" to ??', [
		login.name,
	]);
	const database = await createEmptyDatabase(login);
	const {manifest} = await restore(database, script);
	const source = await openSource(database.url, '0.1.0');
	const pieces: Buffer[] = [];
	for await (const piece of source.script) pieces.push(piece);
	await source.close();
	t.deepEqual(source.manifest().heads, manifest.heads);
	t.deepEqual(
		source.manifest().tables.filter(({table}) => ['entries', 'lines', 'members'].includes(table)),
		manifest.tables.filter(({table}) => ['entries', 'lines', 'members'].includes(table)),
	);
	await database.drop();
	await world.database.owner.raw('drop owned by ??; drop role ??', [login.name, login.name]);
});

test.serial('there is nothing to back up in an empty database', async (t) => {
	const database = await createEmptyDatabase();
	await t.throwsAsync(openSource(database.url, '0.1.0'), {code: 'backup/nothing-there'});
	await database.drop();
});
