import type {AttachmentId, AuditFindingId, BookCode, LoanId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {refuseAll} from './errors.ts';

/** From the one that can wait to the one that cannot. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Who has a finding before them: with time it goes up to the next one. */
export const levels = ['cooperative', 'dinas', 'inspektorat', 'wali-kota'] as const;
export type Level = (typeof levels)[number];

export const findingStates = ['open', 'closing-proposed', 'closed'] as const;
export type FindingState = (typeof findingStates)[number];

/**
 * What a finding or its closing points to. Everything is in the finding's own book, but for an
 * entry that names another one.
 */
export type Evidence =
	| {readonly kind: 'entry'; readonly number: number; readonly book?: BookCode}
	| {readonly kind: 'loan'; readonly loan: LoanId}
	| {readonly kind: 'member'; readonly member: MemberId}
	| {readonly kind: 'attachment'; readonly attachment: AttachmentId}
	/** The number of a paper, such as of a receipt or a bank statement. */
	| {readonly kind: 'document'; readonly document: string}
	/** The name of a user whom it is about. */
	| {readonly kind: 'user'; readonly user: string};

/** At most so many pieces: more than that is a report, to be attached. */
export const evidenceMax = 200;

/** What raises a finding, of a detector or a person. */
export type AuditFindingDraft = {
	readonly book: BookCode;
	/** A detector's name, `reconciliation`, `by-hand`: lower case with hyphens. */
	readonly source: string;
	/** What it is about, the same each time it is seen: `loan:<uuid>`, `user:<name>`. */
	readonly subject: string;
	readonly severity: Severity;
	/** What was found, without personal data: it is read by many. */
	readonly sentence: {readonly id: string; readonly en: string};
	readonly evidence: readonly Evidence[];
};

/** One thing that was found wrong in a book, and where it stands now. */
export type AuditFinding = AuditFindingDraft & {
	readonly id: AuditFindingId;
	/** Of its book, never used again. */
	readonly number: number;
	readonly bookName: string;
	readonly raisedAt: Date;
	readonly raisedBy: string;
	/** The number of the one before about the same, that had been closed. */
	readonly follows?: number;
	readonly state: FindingState;
	readonly level: Level;
	/** The name of the user who has to clear it up. */
	readonly owner?: string;
	readonly dueOn: LocalDate;
	/** The number of the last step. */
	readonly lastStep: number;
};

/** The source of what a person raises. */
export const byHand = 'by-hand';

/** Whether it is not closed though its due date has passed. */
export const isOverdue = ({state, dueOn}: Pick<AuditFinding, 'state' | 'dueOn'>, on: LocalDate) =>
	state !== 'closed' && dueOn < on;

// Sixteen digits in a row: a NIK. An amount or a date never has so many.
const nikLike = /\d{16}/;
const sourcePattern = /^[a-z][a-z0-9-]{1,63}$/;
const subjectLengthMax = 200;

/**
 * Whether drafts may be raised: who reads the register has no need of a member's NIK.
 * @throws DomainError `oversight/source-malformed`, `oversight/subject-malformed`,
 * `oversight/personal-data`, `oversight/too-much-evidence`, all at once.
 */
export function decideDrafts(drafts: readonly AuditFindingDraft[]): void {
	refuseAll(
		drafts.flatMap(({source, subject, sentence, evidence}, index) => {
			const at = (path: string) => (drafts.length === 1 ? path : `drafts[${index}].${path}`);
			const isKey = subject.trim() !== '' && subject.length <= subjectLengthMax;
			return [
				!sourcePattern.test(source) && {
					code: 'oversight/source-malformed' as const,
					path: at('source'),
					values: {source: source.slice(0, 80)},
				},
				!isKey && {
					code: 'oversight/subject-malformed' as const,
					path: at('subject'),
					values: {max: String(subjectLengthMax)},
				},
				...[
					['subject', subject],
					['sentence.id', sentence.id],
					['sentence.en', sentence.en],
				].map(
					([path, text]) =>
						nikLike.test(text!) && {
							code: 'oversight/personal-data' as const,
							path: at(path!),
							values: {field: path!},
						},
				),
				evidence.length > evidenceMax && {
					code: 'oversight/too-much-evidence' as const,
					path: at('evidence'),
					values: {max: String(evidenceMax), count: String(evidence.length)},
				},
			].filter((finding) => finding !== false);
		}),
	);
}
