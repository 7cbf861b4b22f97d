import type {Book, ReversalRequest} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Loan} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import type {Settlement} from '../settlement.ts';
import {recordEvent} from './record-event.ts';

/**
 * The early settlement that a payment was; undefined for any other payment.
 * @throws DomainError `lending/settled-early` where a loan was settled at a discount by another.
 */
export async function settlementOf(
	work: LendingWork,
	book: Book,
	loan: Loan,
	payment: string,
): Promise<Settlement | undefined> {
	if (loan.status !== 'settled') return undefined;
	const settlement = await work.loanLife.findSettlement(book, loan.id);
	if (settlement === undefined || settlement.id === payment) return settlement;
	const {receiptNumber, discountEntry} = settlement;
	if (discountEntry === undefined) return undefined;
	const values = {number: String(loan.number), receipt: String(receiptNumber)};
	throw refuse('lending/settled-early', values, 'repayment');
}

/** A loan of which something is owed again, for what paid the last of it was taken back. */
export async function recordReopened(
	work: LendingWork,
	book: Book,
	loan: Loan,
	{effectiveOn, reason, document}: ReversalRequest,
	entryNumber: number,
): Promise<void> {
	await work.lending.recordStatus(book, loan.id, 'disbursed');
	await recordEvent(work, book, loan.id, {
		kind: 'reopened',
		occurredOn: effectiveOn,
		reason,
		document,
		entryNumber,
	});
}
