// The laws of the register against everyone who connects as the application: with SQL, past our
// code. Each test first shows that the honest one beside it is taken.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {assignFinding, proposeClosing, raiseFindings} from '../../../src/oversight/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type LawBreach, asService as inService, lawOf} from '../../ledger/db/forge.ts';
import {type World, createWorld, openCooperative, supervisor} from '../../helpers/world.ts';
import {detector, draft} from '../setup.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
let bookId: number;

// On 31 March 2026: finding 1 is open and due on 30 April, 2 is Siti's, the closing of 3 is
// proposed by her, 4 is low. Findings 5 and 6 of 1 March are due on the 4th and the 15th.
test.before(async () => {
	world = await createWorld('2026-03-01');
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	const operator = {...detector, name: '(test)'};
	await world.as(operator, async (work) => {
		for (const [name, role, scope] of [
			['siti', 'supervisor', book],
			['penyelia', 'supervisor', book],
			['pengelola', 'fund-manager', '17.71'],
			['auditor', 'auditor', '17'],
			['jauh', 'auditor', '17.71.02'],
			['tutup', 'auditor', 'all'],
		] as const) {
			await createUserFromCommandLine(work, {name, role, scope});
		}
	});
	await world.database.owner('users').where({name: 'tutup'}).update({is_active: false});
	await world.as(detector, async (work) => {
		await raiseFindings(
			work,
			['early', 'second'].map((subject, index) =>
				draft({subject, severity: index === 0 ? 'critical' : 'high'}),
			),
		);
	});
	world.setDay('2026-03-31');
	await world.as(detector, async (work) => {
		const [, owned, proposed] = await raiseFindings(work, [
			draft({subject: 'a'}),
			draft({subject: 'b'}),
			draft({
				subject: 'user:pengelola',
				evidence: [{kind: 'document', document: 'x'}],
			}),
			draft({subject: 'd', severity: 'low'}),
		]);
		await assignFinding(work, {finding: owned!.id, owner: 'siti'});
		await assignFinding(work, {finding: proposed!.id, owner: 'siti'});
	});
	const proposed = await world.as(detector, async (work) =>
		work.findings.listFindings({source: 'idle-cash', owner: 'siti', limit: 10}),
	);
	await world.as({...supervisor, name: 'siti'}, async (work) =>
		proposeClosing(work, {
			finding: proposed.find(({subject}) => subject === 'user:pengelola')!.id,
			note: 'Selesai.',
			evidence: [{kind: 'document', document: 'BA-1'}],
		}),
	);
	const row: {id: number} | undefined = await world.database
		.owner('books')
		.where({code: book})
		.first();
	bookId = row!.id;
});
test.after.always(async () => {
	await world.close();
});

const numbers = {early: 1, second: 2, open: 3, owned: 4, proposed: 5, low: 6};
const now = '2026-03-31T06:00:00Z';

