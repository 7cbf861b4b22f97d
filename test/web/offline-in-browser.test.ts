// Where there is no network: the list of the day is there, what is taken is kept on the device and
// numbered, sent once when the network is back, and never shown as posted before.
import test from 'ava';
import type {Page} from 'playwright-core';
import {
	type App,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
} from '../helpers/app-in-browser.ts';
import {findBrowser, overflowOf} from '../helpers/browser.ts';
import type {Client} from '../helpers/http.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;
let officer: Client;

type Row = {loan: string; loanNumber: number; name: string; total: string};
let rows: Row[];

test.before(async () => {
	if (program === undefined) return;
	app = await openApp(program);
	officer = await app.server.signUp('officer', firstBook);
	rows = (await officer.get(`/v1/collections/due?cooperative=${firstBook}`)).body.rows;
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

const countPaid = async (loan: string): Promise<number> =>
	(await officer.get(`/v1/loans/${loan}/statement`)).body.repayments.length;

/** An officer's phone that has the app and the list of the day, at noon of that day. */
async function openPhone() {
	const seen = await app.open('/masuk', {width: 'phone', user: 'petugas'});
	await seen.page.clock.setFixedTime('2026-11-24T05:00:00Z');
	await seen.page.goto(`${app.server.address}/petugas`);
	await seen.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
	await seen.page.getByRole('listitem').first().waitFor();
	// What was answered is kept a moment later.
	await seen.page.waitForTimeout(1500);
	return seen;
}

const cut = async (page: Page, isOffline: boolean): Promise<void> =>
	page.context().setOffline(isOffline);

/** Opens a row of the list that is shown and keeps a payment of it on the device. */
async function takeOffline(page: Page, row: Row, amount?: string): Promise<void> {
	const card = page
		.getByRole('listitem')
		.filter({hasText: `Pembiayaan ${row.loanNumber}`})
		.first();
	await card.getByRole('link').click();
	if (amount !== undefined) await page.getByLabel('Jumlah').fill(amount);
	await page.getByRole('button', {name: /^Simpan Rp .* di perangkat$/u}).click();
	await page.getByText(/^Tersimpan dengan nomor perangkat \d+$/u).waitFor();
}

const backToList = async (page: Page): Promise<void> => {
	await page.getByRole('link', {name: 'Kembali ke daftar hari ini'}).click();
	await page.getByRole('listitem').first().waitFor();
};

withBrowser('the app opens without a network, takes a payment, and sends it once', async (t) => {
	const {page, close} = await openPhone();
	const [row] = rows;
	const before = await countPaid(row!.loan);
	await cut(page, true);
	await page.reload();
	await page.getByText('Tanpa jaringan').waitFor();
	t.is(await page.getByRole('listitem').count(), rows.length);
	await keepWhole(page, 'offline-today-phone');
	t.deepEqual(await overflowOf(page), []);
	t.deepEqual(await accessibilityFaults(page), []);
	await takeOffline(page, row!, '50rb');
	await keepWhole(page, 'offline-kept-phone');
	t.false((await page.innerText('main')).includes('Sudah dibukukan'));
	await backToList(page);
	await page.getByText('1 pembayaran belum terkirim').waitFor();
	await page.getByText('Diterima di perangkat, belum dibukukan: Rp 50.000').waitFor();
	t.is(await countPaid(row!.loan), before);
	// It outlives the page.
	await page.reload();
	await page.getByText('1 pembayaran belum terkirim').waitFor();
	t.false(await kept(page, row!.name), 'a name lies on the device for everybody to read');

	// The first answer is lost on its way: it is sent again, and posted once.
	let sent = 0;
	await page.route('**/repayments', async (route) => {
		sent += 1;
		if (sent > 1) return route.continue();
		await route.fetch();
		return route.abort();
	});
	await cut(page, false);
	await page.getByRole('link', {name: 'Buka antrean'}).click();
	await page.getByText('Sudah dibukukan').waitFor();
	t.true(sent >= 2, `${sent}`);
	t.is(await countPaid(row!.loan), before + 1);
	await page.getByRole('link', {name: /^Kuitansi KW-\d+$/u}).waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await close();
});

withBrowser(
	'what the service refuses stays, with its reason; and what is missing shows',
	async (t) => {
		const {page, close} = await openPhone();
		const [, first, second] = rows;
		await cut(page, true);
		await page.getByText('Tanpa jaringan').waitFor();
		await takeOffline(page, first!, '900 jt');
		await backToList(page);
		await takeOffline(page, second!);
		const before = await countPaid(second!.loan);
		await cut(page, false);
		await backToList(page);
		await page.getByText('1 pembayaran ditolak layanan').waitFor();
		await page.getByRole('link', {name: 'Buka antrean'}).click();
		await page.getByText('Sudah dibukukan').waitFor();
		t.is(await countPaid(second!.loan), before + 1);
		const refused = page.getByRole('listitem').filter({hasText: 'Ditolak'});
		t.regex(await refused.innerText(), /melebihi|lebih dari|tidak boleh/u);
		await keepWhole(page, 'offline-queue-phone');
		t.deepEqual(await overflowOf(page), []);
		t.deepEqual(await accessibilityFaults(page), []);
		await page.evaluate(`new Promise((resolve) => {
		const opening = indexedDB.open('bergulir');
		opening.onsuccess = () => {
			const transaction = opening.result.transaction('queue', 'readwrite');
			transaction.objectStore('queue').delete(1);
			transaction.oncomplete = () => { resolve(true); };
		};
	})`);
		await page.reload();
		await page.getByText('Nomor yang hilang dari perangkat: 1').waitFor();
		await close();
	},
);

/** Whether a text can be read in what the app keeps on the device. */
const kept = async (page: Page, text: string): Promise<boolean> =>
	page.evaluate<boolean>(`new Promise((resolve) => {
		const opening = indexedDB.open('bergulir');
		opening.onsuccess = () => {
			const names = [...opening.result.objectStoreNames];
			const texts = [];
			let left = names.length;
			const readable = (value) => {
				if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
				if (typeof value !== 'object' || value === null) return String(value);
				return Object.values(value).map(readable).join(' ');
			};
			for (const name of names) {
				const all = opening.result.transaction(name).objectStore(name).getAll();
				all.onsuccess = () => {
					texts.push(...all.result.map(readable));
					left -= 1;
					const isRead = texts.length < 3 || texts.join(' ').includes(${JSON.stringify(text)});
					if (left === 0) resolve(isRead);
				};
			}
		};
	})`);
