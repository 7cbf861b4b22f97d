// The door of oversight: all that other rooms may see of it.
export {
	type AuditFinding,
	type AuditFindingDraft,
	type Evidence,
	type FindingState,
	type Level,
	type Severity,
	byHand,
	evidenceMax,
	findingStates,
	isOverdue,
	levels,
	severities,
} from './audit-finding.ts';
export {type OversightCode, oversightTexts} from './errors.ts';
export {type MailMessage, type OutgoingMail, buildMessage} from './mail.ts';
export type {OversightPolicy} from './policy.ts';
export type {
	Assignment,
	FindingNote,
	FindingPosition,
	FindingQuery,
	FindingQuestion,
	FindingStore,
	Judgement,
	LevelAddress,
	MailStore,
	NewAuditFinding,
	NewDueDate,
	OversightWork,
	Reopening,
} from './ports.ts';
export {
	type FindingCounts,
	type FindingTotals,
	type ReportedFinding,
	daysOverdue,
} from './report.ts';
export {type FindingStep, type StepKind, stepKinds} from './step.ts';
export {assignFinding} from './commands/assign-finding.ts';
export {
	type Escalated,
	escalateFindings,
	escalatedMax,
	remindOfDueDates,
} from './commands/escalate-findings.ts';
export {getFinding} from './commands/get-finding.ts';
export {confirmClosing, declineClosing, reopenFinding} from './commands/judge-closing.ts';
export {raiseByHand, raiseFinding, raiseFindings} from './commands/raise-findings.ts';
export {claimMail, recordFailure, recordSent} from './commands/send-mail.ts';
export {type NewAddress, setAddress} from './commands/set-address.ts';
export {moveDueDate, noteOnFinding, proposeClosing} from './commands/work-on-finding.ts';
export {type FindingsReport, readFindingsReport} from './queries/findings-report.ts';
