// How fast entries are posted over HTTP, each figure beside its floor of the same minute.
import type {BookCode} from '../../src/kernel/ids.ts';
import {median, percentile, probeFsync} from '../probes.ts';
import type {Floor} from './floors.ts';
import {type Answer, type Load, type Request, pace, saturate} from './load.ts';
import type {ServiceProcess, Stage} from './stage.ts';

export type Bench = {
	readonly stage: Stage;
	readonly service: ServiceProcess;
	readonly floor: Floor;
	readonly seconds: number;
	readonly rounds: number;
	readonly say: (line: string) => void;
};

const connections = 64;
const floorConnections = 16;
const batchConnections = 4;
const batchSize = 1000;

/** What one candidate and its floor reached, a second, and the median of the rounds' ratios. */
export type Ratio = {
	readonly perSecond: number;
	readonly floorPerSecond: number;
	readonly ratio: number;
	readonly ratios: readonly number[];
};

let serial = 0;
const run = Math.random().toString(36).slice(2, 8);

const draft = (today: string, document: string, account: string) => ({
	effectiveOn: today,
	reason: 'Uji kecepatan',
	document,
	lines: [
		{account, side: 'debit', amount: '1000'},
		{account: '3.1.01', side: 'credit', amount: '1000'},
	],
});

function single(book: BookCode, today: string, account: string): Request {
	serial += 1;
	const key = `${run}-${serial}`;
	return {
		method: 'POST',
		path: `/v1/books/${book}/entries`,
		idempotencyKey: key,
		body: JSON.stringify(draft(today, key, account)),
	};
}

/** Single postings, each connection to its own book: 64 books. */
export const spreadLoad = (bench: Bench): Load => ({
	...common(bench, connections),
	next: (index) => {
		const {books, today} = bench.stage;
		return single(books[index % books.length]!, today, '1.1.02');
	},
});

/** Single postings, all to one account with a floor, of one book. */
export const hotLoad = (bench: Bench): Load => ({
	...common(bench, connections),
	next: () => single(bench.stage.books[0]!, bench.stage.today, '1.1.01'),
});

/** 1,000 entries a request, each connection to its own book. */
export const batchLoad = (bench: Bench): Load => ({
	...common(bench, batchConnections),
	next: (index) => {
		serial += 1;
		const key = `${run}-batch-${serial}`;
		const {books, today} = bench.stage;
		const entries = Array.from({length: batchSize}, (_, row) =>
			draft(today, `${key}-${row}`, '1.1.02'),
		);
		return {
			method: 'POST',
			path: `/v1/books/${books[index % books.length]!}/entries/batch`,
			idempotencyKey: key,
			body: JSON.stringify({mode: 'independent', entries}),
		};
	},
	check: checkBatch,
});

function checkBatch({body}: Answer): void {
	const {accepted} = JSON.parse(body) as {accepted: number};
	if (accepted !== batchSize) throw new Error(`Of ${batchSize} entries ${accepted} were accepted.`);
}

const common = ({stage, service, seconds}: Bench, count: number) => ({
	address: service.address,
	token: stage.supervisorToken,
	connections: count,
	seconds,
});

/**
 * Spread and hot postings between measurements of the floor, in several short rounds: a candidate
 * is compared with the mean of the floor right before it and right after it.
 */
export async function measureSingles(
	bench: Bench,
	wanted: {readonly spread: boolean; readonly hot: boolean},
): Promise<{readonly raw: number; readonly spread?: Ratio; readonly hot?: Ratio}> {
	const candidates = [
		...(wanted.spread ? [{name: 'spread' as const, load: spreadLoad(bench)}] : []),
		...(wanted.hot ? [{name: 'hot' as const, load: hotLoad(bench)}] : []),
	];
	const raw = async (): Promise<number> => {
		const perSecond = await bench.floor.measure('raw', floorConnections, bench.seconds);
		bench.say(`  raw     ${perSecond.toFixed(0)}/s`);
		return perSecond;
	};
	const found = {spread: [] as Sample[], hot: [] as Sample[]};
	const floors = [await raw()];
	for (let round = 0; round < bench.rounds; round += 1) {
		for (const {name, load} of candidates) {
			const {perSecond} = await saturate(load);
			const before = floors.at(-1)!;
			const after = await raw();
			floors.push(after);
			found[name].push({perSecond, floorPerSecond: (before + after) / 2});
			bench.say(`  ${name.padEnd(7)} ${describe(found[name].at(-1)!)}`);
		}
		if (candidates.length === 0) floors.push(await raw());
	}
	return {
		raw: median(floors),
		...(wanted.spread ? {spread: summarise(found.spread)} : {}),
		...(wanted.hot ? {hot: summarise(found.hot)} : {}),
	};
}

