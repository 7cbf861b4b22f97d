// Real servers of a test's own: a primary, and standbys that replay it. Each is made with the
// programs that npm brings, by the low-level way of PostgreSQL's manual ("Making a Base Backup
// Using the Low Level API"), for they hold no pg_basebackup.
import {execFile, spawn} from 'node:child_process';
import {chmod, chown, copyFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import pg from 'pg';
import {connect} from '../../src/db/connect.ts';
import {findBinaries} from '../../src/db/embedded/binaries.ts';
import {type EmbeddedServer, openEmbedded} from '../../src/db/embedded/server.ts';
import {findSystemUser} from '../../src/db/embedded/system-user.ts';
import {migrate} from '../../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../../src/db/roles.ts';
import {seedReferenceData} from '../../src/db/seed.ts';
import type {TestDatabase} from './database.ts';
import {isAlive, newFolder, postgresPid} from './process.ts';

const run = promisify(execFile);

export type TestServer = {
	readonly directory: string;
	readonly ownerUrl: string;
	/** As a power cut would end it: no goodbye to anybody. */
	readonly kill: () => Promise<void>;
	/** Ends it and lets it come again where it was. */
	readonly leave: () => Promise<void>;
	readonly return: () => Promise<void>;
	readonly stop: () => Promise<void>;
};

// A machine that stays up: what is flushed need not be on the disk. What is acknowledged still is
// what was flushed, and at a synchronous standby what that has.
const settings = ['fsync=off', 'full_page_writes=off', 'wal_keep_size=512MB'];

const serverOf = (directory: string, {ownerUrl, close}: EmbeddedServer): TestServer => {
	let hasEnded = false;
	return {
		directory,
		ownerUrl,
		kill: async () => {
			hasEnded = true;
			const pid = await postgresPid(directory);
			process.kill(pid, 'SIGKILL');
			while (isAlive(pid)) await sleep(10);
		},
		leave: async () => control(directory, 'stop', '-m', 'fast'),
		// In its own folder, which alone its user may write to.
		return: async () =>
			control(directory, 'restart', '-l', path.join(directory, 'postgres', 'log')),
		stop: async () => {
			if (!hasEnded) await close();
			hasEnded = true;
		},
	};
};

/** PostgreSQL's own way to end a server, and to start it with the settings that it had. */
async function control(directory: string, ...command: readonly string[]): Promise<void> {
	const user = await findSystemUser();
	const {pgCtl} = await findBinaries(user);
	const args = [...command, '-w', '-D', path.join(directory, 'postgres')];
	const code = await new Promise((resolve) => {
		spawn(pgCtl, args, {...user, cwd: '/', stdio: 'ignore'}).once('exit', resolve);
	});
	if (code !== 0) throw new Error(`pg_ctl ${args.join(' ')} ended with ${String(code)}.`);
}

/** A primary with an empty database, as the program finds it after migration. */
export async function startPrimary(
	more: readonly string[] = [],
): Promise<{readonly server: TestServer; readonly database: TestDatabase}> {
	const directory = await newFolder();
	const embedded = await openEmbedded({directory, mode: 'own', settings: [...settings, ...more]});
	const server = serverOf(directory, embedded);
	const {ownerUrl} = server;
	const owner = connect(ownerUrl, {applicationName: 'test-owner', poolMax: 2});
	await prepareGroupRole(owner);
	await migrate(owner);
	await seedReferenceData(owner);
	const serviceUrl = await prepareServiceRole(owner, ownerUrl);
	const service = connect(serviceUrl, {applicationName: 'test-service', poolMax: 8});
	return {
		server,
		database: {
			ownerUrl,
			serviceUrl,
			owner,
			service,
			drop: async () => {
				await Promise.all([owner.destroy(), service.destroy()]);
				await server.stop();
				await rm(directory, {recursive: true, force: true});
			},
		},
	};
}

/** A standby of a server that runs, which streams from it under a name. */
export async function startStandby(
	primary: TestServer,
	name: string,
	more: readonly string[] = [],
): Promise<TestServer> {
	const directory = await newFolder();
	const cluster = path.join(directory, 'postgres');
	await copyFile(
		path.join(primary.directory, 'owner-password'),
		path.join(directory, 'owner-password'),
	);
	const backedUp = path.join(primary.directory, 'postgres');
	const {uid, gid} = await stat(path.join(backedUp, 'PG_VERSION'));
	const write = async (file: string, text: string): Promise<void> => {
		await writeFile(path.join(cluster, file), text, {mode: 0o600});
		await chown(path.join(cluster, file), uid, gid);
	};
	await write('backup_label', await backUp(primary, backedUp, cluster));
	await write('standby.signal', '');
	await chmod(cluster, 0o700);
	const {hostname, port, username, password} = new URL(primary.ownerUrl);
	const from = `host=${hostname} port=${port} user=${username} password=${password}`;
	const streaming = [`primary_conninfo=${from} application_name=${name}`, 'hot_standby=on'];
	const embedded = await openEmbedded({
		directory,
		mode: 'own',
		settings: [...settings, ...streaming, ...more],
	});
	return serverOf(directory, embedded);
}

/** Copies the files of a server that runs; gives the label with which the copy can be started. */
async function backUp({ownerUrl}: TestServer, from: string, to: string): Promise<string> {
	const client = new pg.Client({connectionString: ownerUrl});
	await client.connect();
	try {
		await client.query(`select pg_backup_start('siaga', fast => true)`);
		await run('cp', ['-a', from, to]);
		const {rows} = await client.query<{labelfile: string}>(
			'select labelfile from pg_backup_stop(wait_for_archive => false)',
		);
		for (const note of ['postmaster.pid', 'postmaster.opts']) {
			await rm(path.join(to, note), {force: true});
		}
		return rows[0]!.labelfile;
	} finally {
		await client.end();
	}
}

/** Asks something of a server as its owner, on a connection of its own. */
export async function asOwner<Row extends object>(
	{ownerUrl}: Pick<TestServer, 'ownerUrl'>,
	sql: string,
): Promise<Row[]> {
	const client = new pg.Client({connectionString: ownerUrl});
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query<Row>(sql)).rows;
	} finally {
		await client.end();
	}
}

/** Waits until a standby has replayed all that its primary has flushed. */
export async function untilReplayed(primary: TestServer, standby: TestServer): Promise<void> {
	const [target] = await asOwner<{at: string}>(
		primary,
		'select pg_current_wal_flush_lsn()::text as at',
	);
	const question = `select pg_last_wal_replay_lsn() >= '${target!.at}'::pg_lsn as is_there`;
	for (let round = 0; round < 500; round += 1) {
		const [row] = await asOwner<{is_there: boolean}>(standby, question);
		if (row!.is_there) return;
		await sleep(20);
	}
	throw new Error(`The standby never came to ${target!.at}.`);
}
