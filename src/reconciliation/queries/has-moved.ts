import {getBook} from '../../ledger/index.ts';
import type {ReconciliationWork} from '../ports.ts';
import {type Reconciliation, figuresText} from '../reconciliation.ts';
import {agreementsBy, compare} from './compare.ts';

/** Whether the figures of that month are no longer those that were compared. */
export async function hasMoved(
	work: Pick<ReconciliationWork, 'fund' | 'ledger' | 'reconciliations'>,
	{book: code, asOf, booksKept, lines}: Reconciliation,
): Promise<boolean> {
	const book = await getBook(work, code);
	const agreements = await agreementsBy(work, book, asOf);
	const stated = await work.reconciliations.stated(book, asOf);
	const now = await compare(work, {book, agreements, booksKept, stated}, asOf);
	return figuresText(now) !== figuresText(lines);
}
