// How long every page of the app takes to stand there once the API has answered: with the demo
// city, in a real browser, each page of each role from the tables in which they stand. Measured is
// the time from the end of the last answer until nothing on the page changed any more.
//
//   npm run bench:web [-- --cooperatives N --rounds N --width phone|desk --json]
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {openEmbedded} from '../../src/db/embedded/server.ts';
import {type Address, addressesOfApp} from '../helpers/app-addresses.ts';
import {
	type App,
	type Width,
	openApp,
	settleMs,
	settled,
	watchPage,
} from '../helpers/app-in-browser.ts';
import {findBrowser} from '../helpers/browser.ts';
import {prepareTemplate} from '../helpers/template.ts';

const {values: options} = parseArgs({
	options: {
		cooperatives: {type: 'string', default: '67'},
		rounds: {type: 'string', default: '3'},
		width: {type: 'string', default: 'desk'},
		json: {type: 'boolean', default: false},
	},
});
const cooperatives = Number.parseInt(options.cooperatives, 10);
const rounds = Number.parseInt(options.rounds, 10);
const width: Width = options.width === 'phone' ? 'phone' : 'desk';
const msMax = 1000;

type Measured = {readonly address: string; readonly ms: number; readonly isInTime: boolean};

/** The one in the middle. */
const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

/** Opens the pages of a user one after the other, each as often as there are rounds. */
async function measure(
	app: App,
	user: string | undefined,
	addresses: readonly Address[],
): Promise<Measured[]> {
	const {page, close} = await app.open('/publik/data', {
		width,
		...(user === undefined ? {} : {user}),
	});
	await settled(page);
	await watchPage(page);
	const measured: Measured[] = [];
	for (const {address} of addresses) {
		const taken: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			await page.goto(app.server.address + address);
			await settled(page);
			taken.push(await settleMs(page));
		}
		const ms = Math.round(median(taken));
		measured.push({address, ms, isInTime: ms <= msMax});
		say(`${String(ms).padStart(6)} ms  ${address}`);
	}
	await close();
	return measured;
}

async function measureAll(program: string): Promise<Measured[]> {
	say(`Filling the demo city with ${cooperatives} cooperatives ...`);
	const app = await openApp(program, {cooperatives});
	try {
		const addresses = await addressesOfApp(app);
		const measured: Measured[] = [];
		for (const user of new Set(addresses.map((one) => one.user))) {
			const own = addresses.filter((one) => one.user === user);
			measured.push(...(await measure(app, user, own)));
		}
		return measured;
	} finally {
		await app.close();
	}
}

function print(measured: readonly Measured[]): void {
	const slowest = measured.toSorted((a, b) => b.ms - a.ms);
	if (options.json) {
		process.stdout.write(`${JSON.stringify({width, rounds, cooperatives, pages: slowest})}\n`);
		return;
	}
	process.stdout.write('| page | ms after the answer | below 1 s |\n|---|---|---|\n');
	for (const {address, ms, isInTime} of slowest) {
		process.stdout.write(`| ${address} | ${ms} | ${isInTime ? 'yes' : 'NO'} |\n`);
	}
	const late = measured.filter(({isInTime}) => !isInTime).length;
	process.stdout.write(`${measured.length} pages, ${late} above ${msMax} ms.\n`);
}

const program = await findBrowser();
if (program === undefined) throw new Error('There is no browser on this machine.');
const directory = await mkdtemp(path.join(os.tmpdir(), 'bergulir-bench-web-'));
await chmod(directory, 0o755);
const server = await openEmbedded({directory, mode: 'own'});
try {
	await prepareTemplate(server.ownerUrl);
	process.env.BERGULIR_TEST_SERVER = server.ownerUrl;
	const measured = await measureAll(program);
	print(measured);
	if (measured.some(({isInTime}) => !isInTime)) process.exitCode = 1;
} finally {
	await server.close();
	await rm(directory, {recursive: true, force: true});
}
