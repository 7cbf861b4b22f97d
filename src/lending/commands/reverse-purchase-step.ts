import {reverseEntries} from '../../ledger/index.ts';
import type {LendingWork} from '../ports.ts';
import {decideStepReversal} from '../purchase.ts';
import type {StepReversal} from '../purchase-ports.ts';
import {holdPurchase} from './purchase-step.ts';
import {recordEvent} from './record-event.ts';

/**
 * Takes a step before the sale back, by the number of its entry: the agent brought the money back,
 * the supplier took the goods back, or it was recorded wrongly. Last first.
 * @throws DomainError `lending/unknown-purchase-step`, `lending/purchase-step-not-last`,
 * `lending/down-payment-too-low`, and what posting refuses.
 */
export async function reversePurchaseStep(work: LendingWork, wanted: StepReversal): Promise<void> {
	const {loan, book, product, held, events} = await holdPurchase(work, wanted.loan);
	const {entry, effectiveOn, reason, document} = wanted;
	const step = decideStepReversal(loan, product, held, {events, entry});
	const [reversal] = await reverseEntries(work, [{book: book.code, number: entry}], wanted);
	await recordEvent(work, book, loan.id, {
		kind: 'purchase-step-reversed',
		occurredOn: effectiveOn,
		reason,
		document,
		entryNumber: reversal!.number,
		detail: {step: step.kind, entry: String(entry)},
	});
}
