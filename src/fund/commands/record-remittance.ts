import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {RemittanceId} from '../../kernel/ids.ts';
import {zero} from '../../kernel/money.ts';
import {type Book, credit, findPapers, postEntries} from '../../ledger/index.ts';
import {type Allocation, type Remittance, decideRemittance} from '../allocation.ts';
import {draftRemittance} from '../entries.ts';
import type {FundWork, NewRemittance} from '../ports.ts';
import {getAllocation} from './allocate-to-kelurahan.ts';
import {openBothBooks} from './open-both-books.ts';
import {requireInvested} from './require-invested.ts';

/**
 * Records that collected principal went back to the city, in both books at once.
 * @throws DomainError `fund/remits-more-than-collected`, `fund/investment-written-off`, and what
 * posting refuses.
 */
export async function recordRemittance(work: FundWork, wanted: NewRemittance): Promise<Remittance> {
	const allocation = await getAllocation(work, wanted.allocation);
	const {book, city, programme} = await openBothBooks(work, allocation);
	await work.ledger.lockTip(book);
	decideRemittance(wanted.amount, await collectedNotRemitted(work, book, allocation));
	await requireInvested(work, city, allocation, wanted.amount);
	const papers = await findPapers(work, allocation.book, wanted.attachments);
	const move = {...wanted, papers, on: wanted.remittedOn};
	const [entry, cityEntry] = await postEntries(
		work,
		draftRemittance({allocation, programme}, move, wanted.method),
	);
	const remittance: Remittance = {
		id: work.newId() as RemittanceId,
		allocationId: allocation.id,
		number: (await work.fund.remittances(allocation)).length + 1,
		document: wanted.document,
		remittedOn: wanted.remittedOn,
		amount: wanted.amount,
		entryNumber: entry!.number,
		cityEntryNumber: cityEntry!.number,
		isReversed: false,
	};
	await work.fund.insertRemittance(book, city, remittance);
	return remittance;
}

/** What members have paid back of a fund's principal and the city has not got yet. */
export async function collectedNotRemitted(
	work: Pick<FundWork, 'ledger'>,
	book: Book,
	allocation: Allocation,
) {
	const account = cooperativeAccounts.collectedForCity;
	const line = credit(account, zero, {fund: allocation.id});
	const balances = await work.ledger.floorBalances(book, [line]);
	return balances.get(`${account}/${allocation.id}`) ?? zero;
}
