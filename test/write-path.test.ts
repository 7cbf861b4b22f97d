// What arrives together shares a transaction, and each has an outcome of its own.
import test from 'ava';
import type {Knex} from 'knex';
import {compose} from '../src/compose.ts';
import {connect} from '../src/db/connect.ts';
import {createLog} from '../src/http/log.ts';
import {settableClock} from '../src/kernel/clock.ts';
import type {BookCode} from '../src/kernel/ids.ts';
import {add, rupiah, toText} from '../src/kernel/money.ts';
import {type CallerScope, coversBook, everywhere} from '../src/kernel/scope.ts';
import {verifyBook} from '../src/ledger/index.ts';
import {type Answered, type Client, type Server, startServer} from './helpers/http.ts';
import {
	type World,
	balances,
	countRows,
	createWorld,
	handEntry,
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
	const found = new RegExp(`write_group_size_writes_count\\{queue="${queue}"\\} (\\d+)`).exec(body);
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

test.serial('what PostgreSQL alone saw is called by its name also in a group', async (t) => {
	const person = (cooperative: string, serial: number) => ({
		cooperative,
		nik: `177101410392${String(serial).padStart(4, '0')}`,
		name: `Anggota ${serial}`,
		kelurahan: '17.71.01.1001',
		address: 'Jl. Melati 1',
		joinedOn: '2026-01-05',
	});
	const elsewhere = await server.signUp('officer', other);
	t.is((await elsewhere.post('/v1/members', person(other, 3))).status, 201);
	const ofBook = await server.signUp('officer', book);
	const answers = await Promise.all(
		[1, 2, 3, 4, 5].map(async (serial) => ofBook.post('/v1/members', person(book, serial))),
	);
	t.deepEqual(statuses(answers), [201, 201, 409, 201, 201]);
	t.is(answers[2]!.body.code, 'member/nik-duplicate');
});

test.serial('a posting that PostgreSQL alone refuses does not harm its neighbours', async (t) => {
	const {owner} = world.database;
	await owner.raw(`
		create function refuse_poison() returns trigger language plpgsql as $$
		begin
			perform ledger_breach('entries_canonical', 'It is poison.');
		end $$;
		create trigger poison before insert on entries for each row
			when (new.document = 'POISON') execute function refuse_poison();`);
	t.teardown(async () => owner.raw('drop function refuse_poison() cascade'));
	const rows = await countRows(world);
	const answers = await Promise.all(
		['a', 'b', 'POISON', 'c', 'd', 'POISON', 'e'].map(async (document) =>
			supervisor.post(pathOf(book), entry('1', {document})),
		),
	);
	t.deepEqual(statuses(answers), [201, 201, 409, 201, 201, 409, 201]);
	t.is(answers[2]!.body.code, 'ledger/law-broken');
	t.is((await countRows(world)).entries, rows.entries! + 5);
	t.true(await isSound(book));
});

test.serial('within a book the order is that of arrival', async (t) => {
	const before = await world.as(officer, async (work) =>
		work.ledger.listEntries((await work.ledger.findBook(book))!, {after: 0, limit: 1000}),
	);
	const sent = Array.from({length: 150}, (_, at) => ({
		of: at % 3 === 0 ? other : book,
		document: `ARRIVAL-${at}`,
	}));
	await Promise.all(
		sent.map(async ({of, document}, at) =>
			world.runner.post(
				{
					scope: everywhere,
					actor: officer,
					idempotencyKey: document,
					fingerprint: String(at).padStart(64, '0'),
				},
				{
					drafts: [{...handEntry(of, '2026-03-01', '1'), document}],
					answer: () => ({}),
				},
			),
		),
	);
	for (const of of [book, other]) {
		const entries = await world.as(officer, async (work) =>
			work.ledger.listEntries((await work.ledger.findBook(of))!, {after: 0, limit: 1000}),
		);
		const arrived = entries.filter(({document}) => document.startsWith('ARRIVAL'));
		t.deepEqual(
			arrived.map(({document}) => document),
			sent.filter((one) => one.of === of).map(({document}) => document),
		);
		if (of === book) t.is(arrived[0]!.number, before.length + 1);
	}
	t.true((await isSound(book)) && (await isSound(other)));
});

test.serial(
	'a refused posting keeps no key: the same key may come with what is right',
	async (t) => {
		const send = async (body: unknown): Promise<Answered> =>
			supervisor.post(pathOf(book), body, {key: 'second-thought'});
		const [first, second] = await Promise.all([
			send(withdrawal('888888')),
			send(withdrawal('888888')),
		]);
		t.deepEqual(statuses([first, second]), [422, 422]);
		t.is((await send(entry('3'))).status, 201);
		t.is((await send(withdrawal('888888'))).body.code, 'request/idempotency-key-reused');
	},
);

/** Sent at once from within, all are one group. */
const inOneGroup = async (sent: readonly (readonly [key: string, change: number])[]) =>
	Promise.allSettled(
		sent.map(async ([idempotencyKey, change]) => {
			const fingerprint = change.toString(16).replace('-', 'f').padStart(64, '0');
			const {lines, ...draft} = handEntry(book, '2026-03-01', String(Math.abs(change)));
			const turned = lines.map((line) => ({
				...line,
				side: line.side === 'debit' ? ('credit' as const) : ('debit' as const),
			}));
			return world.runner.post(
				{scope: everywhere, actor: officer, idempotencyKey, fingerprint},
				{
					drafts: [{...draft, lines: change < 0 ? turned : lines}],
					answer: ([posted]: readonly {number: number}[]) => ({body: posted!.number}),
				},
			);
		}),
	);

test.serial('a key that comes again in the same group waits for its first', async (t) => {
	const rows = await countRows(world);
	const before = await groupCount('postings');
	const ended = await inOneGroup([
		['ahead', 1],
		['again', 2],
		['between', 3],
		['again', 2],
		['again', 4],
		['refused first', -777_777],
		['refused first', 5],
		['again', 2],
		['behind', 6],
	]);
	t.is((await groupCount('postings')) - before, 1);
	const told = ended.map((end) =>
		end.status === 'fulfilled'
			? [end.value.body, end.value.isReplay]
			: (end.reason as {code: string}).code,
	);
	const first = (told[0] as [number, boolean])[0];
	t.deepEqual(told, [
		[first, false],
		[first + 1, false],
		[first + 2, false],
		[first + 1, true],
		'request/idempotency-key-reused',
		'ledger/floor-broken',
		[first + 4, false],
		[first + 1, true],
		[first + 3, false],
	]);
	t.is((await countRows(world)).entries, rows.entries! + 5);
	t.true(await isSound(book));
});

test.serial('one key for two different requests at once stands for one of them', async (t) => {
	const rows = await countRows(world);
	const reversal = {effectiveOn: '2026-03-31', reason: 'Balik', document: 'B'};
	for (const [at, key] of ['both-ways-1', 'both-ways-2', 'both-ways-3'].entries()) {
		const {body} = await supervisor.post(pathOf(book), entry('1'));
		const answers = await Promise.all([
			supervisor.post(pathOf(book), entry('2'), {key}),
			supervisor.post(pathOf(other), entry('2'), {key}),
			supervisor.post(`${pathOf(book)}/${body.number}/reverse`, reversal, {key}),
		]);
		t.deepEqual(statuses(answers).sort(), [201, 409, 409], `round ${at}`);
		for (const {status, body: told} of answers) {
			if (status === 409) t.is(told.code, 'request/idempotency-key-reused');
		}
	}
	t.is((await countRows(world)).entries, rows.entries! + 6);
});

test.serial('what a scope covers is the same for a group as for PostgreSQL', async (t) => {
	const scopes: CallerScope[] = [
		everywhere,
		...[[], ['17'], ['17.71'], ['17.71.01'], ['17.71.01.1001'], ['17.71.02'], ['17.7'], ['1']].map(
			(regions): CallerScope => ({all: false, regions, cooperatives: []}),
		),
		...[[book], [other, book], ['KOP'], ['17.71']].map((cooperatives): CallerScope => ({
			all: false,
			regions: [],
			cooperatives,
		})),
		{all: false, regions: ['17.71.01.1002'], cooperatives: [book]},
	];
	const all = await world.as(officer, async (work) => work.ledger.listBooks());
	t.is(all.length, 3);
	for (const scope of scopes) {
		const seen = await world.as(officer, async (work) => work.ledger.listBooks(), scope);
		t.deepEqual(
			seen.map(({code}) => code),
			all.filter(({code, regionCode}) => coversBook(scope, code, regionCode)).map(({code}) => code),
			JSON.stringify(scope),
		);
	}
});

test.serial('a scope of regions is held to in a group too', async (t) => {
	const district = await server.signUp('supervisor', '17.71.01');
	const neighbour = await server.signUp('supervisor', '17.71.02');
	const kelurahan = await server.signUp('supervisor', '17.71.01.1002');
	const answers = await Promise.all(
		[district, neighbour, kelurahan].flatMap((client) =>
			[book, other].map(async (of) => client.post(pathOf(of), entry('1'))),
		),
	);
	t.deepEqual(statuses(answers), [201, 201, 404, 404, 404, 201]);
});

test.serial('after a drain nothing is under way, of postings or of operations', async (t) => {
	const rows = await countRows(world);
	let ended = 0;
	const told = (): void => {
		ended += 1;
	};
	const ofBook: CallerScope = {all: false, regions: [], cooperatives: [book]};
	const all = Array.from({length: 100}, async (_, at) => {
		const draft = {...handEntry(at % 2 === 0 ? book : other, '2026-03-01', '1'), document: 'DRAIN'};
		const [idempotencyKey, fingerprint] = [`drain-${at}`, String(at).padStart(64, '0')];
		const request = {scope: everywhere, actor: officer, idempotencyKey, fingerprint};
		const posted = world.runner.post(request, {drafts: [draft], answer: () => ({})});
		const performed = world.as(
			officer,
			async (work) => work.ledger.listBooks(),
			at % 2 === 0 ? ofBook : everywhere,
		);
		await Promise.all([posted.finally(told), performed.finally(told)]);
	});
	t.is(ended, 0);
	await world.drain();
	const {rows: open} = await world.database.owner.raw(
		`select query from pg_stat_activity where datname = current_database()
			and application_name = 'test-service' and state <> 'idle'`,
	);
	t.deepEqual(open, []);
	t.is((await countRows(world)).entries, rows.entries! + 100);
	t.is(ended, 200);
	await Promise.all(all);
});

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

/** Every script that is sent over connections of this pool, as it begins. */
function listenTo(knex: Knex): string[] {
	type Connection = {query: (sql: unknown, ...rest: unknown[]) => unknown};
	const client = knex.client as {acquireConnection: () => Promise<Connection>};
	const acquire = client.acquireConnection.bind(client);
	const sent: string[] = [];
	client.acquireConnection = async () => {
		const connection = await acquire();
		const query = Object.getPrototypeOf(connection).query as Connection['query'];
		connection.query = function (this: Connection, sql, ...rest) {
			if (typeof sql === 'string' && sql.startsWith('begin; ')) {
				sent.push(sql.includes('ledger_hold') ? 'asks' : 'writes');
			}
			return query.call(this, sql, ...rest);
		};
		return connection;
	};
	return sent;
}

test.serial('who knows a book posts in one trip, and asks when it was wrong', async (t) => {
	const knex = connect(world.database.serviceUrl, {applicationName: 'test-heart', poolMax: 2});
	const sent = listenTo(knex);
	const second = compose({
		knex,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
	});
	const elsewhere = await startServer({...world, ...second});
	t.teardown(async () => {
		await elsewhere.close();
		await knex.destroy();
	});
	const client = await elsewhere.signUp('supervisor');
	const trips = async (change: () => Promise<Answered>, status = 201): Promise<string[]> => {
		sent.length = 0;
		const answer = await change();
		t.is(answer.status, status, JSON.stringify(answer.body));
		return [...sent];
	};
	const post = async (): Promise<Answered> => client.post(pathOf(book), entry('10'));
	t.deepEqual(await trips(post), ['asks']);
	t.deepEqual(await trips(post), ['writes']);
	t.is((await supervisor.post(pathOf(book), entry('10'))).status, 201, 'another process');
	t.deepEqual(await trips(post), ['writes', 'asks'], 'what it knew was old');
	t.deepEqual(await trips(post), ['writes']);
	const cash = rupiah((await balances(world, book))['1.1.01']!);
	const tooMuch = async (): Promise<Answered> =>
		client.post(pathOf(book), withdrawal('99999999999'));
	t.deepEqual(await trips(tooMuch, 422), ['asks'], 'a refusal is never told by heart');
	const keyed = async (): Promise<Answered> =>
		client.post(pathOf(book), entry('10'), {key: 'by-heart'});
	t.deepEqual(await trips(keyed), ['writes']);
	t.deepEqual(await trips(keyed), ['writes', 'asks'], 'the key is known to the database alone');
	t.is((await balances(world, book))['1.1.01'], toText(add(cash, rupiah('10'))));
	await second.inTransaction({scope: everywhere, actor: officer}, async (work) =>
		work.ledger.listBooks(),
	);
	t.deepEqual(await trips(post), ['asks'], 'an operation may have changed anything');
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
