import type {CooperativeWork} from '../cooperatives/index.ts';
import type {AllocationId, BookCode, ProgrammeId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import type {Book} from '../ledger/index.ts';
import type {Allocation, Remittance, Tranche} from './allocation.ts';
import type {Programme} from './programme.ts';

export type FundStore = {
	readonly findProgramme: (code: string) => Promise<Programme | undefined>;
	readonly getProgrammeOf: (allocation: Allocation) => Promise<Programme>;
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
};

export type AllocationQuery = {
	readonly book?: BookCode;
	readonly kelurahan?: KelurahanCode;
	readonly after?: {readonly book: string; readonly id: string};
	readonly limit: number;
};

export type FundWork = CooperativeWork & {readonly fund: FundStore};

export type NewProgramme = Omit<Programme, 'id'>;

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
};

export type NewTranche = {
	readonly allocation: AllocationId;
	readonly document: string;
	readonly budgetYear: number;
	readonly receivedOn: LocalDate;
	readonly amount: Rupiah;
};

export type NewRemittance = {
	readonly allocation: AllocationId;
	readonly document: string;
	readonly remittedOn: LocalDate;
	readonly amount: Rupiah;
	/** From where the money went: the cash box or the fund's bank account. */
	readonly method: 'cash' | 'bank';
};

export type FundReversal = {
	readonly allocation: AllocationId;
	/** The identity of the tranche or remittance. */
	readonly operation: string;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
