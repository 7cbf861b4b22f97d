import type {RepaymentId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {postEntry} from '../../ledger/index.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {Repayment} from '../loan.ts';
import {decidePayment} from '../payment.ts';
import type {LendingWork, NewRepayment} from '../ports.ts';
import {wayOf} from '../way.ts';
import {holdLoan} from './hold-loan.ts';
import {paymentFacts} from './preview-repayment.ts';
import {laterThan, recordLateFound} from './record-late-found.ts';
import {recordPaidOff} from './settle-loan.ts';

/**
 * Takes a member's payment, splits it by the waterfall, posts it and gives a numbered receipt.
 * @throws DomainError `lending/repays-more-than-owed`, `lending/paid-before-disbursement`,
 * `lending/settle-instead`, and what posting refuses.
 */
export async function recordRepayment(work: LendingWork, wanted: NewRepayment): Promise<Repayment> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	const schedule = await work.lending.findSchedule(book, loan.id);
	const payment = decidePayment(await paymentFacts(work, {loan, book, schedule}, wanted), wanted);
	const {amount, principal, margin, extras, isLast} = payment;
	const soFar = (await work.lending.repayments(book, loan.id))
		.filter(({isReversed}) => !isReversed)
		.sort((a, b) => a.paidOn.localeCompare(b.paidOn) || a.receiptNumber - b.receiptNumber);
	const isLateFound = laterThan(wanted.paidOn, soFar).length > 0;
	if (isLateFound && isLast) {
		const values = {amount: toText(wanted.amount), number: String(loan.number)};
		throw refuse('lending/late-found-is-last', values, 'paidOn');
	}
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	if (isLateFound) {
		const found = {loan, book, schedule: schedule!, repayments: soFar};
		return recordLateFound(work, found, {...wanted, receiptNumber});
	}
	const draft = draftRepayment(loan, payment, {...wanted, receiptNumber}, extras);
	const entry = await postEntry(work, draft);
	const repayment: Repayment = {
		paidOn: wanted.paidOn,
		...wayOf(wanted),
		amount,
		principal,
		margin,
		id: work.newId() as RepaymentId,
		loan: loan.id,
		receiptNumber,
		replay: 0,
		entryNumber: entry.number,
		receivedBy: work.actor.name,
		isReversed: false,
	};
	await work.lending.insertRepayment(book, repayment);
	if (isLast) await recordPaidOff(work, book, repayment);
	return repayment;
}
