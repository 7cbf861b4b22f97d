import {endOfMonth} from '../../kernel/local-date.ts';
import {type Rupiah, negate, zero} from '../../kernel/money.ts';
import {
	type Account,
	type FrozenTrialBalance,
	type Period,
	decodeTrialBalance,
} from '../../ledger/index.ts';
import {isRecordedBy} from '../explanation.ts';
import type {ReportWork} from '../ports.ts';
import {type Point, balanceOn} from './known-balance.ts';

/** What a closing froze of one account as a whole, beside what the ledger says of that day. */
export type FrozenAccount = {
	readonly closing: Period;
	readonly trialBalance: FrozenTrialBalance;
	/** Both on the account's normal side, at the end of the month. */
	readonly frozen: Rupiah;
	readonly balance: Rupiah;
};

/** The closings of months up to a day's own that were known at a moment, the newest first. */
export async function readFrozen(
	work: ReportWork,
	account: Account,
	point: Point,
	limit: number,
): Promise<FrozenAccount[]> {
	const closings = (await work.ledger.periods(point.book))
		.filter(
			({startsOn, confirmedAt}) =>
				startsOn <= point.asOf && isRecordedBy(confirmedAt, point.knownAt),
		)
		.slice(-limit)
		.reverse();
	const found: FrozenAccount[] = [];
	for (const closing of closings) {
		const {startsOn, sequence} = closing;
		const trialBalance = await work.ledger.findFrozen(point.book, startsOn, sequence);
		// Months closed before trial balances were frozen have none.
		if (!trialBalance) continue;
		const balance = await balanceOn(work, {account}, point, endOfMonth(startsOn));
		found.push({closing, trialBalance, frozen: frozenOf(account, trialBalance), balance});
	}
	return found;
}

function frozenOf({code, normalSide}: Account, {canonical}: FrozenTrialBalance): Rupiah {
	const {balances} = decodeTrialBalance(canonical);
	const debit = balances.find(({account}) => account === code)?.balance ?? zero;
	return normalSide === 'debit' ? debit : negate(debit);
}
