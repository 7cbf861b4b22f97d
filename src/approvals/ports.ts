import type {IdentityWork} from '../identity/index.ts';
import type {BookCode, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Permission} from '../kernel/permission.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {PastWrite} from './effect.ts';
import type {AmountLimit} from './limit.ts';
import type {Decision, PendingCommand, PendingStatus, SentCommand} from './pending.ts';
import type {ApprovalPolicy} from './policy.ts';
import type {Separation, UserTie} from './separation.ts';
import type {Write} from './write.ts';

/** What approvals ask of their database, within one transaction. */
export type ApprovalStore = {
	/** Every version of every policy, by write and version. */
	readonly policies: () => Promise<ApprovalPolicy[]>;
	/** Holds the policies until the transaction ends, so that versions follow one another. */
	readonly lockPolicies: () => Promise<void>;
	readonly insertPolicy: (policy: ApprovalPolicy) => Promise<void>;
	/** The writes of the past that a policy of a write may mean, page by page. */
	readonly writesBetween: (asked: WritesAsked) => Promise<WritesPage>;

	readonly insert: (pending: PendingCommand) => Promise<void>;
	readonly find: (id: string) => Promise<PendingCommand | undefined>;
	/** Held until the transaction ends, so that one of two who decide comes second. */
	readonly lock: (id: string) => Promise<PendingCommand | undefined>;
	readonly list: (query: PendingQuery) => Promise<PendingCommand[]>;
	/** With the next version. */
	readonly change: (pending: PendingCommand) => Promise<void>;
	readonly decide: (
		id: string,
		status: Exclude<PendingStatus, 'pending'>,
		decision: Decision,
	) => Promise<void>;
	/** Which of these books the transaction's scope reaches, in their order. */
	readonly booksInScope: (books: readonly BookCode[]) => Promise<BookCode[]>;
	/** Where cooperatives lie, by their codes; what is no cooperative is left out. */
	readonly regionsOf: (codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** Up to which amount who gives a command. */
export type LimitStore = {
	/** Every version of every limit. */
	readonly limits: () => Promise<AmountLimit[]>;
	/** Every version of those of these users, and of the roles that they have now. */
	readonly limitsOf: (userNames: readonly string[]) => Promise<AmountLimit[]>;
	readonly insertLimit: (limit: AmountLimit) => Promise<void>;
};

/** Which duties are kept apart, and of whom users are kin. */
export type SeparationStore = {
	/** Every version of every pair. */
	readonly versions: () => Promise<Separation[]>;
	readonly insertSeparation: (separation: Separation) => Promise<void>;
	/** All that were ever recorded in a book. */
	readonly ties: (book: BookCode) => Promise<UserTie[]>;
	readonly findTie: (id: string) => Promise<UserTie | undefined>;
	/** That holds between one of these users and a member. */
	readonly standingTie: (
		userNames: readonly string[],
		member: MemberId,
	) => Promise<UserTie | undefined>;
	readonly insertTie: (tie: UserTie) => Promise<void>;
	readonly endTie: (id: string, by: string, at: Date) => Promise<void>;
};

type PlaceOfWrite = {readonly book: number; readonly number: number};

/** By when they were recorded, on the calendar of their book; both days whole. */
export type WritesAsked = {
	readonly write: string;
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly after?: PlaceOfWrite;
	readonly limit: number;
};

export type WritesPage = {
	readonly writes: readonly PastWrite[];
	/** After which there are more. */
	readonly next?: PlaceOfWrite;
};

export type PendingQuery = {
	readonly status?: PendingStatus;
	readonly book?: BookCode;
	/** Those of these permissions, and those that this user made. */
	readonly permissions: readonly Permission[];
	readonly makerId: string;
	readonly after?: {readonly madeAt: string; readonly id: string};
	readonly limit: number;
};

/** A command that its route has recognised. */
export type Recognised = {
	readonly command: string;
	readonly permission: Permission;
};

/**
 * How a command that was sent is carried out again, by whom and under whose eyes. Only who composes
 * the service knows the routes.
 */
export type CommandPort = {
	/** The route that a command is of. @throws DomainError `approval/moved`. */
	readonly recognise: (sent: SentCommand) => Recognised;
	/** Carries it out as its maker and takes it all back: what it would write. */
	readonly preview: (sent: SentCommand, maker: Maker) => Promise<Write[]>;
	/** Carries it out as its maker, once, under an approval of this transaction. */
	readonly perform: (pending: PendingCommand) => Promise<{status: number; body: unknown}>;
};

export type Maker = PendingCommand['maker'] & {
	readonly origin?: {readonly requestId: string; readonly address: string};
};

/** What every command and query of approvals works with. */
export type ApprovalWork = IdentityWork & {
	readonly approvals: ApprovalStore;
	readonly separations: SeparationStore;
	readonly limits: LimitStore;
	readonly commands: CommandPort;
	readonly today: () => LocalDate;
};

/** Who checks: what they may do where. */
export type Checker = {
	readonly actor: ApprovalWork['actor'];
	readonly scopeFor: (permission: Permission) => CallerScope | undefined;
};
