import type {BookMember, CooperativeWork} from '../cooperatives/index.ts';
import type {BookCode, MemberId, SavingMovementId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {SavingKind, SavingMethod, SavingMovement} from './movement.ts';
import type {Obligation} from './obligation.ts';
import type {SavingProduct} from './product.ts';
import type {SavingLine} from './statement.ts';

export type SavingsStore = {
	readonly findSaving: (id: SavingMovementId) => Promise<SavingMovement | undefined>;
	readonly listSavings: (query: SavingQuery) => Promise<SavingMovement[]>;
	/** All that was ever moved for a member. */
	readonly savingsOf: (book: Book, member: MemberId) => Promise<SavingMovement[]>;
	/** Takes the next number of a slip, which is given a check code. */
	readonly nextSlipNumber: (book: Book, kind: SavingKind) => Promise<number>;
	readonly insertSaving: (book: Book, saving: SavingMovement) => Promise<void>;

	/** The journal's lines on a member's savings up to a day, in the order of their days. */
	readonly savingLines: (
		book: Book,
		member: MemberId,
		query: {readonly asOf: LocalDate; readonly knownTo: number | undefined},
	) => Promise<SavingLine[]>;

	readonly obligations: (book: Book) => Promise<Obligation[]>;
	readonly insertObligation: (book: Book, obligation: Obligation, at: Date) => Promise<void>;
	/** Who was a member at the end of a day, with what they had paid of simpanan wajib by then. */
	readonly paidObligations: (
		book: Book,
		asOf: LocalDate,
	) => Promise<(Pick<BookMember, 'id' | 'number' | 'name' | 'joinedOn'> & {paid: Rupiah})[]>;

	/** Where kept balances are not the sums of the journal's lines. */
	readonly savingDifferences: (book: Book) => Promise<SavingDifference[]>;
};

export type SavingQuery = {
	readonly book?: BookCode;
	readonly member?: MemberId;
	readonly after?: {readonly book: string; readonly entry: number};
	readonly limit: number;
};

/** A balance that is not what the lines say. */
export type SavingDifference = {
	readonly member: MemberId;
	readonly product: SavingProduct;
	readonly kept: Rupiah;
	readonly booked: Rupiah;
};

export type SavingsWork = CooperativeWork & {
	readonly savings: SavingsStore;
	/** Whether a member owes anything on a loan: loans are known above this room. */
	readonly hasDebts: (book: BookCode, member: MemberId) => Promise<boolean>;
};

export type NewSaving = {
	readonly member: MemberId;
	readonly product: SavingProduct;
	readonly effectiveOn: LocalDate;
	readonly amount: Rupiah;
	readonly method: SavingMethod;
};

export type SavingReversal = {
	readonly saving: SavingMovementId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};

export type Leaving = {
	readonly member: MemberId;
	readonly leftOn: LocalDate;
	readonly method: Exclude<SavingMethod, 'surplus'>;
	readonly reason: string;
};

export type LeavingReversal = {
	readonly member: MemberId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};

export type NewObligation = {
	readonly cooperative: BookCode;
	/** The first day of a month. */
	readonly effectiveFrom: LocalDate;
	readonly amount: Rupiah;
	readonly legalBasis: string;
};
