import type {AllocationId, BookCode, FundReturnId, TrancheId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, max, min, subtract, toText, zero} from '../kernel/money.ts';
import {refuse} from './errors.ts';

/** Money that went back to the city as it came: not lent, or lent and not to be lent again. */
export type FundReturn = {
	readonly id: FundReturnId;
	readonly allocationId: AllocationId;
	readonly number: number;
	readonly document: string;
	readonly returnedOn: LocalDate;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	readonly cityEntryNumber: number;
	readonly isReversed: boolean;
};

/**
 * The revolving itself: what one allocation gave back and another received at once. Each rupiah of
 * the tranche is known by the allocation that it came from.
 */
export type Reallocation = {
	readonly from: {readonly book: BookCode; readonly allocation: AllocationId};
	readonly fundReturn: FundReturnId;
	readonly to: {readonly book: BookCode; readonly allocation: AllocationId};
	readonly tranche: TrancheId;
	readonly reason: string;
};

/** What a fund has, in rupiah, and what of it is not its own. */
export type FundMoney = {
	readonly cash: Rupiah;
	readonly bank: Rupiah;
	/** Collected from members and to be remitted. */
	readonly heldForCity: Rupiah;
	/** Deposits of members, who may ask for them or pay with them. */
	readonly keptForMembers: Rupiah;
};

/** What of a fund's money may be given back: in the bank, and held for nobody already. */
export const returnable = ({cash, bank, heldForCity, keptForMembers}: FundMoney): Rupiah =>
	max(min(bank, subtract(add(bank, cash), add(heldForCity, keptForMembers))), zero);

/** @throws DomainError `fund/returns-more-than-free`. */
export function decideReturn(amount: Rupiah, money: FundMoney): void {
	const free = returnable(money);
	if (compare(amount, free) <= 0) return;
	const values = {
		amount: toText(amount),
		free: toText(free),
		bank: toText(money.bank),
		held: toText(money.heldForCity),
		kept: toText(money.keptForMembers),
	};
	throw refuse('fund/returns-more-than-free', values, 'amount');
}

/** What is moved on goes to another agreement. @throws DomainError `fund/moved-to-itself`. */
export function decideReallocation(from: AllocationId, to: AllocationId): void {
	if (from === to) throw refuse('fund/moved-to-itself', {allocation: to}, 'to');
}
