// The short version of `npm run torture`: kill -9 in the middle of 64 concurrent writers, of the
// service, of a session of PostgreSQL, and of both with all that belongs to them.
import test from 'ava';
import {examine} from '../../bench/torture/inquest.ts';
import {torture} from '../../bench/torture/torture.ts';
import type {Acknowledged, Wish} from '../../bench/torture/writers.ts';
import {startServer} from '../helpers/http.ts';
import {createWorld, openCity, openCooperative} from '../helpers/world.ts';

test('whatever is killed, what was acknowledged is there once, nothing by half', async (t) => {
	t.timeout(170_000);
	const {acknowledged, ...found} = await torture({
		kills: 4,
		target: 'both',
		secondsBetween: 2,
		say: (line) => {
			t.log(line);
		},
	});
	t.true(acknowledged > 0);
	t.deepEqual(found, {
		kills: 4,
		lost: 0,
		duplicated: 0,
		half: 0,
		gaps: 0,
		chainOk: true,
		unexpected: [],
	});
});

test('the inquest finds what is lost, twice, by half or missing in between', async (t) => {
	const world = await createWorld('2026-03-31');
	t.teardown(world.close);
	await openCity(world);
	const book = await openCooperative(world);
	const server = await startServer(world);
	t.teardown(server.close);
	const supervisor = await server.signUp('supervisor');
	const post = async (key: string, document = key): Promise<Acknowledged> => {
		const body = {
			effectiveOn: '2026-03-30',
			reason: 'Uji ketahanan',
			document,
			lines: [
				{account: '1.1.01', side: 'debit', amount: '1000'},
				{account: '3.1.01', side: 'credit', amount: '1000'},
			],
		};
		const answer = await supervisor.post(`/v1/books/${book}/entries`, body, {key});
		t.is(answer.status, 201);
		return {wish: wishOf(key, book), body: JSON.stringify(answer.body)};
	};
	const [one, two, three] = [
		await post('torture-1'),
		await post('torture-2'),
		await post('torture-3'),
	];
	const clean = {lost: 0, duplicated: 0, half: 0, gaps: 0};
	const {owner} = world.database;
	const look = async (acknowledged: readonly Acknowledged[], abandoned: readonly Wish[] = []) =>
		examine(owner, {acknowledged: [...acknowledged], abandoned: [...abandoned]});

	t.deepEqual(await look([one, two, three]), clean);
	// Told with another hash; told under a key that nobody knows: entry, answer.
	const other = {...one, body: one.body.replace(/"hash":"[0-9a-f]{4}/, '"hash":"0000')};
	t.deepEqual(await look([other]), {...clean, lost: 2});
	const never = {...one, wish: wishOf('torture-9', book)};
	t.deepEqual(await look([never]), {...clean, lost: 2});
	// Given up, and there nonetheless, is as well as given up and not there.
	t.deepEqual(await look([], [wishOf('torture-1', book), wishOf('torture-8', book)]), clean);

	await post('torture-4', 'torture-3');
	t.deepEqual(await look([one, two]), {...clean, duplicated: 1});

	// As no role of ours could: past every trigger.
	const tamper = async (sql: string): Promise<void> =>
		owner.transaction(async (trx) => {
			await trx.raw('set local session_replication_role = replica');
			await trx.raw(sql);
		});
	await tamper('delete from lines where entry_number = 1 and line_number = 2 and book_id = 2');
	t.deepEqual(await look([two]), {...clean, duplicated: 1, half: 1});
	await tamper(`delete from idempotency_keys where key = 'torture-2'`);
	t.deepEqual(await look([], [two.wish]), {...clean, duplicated: 1, half: 2});
	await tamper('delete from entries where number = 2 and book_id = 2');
	t.deepEqual(await look([]), {lost: 0, duplicated: 1, half: 3, gaps: 1});
});

const wishOf = (key: string, book: string): Wish => ({
	kind: 'entry',
	book,
	token: '',
	documents: [key],
	request: {method: 'POST', path: `/v1/books/${book}/entries`, idempotencyKey: key},
});
