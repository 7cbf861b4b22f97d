// The member's own proof: what is paid is on a paper, and what the paper says anybody can check.
import test from 'ava';
import {getMember} from '../../../src/cooperatives/index.ts';
import {takeCheckpoint} from '../../../src/evidence/index.ts';
import {leafHash, rootOfInclusion} from '../../../src/evidence/merkle-tree.ts';
import {isSignedBy, keyIdOf} from '../../../src/evidence/signing-key.ts';
import type {LoanId} from '../../../src/kernel/ids.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {type Loan, recordProfitShare, settleLoan} from '../../../src/lending/index.ts';
import {depositSaving, withdrawSaving} from '../../../src/savings/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {readQr} from '../../helpers/read-qr.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;
let teller: Client;
let supervisor: Client;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	teller = await server.signUp('officer', mine.book, 'rahmawati');
	supervisor = await server.signUp('supervisor', mine.book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const murabahah = {akad: 'murabahah', principal: '1200000', margin: '120000'} as const;

/** What of a loan and its member nobody else may ever see. */
async function secretsOf(loan: Loan): Promise<string[]> {
	const {name, nik, address} = await world.as(officer, async (work) =>
		getMember(work, loan.member),
	);
	return [name, nik, address, loan.id, loan.member, loan.allocation, 'rahmawati', 'Angsuran'];
}

async function pay(loan: Loan, amount = '110000', paidOn = '2026-03-02') {
	const body = {paidOn, amount, method: 'cash'};
	const {status, body: paid} = await teller.post(`/v1/loans/${loan.id}/repayments`, body);
	if (status !== 201) throw new Error(JSON.stringify(paid));
	return paid as {id: string; receiptNumber: number};
}

/** One more loan of 1,200,000 to the member of a loan, asked for over HTTP. */
async function lendMore({member}: Loan, terms: object): Promise<LoanId> {
	const {status, body} = await teller.post('/v1/loans', {
		member,
		allocation: mine.allocation.id,
		purpose: 'Modal',
		principal: '1200000',
		instalments: 12,
		appliedOn: '2026-01-06',
		...terms,
	});
	if (status !== 201) throw new Error(JSON.stringify(body));
	const loan = `/v1/loans/${body.id}`;
	await supervisor.post(`${loan}/approve`, {decidedOn: '2026-01-06', reason: 'Layak'});
	await teller.post(`${loan}/disburse`, {disbursedOn: '2026-01-06', document: 'BA-2'});
	return body.id;
}

const receiptOf = async (document: string) =>
	(await teller.get(`/v1/books/${mine.book}/receipts/${document}`)).body;

const check = async (code: string) =>
	(await server.stranger.get(`/v1/public/receipts/${code}`)).body;

test.serial(
	'a payment has a receipt with all that is printed, in digits and in words',
	async (t) => {
		const loan = await lend(world, mine, murabahah);
		const {receiptNumber} = await pay(loan);
		const receipt = await receiptOf(`KW-${receiptNumber}`);
		t.like(receipt, {
			receipt: `KW-${receiptNumber}`,
			book: mine.book,
			cooperative: {name: 'BMT 17.71.01.1001', legalNumber: 'AHU-1'},
			state: 'recorded',
			direction: 'received',
			paidOn: '2026-03-02',
			amount: '110000.00',
			amountInWords: 'seratus sepuluh ribu rupiah',
			standing: '110000.00',
		});
		t.like(receipt.items[0], {
			kind: 'repayment',
			amount: '110000.00',
			loanNumber: loan.number,
			split: {principal: '100000.00', margin: '10000.00'},
			receivedBy: 'rahmawati',
			reversal: null,
		});
		t.regex(receipt.code, /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
		t.is(receipt.checkUrl, `http://127.0.0.1:3000/kuitansi/${receipt.code}`);
	},
);

test.serial('the receipt is printed on three papers, and its QR code opens the page', async (t) => {
	const loan = await lend(world, mine, murabahah);
	const document = `KW-${(await pay(loan)).receiptNumber}`;
	const {checkUrl, code} = await receiptOf(document);
	for (const paper of ['58mm', '80mm', 'a5']) {
		const address = `/v1/books/${mine.book}/receipts/${document}/print?paper=${paper}`;
		const {status, body, headers} = await teller.get(address);
		t.is(status, 200);
		t.is(headers.get('content-type'), 'text/html; charset=utf-8');
		t.regex(headers.get('content-security-policy')!, /^default-src 'none'; style-src 'sha256-/);
		t.notRegex(body, /<script|style=|onload|src=/u);
		t.is(readQr(body), checkUrl);
		for (const printed of [
			`Kuitansi ${document}`,
			'BMT 17.71.01.1001',
			'2 Maret 2026',
			'Rp 110.000',
			'seratus sepuluh ribu rupiah',
			`Angsuran pembiayaan nomor ${loan.number}`,
			'Rp 100.000',
			'Rp 10.000',
			'rahmawati',
			code,
		]) {
			t.true(body.includes(printed), `${paper}: ${printed}`);
		}
	}
	const sheet = `/v1/books/${mine.book}/receipts/${document}/print?paper=a4`;
	t.is((await teller.get(sheet)).status, 422);
});

test.serial(
	'anybody with the code is told that it is recorded, and nothing of anybody',
	async (t) => {
		const loan = await lend(world, mine, murabahah);
		const document = `KW-${(await pay(loan)).receiptNumber}`;
		const {code} = await receiptOf(document);
		const {status, body} = await server.stranger.get(`/v1/public/receipts/${code}`);
		t.is(status, 200);
		t.like(body, {
			receipt: document,
			code,
			book: mine.book,
			cooperative: 'BMT 17.71.01.1001',
			state: 'recorded',
			paidOn: '2026-03-02',
			amount: '110000.00',
			standing: '110000.00',
		});
		t.is(body.entries.length, 1);
		const [booked] = await world.database
			.owner<{number: number; hash: Buffer}>('entries')
			.join('books', 'books.id', 'entries.book_id')
			.where({'books.code': mine.book, 'entries.document': document})
			.select('entries.number', 'entries.hash');
		t.like(body.entries[0], {number: booked!.number, hash: booked!.hash.toString('hex')});

		const page = await server.stranger.get(`/kuitansi/${code.toLowerCase().replaceAll('-', '')}`);
		t.is(page.status, 200);
		t.is(page.headers.get('content-language'), 'id');
		for (const said of ['Tercatat', document, '2 Maret 2026', 'Rp 110.000', 'BMT 17.71.01.1001']) {
			t.true(page.body.includes(said), said);
		}
		const english = await server.stranger.get(`/kuitansi?kode=${code}`, {'accept-language': 'en'});
		t.regex(english.body, /Recorded: this receipt[^]*Rp 110,000[^]*2 March 2026/u);
		for (const secret of await secretsOf(loan)) {
			for (const answer of [JSON.stringify(body), page.body, english.body]) {
				t.false(answer.includes(secret), secret);
			}
		}
	},
);

test.serial(
	'the proof that it is under a signed checkpoint is verified by a stranger',
	async (t) => {
		const loan = await lend(world, mine, murabahah);
		const {code} = await receiptOf(`KW-${(await pay(loan)).receiptNumber}`);
		const before = await check(code);
		t.is(before.entries[0].proof, null);
		t.regex((await server.stranger.get(`/kuitansi/${code}`)).body, /belum tercakup titik periksa/);
		const {sequence} = await world.as(officer, takeCheckpoint);

		const {entries, evidence, book} = await check(code);
		const [{number, hash, proof}] = entries;
		const {head, bookPath, logPath} = proof;
		const entryLeaf = leafHash(Buffer.from(hash, 'hex'));
		t.is(rootOfInclusion(entryLeaf, number - 1, head.size, bookPath), head.root);
		const headText = JSON.parse(head.canonical);
		t.true(headText.includes(book) && headText.includes(head.root) && headText.includes(head.size));
		const headLeaf = leafHash(Buffer.from(head.canonical));
		const {checkpoint, keys} = evidence;
		t.is(rootOfInclusion(headLeaf, head.position, checkpoint.logSize, logPath), checkpoint.logRoot);
		t.is(checkpoint.sequence, sequence);
		t.true(JSON.parse(checkpoint.canonical).includes(checkpoint.logRoot));
		const key = keys.at(-1);
		t.is(keyIdOf(key.publicKey), checkpoint.keyId);
		t.true(isSignedBy(key.publicKey, checkpoint.canonical, checkpoint.signature));
		// Another entry's hash leads nowhere.
		const other = leafHash(Buffer.from('0'.repeat(64), 'hex'));
		t.not(rootOfInclusion(other, number - 1, head.size, bookPath), head.root);

		const page = await server.stranger.get(`/kuitansi/${code}`);
		t.true(page.body.includes(`terbukti dalam titik periksa ${sequence} tertanggal 31 Maret 2026`));
		for (const secret of await secretsOf(loan)) {
			t.false(JSON.stringify(await check(code)).includes(secret), secret);
		}
	},
);

test.serial('what is taken back says so, with the day, and is never gone', async (t) => {
	const loan = await lend(world, mine, murabahah);
	const {id, receiptNumber} = await pay(loan);
	const document = `KW-${receiptNumber}`;
	const {code} = await receiptOf(document);
	const reversal = {repayment: id, effectiveOn: '2026-03-30', reason: 'Salah', document: 'BA-9'};
	t.is((await supervisor.post(`/v1/loans/${loan.id}/reverse`, reversal)).status, 204);
	const body = await check(code);
	t.like(body, {state: 'reversed', amount: '110000.00', standing: '0.00', paidOn: '2026-03-02'});
	t.like(body.entries[0].reversal, {
		effectiveOn: '2026-03-30',
		recordedAt: '2026-03-31T05:00:00.000Z',
	});
	const page = await server.stranger.get(`/kuitansi/${code}`);
	t.regex(page.body, /Dibatalkan: [^]*per 30 Maret 2026/u);
	t.regex(page.body, /dicatat 31 Maret 2026 pukul 12\.00/u);
	t.false(page.body.includes('Salah'));
	const print = await teller.get(`/v1/books/${mine.book}/receipts/${document}/print`);
	t.true(print.body.includes('DIBATALKAN per 30 Maret 2026'));
});

test.serial('one receipt over two loans of which one is taken back stands in part', async (t) => {
	const loan = await lend(world, mine, {...murabahah, disbursedOn: '2026-01-05'});
	const other = await lendMore(loan, {akad: 'qardh'});
	const {body: paid} = await teller.post(`/v1/members/${loan.member}/payments`, {
		paidOn: '2026-03-02',
		amount: '210000',
		method: 'cash',
		parts: [
			{loan: loan.id, amount: '110000'},
			{loan: other, amount: '100000'},
		],
	});
	const {code, items} = await receiptOf(`KW-${paid.receiptNumber}`);
	t.is(items.length, 2);
	t.like(await check(code), {state: 'recorded', amount: '210000.00'});
	const [{id}] = paid.repayments;
	await supervisor.post(`/v1/loans/${loan.id}/reverse`, {
		repayment: id,
		effectiveOn: '2026-03-30',
		reason: 'Salah',
		document: 'BA-9',
	});
	const body = await check(code);
	t.like(body, {state: 'partly-reversed', amount: '210000.00', standing: '100000.00'});
	t.regex(
		(await server.stranger.get(`/kuitansi/${code}`)).body,
		/Sebagian dibatalkan per 30 Maret 2026: dari Rp 210\.000 masih tercatat Rp 100\.000/u,
	);
});

test.serial('a payment that was split anew keeps its receipt and its code', async (t) => {
	const loan = await lend(world, mine, {...murabahah, disbursedOn: '2026-01-05'});
	const {receiptNumber} = await pay(loan, '50000', '2026-03-10');
	const {code} = await receiptOf(`KW-${receiptNumber}`);
	await pay(loan, '15000', '2026-02-10');
	const body = await check(code);
	t.like(body, {state: 'recorded', amount: '50000.00', standing: '50000.00'});
	t.deepEqual(
		body.entries.map(({isPostedAgain, reversal}: {isPostedAgain: boolean; reversal: unknown}) => [
			isPostedAgain,
			reversal !== null,
		]),
		[
			[true, true],
			[false, false],
		],
	);
	t.regex((await server.stranger.get(`/kuitansi/${code}`)).body, /dibagi ulang/u);
});

test.serial('every row of a collection sheet has a code of its own', async (t) => {
	const loans: Loan[] = [];
	for (let number = 0; number < 3; number += 1) loans.push(await lend(world, mine));
	const {status, body} = await teller.post('/v1/collections', {
		cooperative: mine.book,
		paidOn: '2026-03-02',
		method: 'cash',
		rows: loans.map(({id}) => ({loan: id, amount: '100000'})),
	});
	t.true(status < 300, JSON.stringify(body));
	const numbers = (body.results as {repayment: {receiptNumber: number}}[]).map(
		({repayment}) => repayment.receiptNumber,
	);
	const codes = new Set<string>();
	for (const number of numbers) {
		const {code} = await receiptOf(`KW-${number}`);
		t.like(await check(code), {receipt: `KW-${number}`, state: 'recorded', amount: '100000.00'});
		codes.add(code);
	}
	t.is(codes.size, 3);
});

test.serial('settlements, shares of profit and slips of savings have codes too', async (t) => {
	const sold = await lend(world, mine, {...murabahah, disbursedOn: '2026-03-02'});
	const quote = await teller.get(`/v1/loans/${sold.id}/quote?on=2026-03-30`);
	const settled = await world.as(officer, async (work) =>
		settleLoan(work, {
			loan: sold.id,
			paidOn: day('2026-03-30'),
			method: 'cash',
			amount: rupiah(quote.body.total),
		}),
	);
	const shared = await lendMore(sold, {akad: 'mudharabah', nisbah: '0.3'});
	const share = await world.as(officer, async (work) =>
		recordProfitShare(work, {
			loan: shared,
			paidOn: day('2026-03-30'),
			method: 'bank',
			amount: rupiah('75000'),
			reason: 'Laba Maret',
		}),
	);
	const save = {member: sold.member, product: 'wadiah', method: 'cash'} as const;
	const [deposit, withdrawal] = await world.as(officer, async (work) => [
		await depositSaving(work, {...save, effectiveOn: day('2026-03-30'), amount: rupiah('50000')}),
		await withdrawSaving(work, {...save, effectiveOn: day('2026-03-31'), amount: rupiah('20000')}),
	]);
	for (const [document, amount, direction] of [
		[`KW-${settled.receiptNumber}`, quote.body.total, 'received'],
		[`KW-${share.receiptNumber}`, '75000.00', 'received'],
		[`SS-${deposit.number}`, '50000.00', 'received'],
		[`PS-${withdrawal.number}`, '20000.00', 'paid-out'],
	]) {
		const {code, items} = await receiptOf(document);
		t.truthy(items[0].member, document);
		t.like(await check(code), {receipt: document, state: 'recorded', amount, direction}, document);
	}
});

test.serial(
	'a wrong code is told by its check letter, an unknown one with what to do',
	async (t) => {
		const loan = await lend(world, mine);
		const {code} = await receiptOf(`KW-${(await pay(loan, '100000')).receiptNumber}`);
		const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
		const mistyped = await server.stranger.get(`/v1/public/receipts/${wrong}`);
		t.is(mistyped.status, 422);
		t.like(mistyped.body, {code: 'receipts/code-mistyped'});
		t.is(mistyped.body.findings[0].path, 'path.code');
		const page = await server.stranger.get(`/kuitansi/${wrong}`);
		t.is(page.status, 422);
		t.regex(page.body, /salah ketik[^]*<form action="\/kuitansi"/u);

		const unknown = await server.stranger.get('/kuitansi/0000-0000-0000-0000-0012');
		t.is(unknown.status, 404);
		t.regex(unknown.body, /simpan kertasnya dan laporkan/u);
		const json = await server.stranger.get('/v1/public/receipts/0000-0000-0000-0000-0012');
		t.is(json.status, 404);
		t.like(json.body, {code: 'receipts/unknown-code'});

		const script = await server.stranger.get('/kuitansi?kode=%3Cscript%3Ealert(1)%3C/script%3E');
		t.is(script.status, 422);
		t.false(script.body.includes('<script>'));
		const empty = await server.stranger.get('/kuitansi', {'accept-language': 'en'});
		t.regex(empty.body, /Scan the QR code/u);
	},
);

test.serial(
	'neither the number of a receipt nor a free paper of that name finds anything',
	async (t) => {
		const loan = await lend(world, mine);
		const document = `KW-${(await pay(loan, '100000')).receiptNumber}`;
		t.is((await server.stranger.get(`/v1/public/receipts/${document}`)).status, 422);
		t.is((await server.stranger.get(`/v1/books/${mine.book}/receipts/${document}`)).status, 401);
		const outsider = await server.signUp('officer', 'KOP-1771021001');
		t.is((await outsider.get(`/v1/books/${mine.book}/receipts/${document}`)).status, 404);
		t.is(
			(await teller.get(`/v1/books/${mine.book}/receipts/KW-9999`)).body.code,
			'receipts/unknown',
		);
		t.is((await teller.get(`/v1/books/${mine.book}/receipts/x`)).body.code, 'receipts/unknown');

		const {status} = await supervisor.post(`/v1/books/${mine.book}/entries`, {
			effectiveOn: '2026-03-30',
			reason: 'Setoran modal',
			document,
			lines: [
				{account: '1.1.01', side: 'debit', amount: '999'},
				{account: '3.1.01', side: 'credit', amount: '999'},
			],
		});
		t.is(status, 201);
		const {code} = await receiptOf(document);
		t.like(await check(code), {amount: '100000.00', state: 'recorded'});
	},
);
