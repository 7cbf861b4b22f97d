import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {Cost} from './late-charge.ts';
import type {EndingReversal} from './life-ports.ts';
import type {Loan, Repayment} from './loan.ts';
import type {BeforeSale} from './purchase.ts';

/** What is kept of goods bought before they are sold. */
export type PurchaseStore = {
	/** What stands on a loan before its sale, by the ledger, now. */
	readonly beforeSale: (book: Book, loan: LoanId) => Promise<BeforeSale>;
	readonly insertCancellationCosts: (
		book: Book,
		loan: LoanId,
		entry: number,
		costs: readonly Cost[],
	) => Promise<void>;
};

type Method = Repayment['method'];

/** A loan as it stands once a step is taken, with what stands on it, and the step's entry. */
export type TakenStep = {
	readonly loan: Loan;
	readonly held: BeforeSale;
	readonly entryNumber: number;
	readonly document: string;
};

export type NewDownPayment = {
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly method: Method;
};

export type DownPaymentReturn = {
	readonly loan: LoanId;
	readonly returnedOn: LocalDate;
	readonly method: Method;
	readonly reason: string;
	readonly document: string;
};

export type NewAdvance = {
	readonly loan: LoanId;
	readonly givenOn: LocalDate;
	readonly amount: Rupiah;
	/** The akad wakalah. */
	readonly document: string;
};

export type NewPurchase = {
	readonly loan: LoanId;
	readonly boughtOn: LocalDate;
	readonly cost: Rupiah;
	readonly supplier: string;
	/** The supplier's invoice. */
	readonly document: string;
};

export type PurchaseCancellation = {
	readonly loan: LoanId;
	readonly cancelledOn: LocalDate;
	/** What came back for the goods, to the bank of the fund. */
	readonly proceeds: Rupiah;
	readonly costs: readonly Cost[];
	/** How the rest of the down payment is given back. */
	readonly method: Method;
	readonly reason: string;
	readonly document: string;
};

export type StepReversal = EndingReversal & {readonly entry: number};
