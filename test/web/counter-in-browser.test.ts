// What is done at the counter besides taking payments: members, groups, savings, promises, loans
// paid out, and what was taken by mistake taken back by its mirror.
import test, {type ExecutionContext} from 'ava';
import type {Page} from 'playwright-core';
import {
	type App,
	type Width,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
	shown,
	today,
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

/** Looks at a page as it is: nothing cut off, nothing that a reader of screens trips over. */
async function look(t: ExecutionContext, page: Page, name: string): Promise<void> {
	// A button that is pressed still turns for a moment.
	await page.waitForTimeout(300);
	await keepWhole(page, `counter-${name}`);
	t.deepEqual(await overflowOf(page), [], name);
	t.deepEqual(await accessibilityFaults(page), [], name);
}

const bothWidths: readonly Width[] = ['phone', 'desk'];

async function firstLoan(status = 'disbursed'): Promise<{id: string; member: string}> {
	const {body} = await officer.get(`/v1/loans?cooperative=${firstBook}&status=${status}&limit=1`);
	return body.items[0];
}

/** A loan that a supervisor approved and nobody has paid out. */
async function approvedLoan(): Promise<{id: string; number: number}> {
	const supervisor = await app.server.signUp('supervisor', firstBook);
	const {body: funds} = await officer.get(`/v1/allocations?cooperative=${firstBook}`);
	const {body: members} = await officer.get(`/v1/members?cooperative=${firstBook}&limit=1`);
	const {body: loan} = await officer.post('/v1/loans', {
		member: members.items[0].id,
		allocation: funds.items[0].id,
		akad: 'qardh',
		purpose: 'Modal warung kopi',
		principal: '600000',
		instalments: 6,
		appliedOn: today,
	});
	const decided = await supervisor.post(`/v1/loans/${loan.id}/approve`, {
		decidedOn: today,
		reason: 'Layak',
	});
	if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
	return loan;
}

withBrowser('an approved loan is paid out, once it has a paper', async (t) => {
	const loan = await approvedLoan();
	const {page, faults, close} = await app.open(`/petugas/pembiayaan/${loan.id}`, {
		width: 'phone',
		user: 'petugas',
	});
	await page.getByLabel('Nomor bukti').waitFor();
	await look(t, page, 'disburse-phone');
	await page.getByLabel('Jumlah tahap ini').fill('700rb');
	await page.getByLabel('Nomor bukti').fill('BA-77');
	await page.getByRole('button', {name: 'Cairkan pembiayaan'}).click();
	await page.getByRole('alert').waitFor();
	t.regex(await page.innerText('form'), /600\.?000/u, 'what would be right stands beside it');
	await look(t, page, 'disburse-refused-phone');
	await page.getByLabel('Jumlah tahap ini').fill('');
	await page.getByRole('button', {name: 'Cairkan pembiayaan'}).click();
	await page.getByText('Pembiayaan sudah cair dan dibukukan.').first().waitFor();
	await page.getByText('Berjalan', {exact: true}).waitFor();
	const {body} = await officer.get(`/v1/loans/${loan.id}`);
	t.like(body, {status: 'disbursed', disbursed: '600000.00', disbursedOn: today});
	t.is(await page.getByRole('button', {name: 'Cairkan pembiayaan'}).count(), 0);
	t.deepEqual(
		faults.filter((one) => !one.includes('status of 4')),
		[],
	);
	await close();
});

withBrowser('a promise is recorded, and stands on the list of the day', async (t) => {
	const {body: due} = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	const [row] = due.rows;
	const {page, close} = await app.open(`/petugas/pembiayaan/${row.loan}`, {user: 'petugas'});
	const form = page.locator('form').filter({hasText: 'Siapa yang berjanji'});
	await form.getByLabel('Akan dibayar tanggal').fill('20/11/2026');
	await form.getByLabel('Jumlah yang dijanjikan').fill('100rb');
	await form.getByLabel('Siapa yang berjanji').fill('Suami anggota');
	await form.getByRole('button', {name: 'Catat janji'}).click();
	// A day before that of the promise: said beside its field, and what was typed stays.
	await form.getByText(/mendahului tanggal janji/u).waitFor();
	t.is(await form.getByLabel('Siapa yang berjanji').inputValue(), 'Suami anggota');
	await look(t, page, 'promise-refused-desk');
	await form.getByLabel('Akan dibayar tanggal').fill('1/12/2026');
	await form.getByRole('button', {name: 'Catat janji'}).click();
	await page.getByText('Ditunggu').waitFor();
	t.regex(await page.innerText('main'), /Suami anggota, 24 November 2026/u);
	await look(t, page, 'promise-desk');
	await close();
	const list = await app.open('/petugas', {width: 'phone', user: 'petugas'});
	await shown(list.page);
	await list.page.getByText('Janji bayar 1 Desember 2026: Rp 100.000').waitFor();
	await list.page.getByText('Janji', {exact: true}).click();
	t.is(await list.page.getByRole('listitem').count(), 1);
	await list.close();
});

withBrowser('numbers and address are shown for a reason, and that is in the trail', async (t) => {
	const {member} = await firstLoan();
	const {page, close} = await app.open(`/petugas/anggota/${member}`, {
		width: 'phone',
		user: 'petugas',
	});
	await shown(page);
	t.notRegex(await page.innerText('main'), /\b\d{16}\b/u);
	await page.getByRole('button', {name: 'Tampilkan NIK, telepon, dan alamat'}).click();
	await page.getByLabel('Alasan').fill('Mencocokkan KTP di loket');
	await look(t, page, 'unmask-phone');
	await page.getByRole('button', {name: 'Tampilkan', exact: true}).click();
	await page.getByText('Data lengkap terlihat').waitFor();
	t.regex(await page.innerText('main'), /\b\d{16}\b/u);
	t.deepEqual(await accessibilityFaults(page), []);
	t.deepEqual(await overflowOf(page), []);
	await page.getByRole('button', {name: 'Tutup kembali'}).click();
	t.notRegex(await page.innerText('main'), /\b\d{16}\b/u);
	await close();
	const auditor = await app.server.signUp('auditor');
	const {body} = await auditor.get(`/v1/audit/log?subject=member:${member}`);
	const told = JSON.stringify(body.items);
	t.regex(told, /Mencocokkan KTP di loket/u);
	t.true(told.includes(member));
});

withBrowser('somebody becomes a member; each field says what is wrong with it', async (t) => {
	for (const width of bothWidths) {
		const {page, close} = await app.open('/petugas/anggota/baru', {width, user: 'petugas'});
		await page.getByLabel('Nama menurut KTP').waitFor();
		await look(t, page, `register-${width}`);
		await close();
	}
	const {page, close} = await app.open('/petugas/anggota', {user: 'petugas'});
	await page.getByRole('link', {name: 'Daftarkan anggota'}).click();
	await page.getByRole('textbox', {name: 'NIK'}).fill('12345');
	await page.getByLabel('Nama menurut KTP').fill('Dewi Kartika');
	await page.getByLabel('Alamat').fill('Jl. Semangka 12');
	await page.getByRole('button', {name: 'Daftarkan'}).click();
	await page
		.getByText(/“NIK”|16 angka, |harus/u)
		.first()
		.waitFor();
	t.is(await page.getByRole('textbox', {name: 'NIK'}).getAttribute('aria-invalid'), 'true');
	await keepWhole(page, 'counter-register-refused-desk');
	t.deepEqual(await accessibilityFaults(page), []);
	await page.getByRole('textbox', {name: 'NIK'}).fill('1771015204900071');
	await page.getByRole('button', {name: 'Daftarkan'}).click();
	await page.getByRole('heading', {name: 'Dewi Kartika'}).waitFor();
	const found = await officer.post('/v1/members/search', {
		cooperative: firstBook,
		nik: '1771015204900071',
	});
	t.like(found.body.items[0], {name: 'Dewi Kartika', joinedOn: today});
	await close();
});

withBrowser('savings are opened, added to and taken from, each with its slip', async (t) => {
	const {body} = await officer.post('/v1/members/search', {
		cooperative: firstBook,
		name: 'Dewi Kartika',
	});
	const [member] = body.items;
	const {page, close} = await app.open(`/petugas/anggota/${member.id}`, {
		width: 'phone',
		user: 'petugas',
	});
	await page.getByRole('link', {name: 'Buka simpanan'}).click();
	await page.getByText('Belum pernah menyimpan').waitFor();
	await look(t, page, 'savings-empty-phone');
	await page.getByLabel('Jenis simpanan').selectOption('wadiah');
	await page.getByLabel('Jumlah').fill('250rb');
	await page.getByRole('button', {name: 'Bukukan setoran'}).click();
	await page.getByText(/Sudah dibukukan dengan slip SS-\d+/u).waitFor();
	await page.getByText('Setoran · Sukarela (wadiah)').waitFor();
	await page.getByText('Tarik', {exact: true}).click();
	await page.getByLabel('Jumlah').fill('300rb');
	await page.getByRole('button', {name: 'Bukukan penarikan'}).click();
	await page
		.getByText(/di bawah nol/u)
		.first()
		.waitFor();
	await look(t, page, 'savings-refused-phone');
	await page.getByLabel('Jumlah').fill('100rb');
	await page.getByRole('button', {name: 'Bukukan penarikan'}).click();
	await page.getByText('Penarikan · Sukarela (wadiah)').waitFor();
	await look(t, page, 'savings-phone');
	const {body: saved} = await officer.get(`/v1/members/${member.id}/savings`);
	t.is(saved.totals.wadiah, '150000.00');
	await page
		.getByRole('link', {name: /^Slip PS-/u})
		.first()
		.click();
	await page.getByText('seratus ribu rupiah', {exact: false}).waitFor();
	await look(t, page, 'savings-slip-phone');
	await close();
});

withBrowser('a group is formed, members come in, and one leaves', async (t) => {
	const {page, close} = await app.open('/petugas/kelompok', {width: 'phone', user: 'petugas'});
	await page.getByText('Belum ada kelompok').waitFor();
	await page.getByRole('link', {name: 'Bentuk kelompok'}).click();
	await page.getByLabel('Nama kelompok').fill('Kelompok Anggrek');
	await page.getByLabel('Hari pertemuan').selectOption({label: 'Kamis'});
	await page.getByLabel('Tempat pertemuan').fill('Balai RW 05');
	await look(t, page, 'form-group-phone');
	await page.getByRole('button', {name: 'Bentuk', exact: true}).click();
	await page.getByText('Belum ada anggota').waitFor();
	const {body} = await officer.get(`/v1/members?cooperative=${firstBook}&limit=2`);
	for (const [index, {number, name}] of body.items.entries()) {
		await page.getByLabel('Nama, nomor anggota, atau NIK').fill(String(number));
		await page.getByRole('listitem').filter({hasText: name}).getByRole('button').click();
		if (index === 0) await page.getByLabel('Jabatan').selectOption('ketua');
		await page.getByRole('button', {name: 'Masukkan ke kelompok'}).click();
		await page.getByText('Sudah masuk kelompok.').waitFor();
		await page.getByRole('link', {name}).waitFor();
	}
	await page.getByText('Ketua', {exact: true}).waitFor();
	await look(t, page, 'group-members-phone');
	const leaver = body.items[1].name;
	await page.getByRole('button', {name: `Keluarkan ${leaver}`}).click();
	await page.getByLabel('Alasan').fill('Pindah rumah');
	await page.getByRole('button', {name: 'Keluarkan', exact: true}).last().click();
	await page.getByText('Keluar 24 November 2026').waitFor();
	const {body: groups} = await officer.get(`/v1/groups?cooperative=${firstBook}`);
	const [group] = groups.items;
	t.like(group, {name: 'Kelompok Anggrek', meetingDay: 4, meetingPlace: 'Balai RW 05'});
	const {body: detail} = await officer.get(`/v1/groups/${group.id}`);
	t.deepEqual(
		detail.members.map(({office, leftOn}: {office: string; leftOn: string}) => [office, leftOn]),
		[
			['ketua', null],
			[null, today],
		],
	);
	await close();
});

withBrowser('a payment taken by mistake is taken back by whoever may', async (t) => {
	const {id, member} = await firstLoan();
	const paid = await officer.post(`/v1/loans/${id}/repayments`, {
		amount: '15000',
		paidOn: today,
		method: 'cash',
	});
	const {receiptNumber} = paid.body;
	const mine = await app.open(`/petugas/kuitansi/${firstBook}/KW-${receiptNumber}?baru`, {
		user: 'petugas',
	});
	await mine.page.getByText(`sebutkan KW-${receiptNumber}`).waitFor();
	await mine.page.goto(`${app.server.address}/petugas/pembiayaan/${id}`);
	await shown(mine.page);
	t.is(await mine.page.getByRole('button', {name: /^Batalkan/u}).count(), 0);
	await mine.close();

	const {page, close} = await app.open(`/penyelia/anggota/${member}`, {
		width: 'phone',
		user: 'penyelia',
	});
	await shown(page);
	await page.locator(`a[href="/penyelia/pembiayaan/${id}"]`).click();
	await page.getByRole('button', {name: `Batalkan Kuitansi ${receiptNumber}`}).click();
	await page.getByLabel('Nomor berita acara').fill('BA-PB-9');
	await page.getByLabel('Alasan').fill('Salah anggota');
	await look(t, page, 'undo-phone');
	await page.getByRole('button', {name: 'Bukukan pembatalan'}).click();
	await page.getByText('Sudah dibatalkan dengan jurnal pembalik.').waitFor();
	await page.getByText('Dibatalkan', {exact: true}).waitFor();
	const {body} = await officer.get(`/v1/loans/${id}/statement`);
	const reversed = body.repayments.filter(({isReversed}: {isReversed: boolean}) => isReversed);
	t.deepEqual(
		reversed.map((one: {receiptNumber: number}) => one.receiptNumber),
		[receiptNumber],
	);
	await page.goto(`${app.server.address}/penyelia/kuitansi/${firstBook}/KW-${receiptNumber}`);
	await page.getByText('Kuitansi ini sudah dibatalkan').waitFor();
	await look(t, page, 'receipt-reversed-phone');
	await close();
});
