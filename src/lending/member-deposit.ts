import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AllocationId, BookCode, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, toText} from '../kernel/money.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {refuse} from './errors.ts';
import type {MoneyMethod} from './method.ts';

const {cash, fundBank, operatingBank, memberDeposits} = cooperativeAccounts;

export const withdrawalKind = 'member-deposit-withdrawal';

/** A member takes what is kept for them. */
export type DepositTaking = {
	readonly member: MemberId;
	/** The fund that it lies with; the cooperative's own money where none is named. */
	readonly allocation?: AllocationId;
	readonly withdrawnOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
	readonly document: string;
};

/** What moved a member's deposit: a line of the journal. */
export type DepositLine = {
	readonly entry: number;
	readonly effectiveOn: LocalDate;
	readonly kind: string;
	readonly document: string;
	readonly fund?: AllocationId;
	/** What came in, or below zero what went out. */
	readonly change: Rupiah;
	readonly reverses?: number;
};

/** @throws DomainError `lending/deposit-withdrawal-too-high`. */
export function decideDepositTaking(
	{amount, withdrawnOn: date}: Pick<DepositTaking, 'amount' | 'withdrawnOn'>,
	held: Rupiah,
): void {
	if (compare(amount, held) <= 0) return;
	const values = {amount: toText(amount), held: toText(held), date};
	throw refuse('lending/deposit-withdrawal-too-high', values, 'amount');
}

/** The entry of a withdrawal: the money leaves from where it lies. */
export function draftDepositTaking(
	book: BookCode,
	memberNumber: number,
	{member, allocation: fund, withdrawnOn, method, amount, document}: DepositTaking,
): EntryDraft {
	const bank = fund === undefined ? operatingBank : fundBank;
	const place = fund === undefined ? {} : {fund};
	return {
		book,
		effectiveOn: withdrawnOn,
		kind: withdrawalKind,
		reason: `Penarikan titipan anggota ${memberNumber}`,
		document,
		lines: [
			debit(memberDeposits, amount, {...place, member}),
			credit(method === 'cash' ? cash : bank, amount, place),
		],
	};
}
