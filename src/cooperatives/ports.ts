import type {
	AllocationId,
	AttachmentId,
	BookCode,
	CooperativeId,
	FundClaimId,
	LoanId,
	MemberAccountId,
	MemberId,
	NewId,
	PengurusId,
	TieId,
} from '../kernel/ids.ts';
import type {Kinship} from '../kernel/kinship.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {KelurahanCode, RegionCode} from '../kernel/region-code.ts';
import type {Book, LedgerWork} from '../ledger/index.ts';
import type {RegionWork} from '../regions/index.ts';
import type {Attachment, AttachmentOwner, File} from './attachment.ts';
import type {Cooperative} from './cooperative.ts';
import type {MemberAccount} from './member-account.ts';
import type {ErasureFacts, ProcessingPurpose, RetentionPolicy} from './erasure.ts';
import type {BookMember, Business, Member, MemberChanges} from './member.ts';
import type {PersonalAct} from './personal-data.ts';
import type {Office, Pengurus, Tie} from './pengurus.ts';

export type CooperativeStore = MemberStore &
	MemberAccountStore &
	PengurusStore &
	AttachmentStore & {
		readonly findCooperative: (id: CooperativeId) => Promise<Cooperative | undefined>;
		readonly findCooperativeByCode: (code: BookCode) => Promise<Cooperative | undefined>;
		readonly listCooperatives: (query: CooperativeQuery) => Promise<Cooperative[]>;
		readonly insertCooperative: (book: Book, cooperative: Cooperative) => Promise<void>;
	};

export type MemberStore = {
	readonly findMember: (id: MemberId) => Promise<BookMember | undefined>;
	readonly listMembers: (query: MemberQuery) => Promise<BookMember[]>;
	readonly nextMemberNumber: (book: Book) => Promise<number>;
	/** @throws DomainError `member/nik-duplicate`. */
	readonly insertMember: (book: Book, member: Member) => Promise<void>;
	readonly recordParticulars: (book: Book, member: Member) => Promise<void>;
	/** When and why a member left; nothing when they are a member after all. */
	readonly recordLeaving: (
		book: Book,
		member: MemberId,
		leaving: {readonly leftOn: LocalDate; readonly leftReason: string} | undefined,
	) => Promise<void>;
	readonly samePhone: (book: Book, member: MemberId) => Promise<SamePhone>;

	readonly erasureFacts: (book: Book, member: MemberId, on: LocalDate) => Promise<ErasureFacts>;
	/** The retention that is in force on a day, and for what data is processed. */
	readonly retentionPolicies: (on: LocalDate) => Promise<RetentionPolicy[]>;
	readonly processingPurposes: () => Promise<ProcessingPurpose[]>;
	/** All that is kept of a member, by table: every value as text, and opened where it is sealed. */
	readonly personalRecords: (book: Book, member: MemberId) => Promise<PersonalRecords>;
	/** The names of the keys that members are sealed with and that are not here. */
	readonly missingKeys: () => Promise<string[]>;
	/** @returns how many papers are kept because entries were sealed with them. */
	readonly eraseMember: (
		book: Book,
		member: MemberId,
		erasure: {readonly at: Date; readonly by: string},
	) => Promise<number>;

	readonly recordNikAttempt: (book: Book, attempt: NikAttempt) => Promise<void>;
	readonly listNikAttempts: (query: AttemptQuery) => Promise<KnownAttempt[]>;
};

export type MemberAccountStore = {
	readonly findMemberAccount: (id: MemberAccountId) => Promise<MemberAccount | undefined>;
	/** All that a member has and had, by beginning. */
	readonly listMemberAccounts: (member: MemberId) => Promise<MemberAccount[]>;
	readonly insertMemberAccount: (book: Book, account: MemberAccount, at: Date) => Promise<void>;
	readonly endMemberAccount: (book: Book, id: MemberAccountId, end: End) => Promise<void>;
};

export type PengurusStore = {
	readonly findPengurus: (id: PengurusId) => Promise<Pengurus | undefined>;
	/** The registry of these books, with whoever ended: by book, beginning and name. */
	readonly listPengurus: (books: readonly BookCode[]) => Promise<Pengurus[]>;
	readonly insertPengurus: (book: Book, one: Pengurus, at: Date) => Promise<void>;
	readonly endPengurus: (book: Book, id: PengurusId, end: End) => Promise<void>;
	readonly findTie: (id: TieId) => Promise<Tie | undefined>;
	readonly tiesOf: (members: readonly MemberId[]) => Promise<Tie[]>;
	readonly insertTie: (book: Book, tie: Tie, at: Date) => Promise<void>;
	readonly endTie: (book: Book, id: TieId, end: End) => Promise<void>;
};

