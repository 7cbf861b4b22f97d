import type {
	MemberId,
	SavingMovementId,
	SurplusDistributionId,
	SurplusPayoutId,
} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, isZero, subtract, toText} from '../kernel/money.ts';
import type {SurplusDistribution} from './distribution.ts';
import {refuse} from './errors.ts';

/** How a share is paid: from the cash box, from the operating bank account, or into savings. */
export const payoutWays = ['cash', 'bank', 'savings'] as const;
export type PayoutWay = (typeof payoutWays)[number];

/** A part of a member's share, or all of it, paid out. */
export type SurplusPayout = {
	readonly id: SurplusPayoutId;
	readonly distribution: SurplusDistributionId;
	readonly member: MemberId;
	/** The number of the slip (`SH-`); into savings it is the slip of the deposit (`SS-`). */
	readonly number: number;
	readonly paidOn: LocalDate;
	readonly way: PayoutWay;
	readonly amount: Rupiah;
	readonly entryNumber: number;
	/** The deposit that it became. */
	readonly saving?: SavingMovementId;
	readonly recordedBy: string;
	readonly isReversed: boolean;
};

/** What is printed on the slip of a payout. */
export const payoutSlipOf = ({way, number}: Pick<SurplusPayout, 'way' | 'number'>): string =>
	`${way === 'savings' ? 'SS' : 'SH'}-${number}`;

/**
 * Judges that a part of a member's share is paid out on a day.
 * @throws DomainError `surplus/already-reversed`, `surplus/paid-too-early`, `surplus/no-share`,
 * `surplus/above-left`.
 */
export function decidePayout(
	{
		member,
		amount,
		paidOn,
	}: {readonly member: MemberId; readonly amount: Rupiah; readonly paidOn: LocalDate},
	{year, decidedOn, reversal}: Pick<SurplusDistribution, 'year' | 'decidedOn' | 'reversal'>,
	{share, paid}: {readonly share: Rupiah; readonly paid: Rupiah},
): void {
	const name = String(year);
	if (reversal) throw refuse('surplus/already-reversed', {year: name});
	if (paidOn < decidedOn) {
		throw refuse('surplus/paid-too-early', {date: paidOn, decidedOn}, 'paidOn');
	}
	if (isZero(share)) throw refuse('surplus/no-share', {member, year: name}, 'member');
	const left = subtract(share, paid);
	if (compare(amount, left) <= 0) return;
	throw refuse('surplus/above-left', {left: toText(left), amount: toText(amount)}, 'amount');
}
