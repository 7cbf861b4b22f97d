// How long it takes to say of a million loans how late each is, of which class under every policy,
// and what provision it requires: from the lines and schedules themselves, with nothing kept. The
// loans are put into the tables as sets, past the ledger's door, for they are only to be read.
//
//   npm run bench:provisioning [-- --loans N --rounds N --json]
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import type {Knex} from 'knex';
import {createTransactor} from '../src/db/transaction.ts';
import {localDate} from '../src/kernel/local-date.ts';
import {toText} from '../src/kernel/money.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {createProvisioningStore} from '../src/provisioning/db/provisioning-store.ts';
import type {ClassSum} from '../src/provisioning/portfolio.ts';
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
		rounds: {type: 'string', default: '3'},
		json: {type: 'boolean', default: false},
	},
});
const loanCount = Number.parseInt(options.loans, 10);
const rounds = Number.parseInt(options.rounds, 10);
const asOf = localDate('2026-10-31');
const secondsMax = 60;
const memoryMbMax = 1000;

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

type Round = {
	readonly seconds: number;
	/** Of the process that answered: what the clock would say on a machine of its own. */
	readonly processorSeconds: number;
	readonly memoryMb: number;
	readonly sums: ClassSum[];
};

/** Asks as the service does, and looks at the server's memory meanwhile. */
async function measure(knex: Knex, owner: Knex): Promise<Round> {
	const transact = createTransactor(knex, {});
	const asking = new AbortController();
	let memoryMb = 0;
	const watching = (async () => {
		while (!asking.signal.aborted) {
			memoryMb = Math.max(memoryMb, await serverMemoryMb(owner));
			await sleep(100);
		}
	})();
	const settings = {scope: everywhere, isReadOnly: true, isSnapshot: true};
	const {sums, seconds, used} = await transact(settings, async (trx) => {
		const {rows} = await trx.raw<{rows: {pid: number}[]}>('select pg_backend_pid() as pid');
		const {pid} = rows[0]!;
		const before = await processorSeconds(pid);
		const start = performance.now();
		return {
			sums: await createProvisioningStore(trx).classSums({asOf}),
			seconds: (performance.now() - start) / 1000,
			used: (await processorSeconds(pid)) - before,
		};
	});
	asking.abort();
	await watching;
	return {seconds, processorSeconds: used, memoryMb, sums};
}

await withDatabase(async ({owner, knex}) => {
	say(`${loanCount} loans are being made…`);
	await fillLoans(owner, {loanCount, asOf, say});
	const before = readProcessorTimes();
	const measured: Round[] = [];
	for (let round = 1; round <= rounds; round += 1) {
		const one = await measure(knex, owner);
		measured.push(one);
		say(
			`  round ${round}: ${one.seconds.toFixed(1)} s, of the processor ` +
				`${one.processorSeconds.toFixed(1)} s, ${one.memoryMb.toFixed(0)} MB`,
		);
	}
	for (const {policy, position, loans, provision} of measured[0]!.sums) {
		say(`  ${policy} class ${position}: ${loans} loans, provision ${toText(provision)}`);
	}
	const figures = {
		loans: loanCount,
		seconds: median(measured.map(({seconds}) => seconds)),
		processorSeconds: median(measured.map((one) => one.processorSeconds)),
		memoryMb: Math.max(...measured.map(({memoryMb}) => memoryMb)) + peakMemoryMb(process.pid),
		steal: stealBetween(before, readProcessorTimes()),
	};
	const isReached = figures.seconds < secondsMax && figures.memoryMb < memoryMbMax;
	say(
		`${loanCount} loans under every policy: ${figures.seconds.toFixed(1)} s (< ${secondsMax} s; ` +
			`of the processor ${figures.processorSeconds.toFixed(1)} s), ` +
			`${figures.memoryMb.toFixed(0)} MB with this process (< ${memoryMbMax} MB): ` +
			`${isReached ? 'reached' : 'MISSED'}; steal ${(100 * figures.steal).toFixed(1)} %`,
	);
	if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	if (!isReached) process.exitCode = 1;
});