const asService = async (run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	inService(world.database.service, run);

type Row = Readonly<Record<string, unknown>>;

/** An honest finding, but for what is named. */
const raise = async (trx: Knex, change: Row = {}) =>
	trx('audit_findings').insert({
		book_id: bookId,
		number: 7,
		id: randomUUID(),
		source: 'idle-cash',
		subject: 'new',
		severity: 'medium',
		sentence_id: 'Ada.',
		sentence_en: 'There is.',
		evidence: '[]',
		raised_at: now,
		raised_by: 'penyusup',
		...change,
	});

/** The step after the last one of a finding, honest but for what is named. */
async function step(trx: Knex, finding: number, kind: string, change: Row = {}): Promise<void> {
	const last: Row | undefined = await trx('audit_finding_events')
		.where({book_id: bookId, finding_number: finding})
		.orderBy('number', 'desc')
		.first();
	await trx('audit_finding_events').insert({
		book_id: bookId,
		finding_number: finding,
		number: (last!.number as number) + 1,
		kind,
		occurred_on: '2026-03-31',
		recorded_at: now,
		recorded_by: 'auditor',
		note: 'Catatan.',
		state: last!.state,
		level: last!.level,
		owner: last!.owner,
		due_on: last!.due_on,
		...change,
	});
}

const breaks = test.macro({
	async exec(
		t,
		law: string,
		wrong: (trx: Knex) => Promise<unknown>,
		right: (trx: Knex) => Promise<unknown>,
	) {
		await t.notThrowsAsync(asService(right));
		const error = await t.throwsAsync<LawBreach>(asService(wrong));
		t.is(lawOf(error), law, error.message);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

const raising =
	(change: Row = {}) =>
	async (trx: Knex): Promise<unknown> =>
		raise(trx, change);
const stepping =
	(finding: keyof typeof numbers, kind: string, change: Row = {}) =>
	async (trx: Knex): Promise<void> =>
		step(trx, numbers[finding], kind, change);

const honest = raising();

test.serial('a number left out', breaks, 'audit_findings_forward', raising({number: 8}), honest);
test.serial('a number given again', breaks, 'audit_findings_forward', raising({number: 6}), honest);
test.serial(
	'the same raised while it is not closed',
	breaks,
	'audit_finding_standings_open_key',
	raising({subject: 'a', follows: 3}),
	raising({subject: 'a', source: 'by-hand'}),
);
test.serial(
	'a former finding that is none',
	breaks,
	'audit_findings_follows',
	raising({follows: 3}),
	honest,
);
test.serial(
	'a NIK in a sentence',
	breaks,
	'audit_findings_sentence_id_check',
	raising({sentence_id: 'NIK 1771014103850001'}),
	raising({sentence_id: 'Rp 1000000000000.00'}),
);
test.serial(
	'what is raised in the future',
	breaks,
	'audit_findings_not_future',
	raising({raised_at: '2199-01-01T00:00:00Z'}),
	honest,
);
test.serial(
	'a severity that there is not',
	breaks,
	'audit_findings_severity_check',
	raising({severity: 'none'}),
	honest,
);

const assigned = {owner: 'siti', note: null};
test.serial(
	'a finding given to who is not of its book',
	breaks,
	'audit_finding_events_owner',
	stepping('open', 'assigned', {...assigned, owner: 'jauh'}),
	stepping('open', 'assigned', assigned),
);
test.serial(
	'a finding given to who is shut out',
	breaks,
	'audit_finding_events_owner',
	stepping('open', 'assigned', {...assigned, owner: 'tutup'}),
	stepping('open', 'assigned', {...assigned, owner: 'auditor'}),
);
test.serial(
	'a finding closed without a proposal',
	breaks,
	'audit_finding_events_state',
	stepping('owned', 'closed', {state: 'closed'}),
	stepping('proposed', 'closed', {state: 'closed'}),
);
test.serial(
	'a closing confirmed by its owner',
	breaks,
	'audit_finding_events_two_people',
	stepping('proposed', 'closed', {state: 'closed', recorded_by: 'siti'}),
	stepping('proposed', 'closed', {state: 'closed'}),
);
test.serial(
	'a closing declined by its owner',
	breaks,
	'audit_finding_events_two_people',
	stepping('proposed', 'closing-declined', {state: 'open', recorded_by: 'siti'}),
	stepping('proposed', 'closing-declined', {state: 'open'}),
);
test.serial(
	'more than low, closed by another supervisor',
	breaks,
	'audit_finding_events_closer',
	stepping('proposed', 'closed', {state: 'closed', recorded_by: 'penyelia'}),
	async (trx) => {
		await step(trx, numbers.low, 'assigned', assigned);
		await step(trx, numbers.low, 'closing-proposed', {
			recorded_by: 'siti',
			state: 'closing-proposed',
			evidence: '[{"kind":"document","document":"x"}]',
		});
		await step(trx, numbers.low, 'closed', {recorded_by: 'penyelia', state: 'closed'});
	},
);
test.serial(
	'a closing confirmed by an auditor of another kecamatan',
	breaks,
	'audit_finding_events_closer',
	stepping('proposed', 'closed', {state: 'closed', recorded_by: 'jauh'}),
	stepping('proposed', 'closed', {state: 'closed'}),
);
test.serial(
	'a closing confirmed by nobody who may sign in',
	breaks,
	'audit_finding_events_closer',
	stepping('proposed', 'closed', {state: 'closed', recorded_by: 'hantu'}),
	stepping('proposed', 'closed', {state: 'closed'}),
);
test.serial(
	'a closing confirmed by whom it is about',
	breaks,
	'audit_finding_events_concerned',
	stepping('proposed', 'closed', {state: 'closed', recorded_by: 'pengelola'}),
	stepping('proposed', 'closed', {state: 'closed'}),
);
test.serial(
	'a closing proposed by another than the owner',
	breaks,
	'audit_finding_events_owner',
	stepping('owned', 'closing-proposed', {
		state: 'closing-proposed',
		evidence: '[{"kind":"document","document":"x"}]',
	}),
	stepping('owned', 'closing-proposed', {
		state: 'closing-proposed',
		recorded_by: 'siti',
		evidence: '[{"kind":"document","document":"x"}]',
	}),
);
test.serial(
	'a closing proposed without evidence',
	breaks,
	'audit_finding_events_evidence_check',
	stepping('owned', 'closing-proposed', {state: 'closing-proposed', recorded_by: 'siti'}),
	stepping('owned', 'noted'),
);
test.serial(
	'a step without its note',
	breaks,
	'audit_finding_events_note_check',
	stepping('proposed', 'closed', {state: 'closed', note: null}),
	stepping('proposed', 'closed', {state: 'closed'}),
);
test.serial(
	'a step that is left out',
	breaks,
	'audit_finding_events_forward',
	stepping('owned', 'noted', {number: 9}),
	stepping('owned', 'noted'),
);
test.serial(
	'a finding that is closed by a note',
	breaks,
	'audit_finding_events_as_decided',
	stepping('owned', 'noted', {state: 'closed'}),
	stepping('owned', 'noted'),
);
test.serial(
	'a due date moved by a note',
	breaks,
	'audit_finding_events_as_decided',
	stepping('owned', 'noted', {due_on: '2026-12-31'}),
	stepping('owned', 'due-date-moved', {due_on: '2026-12-31'}),
);
test.serial(
	'a due date moved into the past',
	breaks,
	'audit_finding_events_due',
	stepping('owned', 'due-date-moved', {due_on: '2026-03-30'}),
	stepping('owned', 'due-date-moved', {due_on: '2026-03-31'}),
);
test.serial(
	'a step recorded before the one before it',
	breaks,
	'audit_finding_events_recorded',
	stepping('owned', 'noted', {recorded_at: '2026-03-31T04:59:59Z'}),
	stepping('owned', 'noted', {recorded_at: '2026-03-31T05:00:00Z'}),
);
test.serial(
	'a step of another day',
	breaks,
	'audit_finding_events_day',
	stepping('owned', 'noted', {occurred_on: '2026-03-30'}),
	stepping('owned', 'noted'),
);

// Critical, due on 4 March: the dinas had it from the 5th for three days.
const up = {
	note: null,
	recorded_by: '(chore)',
	occurred_on: '2026-03-05',
	level: 'dinas',
	due_on: '2026-03-07',
	policy_version: 1,
};
const goesUp = stepping('early', 'escalated', up);
test.serial(
	'two levels at once',
	breaks,
	'audit_finding_events_as_decided',
	stepping('early', 'escalated', {...up, level: 'inspektorat'}),
	goesUp,
);
test.serial(
	'more time at the next level than the policy gives',
	breaks,
	'audit_finding_events_as_decided',
	stepping('early', 'escalated', {...up, due_on: '2026-03-08'}),
	goesUp,
);
test.serial(
	'a level up from another day than the due date says',
	breaks,
	'audit_finding_events_day',
	stepping('early', 'escalated', {...up, occurred_on: '2026-03-31'}),
	goesUp,
);
test.serial(
	'a level up before the due date has passed',
	breaks,
	'audit_finding_events_escalation',
	stepping('owned', 'escalated', {...up, occurred_on: '2026-05-01', due_on: '2026-05-14'}),
	goesUp,
);
test.serial(
	'a level above the wali kota',
	breaks,
	'audit_finding_events_escalation',
	async (trx) => {
		await goesUp(trx);
		for (const [level, occurred, due] of [
			['inspektorat', '2026-03-08', '2026-03-10'],
			['wali-kota', '2026-03-11', '2026-03-13'],
			['wali-kota', '2026-03-14', '2026-03-16'],
		] as const) {
			await step(trx, numbers.early, 'escalated', {
				...up,
				level,
				occurred_on: occurred,
				due_on: due,
			});
		}
	},
	goesUp,
);

for (const table of ['audit_findings', 'audit_finding_events', 'audit_finding_standings']) {
	test.serial(`a row of ${table} is not rewritten or struck out by the service`, async (t) => {
		for (const run of [
			async (trx: Knex) => trx(table).where({book_id: bookId}).delete(),
			async (trx: Knex) => trx(table).where({book_id: bookId}).update({book_id: bookId}),
			async (trx: Knex) => trx.raw(`truncate ${table} cascade`),
		]) {
			const error = await t.throwsAsync<LawBreach>(asService(run));
			t.is(lawOf(error), '42501');
		}
	});
}
test.serial('where a finding stands is not written by hand', async (t) => {
	const error = await t.throwsAsync<LawBreach>(
		asService(async (trx) =>
			trx('audit_finding_standings').insert({
				book_id: bookId,
				finding_number: 1,
				source: 'x',
				subject: 'x',
				severity: 'low',
				state: 'closed',
				level: 'dinas',
				due_on: '2026-03-31',
				last_event: 1,
				last_recorded_at: now,
			}),
		),
	);
	t.is(lawOf(error), '42501');
});

test.serial('not even the owner changes what was found', async (t) => {
	const {owner} = world.database;
	for (const sql of [
		"update audit_findings set severity = 'low'",
		'delete from audit_findings',
		'truncate audit_findings cascade',
		"update audit_finding_events set note = 'x'",
		'delete from audit_finding_events',
		'truncate audit_finding_events',
		'delete from audit_finding_standings',
		'truncate audit_finding_standings',
		'update oversight_policies set effective_from = effective_from',
		'delete from oversight_periods',
		'delete from oversight_closers',
	]) {
		const error = await t.throwsAsync<LawBreach>(async () => owner.raw(sql));
		t.is(lawOf(error), 'oversight_append_only', sql);
	}
});

test.serial('the register of another cooperative is neither seen nor added to', async (t) => {
	const scope = ['KOP-1771011002'];
	await inService(
		world.database.service,
		async (trx) => {
			for (const table of ['audit_findings', 'audit_finding_events', 'audit_finding_standings']) {
				t.deepEqual(await trx(table), [], table);
			}
			const {rows} = await trx.raw<{rows: unknown[]}>(
				"select * from oversight_hold_overdue('2026-03-31T05:00:00Z', 10)",
			);
			t.deepEqual(rows, []);
		},
		{scope},
	);
	for (const run of [
		honest,
		async (trx: Knex) =>
			trx('audit_finding_events').insert({
				book_id: bookId,
				finding_number: numbers.owned,
				number: 3,
				kind: 'noted',
				occurred_on: '2026-03-31',
				recorded_at: now,
				recorded_by: 'x',
				note: 'x',
				state: 'open',
				level: 'cooperative',
				owner: 'siti',
				due_on: '2026-04-30',
			}),
	]) {
		const error = await t.throwsAsync<LawBreach>(inService(world.database.service, run, {scope}));
		t.is(lawOf(error), '42501');
	}
});

test.serial('where findings stand is where their last steps left them', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: unknown[]}>(
		`select standing.finding_number from audit_finding_standings standing
		left join lateral (
			select * from audit_finding_events step
			where step.book_id = standing.book_id and step.finding_number = standing.finding_number
			order by step.number desc limit 1
		) last on true
		where (last.state, last.level, last.owner, last.due_on, last.number, last.recorded_at)
			is distinct from (standing.state, standing.level, standing.owner, standing.due_on,
				standing.last_event, standing.last_recorded_at)`,
	);
	t.deepEqual(rows, []);
});
