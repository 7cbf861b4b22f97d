import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {RepaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isZero,
	max,
	min,
	subtract,
	toText,
	zero,
} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit, debit} from '../ledger/index.ts';
import {akadRules} from './akad.ts';
import {optional} from './entries.ts';
import {refuse} from './errors.ts';
import type {Loan} from './loan.ts';
import type {Split} from './waterfall.ts';
import type {MoneyMethod} from './method.ts';

const {
	allowance,
	lossExpense,
	ijarahAssets,
	ijarahDepreciation,
	writtenOff,
	writtenOffCounter,
	writeOffRecovery,
	cash,
	fundBank,
	fundDebt,
	collectedForCity,
} = cooperativeAccounts;

/** A write-off as it was posted. */
export type WriteOff = {
	readonly writtenOffOn: LocalDate;
	readonly principal: Rupiah;
	/** Margin that was never earned. */
	readonly margin: Rupiah;
	/** How much of the principal the allowance of the fund bore; the rest is a loss of the year. */
	readonly fromAllowance: Rupiah;
	readonly loss: Rupiah;
	readonly entryNumber: number;
};

/** What still came of a loan that was written off. */
export type Recovery = {
	readonly id: RepaymentId;
	readonly receiptNumber: number;
	readonly paidOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	readonly receivedBy: string;
	readonly isReversed: boolean;
};

/** How much of a principal an allowance bears: never more than it holds, on the day and now. */
export const borneByAllowance = (principal: Rupiah, ...held: readonly Rupiah[]): Rupiah =>
	held.reduce((least, balance) => min(least, max(balance, zero)), principal);

/**
 * The entry of a write-off: the principal against the allowance of its fund as far as that reaches
 * and as a loss beyond it, the margin that was never earned against its deferral. The debt is not
 * forgiven: the principal stands in the register of written-off loans, off the balance sheet. What
 * the cooperative owes the city stays as it is (decision 018).
 */
export function draftWriteOff(
	loan: Loan,
	{principal, margin}: Split,
	fromAllowance: Rupiah,
	{writtenOffOn, document}: {readonly writtenOffOn: LocalDate; readonly document: string},
): EntryDraft {
	const {allocation: fund, akad} = loan;
	const about = {fund, loan: loan.id, member: loan.member};
	const {receivable, deferred} = akadRules[akad];
	const owed = add(principal, margin);
	const unearned = akad === 'ijarah' ? owed : margin;
	const loss = subtract(principal, fromAllowance);
	return {
		book: loan.book,
		effectiveOn: writtenOffOn,
		kind: 'write-off',
		reason: `Hapus buku ${akad} nomor ${loan.number}`,
		document,
		lines: [
			...optional(fromAllowance, (part) => debit(allowance, part, {fund})),
			...optional(loss, (part) => debit(lossExpense, part, {fund})),
			...optional(unearned, (part) => debit(deferred!, part, about)),
			credit(receivable, owed, about),
			...(akad === 'ijarah' ? assetLines(loan, principal) : []),
			...optional(principal, (part) => debit(writtenOff, part, about)),
			...optional(principal, (part) => credit(writtenOffCounter, part, about)),
		],
	};
}

/** A rented asset that is not to be had back leaves the books with its depreciation. */
function assetLines(loan: Loan, left: Rupiah): Line[] {
	const about = {fund: loan.allocation, loan: loan.id, member: loan.member};
	const depreciated = subtract(loan.principal, left);
	return [
		...optional(depreciated, (part) => debit(ijarahDepreciation, part, about)),
		credit(ijarahAssets, loan.principal, about),
	];
}

/**
 * The entry of a recovery: income, for the loss was booked; less left in the register; and the
 * principal that came back is held for the city like any that is collected (decisions 005, 018).
 */
export function draftRecovery(
	loan: Loan,
	amount: Rupiah,
	{paidOn, method, receiptNumber}: Pick<Recovery, 'paidOn' | 'method' | 'receiptNumber'>,
): EntryDraft {
	const {allocation: fund} = loan;
	const about = {fund, loan: loan.id, member: loan.member};
	return {
		book: loan.book,
		effectiveOn: paidOn,
		kind: 'recovery',
		reason: `Pemulihan hapus buku ${loan.akad} nomor ${loan.number}`,
		document: `KW-${receiptNumber}`,
		lines: [
			debit(method === 'cash' ? cash : fundBank, amount, {fund}),
			credit(writeOffRecovery, amount, about),
			debit(writtenOffCounter, amount, about),
			credit(writtenOff, amount, about),
			debit(fundDebt, amount, {fund}),
			credit(collectedForCity, amount, {fund}),
		],
	};
}

/**
 * No more comes of a loan than was written off, and not before.
 * @throws DomainError `lending/recovers-more-than-written-off`, `lending/before-last-step`.
 */
export function decideRecovery(
	amount: Rupiah,
	paidOn: LocalDate,
	{left, writtenOffOn}: {readonly left: Rupiah; readonly writtenOffOn: LocalDate},
): void {
	if (paidOn < writtenOffOn) {
		const values = {date: paidOn, last: writtenOffOn};
		throw refuse('lending/before-last-step', values, 'paidOn');
	}
	if (compare(amount, left) <= 0) return;
	const values = {amount: toText(amount), left: toText(left)};
	throw refuse('lending/recovers-more-than-written-off', values, 'amount');
}

/** @throws DomainError `lending/nothing-to-write-off`. */
export function requireOwed({principal, margin}: Split): void {
	if (isZero(add(principal, margin))) throw refuse('lending/nothing-to-write-off', {});
}
