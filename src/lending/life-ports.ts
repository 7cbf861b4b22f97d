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
import type {Conversion} from './conversion.ts';
import type {LoanStatus} from './loan.ts';
import type {Change, NewTerms, Restructuring} from './restructuring.ts';
import type {Settlement} from './settlement.ts';
import type {MoneyMethod, Way} from './method.ts';
import type {Recovery} from './write-off.ts';

/** What is kept of how loans go on and end. */
export type LoanLifeStore = ConversionStore & {
	readonly insertSettlement: (book: Book, settlement: Settlement) => Promise<void>;
	/** The settlement of a loan that has not been taken back. */
	readonly findSettlement: (book: Book, loan: LoanId) => Promise<Settlement | undefined>;

	readonly insertRestructuring: (
		book: Book,
		loan: LoanId,
		restructuring: Restructuring,
	) => Promise<void>;
	/** By cooperative and number of the loan, the latest of each that took effect up to a day. */
	readonly listRestructured: (query: RestructuredQuery) => Promise<RestructuredLoan[]>;

	readonly insertRecovery: (book: Book, loan: LoanId, recovery: Recovery) => Promise<void>;
	readonly recoveries: (book: Book, loan: LoanId) => Promise<Recovery[]>;

	/** The death of a member, unless it was revoked. */
	readonly findDeath: (book: Book, member: MemberId) => Promise<Death | undefined>;
	readonly nextDeathNumber: (book: Book, member: MemberId) => Promise<number>;
	readonly insertDeath: (book: Book, death: Death, at: Date) => Promise<void>;
	readonly revokeDeath: (
		book: Book,
		death: Death,
		by: {readonly actor: string; readonly at: Date; readonly reason: string},
	) => Promise<void>;
	/** By cooperative and member, with the loans that they left open. */
	readonly listDeaths: (book?: BookCode) => Promise<DeathWithLoans[]>;
};

/** Which debts became loans under another akad. */
export type ConversionStore = {
	readonly insertConversion: (book: Book, conversion: Conversion, at: Date) => Promise<void>;
	/** The conversion of which a loan is the old or the new one, unless it was taken back. */
	readonly findConversion: (book: Book, loan: LoanId) => Promise<Conversion | undefined>;
	/** Whether anything but its beginning stands on the new loan of a conversion. */
	readonly isMovedSince: (book: Book, conversion: Conversion) => Promise<boolean>;
};

/** That a member died, by a paper that says so. */
export type Death = {
	readonly member: MemberId;
	/** The first, second record of it; those before it were mistakes. */
	readonly number: number;
	readonly diedOn: LocalDate;
	readonly document: string;
	readonly recordedBy: string;
};

export type DeathWithLoans = Death & {
	readonly book: BookCode;
	readonly memberName: string;
	readonly loans: readonly {
		readonly loan: LoanId;
		readonly number: number;
		readonly status: LoanStatus;
		readonly owed: Rupiah;
	}[];
};

export type RestructuredQuery = {
	readonly book?: BookCode;
	readonly asOf: LocalDate;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

/** A loan that is not repaid by the schedule that it was lent by. */
export type RestructuredLoan = Omit<Restructuring, 'change'> & {
	/** `akad`: it came of the conversion of another, whose lateness and debt these are. */
	readonly change: Change | 'akad';
	readonly loan: LoanId;
	readonly book: BookCode;
	readonly number: number;
	readonly fund: AllocationId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	/** How many times it was eased up to the day. */
	readonly times: number;
};

export type LoanStep = {
	readonly loan: LoanId;
	readonly on: LocalDate;
	readonly reason: string;
};

export type NewSettlement = Way & {
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	/** What is brought: the total of the quote. */
	readonly amount: Rupiah;
};

/** What is asked of the rest of a loan; what is not named stays as it is. */
export type WantedTerms = Partial<Omit<NewTerms, 'effectiveOn'>> & {
	readonly loan: LoanId;
	readonly effectiveOn: LocalDate;
};

export type NewRestructuring = WantedTerms & {
	readonly reason: string;
	readonly document: string;
};

export type NewWriteOff = {
	readonly loan: LoanId;
	readonly writtenOffOn: LocalDate;
	readonly reason: string;
	readonly document: string;
	/** Papers that prove it, sealed with its entry. */
	readonly attachments?: readonly AttachmentId[] | undefined;
};

export type NewRecovery = {
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly method: MoneyMethod;
};

export type EndingReversal = {
	readonly loan: LoanId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};

export type RecoveryReversal = EndingReversal & {readonly recovery: RepaymentId};

export type NewLoss = {
	readonly loan: LoanId;
	readonly lostOn: LocalDate;
	readonly amount: Rupiah;
	readonly reason: string;
	readonly document: string;
};

export type LossReversal = EndingReversal & {readonly entry: number};

export type NewOfficer = LoanStep & {readonly officer: string};

export type NewDeath = {
	readonly member: MemberId;
	readonly diedOn: LocalDate;
	readonly document: string;
};
