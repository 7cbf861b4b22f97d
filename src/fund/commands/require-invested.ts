import type {Rupiah} from '../../kernel/money.ts';
import {compare, toText, zero} from '../../kernel/money.ts';
import {type Book, debit} from '../../ledger/index.ts';
import type {Allocation} from '../allocation.ts';
import {cityAccounts} from '../city-chart.ts';
import {refuse} from '../errors.ts';
import type {FundWork} from '../ports.ts';

/**
 * What comes back beyond what the city still has on its books is of what it had written off, and is
 * recorded as a recovery.
 * @throws DomainError `fund/investment-written-off`.
 */
export async function requireInvested(
	work: Pick<FundWork, 'ledger'>,
	city: Book,
	allocation: Allocation,
	amount: Rupiah,
): Promise<void> {
	const account = cityAccounts.investment;
	const line = debit(account, zero, {fund: allocation.id});
	const balances = await work.ledger.floorBalances(city, [line]);
	const invested = balances.get(`${account}/${allocation.id}`) ?? zero;
	if (compare(amount, invested) <= 0) return;
	const values = {amount: toText(amount), invested: toText(invested)};
	throw refuse('fund/investment-written-off', values, 'amount');
}
