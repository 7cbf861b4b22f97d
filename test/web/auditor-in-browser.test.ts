// What an auditor does all day, in a browser: from a figure to its paper, and what can be proven.
import {readFile} from 'node:fs/promises';
import test from 'ava';
import type {Page} from 'playwright-core';
import {
	type App,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
	shown,
} from '../helpers/app-in-browser.ts';
import {findBrowser, keepPicture, overflowOf} from '../helpers/browser.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;

test.before(async () => {
	if (program === undefined) return;
	app = await openApp(program);
	await takeCheckpoint();
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

/** The fund manager signs where the books stand. */
async function takeCheckpoint(): Promise<void> {
	const {page, close} = await app.open('/publik', {user: 'pengelola'});
	const answer = await page.request.post(`${app.server.address}/v1/audit/checkpoints`, {
		headers: {'idempotency-key': crypto.randomUUID(), origin: app.server.address},
	});
	if (answer.status() !== 200) throw new Error(await answer.text());
	await close();
}

/** Nothing is cut off but tables that are moved to and fro where there is room for columns. */
const overflow = async (page: Page, isWide = false): Promise<string[]> =>
	isWide
		? page.evaluate<string[]>(
				`document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['page'] : []`,
			)
		: overflowOf(page);

withBrowser('from the list of reports to the entry and its document', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/auditor', {width, user: 'auditor'});
		await page.getByRole('heading', {name: 'Neraca Saldo'}).waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page), []);
		await keepWhole(page, `auditor-reports-${width}`);
		await page.getByLabel('Cari laporan').fill('neraca saldo');
		await page.getByRole('heading', {name: 'Neraca Saldo'}).click();
		await page
			.getByRole('row', {name: /1\.1\.01/u})
			.first()
			.waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page, width === 'desk'), []);
		await keepWhole(page, `auditor-report-${width}`);
		await page
			.getByRole('row', {name: /1\.1\.01/u})
			.getByRole('link')
			.first()
			.click();
		await page.getByRole('heading', {name: 'Buku Besar'}).waitFor();
		await page.getByRole('link', {name: /^\d+$/u}).first().click();
		await page.getByRole('heading', {name: /^Jurnal \d+/u}).waitFor();
		await page.getByRole('heading', {name: 'Dokumen'}).waitFor();
		await page.getByRole('button', {name: 'Buktikan satu jurnal'}).click();
		await page.getByText('Semua yang diperiksa cocok').waitFor();
		await shown(page);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page, width === 'desk'), []);
		await keepWhole(page, `auditor-entry-${width}`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('two days stand side by side with what is different', async (t) => {
	const {page, faults, close} = await app.open(
		`/auditor/laporan/trial-balance?book=${firstBook}&asOf=2026-10-31`,
		{user: 'auditor'},
	);
	await page
		.getByRole('row', {name: /1\.1\.01/u})
		.first()
		.waitFor();
	const field = page.getByLabel('Bandingkan dengan tanggal');
	await field.fill('30/6/2026');
	await field.press('Enter');
	await page.getByRole('columnheader', {name: 'Selisih'}).waitFor();
	const row = page.getByRole('row', {name: /1\.1\.01/u}).first();
	const cells = await row.getByRole('cell').allInnerTexts();
	const whole = (text: string): bigint => BigInt(text.replace('−', '-').replaceAll(/[^\d-]/gu, ''));
	const [before, after, difference] = cells.slice(-3).map((text) => whole(text));
	t.is(after! - before!, difference!);
	t.not(difference, 0n);
	t.regex(page.url(), /bandingkan=2026-06-30/u);
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'auditor-two-days-desk');
	t.deepEqual(faults, []);
	await close();
});

withBrowser('a report is downloaded in each of its formats', async (t) => {
	const {page, close} = await app.open(`/auditor/laporan/trial-balance?book=${firstBook}`, {
		user: 'auditor',
	});
	await page
		.getByRole('row', {name: /1\.1\.01/u})
		.first()
		.waitFor();
	const starts = {JSON: '{"', CSV: 'account,', 'Excel (XLSX)': 'PK', PDF: '%PDF-'};
	for (const [name, start] of Object.entries(starts)) {
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', {name, exact: true}).click();
		const file = await (await waiting).path();
		t.is((await readFile(file, 'latin1')).replace('ï»¿', '').slice(0, start.length), start);
	}
	await close();
});

withBrowser('a question that cannot be answered says so beside its field', async (t) => {
	const {page, close} = await app.open(
		`/auditor/laporan/trial-balance?book=${firstBook}&asOf=2024-01-01`,
		{user: 'auditor'},
	);
	await page.getByRole('main').getByText(/2024/u).first().waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await page.goto(`${app.server.address}/auditor/laporan/tidak-ada`);
	await page.getByText('Halaman ini tidak ada').waitFor();
	t.pass();
	await close();
});

