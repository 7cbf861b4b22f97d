// The ledger's targets: how fast it posts and reports beside the floor, which is the same rows with
// nothing checked, on the same PostgreSQL with its default durability. Every law is on, an answer
// counts only when it is a success, and the books are verified in the end.
//
//   npm run bench:ledger [-- --only spread,hot,raw,batch,p99,growth,verify --seconds N --rounds N
//     --lines N --from build|sources --json]
import {parseArgs} from 'node:util';
import {startFloor} from './ledger/floors.ts';
import {type Figures, figuresOf, tableOf} from './ledger/figures.ts';
import {measureGrowth} from './ledger/growth.ts';
import {saturate} from './ledger/load.ts';
import {
	type Bench,
	hotLoad,
	measureBatch,
	measureLatency,
	measureRawStatement,
	measureSingles,
	spreadLoad,
} from './ledger/postings.ts';
import {type ServiceProcess, type Stage, openStage, startService} from './ledger/stage.ts';
import {verifyAll} from './ledger/verification.ts';
import {readProcessorTimes, stealBetween} from './probes.ts';

const parts = ['spread', 'hot', 'raw', 'batch', 'p99', 'growth', 'verify'] as const;
type Part = (typeof parts)[number];

const {values: options} = parseArgs({
	options: {
		only: {type: 'string', default: parts.join(',')},
		seconds: {type: 'string', default: '5'},
		rounds: {type: 'string', default: '3'},
		lines: {type: 'string', default: '10000000'},
		from: {type: 'string', default: 'build'},
		json: {type: 'boolean', default: false},
	},
});

const chosen = new Set(options.only.split(','));
const has = (part: Part): boolean => chosen.has(part);
const unknown = [...chosen].filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) {
	throw new Error(`There is no part ${unknown.join(', ')}: choose from ${parts.join(', ')}.`);
}

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

async function measure(bench: Bench): Promise<Figures> {
	const before = readProcessorTimes();
	say('Warming up…');
	const warming = {...bench, seconds: 2};
	await bench.floor.measure('raw', 16, warming.seconds);
	await saturate(spreadLoad(warming));
	if (has('hot')) await saturate(hotLoad(warming));

	const figures: Figures = {};
	if (has('raw') || has('spread') || has('hot')) {
		say('Single postings…');
		const wanted = {spread: has('spread'), hot: has('hot')};
		Object.assign(figures, await measureSingles(bench, wanted));
		if (has('raw')) figures.rawStatement = await measureRawStatement(bench);
	}
	if (has('batch')) {
		say('Batches…');
		figures.batch = await measureBatch(bench);
	}
	if (has('p99')) {
		say('Latency at half of the reached rate…');
		const reached = figures.spread?.perSecond ?? (await saturate(spreadLoad(bench))).perSecond;
		figures.latency = await measureLatency(bench, reached);
	}
	if (has('growth')) {
		say('Histories…');
		figures.growth = await measureGrowth(bench, Number.parseInt(options.lines, 10));
	}
	figures.memoryMb = bench.service.peakMemoryMb();
	figures.steal = stealBetween(before, readProcessorTimes());
	return figures;
}

async function play(stage: Stage, service: ServiceProcess): Promise<Figures> {
	const floor = await startFloor(stage.owner, stage.ownerUrl);
	try {
		return await measure({
			stage,
			service,
			floor,
			seconds: Number.parseInt(options.seconds, 10),
			rounds: Number.parseInt(options.rounds, 10),
			say,
		});
	} finally {
		await floor.close();
	}
}

const stage = await openStage();
try {
	const service = await startService(stage, options.from === 'sources' ? 'sources' : 'build');
	let figures: Figures;
	try {
		figures = await play(stage, service);
	} finally {
		await service.stop();
	}
	// Whatever was chosen, no figure counts unless the laws held.
	say('The books are being verified…');
	figures.verification = await verifyAll(stage, say);
	for (const line of tableOf(figures)) say(line);
	if (options.json) process.stdout.write(`${JSON.stringify(figuresOf(figures))}\n`);
	if (figures.verification.breaches > 0) process.exitCode = 1;
} finally {
	await stage.close();
}
