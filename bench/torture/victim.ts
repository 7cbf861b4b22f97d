// The real service with its own PostgreSQL, as a process that can be killed and started again.
import {type ChildProcess, spawn} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {descendants} from '../probes.ts';
import {asInProduction} from '../production.ts';

export type Victim = {
	readonly address: string;
	/** Resolves when the service answers that it is ready; at once where it is. */
	readonly ready: () => Promise<void>;
	readonly killService: () => Promise<void>;
	/** Kills one of PostgreSQL's sessions, whereupon it throws all of them out and recovers. */
	readonly crashPostgres: () => Promise<void>;
	/** Kills all of PostgreSQL, as a power cut would, and the service with it. */
	readonly cutPower: () => Promise<void>;
	readonly start: () => Promise<void>;
	/** Stops it as an operator would. @throws Error unless it ends well. */
	readonly stop: () => Promise<void>;
};

const readyMsMax = 90_000;

/** A service on a data directory, not started yet. It keeps its port over its lives. */
export async function createVictim(directory: string): Promise<Victim> {
	const port = await findFreePort();
	const address = `http://127.0.0.1:${port}`;
	let child: ChildProcess | undefined;
	let said = '';

	const start = async (): Promise<void> => {
		child = spawn(process.execPath, ['--import=tsx', 'src/main.ts', 'serve'], {
			env: {
				...withoutDatabase(process.env),
				...asInProduction(),
				BERGULIR_DATA_DIR: directory,
				LOG_LEVEL: 'warn',
				PORT: String(port),
			},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		said = '';
		child.stderr!.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			// What it could not explain; that the database was away is what is being done to it.
			for (const line of text.split('\n')) {
				const isFault = line.includes('"msg":"fault"') && !line.includes('"type":"Unavailable"');
				if (isFault) process.stderr.write(`${line.slice(0, 1000)}\n`);
			}
		});
		await ready();
	};
	const ready = async (): Promise<void> => {
		const deadline = Date.now() + readyMsMax;
		for (;;) {
			if (await isReady(address)) return;
			if (child?.exitCode !== null || Date.now() > deadline) {
				throw new Error(`The service does not become ready:\n${said}`);
			}
			await sleep(50);
		}
	};
	const killService = async (): Promise<void> => {
		const ended = new Promise((resolve) => child!.once('exit', resolve));
		child!.kill('SIGKILL');
		await ended;
	};
	return {
		address,
		ready,
		start,
		killService,
		crashPostgres: async () => {
			const server = await postmaster(directory);
			const sessions = descendants(server);
			process.kill(sessions[Math.floor(Math.random() * sessions.length)]!, 'SIGKILL');
		},
		cutPower: async () => {
			const server = await postmaster(directory);
			const all = [server, ...descendants(server)];
			for (const pid of all) killIfThere(pid);
			await killService();
		},
		stop: async () => {
			const ended = new Promise<number | null>((resolve) => child!.once('exit', resolve));
			child!.kill('SIGTERM');
			const code = await ended;
			if (code !== 0) throw new Error(`The service ended with ${String(code)}:\n${said}`);
		},
	};
}

const withoutDatabase = ({
	DATABASE_URL: _,
	DATABASE_OWNER_URL: __,
	...rest
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv => rest;

/** The first process of the PostgreSQL of a data directory, by its own note. */
async function postmaster(directory: string): Promise<number> {
	const note = await readFile(path.join(directory, 'postgres', 'postmaster.pid'), 'utf8');
	return Number.parseInt(note.split('\n')[0]!, 10);
}

const killIfThere = (pid: number): void => {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
		if (!isGone) throw error;
	}
};

const isReady = async (address: string): Promise<boolean> =>
	fetch(`${address}/readyz`, {signal: AbortSignal.timeout(5000)}).then(
		({ok}) => ok,
		() => false,
	);

const findFreePort = async (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const {port} = probe.address() as net.AddressInfo;
			probe.close(() => {
				resolve(port);
			});
		});
	});
