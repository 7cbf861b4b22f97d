// What concerns oneself, whoever one is: the second factor by a QR code, the password, sessions,
// who acts for whom, and the way in by the city's identity provider.
import test from 'ava';
import {TOTP} from 'otpauth';
import type {Page} from 'playwright-core';
import {createOpenIdProvider} from '../../src/identity/oidc/provider.ts';
import {
	type TestProvider,
	clientId,
	clientSecret,
	redirectUrl,
	startProvider,
} from '../attacks/provider.ts';
import {
	type App,
	accessibilityFaults,
	firstBook,
	isWhole,
	keepWhole,
	openApp,
	passwordOf,
	shown,
	today,
} from '../helpers/app-in-browser.ts';
import {findBrowser} from '../helpers/browser.ts';
import {readQr} from '../helpers/read-qr.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;
let provider: TestProvider;

test.before(async () => {
	if (program === undefined) return;
	provider = await startProvider();
	const {issuer, fetch} = provider;
	const openId = createOpenIdProvider({issuer, clientId, clientSecret, redirectUrl, fetch});
	app = await openApp(program, {}, {openId});
});
test.after.always(async () => {
	if (program === undefined) return;
	await app.close();
	provider.close();
});

const post = async (page: Page, address: string, data: object) =>
	page.request.post(app.server.address + address, {
		headers: {'idempotency-key': crypto.randomUUID(), origin: app.server.address},
		data,
	});

