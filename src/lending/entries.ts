import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, isZero} from '../kernel/money.ts';
import {type Dimensions, type EntryDraft, type Line, credit, debit} from '../ledger/index.ts';
import {akadRules} from './akad.ts';
import type {Loan, Repayment} from './loan.ts';
import type {Split} from './waterfall.ts';
import type {MoneyMethod} from './method.ts';
import {collectedLines, receivedLine} from './way.ts';

const {
	cash,
	fundBank,
	murabahahGoods,
	ijarahAssets,
	ijarahDepreciation,
	ijarahDepreciationExpense,
	administrationIncome,
	memberDeposits,
} = cooperativeAccounts;

/** What a line of a loan is about. */
export const about = (loan: Loan): Dimensions => ({
	fund: loan.allocation,
	loan: loan.id,
	member: loan.member,
});

/**
 * The entry of a disbursement of `principal`, with the margin that is agreed on it.
 * - Qardh, mudharabah, musyarakah, jasa: the receivable or the capital against the bank, jasa with
 *   what it will earn deferred.
 * - Murabahah: the goods are bought and sold on in one entry, the margin deferred as a deduction
 *   from the receivable (PSAK 402). From stock they were bought before, and no money moves.
 * - Ijarah: the asset is bought and stays the cooperative's; all of its rent is owed and none of it
 *   earned (PSAK 407).
 */
export function draftDisbursement(
	loan: Loan,
	on: LocalDate,
	document: string,
	{principal, margin}: Split = loan,
	{isFromStock = false}: {readonly isFromStock?: boolean} = {},
): EntryDraft {
	const {allocation: fund, akad} = loan;
	const {receivable, deferred} = akadRules[akad];
	const paid = credit(fundBank, principal, {fund});
	const price = add(principal, margin);
	const owed = debit(receivable, price, about(loan));
	const later = optional(margin, (amount) => credit(deferred!, amount, about(loan)));
	const plain: Line[] = [owed, paid, ...later];
	const lines: Record<Loan['akad'], Line[]> = {
		qardh: plain,
		mudharabah: plain,
		musyarakah: plain,
		jasa: plain,
		murabahah: [
			...(isFromStock ? [] : [debit(murabahahGoods, principal, about(loan)), paid]),
			owed,
			credit(murabahahGoods, principal, about(loan)),
			...later,
		],
		ijarah: [
			debit(ijarahAssets, principal, about(loan)),
			paid,
			owed,
			credit(deferred!, price, about(loan)),
		],
	};
	return {
		book: loan.book,
		effectiveOn: on,
		kind: 'disbursement',
		reason: `Pencairan ${akad} nomor ${loan.number}`,
		document,
		lines: lines[akad],
	};
}

/** What a member pays for at disbursement. A fee is for work done, so it is earned at once. */
export const draftFees = (
	loan: Loan,
	on: LocalDate,
	document: string,
	fees: readonly {readonly name: string; readonly amount: Rupiah}[],
): EntryDraft[] =>
	fees.map(({name, amount}) => ({
		book: loan.book,
		effectiveOn: on,
		kind: 'loan-fee',
		reason: `${name} pembiayaan nomor ${loan.number}`,
		document,
		lines: [
			debit(cash, amount),
			credit(administrationIncome, amount, {loan: loan.id, member: loan.member}),
		],
	}));

/** What besides its split a repayment does. */
export type RepaymentExtras = {
	/** Paid beyond what is owed: kept for the member. */
	readonly excess?: Rupiah;
	/** The rented asset's cost where this payment is the last: it becomes the member's. */
	readonly handedOver?: Rupiah;
};

/**
 * The entry of a repayment: the receivable falls by what was paid, the margin in it is earned, and
 * the principal in it is held for the city as soon as the fund has it. Rent is earned whole,
 * and the asset loses what of its cost the rent has paid.
 */
export function draftRepayment(
	loan: Loan,
	{principal, margin}: Split,
	payment: Pick<Repayment, 'paidOn' | 'method' | 'employer' | 'receiptNumber'>,
	{excess, handedOver}: RepaymentExtras = {},
): EntryDraft {
	const {allocation: fund, akad} = loan;
	const {receivable, deferred, income} = akadRules[akad];
	const amount = add(principal, margin);
	const earned = akad === 'ijarah' ? amount : margin;
	const received = excess === undefined ? amount : add(amount, excess);
	const whole = about(loan);
	return {
		book: loan.book,
		effectiveOn: payment.paidOn,
		kind: 'repayment',
		reason: `Angsuran ${akad} nomor ${loan.number}`,
		document: `KW-${payment.receiptNumber}`,
		lines: [
			receivedLine(loan, payment, received),
			...optional(amount, (part) => credit(receivable, part, whole)),
			...optional(earned, (part) => debit(deferred!, part, whole)),
			...optional(earned, (part) => credit(income!, part, whole)),
			...(akad === 'ijarah'
				? optional(principal, (part) => debit(ijarahDepreciationExpense, part, whole))
				: []),
			...(akad === 'ijarah'
				? optional(principal, (part) => credit(ijarahDepreciation, part, whole))
				: []),
			...(handedOver === undefined
				? []
				: [debit(ijarahDepreciation, handedOver, whole), credit(ijarahAssets, handedOver, whole)]),
			// With the fund, whose cash or bank account has it until it is spent.
			...(excess === undefined
				? []
				: [credit(memberDeposits, excess, {fund, member: loan.member})]),
			...collectedLines(loan, principal, payment.method),
		],
	};
}

/** A share of profit that a business really made; whatever was expected of it is not booked. */
export const draftProfitShare = (
	loan: Loan,
	amount: Rupiah,
	payment: Pick<Repayment, 'paidOn' | 'receiptNumber'> & {readonly method: MoneyMethod},
): EntryDraft => ({
	book: loan.book,
	effectiveOn: payment.paidOn,
	kind: 'profit-share',
	reason: `Bagi hasil ${loan.akad} nomor ${loan.number}`,
	document: `KW-${payment.receiptNumber}`,
	lines: [
		debit(payment.method === 'cash' ? cash : fundBank, amount, {fund: loan.allocation}),
		credit(akadRules[loan.akad].income!, amount, about(loan)),
	],
});

export const optional = (amount: Rupiah, line: (amount: Rupiah) => Line): Line[] =>
	isZero(amount) ? [] : [line(amount)];
