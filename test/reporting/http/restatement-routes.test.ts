// What changed in March since it was looked at on 2 April; every figure is worked out by hand.
import test from 'ava';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {
	confirmClose,
	postEntry,
	reopenPeriod,
	requestClose,
	reverseManualEntry,
} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	day,
	fundManager,
	handEntry,
	officer,
	openCity,
	openCooperative,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
const book = 'KOP-1771011001' as BookCode;
const since = '2026-04-02T17:00:00+07:00';

const post = async (recordedOn: string, effectiveOn: string, amount: string) => {
	world.setDay(recordedOn);
	return world.as(supervisor, async (work) =>
		postEntry(work, handEntry(book, effectiveOn, amount)),
	);
};

test.before(async () => {
	world = await createWorld('2026-02-01');
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.02.1001');
	server = await startServer(world);
	await post('2026-02-10', '2026-02-10', '1000000'); // 1
	await post('2026-03-05', '2026-03-05', '500000'); // 2
	await post('2026-04-10', '2026-03-20', '250000'); // 3: 21 days late
	await post('2026-04-10', '2026-02-15', '100000'); // 4: before the period
	await world.as(officer, async (work) =>
		reverseManualEntry(
			work,
			{book, number: 2},
			{effectiveOn: day('2026-03-31'), reason: 'Salah catat', document: 'K-2'},
		),
	); // 5: takes back entry 2
	await post('2026-04-10', '2026-04-10', '7'); // 6: after the period
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const ask = async (query: Readonly<Record<string, string>> = {}, language = 'id') => {
	const wanted = {book, from: '2026-03-01', to: '2026-03-31', since, ...query};
	const search = new URLSearchParams(wanted).toString();
	return auditor.get(`/v1/reports/restatement?${search}`, {'accept-language': language});
};

test.serial('every entry that came since, with who, why, how late and its lines', async (t) => {
	const {status, body} = await ask();
	t.is(status, 200, JSON.stringify(body));
	t.like(body.meta, {book, sinceEntry: 2, lastEntry: 6, askedBy: body.meta.askedBy});
	t.is(body.nothingChanged, false);
	t.is(body.nextCursor, null);
	t.deepEqual(
		body.entries.map((entry: {hash: string}) => ({...entry, hash: entry.hash.length})),
		[
			{
				number: 3,
				effectiveOn: '2026-03-20',
				recordedAt: '2026-04-10T05:00:00.000Z',
				occurredOn: null,
				isWithin: true,
				daysLate: 21,
				actor: 'penyelia',
				kind: 'manual',
				reason: 'Setoran modal',
				document: 'BKM-1',
				reverses: null,
				monthState: 'open',
				hash: 64,
				lines: [line('1.1.01', '250000.00', '0.00'), line('3.1.01', '0.00', '250000.00')],
			},
			{
				number: 5,
				effectiveOn: '2026-03-31',
				recordedAt: '2026-04-10T05:00:00.000Z',
				occurredOn: null,
				isWithin: true,
				daysLate: 10,
				actor: 'petugas',
				kind: 'manual',
				reason: 'Salah catat',
				document: 'K-2',
				reverses: 2,
				monthState: 'open',
				hash: 64,
				lines: [line('1.1.01', '0.00', '500000.00'), line('3.1.01', '500000.00', '0.00')],
			},
		],
	);
	t.is(
		body.statement,
		'Sejak 2 April 2026 pukul 17.00, 2 jurnal dicatat untuk 1 Maret 2026 sampai 31 Maret 2026 sebesar Rp 750.000, 1 jurnal untuk hari sebelumnya, dan 0 jurnal tentang periode itu pada bulan sesudahnya.',
	);
});

const line = (account: string, debit: string, credit: string) => ({
	account,
	debit,
	credit,
	fund: null,
	loan: null,
	member: null,
	counterparty: null,
});

test.serial('known then + change = known now, on each account and in the totals', async (t) => {
	const {body} = await ask();
	const [cash, capital] = body.rows;
	t.is(body.rows.length, 2);
	// 1.500.000 then; 250.000 + 100.000 - 500.000 since.
	t.deepEqual(cash, {
		account: '1.1.01',
		nameId: cash.nameId,
		nameEn: cash.nameEn,
		class: 'asset',
		normalSide: 'debit',
		isChanged: true,
		knownThen: '1500000.00',
		changeBefore: '100000.00',
		changeWithin: '-250000.00',
		change: '-150000.00',
		knownNow: '1350000.00',
		turnoverThen: {debit: '500000.00', credit: '0.00'},
		turnoverChange: {debit: '250000.00', credit: '500000.00'},
		turnoverNow: {debit: '750000.00', credit: '500000.00'},
	});
	t.like(capital, {knownThen: '1500000.00', change: '-150000.00', knownNow: '1350000.00'});
	t.deepEqual(body.totals, {
		entries: 2,
		entriesBefore: 1,
		entriesBookedLater: 0,
		knownThen: {debit: '1500000.00', credit: '1500000.00'},
		change: {debit: '850000.00', credit: '850000.00'},
		knownNow: {debit: '1350000.00', credit: '1350000.00'},
		turnoverThen: {debit: '500000.00', credit: '500000.00'},
		turnoverChange: {debit: '750000.00', credit: '750000.00'},
		turnoverNow: {debit: '1250000.00', credit: '1250000.00'},
		isProven: true,
	});
});

test.serial('an empty result says that nothing changed', async (t) => {
	const {body} = await ask({since: '2026-04-10T12:00:00+07:00'}, 'en');
	t.is(body.nothingChanged, true);
	t.is(
		body.statement,
		'Nothing changed for 1 March 2026 to 31 March 2026 since 10 April 2026 at 12:00.',
	);
	t.deepEqual(body.entries, []);
	t.is(body.rows[0].change, '0.00');
	t.is(body.rows[0].isChanged, false);
	t.true(body.totals.isProven);
});

test.serial(
	'entries come in pages; each has all accounts and tells of the same books',
	async (t) => {
		const whole = (await ask()).body;
		const first = (await ask({limit: '1'})).body;
		t.deepEqual(
			first.entries.map(({number}: {number: number}) => number),
			[3],
		);
		await post('2026-04-12', '2026-03-25', '9'); // 7
		const second = (await ask({limit: '1', cursor: first.nextCursor})).body;
		t.deepEqual(
			second.entries.map(({number}: {number: number}) => number),
			[5],
		);
		t.is(second.nextCursor, null);
		t.is(second.meta.lastEntry, 6);
		t.deepEqual(second.rows, whole.rows);
		t.deepEqual(second.totals, whole.totals);
		const now = (await ask()).body;
		t.is(now.totals.entries, 3);
		t.is(now.rows[0].knownNow, '1350009.00');
		t.true(now.totals.isProven);
	},
);

test.serial('as known at a later moment than since, and no later', async (t) => {
	const {body} = await ask({knownAt: '2026-04-11T00:00:00+07:00'});
	t.is(body.totals.entries, 2);
	t.is(body.rows[0].knownNow, '1350000.00');
	t.is(body.meta.knownAt, '2026-04-10T17:00:00.000Z');
	t.true(body.totals.isProven);
});

test.serial('a period from before the book was opened shows everything since it was', async (t) => {
	const {body} = await ask({from: '1900-01-01'});
	t.deepEqual([body.totals.entries, body.totals.entriesBefore], [4, 0]);
	t.is(body.rows[0].turnoverNow.debit, '1850009.00');
	t.true(body.totals.isProven);
});

test.serial('what cannot be answered is refused, all of it at once', async (t) => {
	const codes = async (query: Readonly<Record<string, string>>) => {
		const {status, body} = await ask(query);
		t.true(status >= 400, JSON.stringify(query));
		return body.findings.map(({code, path}: {code: string; path: string}) => `${path} ${code}`);
	};
	t.deepEqual(await codes({since: '2026-02-09T00:00:00Z'}), [
		'query.since report/since-before-book',
	]);
	t.deepEqual(await codes({from: '2026-04-01', since: '2026-04-13T00:00:00Z'}), [
		'query.from report/from-after-to',
		'query.since report/since-in-future',
	]);
	t.deepEqual(await codes({to: '2026-04-13', knownAt: '2026-04-13T00:00:00Z'}), [
		'query.to report/as-of-in-future',
		'query.knownAt report/known-at-in-future',
	]);
	t.deepEqual(await codes({since: '2026-04-12T00:00:00Z', knownAt: '2026-04-11T00:00:00Z'}), [
		'query.since report/since-in-future',
	]);
	t.deepEqual(await codes({cursor: 'x'}), ['query.cursor request/invalid-cursor']);
	t.deepEqual(await codes({from: '2026-03', since: 'yesterday'}), [
		'query.from date/malformed',
		'query.since moment/malformed',
	]);
	t.is((await ask({book: 'KOP-9'})).status, 404);
	// A book in which nothing was ever recorded.
	t.deepEqual(await codes({book: 'KOP-1771021001'}), ['query.since report/since-before-book']);
	const outsider = await server.signUp('auditor', 'KOP-1771021001');
	const search = `book=${book}&from=2026-03-01&to=2026-03-31&since=2026-04-02T10:00:00Z`;
	t.is((await outsider.get(`/v1/reports/restatement?${search}`)).status, 404);
});

test.serial(
	'what came after a month was closed: booked later, or in it once it was reopened',
	async (t) => {
		const other = await openCooperative(world, '17.71.01.1003');
		const on = (date: string) => {
			world.setDay(date);
		};
		const march = day('2026-03-01');
		await world.as(officer, async (work) =>
			postEntry(work, handEntry(other, '2026-03-10', '1000000')),
		);
		on('2026-04-13');
		await world.as(officer, async (work) => requestClose(work, other, march));
		await world.as(supervisor, async (work) => confirmClose(work, other, march));
		on('2026-04-14');
		await world.as(officer, async (work) =>
			postEntry(work, {...handEntry(other, '2026-03-20', '250000'), ifClosed: 'next-open-month'}),
		);
		on('2026-04-15');
		await world.as(fundManager, async (work) => reopenPeriod(work, other, march, 'Bukti baru'));
		on('2026-04-16');
		await world.as(officer, async (work) =>
			postEntry(work, handEntry(other, '2026-03-25', '70000')),
		);
		const {status, body} = await ask({book: other, since: '2026-04-13T12:00:00+07:00', limit: '1'});
		t.is(status, 200, JSON.stringify(body));
		// The fact of 20 March counts on 1 April: it is told, and moves no figure of March.
		t.like(body.entries[0], {
			number: 2,
			effectiveOn: '2026-04-01',
			occurredOn: '2026-03-20',
			isWithin: false,
			daysLate: 25,
			monthState: 'closed',
		});
		const second = (
			await ask({
				book: other,
				since: '2026-04-13T12:00:00+07:00',
				limit: '1',
				cursor: body.nextCursor,
			})
		).body;
		t.like(second.entries[0], {
			number: 3,
			effectiveOn: '2026-03-25',
			occurredOn: null,
			isWithin: true,
			daysLate: 22,
			monthState: 'reopened',
		});
		t.is(second.nextCursor, null);
		t.like(body.totals, {entries: 1, entriesBefore: 0, entriesBookedLater: 1, isProven: true});
		t.like(body.rows[0], {knownThen: '1000000.00', change: '70000.00', knownNow: '1070000.00'});
		t.deepEqual(second.rows, body.rows);
	},
);
