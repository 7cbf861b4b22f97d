import type {AllocationId, CitySharePaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, portion, rupiah, subtract, toText} from '../kernel/money.ts';
import type {Rate} from '../kernel/rate.ts';
import {refuse} from './errors.ts';

/** What of a fund's income was booked as the city's on a day. */
export type CityShare = {
	readonly allocationId: AllocationId;
	readonly number: number;
	readonly accruedOn: LocalDate;
	/** All that the fund has earned by that day, in rupiah. */
	readonly earned: Rupiah;
	readonly rate: Rate;
	/** More, or with its sign less, than had been booked before. */
	readonly amount: Rupiah;
	readonly entryNumber: number;
	readonly cityEntryNumber: number;
};

export type CitySharePayment = {
	readonly id: CitySharePaymentId;
	readonly allocationId: AllocationId;
	readonly number: number;
	readonly document: string;
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	readonly cityEntryNumber: number;
	readonly isReversed: boolean;
};

/**
 * What is still to be booked of the city's share: its part of all that was earned, in whole rupiah
 * rounded down, less what has been booked. Below zero where income was taken back.
 */
export const shareDifference = (earned: Rupiah, rate: Rate, booked: Rupiah): Rupiah =>
	subtract(portion(earned, rate, 'down', rupiah('1')), booked);

/** @throws DomainError `fund/share-over-owed`. */
export function decideSharePayment(amount: Rupiah, owed: Rupiah): void {
	if (compare(amount, owed) <= 0) return;
	throw refuse('fund/share-over-owed', {amount: toText(amount), owed: toText(owed)}, 'amount');
}