withBrowser('a balance is explained to its last entry', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/auditor/saldo', {width, user: 'auditor'});
		await page.getByLabel('Buku koperasi').selectOption(firstBook);
		await page.getByLabel('Akun', {exact: true}).selectOption('1.1.01');
		await page.getByRole('button', {name: 'Jelaskan'}).click();
		await page.getByText('sama dengan saldonya').waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page, width === 'desk'), []);
		await keepWhole(page, `auditor-explain-${width}`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('a checkpoint is checked in the browser, and a forged one is found out', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/auditor/bukti', {width, user: 'auditor'});
		await page.getByRole('button', {name: 'Periksa di peramban ini'}).first().click();
		await page.getByText('Semua yang diperiksa cocok').waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page), []);
		await keepWhole(page, `auditor-checkpoint-${width}`);
		t.deepEqual(faults, []);
		// A service that lies about the root: what it signed says something else.
		await page.route('**/v1/audit/checkpoints?*', async (route) => {
			const answer = await route.fetch();
			const body = (await answer.json()) as {items: {logRoot: string}[]};
			body.items[0]!.logRoot = body.items[0]!.logRoot.replaceAll(/./gu, '0');
			await route.fulfill({json: body});
		});
		await page.reload();
		await page.getByRole('button', {name: 'Periksa di peramban ini'}).first().click();
		await page.getByText('Ada yang tidak cocok').waitFor();
		await close();
	}
});

withBrowser('what was restated, and who did what', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open(
			`/auditor/penyajian-ulang?book=${firstBook}&from=2026-01-01&to=2026-10-31` +
				'&since=2026-10-15T00:00:00Z',
			{width, user: 'auditor'},
		);
		await page.getByText(/^Terbukti/u).waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page, width === 'desk'), []);
		await keepWhole(page, `auditor-restatement-${width}`);
		await page.goto(`${app.server.address}/auditor/jejak`);
		await page.getByRole('row').nth(1).waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await overflow(page, width === 'desk'), []);
		await keepWhole(page, `auditor-trail-${width}`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('a table of ten thousand rows scrolls, and is printed whole', async (t) => {
	const {page, faults, close} = await app.open('/publik', {user: 'auditor'});
	await shown(page);
	const rows = Array.from({length: 10_000}, (_, index) => ({
		row: 'line',
		account: '1.1.01',
		nameId: 'Kas',
		nameEn: 'Cash',
		date: '2026-11-24',
		entry: index + 1,
		debit: `${index + 1}.00`,
		credit: '0.00',
	}));
	await page.route('**/v1/reports/journal?*', async (route) =>
		route.fulfill({json: {meta: {book: {code: firstBook, name: 'BMT'}}, rows, nextCursor: null}}),
	);
	await page.goto(`${app.server.address}/auditor/laporan/journal?book=${firstBook}`);
	const began = performance.now();
	const onPage = page.locator('[role=row]');
	await onPage.nth(5).waitFor();
	t.true((await onPage.count()) < 200, 'only what is in sight is on the page');
	t.is(await page.getByRole('table').getAttribute('aria-rowcount'), '10001');
	const scrolled = performance.now();
	await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight / 2)');
	await page
		.getByRole('link', {name: /^[45]\d{3}$/u})
		.first()
		.waitFor();
	t.true((await onPage.count()) < 200);
	t.deepEqual(await accessibilityFaults(page), []);
	const printed = performance.now();
	await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
	t.is(await onPage.count(), 10_001);
	// Ten thousand links kept a printer waiting for half a minute, and on paper nothing leads on.
	t.is(await page.locator('[role=cell] a').count(), 0);
	await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
	t.true((await onPage.count()) < 200);
	t.deepEqual(faults, []);
	const [shownMs, scrollMs, printMs] = [
		scrolled - began,
		printed - scrolled,
		performance.now() - printed,
	].map((ms) => Math.round(ms));
	t.log(`shown in ${shownMs} ms, scrolled and checked in ${scrollMs}, printed in ${printMs}`);
	await close();
});

withBrowser('on paper there is the report and nothing to press', async (t) => {
	const {page, close} = await app.open(`/auditor/laporan/trial-balance?book=${firstBook}`, {
		user: 'auditor',
	});
	await page
		.getByRole('row', {name: /1\.1\.01/u})
		.first()
		.waitFor();
	await page.emulateMedia({media: 'print'});
	await page.setViewportSize({width: 718, height: 1000});
	t.false(await page.getByRole('button', {name: 'Tampilkan'}).isVisible());
	t.false(await page.getByRole('navigation').first().isVisible());
	t.true(await page.getByRole('columnheader', {name: 'Debit'}).isVisible());
	await keepPicture(page, 'auditor-report-paper');
	await close();
});

withBrowser('in English and in the dark the same can be read', async (t) => {
	const {page, close} = await app.open('/auditor/bukti', {user: 'auditor'});
	await page.getByRole('button', {name: 'English'}).click();
	await page.getByRole('button', {name: 'Dark appearance'}).click();
	await page.getByRole('button', {name: 'Check in this browser'}).first().click();
	await page.getByText('All that was checked holds').waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'auditor-checkpoint-dark');
	await page.goto(`${app.server.address}/auditor/laporan/balance-sheet?book=${firstBook}`);
	await page
		.getByRole('row', {name: /1\.1\.01/u})
		.first()
		.waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await close();
});

withBrowser('who may not see reports is told so', async (t) => {
	const {page, close} = await app.open('/auditor', {user: 'petugas'});
	await page.getByText('Anda tidak berwenang melihat ini').waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await close();
});
