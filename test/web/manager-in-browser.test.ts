// The city in the eyes of whoever answers for its money: the map, a kelurahan, its funds.
import test from 'ava';
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
	if (program === undefined) return;
	app = await openApp(program);
	await raiseFinding();
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

/** The auditor found something at the first cooperative. */
async function raiseFinding(): Promise<void> {
	const {page, close} = await app.open('/publik', {user: 'auditor'});
	const answer = await page.request.post(`${app.server.address}/v1/findings`, {
		headers: {'idempotency-key': crypto.randomUUID(), origin: app.server.address},
		data: {
			book: firstBook,
			subject: 'kas-tidak-dihitung',
			severity: 'high',
			sentence: {id: 'Kas tidak dihitung sebulan', en: 'Cash was not counted for a month'},
			evidence: [{kind: 'entry', number: 1}],
		},
	});
	if (answer.status() !== 201) throw new Error(await answer.text());
	await close();
}

withBrowser(
	'the map of the city leads to a kelurahan, and says without colour what it says',
	async (t) => {
		for (const width of ['phone', 'desk'] as const) {
			const {page, faults, close} = await app.open('/pengelola', {width, user: 'pengelola'});
			await page.locator('.tile').first().waitFor();
			await shown(page);
			t.is(await page.locator('.tile').count(), 67);
			t.is(await page.locator('a.tile').count(), 3);
			t.deepEqual(await accessibilityFaults(page), []);
			t.deepEqual(await cutOffOf(page, width), []);
			await keepWhole(page, `manager-map-${width}`);
			await page.getByLabel('Angka yang ditampilkan').selectOption('outstandingPrincipal');
			const legend = page.getByRole('group', {name: 'Keterangan peta'});
			t.regex(await legend.innerText(), /Sisa pokok pembiayaan[\s\S]*Rp /u);
			const numbers = await page.locator('a.tile .swatch-number').allInnerTexts();
			t.deepEqual(numbers.toSorted(), ['1', '2', '3'], 'each is in a band that has a number');
			await page.getByText('Tabel', {exact: true}).click();
			t.is(await page.getByRole('row').count(), width === 'desk' ? 68 : 67);
			t.deepEqual(await accessibilityFaults(page), []);
			t.deepEqual(await cutOffOf(page, width), []);
			await keepWhole(page, `manager-table-${width}`);
			await page.getByRole('link', {name: 'Pagar Dewa'}).click();
			await page.getByRole('heading', {name: 'Perkembangan bulanan'}).waitFor();
			await page.getByRole('img').waitFor();
			await shown(page);
			t.deepEqual(await accessibilityFaults(page), []);
			t.deepEqual(await cutOffOf(page, 'desk'), []);
			await keepWhole(page, `manager-kelurahan-${width}`);
			t.deepEqual(faults, []);
			await close();
		}
	},
);

withBrowser(
	'a tranche is recorded under its agreement, and what is wrong stands beside',
	async (t) => {
		for (const width of ['phone', 'desk'] as const) {
			const {page, close} = await app.open('/pengelola/dana', {width, user: 'pengelola'});
			await page.getByRole('row').nth(1).waitFor();
			t.deepEqual(await accessibilityFaults(page), []);
			t.deepEqual(await cutOffOf(page, width), []);
			await page.getByRole('row').last().getByRole('link').click();
			await page.getByRole('heading', {name: 'Jadwal pengembalian'}).waitFor();
			t.deepEqual(await accessibilityFaults(page), []);
			t.deepEqual(await cutOffOf(page, width), []);
			await keepWhole(page, `manager-fund-${width}`);
			const form = page.locator('form').first();
			await form.getByLabel('Bukti').fill('SP2D/2026/99');
			await form.getByLabel('Jumlah').fill('900 m');
			await form.getByLabel('Tanggal').fill('24/11/2026');
			await form.getByLabel('Tahun anggaran').fill('2026');
			await form.getByRole('button', {name: 'Bukukan'}).click();
			await form.getByRole('alert').waitFor();
			t.is(await form.getByLabel('Bukti').inputValue(), 'SP2D/2026/99', 'what was typed stays');
			await close();
		}
	},
);

withBrowser('a reconciliation shows both sides and is signed when nothing is open', async (t) => {
	const {page, close} = await app.open('/pengelola/rekonsiliasi', {user: 'pengelola'});
	await page.getByText('Belum ada rekonsiliasi').waitFor();
	const form = page.locator('form').first();
	await form.getByLabel('Koperasi').selectOption(firstBook);
	await form.getByLabel('Bulan').fill('2026-13');
	await form.getByRole('button', {name: 'Siapkan rekonsiliasi'}).click();
	await form.getByRole('alert').waitFor();
	await form.getByLabel('Bulan').fill('2026-10');
	await form.getByRole('button', {name: 'Siapkan rekonsiliasi'}).click();
	await page.getByRole('link', {name: 'Oktober 2026'}).click();
	await page.getByRole('heading', {name: 'Kedua sisi berdampingan'}).waitFor();
	for (const [width, pixels] of [
		['desk', 1280],
		['phone', 360],
	] as const) {
		await page.setViewportSize({width: pixels, height: 800});
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `manager-reconciliation-${width}`);
	}
	await page.getByRole('button', {name: 'Tanda tangani untuk kota'}).click();
	await page.getByText('Kota: pengelola').waitFor();
	await close();
});

withBrowser('a finding is worked on, step by step', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/pengelola/temuan', {width, user: 'pengelola'});
		await page.getByRole('link', {name: 'Kas tidak dihitung sebulan'}).waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `manager-findings-${width}`);
		await page.getByRole('link', {name: 'Kas tidak dihitung sebulan'}).click();
		const note = `Koperasi dihubungi, ${width}`;
		await page.getByLabel('Catatan').fill(note);
		await page.getByRole('button', {name: 'Tambah catatan'}).click();
		await page.getByText('Catatan tersimpan.').waitFor();
		await page.locator('.mantine-Timeline-root').getByText(note).waitFor();
		t.deepEqual(await accessibilityFaults(page), []);
		t.deepEqual(await cutOffOf(page, width), []);
		await keepWhole(page, `manager-finding-${width}`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('in English and in the dark the map can be read as well', async (t) => {
	const {page, close} = await app.open('/pengelola', {user: 'pengelola'});
	await page.locator('.tile').first().waitFor();
	await page.getByRole('button', {name: 'English'}).click();
	await page.getByRole('button', {name: 'Dark appearance'}).click();
	await page.getByRole('heading', {name: /Health of the city/u}).waitFor();
	t.deepEqual(await accessibilityFaults(page), []);
	await keepWhole(page, 'manager-map-dark');
	await close();
});
