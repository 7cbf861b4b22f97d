import type {
	AllocationId,
	BookCode,
	FundClaimId,
	FundWriteOffId,
	PengurusId,
} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {ProvisioningWork} from '../provisioning/index.ts';
import type {ClaimBasis, ClaimEvent, ClaimInstalment, FundClaim} from './fund-claim.ts';
import type {CityPolicy} from './policy.ts';
import type {FundedAllocation} from './standing.ts';
import type {FundWriteOff, WriteOffDecision} from './write-off.ts';

/** What of an allocation was booked as current on a balance date, each time by the difference. */
export type CurrentPortion = {
	/** Within the city, from 1. */
	readonly number: number;
	readonly balanceDate: LocalDate;
	readonly fund: string;
	readonly bookedBefore: Rupiah;
	readonly required: Rupiah;
	readonly entryNumber: number;
	/** The entry of the next day that takes it back. */
	readonly mirrorEntry: number;
	readonly bookedBy: string;
	readonly recordedAt: Date;
};

/** What was provided for an allocation at the end of a month, each time by the difference. */
export type FundProvision = {
	/** Within the city, from 1. */
	readonly number: number;
	/** The first day of the month whose last day it is of. */
	readonly month: LocalDate;
	readonly fund: string;
	readonly policy: string;
	readonly version: number;
	readonly class: string;
	readonly monthsPastDue: number;
	/** What was invested, on which the class asks its percentage. */
	readonly base: Rupiah;
	readonly bookedBefore: Rupiah;
	readonly required: Rupiah;
	readonly entryNumber: number;
	readonly bookedBy: string;
	readonly recordedAt: Date;
};

export type NumberPage = {readonly after: number; readonly limit: number};

/** What the city's room asks of its database, within one transaction. */
export type CityStore = ClosingStore & WriteOffStore & ClaimStore;

export type ClosingStore = {
	/** Every version of the city's policy. */
	readonly policyVersions: () => Promise<CityPolicy[]>;
	/** What was agreed under the programmes of a city by a day, with the tranches that stood. */
	readonly fundedAllocations: (
		city: Book,
		axes: {readonly asOf: LocalDate; readonly knownAt?: Date},
	) => Promise<FundedAllocation[]>;

	readonly currentPortions: (city: Book, page: NumberPage) => Promise<CurrentPortion[]>;
	readonly lastCurrentPortion: (city: Book) => Promise<CurrentPortion | undefined>;
	readonly insertCurrentPortion: (city: Book, record: CurrentPortion) => Promise<void>;
	readonly provisions: (city: Book, page: NumberPage) => Promise<FundProvision[]>;
	readonly lastProvision: (city: Book) => Promise<FundProvision | undefined>;
	readonly insertProvision: (city: Book, record: FundProvision) => Promise<void>;
};

export type WriteOffStore = {
	readonly findWriteOff: (id: FundWriteOffId) => Promise<FundWriteOff | undefined>;
	/** By number. */
	readonly writeOffsOf: (allocation: AllocationId) => Promise<FundWriteOff[]>;
	readonly nextWriteOffNumber: (city: Book) => Promise<number>;
	readonly insertWriteOff: (city: Book, cooperative: Book, one: FundWriteOff) => Promise<void>;
	readonly insertDecision: (
		city: Book,
		id: FundWriteOffId,
		decision: WriteOffDecision,
	) => Promise<void>;
};

export type ClaimStore = {
	readonly findClaim: (id: FundClaimId) => Promise<FundClaim | undefined>;
	/** By number. */
	readonly listClaims: (query: ClaimQuery) => Promise<FundClaim[]>;
	readonly nextClaimNumber: (city: Book) => Promise<number>;
	readonly nextClaimReceipt: (city: Book) => Promise<number>;
	readonly insertClaim: (city: Book, cooperative: Book, claim: FundClaim) => Promise<void>;
	readonly insertInstalments: (
		city: Book,
		id: FundClaimId,
		instalments: readonly ClaimInstalment[],
	) => Promise<void>;
	readonly insertClaimEvent: (city: Book, id: FundClaimId, event: ClaimEvent) => Promise<void>;
};

export type ClaimQuery = NumberPage & {readonly city: Book; readonly allocation?: AllocationId};

export type CityWork = ProvisioningWork & {readonly city: CityStore};

export type NewCurrentPortion = {readonly book: BookCode; readonly balanceDate: LocalDate};

export type NewFundProvision = {
	readonly book: BookCode;
	/** The first day of the month. */
	readonly month: LocalDate;
};

export type NewWriteOff = Pick<
	FundWriteOff,
	| 'allocation'
	| 'step'
	| 'amount'
	| 'effectiveOn'
	| 'decree'
	| 'decreeOn'
	| 'councilDocument'
	| 'reason'
>;

export type NewWriteOffDecision = {
	readonly writeOff: FundWriteOffId;
	readonly reason: string;
};

export type NewRecovery = {
	readonly allocation: AllocationId;
	readonly document: string;
	readonly remittedOn: LocalDate;
	readonly amount: Rupiah;
	/** From where the money went: the cash box or the fund's bank account. */
	readonly method: 'cash' | 'bank';
};

export type NewClaim = {
	readonly allocation: AllocationId;
	readonly pengurus: PengurusId;
	readonly shortage: FundClaim['shortage'];
	readonly amount: Rupiah;
	readonly foundOn: LocalDate;
	readonly foundBy: string;
	readonly description: string;
};

/** A step of a claim: when, on what paper and why. */
export type ClaimStep = {
	readonly claim: FundClaimId;
	readonly occurredOn: LocalDate;
	readonly document: string;
	readonly reason: string;
};

export type NewStatement = ClaimStep & {
	readonly basis: ClaimBasis;
	readonly instalments: readonly Omit<ClaimInstalment, 'number'>[];
};

export type NewClaimPayment = ClaimStep & {readonly amount: Rupiah};

export type ClaimPaymentReversal = ClaimStep & {readonly receiptNumber: number};

export type WriteOffReversal = {
	readonly writeOff: FundWriteOffId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
