import {cooperativeAccounts} from '../cooperatives/index.ts';
import {type Rupiah, isNegative, negate} from '../kernel/money.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {type CashCount, documentOf} from './cash-count.ts';

/**
 * The entry of what was missing or too much in the cash box, on the day it was counted: what is
 * missing is a claim on the cashier until somebody decides otherwise, and no expense of the
 * cooperative; what is too much is other income.
 */
export function draftDifference(
	count: Pick<CashCount, 'book' | 'countedOn' | 'countedBy' | 'number'>,
	difference: Rupiah,
	reason: string,
): EntryDraft {
	const {cash, cashShortage, otherIncome} = cooperativeAccounts;
	const isShort = isNegative(difference);
	const amount = isShort ? negate(difference) : difference;
	return {
		book: count.book,
		effectiveOn: count.countedOn,
		kind: isShort ? 'cash-shortage' : 'cash-overage',
		reason,
		document: documentOf(count),
		lines: isShort
			? [debit(cashShortage, amount, {counterparty: count.countedBy}), credit(cash, amount)]
			: [debit(cash, amount), credit(otherIncome, amount)],
	};
}
