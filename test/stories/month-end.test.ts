// A month and a year of a cooperative come to their end, told over HTTP as its people would do it:
// cash is counted, the months are closed, one is opened again, and the year's surplus is carried.
import {createHash, createPublicKey, verify} from 'node:crypto';
import test from 'ava';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {type World, balances, createWorld, openCity, openCooperative} from '../helpers/world.ts';

let world: World;
let server: Server;
let [officer, supervisor, manager, second, auditor]: Client[] = [];
const book = 'KOP-1771011001';
const at = (path: string): string => `/v1/books/${book}/${path}`;

test.before(async () => {
	world = await createWorld('2026-01-05');
	await openCity(world);
	await openCooperative(world);
	server = await startServer(world);
	officer = await server.signUp('officer', book, 'petugas');
	supervisor = await server.signUp('supervisor', book, 'penyelia');
	manager = await server.signUp('fund-manager', '17.71', 'pengelola');
	second = await server.signUp('fund-manager', '17.71', 'pengelola-kedua');
	auditor = await server.signUp('auditor', '17.71', 'auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const entry = (effectiveOn: string, amount: string, [from, to]: readonly [string, string]) => ({
	effectiveOn,
	reason: 'Kas',
	document: 'BK-1',
	lines: [
		{account: to, side: 'debit', amount},
		{account: from, side: 'credit', amount},
	],
});
const [deposit, fee, salary] = [
	['3.1.01', '1.1.01'],
	['4.1.05', '1.1.01'],
	['1.1.01', '5.1.01'],
] as const;
const post = async (...what: Parameters<typeof entry>) =>
	supervisor!.post(at('entries'), entry(...what));

test.serial(
	'the supervisor sets that cash is counted weekly, and no count is changed',
	async (t) => {
		for (const posted of [
			await post('2025-11-03', '1000000', deposit),
			await post('2025-11-20', '250000', fee),
			await post('2025-12-10', '100000', salary),
		]) {
			t.is(posted.status, 201, JSON.stringify(posted.body));
		}
		const none = await auditor!.get(at('assertions/overdue'));
		t.deepEqual(none.body, {items: [], nextCursor: null, asOf: '2026-01-05', ruled: 0, overdue: 0});
		const rule = {account: '1.1.01', everyDays: 7, policy: 'refuse', reason: 'SOP kas'};
		const set = await supervisor!.post(at('assertion-rules'), {
			...rule,
			effectiveFrom: '2025-11-01',
		});
		t.is(set.status, 201, JSON.stringify(set.body));
		t.like(set.body, {account: '1.1.01', everyDays: 7, policy: 'refuse', setBy: 'penyelia'});
		const before = await supervisor!.post(at('assertion-rules'), {
			...rule,
			effectiveFrom: '2025-10-01',
		});
		t.is(before.body.code, 'ledger/assertion-rule-not-later');
		t.is((await officer!.post(at('assertion-rules'), rule)).status, 403);
		t.is((await auditor!.get(at('assertion-rules'))).body.items.length, 1);
		const overdue = await auditor!.get(at('assertions/overdue?asOf=2025-12-01'));
		t.deepEqual(overdue.body.items, [
			{
				account: '1.1.01',
				everyDays: 7,
				ruleFrom: '2025-11-01',
				newest: null,
				dueOn: '2025-11-08',
				daysOverdue: 23,
			},
		]);
	},
);

const count = {
	account: '1.1.01',
	assertedOn: '2025-11-30',
	amount: '1250000',
	source: 'cash-count',
	document: 'BA-KAS/11',
	countedWith: 'Ibu Rina',
};

test.serial('the cash of November is counted by two people and agrees', async (t) => {
	const {countedWith: _, ...alone} = count;
	const refused = await officer!.post(at('assertions'), alone);
	t.is(refused.status, 422);
	t.is(refused.body.code, 'ledger/cash-counted-alone');
	t.is(refused.body.findings[0].path, 'body.countedWith');
	const counted = await officer!.post(at('assertions'), count);
	t.is(counted.status, 201, JSON.stringify(counted.body));
	const {recordedAt, ...rest} = counted.body;
	t.is(recordedAt, '2026-01-05T05:00:00.000Z');
	t.deepEqual(rest, {
		book,
		number: 1,
		account: '1.1.01',
		fund: null,
		member: null,
		assertedOn: '2025-11-30',
		amount: '1250000.00',
		source: 'cash-count',
		document: 'BA-KAS/11',
		note: null,
		assertedBy: 'petugas',
		countedWith: 'Ibu Rina',
		policy: 'refuse',
		knownToEntry: 3,
		ledgerAmount: '1250000.00',
		difference: '0.00',
		now: {ledgerAmount: '1250000.00', difference: '0.00'},
		state: 'holds',
		brokenBy: [],
		withdrawal: null,
	});
});

test.serial('a count that differs is a finding, not a refusal', async (t) => {
	const short = await officer!.post(at('assertions'), {
		...count,
		assertedOn: '2025-12-31',
		amount: '1149000',
		document: 'BA-KAS/12',
		note: 'Selisih dicari',
	});
	t.is(short.status, 201);
	t.like(short.body, {
		number: 2,
		ledgerAmount: '1150000.00',
		difference: '-1000.00',
		state: 'differs',
		note: 'Selisih dicari',
	});
	const list = await auditor!.get(at('assertions?limit=1'));
	t.is(list.body.items.length, 1);
	t.deepEqual(list.body.counts, {holding: 1, differing: 1, broken: 0, withdrawn: 0, overdue: 0});
	const rest = await auditor!.get(at(`assertions?limit=1&cursor=${list.body.nextCursor}`));
	t.is(rest.body.items[0].number, 2);
	t.is(rest.body.nextCursor, null);
	t.deepEqual((await auditor!.get(at('assertions?account=1.1.02'))).body.items, []);
});

test.serial('an entry dated before the count is refused, and says why', async (t) => {
	const late = await post('2025-11-30', '5000', fee);
	t.is(late.status, 409);
	t.is(late.body.code, 'ledger/assertion-broken');
	t.regex(late.body.detail, /1250000\.00 .*nomor 1.* 1255000\.00/u);
	t.is((await auditor!.get(at('assertions/1'))).body.state, 'holds');
	t.is((await auditor!.get(at('assertions/9'))).body.code, 'ledger/unknown-assertion');
});

test.serial('a mistaken count is withdrawn by another, and the entry is taken', async (t) => {
	const own = await officer!.post(at('assertions/1/withdraw'), {reason: 'Salah hitung'});
	t.is(own.body.code, 'ledger/withdrawal-same-person');
	const withdrawn = await supervisor!.post(at('assertions/1/withdraw'), {reason: 'Salah hitung'});
	t.is(withdrawn.status, 200);
	t.like(withdrawn.body, {state: 'withdrawn', now: null});
	t.like(withdrawn.body.withdrawal, {by: 'penyelia', reason: 'Salah hitung'});
	t.is((await post('2025-11-30', '5000', fee)).status, 201);
	const {body} = await auditor!.get(at('assertions'));
	t.deepEqual(body.counts, {holding: 0, differing: 1, broken: 0, withdrawn: 1, overdue: 0});
});

test.serial('a break that is only flagged shows on the assertion', async (t) => {
	const statement = await officer!.post(at('assertions'), {
		account: '1.1.02',
		assertedOn: '2025-12-31',
		amount: '0',
		source: 'bank-statement',
		document: 'RK-12',
	});
	t.like(statement.body, {number: 3, policy: 'flag', state: 'holds'});
	const moved = await post('2025-12-30', '10000', ['1.1.01', '1.1.02']);
	t.is(moved.status, 201, JSON.stringify(moved.body));
	const broken = await auditor!.get(at('assertions/3'));
	t.like(broken.body, {state: 'broken', difference: '0.00'});
	t.deepEqual(broken.body.now, {ledgerAmount: '10000.00', difference: '-10000.00'});
	t.deepEqual(broken.body.brokenBy, [moved.body.number]);
	t.is((await auditor!.get(at('assertions'))).body.counts.broken, 1);
});

test.serial("the year's surplus is carried to equity before December closes", async (t) => {
	const closing = {equityAccount: '3.2.09', reason: 'Tutup buku 2025', document: 'RAT-2025'};
	const early = await supervisor!.post(at('years/2026/close'), closing);
	t.is(early.status, 422);
	t.is(early.body.code, 'ledger/year-not-over');
	t.is(early.body.findings[0].path, 'path.year');
	const wrong = await supervisor!.post(at('years/2025/close'), {
		...closing,
		equityAccount: '1.1.01',
	});
	t.is(wrong.body.code, 'ledger/not-equity-account');
	t.is(wrong.body.findings[0].path, 'body.equityAccount');
	t.is((await officer!.post(at('years/2025/close'), closing)).status, 403);
	const closed = await supervisor!.post(at('years/2025/close'), closing);
	t.is(closed.status, 201, JSON.stringify(closed.body));
	t.like(closed.body, {kind: 'year-closing', effectiveOn: '2025-12-31', actor: 'penyelia'});
	t.deepEqual(
		closed.body.lines.map(({account, side, amount}: Record<string, string>) => [
			account,
			side,
			amount,
		]),
		// 250.000 + 5.000 earned, 100.000 spent.
		[
			['4.1.05', 'debit', '255000.00'],
			['5.1.01', 'credit', '100000.00'],
			['3.2.09', 'credit', '155000.00'],
		],
	);
	const again = await supervisor!.post(at('years/2025/close'), closing);
	t.is(again.body.code, 'ledger/year-already-closed');
});

test.serial('the months are closed in their order by two people', async (t) => {
	for (const month of ['2025-11', '2025-12']) {
		t.is((await supervisor!.post(at('periods'), {month})).status, 201);
	}
	const early = await manager!.post(at('periods/2025-12/confirm'));
	t.is(early.body.code, 'ledger/earlier-month-open');
	t.is(early.body.findings[0].path, 'path.month');
	for (const month of ['2025-11', '2025-12']) {
		const confirmed = await manager!.post(at(`periods/${month}/confirm`));
		t.is(confirmed.status, 200, JSON.stringify(confirmed.body));
		t.like(confirmed.body, {month, sequence: 1, isClosed: true, reopenedBy: null});
	}
	t.is((await post('2025-12-31', '1', fee)).body.code, 'ledger/period-closed');
});

test.serial('what was signed of December can be proved with the public key alone', async (t) => {
	const {status, body} = await auditor!.get(at('periods/2025-12/trial-balance'));
	t.is(status, 200);
	t.like(body.meta, {
		book,
		month: '2025-12',
		sequence: 1,
		asOf: '2025-12-31',
		requestedBy: 'penyelia',
		confirmedBy: 'pengelola',
	});
	t.deepEqual(
		body.rows.map(({account, debit, credit}: Record<string, string>) => [account, debit, credit]),
		// Cash 1.000.000 + 250.000 + 5.000 - 100.000 - 10.000.
		[
			['1.1.01', '1145000.00', '0.00'],
			['1.1.02', '10000.00', '0.00'],
			['3.1.01', '0.00', '1000000.00'],
			['3.2.09', '0.00', '155000.00'],
			['4.1.05', '0.00', '0.00'],
			['5.1.01', '0.00', '0.00'],
		],
	);
	t.like(body.rows[0], {nameId: 'Kas', nameEn: 'Cash'});
	t.deepEqual(body.totals, {debit: '1155000.00', credit: '1155000.00'});
	t.is(createHash('sha256').update(body.canonical).digest('hex'), body.hash);
	const key = createPublicKey({
		key: Buffer.from(body.signature.publicKey, 'base64'),
		format: 'der',
		type: 'spki',
	});
	t.true(
		verify(null, Buffer.from(body.canonical), key, Buffer.from(body.signature.value, 'base64')),
	);
	const none = await auditor!.get(at('periods/2026-01/trial-balance'));
	t.is(none.status, 404);
	t.is(none.body.code, 'ledger/no-trial-balance');
});

test.serial(
	'a closed month is opened again above those who closed it, the latest first',
	async (t) => {
		const reason = {reason: 'Nota Desember tertinggal'};
		t.is((await supervisor!.post(at('periods/2025-12/reopen'), reason)).status, 403);
		const first = await second!.post(at('periods/2025-11/reopen'), reason);
		t.is(first.body.code, 'ledger/later-month-closed');
		const own = await manager!.post(at('periods/2025-12/reopen'), reason);
		t.is(own.body.code, 'ledger/reopen-same-person');
		const silent = await second!.post(at('periods/2025-12/reopen'), {reason: ''});
		t.is(silent.body.code, 'text/too-short');
		const opened = await second!.post(at('periods/2025-12/reopen'), reason);
		t.is(opened.status, 200, JSON.stringify(opened.body));
		t.like(opened.body, {
			month: '2025-12',
			isClosed: false,
			confirmedBy: 'pengelola',
			reopenedBy: 'pengelola-kedua',
			reopenReason: 'Nota Desember tertinggal',
		});
		const again = await second!.post(at('periods/2025-12/reopen'), reason);
		t.is(again.body.code, 'ledger/period-not-closed');
	},
);

test.serial('the year is taken back, takes what was late, and is closed anew', async (t) => {
	const {body: journal} = await auditor!.get(at('entries'));
	const {number} = journal.items.find(({kind}: {kind: string}) => kind === 'year-closing');
	const request = {reason: 'Nota tertinggal', document: 'K-1'};
	const later = await supervisor!.post(at(`entries/${number}/reverse`), {
		...request,
		effectiveOn: '2026-01-02',
	});
	t.is(later.body.code, 'ledger/year-reversal-day');
	const reversed = await supervisor!.post(at(`entries/${number}/reverse`), {
		...request,
		effectiveOn: '2025-12-31',
	});
	t.is(reversed.status, 201, JSON.stringify(reversed.body));
	t.is((await post('2025-12-29', '30000', fee)).status, 201);
	const closing = {equityAccount: '3.2.09', reason: 'Tutup buku 2025', document: 'RAT-2025'};
	const closed = await supervisor!.post(at('years/2025/close'), closing);
	t.is(closed.body.lines.at(-1).amount, '185000.00');
	t.is((await supervisor!.post(at('periods'), {month: '2025-12'})).body.sequence, 2);
	t.is((await manager!.post(at('periods/2025-12/confirm'))).body.sequence, 2);

	const held = await balances(world, book as never);
	t.like(held, {'3.2.09': '-185000.00', '4.1.05': '0.00', '5.1.01': '0.00'});
	const cash = async (query: string) => {
		const {body} = await auditor!.get(at(`periods/2025-12/trial-balance${query}`));
		return body.rows[0].debit as string;
	};
	t.is(await cash(''), '1175000.00');
	t.is(await cash('?sequence=1'), '1145000.00', 'as it was signed first');
	const {body: periods} = await auditor!.get(at('periods'));
	t.deepEqual(
		periods.items.map(({month, sequence, isClosed}: Record<string, unknown>) => [
			month,
			sequence,
			isClosed,
		]),
		[
			['2025-11', 1, true],
			['2025-12', 1, false],
			['2025-12', 2, true],
		],
	);
});

test.serial('a key makes a closing once', async (t) => {
	world.setDay('2026-02-03');
	const path = at('periods');
	const first = await supervisor!.post(path, {month: '2026-01'}, {key: 'tutup-2026-01'});
	const replay = await supervisor!.post(path, {month: '2026-01'}, {key: 'tutup-2026-01'});
	t.deepEqual(replay.body, first.body);
	t.is(replay.headers.get('idempotency-replayed'), 'true');
	const overdue = await auditor!.get(at('assertions/overdue'));
	// Counted last on 31 December, so due on 7 January.
	t.like(overdue.body.items[0], {dueOn: '2026-01-07', daysOverdue: 27});
	t.like(overdue.body.items[0].newest, {number: 2, assertedOn: '2025-12-31'});
	t.is((await auditor!.get(at('assertions'))).body.counts.overdue, 1);
});
