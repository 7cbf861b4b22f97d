// What an officer does all day, as they see it: at a counter by keys alone, in the market by thumb.
import test from 'ava';
import type {Page} from 'playwright-core';
import {
	type App,
	type Width,
	accessibilityFaults,
	firstBook,
	keepWhole,
	openApp,
	renderMs,
	shown,
	today,
	widths,
} from '../helpers/app-in-browser.ts';
import {findBrowser, overflowOf} from '../helpers/browser.ts';
import type {Client} from '../helpers/http.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
let app: App;
let officer: Client;
let group: string;

test.before(async () => {
	if (program === undefined) return;
	app = await openApp(program);
	officer = await app.server.signUp('officer', firstBook);
	group = await formGroup();
});
test.after.always(async () => {
	if (program !== undefined) await app.close();
});

/** A group of three members with a loan, an instalment of which is due today. */
async function formGroup(): Promise<string> {
	const found = await officer.get(`/v1/members?cooperative=${firstBook}&limit=3`);
	const members: {id: string}[] = found.body.items;
	const formed = await officer.post('/v1/groups', {
		cooperative: firstBook,
		name: 'Kelompok Melati',
		formedOn: '2026-10-01',
		meetingPlace: 'Balai RW 03',
	});
	if (formed.status !== 201) throw new Error(JSON.stringify(formed.body));
	for (const {id} of members) {
		await officer.post(`/v1/groups/${formed.body.id}/members`, {
			member: id,
			joinedOn: '2026-10-01',
		});
	}
	await lendToGroup(formed.body.id, members);
	return formed.body.id;
}

async function lendToGroup(id: string, members: readonly {id: string}[]): Promise<void> {
	const supervisor = await app.server.signUp('supervisor', firstBook);
	const allocations = await officer.get(`/v1/allocations?cooperative=${firstBook}`);
	const applied = await officer.post(`/v1/groups/${id}/loans`, {
		allocation: allocations.body.items[0].id,
		akad: 'qardh',
		purpose: 'Modal warung',
		principal: '900000',
		instalments: 3,
		appliedOn: '2026-10-20',
		shares: members.map((member) => ({member: member.id, weight: 1})),
	});
	if (applied.status !== 201) throw new Error(JSON.stringify(applied.body));
	for (const {loan} of applied.body.items) {
		const steps = [
			await supervisor.post(`/v1/loans/${loan.id}/approve`, {
				decidedOn: '2026-10-21',
				reason: 'Layak',
			}),
			await officer.post(`/v1/loans/${loan.id}/disburse`, {
				disbursedOn: '2026-10-24',
				document: `BA-${loan.number}`,
			}),
		];
		for (const step of steps) if (step.status >= 300) throw new Error(JSON.stringify(step.body));
	}
}

const bothWidths: readonly Width[] = ['phone', 'desk'];

/** Looks at a page in both widths: nothing cut off, nothing that a reader of screens trips over. */
async function look(
	t: {
		deepEqual: (a: unknown, b: unknown, m?: string) => unknown;
		log: (...texts: string[]) => void;
	},
	address: string,
	name: string,
	before: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
	for (const width of bothWidths) {
		const {page, faults, close} = await app.open(address, {width, user: 'petugas'});
		await shown(page);
		await before(page);
		t.log(`${name} ${width}: shown ${Math.round(await renderMs(page))} ms after the answer`);
		await keepWhole(page, `officer-${name}-${width}`);
		t.deepEqual(await overflowOf(page), [], `${name}, ${widths[width]} pixels`);
		t.deepEqual(await accessibilityFaults(page), [], `${name}, ${width}`);
		t.deepEqual(faults, []);
		await close();
	}
}

withBrowser('the list of the day', async (t) => {
	await look(t, '/petugas', 'today');
	const {page, close} = await app.open('/petugas', {user: 'petugas'});
	await shown(page);
	const due = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	t.is(due.body.on, today);
	const shownRows = await page.getByRole('listitem').count();
	t.is(shownRows, due.body.rows.length);
	await page.getByText('Menunggak', {exact: true}).last().click();
	const late = due.body.rows.filter(({overdue}: {overdue: string}) => overdue !== '0.00');
	t.is(await page.getByRole('listitem').count(), late.length);
	await close();
});

