// How long a run of all detectors takes over a million loans with their members, receipts, entries
// and daily totals: what each asks of the database, and the whole run as the service makes it, with
// every detection recorded.
//
//   npm run bench:detectors [-- --loans N --rounds N --json]
import {parseArgs} from 'node:util';
import type {Knex} from 'knex';
import {createService} from '../src/compose.ts';
import {type DetectionStore, runDetectors} from '../src/detection/index.ts';
import {settableClock} from '../src/kernel/clock.ts';
import {localDate} from '../src/kernel/local-date.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {withDatabase} from './database.ts';
import {fillLoans} from './loans.ts';
import {
	median,
	peakMemoryMb,
	processorSeconds,
	readProcessorTimes,
	serverMemoryMb,
	stealBetween,
} from './probes.ts';

const {values: options} = parseArgs({
	options: {
		loans: {type: 'string', default: '1000000'},
		rounds: {type: 'string', default: '2'},
		json: {type: 'boolean', default: false},
	},
});
const loanCount = Number.parseInt(options.loans, 10);
const rounds = Number.parseInt(options.rounds, 10);
const asOf = localDate('2026-10-31');
const secondsMax = 60;
const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'},
};

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

/** The store, which also notes how long each detector took. */
const timed = (store: DetectionStore, seconds: Map<string, number>): DetectionStore => ({
	...store,
	detect: async (detector, policy, sight) => {
		const start = performance.now();
		const found = await store.detect(detector, policy, sight);
		seconds.set(detector.name, (performance.now() - start) / 1000);
		return found;
	},
});

/** The processor time that the server has had for the service: what the clock would say alone. */
async function serviceSeconds(owner: Knex): Promise<number> {
	const {rows} = await owner.raw<{rows: {pid: number}[]}>(
		`select pid from pg_stat_activity where application_name = 'bench'`,
	);
	const each = await Promise.all(rows.map(async ({pid}) => processorSeconds(pid)));
	return each.reduce((before, one) => before + one, 0);
}

await withDatabase(async ({owner, knex}) => {
	say(`${loanCount} loans are being made…`);
	await fillLoans(owner, {loanCount, asOf, say, isWhole: true});
	const clock = settableClock(`${asOf}T16:00:00Z`);
	const service = createService({knex, clock, timeZone: 'Asia/Jakarta'});
	// The connection is there before the clock starts, so that its processor time can be read.
	await knex.raw('select 1');
	const before = readProcessorTimes();
	const measured: {readonly seconds: number; readonly processorSeconds: number}[] = [];
	for (let round = 1; round <= rounds; round += 1) {
		const each = new Map<string, number>();
		const usedBefore = await serviceSeconds(owner);
		const start = performance.now();
		const {run, detections} = await service.inTransaction(by, async (work) =>
			runDetectors({...work, detection: timed(work.detection, each)}, {asOf}),
		);
		const seconds = (performance.now() - start) / 1000;
		const used = (await serviceSeconds(owner)) - usedBefore;
		measured.push({seconds, processorSeconds: used});
		say(
			`  round ${round}: ${seconds.toFixed(1)} s, of the processor ${used.toFixed(1)} s, ` +
				`${detections.length} detections recorded`,
		);
		for (const [name, took] of each) {
			say(`    ${name.padEnd(26)} ${took.toFixed(2)} s, ${run.counts[name] ?? 0} detections`);
		}
	}
	const figures = {
		loans: loanCount,
		seconds: median(measured.map(({seconds}) => seconds)),
		processorSeconds: median(measured.map((one) => one.processorSeconds)),
		memoryMb: (await serverMemoryMb(owner)) + peakMemoryMb(process.pid),
		steal: stealBetween(before, readProcessorTimes()),
	};
	const isReached = figures.seconds < secondsMax;
	say(
		`${loanCount} loans by every detector: ${figures.seconds.toFixed(1)} s (< ${secondsMax} s; ` +
			`of the processor ${figures.processorSeconds.toFixed(1)} s): ` +
			`${isReached ? 'reached' : 'MISSED'}; ${figures.memoryMb.toFixed(0)} MB with this process; ` +
			`steal ${(100 * figures.steal).toFixed(1)} %`,
	);
	if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	if (!isReached) process.exitCode = 1;
});
