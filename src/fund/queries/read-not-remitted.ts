import type {LocalDate} from '../../kernel/local-date.ts';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import {negate, zero} from '../../kernel/money.ts';
import {getBook} from '../../ledger/index.ts';
import type {Allocation} from '../allocation.ts';
import {type Held, ageCollected} from '../not-remitted.ts';
import type {FundWork} from '../ports.ts';

/** Each payment of a member of which the city has not got all by a day, and since when. */
export async function readNotRemitted(
	work: Pick<FundWork, 'fund' | 'ledger'>,
	allocation: Allocation,
	day: LocalDate,
): Promise<Held[]> {
	const book = await getBook(work, allocation.book);
	const {remittanceDays} = await work.fund.getProgrammeOf(allocation);
	const balances = await work.fund.fundBalances(book, allocation.id, day);
	const held = balances.find(({account}) => account === cooperativeAccounts.collectedForCity);
	return ageCollected(
		await work.fund.collected(book, allocation.id, day),
		negate(held?.balance ?? zero),
		{day, remittanceDays},
	);
}
