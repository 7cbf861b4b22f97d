import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {open, readFile, rename, rm, writeFile, chown} from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import pg from 'pg';
import {StartupFailure} from '../startup-failure.ts';
import {type Binaries, findBinaries} from './binaries.ts';
import {
	type DataDirectory,
	isInitialised,
	openDataDirectory,
	prepareDraft,
	requireMajor,
} from './data-directory.ts';
import {type SystemUser, findSystemUser} from './system-user.ts';

const run = promisify(execFile);

/** A PostgreSQL of our own, on this machine and for this data directory only. */
export type EmbeddedServer = {
	/** The owner's URL of the service's database. */
	readonly ownerUrl: string;
	/** Whether this process runs the server, or only uses one that another process runs. */
	readonly isOwn: boolean;
	/** Whether the database was made just now. */
	readonly isNew: boolean;
	/** Stops the server if it is ours. */
	readonly close: () => Promise<void>;
};

export type EmbeddedOptions = {
	readonly directory: string;
	/** `own`: nobody else may run it. `share`: a running server is used, else one is started. */
	readonly mode: 'own' | 'share';
	/** Further settings of the server, as `name=value`. */
	readonly settings?: readonly string[];
};

const owner = 'bergulir_owner';
const database = 'bergulir';
/**
 * Held by the process that runs the server, for as long as it lives; gone with it, however it ends.
 */
const ownerLock = 7_121_770;

/**
 * Starts the embedded server of a data directory, initialising it when it is new, or takes over
 * one that a killed process left running.
 * @throws StartupFailure when another process runs it, or PostgreSQL does not start.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
	const user = await findSystemUser();
	const directory = await openDataDirectory(options.directory, user);
	const binaries = await findBinaries(user);
	const isNew = !(await isInitialised(directory));
	if (isNew) await initialise(directory, binaries, user);
	else await requireMajor(directory, binaries.major);
	const port = await runningPort(directory);
	if (port !== undefined) return adopt({directory, binaries, user, port}, options);
	const freePort = await findFreePort();
	const child = await startPatiently(directory, binaries, user, freePort, options.settings ?? []);
	const held = await holdLock(directory, freePort);
	if (!held) throw inUse(directory);
	await createDatabase(directory, freePort);
	return own({directory, binaries, user, port: freePort}, held, isNew, child);
}

type Running = {
	readonly directory: DataDirectory;
	readonly binaries: Binaries;
	readonly user: SystemUser | undefined;
	readonly port: number;
};

/** A server is running: it is another process's, or an orphan of one that was killed. */
async function adopt(running: Running, {mode}: EmbeddedOptions): Promise<EmbeddedServer> {
	const held = await holdLock(running.directory, running.port);
	if (held) {
		await createDatabase(running.directory, running.port);
		return own(running, held, false);
	}
	if (mode === 'own') throw inUse(running.directory);
	return {
		ownerUrl: urlOf(running.directory, running.port),
		isOwn: false,
		isNew: false,
		// Whoever runs it stops it.
		close: async () => Promise.resolve(),
	};
}

function own(
	running: Running,
	held: pg.Client,
	isNew: boolean,
	child?: ChildProcess,
): EmbeddedServer {
	let closing: Promise<void> | undefined;
	return {
		ownerUrl: urlOf(running.directory, running.port),
		isOwn: true,
		isNew,
		close: async () => {
			closing ??= stop(running, held, child);
			return closing;
		},
	};
}

async function stop({directory, binaries, user}: Running, held: pg.Client, child?: ChildProcess) {
	await held.end().catch(() => undefined);
	const args = ['stop', '-D', directory.cluster, '-m', 'fast', '-w', '-t', '60'];
	await run(binaries.pgCtl, args, {...user, cwd: '/'});
	if (child?.exitCode === null) {
		// It was let go of so that it would not hold us; now we wait for it, and for nothing else.
		child.ref();
		await new Promise((resolve) => {
			child.once('exit', resolve);
		});
	}
}

const inUse = (directory: DataDirectory): StartupFailure =>
	new StartupFailure(
		`The data directory ${directory.wanted} is in use by another instance: stop that one, ` +
			'or set BERGULIR_DATA_DIR to another directory.',
	);

const urlOf = ({password}: DataDirectory, port: number, name = database): string =>
	`postgres://${owner}:${password}@127.0.0.1:${port}/${name}`;

