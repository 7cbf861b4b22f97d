import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {TrancheId} from '../../kernel/ids.ts';
import {type EntryDraft, credit, debit, postEntries} from '../../ledger/index.ts';
import {type Allocation, type Tranche, decideTranche} from '../allocation.ts';
import {cityAccounts} from '../city-chart.ts';
import type {FundWork, NewTranche} from '../ports.ts';
import type {Programme} from '../programme.ts';
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
	const tranches = await work.fund.tranches(allocation);
	decideTranche(wanted.amount, wanted.receivedOn, allocation, tranches);
	const [entry, cityEntry] = await postEntries(work, draftTranche(wanted, allocation, programme));
	const tranche: Tranche = {
		id: work.newId() as TrancheId,
		allocationId: allocation.id,
		number: tranches.length + 1,
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

/**
 * A tranche in both books (Bultek SAP 07: an investment, not an expense; to the cooperative a
 * debt).
 */
export function draftTranche(
	tranche: NewTranche,
	allocation: Allocation,
	programme: Programme,
): EntryDraft[] {
	const {fundBank, fundDebt} = cooperativeAccounts;
	const fund = allocation.id;
	const stated = {
		effectiveOn: tranche.receivedOn,
		kind: 'tranche',
		reason: `Pencairan dana bergulir ${allocation.agreementNumber}`,
		document: tranche.document,
	};
	return [
		{
			...stated,
			book: allocation.book,
			lines: [
				debit(fundBank, tranche.amount, {fund}),
				credit(fundDebt, tranche.amount, {fund, counterparty: programme.cityBook}),
			],
		},
		{
			...stated,
			book: programme.cityBook,
			lines: [
				debit(cityAccounts.investment, tranche.amount, {fund, counterparty: allocation.book}),
				credit(cityAccounts.cash, tranche.amount, {fund}),
			],
		},
	];
}
