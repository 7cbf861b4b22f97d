import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, isZero} from '../kernel/money.ts';
import {type Dimensions, type EntryDraft, type Line, credit, debit} from '../ledger/index.ts';
import type {Loan, Repayment} from './loan.ts';
import type {Split} from './waterfall.ts';

const {
	cash,
	fundBank,
	fundDebt,
	collectedForCity,
	murabahahReceivable,
	deferredMargin,
	qardhReceivable,
	murabahahGoods,
	murabahahMargin,
} = cooperativeAccounts;

const about = (loan: Loan): Dimensions => ({
	fund: loan.allocation,
	loan: loan.id,
	member: loan.member,
});

/**
 * The entry of a disbursement. Qardh: the receivable against the bank. Murabahah: the goods are
 * bought and sold on in one entry, the margin deferred as a deduction from the receivable (PSAK
 * 402).
 */
export function draftDisbursement(loan: Loan, on: LocalDate, document: string): EntryDraft {
	const {principal, margin, allocation: fund} = loan;
	const paid = credit(fundBank, principal, {fund});
	const lines: Record<Loan['akad'], Line[]> = {
		qardh: [debit(qardhReceivable, principal, about(loan)), paid],
		murabahah: [
			debit(murabahahGoods, principal, about(loan)),
			paid,
			debit(murabahahReceivable, add(principal, margin), about(loan)),
			credit(murabahahGoods, principal, about(loan)),
			...optional(margin, (amount) => credit(deferredMargin, amount, about(loan))),
		],
	};
	return {
		book: loan.book,
		effectiveOn: on,
		kind: 'disbursement',
		reason: `Pencairan ${loan.akad} nomor ${loan.number}`,
		document,
		lines: lines[loan.akad],
	};
}

/**
 * The entry of a repayment: the receivable falls by what was paid, the margin in it is earned in
 * proportion, and the principal in it is from now on held for the city (collected, not remitted).
 */
export function draftRepayment(
	loan: Loan,
	{principal, margin}: Split,
	payment: Pick<Repayment, 'paidOn' | 'method' | 'receiptNumber'>,
): EntryDraft {
	const {allocation: fund} = loan;
	const receivable = loan.akad === 'qardh' ? qardhReceivable : murabahahReceivable;
	const amount = add(principal, margin);
	return {
		book: loan.book,
		effectiveOn: payment.paidOn,
		kind: 'repayment',
		reason: `Angsuran ${loan.akad} nomor ${loan.number}`,
		document: `KW-${payment.receiptNumber}`,
		lines: [
			debit(payment.method === 'cash' ? cash : fundBank, amount, {fund}),
			credit(receivable, amount, about(loan)),
			...optional(margin, (part) => debit(deferredMargin, part, about(loan))),
			...optional(margin, (part) => credit(murabahahMargin, part, about(loan))),
			...optional(principal, (part) => debit(fundDebt, part, {fund})),
			...optional(principal, (part) => credit(collectedForCity, part, {fund})),
		],
	};
}

const optional = (amount: Rupiah, line: (amount: Rupiah) => Line): Line[] =>
	isZero(amount) ? [] : [line(amount)];