/** Initialises in a folder beside, so that an interruption leaves nothing half done. */
async function initialise(
	directory: DataDirectory,
	{initdb}: Binaries,
	user: SystemUser | undefined,
) {
	const draft = await prepareDraft(directory, user);
	const passwordFile = path.join(path.dirname(directory.cluster), 'initdb-password');
	await writeFile(passwordFile, directory.password, {mode: 0o600});
	if (user) await chown(passwordFile, user.uid, user.gid);
	const args = [`--pgdata=${draft}`, `--username=${owner}`, `--pwfile=${passwordFile}`];
	const fixed = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'];
	try {
		await run(initdb, [...args, ...fixed], {...user, cwd: '/'});
		await rename(draft, directory.cluster);
	} catch (cause) {
		const told = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
		throw new StartupFailure(
			`PostgreSQL could not be initialised in ${directory.cluster}: ${told}`,
			{cause},
		);
	} finally {
		await rm(passwordFile, {force: true});
	}
}

const recoveryMs = 30_000;

/**
 * The helpers of a server that was killed end a little after it, and until then no other may start
 * on its memory: where its note still lies there, we try again for a while.
 */
async function startPatiently(
	...[directory, ...rest]: Parameters<typeof start>
): Promise<ChildProcess> {
	const deadline = Date.now() + recoveryMs;
	for (;;) {
		const wasKilled = await hasNote(directory);
		try {
			return await start(directory, ...rest);
		} catch (error) {
			if (!wasKilled || Date.now() > deadline) throw error;
			await sleep(250);
		}
	}
}

const hasNote = async ({cluster}: DataDirectory): Promise<boolean> =>
	readFile(path.join(cluster, 'postmaster.pid')).then(
		() => true,
		() => false,
	);

/**
 * In a process group of its own: Ctrl-C in the terminal reaches us alone, and we stop it when the
 * last request is done.
 */
async function start(
	directory: DataDirectory,
	{postgres}: Binaries,
	user: SystemUser | undefined,
	port: number,
	settings: readonly string[],
): Promise<ChildProcess> {
	const log = await open(directory.log, 'a', 0o600);
	const all = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'max_connections=200',
		'shared_buffers=256MB',
		// Our statements are short: compiling one costs more than running it.
		'jit=off',
		...settings,
	];
	const child = spawn(
		postgres,
		['-D', directory.cluster, ...all.flatMap((setting) => ['-c', setting])],
		{...user, detached: true, cwd: '/', stdio: ['ignore', log.fd, log.fd]},
	);
	const failed = new Promise<never>((_, reject) => {
		child.once('exit', () => {
			reject(new StartupFailure(`PostgreSQL did not start; its log ${directory.log} says why.`));
		});
	});
	child.unref();
	try {
		await Promise.race([answers(directory, port), failed]);
	} finally {
		failed.catch(() => undefined);
		await log.close();
	}
	return child;
}

async function answers(directory: DataDirectory, port: number): Promise<void> {
	const deadline = Date.now() + 120_000;
	for (;;) {
		const client = new pg.Client({connectionString: urlOf(directory, port, 'postgres')});
		client.on('error', () => undefined);
		try {
			await client.connect();
			await client.end();
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(25);
		}
	}
}

/** The port of the server that runs on a cluster, by its own note; undefined when none answers. */
async function runningPort({cluster}: DataDirectory): Promise<number | undefined> {
	const note = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
	const [pid = '', , , portText = ''] = note?.split('\n') ?? [];
	const port = Number.parseInt(portText, 10);
	// A note of a server that is gone may name a port that somebody else listens on by now.
	if (!Number.isInteger(port) || !isRunning(Number.parseInt(pid, 10))) return undefined;
	const isListening = await new Promise<boolean>((resolve) => {
		const socket = net.connect({host: '127.0.0.1', port});
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => {
			resolve(false);
		});
	});
	return isListening ? port : undefined;
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// It runs as another user, whom we may not signal.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

async function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const {port} = probe.address() as net.AddressInfo;
			probe.close(() => {
				resolve(port);
			});
		});
	});
}

/** Takes the lock of whoever runs the server; undefined when another living process holds it. */
async function holdLock(directory: DataDirectory, port: number): Promise<pg.Client | undefined> {
	const client = new pg.Client({
		connectionString: urlOf(directory, port, 'postgres'),
		keepAlive: true,
	});
	client.on('error', () => undefined);
	await client.connect();
	const {rows} = await client.query<{held: boolean}>('select pg_try_advisory_lock($1) as held', [
		ownerLock,
	]);
	if (rows[0]?.held === true) return client;
	await client.end();
	return undefined;
}

async function createDatabase(directory: DataDirectory, port: number): Promise<void> {
	const client = new pg.Client({connectionString: urlOf(directory, port, 'postgres')});
	await client.connect();
	try {
		const {rowCount} = await client.query('select from pg_database where datname = $1', [database]);
		if (rowCount === 0) await client.query(`create database ${database}`);
	} finally {
		await client.end();
	}
}
