import {type EntryProof, findCoveringCheckpoint, proveEntry} from '../../evidence/index.ts';
import {type CheckCode, readCheckCode} from '../../kernel/check-code.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {ReceiptWork} from '../ports.ts';
import {type CheckedReceipt, type ReceiptSummary, summarizeReceipt} from '../receipt.ts';

/** What the journal says of a receipt, and how that is proved. */
export type ReceiptCheck = CheckedReceipt &
	ReceiptSummary & {
		readonly code: CheckCode;
		/** Of the entries that are under the newest checkpoint, by number. */
		readonly proofs: ReadonlyMap<number, EntryProof>;
		readonly checkedAt: Date;
	};

/** How much of a wrong code is said again: nobody's words are shown to others through us. */
const shownMax = 40;

/**
 * What is known of the receipt with a check code, as somebody typed it.
 * @throws DomainError `receipts/code-malformed`, `receipts/code-mistyped`, `receipts/unknown-code`,
 * `evidence/contradicted`.
 */
export async function checkReceipt(work: ReceiptWork, text: string): Promise<ReceiptCheck> {
	const read = readCheckCode(text);
	if ('fault' in read) {
		throw refuse(`receipts/code-${read.fault}`, {code: text.slice(0, shownMax)}, 'code');
	}
	const found = await work.receipts.findChecked(read.code);
	if (!found) throw refuse('receipts/unknown-code', {code: text.slice(0, shownMax)}, 'code');
	return {
		...found,
		...summarizeReceipt(found.entries),
		code: read.code,
		proofs: await work.receipts.withinBook(found.book, async () => proofsOf(work, found)),
		checkedAt: work.now(),
	};
}

async function proofsOf(
	work: ReceiptWork,
	{book: code, entries}: CheckedReceipt,
): Promise<Map<number, EntryProof>> {
	const book = await getBook(work, code);
	const proofs = new Map<number, EntryProof>();
	for (const {number} of entries) {
		const checkpoint = await findCoveringCheckpoint(work, book, number);
		if (!checkpoint) continue;
		const {sequence} = checkpoint;
		proofs.set(number, await proveEntry(work, {book: code, number, checkpoint: sequence}));
	}
	return proofs;
}
