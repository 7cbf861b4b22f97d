import type {
	BookCode,
	ClaimId,
	DepositMovementId,
	GroupId,
	LoanId,
	MemberId,
} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {Group, GroupChanges, GroupOffice, GroupShare, Membership} from './group.ts';
import type {Guarantor} from './guarantor.ts';
import type {
	Claim,
	ClaimMovement,
	DepositMovement,
	DepositPart,
	DepositState,
	NewClaim,
} from './joint-liability.ts';
import type {Loan, NewLoan, Repayment} from './loan.ts';
import type {NamedPart, PaymentFacts} from './payment.ts';
import type {SheetRow} from './sheet.ts';
import type {DomainError} from '../kernel/errors.ts';
import type {Excess, MoneyMethod, Way} from './method.ts';

/** What the groups of cooperatives, their deposits and claims ask of the database. */
export type GroupStore = GroupTables & GuarantorTable & CollectionTables & JointTables;

export type GroupTables = {
	readonly findGroup: (id: GroupId) => Promise<Group | undefined>;
	readonly listGroups: (query: GroupQuery) => Promise<Group[]>;
	readonly nextGroupNumber: (book: Book) => Promise<number>;
	/** @throws DomainError `lending/group-name-taken`. */
	readonly insertGroup: (book: Book, group: Group) => Promise<void>;
	readonly recordGroup: (book: Book, group: Group) => Promise<void>;

	/** Everybody who ever was in a group, in the order of their joining. */
	readonly memberships: (book: Book, group: GroupId) => Promise<Membership[]>;
	/** Every membership that a person ever had, in whichever group. */
	readonly membershipsOf: (book: Book, member: MemberId) => Promise<Membership[]>;
	readonly insertMembership: (book: Book, membership: Membership, by: string) => Promise<void>;
	/** Office and leaving of a running membership. */
	readonly recordMembership: (book: Book, membership: Membership) => Promise<void>;

	readonly insertGroupLoans: (
		book: Book,
		application: GroupApplicationRecord,
		loans: readonly {readonly loan: LoanId; readonly weight: number}[],
	) => Promise<void>;
	readonly groupLoans: (book: Book, group: GroupId) => Promise<GroupLoan[]>;
	/** The number of a loan of a group that a member applied for or still owes. */
	readonly openGroupLoan: (
		book: Book,
		group: GroupId,
		member: MemberId,
	) => Promise<number | undefined>;
};

export type GuarantorTable = {
	readonly guarantors: (book: Book, loan: LoanId) => Promise<Guarantor[]>;
	readonly insertGuarantor: (book: Book, loan: LoanId, guarantor: Guarantor) => Promise<void>;
	readonly recordRelease: (book: Book, loan: LoanId, guarantor: Guarantor) => Promise<void>;
};

export type CollectionTables = {
	/** What is known of loans of a book, in one reading; whichever are not there are left out. */
	readonly paymentFacts: (
		book: Book,
		of: {readonly loans: readonly LoanId[]} | {readonly member: MemberId},
	) => Promise<Map<LoanId, PaymentFacts>>;
	/** The running loans of a book as of a day, with who is to pay them. */
	readonly collectable: (book: Book, on: LocalDate, group?: GroupId) => Promise<CollectableLoan[]>;
	/** The last number of a receipt that was given; nought when none was. */
	readonly lastReceiptNumber: (book: Book) => Promise<number>;
	/** Takes the next so many numbers of receipts, each given a check code; the last of them. */
	readonly takeReceiptNumbers: (book: Book, count: number) => Promise<number>;
	readonly insertRepayments: (book: Book, repayments: readonly Repayment[]) => Promise<void>;
	/** Ends the loans of which these repayments paid the last, each with its event. */
	readonly settleLoans: (
		book: Book,
		repayments: readonly Repayment[],
		by: {readonly actor: string; readonly at: Date},
	) => Promise<void>;
};

