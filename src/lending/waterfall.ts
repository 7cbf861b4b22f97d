import {
	type Rupiah,
	add,
	compare,
	isZero,
	min,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import type {Instalment} from './loan.ts';

/** What a payment pays. */
export type Split = {readonly principal: Rupiah; readonly margin: Rupiah};

/**
 * Splits a payment over a loan's instalments, oldest first; within one instalment the margin
 * before the principal. What was paid before is taken to have been split by the same rule.
 * @throws DomainError `lending/repays-more-than-owed`.
 */
export function splitRepayment(
	amount: Rupiah,
	instalments: readonly Instalment[],
	paidBefore: Split,
): Split {
	const owed = subtract(totalOf(instalments), add(paidBefore.principal, paidBefore.margin));
	if (compare(amount, owed) > 0) {
		throw refuse(
			'lending/repays-more-than-owed',
			{amount: toText(amount), owed: toText(owed)},
			'amount',
		);
	}
	let {principal: earlierPrincipal, margin: earlierMargin} = paidBefore;
	let [left, principal, margin] = [amount, zero, zero];
	for (const instalment of instalments) {
		if (isZero(left)) break;
		const marginLeft = subtract(instalment.margin, min(instalment.margin, earlierMargin));
		earlierMargin = subtract(earlierMargin, min(instalment.margin, earlierMargin));
		const principalLeft = subtract(
			instalment.principal,
			min(instalment.principal, earlierPrincipal),
		);
		earlierPrincipal = subtract(earlierPrincipal, min(instalment.principal, earlierPrincipal));
		const toMargin = min(left, marginLeft);
		const toPrincipal = min(subtract(left, toMargin), principalLeft);
		margin = add(margin, toMargin);
		principal = add(principal, toPrincipal);
		left = subtract(left, add(toMargin, toPrincipal));
	}
	return {principal, margin};
}

const totalOf = (instalments: readonly Instalment[]): Rupiah =>
	sum(instalments.map(({principal, margin}) => add(principal, margin)));
