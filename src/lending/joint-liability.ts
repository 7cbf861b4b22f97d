import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {ClaimId, DepositMovementId, GroupId, LoanId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, sum, toText} from '../kernel/money.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {refuse} from './errors.ts';
import type {Group, Membership} from './group.ts';
import type {Loan, Repayment} from './loan.ts';
import type {MoneyMethod} from './method.ts';

const {cash, operatingBank, memberDeposits, jointDeposits} = cooperativeAccounts;

/** Where money of members, which is not the fund's, is kept. */
const moneyOf = (method: MoneyMethod) => (method === 'cash' ? cash : operatingBank);

/** What one member paid on another's loan and may ask back; what is left is never negative. */
export type Claim = {
	readonly id: ClaimId;
	readonly loan: LoanId;
	readonly loanNumber: number;
	/** Whose loan it is. */
	readonly member: MemberId;
	readonly payer: MemberId;
	readonly incurredOn: LocalDate;
	readonly entryNumber: number;
	readonly amount: Rupiah;
	readonly balance: Rupiah;
};

export type NewClaim = Omit<Claim, 'loanNumber' | 'member' | 'balance'> & {
	readonly repayment: Repayment['id'];
};

export type ClaimMovement = {
	readonly id: string;
	readonly claim: ClaimId;
	readonly kind: 'repaid' | 'taken-back';
	readonly effectiveOn: LocalDate;
	readonly amount: Rupiah;
	readonly document: string;
	readonly entryNumber: number;
	readonly reverses?: string;
	readonly recordedBy: string;
};

export const depositKinds = ['deposit', 'withdrawal', 'payment'] as const;

/** What moved a member's deposit with their group. */
export type DepositMovement = {
	readonly id: DepositMovementId;
	readonly group: GroupId;
	readonly member: MemberId;
	readonly kind: (typeof depositKinds)[number];
	readonly effectiveOn: LocalDate;
	readonly amount: Rupiah;
	readonly document: string;
	readonly entryNumber: number;
	readonly reverses?: DepositMovementId;
	readonly recordedBy: string;
};

/** What a member has in the deposit, and when it last moved. */
export type DepositState = {readonly balance: Rupiah; readonly lastOn?: LocalDate};

/**
 * Who pays for another is in the same group, or guarantees the loan.
 * @throws DomainError `lending/payer-is-borrower`, `lending/payer-not-liable`.
 */
export function decidePayer(
	loan: Pick<Loan, 'member'>,
	payer: {readonly id: MemberId; readonly number: number},
	known: {readonly isInGroup: boolean; readonly isGuarantor: boolean},
): void {
	const values = {payer: String(payer.number)};
	if (payer.id === loan.member) throw refuse('lending/payer-is-borrower', values, 'payer');
	if (!known.isInGroup && !known.isGuarantor) {
		throw refuse('lending/payer-not-liable', values, 'payer');
	}
}

/** @throws DomainError `lending/claim-repaid-too-much`, `lending/claim-before-incurred`. */
export function decideClaimRepayment(
	claim: Pick<Claim, 'balance' | 'incurredOn'>,
	{paidOn, amount}: {readonly paidOn: LocalDate; readonly amount: Rupiah},
): void {
	if (paidOn < claim.incurredOn) {
		const values = {date: paidOn, incurredOn: claim.incurredOn};
		throw refuse('lending/claim-before-incurred', values, 'paidOn');
	}
	if (compare(amount, claim.balance) <= 0) return;
	const values = {amount: toText(amount), balance: toText(claim.balance)};
	throw refuse('lending/claim-repaid-too-much', values, 'amount');
}

/**
 * What is taken from a deposit is there, and is taken after all that moved it before.
 * @throws DomainError `lending/deposit-too-low`, `lending/deposit-out-of-order`.
 */
