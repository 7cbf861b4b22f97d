import type {TrancheId} from '../../kernel/ids.ts';
import {findPapers, postEntries} from '../../ledger/index.ts';
import {type Tranche, decideTranche} from '../allocation.ts';
import {draftTranche} from '../entries.ts';
import type {FundWork, NewTranche} from '../ports.ts';
import {readStanding} from '../queries/read-standing.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';
import {openBothBooks} from './open-both-books.ts';

/**
 * Records a tranche in the cooperative's book and, in the same transaction, its mirror in the
 * city's: what the cooperative owes is what the city has invested.
 * @throws DomainError `fund/tranche-before-agreement`, `fund/tranche-over-allocation`, and what
 * posting refuses (a closed period, a future date, the city's cash too low).
 */
export async function recordTranche(work: FundWork, wanted: NewTranche): Promise<Tranche> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city, programme} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	const standing = await readStanding(work, book, allocation, wanted.receivedOn);
	decideTranche(wanted, {allocation, programme, ...standing});
	const papers = await findPapers(work, allocation.book, wanted.attachments);
	const move = {...wanted, papers, on: wanted.receivedOn};
	const [entry, cityEntry] = await postEntries(work, draftTranche({allocation, programme}, move));
	const tranche: Tranche = {
		id: work.newId() as TrancheId,
		allocationId: allocation.id,
		number: standing.tranches.length + 1,
		document: wanted.document,
		budgetYear: wanted.budgetYear,
		receivedOn: wanted.receivedOn,
		amount: wanted.amount,
		entryNumber: entry!.number,
		cityEntryNumber: cityEntry!.number,
		isReversed: false,
	};
	await work.fund.insertTranche(book, city, tranche);
	return tranche;
}
