import type {AuditFindingId, BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {AuditFinding, Evidence, FindingState, Level, Severity} from '../audit-finding.ts';
import type {OutgoingMail} from '../mail.ts';
import type {OversightPolicy} from '../policy.ts';
import type {FindingSum, ReportedFinding} from '../report.ts';
import type {FindingStep, StepKind} from '../step.ts';

export type ReportedRow = {
	id: string;
	book: string;
	book_name: string;
	number: number;
	source: string;
	severity: Severity;
	sentence_id: string;
	sentence_en: string;
	raised_at: Date;
	state: FindingState;
	level: Level;
	owner: string | null;
	due_on: string;
};

export type FindingRow = ReportedRow & {
	subject: string;
	evidence: Evidence[];
	raised_by: string;
	follows: number | null;
	last_event: number;
};

export const toReported = (row: ReportedRow): ReportedFinding => ({
	id: row.id as AuditFindingId,
	book: row.book as BookCode,
	bookName: row.book_name,
	number: row.number,
	source: row.source,
	severity: row.severity,
	sentence: {id: row.sentence_id, en: row.sentence_en},
	raisedAt: row.raised_at,
	state: row.state,
	level: row.level,
	...(row.owner === null ? {} : {owner: row.owner}),
	dueOn: row.due_on as LocalDate,
});

export const toFinding = (row: FindingRow): AuditFinding => ({
	...toReported(row),
	subject: row.subject,
	evidence: row.evidence,
	raisedBy: row.raised_by,
	...(row.follows === null ? {} : {follows: row.follows}),
	lastStep: row.last_event,
});

export type StepRow = {
	number: number;
	kind: StepKind;
	occurred_on: string;
	recorded_at: Date;
	recorded_by: string;
	note: string | null;
	evidence: Evidence[];
	state: FindingState;
	level: Level;
	owner: string | null;
	due_on: string;
	policy_version: number | null;
};

export const toStep = (row: StepRow): FindingStep => ({
	number: row.number,
	kind: row.kind,
	occurredOn: row.occurred_on as LocalDate,
	recordedAt: row.recorded_at,
	recordedBy: row.recorded_by,
	...(row.note === null ? {} : {note: row.note}),
	evidence: row.evidence,
	state: row.state,
	level: row.level,
	...(row.owner === null ? {} : {owner: row.owner}),
	dueOn: row.due_on as LocalDate,
	...(row.policy_version === null ? {} : {policyVersion: row.policy_version}),
});

export type PolicyRow = {
	version: number;
	effective_from: string;
	legal_basis: string;
	status: OversightPolicy['status'];
	days: OversightPolicy['days'];
	closers: OversightPolicy['closers'];
};

export const toPolicy = (row: PolicyRow): OversightPolicy => ({
	version: row.version,
	effectiveFrom: row.effective_from as LocalDate,
	legalBasis: row.legal_basis,
	status: row.status,
	days: row.days,
	closers: row.closers,
});

export type SumRow = {
	severity: Severity;
	level: Level;
	state: FindingState;
	is_overdue: boolean;
	count: number;
};

export const toSum = ({is_overdue: isOverdue, ...row}: SumRow): FindingSum => ({...row, isOverdue});

export type MailRow = {
	id: string;
	book: string;
	book_name: string;
	finding: string;
	number: number;
	severity: Severity;
	level: Level;
	due_on: string;
	occasion: string;
	address: string;
	attempts: number;
};

export const toMail = (row: MailRow): OutgoingMail => ({
	id: row.id,
	book: row.book as BookCode,
	bookName: row.book_name,
	finding: row.finding as AuditFindingId,
	number: row.number,
	severity: row.severity,
	level: row.level,
	dueOn: row.due_on as LocalDate,
	occasion: row.occasion,
	address: row.address,
	attempts: row.attempts,
});