withBrowser('the account is a step away on every page, and tells roles and sessions', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/petugas', {width, user: 'petugas'});
		await shown(page);
		const link = page.locator('header').locator('a[href="/akun"]:visible');
		await link.click();
		await page.getByRole('heading', {name: 'Akun saya'}).waitFor();
		await page.getByText(`Petugas · ${firstBook}`).first().waitFor();
		await page.getByText('Sesi ini').waitFor();
		await page.getByText('Belum ada pelimpahan').waitFor();
		await isWhole(t, page, width);
		await keepWhole(page, `account-${width}`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('on a phone what does not fit at the bottom is behind a button', async (t) => {
	const {page, faults, close} = await app.open('/penyelia', {width: 'phone', user: 'penyelia'});
	await page.getByRole('heading', {name: 'Menunggu persetujuan'}).waitFor();
	const more = page.getByRole('button', {name: 'Lainnya'});
	t.is(await more.getAttribute('aria-expanded'), 'false');
	await more.click();
	t.is(await more.getAttribute('aria-expanded'), 'true');
	const menu = page.getByRole('navigation', {name: 'Menu'}).first();
	await menu.getByRole('link', {name: 'Produk'}).waitFor();
	await page.waitForTimeout(400);
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'menu-phone');
	await menu.getByRole('link', {name: 'Produk'}).click();
	await page.getByRole('heading', {name: 'Produk pembiayaan'}).waitFor();
	t.is(await more.getAttribute('aria-expanded'), 'false');
	t.deepEqual(faults, []);
	await close();
});

withBrowser('a session that is not one’s own any more is ended from another', async (t) => {
	const first = await app.open('/akun', {user: 'auditor'});
	await first.page.getByText('Sesi ini').waitFor();
	const second = await app.open('/akun', {user: 'auditor', width: 'phone'});
	await second.page.getByText('Sesi ini').waitFor();
	await first.page.reload();
	const end = first.page.getByRole('button', {name: /^Akhiri sesi /u});
	await end.click();
	await first.page.getByText('Sesi diakhiri.').waitFor();
	await end.waitFor({state: 'detached'});
	const answer = await second.page.request.get(`${app.server.address}/v1/me`);
	t.is(answer.status(), 401);
	await first.close();
	await second.close();
});

withBrowser('a second factor is set up by its QR code and its first code', async (t) => {
	const {page, faults, close} = await app.open('/akun', {width: 'phone', user: 'pengelola'});
	await page.getByText('Belum terpasang.', {exact: false}).waitFor();
	const part = page.locator('section', {has: page.getByRole('heading', {name: 'Faktor kedua'})});
	await part.getByLabel('Kata sandi').fill('salah-sama-sekali');
	await part.getByRole('button', {name: 'Pasang faktor kedua'}).click();
	await page.getByRole('alert').waitFor();
	await part.getByLabel('Kata sandi').fill(passwordOf('pengelola'));
	await part.getByRole('button', {name: 'Pasang faktor kedua'}).click();
	const picture = page.getByRole('img', {name: 'Kode QR untuk aplikasi autentikator'});
	await picture.waitFor();
	await isWhole(t, page, 'phone');
	await keepWhole(page, 'account-factor-phone');
	// What an app reads from the screen is what the page says beside it.
	const box = await picture.getAttribute('viewBox');
	const squares = (await picture.locator('path').getAttribute('d'))!.replaceAll('z', 'Z');
	const address = readQr(`<svg viewBox="${box!}"><path d="${squares}"`);
	const secret = (await part.locator('pre').innerText()).trim();
	t.is(new URL(address).searchParams.get('secret'), secret);
	const factor = new TOTP({secret});
	const codeOn = (day: string): string =>
		factor.generate({timestamp: Date.parse(`${day}T05:00:00Z`)});
	await part.getByLabel('Kode dari aplikasi autentikator').fill('000000');
	await part.getByRole('button', {name: 'Sahkan'}).click();
	await page.getByRole('alert').waitFor();
	await part.getByLabel('Kode dari aplikasi autentikator').fill(codeOn(today));
	await part.getByRole('button', {name: 'Sahkan'}).click();
	await page.getByText('Kode pemulihan Anda').waitFor();
	t.is(await part.getByRole('listitem').count(), 10);
	await isWhole(t, page, 'phone');
	await keepWhole(page, 'account-codes-phone');
	await page.getByRole('button', {name: 'Sudah saya simpan'}).click();
	await page.getByText('Tersisa 10 kode pemulihan.').waitFor();
	t.is(await page.getByText('Kode pemulihan Anda').count(), 0, 'they are shown once');
	// The session is a new one, and goes on.
	await page.reload();
	await page.getByText('Tersisa 10 kode pemulihan.').waitFor();
	await page.setViewportSize({width: 1280, height: 800});
	await isWhole(t, page, 'desk');
	await keepWhole(page, 'account-factor-desk');
	const refusals = faults.filter((one) => !/status of (?:403|422)/u.test(one));
	t.deepEqual(refusals, []);
	await close();
});

withBrowser('a password is changed, and the door says so', async (t) => {
	const {page, close} = await app.open('/akun', {user: 'auditor'});
	await page.getByLabel('Kata sandi sekarang').fill(passwordOf('auditor'));
	await page.getByLabel('Kata sandi baru').fill('pendek');
	await page.getByRole('button', {name: 'Ganti kata sandi'}).click();
	await page.getByText('Perbaiki isian yang ditandai di bawah.').waitFor();
	await page.getByLabel('Kata sandi baru').fill('perahu-tua-sungai-serut-81');
	await page.getByRole('button', {name: 'Ganti kata sandi'}).click();
	await page.getByText('Kata sandi diganti. Masuklah dengan yang baru.').waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await page.getByLabel('Nama pengguna').fill('auditor');
	await page.getByLabel('Kata sandi').fill('perahu-tua-sungai-serut-81');
	await page.getByRole('button', {name: 'Masuk', exact: true}).click();
	await page.getByRole('button', {name: 'Keluar'}).waitFor();
	t.is(new URL(page.url()).pathname, '/auditor');
	await close();
});

withBrowser('who is away lets another act for them, from a day to a day', async (t) => {
	const {page, faults, close} = await app.open('/akun', {user: 'penyelia'});
	await page.getByRole('heading', {name: 'Limpahkan wewenang saya'}).waitFor();
	const form = page.locator('form', {has: page.getByRole('button', {name: 'Limpahkan'})});
	await form.getByLabel('Kepada').fill('petugas');
	await form.getByLabel('Hari pertama').fill('24/11/2026');
	await form.getByLabel('Hari terakhir').fill('20/11/2026');
	await form.getByLabel('Alasan').fill('Cuti tahunan');
	await form.getByRole('button', {name: 'Limpahkan'}).click();
	await page.getByText('Perbaiki isian yang ditandai di bawah.').waitFor();
	await form.getByLabel('Hari terakhir').fill('30/11/2026');
	await form.getByRole('button', {name: 'Limpahkan'}).click();
	await page.getByText('Wewenang dilimpahkan.').waitFor();
	await page.getByText('24 November 2026 s.d. 30 November 2026').waitFor();
	await isWhole(t, page, 'desk');
	await keepWhole(page, 'account-delegation-desk');
	const seen = await app.open('/akun', {user: 'petugas', width: 'phone'});
	await seen.page.getByText('Sesi ini').waitFor();
	await isWhole(t, seen.page, 'phone');
	const act = seen.page.getByRole('button', {name: 'Bertindak atas nama penyelia'});
	await act.waitFor();
	await keepWhole(seen.page, 'account-delegation-phone');
	await seen.page.setViewportSize({width: 1280, height: 800});
	await act.click();
	// With what the supervisor may do, on the supervisor's pages, and nothing of one's own.
	await seen.page.getByRole('heading', {name: 'Menunggu persetujuan'}).waitFor();
	t.is(new URL(seen.page.url()).pathname, '/penyelia');
	await seen.page.getByText('petugas atas nama penyelia').waitFor();
	t.is(await seen.page.getByRole('link', {name: 'Hari ini'}).count(), 0);
	await seen.page.goto(`${app.server.address}/akun`);
	await seen.page.getByText('Anda bertindak atas nama penyelia').waitFor();
	await isWhole(t, seen.page, 'desk');
	t.deepEqual(seen.faults, []);
	await page.getByRole('button', {name: 'Cabut pelimpahan petugas'}).click();
	await page.getByText('Pelimpahan dicabut.').waitFor();
	const answer = await seen.page.request.get(`${app.server.address}/v1/me`);
	t.is(answer.status(), 401, 'from the next request on');
	const refusals = faults.filter((one) => !one.includes('status of 422'));
	t.deepEqual(refusals, []);
	await seen.close();
	await close();
});

/** Stands where the provider is: somebody signs in there as a subject, and goes back by a link. */
async function standAtProvider(page: Page, subject: string): Promise<void> {
	await page.route(`${provider.issuer}/**`, async (route) => {
		const answer = await provider.authorize(route.request().url(), subject);
		const query = new URLSearchParams(answer).toString();
		const back = `${app.server.address}/v1/sessions/oidc/callback?${query}`;
		await route.fulfill({contentType: 'text/html', body: `<a href="${back}">kembali</a>`});
	});
}

withBrowser('who is known at the identity provider comes in by it', async (t) => {
	const admin = await app.open('/administrator', {user: 'admin'});
	await shown(admin.page);
	const {items} = (await (
		await admin.page.request.get(`${app.server.address}/v1/users?limit=1000`)
	).json()) as {items: {id: string; name: string}[]};
	const link = async (name: string): Promise<void> => {
		const {id} = items.find((one) => one.name === name)!;
		const answer = await post(admin.page, `/v1/users/${id}/subject`, {subject: `sub-${name}`});
		t.is(answer.status(), 200, await answer.text());
	};
	await link('petugas');
	await link('pengelola');
	await admin.close();
	for (const width of ['phone', 'desk'] as const) {
		const {page, close} = await app.open('/', {width});
		const button = page.getByRole('button', {name: 'Masuk lewat masuk.kota.example'});
		await button.waitFor();
		await isWhole(t, page, width);
		await keepWhole(page, `sign-in-provider-${width}`);
		await standAtProvider(page, 'sub-petugas');
		await button.click();
		await page.getByRole('link', {name: 'kembali'}).click();
		await page.getByRole('heading', {name: 'Hari ini'}).waitFor();
		t.is(new URL(page.url()).pathname, '/petugas');
		await close();
	}
	// Whoever has a second factor here gives its code next.
	const {page, close} = await app.open('/', {width: 'phone'});
	await standAtProvider(page, 'sub-pengelola');
	await page.getByRole('button', {name: /^Masuk lewat/u}).click();
	await page.getByRole('link', {name: 'kembali'}).click();
	await page.getByRole('heading', {name: 'Satu langkah lagi'}).waitFor();
	await page.getByLabel('Kode dari aplikasi autentikator').fill('000000');
	await page.getByRole('button', {name: 'Masuk', exact: true}).click();
	await page.getByRole('alert').waitFor();
	await isWhole(t, page, 'phone');
	await keepWhole(page, 'sign-in-provider-code-phone');
	await close();
});

withBrowser('whom nobody linked is told so at the door', async (t) => {
	const {page, close} = await app.open('/', {width: 'phone'});
	await standAtProvider(page, 'sub-asing');
	await page.getByRole('button', {name: /^Masuk lewat/u}).click();
	await page.getByRole('link', {name: 'kembali'}).click();
	await page.getByText('Anda belum dihubungkan dengan pengguna di sini.', {exact: false}).waitFor();
	await isWhole(t, page, 'phone');
	await keepWhole(page, 'sign-in-provider-refused-phone');
	await close();
});
