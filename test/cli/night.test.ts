// The nights: each day once and in its order, whatever stood still, was cut off, or ran twice.
import test from 'ava';
import type {NightlyChore} from '../../src/chores/index.ts';
import {createNightChores} from '../../src/cli/night-chores.ts';
import {type NightChore, type NightOptions, runNight} from '../../src/cli/night.ts';
import {connect} from '../../src/db/connect.ts';
import {createLog} from '../../src/http/log.ts';
import {choose} from '../provisioning/setup.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	lend,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let world: World;
let mine: Funded;
const log = createLog('silent');

test.before(async () => {
	world = await createWorld('2025-06-28');
	await openCity(world);
	mine = await openFunded(world, '17.71.01.1001');
	await openFunded(world, '17.71.02.1001');
	// 100,000 a month from 3 March on, of which nothing is paid.
	await lend(world, mine, {disbursedOn: '2025-02-03'});
	await choose(world, mine.book, 'koperasi');
});
test.after.always(async () => {
	await world.close();
});

const night = async (more: Partial<NightOptions> = {}) =>
	runNight({
		service: world,
		knex: world.database.service,
		chores: createNightChores(world, {hasProvisions: true, log}),
		log,
		clock: world.clock,
		...more,
	});

type Row = {
	readonly day: string;
	readonly state: string;
	readonly turns: number;
	readonly outcome: Record<string, unknown>;
	readonly fault: string | null;
	readonly place: string | null;
};

const runsOf = async (chore: NightlyChore): Promise<Row[]> =>
	world.database.owner('chore_runs').where({chore}).orderBy('day');

const daysOf = async (chore: NightlyChore): Promise<string[]> =>
	(await runsOf(chore)).map(({day, state, turns}) => `${day} ${state} ${turns}`);

test.serial('the first night is for yesterday, and once', async (t) => {
	t.deepEqual(await night(), {done: 5, failed: 0});
	t.deepEqual(await night(), {done: 0, failed: 0});
	for (const chore of ['months-sealed', 'classes', 'provisions', 'detectors', 'verification']) {
		t.deepEqual(await daysOf(chore as NightlyChore), ['2025-06-27 done 1'], chore);
	}
	const [provisions] = await runsOf('provisions');
	t.deepEqual(provisions!.outcome, {isMonthEnd: false});
	const [verification] = await runsOf('verification');
	t.deepEqual(verification!.outcome.breaches, {});
	t.is(verification!.outcome.books, 3);
});

test.serial('after three days off each day is there once, in its order', async (t) => {
	world.setDay('2025-07-01');
	// 28, 29 and 30 June: three days of what is done for each, one of what does the whole.
	t.deepEqual(await night(), {done: 3 + 3 + 3 + 1 + 1, failed: 0});
	const each = ['2025-06-27 done 1', '2025-06-28 done 1', '2025-06-29 done 1', '2025-06-30 done 1'];
	for (const chore of ['classes', 'provisions', 'detectors'] as const) {
		t.deepEqual(await daysOf(chore), each, chore);
	}
	for (const chore of ['months-sealed', 'verification'] as const) {
		t.deepEqual(await daysOf(chore), [each[0], each[3]], chore);
	}
	const nights: {as_of: string}[] = await world.database
		.owner('detection_runs')
		.where({is_nightly: true})
		.orderBy('as_of')
		.select('as_of');
	t.deepEqual(
		nights.map((row) => row.as_of),
		['2025-06-27', '2025-06-28', '2025-06-29', '2025-06-30'],
	);
});

test.serial('a day has the classes of that day', async (t) => {
	const outcomes = (await runsOf('classes')).map(
		({outcome}) =>
			(outcome.policies as Record<string, Record<string, {loans: number; principal: string}>>)
				.koperasi!,
	);
	// Late since 3 March; the fourth month has begun on 3 June.
	for (const classes of outcomes) {
		t.deepEqual(classes['kurang-lancar'], {loans: 1, principal: '1200000.00'});
		t.deepEqual(classes.lancar, {loans: 0, principal: '0.00'});
	}
	t.is(outcomes.length, 4);
});

