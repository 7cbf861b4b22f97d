// With time a finding goes up, a level for each due date that passed.
import test from 'ava';
import {escalateAll} from '../../../src/cli/findings-chores.ts';
import {
	escalateFindings,
	escalatedMax,
	moveDueDate,
	raiseFinding,
	raiseFindings,
} from '../../../src/oversight/index.ts';
import {type World, countRows, createWorld, day, openCooperative} from '../../helpers/world.ts';
import {detector, draft} from '../setup.ts';

let world: World;

test.beforeEach(async () => {
	world = await createWorld('2026-03-02');
	await openCooperative(world);
});
test.afterEach.always(async () => {
	await world.close();
});

const stepsOf = async (subject: string) =>
	world.as(detector, async ({findings}) => {
		const found = (await findings.listFindings({limit: 10})).find(
			(finding) => finding.subject === subject,
		);
		const steps = await findings.stepsOf(found!);
		return steps.map(({kind, occurredOn, level, dueOn}) => [kind, occurredOn, level, dueOn]);
	});

const raise = async (subject: string, severity: 'low' | 'medium' | 'high' | 'critical') =>
	world.as(detector, async (work) => raiseFinding(work, draft({subject, severity})));

test.serial('not on the due date, and once on the day after it', async (t) => {
	await raise('a', 'high');
	// Two weeks from 2 March.
	world.setDay('2026-03-16');
	t.deepEqual(await escalateAll(world), {findings: 0, steps: 0});
	world.setDay('2026-03-17');
	t.deepEqual(await escalateAll(world), {findings: 1, steps: 1});
	const before = await countRows(world);
	t.deepEqual(await escalateAll(world), {findings: 0, steps: 0});
	t.deepEqual(await countRows(world), before);
	t.deepEqual(await stepsOf('a'), [
		['raised', '2026-03-02', 'cooperative', '2026-03-16'],
		['escalated', '2026-03-17', 'dinas', '2026-03-23'],
	]);
});

test.serial('days that were missed are caught up with, each level from its own day', async (t) => {
	await raise('a', 'critical');
	await raise('b', 'medium');
	world.setDay('2026-03-31');
	t.deepEqual(await escalateAll(world), {findings: 1, steps: 3});
	t.deepEqual(await stepsOf('a'), [
		['raised', '2026-03-02', 'cooperative', '2026-03-05'],
		['escalated', '2026-03-06', 'dinas', '2026-03-08'],
		['escalated', '2026-03-09', 'inspektorat', '2026-03-11'],
		['escalated', '2026-03-12', 'wali-kota', '2026-03-14'],
	]);
	t.is((await stepsOf('b')).length, 1);
	world.setDay('2026-06-30');
	await escalateAll(world);
	// Nobody is above the wali kota.
	t.is((await stepsOf('a')).length, 4);
	t.deepEqual((await stepsOf('b')).at(-1), ['escalated', '2026-04-30', 'wali-kota', '2026-05-13']);
});

test.serial('a due date that was moved is the one that counts', async (t) => {
	const {id} = await raise('a', 'critical');
	world.setDay('2026-03-04');
	await world.as(detector, async (work) =>
		moveDueDate(work, {finding: id, dueOn: day('2026-03-20'), reason: 'Menunggu bank.'}),
	);
	world.setDay('2026-03-20');
	t.is((await escalateAll(world)).steps, 0);
	world.setDay('2026-03-21');
	t.is((await escalateAll(world)).steps, 1);
	t.deepEqual((await stepsOf('a')).at(-1), ['escalated', '2026-03-21', 'dinas', '2026-03-23']);
});

test.serial('more than one transaction takes are escalated all the same', async (t) => {
	await world.as(detector, async (work) =>
		raiseFindings(
			work,
			Array.from({length: escalatedMax + 7}, (_, index) =>
				draft({subject: `loan:${index}`, severity: 'low'}),
			),
		),
	);
	// Sixty days from 2 March are over on 1 May.
	world.setDay('2026-05-02');
	t.deepEqual(await world.as(detector, escalateFindings), {findings: 500, steps: 500});
	t.deepEqual(await escalateAll(world), {findings: 7, steps: 7});
});

test.serial('runs at the same time take each finding up once', async (t) => {
	await world.as(detector, async (work) =>
		raiseFindings(
			work,
			Array.from({length: 40}, (_, index) =>
				draft({subject: `loan:${index}`, severity: 'critical'}),
			),
		),
	);
	world.setDay('2026-03-06');
	const runs = await Promise.all(Array.from({length: 4}, async () => escalateAll(world)));
	t.is(
		runs.reduce((sum, {steps}) => sum + steps, 0),
		40,
	);
	const [steps] = await world.database
		.owner('audit_finding_events')
		.where({kind: 'escalated'})
		.count('* as count');
	t.is(steps!.count, 40);
});
