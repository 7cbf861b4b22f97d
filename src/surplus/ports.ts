import type {BookCode, MemberId, SurplusDistributionId, SurplusPayoutId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book, ReversalRequest} from '../ledger/index.ts';
import type {SavingProduct, SavingsWork} from '../savings/index.ts';
import type {MemberBase, MemberShare, SurplusDistribution, YearSurplus} from './distribution.ts';
import type {PayoutWay, SurplusPayout} from './payout.ts';
import type {PartKind, RulePart, SurplusRule} from './rule.ts';

/** A member's share with whose it is and what of it was paid out. */
export type SharePaid = MemberShare & {
	readonly number: number;
	readonly name: string;
	readonly paid: Rupiah;
};

/** As what is read stood: entries that count by a day and have at most a number. */
export type Known = {readonly asOf: LocalDate; readonly upTo: number};

export type SurplusStore = {
	readonly rules: (book: Book) => Promise<SurplusRule[]>;
	readonly insertRule: (book: Book, rule: SurplusRule) => Promise<void>;

	/** What the closing of a year that stands carried to equity; without `known`, as it is now. */
	readonly findClosing: (
		book: Book,
		year: number,
		known?: Known,
	) => Promise<YearSurplus | undefined>;
	/** What account 3.2.09 holds, of all years. */
	readonly held: (book: Book) => Promise<Rupiah>;
	/** By what members have parts of the surplus of a year, from the journal as it stands. */
	readonly bases: (
		book: Book,
		of: {readonly year: number; readonly products: readonly SavingProduct[]},
	) => Promise<MemberBase[]>;

	/** Keeps a distribution whose entries were posted in the same transaction. */
	readonly record: (
		book: Book,
		distribution: SurplusDistribution,
		shares: readonly MemberShare[],
	) => Promise<void>;
	readonly findDistribution: (
		book: Book,
		id: SurplusDistributionId,
	) => Promise<SurplusDistribution | undefined>;
	/** All of a book, by their entries, also those that were taken back. */
	readonly distributions: (book: Book, known?: Known) => Promise<SurplusDistribution[]>;
	/** The distribution of a year that stands; without `known`, as it is now. */
	readonly findStanding: (
		book: Book,
		year: number,
		known?: Known,
	) => Promise<SurplusDistribution | undefined>;
	/** By member number, after one. */
	readonly shares: (
		book: Book,
		distribution: SurplusDistributionId,
		query: {readonly known?: Known; readonly after?: number; readonly limit?: number},
	) => Promise<SharePaid[]>;
	readonly shareOf: (
		book: Book,
		distribution: SurplusDistributionId,
		member: MemberId,
	) => Promise<{readonly share: Rupiah; readonly paid: Rupiah}>;
	/** What of a distribution is paid out, and when the last payout was taken back. */
	readonly paidOf: (
		book: Book,
		distribution: SurplusDistributionId,
	) => Promise<{readonly paid: Rupiah; readonly lastReversedOn: LocalDate | undefined}>;

	/** Takes the next number of a slip, which is given a check code. */
	readonly nextPayoutNumber: (book: Book) => Promise<number>;
	readonly insertPayout: (book: Book, payout: SurplusPayout) => Promise<void>;
	readonly findPayout: (book: Book, id: SurplusPayoutId) => Promise<SurplusPayout | undefined>;
	readonly payouts: (
		book: Book,
		query: {
			readonly distribution?: SurplusDistributionId;
			readonly member?: MemberId;
			/** After this entry. */
			readonly after?: number;
			readonly limit: number;
		},
	) => Promise<SurplusPayout[]>;

	/** Where what is left of the shares of members is not what account 2.4.02 has for them. */
	readonly shareDifferences: (book: Book) => Promise<ShareDifference[]>;
};

/** What is left of a member's shares that is not what the journal says. */
export type ShareDifference = {
	readonly member: MemberId;
	readonly left: Rupiah;
	readonly booked: Rupiah;
};

export type SurplusWork = SavingsWork & {readonly surplus: SurplusStore};

export type NewRulePart = Pick<RulePart, 'name' | 'percent'> & {
	readonly kind: PartKind;
	/** The usual account of its kind without it. */
	readonly account?: RulePart['account'];
};

export type NewRule = Pick<
	SurplusRule,
	'effectiveFrom' | 'basis' | 'document' | 'savingProducts'
> & {
	readonly book: BookCode;
	readonly parts: readonly NewRulePart[];
};

export type NewDistribution = {
	readonly book: BookCode;
	readonly year: number;
	/** The day of the Rapat Anggota. */
	readonly decidedOn: LocalDate;
	/** The number of its minutes. */
	readonly document: string;
};

export type DistributionReversal = ReversalRequest & {
	readonly book: BookCode;
	readonly distribution: SurplusDistributionId;
};

export type NewPayout = {
	readonly book: BookCode;
	readonly distribution: SurplusDistributionId;
	readonly member: MemberId;
	readonly amount: Rupiah;
	readonly paidOn: LocalDate;
	readonly way: PayoutWay;
	/** Into which savings, and only then. */
	readonly product?: SavingProduct;
};

export type PayoutReversal = ReversalRequest & {
	readonly book: BookCode;
	readonly payout: SurplusPayoutId;
};