withBrowser('a repayment in three taps, its split told before it is posted', async (t) => {
	const {page, faults, close} = await app.open('/petugas', {width: 'phone', user: 'petugas'});
	await shown(page);
	const [row] = (await officer.get(`/v1/collections/due?cooperative=${firstBook}`)).body.rows;
	const card = page
		.getByRole('listitem')
		.filter({hasText: `Pembiayaan ${row.loanNumber}`})
		.first();
	await card
		.getByRole('link')
		.tap()
		.catch(async () => card.getByRole('link').click());
	const told = await officer.get(
		`/v1/loans/${row.loan}/repayments/preview?amount=${row.total}&paidOn=${today}`,
	);
	const post = page.getByRole('button', {name: /^Bukukan Rp/u});
	await post.waitFor();
	await page.getByText(plain(told.body.owedAfter.total)).waitFor();
	await keepWhole(page, 'officer-pay-phone');
	t.deepEqual(await overflowOf(page), []);
	t.deepEqual(await accessibilityFaults(page), []);
	const before = await countPaid(row.loan);
	await post.click();
	await page.getByText('Sudah dibukukan').waitFor();
	t.is(await countPaid(row.loan), before + 1);
	const seen = await page.innerText('main');
	t.true(seen.includes(plain(row.total)), seen);
	await page.getByRole('img', {name: /memindai/u}).waitFor();
	await keepWhole(page, 'officer-receipt-phone');
	t.deepEqual(await overflowOf(page), []);
	t.deepEqual(await accessibilityFaults(page), []);
	const print = page.getByRole('link', {name: 'Cetak kuitansi'});
	t.regex((await print.getAttribute('href'))!, /\/print\?paper=80mm$/u);
	t.deepEqual(faults, []);
	await close();
});

const countPaid = async (loan: string): Promise<number> =>
	(await officer.get(`/v1/loans/${loan}/statement`)).body.repayments.length;

/** As people write it: the tests' own, so that the page is not compared with itself. */
const plain = (amount: string): string =>
	`Rp ${amount.replace(/\.00$/u, '').replaceAll(/\B(?=(?:\d{3})+$)/gu, '.')}`;

withBrowser('the counter by keys alone: found, paid and at the receipt', async (t) => {
	const {page, close} = await app.open('/petugas/anggota', {user: 'petugas'});
	const search = page.getByLabel('Nama, nomor anggota, atau NIK');
	await search.waitFor();
	const {body} = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	const row = body.rows.at(-1);
	await page.keyboard.type(String(row.memberNumber));
	await page.getByRole('listitem').waitFor();
	await page.waitForTimeout(400);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', {name: row.name}).waitFor();
	const pay = page.getByRole('link', {name: 'Terima angsuran'}).first();
	await pay.waitFor();
	await pay.focus();
	await page.keyboard.press('Enter');
	await page.getByLabel('Jumlah').waitFor();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('10rb');
	await page.getByRole('button', {name: 'Bukukan Rp 10.000', disabled: false}).waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('Sudah dibukukan').waitFor();
	t.regex(await page.innerText('main'), /sepuluh ribu rupiah/iu);
	await close();
});

withBrowser('what the service refuses stands beside its field', async (t) => {
	const {page, close} = await app.open('/petugas', {user: 'petugas'});
	await shown(page);
	await page.getByRole('listitem').first().getByRole('link').click();
	const field = page.getByLabel('Jumlah');
	await field.fill('999 jt');
	await page
		.getByText(/melebihi|lebih dari/u)
		.first()
		.waitFor();
	t.true(await page.getByRole('button', {name: /^Bukukan/u}).isDisabled());
	await field.fill('satu');
	await field.blur();
	await page.getByText('Tulis jumlah rupiah').waitFor();
	await keepWhole(page, 'officer-pay-refused-desk');
	await close();
});

withBrowser('a member and a loan', async (t) => {
	const {body} = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	const [row] = body.rows;
	await look(t, `/petugas/anggota/${row.member}`, 'member');
	await look(t, `/petugas/pembiayaan/${row.loan}`, 'loan');
	await look(t, '/petugas/anggota', 'search', async (page) => {
		await page.getByLabel('Nama, nomor anggota, atau NIK').fill('an');
		await page.getByRole('listitem').first().waitFor();
	});
});

withBrowser('the sheet of a group is posted whole, each row with its receipt', async (t) => {
	await look(t, '/petugas/kelompok', 'groups');
	await look(t, `/petugas/kelompok/${group}`, 'sheet');
	const {page, close} = await app.open(`/petugas/kelompok/${group}`, {
		width: 'phone',
		user: 'petugas',
	});
	await shown(page);
	await page.getByRole('button', {name: /^Bukukan 3 pembayaran, Rp/u}).click();
	await page.getByText('3 dibukukan').waitFor();
	t.is(await page.getByRole('link', {name: /^Kuitansi \d+$/u}).count(), 3);
	await keepWhole(page, 'officer-sheet-posted-phone');
	t.deepEqual(await accessibilityFaults(page), []);
	await close();
});

