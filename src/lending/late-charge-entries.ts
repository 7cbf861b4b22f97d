import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {type Akad, isSharia} from './akad.ts';
import type {LateCharge, LateChargePayment} from './late-charge.ts';
import type {Loan} from './loan.ts';
import type {LateFine} from './product.ts';

const {cash, operatingBank, benevolence, otherIncome} = cooperativeAccounts;

/**
 * Where a charge goes: a fine under a sharia akad to the benevolence fund, never to income (DSN-MUI
 * 17/2000); a conventional one where the product says; a ta'widh makes up for a cost.
 */
export function accountOfCharge(
	kind: LateCharge['kind'],
	akad: Akad,
	fine: LateFine | undefined,
): AccountCode {
	const isForThePoor = kind === 'tazir' && (isSharia(akad) || fine?.to === 'benevolence');
	return isForThePoor ? benevolence : otherIncome;
}

/** The entry of a paid charge. It is no money of the revolving fund, so its lines name no fund. */
export const draftChargePayment = (
	loan: Loan,
	{kind, number, amount}: LateCharge,
	account: AccountCode,
	{paidOn, method, receiptNumber}: Pick<LateChargePayment, 'paidOn' | 'method' | 'receiptNumber'>,
): EntryDraft => ({
	book: loan.book,
	effectiveOn: paidOn,
	kind,
	reason: `${kind === 'tazir' ? "Ta'zir" : "Ta'widh"} ${number} pembiayaan nomor ${loan.number}`,
	document: `KW-${receiptNumber}`,
	lines: [
		debit(method === 'cash' ? cash : operatingBank, amount),
		credit(account, amount, {loan: loan.id, member: loan.member}),
	],
});
