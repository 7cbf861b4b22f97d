import type {FundWork} from '../fund/index.ts';
import type {AllocationId, BookCode, LoanId, MemberId, RepaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {Instalment, Loan, LoanStatus, Repayment} from './loan.ts';
import type {Split} from './waterfall.ts';

export type LendingStore = {
	readonly findLoan: (id: LoanId) => Promise<Loan | undefined>;
	readonly listLoans: (query: LoanQuery) => Promise<Loan[]>;
	readonly nextLoanNumber: (book: Book) => Promise<number>;
	readonly insertLoan: (book: Book, loan: Loan) => Promise<void>;
	readonly recordDecision: (book: Book, loan: Loan) => Promise<void>;
	readonly recordDisbursement: (
		book: Book,
		loan: Loan,
		instalments: readonly Instalment[],
	) => Promise<void>;
	readonly recordStatus: (book: Book, loan: LoanId, status: LoanStatus) => Promise<void>;
	readonly instalments: (book: Book, loan: LoanId) => Promise<Instalment[]>;

	/** What is owed of a loan now, by the ledger: principal and margin apart. */
	readonly owed: (book: Book, loan: Loan) => Promise<Split>;
	/** A fund's cash and bank in the cooperative's book, now. */
	readonly fundCash: (book: Book, fund: AllocationId) => Promise<Rupiah>;

	readonly nextReceiptNumber: (book: Book) => Promise<number>;
	readonly insertRepayment: (book: Book, repayment: Repayment) => Promise<void>;
	readonly repayments: (book: Book, loan: LoanId) => Promise<Repayment[]>;
};

export type LoanQuery = {
	readonly book?: BookCode;
	readonly member?: MemberId;
	readonly status?: LoanStatus;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

export type LendingWork = FundWork & {readonly lending: LendingStore};

export type LoanDecision = {
	readonly loan: LoanId;
	readonly decidedOn: LocalDate;
	readonly reason: string;
};

export type Disbursement = {
	readonly loan: LoanId;
	readonly disbursedOn: LocalDate;
	readonly document: string;
};

export type NewRepayment = {
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly method: Repayment['method'];
};

export type LoanReversal = {
	readonly loan: LoanId;
	/** The repayment to take back; without it, the disbursement. */
	readonly repayment?: RepaymentId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