test.serial('at the end of a month its provision is booked once, by policy alone', async (t) => {
	const booked = (await runsOf('provisions')).at(-1)!;
	t.is(booked.day, '2025-06-30');
	// 10 % of 1,200,000; the other cooperative has chosen no policy.
	t.deepEqual(booked.outcome, {
		month: '2025-06',
		booked: 1,
		unchanged: 0,
		refused: {'provisioning/no-policy-chosen': 1},
	});
	t.is((await balances(world, mine.book))['1.2.19'], '-120000.00');
});

test.serial('what fails is told by its kind, holds up no other, and is tried again', async (t) => {
	world.setDay('2025-07-03');
	const asked: string[] = [];
	let isBroken = true;
	const chores: NightChore[] = [
		{
			name: 'classes',
			run: async ({day}) => {
				asked.push(`classes ${day}`);
				if (isBroken) throw new RangeError('Siti Aminah 1771014103859001');
				return {};
			},
		},
		{
			name: 'detectors',
			run: async ({day}) => {
				asked.push(`detectors ${day}`);
				return {};
			},
		},
	];
	t.deepEqual(await night({chores}), {done: 2, failed: 1});
	// Of the chore that failed the next day waits.
	t.deepEqual(asked, ['classes 2025-07-01', 'detectors 2025-07-01', 'detectors 2025-07-02']);
	const failed = (await runsOf('classes')).at(-1)!;
	t.like(failed, {day: '2025-07-01', state: 'failed', fault: 'RangeError'});
	t.deepEqual(await night({chores}), {done: 0, failed: 0}, 'not before an hour has passed');
	isBroken = false;
	world.setDay('2025-07-04');
	t.deepEqual(await night({chores}), {done: 4, failed: 0});
	t.deepEqual((await daysOf('classes')).slice(-3), [
		'2025-07-01 done 2',
		'2025-07-02 done 1',
		'2025-07-03 done 1',
	]);
});

test.serial('of two processes one does the night', async (t) => {
	world.setDay('2025-07-05');
	const other = connect(world.database.serviceUrl, {applicationName: 'other', poolMax: 2});
	let asked = 0;
	let begin = (): void => undefined;
	let release = (): void => undefined;
	const begun = new Promise<void>((resolve) => {
		begin = resolve;
	});
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	const chores: NightChore[] = [
		{
			name: 'classes',
			run: async () => {
				asked += 1;
				begin();
				await released;
				return {};
			},
		},
	];
	const first = night({chores});
	await begun;
	t.is(await night({chores, knex: other}), undefined, 'another is at it');
	release();
	t.deepEqual(await first, {done: 1, failed: 0});
	t.deepEqual(await night({chores, knex: other}), {done: 0, failed: 0}, 'and it is done');
	t.is(asked, 1);
	t.deepEqual((await daysOf('classes')).at(-1), '2025-07-04 done 1');
	await other.destroy();
});

test.serial(
	'what was cut off goes on with the book after the last one that was done',
	async (t) => {
		world.setDay('2025-07-06');
		const stopping = new AbortController();
		const seal = createNightChores(world, {hasProvisions: false, log}).find(
			({name}) => name === 'months-sealed',
		)!;
		const places: string[] = [];
		const chores: NightChore[] = [
			{
				name: seal.name,
				run: async (run) =>
					seal.run({
						...run,
						note: async (place, outcome) => {
							await run.note(place, outcome);
							places.push(place);
							// The service is told to stop when the first book is done.
							stopping.abort();
						},
					}),
			},
		];
		t.deepEqual(await night({chores, stopping: stopping.signal}), {done: 0, failed: 0});
		t.like((await runsOf('months-sealed')).at(-1), {state: 'running', turns: 1, place: mine.book});
		t.deepEqual(await night({chores}), {done: 1, failed: 0});
		t.deepEqual(places, [mine.book, 'KOP-1771021001', 'KOTA-BENGKULU'], 'each book once');
		t.is((await daysOf('months-sealed')).at(-1), '2025-07-05 done 2');
	},
);
