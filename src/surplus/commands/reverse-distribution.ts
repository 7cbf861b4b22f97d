import {reverseEntries} from '../../ledger/index.ts';
import {type SurplusDistribution, decideDistributionReversal} from '../distribution.ts';
import type {DistributionReversal, SurplusWork} from '../ports.ts';
import {getDistribution, openSurplusBook} from './open-surplus-book.ts';

/**
 * Takes a distribution back whole, once nothing of it is paid out. It stays in the record, and the
 * year may be distributed anew.
 * @throws DomainError `surplus/…`, and what posting refuses.
 */
export async function reverseDistribution(
	work: SurplusWork,
	{book: code, distribution: id, ...request}: DistributionReversal,
): Promise<SurplusDistribution> {
	const book = await openSurplusBook(work, code);
	await work.ledger.lockTip(book);
	const found = await getDistribution(work, book, id);
	const paid = await work.surplus.paidOf(book, id);
	decideDistributionReversal(found, request.effectiveOn, paid);
	const count = found.lastEntry - found.firstEntry + 1;
	const references = Array.from({length: count}, (_, index) => ({
		book: code,
		number: found.firstEntry + index,
	}));
	await reverseEntries(work, references, request);
	return getDistribution(work, book, id);
}
