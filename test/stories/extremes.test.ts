// The largest amounts and the deepest nesting: what is accepted can be read for ever, and the rest
// is refused.
import test from 'ava';
import type {BookCode} from '../../src/kernel/ids.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {type Answered, type Client, type Server, startServer} from '../helpers/http.ts';
import {type World, createWorld, officer, openCity, openCooperative} from '../helpers/world.ts';

let world: World;
let server: Server;
let supervisor: Client;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	server = await startServer(world);
	supervisor = await server.signUp('supervisor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const most = '999999999999999999.99';
const entry = (amount: string) => ({
	effectiveOn: '2026-03-01',
	reason: 'Setoran modal',
	document: 'BKM-1',
	lines: [
		{account: '1.1.01', side: 'debit', amount},
		{account: '3.1.01', side: 'credit', amount},
	],
});
const pathOf = (of: BookCode): string => `/v1/books/${of}/entries`;
const statuses = (answers: readonly Answered[]): number[] => answers.map(({status}) => status);

test.serial('an account may hold more than one amount can say', async (t) => {
	const book = await openCooperative(world, '17.71.01.1001');
	const answers = await Promise.all(
		[most, '1', most].map(async (amount) => supervisor.post(pathOf(book), entry(amount))),
	);
	t.deepEqual(statuses(answers), [201, 201, 201]);
	const {body} = await supervisor.get(`/v1/books/${book}/accounts/1.1.01/balance`);
	t.is(body.balance, '2000000000000000000.98');
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, book));
	t.deepEqual(breaches, []);
});

test.serial('whatever was accepted, the book can be read afterwards', async (t) => {
	const book = await openCooperative(world, '17.71.01.1003');
	const reversal = {effectiveOn: '2026-03-31', reason: 'Balik', document: 'B'};
	await supervisor.post(pathOf(book), entry(most));
	await supervisor.post(`${pathOf(book)}/1/reverse`, reversal);
	await supervisor.post(pathOf(book), entry('1'));
	const auditor = await server.signUp('auditor');
	for (const path of [
		`/v1/books/${book}/accounts/1.1.01/balance`,
		`/v1/books/${book}/accounts/1.1.01/explain?asOf=2026-03-31`,
		`/v1/reports/trial-balance?book=${book}&asOf=2026-03-31`,
	]) {
		t.is((await auditor.get(path)).status, 200, path);
	}
});

test.serial('what is nested beyond all sense is refused', async (t) => {
	const book = await openCooperative(world, '17.71.01.1004');
	const deep = '['.repeat(20_000) + ']'.repeat(20_000);
	const {status, body} = await supervisor.post(
		`${pathOf(book)}/batch?mode=independent`,
		[JSON.stringify(entry('1')), deep].join('\n'),
		{headers: {'content-type': 'application/x-ndjson'}},
	);
	t.deepEqual([status, body.code], [400, 'request/invalid-json']);
});
