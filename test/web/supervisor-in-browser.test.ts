// What a supervisor does: looks at what waits with the entries it will make, and decides; and the
// administrator, who says what waits and who may do what.
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
import {cutOffOf, findBrowser} from '../helpers/browser.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;

test.before(async () => {
	if (program !== undefined) app = await openApp(program);
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

/** A write by the API, as a user whose page is open. */
const send = async (page: Page, address: string, data: object): Promise<number> => {
	const answer = await page.request.post(app.server.address + address, {
		headers: {'idempotency-key': crypto.randomUUID(), origin: app.server.address},
		data,
	});
	return answer.status();
};

withBrowser('the administrator says that hand-written entries need a second person', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/administrator/kebijakan', {
			width,
			user: 'admin',
		});
		await page.getByRole('heading', {name: 'Penyisihan pembiayaan'}).waitFor();
		await shown(page);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `administrator-policies-${width}`);
		t.deepEqual(faults, []);
		if (width === 'desk') {
			const form = page.locator('form').first();
			await form.getByLabel('Yang ditulis').selectOption('manual');
			await form.getByLabel('Berlaku sejak').fill('24/11/2026');
			await form.getByLabel('Dasar hukum').fill('Perwali 12/2026');
			await form.getByRole('button', {name: 'Buat versi baru'}).click();
			await page.getByText('Versi baru tersimpan.').waitFor();
			await page.getByText('Selalu menunggu orang kedua.').waitFor();
		}
		await close();
	}
});

withBrowser('what waits is read with its entries, and approved or rejected', async (t) => {
	const manager = await app.open('/publik', {user: 'pengelola'});
	const found = await manager.page.request.get(
		`${app.server.address}/v1/allocations?cooperative=${firstBook}`,
	);
	const {items} = (await found.json()) as {items: {id: string}[]};
	const fund = items[0]!.id;
	const entry = (document: string) => ({
		effectiveOn: '2026-11-24',
		reason: 'Koreksi saldo kas dan bank',
		document,
		lines: [
			{account: '1.1.11', side: 'debit', amount: '50000.00', fund},
			{account: '1.1.01', side: 'credit', amount: '50000.00', fund},
		],
	});
	const address = `/v1/books/${firstBook}/entries`;
	t.is(await send(manager.page, address, entry('BK/1')), 202);
	t.is(await send(manager.page, address, entry('BK/2')), 202);
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/penyelia', {width, user: 'penyelia'});
		const link = page.getByRole('link', {name: 'Jurnal umum'}).first();
		await link.waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `supervisor-inbox-${width}`);
		await link.click();
		await page.getByRole('heading', {name: 'Yang akan dibukukan'}).waitFor();
		t.regex(await page.getByRole('main').innerText(), /1\.1\.11[\s\S]*50\.000/u);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `supervisor-approval-${width}`);
		if (width === 'phone') {
			await page.getByRole('button', {name: 'Setujui'}).click();
			await page.getByText('Diputuskan penyelia').waitFor();
		} else {
			await page.getByLabel('Alasan').fill('Buktinya tidak cocok');
			await page.getByRole('button', {name: 'Tolak'}).click();
			await page.getByText('Diputuskan penyelia').waitFor();
			await page.getByText('Buktinya tidak cocok').first().waitFor();
		}
		t.deepEqual(faults, []);
		await close();
	}
	await manager.close();
});

withBrowser('the portfolio tells who is late and whose they are', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/penyelia/portofolio', {
			width,
			user: 'penyelia',
		});
		await page.getByRole('heading', {name: 'Semua pembiayaan'}).waitFor();
		await shown(page);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `supervisor-portfolio-${width}`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('a month is closed by its checklist, by two people', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/penyelia/tutup-bulan', {
			width,
			user: 'penyelia',
		});
		await page.getByText('Bulannya sudah lewat').waitFor();
		await page.getByText('Tidak ada yang menunggu persetujuan').waitFor();
		await shown(page);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `supervisor-closing-${width}`);
		t.deepEqual(faults, []);
		if (width === 'desk') {
			await page.getByRole('button', {name: 'Minta penutupan'}).click();
			await page.getByText(/Penutupan diminta penyelia/u).waitFor();
			t.is(await page.getByRole('button', {name: 'Sahkan penutupan'}).count(), 0);
		}
		await close();
	}
});