/** The same rows in one statement: what grouping the round trips alone would give. */
export const measureRawStatement = async (bench: Bench): Promise<number> =>
	bench.floor.measure('rawStatement', floorConnections, bench.seconds);

/** The batch endpoint between measurements of its floor. */
export async function measureBatch(bench: Bench): Promise<Ratio> {
	const raw = async (): Promise<number> => {
		const perSecond = await bench.floor.measure('rawBatch', batchConnections, bench.seconds);
		bench.say(`  rawBatch ${perSecond.toFixed(0)} entries/s`);
		return perSecond;
	};
	const samples: Sample[] = [];
	let before = await raw();
	for (let round = 0; round < bench.rounds; round += 1) {
		const {perSecond} = await saturate(batchLoad(bench));
		const after = await raw();
		samples.push({perSecond: perSecond * batchSize, floorPerSecond: (before + after) / 2});
		bench.say(`  batch    ${describe(samples.at(-1)!)}`);
		before = after;
	}
	return summarise(samples);
}

export type Latency = {
	readonly perSecond: number;
	readonly p50Ms: number;
	readonly p99Ms: number;
	readonly maxMs: number;
	readonly fsyncMs: number;
};

/** The latency of single postings at half of the reached rate, and of the disk beside it. */
export async function measureLatency(bench: Bench, reachedPerSecond: number): Promise<Latency> {
	const rounds: Latency[] = [];
	for (let round = 0; round < bench.rounds; round += 1) {
		const before = probeFsync(bench.stage.folder, 500);
		const {perSecond, latenciesMs} = await pace(spreadLoad(bench), reachedPerSecond / 2);
		const after = probeFsync(bench.stage.folder, 500);
		const latency = {
			perSecond,
			p50Ms: percentile(latenciesMs, 0.5),
			p99Ms: percentile(latenciesMs, 0.99),
			maxMs: percentile(latenciesMs, 1),
			fsyncMs: (before.medianMs + after.medianMs) / 2,
		};
		bench.say(
			`  p99 ${latency.p99Ms.toFixed(1)} ms, p50 ${latency.p50Ms.toFixed(1)} ms at ` +
				`${perSecond.toFixed(0)}/s; fsync ${latency.fsyncMs.toFixed(2)} ms`,
		);
		rounds.push(latency);
	}
	const middle = (name: keyof Latency): number => median(rounds.map((round) => round[name]));
	return {
		perSecond: middle('perSecond'),
		p50Ms: middle('p50Ms'),
		p99Ms: middle('p99Ms'),
		maxMs: middle('maxMs'),
		fsyncMs: middle('fsyncMs'),
	};
}

type Sample = {readonly perSecond: number; readonly floorPerSecond: number};

const describe = ({perSecond, floorPerSecond}: Sample): string =>
	`${perSecond.toFixed(0)}/s, ${(perSecond / floorPerSecond).toFixed(2)} x its floor`;

function summarise(samples: readonly Sample[]): Ratio {
	const ratios = samples.map(({perSecond, floorPerSecond}) => perSecond / floorPerSecond);
	return {
		perSecond: median(samples.map(({perSecond}) => perSecond)),
		floorPerSecond: median(samples.map(({floorPerSecond}) => floorPerSecond)),
		ratio: median(ratios),
		ratios,
	};
}
