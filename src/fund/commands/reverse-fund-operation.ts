import {reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {FundReversal, FundWork} from '../ports.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';
import {openBothBooks} from './open-both-books.ts';

/**
 * Takes a tranche or a remittance back, in both books at once.
 * @throws DomainError `fund/unknown-operation`, `fund/already-reversed`, and what posting refuses:
 * a tranche whose money is already lent cannot be taken back.
 */
export async function reverseFundOperation(work: FundWork, wanted: FundReversal): Promise<void> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	const operations = [
		...(await work.fund.tranches(allocation)),
		...(await work.fund.remittances(allocation)),
	];
	const operation = operations.find(({id}) => id === wanted.operation);
	if (!operation)
		throw refuse('fund/unknown-operation', {operation: wanted.operation}, 'operation');
	if (operation.isReversed) {
		throw refuse('fund/already-reversed', {operation: wanted.operation}, 'operation');
	}
	const references = [
		{book: book.code, number: operation.entryNumber},
		{book: city.code, number: operation.cityEntryNumber},
	];
	await reverseEntries(work, references, wanted);
}
