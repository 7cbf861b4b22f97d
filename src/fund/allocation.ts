import type {
	AllocationId,
	BookCode,
	ProgrammeId,
	ProposalId,
	RemittanceId,
	TrancheId,
} from '../kernel/ids.ts';
import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, add, compare, subtract, sum, toText} from '../kernel/money.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import {type DueStanding, overdueOf} from './due-schedule.ts';
import {type AllocationEnding, requireRunning} from './ending.ts';
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
	/** The proposal that it was granted for. */
	readonly proposal?: ProposalId;
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

/** What has to be known to judge a tranche. */
export type TrancheFacts = {
	readonly allocation: Allocation;
	readonly programme: Pick<Programme, 'tranchesMax' | 'overdueDaysMax'>;
	readonly tranches: readonly Tranche[];
	/** The agreement's schedule with what has become of each row, on the day. */
	readonly dues: readonly DueStanding[];
	readonly ending?: AllocationEnding;
};

/**
 * A tranche fits when it comes on or after the agreement and before its end, the allocation still
 * has room for it, and nothing has been overdue for so long that the programme stops.
 */
export function decideTranche(
	{amount, receivedOn}: Pick<Tranche, 'amount' | 'receivedOn'>,
	{allocation, programme, tranches, dues, ending}: TrancheFacts,
): void {
	requireRunning(ending);
	if (receivedOn < allocation.agreedOn) {
		const values = {date: receivedOn, agreedOn: allocation.agreedOn};
		throw refuse('fund/tranche-before-agreement', values, 'receivedOn');
	}
	const standing = tranches.filter(({isReversed}) => !isReversed);
	const {tranchesMax, overdueDaysMax} = programme;
	if (tranchesMax !== undefined && standing.length >= tranchesMax) {
		throw refuse('fund/tranche-count', {max: String(tranchesMax)}, 'amount');
	}
	const oldest = dues.find(({isOverdue}) => isOverdue);
	if (overdueDaysMax !== undefined && oldest) {
		const days = daysBetween(oldest.dueOn, receivedOn);
		if (days > overdueDaysMax) {
			const values = {
				overdue: toText(overdueOf(dues)),
				days: String(days),
				max: String(overdueDaysMax),
			};
			throw refuse('fund/tranches-stopped', values, 'receivedOn');
		}
	}
	const received = sum(standing.map((tranche) => tranche.amount));
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
