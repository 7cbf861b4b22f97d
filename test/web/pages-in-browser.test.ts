// Every page of every role, from the tables in which they stand: each has a heading, says nothing
// on the console, keeps its place while it loads and can be read by everybody.
import test from 'ava';
import {type Address, addressesOfApp, patternsOfApp} from '../helpers/app-addresses.ts';
import {
	type App,
	type Width,
	accessibilityFaults,
	openApp,
	settled,
	shiftOf,
	watchPage,
} from '../helpers/app-in-browser.ts';
import {findBrowser} from '../helpers/browser.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;
let addresses: readonly Address[];

test.before(async () => {
	if (program === undefined) return;
	app = await openApp(program);
	addresses = await addressesOfApp(app, false);
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

/** Up to how much of a page may move by itself: what Core Web Vitals calls good. */
const shiftMax = 0.1;

/** That nobody is signed in is an answer that the browser logs. */
const isAsked = (fault: string, user: string | undefined): boolean =>
	user === undefined && fault.includes('status of 401');

/** What is wrong with the pages of a user, by their addresses. */
async function faultsOf(user: string | undefined, width: Width): Promise<string[]> {
	const own = addresses.filter((one) => one.user === user);
	const {page, faults, close} = await app.open('/publik/data', {
		width,
		...(user === undefined ? {} : {user}),
	});
	await settled(page);
	await watchPage(page);
	const found: string[] = [];
	for (const {address} of own) {
		const before = faults.length;
		await page.goto(app.server.address + address);
		await settled(page);
		const {total, where} = await shiftOf(page);
		if (total > shiftMax) found.push(`${address} moved ${total.toFixed(3)}: ${where.join('; ')}`);
		if ((await page.locator('main h1, main h2').count()) === 0)
			found.push(`${address}: no heading`);
		if ((await page.getByText('Halaman ini tidak ada').count()) > 0) found.push(`${address}: none`);
		const said = faults.slice(before).filter((fault) => !isAsked(fault, user));
		found.push(...said.map((fault) => `${address} said ${fault}`));
		const unread = await accessibilityFaults(page);
		found.push(...unread.map((fault) => `${address} ${fault}`));
	}
	await close();
	return found;
}

withBrowser('the tables of addresses are read whole', async (t) => {
	const patterns = await patternsOfApp();
	t.true(patterns.length > 50, String(patterns.length));
	t.is(new Set(patterns).size, patterns.length);
	const seen = new Set(addresses.map(({pattern}) => pattern));
	t.deepEqual(
		patterns.filter((pattern) => !seen.has(pattern)),
		[],
	);
	const users = ['petugas', 'penyelia', 'pengelola', 'auditor', 'admin', undefined];
	t.deepEqual(
		users.filter((user) => !addresses.some((one) => one.user === user)),
		[],
	);
});

for (const user of ['petugas', 'penyelia', 'pengelola', 'auditor', 'admin', undefined]) {
	for (const width of ['phone', 'desk'] as const) {
		withBrowser(`every page of ${user ?? 'everybody'} is whole, on a ${width}`, async (t) => {
			t.deepEqual(await faultsOf(user, width), []);
		});
	}
}