export function decideTaking(
	{balance, lastOn}: DepositState,
	taking: {readonly member: number; readonly amount: Rupiah; readonly on: LocalDate},
	path = 'amount',
): void {
	if (lastOn !== undefined && taking.on < lastOn) {
		throw refuse('lending/deposit-out-of-order', {last: lastOn, date: taking.on}, path);
	}
	if (compare(taking.amount, balance) <= 0) return;
	const values = {
		member: String(taking.member),
		balance: toText(balance),
		amount: toText(taking.amount),
	};
	throw refuse('lending/deposit-too-low', values, path);
}

/**
 * A group lets its deposits pay what is late of a member's loan, and nothing that is not due yet.
 * @throws DomainError `lending/deposit-beyond-arrears`.
 */
export function decideDepositPayment(amount: Rupiah, overdue: Rupiah, date: LocalDate): void {
	if (compare(amount, overdue) <= 0) return;
	const values = {overdue: toText(overdue), date, amount: toText(amount)};
	throw refuse('lending/deposit-beyond-arrears', values, 'parts');
}

type Paper = {readonly on: LocalDate; readonly method: MoneyMethod; readonly document: string};

/** A member brings a deposit for their group: money that the cooperative owes back. */
export const draftDeposit = (
	group: Group,
	{member, memberNumber}: Pick<Membership, 'member' | 'memberNumber'>,
	amount: Rupiah,
	{on, method, document}: Paper,
): EntryDraft => ({
	book: group.book,
	effectiveOn: on,
	kind: 'group-deposit',
	reason: `Simpanan tanggung renteng anggota ${memberNumber}, kelompok ${group.number}`,
	document,
	lines: [debit(moneyOf(method), amount), credit(jointDeposits, amount, {member})],
});

/** A member takes their deposit back. */
export const draftDepositWithdrawal = (
	group: Group,
	{member, memberNumber}: Pick<Membership, 'member' | 'memberNumber'>,
	amount: Rupiah,
	{on, method, document}: Paper,
): EntryDraft => ({
	book: group.book,
	effectiveOn: on,
	kind: 'group-deposit-withdrawal',
	reason: `Penarikan simpanan tanggung renteng anggota ${memberNumber}, kelompok ${group.number}`,
	document,
	lines: [debit(jointDeposits, amount, {member}), credit(moneyOf(method), amount)],
});

export type DepositPart = {readonly member: MemberId; readonly amount: Rupiah};

/**
 * A repayment that the deposits of a group make instead of new money: what the cooperative kept for
 * the members becomes money of the fund, and is owed to them no more.
 */
export function draftFromDeposits(
	repayment: EntryDraft,
	parts: readonly DepositPart[],
	method: MoneyMethod,
	fund: Loan['allocation'],
): EntryDraft {
	const amount = sum(parts.map((part) => part.amount));
	const [received, ...others] = repayment.lines;
	return {
		...repayment,
		reason: `${repayment.reason}, dari simpanan tanggung renteng`,
		lines: [
			...parts.map((part) => debit(jointDeposits, part.amount, {member: part.member})),
			debit(received!.account, amount, {fund}),
			credit(moneyOf(method), amount),
			...others,
		],
	};
}

/**
 * The member pays back who paid for them, through the cooperative, which keeps it for the payer.
 */
export const draftClaimRepayment = (
	book: Loan['book'],
	claim: Pick<Claim, 'payer' | 'loanNumber'>,
	amount: Rupiah,
	{on, method, document}: Paper,
): EntryDraft => ({
	book,
	effectiveOn: on,
	kind: 'claim-repayment',
	reason: `Pelunasan tagihan tanggung renteng atas pembiayaan ${claim.loanNumber}`,
	document,
	lines: [debit(moneyOf(method), amount), credit(memberDeposits, amount, {member: claim.payer})],
});

/** What each part paid for another than its own member; nothing of what was one's own. */
export const claimsOf = (
	loan: Pick<Loan, 'member'>,
	parts: readonly DepositPart[],
): DepositPart[] => parts.filter(({member}) => member !== loan.member);
