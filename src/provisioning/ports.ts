import type {BookCode, LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import type {Book} from '../ledger/index.ts';
import type {LendingWork} from '../lending/index.ts';
import type {FundAmount, FundedLoan, PolicyChoice, ProvisionRun} from './booking.ts';
import type {LoanFacts} from './classify.ts';
import type {ManualClass} from './manual-class.ts';
import type {Policy} from './policy.ts';
import type {ClassSum, ClassifiedLoan, Control} from './portfolio.ts';

/** Which loans, on which day and as known at which moment. */
export type Portfolio = {
	readonly asOf: LocalDate;
	/** Without it, as the books stand now. */
	readonly knownAt?: Date;
	/** Without it, all in scope. */
	readonly books?: readonly Book[];
	/** Only what this policy says. */
	readonly policy?: string;
};

export type LoanPosition = {readonly book: string; readonly number: number};

/** What provisioning asks of its database, within one transaction. */
export type ProvisioningStore = {
	/** Every version of every policy. */
	readonly policyVersions: () => Promise<Policy[]>;

	/** What each policy says of each loan, by cooperative and number. */
	readonly classifiedLoans: (
		portfolio: Portfolio,
		page: {readonly after?: LoanPosition; readonly limit: number},
	) => Promise<ClassifiedLoan[]>;
	readonly classSums: (portfolio: Portfolio) => Promise<ClassSum[]>;
	readonly control: (portfolio: Portfolio) => Promise<Control>;

	/** The loans of a book with what a provision is made of. */
	readonly fundedLoans: (book: Book, asOf: LocalDate, policy: string) => Promise<FundedLoan[]>;
	/** One loan; undefined where nothing of it is outstanding. */
	readonly loanFacts: (book: Book, loan: LoanId, on: LocalDate) => Promise<LoanFacts | undefined>;
	readonly bookedByFund: (book: Book, asOf: LocalDate) => Promise<FundAmount[]>;

	readonly manualClasses: (book: Book, loan: LoanId) => Promise<ManualClass[]>;
	readonly insertManualClass: (book: Book, record: ManualClass) => Promise<void>;
	/** By the day from which they hold, the oldest first. */
	readonly choices: (book: Book) => Promise<PolicyChoice[]>;
	readonly insertChoice: (book: Book, choice: PolicyChoice) => Promise<void>;
	/** By number. */
	readonly runs: (book: Book) => Promise<ProvisionRun[]>;
	readonly insertRun: (book: Book, run: ProvisionRun) => Promise<void>;
};

export type ProvisioningWork = LendingWork & {readonly provisioning: ProvisioningStore};

export type NewManualClass = {
	readonly loan: LoanId;
	readonly policy: string;
	/** Without it the class by hand ends. */
	readonly class?: string;
	readonly effectiveFrom: LocalDate;
	readonly reason: string;
};

export type NewChoice = {
	readonly book: BookCode;
	readonly policy: string;
	readonly effectiveFrom: LocalDate;
	readonly reason: string;
};

export type NewProvision = {
	readonly book: BookCode;
	/** The first day of the month. */
	readonly month: LocalDate;
};

export type ProvisionOutcome = {
	readonly policy: Policy;
	readonly asOf: LocalDate;
	readonly bookedBefore: Rupiah;
	readonly required: Rupiah;
	/** Undefined where nothing was to be booked. */
	readonly run: ProvisionRun | undefined;
};

/** What a report is asked for. */
export type PortfolioQuestion = {
	readonly asOf: LocalDate;
	readonly knownAt?: Date;
	readonly book?: BookCode;
	readonly region?: RegionCode;
	readonly policy?: string;
	readonly after?: LoanPosition;
	readonly limit: number;
};
