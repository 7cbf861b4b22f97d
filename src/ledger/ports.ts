import type {Actor} from '../kernel/actor.ts';
import type {AccountCode, AttachmentId, BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {RegionCode} from '../kernel/region-code.ts';
import type {Signer} from '../kernel/signer.ts';
import type {Account} from './account.ts';
import type {AssertionStore} from './assertion-ports.ts';
import type {Book, Tip} from './book.ts';
import type {EntryDraft, Line} from './entry.ts';
import type {SealedEntry} from './hash-chain.ts';
import type {PeriodStore} from './period-ports.ts';
import type {HeldBook} from './posting.ts';
import type {FloorDifference, SealedText, TotalsDifference} from './verify.ts';

/** What the ledger asks of its database, within one transaction. */
export type LedgerStore = BookStore & PeriodStore & AssertionStore;

/** Books, charts and journals. */
export type BookStore = {
	/** The books with these codes that are within the scope of this transaction, by code. */
	readonly findBooks: (codes: readonly BookCode[]) => Promise<Map<BookCode, Book>>;
	/** The book with a code, if it is within the scope of this transaction. */
	readonly findBook: (code: BookCode) => Promise<Book | undefined>;
	readonly listBooks: () => Promise<Book[]>;
	readonly insertBook: (book: Omit<Book, 'id'>) => Promise<Book>;
	/** Adds a book to the scope of this transaction: the mirror side of an operation, a new book. */
	readonly includeBook: (code: BookCode) => Promise<Book>;
	readonly isCodeTaken: (code: BookCode) => Promise<boolean>;

	/** The book's chart, or only the accounts named. */
	readonly accounts: (
		book: Book,
		codes?: readonly AccountCode[],
	) => Promise<Map<AccountCode, Account>>;
	readonly insertAccounts: (book: Book, accounts: readonly Account[]) => Promise<void>;

	/** Holds the book's tip until the transaction ends: one writer at a time per book. */
	readonly lockTip: (book: Book) => Promise<Tip>;
	/** The tip as it stands, without holding it. */
	readonly readTip: (book: Book) => Promise<Tip>;
	/** The journal as it was sealed, by number. */
	readonly sealedTexts: (
		book: Book,
		query: {readonly after: number; readonly limit: number},
	) => Promise<SealedText[]>;
	/** The sealed texts of these entries, by number. */
	readonly sealedTextsOf: (book: Book, numbers: readonly number[]) => Promise<Map<number, string>>;
	/**
	 * Entries, after a number and up to another or to the end, whose columns or lines are not what
	 * was sealed; and lines of entries that do not exist.
	 */
	readonly contentDifferences: (
		book: Book,
		range: {readonly after: number; readonly to: number | undefined},
	) => Promise<number[]>;
	/** Totals of days and of sealed months that are not the sums of their lines. */
	readonly totalsDifferences: (book: Book) => Promise<TotalsDifference[]>;
	/** Kept floor balances that are not the sums of their lines. */
	readonly floorDifferences: (book: Book) => Promise<FloorDifference[]>;
	readonly floorBalances: (book: Book, lines: readonly Line[]) => Promise<Map<string, Rupiah>>;
	/**
	 * Holds the tips of all books, cooperatives before cities, and tells what has to be known to
	 * judge these drafts.
	 */
	readonly hold: (books: readonly Book[], drafts: readonly EntryDraft[]) => Promise<HeldBook[]>;
	/** Puts sealed entries into their journals, in their order, all at once. */
	readonly append: (
		books: ReadonlyMap<BookCode, Book>,
		entries: readonly SealedEntry[],
	) => Promise<void>;
	/** The number of the last entry that was recorded at or before a moment; 0 for none. */
	readonly numberAt: (book: Book, moment: Date) => Promise<number>;
	/** Seals every month of a book that was over before a day; how many that were. */
	readonly sealMonths: (book: Book, before: LocalDate) => Promise<number>;
	/** Makes the totals of a book anew from its lines. */
	readonly rebuildTotals: (book: Book) => Promise<void>;
	/** What was debited and credited, by account, fund and kind, as one question. */
	readonly turnovers: (
		book: Book,
		query: {readonly asOf: LocalDate; readonly knownAt?: Date; readonly account?: AccountCode},
	) => Promise<Turnover[]>;

	readonly findEntry: (book: Book, number: number) => Promise<SealedEntry | undefined>;
	readonly listEntries: (book: Book, query: EntryQuery) => Promise<SealedEntry[]>;
	readonly findReversalOf: (book: Book, number: number) => Promise<number | undefined>;
	readonly accountLines: (
		book: Book,
		account: AccountCode,
		query: LineQuery,
	) => Promise<PostedLine[]>;
};

/** What one account was moved by for one fund and by one kind of entry. */
export type Turnover = {
	readonly account: AccountCode;
	readonly fund?: string;
	readonly kind: string;
	readonly debits: Rupiah;
	readonly credits: Rupiah;
};

export type EntryQuery = {
	readonly after: number;
	readonly limit: number;
	readonly from?: LocalDate;
	readonly to?: LocalDate;
};

export type LineQuery = {
	readonly from?: LocalDate;
	readonly to?: LocalDate;
	readonly limit: number;
	readonly after?: {readonly number: number; readonly line: number};
};

/** A line as it stands in the journal, with what its entry says. */
export type PostedLine = Line & {
	readonly entryNumber: number;
	readonly lineNumber: number;
	readonly effectiveOn: LocalDate;
	readonly kind: string;
	readonly reason: string;
	readonly document: string;
};

/** What every command of the ledger works with: one transaction's store, who acts and when. */
export type LedgerWork = {
	readonly ledger: LedgerStore;
	readonly actor: Actor;
	readonly now: () => Date;
	readonly signer: Signer;
	/** The SHA-256 of papers that a book keeps, by identity: papers are known above this room. */
	readonly paperHashes: (
		book: BookCode,
		papers: readonly AttachmentId[],
	) => Promise<ReadonlyMap<AttachmentId, string>>;
};

export type NewBook = {
	readonly code: BookCode;
	readonly kind: Book['kind'];
	readonly name: string;
	readonly regionCode: RegionCode;
	readonly openedOn: LocalDate;
	readonly timeZone: string;
};
