// What arrives together shares a transaction, and each has an outcome of its own.
import test from 'ava';
import {compose} from '../src/compose.ts';
import {createLog} from '../src/http/log.ts';
import {settableClock} from '../src/kernel/clock.ts';
import type {BookCode} from '../src/kernel/ids.ts';
import {verifyBook} from '../src/ledger/index.ts';
import {type Answered, type Client, type Server, startServer} from './helpers/http.ts';
import {
	type World,
	balances,
	countRows,
	createWorld,
	officer,
	openCity,
	openCooperative,
} from './helpers/world.ts';

let world: World;
let server: Server;
let supervisor: Client;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	server = await startServer(world);
	supervisor = await server.signUp('supervisor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const entry = (amount: string, change: Record<string, unknown> = {}) => ({
	effectiveOn: '2026-03-01',
	reason: 'Setoran modal',
	document: 'BKM-1',
	lines: [
		{account: '1.1.01', side: 'debit', amount},
		{account: '3.1.01', side: 'credit', amount},
	],
	...change,
});

/** Takes out of the cash box, which may not go below zero. */
const withdrawal = (amount: string) =>
	entry(amount, {
		lines: [
			{account: '1.1.01', side: 'credit', amount},
			{account: '3.1.01', side: 'debit', amount},
		],
	});

const pathOf = (of: string): string => `/v1/books/${of}/entries`;
const statuses = (answers: readonly Answered[]): number[] => answers.map(({status}) => status);
const groupCount = async (queue: string): Promise<number> => {
	const {body} = await server.stranger.get('/metrics');
	const found = new RegExp(`write_group_size_count\\{queue="${queue}"\\} (\\d+)`).exec(body);
	return Number.parseInt(found?.[1] ?? '0', 10);
};
const isSound = async (of: BookCode): Promise<boolean> => {
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, of));
	return breaches.length === 0;
};

test.serial(
	'postings that come together share transactions, refused ones beside them',
	async (t) => {
		const before = await groupCount('postings');
		const answers = await Promise.all([
			...Array.from({length: 20}, async (_, at) =>
				supervisor.post(pathOf(at % 2 === 0 ? book : other), entry('10')),
			),
			supervisor.post(pathOf(book), entry('5', {effectiveOn: '2026-04-01'})),
			supervisor.post(pathOf(book), withdrawal('999999')),
			supervisor.post(pathOf('KOP-NOWHERE'), entry('5')),
		]);
		t.deepEqual(
			statuses(answers.slice(0, 20)),
			Array.from({length: 20}, () => 201),
		);
		t.deepEqual(
			answers.slice(20).map(({body}) => body.code),
			['ledger/date-in-future', 'ledger/floor-broken', 'ledger/unknown-book'],
		);
		t.true((await groupCount('postings')) - before < 23);
		t.deepEqual(await balances(world, book), {'1.1.01': '100.00', '3.1.01': '-100.00'});
		t.true((await isSound(book)) && (await isSound(other)));
	},
);

test.serial('a key sent twice at once gives one entry and one answer', async (t) => {
	const rows = await countRows(world);
	const send = async (body: unknown): Promise<Answered> =>
		supervisor.post(pathOf(book), body, {key: 'twice-1'});
	const [first, second] = await Promise.all([send(entry('7')), send(entry('7'))]);
	t.deepEqual(statuses([first, second]), [201, 201]);
	t.deepEqual(first.body, second.body);
	const later = await send(entry('7'));
	t.deepEqual([later.status, later.headers.get('idempotency-replayed')], [201, 'true']);
	t.deepEqual(later.body, first.body);
	t.is((await send(entry('8'))).body.code, 'request/idempotency-key-reused');
	t.is((await countRows(world)).entries, rows.entries! + 1);
});

