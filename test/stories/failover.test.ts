// The primary dies in the middle of writing; its synchronous standby is promoted, and nothing that
// was acknowledged is lost.
import {randomUUID} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {verify} from '../../src/cli/verify.ts';
import {connect, primaryOf} from '../../src/db/connect.ts';
import {serversOf} from '../../src/db/servers.ts';
import {
	type TestServer,
	asOwner,
	startPrimary,
	startStandby,
	untilReplayed,
} from '../helpers/cluster.ts';
import {type Answered, type Client, startServer} from '../helpers/http.ts';
import {createWorld, openCity, openCooperative} from '../helpers/world.ts';

/** Until the standby is told of each commit before whoever waits for it. */
async function untilSynchronous(primary: TestServer): Promise<void> {
	for (let round = 0; round < 300; round += 1) {
		const [row] = await asOwner<{sync_state: string}>(
			primary,
			'select sync_state from pg_stat_replication',
		);
		if (row?.sync_state === 'sync') return;
		await sleep(50);
	}
	throw new Error('The standby never became synchronous.');
}

test('a promoted standby has all that was acknowledged, and the service goes on', async (t) => {
	t.timeout(170_000);
	const {server: primary, database} = await startPrimary();
	const standby = await startStandby(primary, 'siaga');
	t.teardown(standby.stop);
	await untilReplayed(primary, standby);
	await asOwner(primary, `alter system set synchronous_standby_names = 'siaga'`);
	await asOwner(primary, 'select pg_reload_conf()');
	await untilSynchronous(primary);

	// Both servers by one address, as libpq has it.
	const here = new URL(database.serviceUrl);
	const there = new URL(standby.ownerUrl);
	const both = here.href.replace(`@${here.host}`, `@${here.host},${there.host}`);
	t.is(serversOf(both).length, 2);
	const knex = connect(both, {applicationName: 'test-service', poolMax: 8});
	const world = await createWorld('2026-03-31', {knex}, {...database, service: knex});
	await openCity(world);
	const book = await openCooperative(world);
	const server = await startServer(world);
	const supervisor = await server.signUp('supervisor');

	const post = async (client: Client, key: string): Promise<Answered> =>
		client.post(
			`/v1/books/${book}/entries`,
			{
				effectiveOn: '2026-03-30',
				reason: 'Setoran',
				document: key,
				lines: [
					{account: '1.1.01', side: 'debit', amount: '1000'},
					{account: '3.1.01', side: 'credit', amount: '1000'},
				],
			},
			{key},
		);

	const acknowledged = new Map<string, unknown>();
	const unanswered: string[] = [];
	const state = {isDone: false, isKilled: false, firstAfter: 0};
	const write = async (): Promise<void> => {
		while (!state.isDone) {
			const key = randomUUID();
			const answer = await post(supervisor, key);
			if (answer.status === 201) {
				acknowledged.set(key, answer.body);
				if (state.isKilled && state.firstAfter === 0) state.firstAfter = performance.now();
			} else {
				t.is(answer.status, 503, JSON.stringify(answer.body));
				t.is(answer.body.code, 'server/unavailable');
				unanswered.push(key);
				await sleep(50);
			}
		}
	};
	const writers = Array.from({length: 16}, async () => write());
	const until = async (isReached: () => boolean): Promise<void> => {
		for (let round = 0; !isReached() && round < 1200; round += 1) await sleep(50);
	};
	await until(() => acknowledged.size >= 40);
	const before = acknowledged.size;
	t.true(before >= 40, `${before} were acknowledged before the primary died`);
	const killedAt = performance.now();
	await primary.kill();
	state.isKilled = true;
	// Whoever watches the two (Patroni, a person) promotes the standby, and it waits for nobody.
	await asOwner(standby, `alter system set synchronous_standby_names = ''`);
	await asOwner(standby, 'select pg_promote()');
	await until(() => state.firstAfter > 0);
	const then = acknowledged.size;
	await until(() => acknowledged.size >= then + 20);
	state.isDone = true;
	await Promise.all(writers);
	t.is(new URL(await primaryOf(both, 'test')).host, there.host);
	t.true(state.firstAfter > 0, 'it wrote again');
	t.true(acknowledged.size > before, 'and more than once');
	t.log(
		`${acknowledged.size} acknowledged, ${unanswered.length} not; ` +
			`written again ${Math.round(state.firstAfter - killedAt)} ms after the primary died`,
	);

	const booked = async (): Promise<Map<string, number>> => {
		const rows = await asOwner<{document: string; count: number}>(
			standby,
			`select document, count(*)::integer as count from entries where reason = 'Setoran'
			group by document`,
		);
		return new Map(rows.map(({document, count}) => [document, count]));
	};
	const all = await booked();
	const lost = [...acknowledged.keys()].filter((key) => all.get(key) !== 1);
	t.deepEqual(lost, [], 'each that was acknowledged is there, once');

	for (const [key, body] of [...acknowledged].slice(0, 50)) {
		t.deepEqual((await post(supervisor, key)).body, body, 'the first answer again');
	}
	for (const key of unanswered) t.is((await post(supervisor, key)).status, 201);
	const after = await booked();
	t.is(after.size, acknowledged.size + unanswered.length);
	t.deepEqual(new Set(after.values()), new Set([1]));
	t.deepEqual((await verify(world)).lines, []);

	await server.close();
	await knex.destroy();
	await database.owner.destroy();
	await database.service.destroy();
});
