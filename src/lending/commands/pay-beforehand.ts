import {toText} from '../../kernel/money.ts';
import type {LendingWork} from '../ports.ts';
import {decideClaimPayment, decideDownPayment, decideReturn} from '../purchase.ts';
import {draftClaimPayment, draftDownPayment, draftReturn} from '../purchase-entries.ts';
import type {DownPaymentReturn, NewDownPayment, TakenStep} from '../purchase-ports.ts';
import {holdPurchase, requireLiving, takeStep} from './purchase-step.ts';

/**
 * Takes what a member pays before the sale (urbun) and gives a numbered receipt.
 * @throws DomainError `lending/no-down-payment-asked`, `lending/down-payment-too-high`, and what
 * posting refuses.
 */
export async function takeDownPayment(
	work: LendingWork,
	wanted: NewDownPayment,
): Promise<TakenStep> {
	const found = await holdPurchase(work, wanted.loan);
	const {loan, book, product, held} = found;
	const {amount, method, paidOn: on} = wanted;
	decideDownPayment(loan, product, held, {amount, on, today: work.today(), path: 'paidOn'});
	await requireLiving(work, book, loan, on);
	const document = `KW-${await work.lending.nextReceiptNumber(book)}`;
	const draft = draftDownPayment(loan, amount, method, {on, document});
	return takeStep(work, found, 'down-payment', draft, {detail: {amount: toText(amount), method}});
}

/**
 * Gives all of a down payment back to who withdraws before anything was bought.
 * @throws DomainError `lending/purchase-open`, `lending/no-down-payment-held`, and what posting
 * refuses.
 */
export async function returnDownPayment(
	work: LendingWork,
	wanted: DownPaymentReturn,
): Promise<TakenStep> {
	const found = await holdPurchase(work, wanted.loan);
	const {loan, held, last} = found;
	const {method, returnedOn: on, reason, document} = wanted;
	const day = {on, today: work.today(), path: 'returnedOn'};
	const amount = decideReturn(loan, held, {...day, last});
	const draft = draftReturn(loan, amount, method, {on, document});
	return takeStep(work, found, 'down-payment-returned', draft, {
		reason,
		detail: {amount: toText(amount), method},
	});
}

/**
 * Takes what is still asked of a member who withdrew after the goods were bought.
 * @throws DomainError `lending/pays-more-than-claimed`, and what posting refuses.
 */
export async function payCancellation(
	work: LendingWork,
	wanted: NewDownPayment,
): Promise<TakenStep> {
	const found = await holdPurchase(work, wanted.loan);
	const {loan, book, held, last} = found;
	const {amount, method, paidOn: on} = wanted;
	const day = {on, today: work.today(), path: 'paidOn'};
	decideClaimPayment(held, {...day, amount, last});
	const document = `KW-${await work.lending.nextReceiptNumber(book)}`;
	const draft = draftClaimPayment(loan, amount, method, {on, document});
	return takeStep(work, found, 'cancellation-paid', draft, {
		detail: {amount: toText(amount), method},
	});
}
