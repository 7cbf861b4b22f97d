import type {AllocationId, BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {KelurahanCode, RegionCode} from '../kernel/region-code.ts';
import type {Rows} from '../kernel/rows.ts';
import type {Book} from '../ledger/index.ts';
import type {BucketSum} from './ageing.ts';
import type {CohortMonth} from './cohorts.ts';
import type {LoanCollection, DayCollection} from './collections.ts';
import type {LoanPosition, PortfolioTotals} from './loan-portfolio.ts';
import type {FundName, MemberLoan} from './member-loan.ts';
import type {SettledLoan, WrittenOffLoan} from './loan-endings.ts';
import type {MonthFacts} from './portfolio-trend.ts';

/** Which loans a report is of: of a book or of the books of a region, less by what is named. */
export type LoanChoice = {
	readonly book?: BookCode | undefined;
	readonly region?: RegionCode | undefined;
	readonly kelurahan?: KelurahanCode | undefined;
	readonly fund?: AllocationId | undefined;
	/** Who looks after the loan now. */
	readonly officer?: string | undefined;
	readonly group?: string | undefined;
	/** First disbursed in the month that begins on this day. */
	readonly disbursedIn?: LocalDate | undefined;
};

/** The same once the books were found, on a day and as known at a moment. */
export type LoanScope = Omit<LoanChoice, 'book' | 'region'> & {
	readonly books: readonly Book[];
	readonly asOf: LocalDate;
	/** Without it, as the books stand now. */
	readonly knownAt?: Date | undefined;
};

export type PeriodScope = LoanScope & {readonly from: LocalDate};

export type RowRange = {readonly offset: number; readonly limit: number};

/** What is asked of members on a day. */
export type DueLoan = MemberLoan & {
	readonly overdue: Rupiah;
	readonly total: Rupiah;
	readonly daysPastDue: number;
	readonly owed: Rupiah;
};

export type MaturingLoan = MemberLoan & {
	readonly maturesOn: LocalDate;
	readonly owed: Rupiah;
	readonly principal: Rupiah;
	readonly overdue: Rupiah;
	readonly daysPastDue: number;
};

/** The questions of the reports over loans, each one statement over one snapshot. */
export type LoanReportStore = {
	/** Which of the things that a choice names no loan of these books has. */
	readonly unknownIn: (scope: LoanScope) => Promise<(keyof LoanChoice)[]>;
	readonly fundNames: (scope: LoanScope) => Promise<FundName[]>;
	readonly loanPositions: (
		scope: LoanScope,
		range: RowRange,
		policy: string | undefined,
	) => Promise<{readonly rows: LoanPosition[]; readonly totals: PortfolioTotals}>;
	readonly allLoanPositions: (
		scope: LoanScope,
		policy: string | undefined,
	) => Promise<{readonly rows: Rows<LoanPosition>; readonly totals: PortfolioTotals}>;
	readonly bucketSums: (scope: LoanScope) => Promise<BucketSum[]>;
	/** What was written off in the twelve months up to the day, less what was taken back of it. */
	readonly writtenOffInYear: (scope: LoanScope) => Promise<Map<AllocationId, Rupiah>>;
	readonly loanCollections: (scope: PeriodScope) => Promise<Rows<LoanCollection>>;
	readonly dayCollections: (scope: PeriodScope) => Promise<DayCollection[]>;
	readonly dueLoans: (scope: LoanScope) => Promise<Rows<DueLoan>>;
	/** Whose last instalment falls due within days. */
	readonly maturingLoans: (
		scope: LoanScope,
		range: {readonly from: LocalDate; readonly to: LocalDate},
	) => Promise<Rows<MaturingLoan>>;
	readonly settledLoans: (scope: PeriodScope) => Promise<Rows<SettledLoan>>;
	readonly writtenOffLoans: (scope: PeriodScope) => Promise<Rows<WrittenOffLoan>>;
	/** What the loans of each month of disbursement were at each of some days. */
	readonly cohortMonths: (scope: LoanScope, days: readonly LocalDate[]) => Promise<CohortMonth[]>;
	readonly monthFacts: (scope: LoanScope) => Promise<MonthFacts>;
};
