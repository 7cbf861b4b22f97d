// What it costs to ask who calls, what they may and which rows they see: the same postings and
// reports over HTTP, with credentials, permissions and row-level security, and without them
// (whoever calls may all, as the owner of the tables, whom no policy holds), in turns in one run.
//
//   npm run bench:authorisation [-- --seconds N --rounds N --connections N --json]
import {parseArgs} from 'node:util';
import type {Knex} from 'knex';
import {fillDemo} from '../seeds/demo/fill.ts';
import {createUserFromCommandLine} from '../src/cli/user.ts';
import {type Work, createRoutes, createService} from '../src/compose.ts';
import {connect} from '../src/db/connect.ts';
import {createEdge} from '../src/edge.ts';
import {createApp} from '../src/http/app.ts';
import {listen} from '../src/http/listen.ts';
import {createLog} from '../src/http/log.ts';
import {createMetrics} from '../src/http/metrics.ts';
import type {Caller} from '../src/http/route.ts';
import {issueToken} from '../src/identity/index.ts';
import {systemClock} from '../src/kernel/clock.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {withDatabase} from './database.ts';
import {type Load, saturate} from './ledger/load.ts';
import {median, readProcessorTimes, stealBetween} from './probes.ts';

const {values: options} = parseArgs({
	options: {
		seconds: {type: 'string', default: '3'},
		rounds: {type: 'string', default: '7'},
		connections: {type: 'string', default: '16'},
		json: {type: 'boolean', default: false},
	},
});
const seconds = Number.parseInt(options.seconds, 10);
const rounds = Number.parseInt(options.rounds, 10);
const connections = Number.parseInt(options.connections, 10);
const timeZone = 'Asia/Jakarta';

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

type Started = {
	readonly address: string;
	readonly token: string;
	readonly close: () => Promise<void>;
};

/** The service over a connection: it asks who calls, or takes all for one who may all. */
async function start(knex: Knex, isAsked: boolean): Promise<Started> {
	const settings = {knex, clock: systemClock, timeZone, isSecondFactorRequired: false};
	const service = createService(settings);
	const edge = createEdge<Work>(service, settings);
	const operator = {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'};
	const {user, token} = await service.inTransaction(
		{scope: everywhere, actor: operator},
		async (work) => {
			const name = isAsked ? 'bench-diperiksa' : 'bench-bebas';
			const made = await createUserFromCommandLine(work, {name, role: 'supervisor'});
			const {secret} = await issueToken(work, {user: made.user.id, label: 'bench'});
			return {user: made.user, token: secret};
		},
	);
	const anyone: Caller = {
		actor: {userId: user.id, name: user.name},
		scopeFor: () => everywhere,
	};
	const app = createApp<Work>({
		...edge,
		...(isAsked ? {} : {authenticate: async () => anyone}),
		routes: createRoutes({isCookieSecure: false}),
		refusals: [],
		log: createLog('warn'),
		metrics: createMetrics(),
		clock: systemClock,
		timeZone,
		readiness: async () => [],
		info: {title: 'Bergulir', version: 'bench', description: ''},
		isProduction: true,
	});
	const listening = await listen(app, {host: '127.0.0.1', port: 0});
	return {address: listening.address, token, close: async () => listening.close(1000)};
}

let serial = 0;

/** Single postings, each connection to its own book. */
const postings = (books: readonly string[], today: string) => (connection: number) => {
	serial += 1;
	return {
		method: 'POST' as const,
		path: `/v1/books/${books[connection % books.length]!}/entries`,
		idempotencyKey: `bench-${serial}`,
		body: JSON.stringify({
			effectiveOn: today,
			reason: 'Uji kecepatan',
			document: `BENCH-${serial}`,
			lines: [
				{account: '1.1.02', side: 'debit', amount: '1000'},
				{account: '3.1.01', side: 'credit', amount: '1000'},
			],
		}),
	};
};

const reading = (path: string) => () => ({method: 'GET' as const, path});

type Compared = {readonly checked: number; readonly free: number; readonly cost: number};

/** Both in turns, which of them is first as well; the cost is the median of the rounds' ratios. */
async function compare(
	name: string,
	{checked, free}: {readonly checked: Started; readonly free: Started},
	load: Pick<Load, 'next' | 'connections'>,
): Promise<Compared> {
	const run = async (on: Started, length: number): Promise<number> =>
		(await saturate({...load, address: on.address, token: on.token, seconds: length})).perSecond;
	await run(checked, 1);
	await run(free, 1);
	const found: {checked: number; free: number}[] = [];
	for (let round = 0; round < rounds; round += 1) {
		if (round % 2 === 0) {
			const first = await run(checked, seconds);
			found.push({checked: first, free: await run(free, seconds)});
		} else {
			const first = await run(free, seconds);
			found.push({free: first, checked: await run(checked, seconds)});
		}
	}
	const result = {
		checked: median(found.map((one) => one.checked)),
		free: median(found.map((one) => one.free)),
		cost: median(found.map((one) => one.free / one.checked)) - 1,
	};
	say(
		`  ${name.padEnd(14)} ${result.checked.toFixed(0)}/s checked, ${result.free.toFixed(0)}/s ` +
			`without: ${(result.cost * 100).toFixed(1)} %`,
	);
	return result;
}

await withDatabase(async ({owner, serviceUrl, ownerUrl}) => {
	say('The demo city is being made…');
	await fillDemo({serviceUrl, timeZone});
	const poolMax = connections;
	const service = connect(serviceUrl, {applicationName: 'bench-service', poolMax});
	const unheld = connect(ownerUrl, {applicationName: 'bench-unheld', poolMax});
	try {
		const both = {checked: await start(service, true), free: await start(unheld, false)};
		const books = await owner<{code: string; kind: string}>('books')
			.where({kind: 'cooperative'})
			.orderBy('code')
			.pluck('code');
		const today = new Date().toLocaleDateString('en-CA', {timeZone});
		const before = readProcessorTimes();
		const posting = await compare('postings', both, {connections, next: postings(books, today)});
		const one = {connections: 1};
		const trialBalance = await compare('trial balance', both, {
			...one,
			next: reading(`/v1/reports/trial-balance?book=${books[0]!}`),
		});
		const fundHealth = await compare('fund health', both, {
			...one,
			next: reading('/v1/reports/fund-health?asOf=2026-06-30'),
		});
		const steal = stealBetween(before, readProcessorTimes());
		await both.checked.close();
		await both.free.close();
		const costs = {posting, trialBalance, fundHealth};
		const figures = Object.fromEntries(
			Object.entries(costs).map(([name, {cost}]) => [
				`${name}Cost`,
				Math.round(cost * 1000) / 1000,
			]),
		);
		if (options.json) process.stdout.write(`${JSON.stringify({...figures, steal})}\n`);
		const isReached = Object.values(costs).every(({cost}) => cost <= 0.15);
		say(`at most 15 %: ${isReached ? 'reached' : 'MISSED'}; steal ${(steal * 100).toFixed(1)} %`);
	} finally {
		await service.destroy();
		await unheld.destroy();
	}
});