export type AttachmentStore = {
	readonly listAttachments: (book: Book, owner: AttachmentOwner) => Promise<Attachment[]>;
	readonly findAttachment: (
		book: Book,
		owner: AttachmentOwner,
		id: AttachmentId,
	) => Promise<(Attachment & {readonly content: Buffer}) | undefined>;
	readonly insertAttachment: (book: Book, attachment: Attachment, file: File) => Promise<void>;
	/** Every paper that was sealed with an entry of a book, by entry. */
	readonly sealedPapers: (book: Book) => Promise<SealedPaper[]>;
};

/** A paper whose hash was sealed with an entry. */
export type SealedPaper = {
	readonly entry: number;
	readonly sha256: string;
	/** The book still keeps one of just that content. */
	readonly isKept: boolean;
};

export type CooperativeQuery = {
	readonly region?: RegionCode;
	readonly after: string;
	readonly limit: number;
};

export type PersonalRecords = Readonly<
	Record<string, readonly Readonly<Record<string, string | null>>[]>
>;

export type MemberQuery = {
	readonly book?: BookCode;
	readonly number?: number | undefined;
	/** In full, as anybody writes it; and of a name any part. */
	readonly nik?: string | undefined;
	readonly phone?: string | undefined;
	readonly name?: string | undefined;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

/** Who has the same phone: by name in one's own cooperative; elsewhere only that somebody has. */
export type SamePhone = {
	readonly members: readonly Pick<Member, 'id' | 'number' | 'name'>[];
	readonly isElsewhere: boolean;
};

/** That somebody tried to register a NIK that was taken. */
export type NikAttempt = {
	readonly id: string;
	readonly nik: string;
	readonly attemptedAt: Date;
	readonly attemptedBy: string;
};

/** An attempt as it was kept: without the NIK, and with the member where that is one's own. */
export type KnownAttempt = Omit<NikAttempt, 'nik'> & {
	readonly book: BookCode;
	readonly member?: Pick<Member, 'id' | 'number'>;
};

export type AttemptQuery = {
	readonly book?: BookCode;
	readonly after?: {readonly at: string; readonly id: string};
	readonly limit: number;
};

export type End = {readonly until: LocalDate; readonly at: Date; readonly by: string};

export type CooperativeWork = LedgerWork &
	RegionWork & {
		readonly cooperatives: CooperativeStore;
		readonly newId: NewId;
		readonly today: () => LocalDate;
		readonly timeZone: string;
		/** The book of a loan within the scope: loans are known above this room. */
		readonly loanBook: (loan: LoanId) => Promise<BookCode | undefined>;
		/** The city's book of a claim on a person, likewise. */
		readonly claimBook: (claim: FundClaimId) => Promise<BookCode | undefined>;
		/** The cooperative's book of an allocation, likewise. */
		readonly allocationBook: (allocation: AllocationId) => Promise<BookCode | undefined>;
		/** Puts what is done to somebody's data into the trail, with it or not at all. */
		readonly recordAct: (act: PersonalAct) => Promise<void>;
		/**
		 * The same in a transaction of its own, which has ended when this has: what was read stays in
		 * the trail.
		 */
		readonly recordActApart: (act: PersonalAct) => Promise<void>;
		/**
		 * Has something done in a transaction of its own if this one is refused, because what was
		 * tried must stay in the record though nothing came of it.
		 */
		readonly evenIfRefused: (run: (work: CooperativeWork) => Promise<void>) => void;
	};

export type NewCooperative = {
	readonly code: BookCode;
	readonly name: string;
	readonly form: Cooperative['form'];
	readonly legalNumber: string;
	readonly kelurahanCode: KelurahanCode;
	readonly openedOn: LocalDate;
};

export type NewMember = {
	readonly cooperative: BookCode;
	readonly nik: string;
	readonly name: string;
	readonly kelurahanCode: KelurahanCode;
	readonly address: string;
	readonly phone?: string;
	readonly business?: Business;
	readonly joinedOn: LocalDate;
};

export type MemberAmendment = MemberChanges & {readonly member: MemberId};

export type NewPengurus = {
	readonly cooperative: BookCode;
	readonly name: string;
	readonly nik: string;
	readonly office: Office;
	readonly since: LocalDate;
};

export type NewTie = {
	readonly member: MemberId;
	readonly pengurus: PengurusId;
	readonly relation: Kinship;
};

export type NewAttachment = {
	readonly owner: AttachmentOwner;
	readonly name: string;
	readonly contentBase64: string;
};