withBrowser('an application, with its schedule while one types', async (t) => {
	const {body} = await officer.get(`/v1/members?cooperative=${firstBook}&limit=1`);
	const fill = async (page: Page): Promise<void> => {
		await page.getByLabel('Untuk apa').fill('Modal dagang sayur');
		await page.getByLabel('Pokok yang diajukan').fill('6 jt');
		await page.getByLabel('Margin yang disepakati').fill('600rb');
		await page.getByText('Rp 6.600.000').waitFor();
	};
	const address = `/petugas/pengajuan/baru?anggota=${body.items[0].id}`;
	await look(t, address, 'application', fill);
	const {page, close} = await app.open(address, {user: 'petugas'});
	await shown(page);
	await page.getByRole('button', {name: 'Ajukan', exact: true}).click();
	// Nothing was filled in: each field says what it wants.
	await page.getByRole('alert').waitFor();
	await keepWhole(page, 'officer-application-refused-desk');
	await fill(page);
	t.is(await page.getByRole('row').count(), 13);
	await page.getByRole('button', {name: 'Ajukan', exact: true}).click();
	await page.getByText(/^Pengajuan \d+ tercatat$/u).waitFor();
	await close();
	await look(t, '/petugas/pengajuan', 'applications');
});

withBrowser('cash is counted by one and seen by another, and so the day is closed', async (t) => {
	await look(t, '/petugas/kas', 'cash', async (page) => {
		await page.getByLabel('Banyaknya Rp 100.000').fill('12');
		await page.getByText('Rp 1.200.000').first().waitFor();
	});
	const {page, close} = await app.open('/petugas/kas', {user: 'petugas'});
	await shown(page);
	await page.getByLabel('Banyaknya Rp 100.000').fill('3');
	await page.getByRole('button', {name: 'Catat hitungan'}).click();
	await page.getByText('Menunggu saksi').waitFor();
	t.is(await page.getByRole('button', {name: 'Saya menyaksikan hitungan ini'}).count(), 0);
	const counts = await officer.get(`/v1/books/${firstBook}/cash-counts`);
	t.is(counts.body.items[0].total, '300000.00');
	t.is(counts.body.items[0].countedBy, 'petugas');
	await close();
});

withBrowser('ten thousand rows scroll as ten do', async (t) => {
	const rowsMany = 10_000;
	const {page, close} = await app.open('/masuk', {user: 'petugas'});
	const due = await officer.get(`/v1/collections/due?cooperative=${firstBook}`);
	const [row] = due.body.rows;
	const rows = Array.from({length: rowsMany}, (_, index) => ({
		...row,
		loan: `loan-${index}`,
		loanNumber: index + 1,
		name: `Anggota ke-${index + 1}`,
	}));
	await page.route('**/v1/collections/due?*', async (route) =>
		route.fulfill({json: {...due.body, rows}}),
	);
	await page.goto(`${app.server.address}/petugas`);
	await shown(page);
	await page.getByText('10.000 pembiayaan').waitFor();
	t.true((await page.getByRole('listitem').count()) < 60);
	t.is(await page.getByRole('listitem').first().getAttribute('aria-setsize'), '10000');
	await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
	await page.getByText('Anggota ke-10000', {exact: true}).waitFor();
	t.true((await page.getByRole('listitem').count()) < 60);
	await close();
});

withBrowser('what is printed of a receipt is the receipt alone', async (t) => {
	const paid = await officer.get(`/v1/loans?cooperative=${firstBook}&status=disbursed`);
	const statement = await officer.get(`/v1/loans/${paid.body.items[0].id}/statement`);
	const {receiptNumber} = statement.body.repayments[0];
	const {page, close} = await app.open(`/petugas/kuitansi/${firstBook}/KW-${receiptNumber}`, {
		user: 'petugas',
	});
	await shown(page);
	await page.emulateMedia({media: 'print'});
	t.false(await page.getByRole('link', {name: 'Cetak kuitansi'}).isVisible());
	t.false(await page.getByRole('link', {name: 'Kelompok'}).first().isVisible());
	t.true(await page.getByRole('img', {name: /memindai/u}).isVisible());
	await keepWhole(page, 'officer-receipt-printed');
	await close();
});

withBrowser('in English everything is English, and rupiah stay rupiah', async (t) => {
	const {page, close} = await app.open('/petugas', {user: 'petugas'});
	await shown(page);
	await page.getByRole('button', {name: 'English'}).click();
	await page.getByRole('heading', {name: 'Today', exact: true}).waitFor();
	const seen = await page.innerText('body');
	t.regex(seen, /days late/u);
	t.regex(seen, /Rp \d{1,3},\d{3}/u);
	t.notRegex(seen, /telat|Pembiayaan|Jatuh tempo/u);
	await keepWhole(page, 'officer-today-english-desk');
	await page.reload();
	await page.getByRole('heading', {name: 'Today', exact: true}).waitFor();
	await close();
});
