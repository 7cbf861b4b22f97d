// How long the reports over loans take on a hundred thousand of them, and that they cost the same
// when each instalment was paid in ten entries instead of one: a report costs what there is now and
// not what there ever was. Whole, with their CSV, as a file is asked for.
//
//   npm run bench:loan-reports [-- --loans N --parts N --json]
import {Readable} from 'node:stream';
import {parseArgs} from 'node:util';
import {createRoutes, createService, type Work} from '../src/compose.ts';
import {writeSheet} from '../src/files/format.ts';
import type {Route} from '../src/http/route.ts';
import {settableClock} from '../src/kernel/clock.ts';
import {localDate} from '../src/kernel/local-date.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {withDatabase} from './database.ts';
import {fillLoans} from './loans.ts';
import {
	peakMemoryMb,
	processorSeconds,
	readProcessorTimes,
	serverMemoryMb,
	stealBetween,
} from './probes.ts';

const {values: options} = parseArgs({
	options: {
		loans: {type: 'string', default: '100000'},
		parts: {type: 'string', default: '1'},
		json: {type: 'boolean', default: false},
	},
});
const loanCount = Number.parseInt(options.loans, 10);
const partsPerPayment = Number.parseInt(options.parts, 10);
const asOf = localDate('2026-10-31');
const actor = {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'};
const questions = {
	'loan-portfolio': {},
	ageing: {},
	due: {},
	collections: {from: localDate('2026-10-01'), by: 'fund'},
} as const;

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const routeOf = (name: string): Route<Work> =>
	createRoutes({isCookieSecure: true}).find(({path}) => path === `/v1/reports/${name}`)!;

/** Takes a report as it is answered to who asks for its CSV, and keeps nothing of it. */
async function takeFile(work: Work, name: keyof typeof questions): Promise<number> {
	const route = routeOf(name);
	if (route.kind !== 'read' || !route.layout) throw new Error(`There is no report ${name}.`);
	const {body, content} = await route.handle(work, {
		params: {},
		query: {region: '17', asOf, ...questions[name]},
		body: undefined,
		caller: {actor, scopeFor: () => everywhere},
		language: 'id',
		format: 'csv',
		isWhole: true,
		requestId: 'bench',
	});
	if (content?.body instanceof Readable) return lengthOf(content.body);
	route.response!.parse(body);
	const sheet = route.layout(body, {language: 'id', timeZone: work.timeZone});
	const file = await writeSheet(sheet, 'csv', work.now());
	return file instanceof Readable ? lengthOf(file) : file.length;
}

async function lengthOf(file: Readable): Promise<number> {
	let bytes = 0;
	for await (const piece of file) bytes += Buffer.byteLength(piece as Buffer | string);
	return bytes;
}

await withDatabase(async ({owner, knex}) => {
	say(`${loanCount} loans, each instalment paid in ${partsPerPayment} entries, are being made…`);
	await fillLoans(owner, {loanCount, asOf, say, isWhole: true, partsPerPayment});
	const clock = settableClock(`${asOf}T16:00:00Z`);
	const service = createService({knex, clock, timeZone: 'Asia/Jakarta'});
	const {rows} = await owner.raw<{rows: {count: number}[]}>('select count(*) as count from lines');
	const before = readProcessorTimes();
	const figures: Record<string, number> = {loans: loanCount, lines: rows[0]!.count};
	const settings = {scope: everywhere, actor, isReadOnly: true};
	for (const name of Object.keys(questions) as (keyof typeof questions)[]) {
		// The first time what it reads comes from the disk; the second time is measured.
		await service.inTransaction(settings, async (work) => takeFile(work, name));
		const pids = await owner.raw<{rows: {pid: number}[]}>(
			`select pid from pg_stat_activity where application_name = 'bench'`,
		);
		const used = async (): Promise<number> => {
			const each = await Promise.all(pids.rows.map(async ({pid}) => processorSeconds(pid)));
			return each.reduce((sum, one) => sum + one, 0);
		};
		const usedBefore = await used();
		const ownBefore = process.cpuUsage();
		const start = performance.now();
		const bytes = await service.inTransaction(settings, async (work) => takeFile(work, name));
		const seconds = (performance.now() - start) / 1000;
		const own = process.cpuUsage(ownBefore);
		const processor = (await used()) - usedBefore + (own.user + own.system) / 1e6;
		figures[name] = seconds;
		figures[`${name}-processor`] = processor;
		say(
			`  ${name}: ${seconds.toFixed(1)} s (of the processors ${processor.toFixed(1)} s), ` +
				`${(bytes / 1e6).toFixed(1)} MB`,
		);
	}
	figures.memoryMb = peakMemoryMb(process.pid);
	figures.serverMemoryMb = await serverMemoryMb(owner);
	figures.steal = stealBetween(before, readProcessorTimes());
	say(
		`${loanCount} loans, ${figures.lines} lines: ${figures.memoryMb.toFixed(0)} MB of this ` +
			`process at most, ${figures.serverMemoryMb.toFixed(0)} MB of the server; ` +
			`steal ${(100 * figures.steal).toFixed(1)} %`,
	);
	if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
});
