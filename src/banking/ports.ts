import type {CooperativeWork} from '../cooperatives/index.ts';
import type {
	AccountCode,
	BankAccountId,
	BankMatchId,
	BankRowId,
	BankStatementId,
	BookCode,
	CashCountId,
} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {BankAccount} from './bank-account.ts';
import type {CashCount, Denomination, Pieces} from './cash-count.ts';
import type {Link} from './continuity.ts';
import type {StatementFormat} from './format.ts';
import type {FreeLine, FreeRow, LineName, MatchRules, WantedMatch} from './matching.ts';
import type {KnownRow} from './recognition.ts';
import type {FileRow, GivenBalances, StatementRow} from './statement.ts';

export type BankingStore = ReferenceStore & StatementStore & MatchStore & CashCountStore;

export type ReferenceStore = {
	/** The newest version of every format, by code. */
	readonly listFormats: () => Promise<StatementFormat[]>;
	readonly insertFormat: (format: StatementFormat, at: Date) => Promise<void>;
	readonly matchRules: () => Promise<MatchRules>;
	readonly insertMatchRules: (rules: MatchRules, at: Date) => Promise<void>;
	/** What is money on a day, the largest first. */
	readonly denominations: (day: LocalDate) => Promise<Denomination[]>;
};

export type StatementStore = {
	readonly listBankAccounts: (book: Book) => Promise<BankAccount[]>;
	readonly insertBankAccount: (book: Book, account: BankAccount, at: Date) => Promise<void>;

	readonly listStatements: (book: Book, query: StatementQuery) => Promise<BankStatement[]>;
	readonly findStatement: (book: Book, id: BankStatementId) => Promise<BankStatement | undefined>;
	readonly statementFile: (book: Book, id: BankStatementId) => Promise<Buffer>;
	/** The movements that a statement shows, in the order of its file. */
	readonly statementRows: (
		book: Book,
		id: BankStatementId,
		query: {readonly after: number; readonly limit: number},
	) => Promise<ShownRow[]>;
	/** The statement of an account with a file's hash. */
	readonly findFile: (
		book: Book,
		account: BankAccountId,
		sha256: string,
	) => Promise<BankStatement | undefined>;
	readonly nextStatementNumber: (book: Book, account: BankAccountId) => Promise<number>;
	/** What is known of an account between two days: its movements, and what statements cover. */
	readonly knownRows: (
		book: Book,
		account: BankAccountId,
		days: {readonly from: LocalDate; readonly to: LocalDate},
	) => Promise<KnownRow[]>;
	readonly links: (book: Book, account: BankAccountId) => Promise<Link[]>;
	/** What a statement moves up to and including a day. */
	readonly movedUpTo: (book: Book, id: BankStatementId, day: LocalDate) => Promise<Rupiah>;
	readonly insertStatement: (
		book: Book,
		statement: BankStatement,
		content: Uint8Array,
		lines: readonly ImportedLine[],
	) => Promise<void>;
};

/** A statement that was kept, without its file and its movements. */
export type BankStatement = {
	readonly id: BankStatementId;
	readonly book: BookCode;
	readonly bankAccount: BankAccountId;
	readonly number: number;
	readonly format: Pick<StatementFormat, 'code' | 'version' | 'status'>;
	readonly name: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly opening: Rupiah;
	readonly closing: Rupiah;
	readonly rowCount: number;
	readonly importedAt: Date;
	readonly importedBy: string;
	/** By which the ledger was told of the closing balance; a day not over is not asserted. */
	readonly assertion?: number;
};

/** A movement in a line of a file: one that is known, or one that comes with it. */
export type ImportedLine = {
	readonly row: StatementRow;
	readonly id: BankRowId;
	readonly isNew: boolean;
	readonly occurrence: number;
};

/** A movement as a statement shows it. */
export type ShownRow = FileRow & {
	readonly position: number;
	readonly id: BankRowId;
	readonly balance: Rupiah;
	readonly match?: BankMatchId;
};

export type StatementQuery = {
	readonly bankAccount?: BankAccountId;
	readonly after?: {readonly at: string; readonly id: string};
	readonly limit: number;
};

export type MatchStore = {
	/** What only the bank has at the end of a day, the oldest first; ever, without one. */
	readonly freeRows: (book: Book, account: BankAccount, asOf?: LocalDate) => Promise<FreeRow[]>;
	readonly freeLines: (book: Book, account: BankAccount, asOf?: LocalDate) => Promise<FreeLine[]>;
	readonly insertMatches: (book: Book, matches: readonly BankMatch[]) => Promise<void>;
	readonly findMatch: (book: Book, id: BankMatchId) => Promise<BankMatch | undefined>;
	readonly listMatches: (book: Book, query: MatchQuery) => Promise<BankMatch[]>;
	readonly insertUnmatch: (book: Book, match: BankMatchId, undone: Undone) => Promise<void>;
};

/** That rows and lines are the same, and who or what found so. */
export type BankMatch = WantedMatch & {
	readonly id: BankMatchId;
	readonly bankAccount: BankAccountId;
	/** The rule that found it; a person did where there is none. */
	readonly rule?: {readonly kind: string; readonly version: number};
	readonly note?: string;
	readonly matchedAt: Date;
	readonly matchedBy: string;
	readonly undone?: Undone;
};

export type Undone = {readonly at: Date; readonly by: string; readonly reason: string};

export type MatchQuery = {
	readonly bankAccount: BankAccountId;
	readonly after?: {readonly at: string; readonly id: string};
	readonly limit: number;
};

export type CashCountStore = {
	readonly listCounts: (
		book: Book,
		query: {
			/** By number; the oldest first without it. */
			readonly order?: 'oldest-first' | 'newest-first';
			/** The number after which, in that order, it goes on; from the beginning without it. */
			readonly after?: number;
			readonly limit: number;
		},
	) => Promise<CashCount[]>;
	readonly findCount: (book: Book, id: CashCountId) => Promise<CashCount | undefined>;
	readonly nextCountNumber: (book: Book) => Promise<number>;
	readonly insertCount: (book: Book, count: CashCount) => Promise<void>;
	/** Whether anything was booked on the cash after an entry that counts by the end of a day. */
	readonly hasMovedSince: (
		book: Book,
		since: {readonly account: AccountCode; readonly entry: number; readonly day: LocalDate},
	) => Promise<boolean>;
	readonly insertWitness: (
		book: Book,
		count: CashCountId,
		witness: NonNullable<CashCount['witness']>,
	) => Promise<void>;
	readonly insertBooking: (
		book: Book,
		count: CashCountId,
		booking: NonNullable<CashCount['booking']>,
	) => Promise<void>;
};

export type BankingWork = CooperativeWork & {readonly banking: BankingStore};

export type NewStatement = {
	readonly book: BookCode;
	readonly bankAccount: BankAccountId;
	readonly format: string;
	readonly name: string;
	readonly contentBase64: string;
	readonly balances: GivenBalances;
};

export type NewMatch = {
	readonly book: BookCode;
	readonly bankAccount: BankAccountId;
	readonly rows: readonly BankRowId[];
	readonly lines: readonly LineName[];
	readonly note: string;
};

export type NewCount = {readonly book: BookCode; readonly pieces: readonly Pieces[]};
