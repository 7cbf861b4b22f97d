// How fast the service posts and reports, beside what this machine's disk can do in the same run:
// machines are shared and noisy, so the ratios say more than the figures. Every law is on, commits
// are durable, and the books are verified in the end.
//
//   npm run bench [-- --seconds N --connections N --json]
import {mkdtemp, chmod, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import autocannon from 'autocannon';
import {fillDemo} from '../seeds/demo/fill.ts';
import {createUserFromCommandLine} from '../src/cli/user.ts';
import {verify} from '../src/cli/verify.ts';
import {compose} from '../src/compose.ts';
import {connect} from '../src/db/connect.ts';
import {openEmbedded} from '../src/db/embedded/server.ts';
import {migrate} from '../src/db/migrate.ts';
import {prepareGroupRole, prepareServiceRole} from '../src/db/roles.ts';
import {seedReferenceData} from '../src/db/seed.ts';
import {listen} from '../src/http/listen.ts';
import {createLog} from '../src/http/log.ts';
import {issueToken} from '../src/identity/index.ts';
import {systemClock} from '../src/kernel/clock.ts';
import {everywhere} from '../src/kernel/scope.ts';
import {median, probeFsync, readProcessorTimes, stealBetween} from './probes.ts';

const {values: options} = parseArgs({
	options: {
		seconds: {type: 'string', default: '10'},
		connections: {type: 'string', default: '16'},
		json: {type: 'boolean', default: false},
	},
});
const seconds = Number.parseInt(options.seconds, 10);
const connections = Number.parseInt(options.connections, 10);

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-'));
await chmod(folder, 0o755);
const server = await openEmbedded({directory: folder, mode: 'own'});
const owner = connect(server.ownerUrl, {applicationName: 'bench', poolMax: 2});
await prepareGroupRole(owner);
await migrate(owner);
await seedReferenceData(owner);
const serviceUrl = await prepareServiceRole(owner, server.ownerUrl);
say('The demo city is being made…');
const demoStart = performance.now();
await fillDemo({serviceUrl, timeZone: 'Asia/Jakarta'});
const demoSeconds = (performance.now() - demoStart) / 1000;

const knex = connect(serviceUrl, {applicationName: 'bench-service', poolMax: connections});
const service = compose({
	knex,
	clock: systemClock,
	timeZone: 'Asia/Jakarta',
	log: createLog('warn'),
	isProduction: true,
	isCookieSecure: false,
	version: 'bench',
});
const listening = await listen(service.app, {host: '127.0.0.1', port: 0});

async function tokenOf(name: string, role: string): Promise<string> {
	const operator = {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'};
	return service.inTransaction({scope: everywhere, actor: operator}, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name, role});
		return (await issueToken(work, {user: user.id, label: 'bench'})).secret;
	});
}

const supervisor = await tokenOf('bench-penyelia', 'supervisor');
const auditor = await tokenOf('bench-auditor', 'auditor');
const {rows: books} = await owner.raw<{rows: {code: string}[]}>(
	`select code from books where kind = 'cooperative' order by code`,
);
const today = new Date().toLocaleDateString('en-CA', {timeZone: 'Asia/Jakarta'});

/** Single postings over HTTP, a durable commit each, spread over `spread` books. */
async function postings(spread: number, run: string): Promise<number> {
	let next = 0;
	const result = await autocannon({
		url: listening.address,
		connections,
		duration: seconds,
		requests: [
			{
				method: 'POST',
				setupRequest: (request) => {
					next += 1;
					return {
						...request,
						path: `/v1/books/${books[next % spread]!.code}/entries`,
						headers: {
							authorization: `Bearer ${supervisor}`,
							'content-type': 'application/json',
							'idempotency-key': `${run}-${next}`,
						},
						body: JSON.stringify({
							effectiveOn: today,
							reason: 'Uji kecepatan',
							document: `BENCH-${next}`,
							lines: [
								{account: '1.1.02', side: 'debit', amount: '1000'},
								{account: '3.1.01', side: 'credit', amount: '1000'},
							],
						}),
					};
				},
			},
		],
	});
	if (result.non2xx > 0 || result.errors > 0) {
		throw new Error(`${result.non2xx} postings were refused and ${result.errors} failed.`);
	}
	return result.requests.average;
}

/** The median time of a report, in milliseconds. */
async function medianMs(address: string): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 21; round += 1) {
		const start = performance.now();
		const response = await fetch(listening.address + address, {
			headers: {authorization: `Bearer ${auditor}`},
		});
		await response.text();
		if (response.status !== 200) throw new Error(`${address} answered ${response.status}.`);
		times.push(performance.now() - start);
	}
	return median(times);
}

const before = readProcessorTimes();
const fundHealthMs = await medianMs('/v1/reports/fund-health');
const trialBalanceMs = await medianMs(`/v1/reports/trial-balance?book=${books[0]!.code}`);
const fsyncBefore = probeFsync(folder).perSecond;
const spreadPerSecond = await postings(books.length, 'spread');
const onePerSecond = await postings(1, 'one');
const fsyncAfter = probeFsync(folder).perSecond;
const steal = stealBetween(before, readProcessorTimes());

say('The books are being verified…');
const {lines: breaches, entries} = await verify(service);
await listening.close(1000);
await knex.destroy();
await owner.destroy();
await server.close();
await rm(folder, {recursive: true, force: true});

const fsyncPerSecond = Math.round((fsyncBefore + fsyncAfter) / 2);
const figures = {
	fsyncPerSecond,
	spreadPerSecond: Math.round(spreadPerSecond),
	spreadToFsync: (spreadPerSecond / fsyncPerSecond).toFixed(2),
	oneBookPerSecond: Math.round(onePerSecond),
	oneBookToFsync: (onePerSecond / fsyncPerSecond).toFixed(2),
	fundHealthMs: Math.round(fundHealthMs),
	trialBalanceMs: Math.round(trialBalanceMs),
	demoSeconds: Math.round(demoSeconds),
	entriesVerified: entries,
	breaches: breaches.length,
	steal: steal.toFixed(3),
};
if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
	for (const [name, value] of Object.entries(figures))
		process.stdout.write(`${name.padEnd(18)} ${value}\n`);
process.exitCode = breaches.length === 0 ? 0 : 1;