withBrowser('a product is shown by what it makes of a loan', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/penyelia/produk', {width, user: 'penyelia'});
		await page.getByText('Koperasi ini belum punya produk').waitFor();
		const terms = {
			code: 'MODAL',
			name: 'Modal usaha',
			effectiveFrom: '2026-11-24',
			akad: 'jasa',
			method: 'flat',
			principalMin: '1000000',
			principalMax: '5000000',
			instalmentsMin: 10,
			instalmentsMax: 12,
			period: {unit: 'month', every: 1},
			yearlyRate: '12',
			legalBasis: 'Rapat anggota 2026',
		};
		const address = `/v1/cooperatives/${firstBook}/products`;
		if (width === 'desk') t.is(await send(page, address, terms), 201);
		if (width === 'desk') {
			await page.reload();
			await page.getByLabel('Pokok yang dibiayai').fill('1 jt');
			await page.getByLabel('Banyak angsuran').first().fill('10');
			await page.getByLabel('Tanggal pencairan').fill('24/11/2026');
			await page.getByRole('button', {name: 'Lihat jadwalnya'}).click();
			// A tenth of the principal, and a tenth of ten twelfths of 12 per cent of it.
			await page
				.getByRole('row', {name: /100\.000 10\.000 110\.000/u})
				.first()
				.waitFor();
			t.deepEqual(await accessibilityFaults(page), []);
			await keepWhole(page, 'supervisor-product-desk');
			await page.getByLabel('Pokok paling banyak').fill('7,5 jt');
			await page.getByLabel('Berlaku sejak').fill('25/11/2026');
			await page.getByRole('button', {name: 'Simpan versi berikutnya'}).click();
			await page.getByText('Rp 1.000.000 – Rp 7.500.000').waitFor();
			await page.setViewportSize({width: 360, height: 800});
			t.deepEqual(await accessibilityFaults(page), []);
			t.deepEqual(await cutOffOf(page, 'phone'), []);
			await keepWhole(page, 'supervisor-product-phone');
		}
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('the administrator lets somebody in and takes a role back', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const name = `kasir-${width}`;
		const {page, faults, close} = await app.open('/administrator', {width, user: 'admin'});
		await page.getByRole('link', {name: 'penyelia', exact: true}).waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `administrator-users-${width}`);
		const form = page.locator('form').first();
		await form.getByLabel('Nama pengguna').fill(name);
		await form.getByLabel('Peran').selectOption('officer');
		await form.getByLabel('Lingkup').fill(firstBook);
		await form.getByRole('button', {name: 'Buat pengguna'}).click();
		await page.getByRole('link', {name}).click();
		await page.getByRole('heading', {name}).waitFor();
		await page.getByRole('button', {name: 'Buat undangan'}).click();
		await page.getByText('hanya ditampilkan sekali').waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `administrator-user-${width}`);
		await page.getByRole('button', {name: 'Cabut: Petugas'}).click();
		await page
			.getByText(/^admin, /u)
			.nth(1)
			.waitFor();
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('in English and in the dark the same can be read', async (t) => {
	const {page, close} = await app.open('/penyelia/portofolio', {user: 'penyelia'});
	await page.getByRole('button', {name: 'English'}).click();
	await page.getByRole('button', {name: 'Dark appearance'}).click();
	await page.getByRole('heading', {name: 'All loans'}).waitFor();
	await shown(page);
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'supervisor-portfolio-dark');
	await close();
});
