import type {Signer} from '../kernel/signer.ts';
import type {Book, LedgerStore} from '../ledger/index.ts';
import type {Checkpoint, Head, SigningKey, TrailHead} from './checkpoint.ts';
import type {ToldTrailHead} from './log-check.ts';
import type {Hash, KeptNodes} from './merkle-tree.ts';
import type {PackLeaf} from './pack.ts';

/** A tree: over the entries of a book, or over the heads of all books. */
export type Tree = Book | 'log';

/** A leaf of the log as somebody may see it: its text only where the book is within their scope. */
export type LogLeaf = PackLeaf & {readonly position: number};

/** What evidence asks of its database, within one transaction. */
export type EvidenceStore = {
	/**
	 * A checkpoint speaks for every book, whatever the scope of whoever asks for it: what runs here
	 * sees them all, and what comes after does not.
	 */
	readonly overEveryBook: <T>(run: () => Promise<T>) => Promise<T>;
	/** Holds the log until the transaction ends: one checkpoint, one key at a time. */
	readonly lockLog: () => Promise<void>;

	/** The heads that moved since the log last told of them, with the roots of their books. */
	readonly movedHeads: () => Promise<Omit<Head, 'position' | 'checkpoint' | 'canonical'>[]>;
	/** Where the trail stands, where it moved since the log last told of it. */
	readonly movedTrail: () => Promise<
		Omit<TrailHead, 'position' | 'checkpoint' | 'canonical'> | undefined
	>;
	readonly appendTrailHead: (head: TrailHead) => Promise<void>;
	/** Every head of the trail that the log tells of, the first one first. */
	readonly trailHeads: () => Promise<ToldTrailHead[]>;
	readonly appendHeads: (heads: readonly Head[]) => Promise<void>;
	/** Keeps what has become full of the log's tree, and gives its root. */
	readonly growLog: (size: number) => Promise<Hash>;
	readonly appendCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
	/** Of those taken up to a moment, where one is given. */
	readonly newestCheckpoint: (takenBy?: Date) => Promise<Checkpoint | undefined>;
	readonly findCheckpoint: (sequence: number) => Promise<Checkpoint | undefined>;
	/** Newest first. */
	readonly listCheckpoints: (query: {
		readonly before?: number;
		readonly limit: number;
	}) => Promise<Checkpoint[]>;

	/** All keys, the first one first. */
	readonly keys: () => Promise<SigningKey[]>;
	readonly appendKey: (key: SigningKey) => Promise<void>;

	/** The newest head of a book in the first so many leaves of the log. */
	readonly findHead: (book: Book, logSize: number) => Promise<Head | undefined>;
	/** Leaves from a position on, with the texts of one book, or of all within the scope. */
	readonly leaves: (query: {
		readonly from: number;
		readonly limit: number;
		readonly textsOf?: Book;
	}) => Promise<LogLeaf[]>;
	/** The hashes of kept nodes, run by run. */
	readonly nodes: (tree: Tree, runs: readonly KeptNodes[]) => Promise<Hash[][]>;
	/** Entries as they were sealed, after a number and up to another. */
	readonly sealedTexts: (
		book: Book,
		query: {readonly after: number; readonly upTo: number; readonly limit: number},
	) => Promise<{readonly number: number; readonly canonical: string}[]>;
};

/** What every verb and question of evidence works with. */
export type EvidenceWork = {
	readonly evidence: EvidenceStore;
	readonly ledger: LedgerStore;
	readonly signer: Signer;
	readonly now: () => Date;
	/**
	 * Runs in a new read-only transaction of the same scope: for an answer that is still being sent
	 * when the transaction of its request has ended.
	 */
	readonly afresh: <T>(run: (work: EvidenceWork) => Promise<T>) => Promise<T>;
};
