// The public page of a receipt as a member sees it: in a browser, on a phone and on a desk. Where
// there is no browser these tests are skipped and say so; CI fails on a skip. With
// BERGULIR_SCREENSHOTS=docs/screenshots the pictures there are made anew.
import test from 'ava';
import {takeCheckpoint} from '../../src/evidence/index.ts';
import {
	type TestBrowser,
	findBrowser,
	keepPicture,
	overflowOf,
	startBrowser,
} from '../helpers/browser.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {readQr} from '../helpers/read-qr.ts';
import {
	type World,
	createWorld,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';

const program = await findBrowser();
const withBrowser = program === undefined ? test.serial.skip : test.serial;
const phone = 360;
const desk = 1280;

const person = {
	name: 'Nurhayati Binti Sulaiman',
	nik: '1771014103859876',
	phone: '0812-7777-9876',
	address: 'Jl. Kenanga No. 98',
};

let world: World;
let server: Server;
let teller: Client;
let browser: TestBrowser;
let book: string;
let document: string;
let paperAddress: string;

// Rp 15.000.000 sold in twelve instalments of Rp 1.250.000; the first is paid on 24 November 2026.
test.before(async () => {
	if (program === undefined) return;
	world = await createWorld('2026-11-24');
	await openCity(world);
	const funded = await openFunded(world);
	book = funded.book;
	const {id: member} = await joinMember(world, funded.book, person);
	server = await startServer(world);
	teller = await server.signUp('officer', book, 'rahmawati');
	const terms = {akad: 'murabahah', principal: '13800000', margin: '1200000'} as const;
	const loan = await lend(world, funded, {...terms, member, disbursedOn: '2026-10-24'});
	const paid = await teller.post(`/v1/loans/${loan.id}/repayments`, {
		paidOn: '2026-11-24',
		amount: '1250000',
		method: 'cash',
	});
	document = `KW-${paid.body.receiptNumber}`;
	paperAddress = `/v1/books/${book}/receipts/${document}/print?paper=58mm`;
	browser = await startBrowser(program);
});
test.after.always(async () => {
	if (program === undefined) return;
	await browser.close();
	await server.close();
	await world.close();
});

/** Where the QR code on the paper leads, at the address that the service has in the test. */
async function scanPaper(): Promise<string> {
	const {pathname} = new URL(readQr((await teller.get(paperAddress)).body));
	return server.address + pathname;
}

/** Neither the member nor who took the money is on what anybody may see. */
const secrets = [
	...Object.values(person),
	'Nurhayati',
	'081277779876',
	'rahmawati',
	'Angsuran',
	'pembiayaan nomor',
];

withBrowser(
	'who scans a receipt sees that it is in the book, and nothing of anybody',
	async (t) => {
		const address = await scanPaper();
		for (const width of [phone, desk]) {
			const {page, faults, close} = await browser.open(width);
			const response = await page.goto(address);
			t.is(response!.status(), 200);
			const seen = await page.innerText('body');
			for (const said of [
				'Tercatat',
				document,
				'BMT 17.71.01.1001',
				'24 November 2026',
				'Rp 1.250.000',
				'belum tercakup titik periksa',
			]) {
				t.true(seen.includes(said), `${said}: ${seen}`);
			}
			const source = await page.content();
			for (const secret of secrets) t.false(source.includes(secret), secret);
			t.deepEqual(await overflowOf(page), [], `${width} pixels`);
			t.deepEqual(faults, []);
			await close();
		}
	},
);

withBrowser('the amount is what is seen first', async (t) => {
	const {page, close} = await browser.open(phone);
	await page.goto(await scanPaper());
	const sizes = await page.evaluate<number[]>(`[...document.querySelectorAll('body *')]
		.filter((one) => [...one.childNodes].some(({nodeType, data}) => nodeType === 3 && data.trim()))
		.map((one) => parseFloat(getComputedStyle(one).fontSize))`);
	const amount = page.locator('.amount');
	t.is(await amount.innerText(), 'Rp 1.250.000');
	const size = await page.evaluate<number>(
		`parseFloat(getComputedStyle(document.querySelector('.amount')).fontSize)`,
	);
	t.is(size, Math.max(...sizes));
	t.true(Math.min(...sizes) >= 13, `the smallest letters have ${Math.min(...sizes)} pixels`);
	const {y, height} = (await amount.boundingBox())!;
	t.true(y + height < 640, 'above the fold of a small phone');
	await close();
});

withBrowser('after a checkpoint the page says under which one it is proved', async (t) => {
	const {sequence} = await world.as(officer, takeCheckpoint);
	for (const [width, name] of [
		[phone, 'phone'],
		[desk, 'desk'],
	] as const) {
		const {page, faults, close} = await browser.open(width);
		await page.goto(await scanPaper());
		await keepPicture(page, `receipt-${name}`);
		const seen = await page.innerText('body');
		const said = `terbukti dalam titik periksa ${sequence} tertanggal 24 November 2026`;
		t.true(seen.includes(said), seen);
		t.deepEqual(await overflowOf(page), [], `${width} pixels`);
		t.deepEqual(faults, []);
		await close();
	}
});

withBrowser('a code is typed on the page, and leads to the receipt', async (t) => {
	const {page, faults, close} = await browser.open(phone);
	await page.goto(`${server.address}/kuitansi`);
	t.deepEqual(await overflowOf(page), []);
	const code = decodeURIComponent((await scanPaper()).split('/').at(-1)!);
	await page.fill('#kode', code.toLowerCase().replaceAll('-', ' '));
	await page.click('button');
	t.true((await page.innerText('body')).includes('Rp 1.250.000'));
	t.deepEqual(faults, []);
	await close();
});

withBrowser('a forged code is not found, and the page says what to do', async (t) => {
	const {page, faults, close} = await browser.open(phone);
	const response = await page.goto(`${server.address}/kuitansi/0000-0000-0000-0000-0012`);
	t.is(response!.status(), 404);
	const seen = await page.innerText('body');
	t.regex(seen, /tidak ditemukan/iu);
	t.regex(seen, /simpan kertasnya dan laporkan/u);
	t.false(seen.includes('Tercatat'));
	t.false(seen.includes('Rp '));
	await keepPicture(page, 'receipt-not-found');
	t.deepEqual(await overflowOf(page), []);
	// The status of the page itself is all that the browser has to say.
	t.deepEqual(
		faults.filter((one) => !one.includes('status of 404')),
		[],
	);
	await close();
});

withBrowser('what holds neither its policy nor its width is noticed', async (t) => {
	const {page, faults, close} = await browser.open(phone);
	await page.goto(await scanPaper());
	await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
		'<p style="width: 500px">' + 'x'.repeat(200) + '</p>')`);
	t.true(
		faults.some((one) => /Content Security Policy/iu.test(one)),
		faults.join('\n'),
	);
	t.not((await overflowOf(page)).length, 0);
	await close();
});
