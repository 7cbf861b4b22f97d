import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	attemptsMax,
	buildMessage,
	mailsOfDueTomorrow,
	mailsOfRaising,
	mailsOfStep,
	nextAttemptAt,
	type MailDraft,
	type OutgoingMail,
} from '../../src/oversight/mail.ts';
import {afterStep, decideAssignment, decideNote, escalate} from '../../src/oversight/step.ts';
import {finding, policy} from './setup.ts';

const told = (mails: readonly MailDraft[]) =>
	mails.map(({occasion, recipient}) => [
		occasion,
		recipient.kind === 'user' ? recipient.name : recipient.level,
	]);

test('only what is grave is told when it is raised', (t) => {
	t.deepEqual(told(mailsOfRaising(finding({severity: 'low'}))), []);
	t.deepEqual(told(mailsOfRaising(finding({severity: 'medium'}))), []);
	for (const severity of ['high', 'critical'] as const) {
		t.deepEqual(told(mailsOfRaising(finding({severity}))), [
			['raised:1', 'cooperative'],
			['raised:1', 'dinas'],
		]);
	}
});

test('who becomes the owner is told, a note nobody', (t) => {
	const moment = {by: 'rina', at: new Date(0), today: localDate('2026-03-20')};
	const assigned = decideAssignment(finding(), moment, {owner: 'budi', canOwn: true});
	t.deepEqual(told(mailsOfStep(afterStep(finding(), assigned), assigned)), [
		['assigned:3', 'budi'],
	]);
	const noted = decideNote(finding(), moment, {note: 'x', evidence: []});
	t.deepEqual(mailsOfStep(finding(), noted), []);
});

test('what goes up is told to the level that has it now, and to its owner', (t) => {
	const moment = {by: '(chore)', at: new Date(0), today: localDate('2026-04-20')};
	const steps = escalate(finding(), moment, [policy]);
	t.deepEqual(told(steps.flatMap((step) => mailsOfStep(afterStep(finding(), step), step))), [
		['escalated:3', 'dinas'],
		['escalated:3', 'siti'],
		['escalated:4', 'inspektorat'],
		['escalated:4', 'siti'],
	]);
	const {owner: _, ...ownerless} = finding();
	t.deepEqual(told(mailsOfStep(ownerless, steps[0]!)), [['escalated:3', 'dinas']]);
});

test('on the day before it is due, and on no other', (t) => {
	t.deepEqual(told(mailsOfDueTomorrow(finding(), localDate('2026-03-30'))), [
		['due-tomorrow:2026-03-31', 'cooperative'],
		['due-tomorrow:2026-03-31', 'siti'],
	]);
	t.deepEqual(mailsOfDueTomorrow(finding(), localDate('2026-03-29')), []);
	t.deepEqual(mailsOfDueTomorrow(finding(), localDate('2026-03-31')), []);
	t.deepEqual(mailsOfDueTomorrow(finding({state: 'closed'}), localDate('2026-03-30')), []);
});

const mail: OutgoingMail = {
	id: '0190b1c0-0000-7000-8000-0000000000aa',
	book: finding().book,
	bookName: 'BMT Melati',
	finding: finding().id,
	number: 7,
	severity: 'critical',
	level: 'dinas',
	dueOn: localDate('2026-04-14'),
	occasion: 'escalated:3',
	address: 'dinas@kota.example',
	attempts: 1,
};

test('a mail says which finding, how grave, whose and where, not what was found', (t) => {
	t.deepEqual(buildMessage(mail, 'https://bergulir.kota.example'), {
		messageId: '<0190b1c0-0000-7000-8000-0000000000aa@bergulir.invalid>',
		to: 'dinas@kota.example',
		subject: '[Bergulir] Temuan KOP-1771011001/7 (kritis)',
		text: `Temuan ini tidak ditutup sampai tenggatnya dan naik satu tingkat.
Nomor: KOP-1771011001/7
Koperasi: BMT Melati
Tingkat: kritis
Jenjang: dinas
Tenggat: 2026-04-14
https://bergulir.kota.example/v1/findings/0190b1c0-0000-7000-8000-000000000001

This finding was not closed in time and has gone up a level.
Number KOP-1771011001/7, severity critical, level dinas, due 2026-04-14.
`,
	});
});

test('it is tried again after a minute, twice as long each time, up to six hours', (t) => {
	const now = new Date('2026-03-20T00:00:00Z');
	const after = (attempts: number) => nextAttemptAt(attempts, now).toISOString().slice(11, 19);
	t.is(after(1), '00:01:00');
	t.is(after(2), '00:02:00');
	t.is(after(3), '00:04:00');
	t.is(after(9), '04:16:00');
	t.is(after(10), '06:00:00');
	t.is(after(1000), '06:00:00');
	let last = now;
	for (let attempt = 1; attempt < attemptsMax; attempt += 1) last = nextAttemptAt(attempt, last);
	t.true(last > new Date('2026-03-29T00:00:00Z'));
});
