// The ledger's targets: how fast it posts and reports beside the floor, which is the same rows with
// nothing checked, on the same PostgreSQL with its default durability. Every law is on, an answer
// counts only when it is a success, and the books are verified in the end.
//
//   npm run bench:ledger [-- --only spread,hot,raw,batch,p99,growth,verify --seconds N --rounds N
//     --lines N --json]
import {parseArgs} from 'node:util';
import {startFloor} from './ledger/floors.ts';
import {
	type Bench,
	type Latency,
	type Ratio,
	hotLoad,
	measureBatch,
	measureLatency,
	measureRawStatement,
	measureSingles,
	spreadLoad,
} from './ledger/postings.ts';
import {saturate} from './ledger/load.ts';
import {openStage, startService} from './ledger/stage.ts';
import {readProcessorTimes, stealBetween} from './probes.ts';

const parts = ['spread', 'hot', 'raw', 'batch', 'p99', 'growth', 'verify'] as const;
type Part = (typeof parts)[number];

const {values: options} = parseArgs({
	options: {
		only: {type: 'string', default: parts.join(',')},
		seconds: {type: 'string', default: '5'},
		rounds: {type: 'string', default: '3'},
		lines: {type: 'string', default: '10000000'},
		json: {type: 'boolean', default: false},
	},
});
const count = (text: string): number => Number.parseInt(text, 10);
const only = new Set(options.only.split(','));
const has = (part: Part): boolean => only.has(part);
const unknown = [...only].filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}.`);

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const stage = await openStage();
const service = await startService(stage);
const floor = await startFloor(stage.owner, stage.ownerUrl);
const bench: Bench = {
	stage,
	service,
	floor,
	seconds: count(options.seconds),
	rounds: count(options.rounds),
	say,
};
const before = readProcessorTimes();

say('Warming up…');
const warming = {...bench, seconds: 2};
await floor.measure('raw', 16, 1);
await saturate(spreadLoad(warming));
if (has('hot')) await saturate(hotLoad(warming));

let rawStatement: number | undefined;
let singles: Awaited<ReturnType<typeof measureSingles>> | undefined;
if (has('raw') || has('spread') || has('hot')) {
	say('Single postings…');
	singles = await measureSingles(bench, {spread: has('spread'), hot: has('hot')});
	if (has('raw')) rawStatement = await measureRawStatement(bench);
}
let batch: Ratio | undefined;
if (has('batch')) {
	say('Batches…');
	batch = await measureBatch(bench);
}
let latency: Latency | undefined;
if (has('p99')) {
	say('Latency at half of the reached rate…');
	const reached = singles?.spread?.perSecond ?? (await saturate(spreadLoad(bench))).perSecond;
	latency = await measureLatency(bench, reached);
}
const memoryMb = service.peakMemoryMb();
const steal = stealBetween(before, readProcessorTimes());
await service.stop();
floor.close();
await stage.close();
say(JSON.stringify({raw: singles?.raw, rawStatement, spread: singles?.spread, hot: singles?.hot, batch, latency, memoryMb, steal}, undefined, 1));
