import test from 'ava';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {verifyBook} from '../../../src/ledger/index.ts';
import {type Answered, type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	balances,
	countRows,
	createWorld,
	officer,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let supervisor: Client;
const book = 'KOP-1771011001' as BookCode;
const path = `/v1/books/${book}/entries/batch`;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	server = await startServer(world);
	supervisor = await server.signUp('supervisor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const entry = (amount: string, [debit, credit] = ['1.1.01', '3.1.01']) => ({
	effectiveOn: '2026-03-01',
	reason: 'Setoran',
	document: 'B-1',
	lines: [
		{account: debit, side: 'debit', amount},
		{account: credit, side: 'credit', amount},
	],
});
const withdrawal = (amount: string) => entry(amount, ['3.1.01', '1.1.01']);

const lines = async (mode: string, texts: readonly string[]): Promise<Answered> =>
	supervisor.post(`${path}?mode=${mode}`, texts.join('\n'), {
		headers: {'content-type': 'application/x-ndjson'},
	});

test.serial(
	'each for itself: a result for each row, in order, and limits hold within',
	async (t) => {
		const {status, body} = await supervisor.post(path, {
			mode: 'independent',
			entries: [entry('100'), withdrawal('150'), withdrawal('60'), withdrawal('60'), {lines: []}],
		});
		t.is(status, 200);
		t.deepEqual([body.accepted, body.refused], [2, 3]);
		t.deepEqual(
			body.results.map((result: {status: string; code?: string}) => result.code ?? result.status),
			['posted', 'ledger/floor-broken', 'posted', 'ledger/floor-broken', 'field/missing'],
		);
		t.deepEqual([body.results[0].number, body.results[2].number], [1, 2]);
		t.deepEqual(
			body.results[4].findings.map((finding: {path: string}) => finding.path),
			['effectiveOn', 'reason', 'document', 'lines'],
		);
		t.deepEqual(await balances(world, book), {'1.1.01': '40.00', '3.1.01': '-40.00'});
	},
);

test.serial('all or none: every finding of every row, and nothing written', async (t) => {
	const before = await countRows(world);
	const {status, body} = await supervisor.post(path, {
		entries: [entry('1'), withdrawal('5000'), entry('2', ['9.9.9', '3.1.01'])],
	});
	t.is(status, 422);
	t.deepEqual(
		body.findings.map(({code, path: at}: {code: string; path: string}) => [code, at]),
		[
			['ledger/floor-broken', 'body.entries[1].lines[1].amount'],
			['ledger/unknown-account', 'body.entries[2].lines[0].account'],
		],
	);
	t.deepEqual(await countRows(world), before);
});

test.serial('as JSON lines, an unreadable one among them', async (t) => {
	const texts = [JSON.stringify(entry('1')), '{"effectiveOn":', JSON.stringify(entry('2'))];
	const {body} = await lines('independent', texts);
	t.deepEqual(
		body.results.map((result: {status: string; code?: string}) => result.code ?? result.status),
		['posted', 'request/invalid-json', 'posted'],
	);
	const refused = await lines('atomic', texts);
	t.is(refused.status, 400);
	t.deepEqual(
		[refused.body.code, refused.body.findings[0].path],
		['request/invalid-json', 'body.entries[1]'],
	);
});

test.serial('a thousand at once are gapless, and a replay posts nothing', async (t) => {
	const body = {entries: Array.from({length: 1000}, (_, at) => entry(String(at + 1)))};
	const first = await supervisor.post(path, body, {key: 'thousand'});
	t.is(first.body.accepted, 1000);
	const numbers = first.body.results.map(({number}: {number: number}) => number);
	t.is(numbers.at(-1) - numbers[0], 999);
	const before = await countRows(world);
	const again = await supervisor.post(path, body, {key: 'thousand'});
	t.deepEqual(again.body, first.body);
	t.is(again.headers.get('idempotency-replayed'), 'true');
	t.deepEqual(await countRows(world), before);
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, book));
	t.deepEqual(breaches, []);
});

