import test from 'ava';
import fc from 'fast-check';
import {addDays, localDate} from '../../src/kernel/local-date.ts';
import {type AuditFinding, levels, severities} from '../../src/oversight/audit-finding.ts';
import {
	type Judge,
	type Moment,
	afterStep,
	decideAssignment,
	decideDueDate,
	decideJudgement,
	decideNote,
	decideProposal,
	decideReopening,
	escalate,
} from '../../src/oversight/step.ts';
import {finding, policy} from './setup.ts';

const moment = (by = 'siti', today = '2026-03-20'): Moment => ({
	by,
	at: new Date(`${today}T05:00:00Z`),
	today: localDate(today),
});
const paper = {kind: 'document', document: 'BA-1'} as const;
const noted = {note: 'Selesai.', evidence: [paper]};
const proposed = finding({state: 'closing-proposed'});
const closed = finding({state: 'closed'});
const auditor: Judge = {roles: ['auditor'], isConcerned: false};

const judge = (of: AuditFinding, by: string, who: Judge, isClosed = true) =>
	decideJudgement(of, moment(by), who, [policy], {isClosed, note: 'Ya.'});

test('a step follows the last one and leaves the rest as it was', (t) => {
	const step = decideNote(finding(), moment(), noted);
	t.like(step, {
		number: 3,
		kind: 'noted',
		occurredOn: '2026-03-20',
		recordedBy: 'siti',
		note: 'Selesai.',
		state: 'open',
		level: 'cooperative',
		owner: 'siti',
		dueOn: '2026-03-31',
	});
	t.deepEqual(afterStep(finding(), step), {...finding(), lastStep: 3});
});

test('an owner is given, another one, who may work on it', (t) => {
	const step = decideAssignment(finding(), moment(), {owner: 'budi', canOwn: true});
	t.is(afterStep(finding(), step).owner, 'budi');
	const assign = (of: AuditFinding, owner: string, canOwn: boolean) => () =>
		decideAssignment(of, moment(), {owner, canOwn});
	t.throws(assign(finding(), 'siti', true), {code: 'oversight/owner-unchanged'});
	t.throws(assign(finding(), 'budi', false), {code: 'oversight/owner-without-right'});
	t.throws(assign(proposed, 'budi', true), {code: 'oversight/closing-proposed'});
	t.throws(assign(closed, 'budi', true), {code: 'oversight/closed'});
});

test('a due date is moved to today or later, and to another day', (t) => {
	const move = (dueOn: string, of = finding()) =>
		decideDueDate(of, moment(), {dueOn: localDate(dueOn), reason: 'Menunggu bank.'});
	t.is(move('2026-03-20').dueOn, localDate('2026-03-20'));
	t.is(move('2026-06-01').note, 'Menunggu bank.');
	t.throws(() => move('2026-03-31'), {code: 'oversight/due-date-unchanged'});
	t.throws(() => move('2026-03-19'), {code: 'oversight/due-date-past'});
	t.throws(() => move('2026-06-01', closed), {code: 'oversight/closed'});
});

test('the owner alone proposes to close, with evidence', (t) => {
	t.is(decideProposal(finding(), moment(), noted).state, 'closing-proposed');
	t.throws(() => decideProposal(finding(), moment('budi'), noted), {code: 'oversight/not-owner'});
	t.throws(() => decideProposal(finding(), moment(), {...noted, evidence: []}), {
		code: 'oversight/no-evidence',
	});
	t.throws(() => decideProposal(proposed, moment(), noted), {code: 'oversight/closing-proposed'});
	t.throws(() => decideProposal(closed, moment(), noted), {code: 'oversight/closed'});
});

test('another person with the role closes or declines, unless it is about them', (t) => {
	t.like(judge(proposed, 'rina', auditor), {kind: 'closed', state: 'closed'});
	t.like(judge(proposed, 'rina', auditor, false), {kind: 'closing-declined', state: 'open'});
	t.throws(() => judge(proposed, 'siti', auditor), {code: 'oversight/proposed-by-same'});
	t.throws(() => judge(proposed, 'rina', {...auditor, isConcerned: true}), {
		code: 'oversight/concerned',
	});
	t.throws(() => judge(finding(), 'rina', auditor), {code: 'oversight/not-proposed'});
	t.throws(() => judge(closed, 'rina', auditor), {code: 'oversight/closed'});
});

