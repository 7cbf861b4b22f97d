import {type ChildProcess, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {chmod, mkdtemp, readFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

export type Program = {
	readonly child: ChildProcess;
	readonly output: () => string;
	/** Waits until something was said; fails with all that was said when the program ends first. */
	readonly said: (pattern: RegExp) => Promise<void>;
	readonly ended: () => Promise<{readonly code: number | null; readonly output: string}>;
};

export type Place = {readonly cwd?: string; readonly env?: Readonly<Record<string, string>>};

/** Runs the program as a person would, with nothing of the test's own environment that it reads. */
export function runProgram(
	args: readonly string[],
	{cwd = '.', env = {}}: Place,
	input?: string,
): Program {
	const {DATABASE_URL: _, BERGULIR_TEST_SERVER: __, NODE_ENV: ___, ...inherited} = process.env;
	const child = spawn(process.execPath, ['--import=tsx', 'src/main.ts', ...args], {
		cwd,
		env: {...inherited, BERGULIR_DEMO: 'off', PORT: '0', ...env},
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	child.stdin.end(input ?? '');
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
	}
	const ended = new Promise<number | null>((resolve) => {
		child.once('close', resolve);
	});
	return {
		child,
		output: () => output,
		ended: async () => ({code: await ended, output}),
		said: async (pattern) => {
			for (let round = 0; round < 1200; round += 1) {
				if (pattern.test(output)) return;
				if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${output}`);
				await sleep(50);
			}
			throw new Error(`It never said ${String(pattern)}:\n${output}`);
		},
	};
}

/** A new folder that anybody may go through, or nobody but its owner. */
export async function newFolder(mode = 0o755): Promise<string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-life-'));
	await chmod(folder, mode);
	return folder;
}

/** The process of the PostgreSQL that runs on a data directory, by its own note. */
export async function postgresPid(directory: string): Promise<number> {
	const note = await readFile(path.join(directory, 'postgres', 'postmaster.pid'), 'utf8');
	return Number.parseInt(note.split('\n')[0]!, 10);
}

/** Whether a process runs; one that has ended and that nobody has asked after does not. */
export const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return !/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
};
