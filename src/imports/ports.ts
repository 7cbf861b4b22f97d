import type {Write} from '../approvals/index.ts';
import type {DomainError} from '../kernel/errors.ts';
import type {AllocationId, BookCode, GroupId, LoanId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {LendingWork} from '../lending/index.ts';
import type {SavingsWork} from '../savings/index.ts';
import type {ImportFinding} from './finding.ts';
import type {Import, ImportStatus, Person, StoppedRow, Undo} from './import.ts';
import type {ImportKind} from './kind.ts';
import type {StatedBalance} from './opening.ts';
import type {Preview} from './preview.ts';
import type {StagedRow} from './reading.ts';

/** Imports and what they look up, within one transaction. */
export type ImportStore = ImportTable &
	StagingTables &
	PostingTables &
	LookUpTables &
	OpeningTables;

/** What of an import changes while it takes its steps. */
export type ImportChange = {
	readonly status?: ImportStatus;
	readonly rows?: number;
	readonly rowsKnown?: number;
	readonly rowsPosted?: number;
	readonly findingCount?: number;
	readonly progress?: number;
	readonly attempts?: number;
	readonly preview?: Preview;
	/** Hexadecimal. */
	readonly previewDigest?: string;
	readonly checkedAt?: Date;
	readonly decision?: {readonly by: Person; readonly at: Date; readonly reason?: string};
	readonly stoppedAt?: StoppedRow | null;
	readonly postedAt?: Date;
	readonly undo?: Omit<Undo, 'undoneAt'>;
	readonly undoneAt?: Date;
};

export type ImportTable = {
	/** Keeps an upload with its file, and puts its check into the queue: all or nothing. */
	readonly insertImport: (book: Book, one: Import, content: Buffer) => Promise<void>;
	/** Undefined where there is none in the book; held until the transaction ends where asked for. */
	readonly findImport: (
		book: Book,
		id: string,
		isHeld?: 'held',
	) => Promise<(Import & {readonly attempts: number}) | undefined>;
	/** The book of an import, for whoever works on it. */
	readonly bookOfImport: (id: string) => Promise<BookCode | undefined>;
	/** The newest first. */
	readonly listImports: (
		book: Book,
		page: {
			readonly kinds: readonly ImportKind[];
			readonly before?: string;
			readonly limit: number;
		},
	) => Promise<Import[]>;
	/** Imports of the same file that have not ended. */
	readonly findSameFile: (
		book: Book,
		kind: ImportKind,
		sha256: string,
	) => Promise<Import | undefined>;
	readonly changeImport: (book: Book, id: string, change: ImportChange) => Promise<void>;
	/** Has a worker go on with it. */
	readonly enqueueImport: (id: string) => Promise<void>;
	/** The file as it was uploaded; undefined once it was forgotten. */
	readonly importFile: (book: Book, id: string) => Promise<Buffer | undefined>;
	/** Forgets what was uploaded by imports that ended before a moment; how many those were. */
	readonly forgetImports: (endedBefore: Date, at: Date) => Promise<number>;
};

/** A staged row with its place in the file's order. */
export type NumberedRow = StagedRow & {readonly number: number};

/** Where a row stands, and which row it is about. */
export type RowPlace = {readonly sheet: string; readonly row: number; readonly number: number};

export type StagingTables = {
	readonly clearStaged: (book: Book, id: string) => Promise<void>;
	readonly addRows: (book: Book, one: Import, rows: readonly NumberedRow[]) => Promise<void>;
	readonly addFindings: (
		book: Book,
		id: string,
		findings: readonly ImportFinding[],
	) => Promise<void>;
	readonly listFindings: (
		book: Book,
		id: string,
		page: {readonly after: number; readonly limit: number},
	) => Promise<(ImportFinding & {readonly number: number})[]>;
	readonly countFindings: (book: Book, id: string) => Promise<number>;
	/** Rows that are the same as one before them in the file, which is named. */
	readonly repeatedRows: (
		book: Book,
		id: string,
	) => Promise<(RowPlace & {readonly first: number})[]>;
	/**
	 * Marks the rows that an earlier import posted as they are, and tells of those that it posted
	 * with other content. @returns how many are known, and where they differ.
	 */
	readonly recogniseRows: (
		book: Book,
		one: Import,
	) => Promise<{
		readonly known: number;
		readonly differing: readonly (RowPlace & {readonly import: string})[];
	}>;
	/** Rows that belong to none of this import and none that was posted before. */
	readonly orphanRows: (book: Book, one: Import) => Promise<NumberedRow[]>;
	/** All rows of a part, in the order of the file. */
	readonly listRows: (
		book: Book,
		id: string,
		page: {readonly after: number; readonly limit: number},
	) => Promise<NumberedRow[]>;
};

/** Where a page of rows in the order of posting ended. */
export type PostingPlace = {readonly order: string; readonly number: number};

export type PostingTables = {
	/** Rows that are not posted yet, in the order of posting. */
	readonly rowsToPost: (
		book: Book,
		id: string,
		page: {readonly after?: PostingPlace; readonly limit: number},
	) => Promise<(NumberedRow & {readonly order: string})[]>;
	readonly markPosted: (
		book: Book,
		id: string,
		posted: readonly {readonly number: number; readonly target?: string}[],
	) => Promise<void>;
	/** Posted rows, the last one first. */
	readonly rowsToUndo: (
		book: Book,
		id: string,
		page: {readonly before?: number; readonly limit: number},
	) => Promise<(NumberedRow & {readonly target?: string; readonly postOrder: number})[]>;
	readonly markUndone: (book: Book, id: string, numbers: readonly number[]) => Promise<void>;
	/** What a row of a kind became, in whichever import; undefined where it was posted in none. */
	readonly postedTarget: (book: Book, kind: ImportKind, key: string) => Promise<string | undefined>;
};

export type KnownMember = {
	readonly id: MemberId;
	readonly number: number;
	readonly name: string;
	readonly joinedOn: LocalDate;
	readonly leftOn?: LocalDate;
};

/** Questions about many at once. */
export type LookUpTables = {
	/** Which of these are registered, by NIK; the member's number where they are in this book. */
	readonly takenNiks: (
		book: Book,
		niks: readonly string[],
	) => Promise<ReadonlyMap<string, {readonly number?: number}>>;
	readonly knownKelurahan: (codes: readonly string[]) => Promise<ReadonlySet<string>>;
	readonly membersByNumber: (
		book: Book,
		numbers: readonly number[],
	) => Promise<ReadonlyMap<number, KnownMember>>;
	/** By the number of the agreement. */
	readonly fundsByAgreement: (book: Book) => Promise<ReadonlyMap<string, AllocationId>>;
	readonly runningLoans: (
		book: Book,
		numbers?: readonly number[],
	) => Promise<
		ReadonlyMap<
			number,
			{readonly id: LoanId; readonly name: string; readonly disbursedOn: LocalDate}
		>
	>;
	readonly groupsByName: (book: Book) => Promise<ReadonlyMap<string, GroupId>>;
	/** For a sheet of look-ups: the first members by number, and the kelurahan around. */
	readonly listMembersOf: (book: Book, limit: number) => Promise<KnownMember[]>;
	readonly kelurahanAround: (
		book: Book,
	) => Promise<{readonly code: string; readonly name: string}[]>;
	readonly productCodes: (book: Book) => Promise<{readonly code: string; readonly name: string}[]>;
	/** What a member has that keeps them from being taken back: loans or a group. */
	readonly memberTies: (book: Book, member: MemberId) => Promise<string | undefined>;
};

export type OpeningRecord = {
	readonly import: string;
	readonly cutOffOn: LocalDate;
	readonly document: string;
	readonly entryNumber: number;
	readonly controls: {
		readonly debit: Rupiah;
		readonly credit: Rupiah;
		readonly loansPrincipal: Rupiah;
	};
	readonly preparedBy: string;
	readonly approvedBy: string;
	readonly recordedAt: Date;
	readonly reversedBy?: number;
};

export type OpeningTables = {
	/** The opening balances that stand. */
	readonly standingOpening: (book: Book) => Promise<OpeningRecord | undefined>;
	readonly insertOpening: (
		book: Book,
		opening: OpeningRecord,
		lines: readonly StatedBalance[],
	) => Promise<void>;
	readonly recordOpeningReversed: (
		book: Book,
		importId: string,
		reversedBy: number,
	) => Promise<void>;
};

/** The work of a person within this transaction: entries bear their name. */
export type AsPerson = (person: Person) => ImportWork;

/** How steps are taken in the names of those who uploaded and approved. */
export type ImportSteps = {
	readonly as: AsPerson;
	/**
	 * Takes steps to see what they write, each with every law checked at its end, and takes all of
	 * them back. What a step is refused harms no other.
	 */
	readonly trial: (
		see: (write: Write) => void,
		run: (
			attempt: (step: (as: AsPerson) => Promise<void>) => Promise<DomainError | undefined>,
		) => Promise<void>,
	) => Promise<void>;
};

export type ImportWork = LendingWork &
	SavingsWork & {readonly imports: ImportStore; readonly steps: ImportSteps};