test('a supervisor closes what is low and nothing else', (t) => {
	const supervisor: Judge = {roles: ['supervisor'], isConcerned: false};
	for (const severity of severities) {
		const of = finding({state: 'closing-proposed', severity});
		if (severity === 'low') t.is(judge(of, 'rina', supervisor).kind, 'closed');
		else t.throws(() => judge(of, 'rina', supervisor), {code: 'oversight/may-not-close'});
		t.is(judge(of, 'rina', {...supervisor, roles: ['fund-manager']}).kind, 'closed');
		t.throws(() => judge(of, 'rina', {...supervisor, roles: []}), {
			code: 'oversight/may-not-close',
		});
	}
});

test('what is opened again has the time of its level anew', (t) => {
	const reopen = (of: AuditFinding, isRaisedAgain = false) =>
		decideReopening(of, moment(), [policy], {reason: 'Palsu.', isRaisedAgain});
	t.like(reopen(finding({state: 'closed', level: 'dinas'})), {
		state: 'open',
		level: 'dinas',
		dueOn: '2026-04-03',
		policyVersion: 1,
	});
	t.throws(() => reopen(finding()), {code: 'oversight/not-closed'});
	t.throws(() => reopen(proposed), {code: 'oversight/not-closed'});
	t.throws(() => reopen(closed, true), {code: 'oversight/raised-again'});
});

test('a level for each due date that passed, from the day after it', (t) => {
	const up = (today: string, of = finding()) =>
		escalate(of, moment('(chore)', today), [policy]).map(({number, occurredOn, level, dueOn}) => [
			number,
			occurredOn,
			level,
			dueOn,
		]);
	t.deepEqual(up('2026-03-31'), []);
	t.deepEqual(up('2026-04-01'), [[3, '2026-04-01', 'dinas', '2026-04-14']]);
	t.deepEqual(up('2026-04-14'), [[3, '2026-04-01', 'dinas', '2026-04-14']]);
	t.deepEqual(up('2027-01-01'), [
		[3, '2026-04-01', 'dinas', '2026-04-14'],
		[4, '2026-04-15', 'inspektorat', '2026-04-28'],
		[5, '2026-04-29', 'wali-kota', '2026-05-12'],
	]);
	t.is(up('2026-04-01', proposed).length, 1);
	t.deepEqual(up('2027-01-01', closed), []);
	t.deepEqual(up('2027-01-01', finding({level: 'wali-kota'})), []);
});

test('by the policy that was in force on the day after the due date', (t) => {
	const later = {
		...policy,
		version: 2,
		effectiveFrom: localDate('2026-04-01'),
		days: {...policy.days, medium: {...policy.days.medium, dinas: 2}},
	};
	const [step] = escalate(finding(), moment('(chore)', '2026-04-02'), [policy, later]);
	t.like(step, {dueOn: '2026-04-02', policyVersion: 2});
});

test('however often it is looked at, the levels and their days are the same', (t) => {
	const days = fc.array(fc.integer({min: 0, max: 90}), {maxLength: 6});
	fc.assert(
		fc.property(days, fc.constantFrom(...severities), (gaps, severity) => {
			let stepwise = finding({severity});
			let today = localDate('2026-03-20');
			for (const gap of gaps) {
				today = addDays(today, gap);
				stepwise = escalate(stepwise, {...moment(), today}, [policy]).reduce(afterStep, stepwise);
			}
			const at = {...moment(), today};
			const atOnce = escalate(finding({severity}), at, [policy]).reduce(
				afterStep,
				finding({severity}),
			);
			t.deepEqual(stepwise, atOnce);
			t.deepEqual(escalate(stepwise, at, [policy]), []);
			t.true(stepwise.level === levels.at(-1) || stepwise.dueOn >= today);
		}),
	);
});
