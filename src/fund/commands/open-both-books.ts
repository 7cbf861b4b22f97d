import {type Book, getBook} from '../../ledger/index.ts';
import type {Allocation} from '../allocation.ts';
import type {FundWork} from '../ports.ts';
import type {Programme} from '../programme.ts';

/**
 * The two books of an allocation. Whoever may act in the cooperative's book thereby writes the
 * mirror in the city's, in this transaction only and nothing else there.
 */
export async function openBothBooks(
	work: FundWork,
	allocation: Allocation,
): Promise<{book: Book; city: Book; programme: Programme}> {
	const programme = await work.fund.getProgrammeOf(allocation);
	const book = await getBook(work, allocation.book);
	const city = await work.ledger.includeBook(programme.cityBook);
	return {book, city, programme};
}
