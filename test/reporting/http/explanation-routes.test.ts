// What stands behind the cash of a cooperative on 31 March; every figure is worked out by hand.
import test from 'ava';
import {takeCheckpoint} from '../../../src/evidence/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {
	assertBalance,
	confirmClose,
	credit,
	debit,
	postEntry,
	reopenPeriod,
	requestClose,
	withdrawAssertion,
} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	code,
	createWorld,
	day,
	fundManager,
	handEntry,
	lend,
	officer,
	openCity,
	openCooperative,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let funded: Funded;
const book = 'KOP-1771011001' as BookCode;

const bring = async (recordedOn: string, effectiveOn: string, amount: string) => {
	world.setDay(recordedOn);
	return world.as(officer, async (work) => postEntry(work, handEntry(book, effectiveOn, amount)));
};
const take = async (recordedOn: string, effectiveOn: string, amount: string) => {
	world.setDay(recordedOn);
	return world.as(officer, async (work) =>
		postEntry(work, {
			...handEntry(book, effectiveOn, amount),
			lines: [debit(code('3.1.01'), rupiah(amount)), credit(code('1.1.01'), rupiah(amount))],
		}),
	);
};
const close = async (month: string) => {
	await world.as(officer, async (work) => requestClose(work, book, day(`${month}-01`)));
	await world.as(supervisor, async (work) => confirmClose(work, book, day(`${month}-01`)));
};

