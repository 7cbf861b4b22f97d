import type {BookCode, LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {Collateral, RecordedAppraisal, Release} from './collateral.ts';
import type {DemandLetter, PaymentPromise, Reminder, Visit} from './late-payer.ts';
import type {LateCharge, LateChargePayment, LateChargeWaiver} from './late-charge.ts';

/** What late payers are charged with. */
export type LateChargeStore = {
	/** Principal and margin of a loan by the end of a day, by the ledger. */
	readonly owedOn: (book: Book, loan: LoanId, day: LocalDate) => Promise<Rupiah>;
	/** By number. */
	readonly listCharges: (book: Book, loan: LoanId) => Promise<LateCharge[]>;
	readonly insertCharges: (book: Book, charges: readonly LateCharge[], at: Date) => Promise<void>;
	readonly insertChargePayment: (
		book: Book,
		charge: LateCharge,
		payment: LateChargePayment,
	) => Promise<void>;
	readonly insertWaiver: (
		book: Book,
		charge: LateCharge,
		waiver: LateChargeWaiver,
		at: Date,
	) => Promise<void>;
};

export type ReminderQuery = {
	readonly book?: BookCode;
	readonly on: LocalDate;
	/** How many days ahead. */
	readonly days: number;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

/** The collector's work. */
export type LatePayerStore = {
	/** Loans that are late on a day or fall due within days of it, by cooperative and number. */
	readonly reminders: (query: ReminderQuery) => Promise<Reminder[]>;
	/** By number; what was paid of each by the end of a day. */
	readonly promises: (book: Book, loan: LoanId, on: LocalDate) => Promise<PaymentPromise[]>;
	readonly insertPromise: (book: Book, promise: PaymentPromise, at: Date) => Promise<void>;
	readonly visits: (book: Book, loan: LoanId) => Promise<Visit[]>;
	readonly insertVisit: (book: Book, visit: Visit, at: Date) => Promise<void>;
	readonly nextLetterNumber: (book: Book) => Promise<number>;
	/** By day and number. */
	readonly letters: (book: Book, loan: LoanId) => Promise<DemandLetter[]>;
	readonly insertLetter: (book: Book, letter: DemandLetter, at: Date) => Promise<void>;
};

/** What the collateral of one loan is worth on a day. */
export type CollateralValue = {readonly loan: LoanId; readonly value: Rupiah};

export type CollateralPosition = {readonly loan: LoanId; readonly number: number};

/** What secures the loans. */
export type CollateralStore = {
	/** By number. */
	readonly collateralOfLoan: (book: Book, loan: LoanId) => Promise<Collateral[]>;
	/** Of a whole cooperative, by loan and number. */
	readonly listCollateral: (
		book: Book,
		page: {readonly after?: CollateralPosition; readonly limit: number},
	) => Promise<Collateral[]>;
	/** Whether a document secures a loan at the moment. */
	readonly isPledged: (book: Book, document: string) => Promise<boolean>;
	readonly insertCollateral: (book: Book, collateral: Collateral, at: Date) => Promise<void>;
	readonly insertAppraisal: (
		book: Book,
		collateral: Collateral,
		appraisal: RecordedAppraisal,
		at: Date,
	) => Promise<void>;
	readonly insertRelease: (
		book: Book,
		collateral: Collateral,
		release: Release,
		at: Date,
	) => Promise<void>;
	/** What the collateral of each loan is worth on a day, by the last appraisal up to it. */
	readonly collateralOf: (book: Book, asOf: LocalDate) => Promise<CollateralValue[]>;
};

export type LatePayerStores = {
	readonly lateCharges: LateChargeStore;
	readonly latePayers: LatePayerStore;
	readonly collateral: CollateralStore;
};
