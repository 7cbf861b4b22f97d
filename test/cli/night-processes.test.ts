// Nights with real processes: two at once, and one that is killed in the middle.
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import type {Knex} from 'knex';
import {runProgram} from '../helpers/process.ts';
import {type World, createWorld, openCity, openFunded} from '../helpers/world.ts';

let world: World;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	await openFunded(world);
});
test.after.always(async () => {
	await world.close();
});

const start = () => runProgram(['night'], {env: {DATABASE_URL: world.database.ownerUrl}});

async function runs(): Promise<string[]> {
	const rows: {chore: string; state: string; turns: number}[] = await world.database
		.owner('chore_runs')
		.orderBy(['chore', 'day']);
	return rows.map(({chore, state, turns}) => `${chore} ${state} ${turns}`);
}

/** Waits until a program waits for a lock that somebody else holds. */
async function untilItWaits(owner: Knex): Promise<void> {
	for (let round = 0; round < 600; round += 1) {
		const {rows} = await owner.raw<{rows: unknown[]}>(
			`select from pg_stat_activity
			where application_name = 'bergulir-command' and wait_event_type = 'Lock'
				and query ilike '%trail_acts%'`,
		);
		if (rows.length > 0) return;
		await sleep(50);
	}
	throw new Error('The program never came to the trail.');
}

test.serial('killed in the middle, the night is taken up by the next process', async (t) => {
	const {owner} = world.database;
	const lock = await owner.transaction();
	// Verification reads the trail after all books: there it is held up, and killed.
	await lock.raw('lock table trail_acts in access exclusive mode');
	const first = start();
	await untilItWaits(owner);
	first.child.kill('SIGKILL');
	await first.ended();
	await lock.rollback();
	t.deepEqual(await runs(), [
		'classes done 1',
		'detectors done 1',
		'months-sealed done 1',
		'verification running 1',
	]);
	const {code, output} = await start().ended();
	t.is(code, 0, output);
	t.regex(output, /1 runs were done, 0 failed\./u);
	t.deepEqual(await runs(), [
		'classes done 1',
		'detectors done 1',
		'months-sealed done 1',
		'verification done 2',
	]);
	const [verification]: {outcome: Record<string, unknown>}[] = await owner('chore_runs').where({
		chore: 'verification',
	});
	// The books of before the kill are not counted again.
	t.deepEqual(verification!.outcome, {books: 2, entries: 3, breaches: {}});
});

test.serial('two at once do each day once', async (t) => {
	// As if the last nights had been in another life: three days are due.
	await world.database.owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await trx.raw('update chore_runs set day = day - 3');
		await trx.raw('update detection_runs set as_of = as_of - 3');
	});
	const ended = await Promise.all([start().ended(), start().ended()]);
	for (const {code, output} of ended) t.is(code, 0, output);
	const rows: {chore: string; count: number; turns: number}[] = await world.database
		.owner('chore_runs')
		.groupBy('chore')
		.orderBy('chore')
		.select('chore')
		.count('* as count')
		.max('turns as turns');
	t.deepEqual(rows, [
		{chore: 'classes', count: 4, turns: 1},
		{chore: 'detectors', count: 4, turns: 1},
		{chore: 'months-sealed', count: 2, turns: 1},
		// It was taken up once in the test before.
		{chore: 'verification', count: 2, turns: 2},
	]);
});