test.serial(
	'who may not post in a book is refused beside one who may, in the same group',
	async (t) => {
		const stranger = await server.signUp('supervisor', other);
		const answers = await Promise.all([
			supervisor.post(pathOf(book), entry('1')),
			stranger.post(pathOf(book), entry('1000')),
			stranger.post(pathOf(other), entry('2')),
			supervisor.post(pathOf(other), entry('3')),
		]);
		t.deepEqual(statuses(answers), [201, 404, 201, 201]);
		t.is(answers[1].body.code, 'ledger/unknown-book');
		t.false(JSON.stringify(answers[1].body).includes('Setoran'));
	},
);

test.serial('whatever a text holds, it comes back to the byte', async (t) => {
	const hostile = [
		`'; drop table entries; --`,
		String.raw`\\' \n \u0041 \x`,
		'"}]}, {"a": ["',
		'🙂 \u2028 ½ $1 ? ?? :name %s',
	];
	for (const reason of hostile) {
		const {status, body} = await supervisor.post(
			pathOf(book),
			entry('1', {reason, document: reason}),
		);
		t.is(status, 201);
		t.deepEqual([body.reason, body.document], [reason, reason]);
		const {body: read} = await supervisor.get(`${pathOf(book)}/${body.number}`);
		t.deepEqual(read, body);
	}
	t.true(await isSound(book));
});

test.serial(
	'commands of one cooperative share transactions; a refused one harms none',
	async (t) => {
		const ofBook = await server.signUp('officer', book);
		const before = await groupCount('operations');
		const join = async (serial: number, change = {}): Promise<Answered> =>
			ofBook.post('/v1/members', {
				cooperative: book,
				nik: `177101410390${String(serial).padStart(4, '0')}`,
				name: `Anggota ${serial}`,
				kelurahan: '17.71.01.1001',
				address: 'Jl. Melati 1',
				joinedOn: '2026-01-05',
				...change,
			});
		const answers = await Promise.all([
			...Array.from({length: 12}, async (_, at) => join(at + 1)),
			join(1),
			join(90, {kelurahan: '17.71.01.9999'}),
			join(91),
		]);
		const created = answers.filter(({status}) => status === 201);
		t.is(created.length, 13, 'twelve, one of the two with NIK 1, and the last: 13 and 2 refused');
		const numbers = created.map(({body}) => body.number).sort((a, b) => a - b);
		t.deepEqual(
			numbers,
			Array.from({length: 13}, (_, at) => at + 1),
		);
		t.true((await groupCount('operations')) - before < 15);
	},
);

test.serial('two processes post to one book at once', async (t) => {
	const second = compose({
		knex: world.database.service,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
	});
	const rows = await countRows(world);
	const elsewhere = await startServer({...world, ...second});
	const client = await elsewhere.signUp('supervisor');
	const answers = await Promise.all(
		Array.from({length: 30}, async (_, at) =>
			(at % 2 === 0 ? supervisor : client).post(pathOf(book), entry('1')),
		),
	);
	await elsewhere.close();
	t.true(statuses(answers).every((status) => status === 201));
	t.is(new Set(answers.map(({body}) => body.number)).size, 30);
	t.is((await countRows(world)).entries, rows.entries! + 30);
	t.true(await isSound(book));
});

test.serial('a full queue answers 503 and has done nothing', async (t) => {
	const narrow = compose({
		knex: world.database.service,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
		limits: {queueMax: 1, postingLanes: 1, postingsInGroupMax: 1},
	});
	const small = await startServer({...world, ...narrow});
	const client = await small.signUp('supervisor');
	const rows = await countRows(world);
	const answers = await Promise.all(
		Array.from({length: 30}, async () => client.post(pathOf(book), entry('1'))),
	);
	await narrow.drain();
	await small.close();
	const busy = answers.filter(({status}) => status === 503);
	t.true(busy.length > 0 && busy.length < 30);
	t.deepEqual([busy[0]!.body.code, busy[0]!.headers.get('retry-after')], ['server/busy', '1']);
	t.is((await countRows(world)).entries, rows.entries! + 30 - busy.length);
	t.true(await isSound(book));
});
