import type {FundWork} from '../fund/index.ts';
import type {
	AllocationId,
	AttachmentId,
	BookCode,
	LoanId,
	MemberId,
	RepaymentId,
} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import type {
	Loan,
	LoanEvent,
	LoanStatus,
	NewLoan,
	RecordedLoanEvent,
	Repayment,
	ScheduleVersion,
} from './loan.ts';
import type {LatePayerStores} from './late-payer-ports.ts';
import type {LoanLifeStore} from './life-ports.ts';
import type {GroupStore} from './group-ports.ts';
import type {LoanTranche} from './loan-tranche.ts';
import type {PayrollStore} from './payroll-ports.ts';
import type {Product} from './product.ts';
import type {PurchaseStore} from './purchase-ports.ts';
import type {Split} from './waterfall.ts';
import type {Excess, MoneyMethod, Way} from './method.ts';

export type LendingStore = {
	readonly findLoan: (id: LoanId) => Promise<Loan | undefined>;
	readonly listLoans: (query: LoanQuery) => Promise<Loan[]>;
	readonly nextLoanNumber: (book: Book) => Promise<number>;
	readonly insertLoan: (book: Book, loan: Loan) => Promise<void>;
	readonly recordDecision: (book: Book, loan: Loan) => Promise<void>;
	readonly recordDisbursement: (book: Book, loan: Loan) => Promise<void>;
	readonly recordGivenUp: (book: Book, loan: LoanId, givenUp: Rupiah) => Promise<void>;
	readonly recordStatus: (book: Book, loan: LoanId, status: LoanStatus) => Promise<void>;
	readonly recordOfficer: (book: Book, loan: LoanId, officer: string) => Promise<void>;

	/** Adds the schedule that is in force from its day on. */
	readonly insertSchedule: (
		book: Book,
		loan: LoanId,
		schedule: ScheduleVersion,
		at: Date,
	) => Promise<void>;
	/** The schedule in force on a day; on the last of days without one. */
	readonly findSchedule: (
		book: Book,
		loan: LoanId,
		on?: LocalDate,
	) => Promise<ScheduleVersion | undefined>;
	readonly listSchedules: (book: Book, loan: LoanId) => Promise<ScheduleVersion[]>;

	readonly insertEvent: (
		book: Book,
		loan: LoanId,
		event: LoanEvent,
		by: {readonly actor: string; readonly at: Date},
	) => Promise<void>;
	readonly listEvents: (book: Book, loan: LoanId) => Promise<RecordedLoanEvent[]>;

	/** What was paid out of a loan part by part, in its order, by the ledger. */
	readonly tranches: (book: Book, loan: LoanId) => Promise<LoanTranche[]>;
	/** What is owed of a loan now, by the ledger: principal and margin apart. */
	readonly owed: (book: Book, loan: Loan) => Promise<Split>;
	/**
	 * A fund's cash and bank in the cooperative's book, now, without what members paid beforehand:
	 * that is theirs until the sale.
	 */
	readonly fundCash: (book: Book, fund: AllocationId) => Promise<Rupiah>;
	/** What of a fund's cash and bank is kept for members (titipan), now. */
	readonly fundDeposits: (book: Book, fund: AllocationId) => Promise<Rupiah>;

	/** Takes the next number of a receipt, which is given a check code. */
	readonly nextReceiptNumber: (book: Book) => Promise<number>;
	readonly insertRepayment: (book: Book, repayment: Repayment) => Promise<void>;
	readonly repayments: (book: Book, loan: LoanId) => Promise<Repayment[]>;
};

/** What a cooperative lends, and when nobody collects. */
export type ProductStore = {
	/** The version in force on a day; the named version, whatever the day, where one is named. */
	readonly findProduct: (
		book: Book,
		code: string,
		at: {readonly on: LocalDate} | {readonly version: number},
	) => Promise<Product | undefined>;
	/** Every version, by code and version. */
	readonly listProducts: (book: Book) => Promise<Product[]>;
	readonly lastProductVersion: (book: Book, code: string) => Promise<Product | undefined>;
	readonly insertProduct: (book: Book, product: Product, at: Date) => Promise<void>;
	/** The holidays of a region and of the whole country between two days. */
	readonly holidays: (
		region: RegionCode,
		from: LocalDate,
		to: LocalDate,
	) => Promise<ReadonlySet<LocalDate>>;
	readonly listHolidays: (from: LocalDate, to: LocalDate) => Promise<Holiday[]>;
	readonly insertHoliday: (holiday: Holiday) => Promise<void>;
};

export type Holiday = {
	readonly day: LocalDate;
	/** Everywhere without one. */
	readonly regionCode?: RegionCode;
	readonly name: string;
	readonly legalBasis: string;
};

export type LoanQuery = {
	readonly book?: BookCode;
	readonly member?: MemberId;
	readonly status?: LoanStatus;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

export type LendingWork = FundWork &
	LatePayerStores & {
		readonly lending: LendingStore;
		readonly products: ProductStore;
		readonly groups: GroupStore;
		readonly loanLife: LoanLifeStore;
		readonly purchases: PurchaseStore;
		readonly payroll: PayrollStore;
	};

/** A new loan with the code of the product that it is to be of. */
export type LoanApplication = Omit<NewLoan, 'product'> & {readonly product?: string};

export type LoanDecision = {
	readonly loan: LoanId;
	readonly decidedOn: LocalDate;
	readonly reason: string;
};

export type Disbursement = {
	readonly loan: LoanId;
	readonly disbursedOn: LocalDate;
	readonly document: string;
	/** What of the approved principal goes out; all that is left of it without. */
	readonly amount?: Rupiah;
	/** Papers that prove it, sealed with its entry. */
	readonly attachments?: readonly AttachmentId[] | undefined;
};

export type NewRepayment = Way & {
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	/** What becomes of money beyond what is owed: refused without it, or kept for the member. */
	readonly excess?: Excess;
};

/** A share of realised profit that a member brings. */
export type NewProfitShare = {
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly method: MoneyMethod;
	/** What the business made in the period, of which the share is the cooperative's part. */
	readonly reason: string;
};

export type LoanReversal = {
	readonly loan: LoanId;
	/** The repayment to take back; without it, what was disbursed. */
	readonly repayment?: RepaymentId;
	/** The tranche to take back, the latest; without it, all of them. */
	readonly tranche?: number;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