test.before(async () => {
	world = await createWorld('2026-02-01');
	await openCity(world);
	await openCooperative(world);
	funded = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	auditor = await server.signUp('auditor');
	await bring('2026-02-10', '2026-02-10', '1000000'); // 1
	await bring('2026-02-15', '2026-02-12', '300000'); // 2
	world.setDay('2026-03-06');
	await close('2026-02');
	await take('2026-03-07', '2026-03-05', '250000'); // 3
	await bring('2026-03-20', '2026-03-20', '150000'); // 4
	world.setDay('2026-04-01');
	await world.as(officer, async (work) =>
		assertBalance(work, book, {
			account: code('1.1.01'),
			assertedOn: day('2026-03-31'),
			amount: rupiah('1200000'),
			source: 'cash-count',
			document: 'BA-KAS-1',
			countedWith: 'penyelia',
		}),
	);
	await bring('2026-04-02', '2026-03-18', '50000'); // 5: late, and breaks the count
	await take('2026-04-03', '2026-03-20', '30000'); // 6
	await bring('2026-04-03', '2026-03-20', '30000'); // 7
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const path = (account = '1.1.01', of: string = book) =>
	`/v1/books/${of}/accounts/${account}/explain`;
const ask = async (
	query: Readonly<Record<string, string>> = {},
	{language = 'id', at = path()}: {readonly language?: string; readonly at?: string} = {},
) => {
	const search = new URLSearchParams({asOf: '2026-03-31', ...query}).toString();
	return auditor.get(`${at}?${search}`, {'accept-language': language});
};

type Shown = {number: number; amount: string; balanceAfter: string};
const running = (entries: readonly Shown[]) =>
	entries.map(({number, amount, balanceAfter}) => [number, amount, balanceAfter]);

// 1.300.000 at the close of February; 150.000 + 50.000 + 30.000 in, 250.000 + 30.000 out.
const whole = [
	[7, '30000.00', '1250000.00'],
	[6, '-30000.00', '1220000.00'],
	[4, '150000.00', '1250000.00'],
	[5, '50000.00', '1100000.00'],
	[3, '-250000.00', '1050000.00'],
	[2, '300000.00', '1300000.00'],
	[1, '1000000.00', '1000000.00'],
];

test.serial('a balance is its opening, what moved it, and every entry behind it', async (t) => {
	const {status, body} = await ask();
	t.is(status, 200, JSON.stringify(body));
	t.like(body.account, {code: '1.1.01', normalSide: 'debit'});
	t.is(body.balance, '1250000.00');
	t.deepEqual(body.opening, {
		basis: 'closed-month',
		on: '2026-02-28',
		balance: '1300000.00',
	});
	t.deepEqual(body.movements, {
		entries: 5,
		increase: '230000.00',
		decrease: '280000.00',
		kinds: [{kind: 'manual', entries: 5, increase: '230000.00', decrease: '280000.00'}],
	});
	t.is(body.addsUp, true);
	t.deepEqual(running(body.entries), whole);
	t.like(body.entries[3], {
		effectiveOn: '2026-03-18',
		recordedAt: '2026-04-02T05:00:00.000Z',
		debit: '50000.00',
		credit: '0.00',
		actor: 'petugas',
		kind: 'manual',
		reason: 'Setoran modal',
		document: 'BKM-1',
		reverses: null,
	});
	t.is(body.nextCursor, null);
});

test.serial('it is told in a sentence, in the language asked for', async (t) => {
	const {body} = await ask();
	t.is(body.account.nameId, 'Kas');
	const sentences = [
		'Saldo Kas (1.1.01) per 31 Maret 2026 adalah Rp 1.250.000: saldo awal Rp 1.300.000 pada penutupan Februari 2026 ditambah Rp 230.000 dikurangi Rp 280.000 oleh 5 jurnal.',
		'Pernyataan saldo terakhir, Rp 1.200.000 per 31 Maret 2026, berselisih Rp 50.000 dengan buku.',
		'Jurnal terakhir yang menggerakkannya bernomor 7, belum tercakup dalam titik periksa.',
	];
	t.is(body.sentence, sentences.join(' '));
	const english = (await ask({}, {language: 'en'})).body.sentence;
	t.regex(english, /^The balance of .* \(1\.1\.01\) as of 31 March 2026 is Rp 1,250,000: opening /);
});

test.serial('entries come in pages of any size, and the balances run through', async (t) => {
	for (const limit of ['1', '2', '3', '5']) {
		const seen: Shown[] = [];
		let query: Record<string, string> = {limit};
		for (;;) {
			const {body} = await ask(query);
			seen.push(...body.entries);
			t.is(body.balance, '1250000.00');
			if (body.nextCursor === null) break;
			query = {limit, cursor: body.nextCursor};
		}
		t.deepEqual(running(seen), whole, limit);
	}
});

test.serial('as known at a moment, nothing that came later is there', async (t) => {
	const march = (await ask({knownAt: '2026-03-25T00:00:00+07:00'})).body;
	t.is(march.balance, '1200000.00');
	t.deepEqual(running(march.entries), [
		[4, '150000.00', '1200000.00'],
		[3, '-250000.00', '1050000.00'],
		[2, '300000.00', '1300000.00'],
		[1, '1000000.00', '1000000.00'],
	]);
	t.true(march.addsUp);
	t.is(march.chain.tip.number, 4);
	t.is(march.chain.lastEntry.number, 4);
	t.deepEqual(march.assertions, []);
	// A moment before February was closed, it starts from the opening of the book.
	const early = (await ask({asOf: '2026-02-28', knownAt: '2026-03-06T00:00:00Z'})).body;
	t.like(early.opening, {basis: 'book-opened', on: '2025-01-01', balance: '0.00'});
	t.deepEqual([early.balance, early.movements.increase], ['1300000.00', '1300000.00']);
	t.deepEqual(early.closings, []);
});

test.serial('the assertions on it are there, with whether they hold then and now', async (t) => {
	const {assertions} = (await ask()).body;
	t.is(assertions.length, 1);
	t.like(assertions[0], {
		number: 1,
		assertedOn: '2026-03-31',
		source: 'cash-count',
		assertedBy: 'petugas',
		amount: '1200000.00',
		difference: '-50000.00',
		holds: false,
	});
	t.deepEqual(assertions[0].brokenBy, [5]);
	const then = (await ask({knownAt: '2026-04-01T12:00:00+07:00'})).body.assertions;
	t.like(then[0], {difference: '0.00', holds: true});
	t.deepEqual(then[0].brokenBy, []);
	t.deepEqual((await ask({asOf: '2026-03-30'})).body.assertions, []);
});

test.serial('the closings that froze it are there, and whether they still hold', async (t) => {
	const {closings} = (await ask()).body;
	t.is(closings.length, 1);
	t.like(closings[0], {
		month: '2026-02',
		sequence: 1,
		requestedBy: 'petugas',
		confirmedBy: 'penyelia',
		confirmedAt: '2026-03-06T05:00:00.000Z',
		knownToEntry: 2,
		frozen: '1300000.00',
		balance: '1300000.00',
		holds: true,
	});
	const kept = await auditor.get(`/v1/books/${book}/periods/2026-02/trial-balance`);
	t.is(closings[0].hash, kept.body.hash);
});

test.serial('a closing that was reopened stays, and says that it holds no more', async (t) => {
	world.setDay('2026-04-04');
	await close('2026-03');
	// On the last day of a closed month it is told from the close before.
	t.is((await ask()).body.opening.on, '2026-02-28');
	t.is((await ask({asOf: '2026-04-04'})).body.opening.on, '2026-03-31');
	world.setDay('2026-04-05');
	await world.as(fundManager, async (work) =>
		reopenPeriod(work, book, day('2026-03-01'), 'Bukti baru'),
	);
	await bring('2026-04-05', '2026-03-31', '1000'); // 8
	const {body} = await ask({asOf: '2026-04-05'});
	t.is(body.opening.on, '2026-02-28');
	t.like(body.closings[0], {
		month: '2026-03',
		reopenedBy: 'pengelola',
		reopenReason: 'Bukti baru',
		frozen: '1250000.00',
		balance: '1251000.00',
		holds: false,
	});
});

test.serial('the place in the chain, and the newest checkpoint once it covers it', async (t) => {
	const before = (await ask()).body.chain;
	t.is(before.checkpoint, null);
	const checkpoint = await world.as(supervisor, takeCheckpoint);
	const {chain, sentence} = (await ask()).body;
	const entry = (await auditor.get(`/v1/books/${book}/entries/8`)).body;
	t.deepEqual(chain.tip, {number: 8, hash: entry.hash});
	t.deepEqual(chain.lastEntry, {number: 8, hash: entry.hash});
	t.like(chain.checkpoint, {
		sequence: checkpoint.sequence,
		logSize: checkpoint.logSize,
		keyId: checkpoint.keyId,
	});
	t.regex(sentence, /bernomor 8, tercakup dalam titik periksa 1\.$/);
	// Whoever sees this book alone is told the same.
	const own = await server.signUp('auditor', book);
	t.deepEqual((await own.get(`${path()}?asOf=2026-03-31`)).body.chain, chain);
	// Another account's entry moves the tip, and not what touched this one.
	world.setDay('2026-04-06');
	await world.as(officer, async (work) =>
		postEntry(work, {
			...handEntry(book, '2026-04-06', '1'),
			lines: [debit(code('5.1.01'), rupiah('1')), credit(code('3.1.01'), rupiah('1'))],
		}),
	);
	const after = (await ask({asOf: '2026-04-06'})).body.chain;
	t.deepEqual([after.tip.number, after.lastEntry.number], [9, 8]);
	t.is(after.checkpoint.sequence, 1);
	await bring('2026-04-06', '2026-04-06', '1'); // 10
	t.is((await ask({asOf: '2026-04-06'})).body.chain.checkpoint, null);
});

test.serial('a withdrawn assertion is shown as that', async (t) => {
	await world.as(supervisor, async (work) =>
		withdrawAssertion(work, {book, number: 1}, 'Salah hitung'),
	);
	const {assertions, sentence} = (await ask()).body;
	t.like(assertions[0], {difference: null, holds: null});
	t.false(sentence.includes('Pernyataan'));
});

test.serial('a fund or a loan alone is explained from its own lines', async (t) => {
	world.setDay('2026-03-02');
	const loan = await lend(world, funded, {principal: '1200000', disbursedOn: '2026-03-02'});
	world.setDay('2026-04-07');
	const bank = {at: path('1.1.11', funded.book)};
	const fund = (await ask({fund: funded.allocation.id}, bank)).body;
	t.is(fund.balance, '98800000.00');
	t.deepEqual(
		fund.movements.kinds.map((movement: {kind: string}) => movement.kind),
		['disbursement', 'tranche'],
	);
	t.deepEqual(running(fund.entries), [
		[2, '-1200000.00', '98800000.00'],
		[1, '100000000.00', '100000000.00'],
	]);
	t.is(fund.meta.fund, funded.allocation.id);
	const of = {at: path('1.2.03', funded.book)};
	const owed = (await ask({loan: loan.id}, of)).body;
	t.deepEqual([owed.balance, owed.addsUp], ['1200000.00', true]);
	t.is(owed.chain.lastEntry.number, 2);
	t.regex(owed.sentence, new RegExp(`untuk pembiayaan ${loan.id} per 31 Maret 2026`));
	const both = (await ask({loan: loan.id, fund: funded.allocation.id}, of)).body;
	t.is(both.balance, '1200000.00');
	t.true(both.addsUp);
});

test.serial('an account that nothing moved is explained as nothing', async (t) => {
	const {body} = await ask({}, {at: path('1.1.02')});
	t.is(body.balance, '0.00');
	t.deepEqual(body.entries, []);
	t.is(body.chain.lastEntry, null);
	t.true(body.addsUp);
});

test.serial('what cannot be explained is refused', async (t) => {
	const code = async (query: Readonly<Record<string, string>>, at = path()) => {
		const {status, body} = await ask(query, {at});
		return `${status} ${body.code} ${body.findings[0].path}`;
	};
	const nobody = '00000000-0000-4000-8000-000000000009';
	t.is(await code({}, path('9.9.99')), '404 report/unknown-account path.code');
	t.is(await code({}, path('1.1.01', 'KOP-9')), '404 ledger/unknown-book path.book');
	t.is(await code({fund: nobody}), '404 report/unknown-fund query.fund');
	t.is(await code({loan: nobody}), '404 report/unknown-loan query.loan');
	t.is(await code({asOf: '2026-12-31'}), '422 report/as-of-in-future query.asOf');
	t.is(
		await code({knownAt: '2026-12-31T00:00:00Z'}),
		'422 report/known-at-in-future query.knownAt',
	);
	t.is(await code({knownAt: '2026-01-31T00:00:00Z'}), '422 report/known-before-book query.knownAt');
	t.is(await code({cursor: 'bmVpbg'}), '422 request/invalid-cursor query.cursor');
	const outsider = await server.signUp('auditor', 'KOP-1771021001');
	t.is((await outsider.get(path())).status, 404);
});

test.serial('lines that do not make the balance are said to', async (t) => {
	// As a superuser, with the laws switched off: what no other could do.
	await world.database.owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await trx('lines')
			.where({entry_number: 4, account_code: '1.1.01'})
			.whereIn('book_id', trx('books').where({code: book}).select('id'))
			.update({amount: '150007.00'});
	});
	const {body} = await ask();
	t.is(body.addsUp, false);
	t.regex(body.sentence, /Bagian-bagian ini tidak menghasilkan saldo itu; selisihnya -Rp 7\./);
});
