// What rules would do before they are made, and the cash box as two people see it: the effect of an
// approval policy, of a policy of provision and of a product's next version, and who witnesses.
import test from 'ava';
import {
	type App,
	firstBook,
	isWhole,
	keepWhole,
	openApp,
	shown,
} from '../helpers/app-in-browser.ts';
import {findBrowser} from '../helpers/browser.ts';

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
	// What is refused is an answer that the browser logs.
	faults.filter((one) => !/status of (?:403|409|422)/u.test(one));

withBrowser('what an approval policy would have held is told before it is made', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/administrator/kebijakan', {
			width,
			user: 'admin',
		});
		await page.getByRole('heading', {name: 'Penyisihan pembiayaan'}).waitFor();
		const form = page.locator('form').first();
		const ask = form.getByRole('button', {name: 'Lihat akibatnya'});
		t.true(await ask.isDisabled(), 'there is nothing to ask yet');
		await form.getByLabel('Yang ditulis').selectOption('repayment');
		await form.getByLabel('Hanya di atas jumlah').fill('1 jt');
		const answering = page.waitForResponse(/approval-policies\/effect/u);
		await ask.click();
		const effect = (await (await answering).json()) as {
			from: string;
			total: {writes: number; heldNow: number; heldThen: number};
		};
		t.is(effect.from, '2026-10-01');
		t.true(effect.total.writes > effect.total.heldThen, JSON.stringify(effect.total));
		t.true(effect.total.heldThen > 0, JSON.stringify(effect));
		t.is(effect.total.heldNow, 0);
		await form.getByText('Andai sudah berlaku pada Oktober 2026').waitFor();
		const {writes, heldThen} = effect.total;
		await form.getByText(`${heldThen} dari ${writes} penulisan menunggu orang kedua`).waitFor();
		await form.getByRole('row').filter({hasText: 'Angsuran'}).first().waitFor();
		await isWhole(t, page, width);
		await keepWhole(page, `administrator-policy-effect-${width}`);
		// What was told is of what was asked: it goes when something else is typed.
		await form.getByLabel('Hanya di atas jumlah').fill('999 jt');
		await form.getByText('Andai sudah berlaku pada Oktober 2026').waitFor({state: 'hidden'});
		await ask.click();
		await form.getByText(`0 dari ${writes} penulisan menunggu orang kedua`).waitFor();
		await form.getByRole('combobox', {name: 'Yang ditulis'}).selectOption('user.create');
		await ask.click();
		await form.getByRole('alert').waitFor();
		await isWhole(t, page, width);
		t.deepEqual(asked(faults), []);
		await close();
	}
});

withBrowser('what each policy of provision would take is told before one is chosen', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/pengelola/penyisihan', {
			width,
			user: 'pengelola',
		});
		await page.getByRole('heading', {name: 'Akibat tiap kebijakan hari ini'}).waitFor();
		await page.getByLabel('Buku').selectOption(firstBook);
		await shown(page);
		const form = page.locator('form').first();
		const options = await form.getByLabel('Kebijakan').locator('option').all();
		t.true(options.length > 2);
		const other = (await options.at(-1)!.getAttribute('value'))!;
		await form.getByLabel('Kebijakan').selectOption(other);
		await form.getByText(/^Bila dibukukan hari ini, beban /u).waitFor();
		await isWhole(t, page, width);
		await keepWhole(page, `manager-provisions-${width}`);
		if (width === 'desk') {
			await form.getByLabel('Berlaku sejak').fill('24/11/2026');
			await form.getByLabel('Alasan').fill('Rapat tim dana 24 November');
			await form.getByRole('button', {name: 'Pilih kebijakan'}).click();
			await page.getByText('Pilihan tersimpan.').waitFor();
			await page.getByText(/Berlaku sejak 24 November 2026, dipilih pengelola/u).waitFor();
		}
		t.deepEqual(asked(faults), []);
		await close();
	}
});

