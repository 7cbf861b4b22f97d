import type {AllocationId, BookCode, ProgrammeId, RemittanceId, TrancheId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, subtract, sum, toText} from '../kernel/money.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import {refuse} from './errors.ts';
import type {Programme} from './programme.ts';

/**
 * What the city agreed to lend one cooperative for one kelurahan. Its identity is the `fund` of
 * lines.
 */
export type Allocation = {
	readonly id: AllocationId;
	readonly programmeId: ProgrammeId;
	/** The cooperative's book. */
	readonly book: BookCode;
	readonly kelurahanCode: KelurahanCode;
	readonly agreementNumber: string;
	readonly agreedOn: LocalDate;
	readonly amount: Rupiah;
	readonly tenorMonths: number;
	readonly graceMonths: number;
};

/** One part of an allocation that the city has paid out, by a numbered order to pay (SP2D). */
export type Tranche = {
	readonly id: TrancheId;
	readonly allocationId: AllocationId;
	readonly number: number;
	readonly document: string;
	readonly budgetYear: number;
	readonly receivedOn: LocalDate;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	readonly cityEntryNumber: number;
	readonly isReversed: boolean;
};

/** Principal that the cooperative collected from members and paid back to the city. */
export type Remittance = {
	readonly id: RemittanceId;
	readonly allocationId: AllocationId;
	readonly number: number;
	readonly document: string;
	readonly remittedOn: LocalDate;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	readonly cityEntryNumber: number;
	readonly isReversed: boolean;
};

/** An allocation fits when the kelurahan's total stays within the programme's ceiling. */
export function decideAllocation(
	amount: Rupiah,
	programme: Programme,
	allocatedBefore: Rupiah,
	kelurahan: KelurahanCode,
): void {
	if (compare(add(allocatedBefore, amount), programme.ceilingPerKelurahan) <= 0) return;
	const values = {
		amount: toText(amount),
		kelurahan,
		ceiling: toText(programme.ceilingPerKelurahan),
		allocated: toText(allocatedBefore),
		left: toText(subtract(programme.ceilingPerKelurahan, allocatedBefore)),
	};
	throw refuse('fund/over-ceiling', values, 'amount');
}

/**
 * A tranche fits when it comes on or after the agreement and the allocation still has room for it.
 */
export function decideTranche(
	amount: Rupiah,
	receivedOn: LocalDate,
	allocation: Allocation,
	tranches: readonly Tranche[],
): void {
	if (receivedOn < allocation.agreedOn) {
		const values = {date: receivedOn, agreedOn: allocation.agreedOn};
		throw refuse('fund/tranche-before-agreement', values, 'receivedOn');
	}
	const received = sum(
		tranches.filter(({isReversed}) => !isReversed).map((tranche) => tranche.amount),
	);
	if (compare(add(received, amount), allocation.amount) > 0) {
		const values = {
			amount: toText(amount),
			allocated: toText(allocation.amount),
			received: toText(received),
			left: toText(subtract(allocation.amount, received)),
		};
		throw refuse('fund/tranche-over-allocation', values, 'amount');
	}
}

/** A remittance is of principal that was collected and not yet remitted, and no more. */
export function decideRemittance(amount: Rupiah, collectedNotRemitted: Rupiah): void {
	if (compare(amount, collectedNotRemitted) <= 0) return;
	const values = {amount: toText(amount), held: toText(collectedNotRemitted)};
	throw refuse('fund/remits-more-than-collected', values, 'amount');
}
