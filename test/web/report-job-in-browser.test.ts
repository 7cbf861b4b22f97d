// A report that takes long is made apart: the page says how far it is, and then it is there.
import {readFile} from 'node:fs/promises';
import test from 'ava';
import {createRoutes} from '../../src/compose.ts';
import {createLog} from '../../src/http/log.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {startReportWorker} from '../../src/report-worker.ts';
import {
	type App,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
	today,
} from '../helpers/app-in-browser.ts';
import {findBrowser, overflowOf} from '../helpers/browser.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;

test.before(async () => {
	if (program !== undefined) app = await openApp(program);
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

const startWorker = async () =>
	startReportWorker({
		knex: app.world.database.service,
		service: app.world,
		routes: createRoutes({isCookieSecure: false}),
		log: createLog('silent'),
		isProduction: false,
		clock: settableClock(`${today}T05:00:00Z`),
		timeZone: 'Asia/Jakarta',
		pollMs: 20,
		maintenanceSeconds: 1,
	});

/** As a service that is so busy that it makes every report apart. */
const headers = {prefer: 'respond-async'};
const address = `/auditor/laporan/trial-balance?book=${firstBook}`;

withBrowser('a report that is made apart is waited for, and then it is there', async (t) => {
	const {page, faults, close} = await app.open(address, {
		width: 'phone',
		user: 'auditor',
		headers,
	});
	await page.getByRole('status').filter({hasText: /0%/u}).waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	// What only a reader of screens is told has no room of its own.
	const cut = await overflowOf(page);
	t.deepEqual(
		cut.filter((one) => one !== 'span: Memuat…'),
		[],
	);
	await keepWhole(page, 'auditor-report-job-phone');
	const worker = await startWorker();
	await page
		.getByRole('row', {name: /1\.1\.01/u})
		.first()
		.waitFor();
	const auditor = await app.server.signUp('auditor');
	const {body} = await auditor.get(`/v1/reports/trial-balance?book=${firstBook}`);
	t.is(
		await page.getByRole('table').getAttribute('aria-rowcount'),
		String((body.rows as unknown[]).length + 1),
	);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', {name: 'CSV'}).click(),
	]);
	t.is(download.suggestedFilename(), 'trial-balance.csv');
	t.regex(await readFile(await download.path(), 'utf8'), /1\.1\.01/u);
	t.deepEqual(faults, []);
	await worker.stop();
	await close();
});

withBrowser('one that could not be made says so, in the words of the service', async (t) => {
	const {page, close} = await app.open('/publik/data', {user: 'auditor', headers});
	await page.route('**/v1/report-jobs/*', async (route) => {
		const answer = await route.fetch();
		const body = (await answer.json()) as object;
		await route.fulfill({json: {...body, status: 'failed', failure: 'Terlalu banyak baris'}});
	});
	await page.goto(app.server.address + address);
	await page.getByText('Terlalu banyak baris').waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await close();
});
