import {type Cooperative, getCooperative} from '../../cooperatives/index.ts';
import {type CheckCode, showCheckCode} from '../../kernel/check-code.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {ReceiptWork} from '../ports.ts';
import {
	type ReceiptItem,
	type ReceiptSummary,
	readReceiptNumber,
	summarizeReceipt,
} from '../receipt.ts';

/** A receipt as it is printed for the member. */
export type Receipt = ReceiptSummary & {
	readonly document: string;
	readonly book: Book;
	readonly cooperative: Cooperative;
	readonly items: readonly ReceiptItem[];
	readonly code: CheckCode;
	/** Where anybody may check it. */
	readonly checkUrl: string;
};

/**
 * The receipt of a book with the number that is printed on it, such as `KW-12`.
 * @throws DomainError `ledger/unknown-book`, `receipts/unknown`.
 */
export async function readReceipt(
	work: ReceiptWork,
	asked: {readonly book: BookCode; readonly receipt: string},
): Promise<Receipt> {
	const book = await getBook(work, asked.book);
	const number = readReceiptNumber(asked.receipt);
	const found = number && (await work.receipts.findReceipt(book, number));
	if (!found) {
		const values = {receipt: asked.receipt, book: book.code};
		throw refuse('receipts/unknown', values, 'receipt');
	}
	return {
		...summarizeReceipt(found.items),
		...found,
		document: asked.receipt,
		book,
		cooperative: await getCooperative(work, book.code),
		checkUrl: `${work.publicUrl}/kuitansi/${showCheckCode(found.code)}`,
	};
}
