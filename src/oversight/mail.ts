import type {AuditFindingId, BookCode} from '../kernel/ids.ts';
import {type LocalDate, addDays} from '../kernel/local-date.ts';
import type {AuditFinding, Level, Severity} from './audit-finding.ts';
import {levelAbove} from './policy.ts';
import type {FindingStep} from './step.ts';

/** To whom a mail goes: their address is looked up when it is sent. */
export type Recipient =
	{readonly kind: 'user'; readonly name: string} | {readonly kind: 'level'; readonly level: Level};

/** A mail to be sent about a finding. */
export type MailDraft = {
	readonly book: BookCode;
	readonly finding: number;
	/** What it tells of; of an occasion nobody is told twice. */
	readonly occasion: string;
	readonly recipient: Recipient;
};

const isGrave = (severity: Severity): boolean => severity === 'high' || severity === 'critical';

const draftsOf = (
	{book, number: finding}: AuditFinding,
	occasion: string,
	recipients: readonly Recipient[],
): MailDraft[] => recipients.map((recipient) => ({book, finding, occasion, recipient}));

const institution = (level: Level): Recipient => ({kind: 'level', level});
const ownerOf = ({owner}: Pick<AuditFinding, 'owner'>): Recipient[] =>
	owner === undefined ? [] : [{kind: 'user', name: owner}];

/**
 * Whom it is told that a finding was raised: where it is grave, the cooperative and the level above
 * it, for the cooperative may be what is wrong.
 */
export function mailsOfRaising(finding: AuditFinding): MailDraft[] {
	if (!isGrave(finding.severity)) return [];
	const above = levelAbove(finding.level);
	const told = [finding.level, ...(above === undefined ? [] : [above])];
	return draftsOf(finding, 'raised:1', told.map(institution));
}

/** Whom a step is told: of most of them nobody. `finding` is as the step leaves it. */
export function mailsOfStep(finding: AuditFinding, step: FindingStep): MailDraft[] {
	const occasion = `${step.kind}:${step.number}`;
	if (step.kind === 'assigned') return draftsOf(finding, occasion, ownerOf(finding));
	if (step.kind !== 'escalated') return [];
	return draftsOf(finding, occasion, [institution(step.level), ...ownerOf(finding)]);
}

/** Whom it is told on the day before that a finding is due. */
export function mailsOfDueTomorrow(finding: AuditFinding, today: LocalDate): MailDraft[] {
	const isDue = finding.state !== 'closed' && finding.dueOn === addDays(today, 1);
	if (!isDue) return [];
	const occasion = `due-tomorrow:${finding.dueOn}`;
	return draftsOf(finding, occasion, [institution(finding.level), ...ownerOf(finding)]);
}

/** A mail that is being sent, with what its text says. */
export type OutgoingMail = {
	readonly id: string;
	readonly book: BookCode;
	readonly bookName: string;
	readonly finding: AuditFindingId;
	readonly number: number;
	readonly severity: Severity;
	readonly level: Level;
	readonly dueOn: LocalDate;
	readonly occasion: string;
	readonly address: string;
	/** The attempt that is being made, from 1. */
	readonly attempts: number;
};

/** What a mail is to the server that takes it. */
export type MailMessage = {
	readonly messageId: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
};

const severityWords: Record<Severity, string> = {
	low: 'rendah',
	medium: 'sedang',
	high: 'tinggi',
	critical: 'kritis',
};

const occasionWords: Record<string, {readonly id: string; readonly en: string}> = {
	raised: {id: 'Temuan baru.', en: 'A new finding.'},
	assigned: {id: 'Temuan ini menjadi tanggung jawab Anda.', en: 'This finding is now yours.'},
	escalated: {
		id: 'Temuan ini tidak ditutup sampai tenggatnya dan naik satu tingkat.',
		en: 'This finding was not closed in time and has gone up a level.',
	},
	'due-tomorrow': {id: 'Tenggat temuan ini besok.', en: 'This finding is due tomorrow.'},
};

/**
 * The text of a mail: which finding, how grave, of which cooperative, and where to read it. What
 * was found is not in it, and nobody's name.
 */
export function buildMessage(mail: OutgoingMail, publicUrl: string): MailMessage {
	const words = occasionWords[mail.occasion.split(':')[0]!]!;
	const name = `${mail.book}/${mail.number}`;
	const link = `${publicUrl}/v1/findings/${mail.finding}`;
	return {
		// The same at every attempt, so that what arrives twice can be seen to be one.
		messageId: `<${mail.id}@bergulir.invalid>`,
		to: mail.address,
		subject: `[Bergulir] Temuan ${name} (${severityWords[mail.severity]})`,
		text: [
			words.id,
			`Nomor: ${name}`,
			`Koperasi: ${mail.bookName}`,
			`Tingkat: ${severityWords[mail.severity]}`,
			`Jenjang: ${mail.level}`,
			`Tenggat: ${mail.dueOn}`,
			link,
			'',
			words.en,
			`Number ${name}, severity ${mail.severity}, level ${mail.level}, due ${mail.dueOn}.`,
			'',
		].join('\n'),
	};
}

const minuteMs = 60_000;
const waitMaxMs = 6 * 60 * minuteMs;

/** After so many attempts a mail is left where it is; over nine days have passed by then. */
export const attemptsMax = 45;

/** How long whoever sends a mail has it for themselves; longer than any server takes. */
export const leaseMs = 5 * minuteMs;

/** When to try again after a failed attempt: a minute, then twice as long each time, up to 6 h. */
export const nextAttemptAt = (attempts: number, now: Date): Date =>
	new Date(now.getTime() + Math.min(minuteMs * 2 ** Math.min(attempts - 1, 20), waitMaxMs));
