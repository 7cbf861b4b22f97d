import type {Readable} from 'node:stream';
import type {Language} from '../kernel/errors.ts';
import type {AccountCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Book, Side} from '../ledger/index.ts';
import type {AccountSpan, LedgerLine} from './general-ledger.ts';
import type {JournalLine, JournalTotals} from './journal.ts';
import type {Turnover} from './turnover.ts';

/** Which lines of a book are meant; without any of these, all. */
export type LineFilter = {
	readonly accounts?: readonly AccountCode[];
	readonly kinds?: readonly string[];
	readonly exceptKinds?: readonly string[];
	readonly side?: Side;
	readonly fund?: string;
	readonly loan?: string;
	readonly member?: string;
};

/** Between which days, and up to which entry: the last that was known. */
export type LineRange = {
	readonly from: LocalDate;
	readonly asOf: LocalDate;
	readonly upTo: number;
	readonly knownAt?: Date;
};

export type LineQuestion = LineFilter & LineRange;

/** After which line a page of the general ledger goes on. */
export type LinePosition = {
	readonly account: AccountCode;
	readonly effectiveOn: LocalDate;
	readonly number: number;
	readonly line: number;
};

/** In which language names are. */
export type JournalWords = {readonly language: Language};

/** And what stands before and after the lines of an account. */
export type LedgerWords = JournalWords & {readonly opening: string; readonly closing: string};

/** What comes before and after all rows of a CSV file. */
export type Frame = {readonly head: string; readonly tail: string};

/** A row as files show it, by the names of their columns. */
export type FileRow = Readonly<Record<string, string | number | null>>;

/**
 * The lines of a book, in the order of the general ledger or of the journal. What comes in batches
 * or in pieces comes of one snapshot, as it is read; whoever stops reading ends the question.
 */
export type LedgerLinesStore = {
	/** The accounts that anything moved, or that were asked for, in the order of the ledger. */
	readonly accountSpans: (book: Book, question: LineQuestion) => Promise<AccountSpan[]>;
	readonly ledgerLines: (
		book: Book,
		question: LineQuestion,
		page: {readonly after?: LinePosition; readonly limit: number},
	) => Promise<LedgerLine[]>;
	/** What lines of an account up to and including one moved it by, within the period. */
	readonly turnoverUpTo: (
		book: Book,
		question: LineQuestion,
		position: LinePosition,
	) => Promise<Turnover>;
	readonly countLines: (book: Book, question: LineQuestion) => Promise<number>;
	readonly streamLedgerLines: (
		book: Book,
		question: LineQuestion,
	) => AsyncIterable<readonly LedgerLine[]>;
	/** The rows of the general ledger as files show them, laid out by PostgreSQL, once found. */
	readonly ledgerRows: (
		book: Book,
		question: LineQuestion,
		words: LedgerWords,
	) => Promise<AsyncIterable<readonly FileRow[]>>;
	/** The general ledger as CSV, written by PostgreSQL: the same bytes as of its rows. */
	readonly copyLedger: (
		book: Book,
		question: LineQuestion,
		frame: LedgerWords & Frame,
	) => Promise<Readable>;
	readonly journalLines: (
		book: Book,
		question: LineQuestion,
		page: {readonly after: number; readonly entries: number},
	) => Promise<JournalLine[]>;
	readonly journalTotals: (book: Book, question: LineQuestion) => Promise<JournalTotals>;
	readonly streamJournal: (
		book: Book,
		question: LineQuestion,
	) => AsyncIterable<readonly JournalLine[]>;
	/** The lines of the journal as files show them, laid out by PostgreSQL, once found. */
	readonly journalRows: (
		book: Book,
		question: LineQuestion,
		words: JournalWords,
	) => Promise<AsyncIterable<readonly FileRow[]>>;
	/** The journal as CSV, written by PostgreSQL: the same bytes as of its lines. */
	readonly copyJournal: (
		book: Book,
		question: LineQuestion,
		frame: JournalWords & Frame,
	) => Promise<Readable>;
	readonly isMemberKnown: (book: Book, member: string) => Promise<boolean>;
	readonly isFundKnown: (book: Book, fund: string) => Promise<boolean>;
	readonly isKindKnown: (book: Book, kind: string) => Promise<boolean>;
};
