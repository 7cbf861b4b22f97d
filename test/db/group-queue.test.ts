import test from 'ava';
import {type GroupQueueOptions, type Settled, createGroupQueue} from '../../src/db/group-queue.ts';
import {Unavailable} from '../../src/kernel/errors.ts';

type Command = {readonly name: string; readonly lane?: string};
type Group = {readonly names: string[]; readonly end: () => void};

/** A queue whose groups stand still until the test ends them. */
function queueOf(change: Partial<GroupQueueOptions<Command, string>> = {}) {
	const groups: Group[] = [];
	const queue = createGroupQueue<Command, string>({
		run: async (commands) =>
			new Promise((resolve) => {
				const settled = commands.map(({name}): Settled<string> =>
					name.startsWith('bad')
						? {isDone: false, error: new Error(`${name} is refused`)}
						: {isDone: true, outcome: `${name} done`},
				);
				const names = commands.map(({name}) => name);
				groups.push({names, end: () => resolve(settled)});
			}),
		laneOf: ({lane}) => lane,
		groupMax: 3,
		groupsAtOnceMax: 2,
		queueMax: 100,
		waitMsMax: 60_000,
		busy: () => new Error('busy'),
		...change,
	});
	return {...queue, groups};
}

const inLane = (lane: string, ...names: string[]): Command[] => names.map((name) => ({name, lane}));

/** Lets what is ready to go on go on. */
async function settle(): Promise<void> {
	// A group starts in the turn after the one that ended the group before.
	for (const _ of [1, 2]) await new Promise((resolve) => setImmediate(resolve));
}

type Submit = (command: Command) => Promise<string>;

/** The first of them is under way when the others come, all in one turn. */
async function submitBehind(submit: Submit, commands: readonly Command[]) {
	const first = submit(commands[0]!);
	await settle();
	return [first, ...commands.slice(1).map(async (command) => submit(command))];
}

test('whoever comes in one turn goes together, whatever the lanes', async (t) => {
	const {submit, groups} = queueOf();
	const all = [...inLane('a', 'a1', 'a2', 'a3', 'a4'), ...inLane('b', 'b1', 'b2')].map(
		async (command) => submit(command),
	);
	t.deepEqual(groups, []);
	for (const expected of [['a1', 'a2', 'a3'], ['b1', 'b2'], ['a4']]) {
		await settle();
		const group = groups.find(({names}) => names[0] === expected[0])!;
		t.deepEqual(group.names, expected);
		group.end();
	}
	t.is((await Promise.all(all)).length, 6);
});

test('whoever comes meanwhile makes the next group, in order, so many at most', async (t) => {
	const {submit, groups} = queueOf();
	const all = await submitBehind(submit, inLane('a', 'first', 'b', 'c', 'd', 'e'));
	t.deepEqual(
		groups.map(({names}) => names),
		[['first']],
	);
	for (const expected of [['first'], ['b', 'c', 'd'], ['e']]) {
		await settle();
		t.deepEqual(groups.at(-1)!.names, expected);
		groups.at(-1)!.end();
	}
	t.deepEqual(await Promise.all(all), ['first done', 'b done', 'c done', 'd done', 'e done']);
});

test('lanes go side by side, so many at a time; without one, a lane of its own', async (t) => {
	const {submit, groups} = queueOf();
	const all = await submitBehind(submit, [
		...inLane('a', 'a1', 'a2'),
		{name: 'alone'},
		{name: 'other'},
	]);
	await settle();
	t.deepEqual(
		groups.map(({names}) => names),
		[['a1'], ['alone']],
	);
	groups[0]!.end();
	await settle();
	groups[1]!.end();
	await settle();
	t.deepEqual(
		groups
			.slice(2)
			.map(({names}) => names)
			.sort(),
		[['a2'], ['other']],
	);
	for (const {end} of groups.slice(2)) end();
	t.is((await Promise.all(all)).length, 4);
});

test('a refused command does not harm its neighbours', async (t) => {
	const {submit, groups} = queueOf();
	const [first, ...rest] = await submitBehind(submit, inLane('a', 'x', 'good', 'bad', 'fine'));
	const ended = Promise.allSettled(rest);
	groups[0]!.end();
	await first;
	await settle();
	groups[1]!.end();
	t.deepEqual(
		(await ended).map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason))),
		['good done', 'Error: bad is refused', 'fine done'],
	);
});

