import type {EvidenceStore} from '../evidence/index.ts';
import type {AllocationId, BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {ReadFrom} from '../kernel/read-from.ts';
import type {KelurahanCode, RegionCode, RegionLevel} from '../kernel/region-code.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {Account, Book} from '../ledger/index.ts';
import type {ProvisioningWork} from '../provisioning/index.ts';
import type {AssertedBalance, ChainPlace, KindTurnover, MovedEntry} from './explanation.ts';
import type {AccountKindTurnover} from './financial-statements.ts';
import type {GradePolicy} from './fund-grade.ts';
import type {FundHealthFacts} from './fund-health.ts';
import type {LedgerLinesStore} from './ledger-ports.ts';
import type {LoanReportStore} from './loan-ports.ts';
import type {ScorePolicy} from './health-score.ts';
import type {LateTurnover} from './restatement.ts';
import type {LoanRisk} from './score-measures.ts';
import type {AccountTurnover} from './trial-balance.ts';
import type {Turnover} from './turnover.ts';

/** Up to which day, and as the books stood at which moment. */
export type Axes = {
	readonly asOf: LocalDate;
	/** Without it, as they stand now. */
	readonly knownAt?: Date;
};

/** Which part of the country, which programme, and which page of the finest level. */
export type HealthQuestion = {
	readonly axes: Axes;
	readonly level: RegionLevel;
	readonly region?: RegionCode | undefined;
	readonly programme?: string | undefined;
	/** The kelurahan shown are those that it covers, or that have an allocation. */
	readonly scope: CallerScope;
	/** After which region the page of the finest level begins. */
	readonly after?: string | undefined;
	/** Rows of the page; all of them without it. */
	readonly limit?: number;
	/** Whether to read every line instead of the rollup: to hold it against them. */
	readonly isPlain?: boolean;
};

export type ReportStore = {
	/** Reads over all books whatever the caller's scope: for sums that name nobody. */
	readonly forEverybody: <T>(run: () => Promise<T>) => Promise<T>;
	readonly turnovers: (book: Book, axes: Axes) => Promise<AccountTurnover[]>;
	/** The same, apart by the kind of entry. */
	readonly kindTurnoversUpTo: (book: Book, axes: Axes) => Promise<AccountKindTurnover[]>;
	/** The same, of the lines that name a fund. */
	readonly fundTurnovers: (
		book: Book,
		fund: AllocationId,
		axes: Axes,
	) => Promise<AccountKindTurnover[]>;
	readonly firstRecordedAt: (book: Book) => Promise<Date | undefined>;
	/** Of each region from a level on upwards, of each programme, and of the whole. */
	readonly fundHealth: (question: HealthQuestion) => Promise<FundHealthFacts[]>;
	/** Whether the caller may see the book of a city, and so what it claims of persons. */
	readonly seesCity: () => Promise<boolean>;
	/** The policy in force on a day by which funds are graded. */
	readonly gradePolicy: (day: LocalDate) => Promise<GradePolicy | undefined>;
	/** Of all books within the scope of this transaction. */
	readonly firstRecordedOfAll: () => Promise<Date | undefined>;
	/** The number of the last entry, by the identity of each book within the scope. */
	readonly tipNumbers: () => Promise<ReadonlyMap<number, number>>;
	/** The allocations of some kelurahan that were agreed by a day, each with its book. */
	readonly fundBooks: (kelurahan: readonly string[], asOf: LocalDate) => Promise<FundBook[]>;
	/** @returns how many loans were read anew. */
	readonly refreshFundRollup: (book: Book, day: LocalDate) => Promise<number>;
	readonly regionNames: (codes: readonly RegionCode[]) => Promise<Map<string, string>>;
} & RestatementStore &
	ExplanationStore &
	LoanReportStore &
	LedgerLinesStore &
	HealthScoreStore;

/** An allocation, the book that tells of it, and when that book's last entry was recorded. */
export type FundBook = {
	readonly id: string;
	readonly kelurahan: KelurahanCode;
	readonly book: BookCode;
	readonly lastRecordedAt?: Date;
};

/** By what a cooperative is scored, and what only its loans one by one tell. */
export type HealthScoreStore = {
	/** Of each policy the version in force on a day, the newest rule first. */
	readonly scorePolicies: (day: LocalDate) => Promise<ScorePolicy[]>;
	/** By the classes of a provision policy. */
	readonly loanRisk: (book: Book, axes: Axes, provisionPolicy: string) => Promise<LoanRisk>;
};

/** What came between two moments. */
export type RestatementStore = {
	/** The last entry recorded at or before a moment, or of all; 0 when there is none. */
	readonly lastNumberAt: (book: Book, moment: Date | undefined) => Promise<number>;
	readonly lateTurnovers: (book: Book, range: LateRange) => Promise<LateTurnover[]>;
	readonly lateCounts: (book: Book, range: LateRange) => Promise<LateCounts>;
	/** Entries that count within the period, and those of facts of the period booked after it. */
	readonly lateNumbers: (
		book: Book,
		range: LateRange & {readonly limit: number},
	) => Promise<LateNumber[]>;
};

/** Entries by their number (after one, up to another) and the period in which they count. */
export type LateRange = {
	readonly after: number;
	readonly upTo: number;
	readonly from: LocalDate;
	readonly to: LocalDate;
};

/**
 * How many entries count before a period, how many within it, and how many count after it though
 * what they tell of happened within it, in a month that was closed when they came.
 */
export type LateCounts = {
	readonly before: number;
	readonly within: number;
	readonly bookedLater: number;
};

export type LateNumber = {readonly number: number; readonly isWithin: boolean};

/** What is explained: an account of a book, or a part of it. */
export type Subject = {
	readonly account: Account;
	readonly fund?: string;
	readonly loan?: string;
};

/** Up to which day, and up to which entry: the last that was known. */
export type KnownRange = {readonly asOf: LocalDate; readonly upTo: number};

/** Where a list in the order in which entries count goes on: below this one. */
export type MovedPosition = {readonly effectiveOn: LocalDate; readonly number: number};

/** What stands behind the balance of one account. */
export type ExplanationStore = {
	/** Whether any line of a book names a fund or a loan. */
	readonly isDimensionKnown: (
		book: Book,
		dimension: 'fund' | 'loan',
		id: string,
	) => Promise<boolean>;
	/** What a loan moved on an account; it is in no rollup. */
	readonly loanTurnover: (book: Book, subject: Subject, range: KnownRange) => Promise<Turnover>;
	/** By kind, from the lines themselves; of the days after one, where it is given. */
	readonly kindTurnovers: (
		book: Book,
		subject: Subject,
		range: KnownRange & {readonly after?: LocalDate},
	) => Promise<KindTurnover[]>;
	/** In the order in which they count, the newest first. */
	readonly movedEntries: (
		book: Book,
		subject: Subject,
		range: KnownRange & {readonly before?: MovedPosition; readonly limit: number},
	) => Promise<MovedEntry[]>;
	/** What entries of one day with a greater number moved. */
	readonly turnoverOfDayAfter: (
		book: Book,
		subject: Subject,
		range: MovedPosition & Pick<KnownRange, 'upTo'>,
	) => Promise<Turnover>;
	/** The entry with the greatest number that moved the account. */
	readonly lastTouch: (
		book: Book,
		subject: Subject,
		range: KnownRange,
	) => Promise<ChainPlace | undefined>;
	readonly hashOf: (book: Book, number: number) => Promise<string | undefined>;
	/** The last day of the last month whose sums are sealed, before a day. */
	readonly sealedMonthBefore: (book: Book, day: LocalDate) => Promise<LocalDate | undefined>;
	/** For that day or earlier, the newest first, as they stood when the last entry was known. */
	readonly assertionsOn: (
		book: Book,
		subject: Subject,
		range: KnownRange & {readonly knownAt: Date | undefined; readonly limit: number},
	) => Promise<AssertedBalance[]>;
};

export type ReportWork = ProvisioningWork & {
	readonly reports: ReportStore;
	readonly evidence: EvidenceStore;
	readonly scope: CallerScope;
	/** By whose clock a file tells moments. */
	readonly timeZone: string;
	/** Where the service is reached: what a code on paper leads to. */
	readonly publicUrl: string;
	/** Which server answers, where there is a replica and it has to be stated. */
	readonly readFrom?: ReadFrom | undefined;
};
