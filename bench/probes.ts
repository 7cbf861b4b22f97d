// What the machine gave while something was measured: its disk, its processor time, its memory.
// Machines are shared and noisy, so no figure stands without these beside it.
import {
	closeSync,
	fdatasyncSync,
	openSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeSync,
} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Knex} from 'knex';

/** Durable writes of one database page for a while: how many a second, and the median of each. */
export type FsyncProbe = {readonly perSecond: number; readonly medianMs: number};

/** Asks the disk of a folder how long a page of 8 kB takes until it is really there. */
export function probeFsync(folder: string, durationMs = 1000): FsyncProbe {
	const file = path.join(folder, 'fsync-probe');
	const descriptor = openSync(file, 'w');
	const page = Buffer.alloc(8192, 1);
	const times: number[] = [];
	const start = performance.now();
	for (let last = start; last - start < durationMs;) {
		writeSync(descriptor, page, 0, page.length, 0);
		fdatasyncSync(descriptor);
		const now = performance.now();
		times.push(now - last);
		last = now;
	}
	closeSync(descriptor);
	rmSync(file);
	return {perSecond: Math.round((times.length * 1000) / durationMs), medianMs: median(times)};
}

/** Processor time of the whole machine so far, in ticks. */
export type ProcessorTimes = {readonly steal: number; readonly all: number};

/** Undefined where there is no /proc. */
export function readProcessorTimes(): ProcessorTimes | undefined {
	const line = readProc('stat')?.split('\n')[0];
	if (line === undefined) return undefined;
	const times = line
		.trim()
		.split(/\s+/)
		.slice(1)
		.map((text) => Number.parseInt(text, 10));
	return {steal: times[7] ?? 0, all: times.reduce((a, b) => a + b, 0)};
}

/** The share of processor time that the host took from this machine between two readings. */
export function stealBetween(
	before: ProcessorTimes | undefined,
	after: ProcessorTimes | undefined,
): number {
	if (!before || !after) return 0;
	return (after.steal - before.steal) / Math.max(1, after.all - before.all);
}

/**
 * The most memory that a process and the Node processes under it have held, in megabytes. The
 * compiler that runs beside tsx is not part of the service.
 */
export function peakMemoryMb(pid: number): number {
	const peaks = [pid, ...descendants(pid)].map((id) => {
		const status = readProc(`${id}/status`) ?? '';
		if (!/^Name:\t(?:node|MainThread)/m.test(status)) return 0;
		return Number.parseInt(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? '0', 10) / 1024;
	});
	return peaks.reduce((a, b) => a + b, 0);
}

/** Every process that descends from one. */
export function descendants(pid: number): number[] {
	const parents = new Map<number, number>();
	for (const name of listProc()) {
		if (!/^\d+$/.test(name)) continue;
		const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readProc(`${name}/stat`) ?? '')?.[1];
		if (parent !== undefined) parents.set(Number.parseInt(name, 10), Number.parseInt(parent, 10));
	}
	const isUnder = (id: number | undefined): boolean =>
		id !== undefined && (parents.get(id) === pid || isUnder(parents.get(id)));
	return [...parents.keys()].filter((id) => isUnder(id));
}

const listProc = (): string[] => {
	try {
		return readdirSync('/proc');
	} catch {
		return [];
	}
};

const readProc = (name: string): string | undefined => {
	try {
		return readFileSync(`/proc/${name}`, 'utf8');
	} catch {
		return undefined;
	}
};

/** The middle one; of an even number, the upper of the two. Not a number when there are none. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value below which a share of all values lies. Not a number when there are none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What all processes of the server hold: their own memory, and the shared one once. */
export async function serverMemoryMb(owner: Knex): Promise<number> {
	const {rows} = await owner.raw<{rows: {pid: number}[]}>('select pid from pg_stat_activity');
	const sizes = await Promise.all(
		rows.map(async ({pid}) => {
			const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
			const size = (name: string): number =>
				Number.parseInt(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? '0', 10);
			return {own: size('RssAnon'), shared: size('RssShmem')};
		}),
	);
	const own = sizes.reduce((before, one) => before + one.own, 0);
	return (own + Math.max(0, ...sizes.map(({shared}) => shared))) / 1024;
}

/** The processor time that a process has had, in hundredths of a second as Linux counts it. */
export async function processorSeconds(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const [user = '0', system = '0'] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
	return (Number.parseInt(user, 10) + Number.parseInt(system, 10)) / 100;
}
