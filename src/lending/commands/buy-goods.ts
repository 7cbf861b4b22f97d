import {toText} from '../../kernel/money.ts';
import type {LendingWork} from '../ports.ts';
import {decideAdvance, decideCancellation, decidePurchase} from '../purchase.ts';
import {draftAdvance, draftCancellation, draftPurchase} from '../purchase-entries.ts';
import type {NewAdvance, NewPurchase, PurchaseCancellation, TakenStep} from '../purchase-ports.ts';
import {requireAnother} from '../step.ts';
import {holdPurchase, requireFundCash, requireLiving, takeStep} from './purchase-step.ts';

/**
 * Gives a member money to buy the goods of a murabahah as the cooperative's agent (wakalah).
 * @throws DomainError `lending/no-wakalah`, `lending/purchase-open`,
 * `lending/advance-above-principal`, `lending/down-payment-too-low`, `lending/fund-cash-too-low`,
 * and what posting refuses.
 */
export async function giveAdvance(work: LendingWork, wanted: NewAdvance): Promise<TakenStep> {
	const found = await holdPurchase(work, wanted.loan);
	const {loan, book, product, held} = found;
	const {amount, givenOn: on, document} = wanted;
	decideAdvance(loan, product, held, {amount, on, today: work.today(), path: 'givenOn'});
	await requireLiving(work, book, loan, on);
	await requireFundCash(work, book, loan, amount, 'amount');
	return takeStep(work, found, 'purchase-advance', draftAdvance(loan, amount, {on, document}), {
		detail: {amount: toText(amount)},
	});
}

/**
 * Records what the agent bought, by the supplier's invoice: the goods are the cooperative's from
 * then on, and what was not spent goes back to the bank of the fund.
 * @throws DomainError `lending/no-advance`, `lending/purchase-above-advance`, and what posting
 * refuses.
 */
export async function recordPurchase(work: LendingWork, wanted: NewPurchase): Promise<TakenStep> {
	const found = await holdPurchase(work, wanted.loan);
	const {loan, held, last} = found;
	const {cost, boughtOn: on, supplier, document} = wanted;
	const day = {on, today: work.today(), path: 'boughtOn'};
	const unspent = decidePurchase(loan, held, {...day, cost, last});
	const draft = draftPurchase(loan, {cost, unspent}, {on, document});
	return takeStep(work, found, 'goods-bought', draft, {
		detail: {supplier, cost: toText(cost), unspent: toText(unspent)},
	});
}

/**
 * Ends a purchase from which the member withdrew: the goods go, and what it really cost is kept
 * from the down payment and asked of the member beyond it. The loan may then be withdrawn.
 * @throws DomainError `lending/goods-not-bought`, `lending/proceeds-above-cost`,
 * `lending/same-person-step`, `lending/paper-counted`, and what posting refuses.
 */
export async function cancelPurchase(
	work: LendingWork,
	wanted: PurchaseCancellation,
): Promise<TakenStep> {
	const found = await holdPurchase(work, wanted.loan);
	const {loan, book, held, last} = found;
	const {cancelledOn: on, document, proceeds, costs, method, reason} = wanted;
	const day = {on, today: work.today(), path: 'cancelledOn'};
	const cancellation = decideCancellation(loan, held, {...day, proceeds, costs, last});
	requireAnother(loan, work.actor.name);
	const draft = draftCancellation(loan, cancellation, method, {on, document});
	const step = await takeStep(work, found, 'purchase-cancelled', draft, {
		reason,
		detail: {
			proceeds: toText(proceeds),
			loss: toText(cancellation.loss),
			spent: toText(cancellation.spent),
			kept: toText(cancellation.kept),
			returned: toText(cancellation.returned),
			claim: toText(cancellation.claim),
		},
	});
	await work.purchases.insertCancellationCosts(book, loan.id, step.entryNumber, costs);
	return step;
}
