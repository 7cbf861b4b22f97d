// Requests from our own OpenAPI document, as every role, and whatever nobody should send, against a
// small city of its own; looks for faults, for what should not be shown, and for rows that were
// written though the request was refused.
//
//   npm run fuzz [-- --requests N --seed N --json]
import {parseArgs} from 'node:util';
import {withDatabase} from './database.ts';
import {openCity} from './fuzz/city.ts';
import {type FuzzResult, fuzz} from './fuzz/fuzz.ts';

const {values: options} = parseArgs({
	options: {
		requests: {type: 'string', default: '5000'},
		seed: {type: 'string', default: String(Date.now() % 1_000_000)},
		json: {type: 'boolean', default: false},
	},
});
const requests = Number.parseInt(options.requests, 10);
const seed = Number.parseInt(options.seed, 10);
const tell = (line: string): void => {
	process.stderr.write(`${line.trimEnd()}\n`);
};

let result: FuzzResult | undefined;
await withDatabase(async (connections) => {
	const city = await openCity(connections, tell);
	tell(`${requests} requests from seed ${seed}…`);
	const start = performance.now();
	result = await fuzz(city, {requests, seed, tell});
	const perSecond = Math.round(requests / ((performance.now() - start) / 1000));
	tell(`${perSecond} requests a second.`);
	await city.close();
});
if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const [name, count] of Object.entries(result!)) tell(`${name.padEnd(14)} ${count}`);
const {serverErrors, leaks, refusedWrites} = result!;
process.exitCode = serverErrors + leaks + refusedWrites === 0 ? 0 : 1;
