import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, equals, zero} from '../kernel/money.ts';
import type {Instalment} from './loan.ts';
import {type Split, type Waterfall, splitRepayment} from './waterfall.ts';

/** A payment in the order of the days on which it was made. */
export type DatedPayment = {readonly paidOn: LocalDate; readonly amount: Rupiah};

/**
 * How payments split when they are taken in their order: each finds what those before it left. A
 * payment that comes to light late therefore splits as if it had been posted on its day, and those
 * after it split anew.
 * @throws DomainError `lending/repays-more-than-owed`.
 */
export function replaySplits(
	payments: readonly DatedPayment[],
	instalments: readonly Instalment[],
	waterfall: Waterfall,
): Split[] {
	let paid: Split = {principal: zero, margin: zero};
	return payments.map(({paidOn, amount}) => {
		const split = splitRepayment(amount, instalments, paid, {waterfall, on: paidOn});
		paid = {
			principal: add(paid.principal, split.principal),
			margin: add(paid.margin, split.margin),
		};
		return split;
	});
}

export const isSameSplit = (a: Split, b: Split): boolean =>
	equals(a.principal, b.principal) && equals(a.margin, b.margin);
