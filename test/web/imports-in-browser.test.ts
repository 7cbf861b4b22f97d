// What a cooperative brings in from Excel, as its officer uploads it and its supervisor lets it
// pass: checked row by row, tried, approved by another, posted, and taken back as one act.
import {readFile} from 'node:fs/promises';
import test, {type ExecutionContext} from 'ava';
import {readXlsx} from 'hucre/xlsx';
import type {Page} from 'playwright-core';
import {workOnImport} from '../../src/import-worker.ts';
import {
	type App,
	firstBook,
	isWhole,
	keepWhole,
	openApp,
	shown,
} from '../helpers/app-in-browser.ts';
import {findBrowser} from '../helpers/browser.ts';
import {xlsx} from '../imports/setup.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;

test.before(async () => {
	if (program !== undefined) app = await openApp(program);
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

const head = ['No. anggota', 'Jenis', 'Tanggal', 'Jumlah', 'Cara'];
type Row = readonly (string | number)[];

const savings = async (rows: readonly Row[]): Promise<Buffer> =>
	Buffer.from(await xlsx({Simpanan: [head, ...rows]}), 'base64');

const good: readonly Row[] = [
	[1, 'Pokok', '2026-11-20', 100_000, 'Tunai'],
	[2, 'Pokok', '2026-11-20', 150_000, 'Tunai'],
	[2, 'Wajib', '2026-11-21', 25_000, 'Tunai'],
];

/** Chooses a file and sends it; the address of the page that follows ends with the import. */
async function upload(page: Page, name: string, file: Buffer): Promise<string> {
	await page.getByLabel('Isi berkas').selectOption('savings');
	await page.locator('input[type=file]').setInputFiles({
		name,
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: file,
	});
	await page.getByRole('button', {name: 'Unggah dan periksa'}).click();
	await page.waitForURL(`**/petugas/impor/${firstBook}/*`);
	return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** What the worker of the service does, once and now. */
const work = async (id: string): Promise<void> => workOnImport(id, {service: app.world});

withBrowser('a template is downloaded, with the columns that the file has to have', async (t) => {
	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/petugas/impor', {width, user: 'petugas'});
		await page.getByText('Belum ada impor').waitFor();
		await page.getByLabel('Isi berkas').selectOption('opening-balances');
		await page.getByLabel('Sisa pokok semua pembiayaan').waitFor();
		await isWhole(t, page, width);
		await keepWhole(page, `imports-upload-${width}`);
		await page.getByLabel('Isi berkas').selectOption('savings');
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', {name: 'Unduh templat'}).click();
		const download = await downloading;
		t.is(download.suggestedFilename(), 'templat-savings.xlsx');
		const {sheets} = await readXlsx(await readFile(await download.path()));
		const headings = sheets.find(({name}) => name === 'Simpanan')!.rows[0]!;
		t.deepEqual(headings.slice(0, 3).map(String), ['No. anggota *', 'Nama anggota', 'Jenis *']);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('what is wrong is shown row by row, and in a copy of the file', async (t) => {
	const rows = Array.from({length: 300}, (_, index): Row => [
		1,
		'Pokok',
		'2026-11-20',
		`${index + 1}.5x`,
		'Tunai',
	]);
	const {page, faults, close} = await app.open('/petugas/impor', {user: 'petugas'});
	await shown(page);
	const id = await upload(page, 'simpanan-salah.xlsx', await savings(rows));
	await page.getByText('Menunggu diperiksa').first().waitFor();
	await page.getByRole('progressbar').waitFor({state: 'attached'});
	await page.getByText('0 persen selesai').waitFor();
	await isWhole(t, page, 'desk');
	await keepWhole(page, 'imports-checking-desk');
	await work(id);
	// The page asks again by itself.
	await page.getByText('300 temuan harus diperbaiki dahulu').waitFor();
	const first = page.getByRole('row', {name: /^Simpanan 2 Jumlah 1\.5x/u});
	await first.waitFor();
	t.regex(await first.innerText(), /1\.5x/u);
	const table = page.getByRole('table', {name: 'Temuan per baris'});
	t.is(await table.getAttribute('aria-rowcount'), '301');
	t.true((await table.getByRole('row').count()) < 80, 'what is out of sight is not on the page');
	t.is(await page.getByRole('button', {name: 'Setujui dan bukukan'}).count(), 0);
	await isWhole(t, page, 'desk');
	await keepWhole(page, 'imports-findings-desk');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', {name: 'Unduh salinan bertanda temuan'}).click();
	const {sheets} = await readXlsx(await readFile(await (await downloading).path()));
	const copied = sheets.find(({name}) => name === 'Simpanan')!.rows;
	t.is(copied[0]!.at(-1), 'Temuan');
	t.regex(String(copied[1]!.at(-1)), /^Jumlah: /u);
	await page.setViewportSize({width: 360, height: 800});
	await isWhole(t, page, 'phone');
	await keepWhole(page, 'imports-findings-phone');
	await page.getByRole('button', {name: 'English'}).click();
	await page.getByText('300 findings have to be put right first').waitFor();
	t.deepEqual(faults, []);
	await close();
});

withBrowser('the same file is not taken twice, and that is said beside it', async (t) => {
	const {page, close} = await app.open('/petugas/impor', {user: 'petugas'});
	await shown(page);
	const file = await savings([[1, 'Pokok', '2026-11-19', 10_000, 'Tunai']]);
	await upload(page, 'sama.xlsx', file);
	await page.goto(`${app.server.address}/petugas/impor`);
	await page.getByRole('link', {name: 'sama.xlsx'}).waitFor();
	await page.getByLabel('Isi berkas').selectOption('savings');
	await page.locator('input[type=file]').setInputFiles({
		name: 'lain-nama.xlsx',
		mimeType: 'application/octet-stream',
		buffer: file,
	});
	await page.getByRole('button', {name: 'Unggah dan periksa'}).click();
	await page.getByRole('alert').waitFor();
	t.regex(await page.getByRole('main').innerText(), /petugas/u);
	t.is(new URL(page.url()).pathname, '/petugas/impor', 'what was filled in stays');
	await isWhole(t, page, 'desk');
	await keepWhole(page, 'imports-refused-desk');
	await close();
});

withBrowser('it is tried, approved by another, posted and taken back', async (t) => {
	const officer = await app.open('/petugas/impor', {user: 'petugas', width: 'phone'});
	await shown(officer.page);
	const id = await upload(officer.page, 'simpanan-november.xlsx', await savings(good));
	await work(id);
	await officer.page.getByText('Menunggu persetujuan penyelia').waitFor();
	t.is(await officer.page.getByRole('button', {name: 'Setujui dan bukukan'}).count(), 0);
	await officer.page
		.getByText('Rp 275.000')
		.or(officer.page.getByText('275.000'))
		.first()
		.waitFor();
	await isWhole(t, officer.page, 'phone');
	await keepWhole(officer.page, 'imports-waiting-phone');

	for (const width of ['phone', 'desk'] as const) {
		const {page, faults, close} = await app.open('/penyelia/impor', {width, user: 'penyelia'});
		const link = page.getByRole('link', {name: 'simpanan-november.xlsx'});
		await link.waitFor();
		await isWhole(t, page, width);
		await keepWhole(page, `supervisor-imports-${width}`);
		await link.click();
		await page.getByRole('heading', {name: 'Yang akan dibukukan'}).waitFor();
		await page.getByRole('row', {name: /Kas/u}).first().waitFor();
		const said = await page.getByRole('main').innerText();
		t.regex(said, /Baris baru\s+3/u);
		t.regex(said, /Jurnal\s+3/u);
		t.regex(said, /1\.1\.01 .*\s+275\.000/u);
		await isWhole(t, page, width);
		await keepWhole(page, `supervisor-import-${width}`);
		t.deepEqual(faults, []);
		if (width === 'desk') await approveAndUndo(t, page, id);
		await close();
	}
	await officer.page.reload();
	await officer.page.getByText('Dibatalkan penyelia per tanggal 24 November 2026').waitFor();
	t.deepEqual(officer.faults, []);
	await officer.close();
});

async function approveAndUndo(t: ExecutionContext, page: Page, id: string): Promise<void> {
	await page.getByRole('button', {name: 'Setujui dan bukukan'}).click();
	await page.getByText('Sedang dibukukan').first().waitFor();
	await isWhole(t, page, 'desk');
	await work(id);
	await page.getByText('3 baris dibukukan').waitFor();
	await page.getByText(/^Disetujui penyelia, /u).waitFor();
	await page.getByLabel('Tanggal pembalikan').fill('24112026');
	await page.getByLabel('Nomor bukti').fill('BATAL-1');
	await page.getByLabel('Alasan').fill('ya');
	await page.getByRole('button', {name: 'Batalkan impor ini'}).click();
	// What the service refuses stands beside the field that it is about.
	await page.getByText('Perbaiki isian yang ditandai di bawah.').waitFor();
	await page.getByLabel('Alasan').fill('Berkas bulan yang salah');
	await isWhole(t, page, 'desk');
	await keepWhole(page, 'supervisor-import-posted-desk');
	await page.getByRole('button', {name: 'Batalkan impor ini'}).click();
	await page.getByText('Sedang dibatalkan').first().waitFor();
	await work(id);
	await page.getByText('Dibatalkan penyelia per tanggal 24 November 2026').waitFor();
}

withBrowser(
	'the city brings in what it paid, and another manager has to let it pass',
	async (t) => {
		const {page, faults, close} = await app.open('/pengelola/impor-dana', {user: 'pengelola'});
		await page.getByText('Belum ada impor').waitFor();
		await page.getByLabel('Buku koperasi').selectOption(firstBook);
		const found = await page.request.get(
			`${app.server.address}/v1/allocations?cooperative=${firstBook}`,
		);
		const {items} = (await found.json()) as {items: {agreementNumber: string}[]};
		const buffer = Buffer.from(
			await xlsx({
				Alokasi: [['No. perjanjian', 'Program', 'Kelurahan', 'Tanggal perjanjian', 'Pagu']],
				Tahap: [
					['No. perjanjian', 'No. SP2D', 'Tahun anggaran', 'Tanggal terima', 'Jumlah'],
					[items[0]!.agreementNumber, 'SP2D-UJI', 2026, '2026-11-20', 10_000],
				],
			}),
			'base64',
		);
		await page.locator('input[type=file]').setInputFiles({
			name: 'tahap.xlsx',
			mimeType: 'application/octet-stream',
			buffer,
		});
		await page.getByRole('button', {name: 'Unggah dan periksa'}).click();
		await page.waitForURL(`**/pengelola/impor-dana/${firstBook}/*`);
		await work(new URL(page.url()).pathname.split('/').at(-1)!);
		await page.getByText('Menunggu persetujuan pengelola lain').waitFor();
		await page.getByRole('row', {name: /^Penerimaan dana \(tahap\) 2 20\.000$/u}).waitFor();
		t.is(await page.getByRole('button', {name: 'Setujui dan bukukan'}).count(), 0);
		await isWhole(t, page, 'desk');
		await keepWhole(page, 'manager-import-desk');
		await page.setViewportSize({width: 360, height: 800});
		await isWhole(t, page, 'phone');
		await keepWhole(page, 'manager-import-phone');
		t.deepEqual(faults, []);
		await close();
	},
);