test.serial('an empty batch, and one entry too many', async (t) => {
	const before = await countRows(world);
	t.is((await supervisor.post(path, {entries: []})).body.code, 'field/too-few');
	const many = {entries: Array.from({length: 10_001}, () => 1)};
	t.is((await supervisor.post(path, many)).body.code, 'field/too-many');
	t.is((await supervisor.post(path, {mode: 'both', entries: [1]})).body.code, 'field/not-one-of');
	t.deepEqual(await countRows(world), before);
});

test.serial('the same as JSON lines, of which blank ones are none', async (t) => {
	const before = await countRows(world);
	for (const texts of [[], ['', ' ', '\r']]) {
		const {status, body} = await lines('atomic', texts);
		t.is(status, 422);
		t.regex(body.code, /^field\/(missing|too-few)$/);
	}
	const many = Array.from({length: 10_001}, () => JSON.stringify(entry('1')));
	t.is((await lines('independent', many)).body.code, 'field/too-many');
	t.is((await lines('both', [JSON.stringify(entry('1'))])).body.code, 'field/not-one-of');
	t.deepEqual(await countRows(world), before);
});

test.serial('what only comes later in the batch is not there yet', async (t) => {
	const before = await countRows(world);
	const rows = [withdrawal('99999999'), entry('99999999'), withdrawal('99999999')];
	const {status, body} = await supervisor.post(path, {mode: 'atomic', entries: rows});
	t.deepEqual([status, body.findings.length], [422, 1]);
	t.is(body.findings[0].path, 'body.entries[0].lines[1].amount');
	t.deepEqual(await countRows(world), before);
});

test.serial('a key stands for the mode as well', async (t) => {
	const send = async (mode: string): Promise<Answered> =>
		supervisor.post(`${path}?mode=${mode}`, JSON.stringify(entry('1')), {
			key: 'one-mode',
			headers: {'content-type': 'application/x-ndjson'},
		});
	t.is((await send('atomic')).status, 200);
	t.is((await send('independent')).body.code, 'request/idempotency-key-reused');
	t.is((await send('atomic')).headers.get('idempotency-replayed'), 'true');
});

test.serial('a book that is not there, or not for them, is answered 404 as a whole', async (t) => {
	const before = await countRows(world);
	const elsewhere = await server.signUp('supervisor', '17.71.02');
	const answers = new Set<string>();
	for (const mode of ['atomic', 'independent']) {
		for (const entries of [[entry('1')], [{}]]) {
			const forbidden = await elsewhere.post(path, {mode, entries});
			t.is(forbidden.status, 404);
			answers.add(forbidden.body.detail);
			const nowhere = await supervisor.post(path.replace(book, 'KOP-NOWHERE'), {mode, entries});
			t.is(nowhere.status, 404);
			answers.add(nowhere.body.detail.replace('KOP-NOWHERE', book));
		}
	}
	t.is(answers.size, 1, 'nobody learns which of the two it is');
	const officerOf = await server.signUp('officer', book);
	t.is((await officerOf.post(path, {entries: [entry('1')]})).status, 403);
	const {users: _, user_grants: __, api_tokens: ___, ...now} = await countRows(world);
	t.like(before, now);
});

test.serial('half a character is refused as a finding, and not a fault', async (t) => {
	const half = JSON.stringify({...entry('1'), reason: 'XX'}).replace('XX', String.raw`\ud800`);
	const {status, body} = await lines('independent', [JSON.stringify(entry('1')), half]);
	t.is(status, 200);
	t.deepEqual([body.accepted, body.refused], [1, 1]);
	t.like(body.results[1], {status: 'refused', code: 'text/control-character'});
	const single = await supervisor.post(`/v1/books/${book}/entries`, half);
	t.deepEqual([single.status, single.body.code], [422, 'text/control-character']);
});

test.serial('the most that a batch may be is taken', async (t) => {
	const before = await countRows(world);
	const texts = Array.from({length: 10_000}, () => JSON.stringify(entry('1')));
	const {status, body} = await lines('atomic', texts);
	t.deepEqual([status, body.accepted, body.refused], [200, 10_000, 0]);
	t.is((await countRows(world)).entries, before.entries! + 10_000);
});
