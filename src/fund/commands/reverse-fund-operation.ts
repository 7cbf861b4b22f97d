import {reverseEntries} from '../../ledger/index.ts';
import type {Allocation} from '../allocation.ts';
import {refuse} from '../errors.ts';
import type {FundReversal, FundWork} from '../ports.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';
import {openBothBooks} from './open-both-books.ts';

/**
 * Takes a tranche, a remittance, a return or a payment of the city's share back, in both books at
 * once. What was moved on from one agreement to another is taken back at both.
 * @throws DomainError `fund/unknown-operation`, `fund/already-reversed`, and what posting refuses:
 * a tranche whose money is already lent cannot be taken back.
 */
export async function reverseFundOperation(work: FundWork, wanted: FundReversal): Promise<void> {
	const allocation = await getAllocation(work, wanted.allocation);
	const operations = await operationsOf(work, allocation);
	const operation = operations.find(({id}) => id === wanted.operation);
	if (!operation)
		throw refuse('fund/unknown-operation', {operation: wanted.operation}, 'operation');
	const moves = await work.fund.reallocations(allocation);
	const move = moves.find(({fundReturn, tranche}) =>
		[fundReturn, tranche].some((part) => part === operation.id),
	);
	const parts =
		move === undefined
			? [{allocation, id: operation.id}]
			: [
					// The money comes back from who received it before it is anew with who gave it.
					{allocation: await getAllocation(work, move.to.allocation), id: move.tranche},
					{allocation: await getAllocation(work, move.from.allocation), id: move.fundReturn},
				];
	for (const part of parts) await reversePart(work, part, wanted);
}

async function reversePart(
	work: FundWork,
	{allocation, id}: {readonly allocation: Allocation; readonly id: string},
	wanted: FundReversal,
): Promise<void> {
	const {book, city} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	// Read again under the lock: two people may take it back at once.
	const operation = (await operationsOf(work, allocation)).find((one) => one.id === id)!;
	if (operation.isReversed) {
		throw refuse('fund/already-reversed', {operation: wanted.operation}, 'operation');
	}
	const references = [
		{book: book.code, number: operation.entryNumber},
		{book: city.code, number: operation.cityEntryNumber},
	];
	await reverseEntries(work, references, wanted);
}

const operationsOf = async (work: FundWork, allocation: Allocation) => [
	...(await work.fund.tranches(allocation)),
	...(await work.fund.remittances(allocation)),
	...(await work.fund.returns(allocation)),
	...(await work.fund.sharePayments(allocation)),
];
