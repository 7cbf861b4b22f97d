// What every page owes whoever uses it: it can be worked by keys alone, says why where there is
// nothing to see, keeps the place of what is to come, and can be read in the dark.
import test from 'ava';
import type {Page} from 'playwright-core';
import {
	type App,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
	passwordOf,
	settled,
	shown,
} from '../helpers/app-in-browser.ts';
import {findBrowser, overflowOf} from '../helpers/browser.ts';
import type {Client} from '../helpers/http.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;
let officer: Client;

test.before(async () => {
	if (program === undefined) return;
	app = await openApp(program);
	officer = await app.server.signUp('officer', firstBook);
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

const tabsMax = 60;

/** What has the focus: its role and its name, as a reader of screens says them. */
const focused = async (page: Page): Promise<string> =>
	page.evaluate<string>(`(() => {
		const one = document.activeElement;
		if (!one.matches('a, button, input, select, textarea')) return '';
		const label = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent;
		return (label ?? one.textContent ?? '').trim();
	})()`);

/** Presses Tab until something has the focus: nobody who has no mouse can do more. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let round = 0; round < tabsMax; round += 1) {
		if (name.test(await focused(page))) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not come to ${String(name)} at ${page.url()}`);
}

withBrowser('a member is found, a payment taken and its receipt read by keys alone', async (t) => {
	const {body} = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	const row = body.rows.at(-1);
	const {page, close} = await app.open('/');
	await tabTo(page, /^Nama pengguna/u);
	await page.keyboard.type('petugas');
	await tabTo(page, /^Kata sandi/u);
	await page.keyboard.type(passwordOf('petugas'));
	await page.keyboard.press('Enter');
	await page.getByRole('heading', {name: 'Hari ini'}).waitFor();
	await tabTo(page, /^Anggota$/u);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', {name: 'Cari anggota'}).waitFor();
	await page.keyboard.press('/');
	await tabTo(page, /^Nama, nomor anggota/u);
	await page.keyboard.type(String(row.memberNumber));
	await page.getByRole('listitem').filter({hasText: row.name}).waitFor();
	await tabTo(page, new RegExp(`^${row.name}`, 'u'));
	await page.keyboard.press('Enter');
	await page.getByRole('heading', {name: row.name}).waitFor();
	await page.getByRole('link', {name: 'Terima angsuran'}).first().waitFor();
	await tabTo(page, /^Terima angsuran$/u);
	await page.keyboard.press('Enter');
	await page.getByLabel('Jumlah').waitFor();
	await tabTo(page, /^Jumlah/u);
	await page.keyboard.press('Control+A');
	await page.keyboard.type('10rb');
	await page.getByRole('button', {name: 'Bukukan Rp 10.000', disabled: false}).waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('Sudah dibukukan').waitFor();
	// The next thing that is done with a receipt is to print it.
	t.regex(await focused(page), /^Cetak kuitansi$/u);
	t.regex(await page.innerText('main'), /sepuluh ribu rupiah/iu);
	await close();
});

withBrowser('cash is counted by keys alone', async (t) => {
	const {page, close} = await app.open('/petugas/kas', {user: 'petugas'});
	await shown(page);
	await page.getByLabel('Banyaknya Rp 100.000').waitFor();
	await tabTo(page, /^Banyaknya Rp 100\.000/u);
	await page.keyboard.type('4');
	await tabTo(page, /^Banyaknya Rp 50\.000/u);
	await page.keyboard.type('1');
	await tabTo(page, /^Catat hitungan$/u);
	await page.keyboard.press('Enter');
	await page.getByText('Menunggu saksi').first().waitFor();
	const {body} = await officer.get(`/v1/books/${firstBook}/cash-counts`);
	const totals = body.items.map(({total}: {total: string}) => total);
	t.deepEqual(totals, ['450000.00'], 'four notes of 100,000 and one of 50,000');
	await close();
});

/** Whose section is under which first part of the addresses. */
const sections = {
	petugas: 'petugas',
	penyelia: 'penyelia',
	pengelola: 'pengelola',
	auditor: 'auditor',
	administrator: 'admin',
} as const;

withBrowser('a section of another role says that one may not look', async (t) => {
	for (const [root, owner] of Object.entries(sections)) {
		const {page, faults, close} = await app.open('/publik/data', {
			width: 'phone',
			user: owner,
		});
		await settled(page);
		for (const other of Object.keys(sections)) {
			if (other === root) continue;
			await page.goto(`${app.server.address}/${other}`);
			await page.getByText('Anda tidak berwenang melihat ini').waitFor();
			t.false((await page.innerText('main')).includes('tidak ada'), `${owner} at ${other}`);
		}
		t.deepEqual(await accessibilityFaults(page), []);
		await keepWhole(page, `no-permission-${root}-phone`);
		t.deepEqual(faults, []);
		await page.goto(`${app.server.address}/${root}/tidak-ada-di-sini`);
		await page.getByText('Halaman ini tidak ada').waitFor();
		await close();
	}
});

withBrowser('what the service does not let one read is said in its place', async (t) => {
	const {page, close} = await app.open('/publik/data', {user: 'petugas'});
	await page.route('**/v1/groups?*', async (route) =>
		route.fulfill({
			status: 403,
			json: {
				type: 'about:blank',
				title: 'Tidak berwenang',
				status: 403,
				detail: 'Peran Anda tidak memberi izin group:read.',
				code: 'request/not-permitted',
				findings: [],
				requestId: 'uji',
			},
		}),
	);
	await page.goto(`${app.server.address}/petugas/kelompok`);
	await page.getByText('Anda tidak berwenang melihat ini').waitFor();
	t.is(await page.getByRole('button', {name: 'Coba lagi'}).count(), 0);
	await close();
});

withBrowser('what is empty says so, and what can be done about it', async (t) => {
	const {page, close} = await app.open('/publik/data', {width: 'phone', user: 'petugas'});
	await page.route('**/v1/collections/due?*', async (route) => {
		const answer = await route.fetch();
		const body = (await answer.json()) as object;
		await route.fulfill({json: {...body, rows: []}});
	});
	await page.route(/\/v1\/(?:groups|loans)\?/u, async (route) =>
		route.fulfill({json: {items: [], nextCursor: null}}),
	);
	const empty: Readonly<Record<string, string>> = {
		'/petugas': 'Tidak ada yang jatuh tempo atau menunggak',
		'/petugas/kelompok': 'Belum ada kelompok',
		'/petugas/pengajuan': 'Tidak ada pengajuan yang berjalan',
		'/petugas/antrean': 'Belum ada pembayaran tanpa jaringan',
	};
	for (const [address, said] of Object.entries(empty)) {
		await page.goto(app.server.address + address);
		await page.getByText(said).waitFor();
		t.deepEqual(await accessibilityFaults(page), [], address);
		t.deepEqual(await overflowOf(page), [], address);
	}
	await close();
});

withBrowser('until it is there, what is to come has its place', async (t) => {
	const {page, close} = await app.open('/publik/data', {width: 'phone', user: 'petugas'});
	let answer = (): void => undefined;
	const asked = new Promise<void>((resolve) => {
		answer = resolve;
	});
	await page.route('**/v1/groups?*', async (route) => {
		await asked;
		await route.continue();
	});
	await page.goto(`${app.server.address}/petugas/kelompok`);
	await page.getByRole('heading', {name: 'Kelompok', exact: true}).waitFor();
	const place = page.getByRole('status').filter({hasText: 'Memuat'});
	t.is(await place.count(), 1);
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'loading-phone');
	answer();
	await place.waitFor({state: 'hidden'});
	await page.getByText('Belum ada kelompok').waitFor();
	await close();
});

withBrowser('what fails says why, and is asked for again at a touch', async (t) => {
	const {page, close} = await app.open('/publik/data', {width: 'phone', user: 'petugas'});
	let isBroken = true;
	await page.route(/\/(?:v1\/groups\?|healthz)/u, async (route) =>
		isBroken ? route.abort('connectionrefused') : route.continue(),
	);
	await page.goto(`${app.server.address}/petugas/kelompok`);
	await page.getByText('Layanan tidak dapat dihubungi').waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'unreachable-phone');
	const asked = page.waitForRequest('**/healthz');
	await page.getByRole('button', {name: 'Coba lagi'}).click();
	await asked;
	isBroken = false;
	await page.getByText('Belum ada kelompok').waitFor();
	// What a proxy before us answers is none of ours, and is not shown to anybody.
	await page.unrouteAll();
	await page.route('**/v1/groups?*', async (route) =>
		route.fulfill({status: 500, contentType: 'text/html', body: '<h1>nginx</h1>'}),
	);
	await page.reload();
	await page.getByText('Layanan tidak dapat dihubungi').waitFor();
	t.notRegex(await page.innerText('body'), /nginx/u);
	await close();
});

withBrowser('in the dark every role reads its first page', async (t) => {
	for (const [root, user] of Object.entries(sections)) {
		const {page, close} = await app.open(`/${root}`, {user});
		await settled(page);
		await page.getByRole('button', {name: 'Tampilan gelap'}).click();
		await page.locator('[data-mantine-color-scheme="dark"]').first().waitFor();
		t.deepEqual(await accessibilityFaults(page), [], root);
		await keepWhole(page, `dark-${root}-desk`);
		await close();
	}
});
