import type {AttachmentId, LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type ReversalRequest, findPapers, postEntry, reverseEntries} from '../../ledger/index.ts';
import {requireHappened} from '../late-payer.ts';
import {refuse} from '../errors.ts';
import {
	type LateCharge,
	type LateChargePayment,
	type LateChargeWaiver,
	decideChargePayment,
	decideWaiver,
	requireState,
} from '../late-charge.ts';
import {accountOfCharge, draftChargePayment} from '../late-charge-entries.ts';
import type {LendingWork} from '../ports.ts';
import {productOf} from './get-product.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/** Which charge of which loan. */
export type ChargeReference = {readonly loan: LoanId; readonly charge: number};

/**
 * Takes what a member pays of a charge: a fine into the benevolence fund, a compensation as what
 * makes up for a cost.
 * @throws DomainError `lending/late-charge-ended`, `lending/before-late-charge`, and what posting
 * refuses.
 */
export async function payLateCharge(
	work: LendingWork,
	wanted: ChargeReference & {
		readonly paidOn: LocalDate;
		readonly method: LateChargePayment['method'];
		/** Papers that prove the cost, sealed with the entry. */
		readonly attachments?: readonly AttachmentId[] | undefined;
	},
): Promise<LateCharge> {
	const {loan, book, charge} = await holdCharge(work, wanted);
	const {paidOn, method} = wanted;
	decideChargePayment(charge, paidOn);
	const product = await productOf(work, book, loan);
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const account = accountOfCharge(charge.kind, loan.akad, product?.lateFine);
	const draft = draftChargePayment(loan, charge, account, {paidOn, method, receiptNumber});
	const papers = await findPapers(work, book.code, wanted.attachments);
	const {number: entryNumber, document} = await postEntry(work, {...draft, papers});
	const payment = {paidOn, method, receiptNumber, entryNumber, receivedBy: work.actor.name};
	await work.lateCharges.insertChargePayment(book, charge, payment);
	await recordEvent(work, book, loan.id, {
		kind: `${charge.kind}-paid`,
		occurredOn: paidOn,
		document,
		entryNumber,
		detail: {charge: String(charge.number)},
	});
	return {...charge, payment};
}

/**
 * Lets a charge go; another person than who made it.
 * @throws DomainError `lending/waiver-same-person`, `lending/late-charge-ended`, …
 */
export async function waiveLateCharge(
	work: LendingWork,
	wanted: ChargeReference & Pick<LateChargeWaiver, 'waivedOn' | 'reason'>,
): Promise<LateCharge> {
	const {loan, book, charge} = await holdCharge(work, wanted);
	const {waivedOn, reason} = wanted;
	const waiver = {waivedOn, reason, waivedBy: work.actor.name};
	decideWaiver(charge, waiver);
	requireHappened(waivedOn, work.today(), 'waivedOn');
	await work.lateCharges.insertWaiver(book, charge, waiver, work.now());
	await recordEvent(work, book, loan.id, {
		kind: `${charge.kind}-waived`,
		occurredOn: waivedOn,
		reason,
		detail: {charge: String(charge.number)},
	});
	return {...charge, waiver};
}

/**
 * Takes back the payment of a charge, which is open again. The rows stay.
 * @throws DomainError `lending/late-charge-ended`, and what posting refuses.
 */
export async function reverseChargePayment(
	work: LendingWork,
	wanted: ChargeReference & ReversalRequest,
): Promise<LateCharge> {
	const {loan, book, charge} = await holdCharge(work, wanted);
	requireState(charge, 'paid');
	const {payment, ...open} = charge;
	const number = payment!.entryNumber;
	const [reversal] = await reverseEntries(work, [{book: book.code, number}], wanted);
	await recordEvent(work, book, loan.id, {
		kind: `${charge.kind}-payment-reversed`,
		occurredOn: wanted.effectiveOn,
		reason: wanted.reason,
		document: wanted.document,
		entryNumber: reversal!.number,
		detail: {charge: String(charge.number)},
	});
	return open;
}

async function holdCharge(work: LendingWork, {loan: id, charge: number}: ChargeReference) {
	const {loan, book} = await holdLoan(work, id);
	const charges = await work.lateCharges.listCharges(book, loan.id);
	const charge = charges.find((one) => one.number === number);
	if (charge) return {loan, book, charge};
	const values = {number: String(loan.number), charge: String(number)};
	throw refuse('lending/unknown-late-charge', values, 'number');
}