withBrowser(
	'the next version of a product is compared with this one before it is kept',
	async (t) => {
		const {page, faults, close} = await app.open('/penyelia/produk', {user: 'penyelia'});
		await page.getByText('Koperasi ini belum punya produk').waitFor();
		const answer = await page.request.post(
			`${app.server.address}/v1/cooperatives/${firstBook}/products`,
			{
				headers: {'idempotency-key': crypto.randomUUID(), origin: app.server.address},
				data: {
					code: 'MODAL',
					name: 'Modal usaha',
					effectiveFrom: '2026-11-24',
					akad: 'jasa',
					method: 'flat',
					principalMin: '1000000',
					principalMax: '6000000',
					instalmentsMin: 10,
					instalmentsMax: 12,
					period: {unit: 'month', every: 1},
					yearlyRate: '12',
					legalBasis: 'Rapat anggota 2026',
				},
			},
		);
		t.is(answer.status(), 201, await answer.text());
		await page.reload();
		const form = page.locator('form', {has: page.getByRole('button', {name: /^Simpan versi/u})});
		await form.getByLabel('Margin setahun (%)').fill('18');
		await form.getByLabel('Berlaku sejak').fill('25/11/2026');
		await form.getByRole('button', {name: 'Bandingkan dengan versi ini'}).click();
		// Of six million over a year 12 per cent are 720,000, and 18 per cent 1,080,000.
		await form.getByRole('row', {name: /^Seluruh margin Rp 720\.000 Rp 1\.080\.000$/u}).waitFor();
		await form.getByRole('row', {name: /^Angsuran pertama Rp 560\.000 Rp 590\.000$/u}).waitFor();
		await isWhole(t, page, 'desk');
		await keepWhole(page, 'supervisor-next-version-desk');
		await page.setViewportSize({width: 360, height: 800});
		await isWhole(t, page, 'phone');
		await keepWhole(page, 'supervisor-next-version-phone');
		const {items} = (await (
			await page.request.get(`${app.server.address}/v1/cooperatives/${firstBook}/products`)
		).json()) as {items: unknown[]};
		t.is(items.length, 1, 'nothing was kept yet');
		t.deepEqual(asked(faults), []);
		await close();
	},
);

withBrowser(
	'the supervisor witnesses what the officer counted, and books what is missing',
	async (t) => {
		const officer = await app.open('/petugas/kas', {user: 'petugas'});
		await shown(officer.page);
		for (const [pieces, counts] of [
			['2', 1],
			['3', 2],
		] as const) {
			await officer.page.getByLabel('Banyaknya Rp 100.000').fill(pieces);
			await officer.page.getByRole('button', {name: 'Catat hitungan'}).click();
			await officer.page
				.getByText('Menunggu saksi')
				.nth(counts - 1)
				.waitFor();
		}
		t.is(await officer.page.getByRole('button', {name: /menyaksikan/u}).count(), 0);
		for (const width of ['phone', 'desk'] as const) {
			const {page, faults, close} = await app.open('/penyelia/kas', {width, user: 'penyelia'});
			const witness = page.getByRole('button', {name: 'Saya menyaksikan hitungan ini'});
			await witness.first().waitFor();
			// The last count stands first.
			t.regex(await page.getByRole('main').innerText(), /KAS-2[\s\S]*KAS-1/u);
			await isWhole(t, page, width);
			await keepWhole(page, `supervisor-cash-${width}`);
			if (width === 'desk') {
				await witness.first().click();
				await page.getByText('Disaksikan penyelia').waitFor();
				const form = page.locator('form');
				await form.getByLabel('Sebab selisih').fill('Kurang menurut hitungan KAS-2');
				await isWhole(t, page, width);
				await keepWhole(page, 'supervisor-cash-difference-desk');
				await form.getByRole('button', {name: 'Bukukan selisih'}).click();
				await page.getByText('Selisih dibukukan', {exact: true}).waitFor();
				await page.getByText('Rp 300.000').first().waitFor();
			}
			t.deepEqual(asked(faults), []);
			await close();
		}
		await officer.close();
	},
);
