import type {CooperativeWork} from '../cooperatives/index.ts';
import type {
	AccountCode,
	AllocationId,
	AttachmentId,
	BookCode,
	ProgrammeId,
	ProposalId,
} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import type {Rate} from '../kernel/rate.ts';
import type {AccountClass, Book} from '../ledger/index.ts';
import type {Allocation, Remittance, Tranche} from './allocation.ts';
import type {CityShare, CitySharePayment} from './city-share.ts';
import type {AllocationEnding} from './ending.ts';
import type {PaidFrom} from './entries.ts';
import type {FundReturn, Reallocation} from './fund-return.ts';
import type {Collected} from './not-remitted.ts';
import type {Programme} from './programme.ts';
import type {Proposal, ProposalDecision} from './proposal.ts';

export type FundStore = ProposalStore & {
	readonly findProgramme: (code: string) => Promise<Programme | undefined>;
	readonly getProgrammeOf: (of: Pick<Allocation, 'programmeId'>) => Promise<Programme>;
	readonly listProgrammes: () => Promise<Programme[]>;
	readonly insertProgramme: (cityBook: Book, programme: Programme) => Promise<void>;

	readonly findAllocation: (id: AllocationId) => Promise<Allocation | undefined>;
	readonly listAllocations: (query: AllocationQuery) => Promise<Allocation[]>;
	/** What all cooperatives together have been allocated for a kelurahan under a programme. */
	readonly allocatedTo: (programme: ProgrammeId, kelurahan: KelurahanCode) => Promise<Rupiah>;
	readonly hasAgreement: (book: Book, agreementNumber: string) => Promise<boolean>;
	readonly insertAllocation: (book: Book, allocation: Allocation) => Promise<void>;

	readonly tranches: (allocation: Allocation) => Promise<Tranche[]>;
	readonly insertTranche: (book: Book, city: Book, tranche: Tranche) => Promise<void>;
	readonly remittances: (allocation: Allocation) => Promise<Remittance[]>;
	readonly insertRemittance: (book: Book, city: Book, remittance: Remittance) => Promise<void>;
	readonly returns: (allocation: Allocation) => Promise<FundReturn[]>;
	readonly insertReturn: (book: Book, city: Book, one: FundReturn) => Promise<void>;
	/** What was moved on from an allocation, or to it. */
	readonly reallocations: (allocation: Allocation) => Promise<Reallocation[]>;
	readonly insertReallocation: (from: Book, to: Book, one: Reallocation) => Promise<void>;
	readonly findEnding: (allocation: Allocation) => Promise<AllocationEnding | undefined>;
	readonly insertEnding: (book: Book, ending: AllocationEnding, at: Date) => Promise<void>;

	readonly shares: (allocation: Allocation) => Promise<CityShare[]>;
	readonly insertShare: (book: Book, city: Book, one: CityShare) => Promise<void>;
	readonly sharePayments: (allocation: Allocation) => Promise<CitySharePayment[]>;
	readonly insertSharePayment: (book: Book, city: Book, one: CitySharePayment) => Promise<void>;

	/** What the accounts of a book hold of a fund by the end of a day, debits less credits. */
	readonly fundBalances: (book: Book, fund: AllocationId, on: LocalDate) => Promise<FundBalance[]>;
	/** Payments of members by the end of a day that stand, with the principal in them. */
	readonly collected: (book: Book, fund: AllocationId, on: LocalDate) => Promise<Collected[]>;
};

export type ProposalStore = {
	readonly findProposal: (id: ProposalId) => Promise<Proposal | undefined>;
	readonly listProposals: (query: ProposalQuery) => Promise<Proposal[]>;
	readonly hasProposal: (book: Book, document: string) => Promise<boolean>;
	readonly insertProposal: (book: Book, proposal: Proposal, at: Date) => Promise<void>;
	readonly insertProposalDecision: (
		book: Book,
		proposal: ProposalId,
		decision: ProposalDecision,
		at: Date,
	) => Promise<void>;
};

export type FundBalance = {
	readonly account: AccountCode;
	readonly class: AccountClass;
	readonly balance: Rupiah;
};

export type ProposalQuery = {
	readonly book?: BookCode;
	/** Only those that wait for a decision. */
	readonly isOpen?: boolean;
	readonly after?: {readonly book: string; readonly id: string};
	readonly limit: number;
};

export type AllocationQuery = {
	readonly book?: BookCode;
	readonly kelurahan?: KelurahanCode;
	readonly after?: {readonly book: string; readonly id: string};
	readonly limit: number;
};

export type FundWork = CooperativeWork & {readonly fund: FundStore};

/** Without a share the city asks for none of what its money earns. */
export type NewProgramme = Omit<Programme, 'id' | 'cityShare'> & {readonly cityShare?: Rate};

export type NewProposal = {
	readonly programme: string;
	readonly cooperative: BookCode;
	readonly kelurahanCode: KelurahanCode;
	readonly amount: Rupiah;
	readonly purpose: string;
	readonly document: string;
	readonly proposedOn: LocalDate;
};

export type NewAllocation = {
	readonly programme: string;
	readonly cooperative: BookCode;
	readonly kelurahanCode: KelurahanCode;
	readonly agreementNumber: string;
	readonly agreedOn: LocalDate;
	readonly amount: Rupiah;
	/** The programme's terms where the agreement does not say otherwise. */
	readonly tenorMonths?: number;
	readonly graceMonths?: number;
	readonly proposal?: ProposalId;
};

/** What proves a move of money, kept in the cooperative's book and sealed with its entry there. */
type Proved = {readonly attachments?: readonly AttachmentId[] | undefined};

export type NewTranche = {
	readonly allocation: AllocationId;
	readonly document: string;
	readonly budgetYear: number;
	readonly receivedOn: LocalDate;
	readonly amount: Rupiah;
} & Proved;

export type NewRemittance = {
	readonly allocation: AllocationId;
	readonly document: string;
	readonly remittedOn: LocalDate;
	readonly amount: Rupiah;
	/** From where the money went: the cash box or the fund's bank account. */
	readonly method: PaidFrom;
} & Proved;

export type NewReturn = {
	readonly allocation: AllocationId;
	readonly document: string;
	readonly returnedOn: LocalDate;
	readonly amount: Rupiah;
} & Proved;

export type NewReallocation = {
	readonly from: AllocationId;
	readonly to: AllocationId;
	/** The order to pay (SP2D) under which the city pays it out again. */
	readonly document: string;
	readonly budgetYear: number;
	readonly movedOn: LocalDate;
	readonly amount: Rupiah;
	readonly reason: string;
};

export type NewSharePayment = Omit<NewRemittance, 'remittedOn'> & {readonly paidOn: LocalDate};

export type FundReversal = {
	readonly allocation: AllocationId;
	/** The identity of the tranche or remittance. */
	readonly operation: string;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
