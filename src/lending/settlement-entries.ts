import {cooperativeAccounts} from '../cooperatives/index.ts';
import {type Rupiah, add, isZero, subtract} from '../kernel/money.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {akadRules} from './akad.ts';
import {draftRepayment} from './entries.ts';
import type {Loan, Repayment} from './loan.ts';
import type {SettlementQuote} from './settlement.ts';
import {collectedLines, receivedLine} from './way.ts';

const {ijarahAssets, ijarahDepreciation} = cooperativeAccounts;

type Payment = Pick<Repayment, 'paidOn' | 'method' | 'employer' | 'receiptNumber'>;

/**
 * The entry of what is left to a member who settles early: margin that was not earned yet is never
 * earned, so the deferred margin and the receivable fall together (PSAK 402) and no income or
 * expense arises. Of an ijarah all rent of the periods not begun is taken off, also the part of it
 * that would have paid for the asset, which is bought now.
 */
export function draftDiscount(
	loan: Loan,
	{discount, assetPrice}: SettlementQuote,
	{paidOn, receiptNumber}: Payment,
): EntryDraft | undefined {
	const amount = add(discount, assetPrice);
	if (isZero(amount)) return undefined;
	const about = {fund: loan.allocation, loan: loan.id, member: loan.member};
	const {receivable, deferred} = akadRules[loan.akad];
	return {
		book: loan.book,
		effectiveOn: paidOn,
		kind: 'settlement-discount',
		reason: `Potongan pelunasan ${loan.akad} nomor ${loan.number}`,
		document: `KW-${receiptNumber}`,
		lines: [debit(deferred!, amount, about), credit(receivable, amount, about)],
	};
}

/**
 * The entry of what is paid at a settlement: a repayment of all principal and of the margin due. A
 * rented asset is depreciated by the rent that is due and sold for what is left of its cost.
 */
export function draftSettlement(
	loan: Loan,
	quote: SettlementQuote,
	payment: Payment,
): EntryDraft | undefined {
	const {principal, assetPrice, marginDue, total} = quote;
	if (isZero(total)) return undefined;
	const rented = {principal: subtract(principal, assetPrice), margin: marginDue};
	const repayment = draftRepayment(loan, rented, payment);
	if (loan.akad !== 'ijarah') return repayment;
	const isRentDue = !isZero(add(rented.principal, rented.margin));
	return {
		...repayment,
		lines: [...(isRentDue ? repayment.lines : []), ...saleLines(loan, assetPrice, payment)],
	};
}

function saleLines(loan: Loan, price: Rupiah, payment: Payment) {
	const {allocation: fund, id, member} = loan;
	const about = {fund, loan: id, member};
	const handedOver = credit(ijarahAssets, loan.principal, about);
	if (isZero(price)) return [debit(ijarahDepreciation, loan.principal, about), handedOver];
	const depreciated = subtract(loan.principal, price);
	return [
		receivedLine(loan, payment, price),
		...(isZero(depreciated) ? [] : [debit(ijarahDepreciation, depreciated, about)]),
		handedOver,
		...collectedLines(loan, price, payment.method),
	];
}
