import type {FundWork} from '../fund/index.ts';
import type {AllocationId, BookCode, ReconciliationId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Book} from '../ledger/index.ts';
import type {OversightWork} from '../oversight/index.ts';
import type {Explanation, Item, Reconciliation, Signature} from './reconciliation.ts';

/** What a cooperative says its own books hold of an allocation at a month's end. */
export type StatedFigure = {
	readonly allocation: AllocationId;
	readonly item: Item;
	readonly amount: Rupiah;
};

export type StatedFigures = {
	readonly asOf: LocalDate;
	readonly document: string;
	readonly statedBy: string;
	readonly figures: readonly StatedFigure[];
};

export type ReconciliationStore = {
	readonly find: (id: ReconciliationId) => Promise<Reconciliation | undefined>;
	readonly list: (query: ReconciliationQuery) => Promise<Reconciliation[]>;
	/** The last of a book's month. */
	readonly last: (book: Book, asOf: LocalDate) => Promise<Reconciliation | undefined>;
	readonly insert: (book: Book, one: Reconciliation) => Promise<void>;
	readonly insertExplanation: (
		book: Book,
		id: ReconciliationId,
		number: number,
		explanation: Explanation,
		at: Date,
	) => Promise<void>;
	readonly insertSignature: (
		book: Book,
		id: ReconciliationId,
		signature: Signature,
	) => Promise<void>;
	/** What the cooperative stated last for a month's end. */
	readonly stated: (book: Book, asOf: LocalDate) => Promise<StatedFigures | undefined>;
	readonly insertStated: (book: Book, stated: StatedFigures, at: Date) => Promise<void>;
};

export type ReconciliationQuery = {
	readonly book?: BookCode;
	/** Only those that both have signed, or only the others. */
	readonly isSigned?: boolean;
	readonly after?: {readonly asOf: string; readonly id: string};
	readonly limit: number;
};

export type ReconciliationWork = FundWork &
	OversightWork & {readonly reconciliations: ReconciliationStore};
