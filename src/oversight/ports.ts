import type {CooperativeWork} from '../cooperatives/index.ts';
import type {AuditFindingId, BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {Book} from '../ledger/index.ts';
import type {
	AuditFinding,
	AuditFindingDraft,
	Evidence,
	FindingState,
	Level,
	Severity,
} from './audit-finding.ts';
import type {MailDraft, OutgoingMail} from './mail.ts';
import type {OversightPolicy} from './policy.ts';
import type {FindingSum, ReportedFinding} from './report.ts';
import type {FindingStep} from './step.ts';

/** What the register asks of its database, within one transaction. */
export type FindingStore = {
	readonly findFinding: (id: AuditFindingId) => Promise<AuditFinding | undefined>;
	/** Those that are not closed first, by due date: the longest overdue leads. */
	readonly listFindings: (query: FindingQuery) => Promise<AuditFinding[]>;
	readonly stepsOf: (finding: AuditFinding) => Promise<FindingStep[]>;

	/** Holds the registers of books, in the order of the books: one raiser at a time per book. */
	readonly lockRegisters: (books: readonly Book[]) => Promise<void>;
	/**
	 * Raises what is not raised yet: the finding that stands for each draft, in the order of the
	 * drafts, and the ids of those that are new. No two drafts are of one source and subject.
	 */
	readonly raise: (
		drafts: readonly NewFinding[],
		by: string,
		at: Date,
	) => Promise<{readonly findings: AuditFinding[]; readonly raised: ReadonlySet<string>}>;
	/** Holds a finding until the transaction ends. */
	readonly hold: (finding: AuditFinding) => Promise<void>;
	/** Holds so many of those that can go up a level, the longest overdue first. */
	readonly holdOverdue: (now: Date, limit: number) => Promise<HeldFinding[]>;
	/** Each finding's steps in their order. */
	readonly insertSteps: (steps: readonly (FindingStep & OfFinding)[]) => Promise<void>;

	/** The roles that an active user holds over a book. */
	readonly rolesOver: (book: BookCode, user: string) => Promise<string[]>;
	/** Whether a finding is about what a user did. */
	readonly concerns: (finding: AuditFinding, user: string) => Promise<boolean>;
	/** Whether another finding about the same is not closed. */
	readonly isRaisedAgain: (finding: AuditFinding) => Promise<boolean>;
	/** The places of evidence that is not there within the scope. */
	readonly missingEvidence: (book: Book, evidence: readonly Evidence[]) => Promise<number[]>;

	/** Every version of the policy. */
	readonly policies: () => Promise<OversightPolicy[]>;

	/** What was not closed at the end of a day, as it stood then; the longest overdue first. */
	readonly findingsOn: (
		question: FindingQuestion & {readonly limit: number; readonly after?: FindingPosition},
	) => Promise<ReportedFinding[]>;
	/** How many of what kind there were at the end of a day, closed ones too. */
	readonly sumsOn: (question: FindingQuestion) => Promise<FindingSum[]>;
};

/** A finding with the day that it is where its book is. */
export type HeldFinding = {readonly finding: AuditFinding; readonly today: LocalDate};

export type OfFinding = {readonly book: BookCode; readonly finding: number};

export type NewFinding = AuditFindingDraft & {readonly id: AuditFindingId};

export type FindingPosition = {
	readonly dueOn: string;
	readonly book: string;
	readonly number: number;
};

export type FindingQuery = {
	readonly state?: FindingState;
	readonly severity?: Severity;
	readonly level?: Level;
	readonly owner?: string;
	readonly source?: string;
	readonly book?: BookCode;
	readonly region?: RegionCode;
	/** Only those whose due date is before this day (or not), and that are not closed (or are). */
	readonly overdue?: {readonly on: LocalDate; readonly is: boolean};
	readonly after?: FindingPosition & {readonly isClosed: boolean};
	readonly limit: number;
};

export type FindingQuestion = {
	readonly asOf: LocalDate;
	readonly book?: BookCode;
	readonly region?: RegionCode;
};

/** Mail that waits to be sent, and where the institutions are written to. */
export type MailStore = {
	/** Whoever was told of an occasion already is not told again. */
	readonly insertMails: (mails: readonly (MailDraft & {id: string})[], at: Date) => Promise<void>;
	/** Those that are not closed and due on a day. */
	readonly findingsDueOn: (day: LocalDate) => Promise<AuditFinding[]>;
	/** One mail that may be sent now and has an address, kept from other senders until then. */
	readonly claimMail: (now: Date, until: Date) => Promise<OutgoingMail | undefined>;
	readonly recordSent: (mail: OutgoingMail, at: Date) => Promise<void>;
	readonly recordFailure: (mail: OutgoingMail, failure: string, next: Date) => Promise<void>;
	readonly addresses: (within: CallerScope) => Promise<LevelAddress[]>;
	readonly insertAddress: (address: LevelAddress) => Promise<void>;
};

/** Where the institution of a level is written to, for a region or one cooperative. */
export type LevelAddress = {
	/** A region code, or the code of a book. */
	readonly place: string;
	readonly level: Level;
	readonly address: string;
	readonly effectiveAt: Date;
	readonly setBy: string;
};

export type OversightWork = CooperativeWork & {
	readonly findings: FindingStore;
	readonly mails: MailStore;
	/** Where a permission of the caller holds. */
	readonly scope: CallerScope;
};

export type NewAuditFinding = Omit<AuditFindingDraft, 'source'> & {readonly owner?: string};

export type Assignment = {readonly finding: AuditFindingId; readonly owner: string};

export type FindingNote = {
	readonly finding: AuditFindingId;
	readonly note: string;
	readonly evidence: readonly Evidence[];
};

export type Judgement = {readonly finding: AuditFindingId; readonly note: string};

export type NewDueDate = {
	readonly finding: AuditFindingId;
	readonly dueOn: LocalDate;
	readonly reason: string;
};

export type Reopening = {readonly finding: AuditFindingId; readonly reason: string};
