// What was done for a night stays done: held by PostgreSQL as well.
import test from 'ava';
import type {Knex} from 'knex';
import {type World, asServiceOf, createWorld, day, fundManager} from '../../helpers/world.ts';

let world: World;
const night = day('2026-03-30');
const at = new Date('2026-03-31T01:00:00Z');
const later = new Date('2026-03-31T01:00:05Z');

test.before(async () => {
	world = await createWorld('2026-03-31');
	await world.as(fundManager, async ({chores}) => {
		const run = await chores.begin('classes', night, at);
		await chores.end(run!, {at: later, outcome: {loans: 3}});
	});
});
test.after.always(async () => {
	await world.close();
});

const refused = test.macro({
	async exec(t, sql: string, constraint: string | undefined) {
		const error = await t.throwsAsync<Error & {constraint?: string}>(
			asServiceOf(world, async (trx: Knex) => trx.raw(sql)),
		);
		t.is(error.constraint, constraint, error.message);
	},
	title: (title = '') => title,
});

const row = (more: Record<string, string> = {}): string => {
	const values: Record<string, string> = {
		chore: `'verification'`,
		day: `'2026-03-30'`,
		is_nightly: 'true',
		state: `'running'`,
		turns: '1',
		started_at: `'2026-03-31T01:00:00Z'`,
		ended_at: 'null',
		succeeded_at: 'null',
		outcome: `'{}'`,
		fault: 'null',
		...more,
	};
	const names = Object.keys(values).join(', ');
	return `insert into chore_runs (${names}) values (${Object.values(values).join(', ')})`;
};
const done = `where chore = 'classes'`;

test(
	'a night that is done is not begun again',
	refused,
	`update chore_runs set state = 'running', ended_at = null, turns = 2 ${done}`,
	'chore_runs_steps',
);
test(
	'nor told to have ended otherwise',
	refused,
	`update chore_runs set outcome = '{"loans": 4}' ${done}`,
	'chore_runs_steps',
);
test('nor done twice', refused, row({chore: `'classes'`}), 'chore_runs_pkey');
test('what runs has not ended', refused, row({ended_at: 'now()'}), 'chore_runs_ended_check');
test(
	'what does not run has ended',
	refused,
	row({state: `'failed'`, fault: `'Error'`}),
	'chore_runs_ended_check',
);
test(
	'nothing ends before it began',
	refused,
	row({state: `'failed'`, fault: `'Error'`, ended_at: `'2026-03-31T00:59:59Z'`}),
	'chore_runs_ended_check',
);
test(
	'what failed says by what',
	refused,
	row({state: `'failed'`, ended_at: 'now()'}),
	'chore_runs_fault_check',
);
test(
	'what is done has ended well',
	refused,
	row({state: `'done'`, ended_at: 'now()'}),
	'chore_runs_done_check',
);
test('a chore has a name', refused, row({chore: `'Verify all'`}), 'chore_runs_chore_check');
test('a run was begun', refused, row({turns: '0'}), 'chore_runs_turns_check');
test('what came of it is an object', refused, row({outcome: `'[]'`}), 'chore_runs_outcome_check');

test('the service has no right to drop a run, and its owner neither', async (t) => {
	await t.throwsAsync(
		asServiceOf(world, async (trx) => trx.raw('delete from chore_runs')),
		{message: /permission denied/u},
	);
	for (const sql of ['delete from chore_runs', 'truncate chore_runs']) {
		await t.throwsAsync(world.database.owner.raw(sql), {message: /is refused/u});
	}
});

test('the day of a run is not changed', async (t) => {
	await t.throwsAsync(
		asServiceOf(world, async (trx) => trx.raw(`update chore_runs set day = '2026-03-29' ${done}`)),
		{message: /permission denied/u},
	);
});

test.serial('what was cut off is taken up once; what failed as well', async (t) => {
	await world.as(fundManager, async ({chores}) => {
		const first = await chores.begin('detectors', night, at);
		t.is(first?.turns, 1);
		t.true(await chores.note(first!, 'KOP-A', {books: 1}));
		const second = await chores.begin('detectors', night, at);
		t.is(second?.turns, 2);
		t.is(second?.place, 'KOP-A', 'it goes on from there');
		t.deepEqual(second?.outcome, {books: 1});
		t.false(await chores.note(first!, 'KOP-B', {}), 'the first is not listened to any more');
		t.false(await chores.end(first!, {at: later, outcome: {}}));
		t.true(await chores.end(second!, {at: later, outcome: {}, fault: 'Error'}));
		const third = await chores.begin('detectors', night, later);
		t.is(third?.turns, 3);
		t.true(await chores.end(third!, {at: later, outcome: {books: 2}}));
		t.is(await chores.begin('detectors', night, later), undefined, 'it is done');
	});
});
