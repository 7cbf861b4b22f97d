// What everybody sees without signing in: sums in plain words, and the same as open data.
import {readFile} from 'node:fs/promises';
import test from 'ava';
import {
	type App,
	accessibilityFaults,
	keepWhole,
	openApp,
	renderMs,
	shown,
	widths,
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

const asked = (faults: readonly string[]): string[] =>
	faults.filter((one) => !one.includes('status of 401'));

withBrowser('a stranger reads how every fund fares', async (t) => {
	const {body} = await app.server.stranger.get('/v1/public/fund-health');
	const funded = body.rows.filter(({graded}: {graded: unknown}) => graded !== null);
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/publik', {width});
		await shown(page);
		t.log(`health ${width}: shown ${Math.round(await renderMs(page))} ms after the answer`);
		await page.getByLabel('Urutkan').selectOption('Yang paling bermasalah dahulu');
		await page.getByText(funded[0].name, {exact: true}).waitFor();
		await page.getByRole('button', {name: 'Cara membaca angka-angka ini'}).click();
		await page.getByText('Berapa kali dana dari kota').waitFor();
		await page.waitForTimeout(300);
		await keepWhole(page, `public-health-${width}`);
		t.deepEqual(await overflowOf(page), [], `${widths[width]} pixels`);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(asked(faults), []);
		await page.getByLabel('Cari kelurahan').fill(body.rows[0].name);
		t.true((await page.getByRole('listitem').count()) >= 1);
		await page.getByLabel('Cari kelurahan').fill('Atlantis');
		await page.getByText('Tidak ada kelurahan dengan nama itu').waitFor();
		await close();
	}
});

withBrowser('open data are downloaded, and their dictionary is read', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/publik/data', {width});
		await shown(page);
		await keepWhole(page, `public-data-${width}`);
		t.deepEqual(await overflowOf(page), [], `${widths[width]} pixels`);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(asked(faults), []);
		await close();
	}
	const {page, close} = await app.open('/publik/data');
	await shown(page);
	await page.getByLabel('Keadaan pada tanggal').fill('31/10/2026');
	await page.getByLabel('Keadaan pada tanggal').blur();
	await page.getByText('keadaan per 31 Oktober 2026').waitFor();
	const {body} = await app.server.stranger.get('/v1/public/fund-health?asOf=2026-10-31');
	const csv = await saved(page.waitForEvent('download'), page.getByText('Unduh CSV').click());
	t.is(csv.name, 'bergulir-2026-10-31.csv');
	t.is(csv.text.trimEnd().split('\r\n').slice(1).length, body.rows.length);
	t.true(csv.text.includes(`\r\n${body.rows[0].region},`));
	const json = await saved(page.waitForEvent('download'), page.getByText('Unduh JSON').click());
	t.deepEqual(JSON.parse(json.text), body);
	await close();
});

type Download = {readonly suggestedFilename: () => string; readonly path: () => Promise<string>};

async function saved(coming: Promise<Download>, asking: Promise<void>) {
	const [download] = await Promise.all([coming, asking]);
	return {
		name: download.suggestedFilename(),
		text: await readFile(await download.path(), 'utf8'),
	};
}
