// The register at the command line.
import test from 'ava';
import {raiseFinding} from '../../src/oversight/index.ts';
import {runProgram} from '../helpers/process.ts';
import {type World, createWorld, openCooperative} from '../helpers/world.ts';
import {detector, draft} from '../oversight/setup.ts';

let world: World;

// Raised long before the clock of this machine, so that each level's time is over.
test.before(async () => {
	world = await createWorld('2026-01-05');
	await openCooperative(world);
	await world.as(detector, async (work) => raiseFinding(work, draft({severity: 'critical'})));
});
test.after.always(async () => {
	await world.close();
});

const run = async (...args: string[]) =>
	runProgram(args, {env: {DATABASE_URL: world.database.ownerUrl}}).ended();

test.serial('what is overdue goes up, once, and is reported', async (t) => {
	const first = await run('findings', 'escalate');
	t.is(first.code, 0, first.output);
	t.deepEqual(JSON.parse(first.output), {findings: 1, steps: 3});
	t.deepEqual(JSON.parse((await run('findings', 'escalate')).output), {findings: 0, steps: 0});
	const report = await run('report', 'findings', '--region', '17.71', '--format', 'json');
	t.is(report.code, 0, report.output);
	const {rows, totals} = JSON.parse(report.output) as {
		rows: Record<string, unknown>[];
		totals: Record<string, unknown>;
	};
	t.is(rows.length, 1);
	t.like(rows[0], {number: 1, severity: 'critical', level: 'wali-kota', dueOn: '2026-01-17'});
	t.like(totals, {open: 1, overdue: 1, closed: 0});
	const past = await run('report', 'findings', '--as-of', '2026-01-06', '--format', 'csv');
	t.regex(past.output, /^KOP-1771011001,.*,critical,cooperative,open,,2026-01-08,0,/m);
	t.regex((await run('report', 'findings')).output, /Sementara: .*wali-kota/s);
});

test.serial('addresses are set, and mail without a server is refused', async (t) => {
	const set = await run(
		...['findings', 'address', '--place', '17.71', '--level', 'dinas'],
		...['--address', 'dinas@kota.example'],
	);
	t.is(set.code, 0, set.output);
	t.like(JSON.parse(set.output), {place: '17.71', level: 'dinas', setBy: '(command-line)'});
	const mail = await run('findings', 'mail');
	t.is(mail.code, 1);
	t.regex(mail.output, /BERGULIR_SMTP_URL/);
	t.is((await run('user', 'email', '--name', 'tidak.ada', '--address', 'a@b.c')).code, 1);
});
