import type {CooperativeWork} from '../cooperatives/index.ts';
import type {EvidenceWork} from '../evidence/index.ts';
import type {CheckCode} from '../kernel/check-code.ts';
import type {BookCode} from '../kernel/ids.ts';
import type {Book} from '../ledger/index.ts';
import type {CheckedReceipt, ReceiptItem, ReceiptNumber} from './receipt.ts';

export type ReceiptStore = {
	/** What anybody may know of the one receipt with a code, whatever the scope is. */
	readonly findChecked: (code: CheckCode) => Promise<CheckedReceipt | undefined>;
	/** Runs with one book more in the scope of this transaction. */
	readonly withinBook: <T>(book: BookCode, run: () => Promise<T>) => Promise<T>;
	/** A receipt with all that is printed on it. */
	readonly findReceipt: (
		book: Book,
		receipt: ReceiptNumber,
	) => Promise<{readonly code: CheckCode; readonly items: readonly ReceiptItem[]} | undefined>;
};

/** What every question about receipts works with. */
export type ReceiptWork = EvidenceWork &
	CooperativeWork & {
		readonly receipts: ReceiptStore;
		/** Where the world reaches the service, without a slash at its end. */
		readonly publicUrl: string;
	};
