import type {EntryKind} from '../kernel/entry-kind.ts';
import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit, debit} from '../ledger/index.ts';
import {akadRules} from './akad.ts';
import {about, optional} from './entries.ts';
import type {Loan, Repayment} from './loan.ts';
import type {Cancellation} from './purchase.ts';

const {
	cash,
	fundBank,
	fundDebt,
	collectedForCity,
	murabahahGoods,
	purchaseAdvances,
	downPayments,
	cancellationClaims,
	otherIncome,
} = cooperativeAccounts;

type Paper = {readonly on: LocalDate; readonly document: string};

const draft = (
	loan: Loan,
	kind: EntryKind,
	title: string,
	{on, document}: Paper,
	lines: Line[],
): EntryDraft => ({
	book: loan.book,
	effectiveOn: on,
	kind,
	reason: `${title} pembiayaan nomor ${loan.number}`,
	document,
	lines,
});

const moneyOf = (method: Repayment['method']) => (method === 'cash' ? cash : fundBank);

/** Money to the member as agent, to buy with: no loan yet, and no longer the fund's cash. */
export const draftAdvance = (loan: Loan, amount: Rupiah, paper: Paper): EntryDraft =>
	draft(loan, 'purchase-advance', 'Uang pembelian kepada wakil', paper, [
		debit(purchaseAdvances, amount, about(loan)),
		credit(fundBank, amount, {fund: loan.allocation}),
	]);

/** The goods are the cooperative's, at cost; what the agent did not spend is back in the bank. */
export const draftPurchase = (
	loan: Loan,
	{cost, unspent}: {readonly cost: Rupiah; readonly unspent: Rupiah},
	paper: Paper,
): EntryDraft =>
	draft(loan, 'goods-purchase', 'Pembelian barang melalui wakil', paper, [
		debit(murabahahGoods, cost, about(loan)),
		...optional(unspent, (rest) => debit(fundBank, rest, {fund: loan.allocation})),
		credit(purchaseAdvances, add(cost, unspent), about(loan)),
	]);

/** Paid before the sale: a liability to the member until then (PSAK 402). */
export const draftDownPayment = (
	loan: Loan,
	amount: Rupiah,
	method: Repayment['method'],
	paper: Paper,
): EntryDraft =>
	draft(loan, 'down-payment', 'Uang muka', paper, [
		debit(moneyOf(method), amount, {fund: loan.allocation}),
		credit(downPayments, amount, about(loan)),
	]);

/** The member withdraws before anything was bought: all of it goes back. */
export const draftReturn = (
	loan: Loan,
	amount: Rupiah,
	method: Repayment['method'],
	paper: Paper,
): EntryDraft =>
	draft(loan, 'down-payment-return', 'Pengembalian uang muka', paper, [
		debit(downPayments, amount, about(loan)),
		credit(moneyOf(method), amount, {fund: loan.allocation}),
	]);

/**
 * At the sale a down payment pays of the receivable, and of it the principal (PSAK 402); which is
 * thereby collected, and held for the city like any that is (decision 005).
 */
export const draftDownPaymentApplied = (loan: Loan, amount: Rupiah, paper: Paper): EntryDraft =>
	draft(loan, 'down-payment-applied', 'Uang muka atas harga', paper, [
		debit(downPayments, amount, about(loan)),
		credit(akadRules[loan.akad].receivable, amount, about(loan)),
		debit(fundDebt, amount, {fund: loan.allocation}),
		credit(collectedForCity, amount, {fund: loan.allocation}),
	]);

/**
 * A member withdraws after the goods were bought: the goods go, what came for them is in the bank,
 * and what they cost beyond it, with what else was spent, is kept from the down payment and asked
 * of the member where that does not reach. What was spent had been an expense; it is made up for.
 */
export const draftCancellation = (
	loan: Loan,
	{proceeds, loss, spent, kept, returned, claim}: Cancellation,
	method: Repayment['method'],
	paper: Paper,
): EntryDraft =>
	draft(loan, 'purchase-cancellation', 'Pembatalan pembelian', paper, [
		...optional(proceeds, (part) => debit(fundBank, part, {fund: loan.allocation})),
		...optional(add(kept, returned), (part) => debit(downPayments, part, about(loan))),
		...optional(claim, (part) => debit(cancellationClaims, part, about(loan))),
		credit(murabahahGoods, add(proceeds, loss), about(loan)),
		...optional(returned, (part) => credit(moneyOf(method), part, {fund: loan.allocation})),
		...optional(spent, (part) => credit(otherIncome, part, {loan: loan.id, member: loan.member})),
	]);

/** The member pays what a cancelled purchase cost beyond the down payment. */
export const draftClaimPayment = (
	loan: Loan,
	amount: Rupiah,
	method: Repayment['method'],
	paper: Paper,
): EntryDraft =>
	draft(loan, 'cancellation-paid', 'Pembayaran biaya pembatalan', paper, [
		debit(moneyOf(method), amount, {fund: loan.allocation}),
		credit(cancellationClaims, amount, about(loan)),
	]);
