import type {BookCode} from '../../kernel/ids.ts';
import {localDateAt} from '../../kernel/local-date.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

/**
 * Seals the months of a book that are over, so that a report of any day reads one sealed month and
 * the days after it. Nothing depends on it but speed. @returns how many were sealed.
 */
export async function sealMonths(
	work: Pick<LedgerWork, 'ledger' | 'now'>,
	code: BookCode,
): Promise<number> {
	const book = await getBook(work, code);
	return work.ledger.sealMonths(book, localDateAt(work.now(), book.timeZone));
}

/** Makes the totals of a book anew from its lines; reports go on meanwhile, postings wait. */
export async function rebuildTotals(
	work: Pick<LedgerWork, 'ledger'>,
	code: BookCode,
): Promise<void> {
	await work.ledger.rebuildTotals(await getBook(work, code));
}
