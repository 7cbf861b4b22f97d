import type {FundReturnId} from '../../kernel/ids.ts';
import {findPapers, postEntries} from '../../ledger/index.ts';
import {draftReturn} from '../entries.ts';
import {type FundReturn, decideReallocation, decideReturn} from '../fund-return.ts';
import type {FundWork, NewReallocation, NewReturn} from '../ports.ts';
import type {Tranche} from '../allocation.ts';
import {readStanding} from '../queries/read-standing.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';
import {openBothBooks} from './open-both-books.ts';
import {recordTranche} from './record-tranche.ts';

/**
 * Records that money of a fund went back to the city without having been lent, in both books at
 * once. What was collected from members is remitted instead.
 * @throws DomainError `fund/returns-more-than-free`, and what posting refuses.
 */
export async function returnFund(work: FundWork, wanted: NewReturn): Promise<FundReturn> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city, programme} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	const {money} = await readStanding(work, book, allocation, work.today());
	decideReturn(wanted.amount, money);
	const papers = await findPapers(work, allocation.book, wanted.attachments);
	const move = {...wanted, papers, on: wanted.returnedOn};
	const [entry, cityEntry] = await postEntries(work, draftReturn({allocation, programme}, move));
	const fundReturn: FundReturn = {
		id: work.newId() as FundReturnId,
		allocationId: allocation.id,
		number: (await work.fund.returns(allocation)).length + 1,
		document: wanted.document,
		returnedOn: wanted.returnedOn,
		amount: wanted.amount,
		entryNumber: entry!.number,
		cityEntryNumber: cityEntry!.number,
		isReversed: false,
	};
	await work.fund.insertReturn(book, city, fundReturn);
	return fundReturn;
}

/**
 * Moves a fund's free money on to another agreement: a return from the one and a tranche to the
 * other on the same day, neither without the other. The agreements may be of one cooperative.
 * @throws DomainError `fund/moved-to-itself`, and what a return or a tranche refuses.
 */
export async function reallocateFund(
	work: FundWork,
	{from, to, movedOn, amount, document, budgetYear, reason}: NewReallocation,
): Promise<{fundReturn: FundReturn; tranche: Tranche}> {
	decideReallocation(from, to);
	const [giver, receiver] = [
		await getAllocation(work, from, 'from'),
		await getAllocation(work, to, 'to'),
	];
	const moved = {document, amount};
	const fundReturn = await returnFund(work, {...moved, allocation: from, returnedOn: movedOn});
	const tranche = await recordTranche(work, {
		...moved,
		allocation: to,
		budgetYear,
		receivedOn: movedOn,
	});
	const books = [await openBothBooks(work, giver), await openBothBooks(work, receiver)] as const;
	await work.fund.insertReallocation(books[0].book, books[1].book, {
		from: {book: giver.book, allocation: from},
		fundReturn: fundReturn.id,
		to: {book: receiver.book, allocation: to},
		tranche: tranche.id,
		reason,
	});
	return {fundReturn, tranche};
}
