// Signing in and out, the frame of the pages, languages and appearances, as people see them.
import test from 'ava';
import {TOTP} from 'otpauth';
import {createClient} from '../helpers/http.ts';
import {
	type App,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
	passwordOf,
	shown,
	today,
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
	// That nobody is signed in yet is an answer that the browser logs.
	faults.filter((one) => !one.includes('status of 401'));

withBrowser('a stranger finds the door, and what is for everybody', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/', {width});
		await page.getByRole('button', {name: 'Masuk'}).waitFor();
		await keepWhole(page, `sign-in-${width}`);
		t.deepEqual(await overflowOf(page), [], `${widths[width]} pixels`);
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(asked(faults), []);
		await close();
	}
});

withBrowser('who signs in by keyboard is at work at once', async (t) => {
	const {page, faults, close} = await app.open('/');
	await page.getByLabel('Nama pengguna').focus();
	await page.keyboard.type('petugas');
	await page.keyboard.press('Tab');
	await page.keyboard.type(passwordOf('petugas'));
	await page.keyboard.press('Enter');
	await page.getByRole('heading', {name: 'Hari ini'}).waitFor();
	t.is(new URL(page.url()).pathname, '/petugas');
	await page.getByRole('button', {name: 'Keluar'}).click();
	await page.getByRole('button', {name: 'Masuk'}).waitFor();
	t.deepEqual(asked(faults), []);
	await close();
});

withBrowser('a wrong password is said beside the form, in the language chosen', async (t) => {
	const {page, close} = await app.open('/');
	await page.getByLabel('Nama pengguna').fill('petugas');
	await page.getByLabel('Kata sandi').fill('salah-sama-sekali');
	await page.getByRole('button', {name: 'Masuk'}).click();
	t.regex(await page.getByRole('alert').innerText(), /Nama pengguna atau kata sandi salah/u);
	await page.getByRole('button', {name: 'English'}).click();
	await page.getByLabel('Password').fill('wrong-altogether');
	await page.getByRole('button', {name: 'Sign in'}).click();
	await page.getByText(/password is wrong/iu).waitFor();
	t.is(await page.evaluate('document.documentElement.lang'), 'en');
	await close();
});

withBrowser('a session that ends leaves the page and what was typed', async (t) => {
	const {page, close} = await app.open('/petugas', {user: 'petugas'});
	await shown(page);
	await page.evaluate('window.stillHere = true');
	await page.context().clearCookies();
	// Whoever comes back to the page after a while is shown it anew.
	await page.clock.install();
	await page.clock.fastForward(60_000);
	await page.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))");
	const dialog = page.getByRole('dialog');
	await dialog.waitFor();
	t.regex(await dialog.innerText(), /Sesi Anda berakhir/u);
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'sign-in-again');
	await page.getByLabel('Kata sandi').fill(passwordOf('petugas'));
	await dialog.getByRole('button', {name: 'Masuk'}).click();
	await dialog.waitFor({state: 'hidden'});
	t.true(await page.evaluate('window.stillHere'));
	await close();
});

withBrowser('in the dark everything can be read as well', async (t) => {
	const {page, close} = await app.open('/petugas', {user: 'petugas'});
	await shown(page);
	await page.getByRole('button', {name: 'Tampilan gelap'}).click();
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'today-dark');
	await close();
});

withBrowser('what is not the app stays what it was', async (t) => {
	const {stranger} = app.server;
	t.is((await stranger.get('/v1/nothing')).body.code, 'request/unknown-route');
	t.is((await stranger.get('/nowhere')).status, 404);
	t.is((await stranger.get('/assets/nothing.js')).status, 404);
	t.is((await stranger.get('/healthz')).body.status, 'ok');
	t.is((await stranger.get('/openapi.json')).body.openapi, '3.1.0');
	t.regex((await stranger.get('/docs')).body, /swagger-ui/u);
	t.regex((await stranger.get('/kuitansi')).body, /id="kode"/u);
	const deep = await stranger.get(`/petugas/anggota/${firstBook}`);
	t.is(deep.status, 200);
	t.is(deep.headers.get('cache-control'), 'no-cache');
	const policy = deep.headers.get('content-security-policy')!;
	t.regex(policy, /script-src 'self';/u);
	t.notRegex(policy, /unsafe/u);
	const [, script] = /src="([^"]+\.js)"/u.exec(deep.body)!;
	const asset = await stranger.get(script!, {'accept-encoding': 'br, gzip'});
	t.is(asset.headers.get('cache-control'), 'max-age=31536000,immutable');
	t.is(asset.headers.get('content-encoding'), 'br');
	const nonces = new Set<string>();
	for (let round = 0; round < 3; round += 1) {
		nonces.add(
			/nonce-([\w-]+)/u.exec(
				(await stranger.get('/')).headers.get('content-security-policy')!,
			)![1]!,
		);
	}
	t.is(nonces.size, 3, 'a number is used once');
});

withBrowser('whoever has a second factor is asked for its code after the password', async (t) => {
	const {stranger, address} = app.server;
	const password = passwordOf('penyelia');
	const {body} = await stranger.post('/v1/sessions', {name: 'penyelia', password});
	const mine = createClient(address, body.token);
	const begun = await mine.post('/v1/me/second-factor', {password});
	t.is(begun.status, 201, JSON.stringify(begun.body));
	const factor = new TOTP({secret: begun.body.secret});
	const codeOn = (day: string): string =>
		factor.generate({timestamp: Date.parse(`${day}T05:00:00Z`)});
	const confirmed = await mine.post('/v1/me/second-factor/confirm', {code: codeOn(today)});
	t.is(confirmed.status, 200, JSON.stringify(confirmed.body));
	// A code counts once; the next one is another.
	app.world.setDay('2026-11-25');
	const {page, close} = await app.open('/', {width: 'phone'});
	await page.getByLabel('Nama pengguna').fill('penyelia');
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByRole('button', {name: 'Masuk'}).click();
	const code = page.getByLabel('Kode dari aplikasi autentikator');
	await code.fill('000000');
	await page.getByRole('button', {name: 'Masuk'}).click();
	await page.getByRole('alert').waitFor();
	t.regex(await page.getByRole('alert').innerText(), /kode/iu);
	await keepWhole(page, 'sign-in-code-phone');
	t.deepEqual(await accessibilityFaults(page), []);
	await code.fill(codeOn('2026-11-25'));
	await page.getByRole('button', {name: 'Masuk'}).click();
	await page.getByRole('button', {name: 'Keluar'}).waitFor();
	app.world.setDay(today);
	await close();
});