export type JointTables = {
	readonly depositState: (book: Book, member: MemberId) => Promise<DepositState>;
	/** What each member of a group has in the deposit, by member. */
	readonly depositBalances: (book: Book, group: GroupId) => Promise<Map<MemberId, Rupiah>>;
	readonly depositMovements: (book: Book, group: GroupId) => Promise<DepositMovement[]>;
	readonly findDepositMovement: (
		book: Book,
		id: DepositMovementId,
	) => Promise<{readonly movement: DepositMovement; readonly isReversed: boolean} | undefined>;
	/** The movements of an entry that were not taken back. */
	readonly depositMovementsOf: (book: Book, entryNumber: number) => Promise<DepositMovement[]>;
	readonly insertDepositMovement: (book: Book, movement: DepositMovement) => Promise<void>;

	readonly findClaim: (
		id: ClaimId,
	) => Promise<{readonly claim: Claim; readonly book: BookCode} | undefined>;
	readonly listClaims: (query: ClaimQuery) => Promise<(Claim & {readonly book: BookCode})[]>;
	readonly claimsOfEntry: (book: Book, entryNumber: number) => Promise<Claim[]>;
	readonly insertClaim: (book: Book, claim: NewClaim) => Promise<void>;
	readonly claimMovements: (
		book: Book,
		claim: ClaimId,
	) => Promise<(ClaimMovement & {readonly isReversed: boolean})[]>;
	readonly insertClaimMovement: (book: Book, movement: ClaimMovement) => Promise<void>;
	/** What the ledger says that a member has as a deposit with the cooperative (titipan). */
	readonly memberDeposit: (book: Book, member: MemberId) => Promise<Rupiah>;
	/**
	 * The least that members have on a day or any later one, by `member/fund`: what may be taken as
	 * of that day.
	 */
	readonly depositsFrom: (
		book: Book,
		members: readonly MemberId[],
		since: LocalDate,
	) => Promise<Map<string, Rupiah>>;
};

export type GroupQuery = {
	readonly book?: BookCode;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

export type ClaimQuery = {
	readonly book?: BookCode;
	readonly loan?: LoanId;
	readonly payer?: MemberId;
	readonly after?: {readonly book: string; readonly id: string};
	readonly limit: number;
};

export type GroupApplicationRecord = {
	readonly id: string;
	readonly group: GroupId;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly appliedOn: LocalDate;
	readonly appliedBy: string;
};

/** A loan of a group, with what it is a share of. */
export type GroupLoan = {
	readonly loan: Loan;
	readonly application: string;
	readonly weight: number;
};

export type CollectableLoan = PaymentFacts & {
	readonly memberNumber: number;
	readonly memberName: string;
};

export type NewGroup = {
	readonly cooperative: BookCode;
	readonly name: string;
	readonly formedOn: LocalDate;
	readonly meetingDay?: number;
	readonly meetingPlace?: string;
};

export type GroupAmendment = GroupChanges & {readonly group: GroupId};

export type Joining = {
	readonly group: GroupId;
	readonly member: MemberId;
	readonly joinedOn: LocalDate;
	readonly office?: GroupOffice;
};

export type Leaving = {
	readonly group: GroupId;
	readonly member: MemberId;
	readonly leftOn: LocalDate;
	readonly reason: string;
};

/** What a group applies for at once: the terms that its members' loans have in common. */
export type GroupApplication = Omit<NewLoan, 'member' | 'product'> & {
	readonly group: GroupId;
	readonly product?: string;
	readonly shares: readonly GroupShare[];
};

export type CollectionSheet = Way & {
	readonly cooperative: BookCode;
	readonly paidOn: LocalDate;
	/** A row that could not be read stands as what was wrong with it. */
	readonly rows: readonly (SheetRow | DomainError)[];
};

export type MemberPayment = Way & {
	readonly member: MemberId;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly parts?: readonly NamedPart[];
	readonly excess?: Excess;
};

/** What a member pays on another's loan. */
export type JointPayment = {
	readonly loan: LoanId;
	readonly payer: MemberId;
	readonly paidOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
};

export type NewDeposit = {
	readonly group: GroupId;
	readonly member: MemberId;
	readonly receivedOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
};

export type DepositWithdrawal = {
	readonly group: GroupId;
	readonly member: MemberId;
	readonly withdrawnOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
	readonly document: string;
};

export type DepositPayment = {
	readonly group: GroupId;
	readonly loan: LoanId;
	readonly paidOn: LocalDate;
	/** How the money that was kept for the members comes to the fund. */
	readonly method: MoneyMethod;
	/** The minutes in which the group decided it. */
	readonly document: string;
	readonly parts: readonly DepositPart[];
};

export type ClaimPayment = {
	readonly claim: ClaimId;
	readonly paidOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
};

/** Taking back what moved a deposit or a claim. */
export type JointReversal = {
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
