import {cooperativeAccounts} from '../../cooperatives/index.ts';
import {type Allocation, cityAccounts, getAllocation} from '../../fund/index.ts';
import type {AccountCode, AllocationId, BookCode} from '../../kernel/ids.ts';
import {type Rupiah, zero} from '../../kernel/money.ts';
import {type Book, debit, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {CityWork} from '../ports.ts';
import type {Bounds} from '../write-off.ts';

/**
 * A city's book within the scope.
 * @throws DomainError `ledger/unknown-book`, `city/not-a-city-book`.
 */
export async function getCity(
	work: Pick<CityWork, 'ledger'>,
	code: BookCode,
	path = 'book',
): Promise<Book> {
	const book = await getBook(work, code);
	if (book.kind === 'city') return book;
	throw refuse('city/not-a-city-book', {book: code}, path);
}

export type Parties = {
	readonly allocation: Allocation;
	readonly cooperative: Book;
	readonly city: Book;
};

/**
 * The allocation with both books, held from here on. Unlike a remittance, what the city decides in
 * its own book needs that book within one's scope.
 * @throws DomainError `fund/unknown-allocation`, `ledger/unknown-book`.
 */
export async function holdParties(
	work: CityWork,
	id: AllocationId,
	path = 'allocation',
): Promise<Parties> {
	const allocation = await getAllocation(work, id, path);
	const {cityBook} = await work.fund.getProgrammeOf(allocation);
	const cooperative = await getBook(work, allocation.book);
	const city = await getCity(work, cityBook);
	await work.ledger.lockTip(cooperative);
	await work.ledger.lockTip(city);
	return {allocation, cooperative, city};
}

/** What accounts that have a floor per fund hold of an allocation now. */
async function heldNow(
	work: Pick<CityWork, 'ledger'>,
	book: Book,
	fund: AllocationId,
	accounts: readonly AccountCode[],
): Promise<Map<AccountCode, Rupiah>> {
	const asked = accounts.map((account) => debit(account, zero, {fund}));
	const balances = await work.ledger.floorBalances(book, asked);
	return new Map(accounts.map((account) => [account, balances.get(`${account}/${fund}`) ?? zero]));
}

/** What both books hold of an allocation now, as far as it bounds what may be taken off. */
export async function boundsOf(
	work: Pick<CityWork, 'ledger'>,
	{allocation, cooperative, city}: Parties,
): Promise<Bounds & {readonly collected: Rupiah}> {
	const {investment, doubtful, writtenOff} = cityAccounts;
	const {fundDebt, collectedForCity} = cooperativeAccounts;
	const [ofCity, ofCooperative] = [
		await heldNow(work, city, allocation.id, [investment, doubtful, writtenOff]),
		await heldNow(work, cooperative, allocation.id, [fundDebt, collectedForCity]),
	];
	return {
		investment: ofCity.get(investment)!,
		provision: ofCity.get(doubtful)!,
		writtenOff: ofCity.get(writtenOff)!,
		fundDebt: ofCooperative.get(fundDebt)!,
		collected: ofCooperative.get(collectedForCity)!,
	};
}