test('a group that fails as a whole is tried one by one', async (t) => {
	const sizes: number[] = [];
	const {submit} = createGroupQueue<Command, string>({
		run: async (commands) => {
			sizes.push(commands.length);
			await settle();
			if (commands.some(({name}) => name === 'poison')) throw new Error('the law is broken');
			return commands.map(({name}) => ({isDone: true, outcome: name}));
		},
		laneOf: () => 'a',
		groupMax: 10,
		groupsAtOnceMax: 1,
		queueMax: 10,
		waitMsMax: 60_000,
		busy: () => new Error('busy'),
	});
	const ended = await Promise.allSettled(
		await submitBehind(submit, inLane('a', 'first', 'b', 'poison', 'c')),
	);
	t.deepEqual(
		ended.map(({status}) => status),
		['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
	);
	t.deepEqual(sizes, [1, 3, 1, 1, 1]);
});

test('where the database is away, all are told at once', async (t) => {
	let tries = 0;
	const {submit} = createGroupQueue<Command, string>({
		run: async () => {
			tries += 1;
			await settle();
			throw new Unavailable('away');
		},
		laneOf: () => 'a',
		groupMax: 10,
		groupsAtOnceMax: 1,
		queueMax: 10,
		waitMsMax: 60_000,
		busy: () => new Error('busy'),
	});
	const ended = await Promise.allSettled(await submitBehind(submit, inLane('a', 'a', 'b', 'c')));
	t.true(ended.every((end) => end.status === 'rejected' && end.reason instanceof Unavailable));
	t.is(tries, 2);
});

test('a full queue turns away, and what waited too long is turned away', async (t) => {
	const full = queueOf({queueMax: 1});
	const running = full.submit({name: 'running', lane: 'a'});
	await settle();
	const waiting = full.submit({name: 'waiting', lane: 'a'});
	await t.throwsAsync(full.submit({name: 'one more', lane: 'a'}), {message: 'busy'});
	full.groups[0]!.end();
	await settle();
	full.groups[1]!.end();
	t.deepEqual(await Promise.all([running, waiting]), ['running done', 'waiting done']);

	const hasty = queueOf({waitMsMax: -1});
	await t.throwsAsync(hasty.submit({name: 'late'}), {message: 'busy'});
	t.is(hasty.groups.length, 0);
});

test('draining waits for all that was taken on', async (t) => {
	const {submit, drain, groups} = queueOf();
	const all = await submitBehind(submit, inLane('a', 'first', 'second'));
	let isDrained = false;
	const drained = drain().then(() => {
		isDrained = true;
	});
	groups[0]!.end();
	await settle();
	t.false(isDrained);
	groups[1]!.end();
	await drained;
	t.is((await Promise.all(all)).length, 2);
	await queueOf().drain();
});

test('how many wait is told, also while all groups are under way', async (t) => {
	const told: number[] = [];
	const sizes: number[] = [];
	const observe = {
		waiting: (count: number) => told.push(count),
		group: (size: number) => sizes.push(size),
	};
	const {submit, groups} = queueOf({observe, groupsAtOnceMax: 1});
	const all = await submitBehind(submit, inLane('a', 'first', 'b', 'c', 'd', 'e'));
	await settle();
	t.deepEqual(told, [0, 4]);
	for (const waiting of [1, 0, 0]) {
		groups.at(-1)!.end();
		await settle();
		t.is(told.at(-1), waiting);
	}
	await Promise.all(all);
	t.deepEqual(sizes, [1, 3, 1]);
});

test('a lane that always has more to do does not starve another', async (t) => {
	const {submit, groups} = queueOf({groupMax: 1, groupsAtOnceMax: 1});
	const all = await submitBehind(submit, [
		...inLane('busy', 'b1', 'b2', 'b3', 'b4'),
		...inLane('quiet', 'q1'),
	]);
	for (let round = 0; round < 5; round += 1) {
		groups.at(-1)!.end();
		await settle();
	}
	await Promise.all(all);
	t.deepEqual(
		groups.map(({names}) => names[0]),
		['b1', 'b2', 'q1', 'b3', 'b4'],
	);
});

test('what is tried on its own keeps the order and hears of its own fault alone', async (t) => {
	const seen: string[][] = [];
	const {submit, groups} = queueOf({
		groupMax: 4,
		run: async (commands) => {
			const names = commands.map(({name}) => name);
			seen.push(names);
			await settle();
			if (names.some((name) => name.startsWith('poison'))) throw new Error(names.join());
			return commands.map(({name}) => ({isDone: true, outcome: name}));
		},
	});
	t.is(groups.length, 0);
	const ended = await Promise.allSettled(
		await submitBehind(submit, inLane('a', 'first', 'poison 1', 'b', 'poison 2', 'c')),
	);
	t.deepEqual(seen, [
		['first'],
		['poison 1', 'b', 'poison 2', 'c'],
		['poison 1'],
		['b'],
		['poison 2'],
		['c'],
	]);
	t.deepEqual(
		ended.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason))),
		['first', 'Error: poison 1', 'b', 'Error: poison 2', 'c'],
	);
});

test('a command of whose end nothing is told does not wait for ever', async (t) => {
	const {submit} = queueOf({run: async () => Promise.resolve([])});
	await t.throwsAsync(submit({name: 'forgotten'}), {message: /did not tell/});
});

test('after a failure and after a drain the queue goes on', async (t) => {
	let isAway = true;
	const {submit, drain} = queueOf({
		run: async (commands) => {
			await settle();
			if (isAway) throw new Unavailable('away');
			return commands.map(({name}) => ({isDone: true, outcome: name}));
		},
	});
	await t.throwsAsync(submit({name: 'early', lane: 'a'}), {instanceOf: Unavailable});
	await drain();
	isAway = false;
	t.is(await submit({name: 'later', lane: 'a'}), 'later');
	await drain();
});

test.serial('who has waited too long is turned away beside one who has not', async (t) => {
	const real = performance.now.bind(performance);
	let now = 0;
	performance.now = () => now;
	t.teardown(() => {
		performance.now = real;
	});
	const {submit, groups} = queueOf({waitMsMax: 500});
	const running = submit({name: 'running', lane: 'a'});
	await settle();
	const old = submit({name: 'old', lane: 'a'});
	now = 501;
	const young = submit({name: 'young', lane: 'a'});
	groups[0]!.end();
	await t.throwsAsync(old, {message: 'busy'});
	t.deepEqual(groups[1]!.names, ['young']);
	groups[1]!.end();
	t.deepEqual(await Promise.all([running, young]), ['running done', 'young done']);
});
