import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, add, negate, subtract, sum, zero} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {Allocation, Tranche} from '../allocation.ts';
import {type DueStanding, buildScheduleOfReceived, standDues} from '../due-schedule.ts';
import type {AllocationEnding} from '../ending.ts';
import type {FundMoney} from '../fund-return.ts';
import type {FundBalance, FundWork} from '../ports.ts';

const {cash, fundBank, fundDebt, collectedForCity, cityShareDebt, memberDeposits, downPayments} =
	cooperativeAccounts;

/** How an allocation stands with the city on a day; amounts in rupiah. */
export type AllocationStanding = {
	/** Every tranche, reversed ones as well. */
	readonly tranches: readonly Tranche[];
	readonly received: Rupiah;
	readonly money: FundMoney;
	/** All principal that the city has still to get, collected from members or not. */
	readonly owed: Rupiah;
	readonly dues: readonly DueStanding[];
	readonly ending?: AllocationEnding;
	/** All income that the fund has earned, and what of it is owed to the city. */
	readonly earned: Rupiah;
	readonly shareOwed: Rupiah;
};

/** What of the tranches is no longer owed has been paid back, in whatever way. */
export async function readStanding(
	work: Pick<FundWork, 'fund'>,
	book: Book,
	allocation: Allocation,
	day: LocalDate,
): Promise<AllocationStanding> {
	const [tranches, ending, balances] = [
		await work.fund.tranches(allocation),
		await work.fund.findEnding(allocation),
		await work.fund.fundBalances(book, allocation.id, day),
	];
	const held = debitsOf(balances);
	const standing = tranches.filter(({isReversed, receivedOn}) => !isReversed && receivedOn <= day);
	const received = sum(standing.map(({amount}) => amount));
	const heldForCity = negate(held(collectedForCity));
	const owed = add(negate(held(fundDebt)), heldForCity);
	const schedule = buildScheduleOfReceived(allocation, standing, ending);
	return {
		tranches,
		received,
		money: {
			cash: held(cash),
			bank: held(fundBank),
			heldForCity,
			keptForMembers: negate(add(held(memberDeposits), held(downPayments))),
		},
		owed,
		dues: standDues(schedule, subtract(received, owed), day),
		...(ending === undefined ? {} : {ending}),
		earned: negate(sum(balances.filter((one) => one.class === 'income').map(balanceOf))),
		shareOwed: negate(held(cityShareDebt)),
	};
}

const balanceOf = ({balance}: FundBalance): Rupiah => balance;

const debitsOf = (balances: readonly FundBalance[]) => {
	const byAccount = new Map(balances.map(({account, balance}) => [account, balance]));
	return (account: AccountCode): Rupiah => byAccount.get(account) ?? zero;
};
