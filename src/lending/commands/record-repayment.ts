import type {RepaymentId} from '../../kernel/ids.ts';
import {add, equals, isZero, min, subtract, sum, toText, zero} from '../../kernel/money.ts';
import {postEntry} from '../../ledger/index.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import {requireStatus, type Repayment} from '../loan.ts';
import type {LendingWork, NewRepayment} from '../ports.ts';
import {quoteSettlement, requireNoDiscount} from '../settlement.ts';
import {splitRepayment} from '../waterfall.ts';
import {getLoan} from './get-loan.ts';
import {productOf} from './get-product.ts';
import {laterThan, recordLateFound} from './record-late-found.ts';
import {recordPaidOff} from './settle-loan.ts';

/**
 * Takes a member's payment, splits it by the waterfall, posts it and gives a numbered receipt.
 * @throws DomainError `lending/repays-more-than-owed`, `lending/paid-before-disbursement`,
 * `lending/settle-instead`, and what posting refuses.
 */
export async function recordRepayment(work: LendingWork, wanted: NewRepayment): Promise<Repayment> {
	const {loan, book} = await getLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	if (wanted.paidOn < loan.disbursedOn!) {
		const values = {date: wanted.paidOn, disbursedOn: loan.disbursedOn!};
		throw refuse('lending/paid-before-disbursement', values, 'paidOn');
	}
	await work.ledger.lockTip(book);
	const schedule = (await work.lending.findSchedule(book, loan.id))!;
	const {instalments} = schedule;
	const owed = await work.lending.owed(book, loan);
	const due = add(owed.principal, owed.margin);
	const excess =
		wanted.excess === 'deposit' ? subtract(wanted.amount, min(wanted.amount, due)) : zero;
	const amount = subtract(wanted.amount, excess);
	const paidBefore = {
		principal: subtract(sum(instalments.map((row) => row.principal)), owed.principal),
		margin: subtract(sum(instalments.map((row) => row.margin)), owed.margin),
	};
	const product = await productOf(work, book, loan);
	const split = splitRepayment(amount, instalments, paidBefore, {
		...(product ? {waterfall: product.waterfall} : {}),
		on: wanted.paidOn,
	});
	const isLast = equals(amount, due);
	const soFar = (await work.lending.repayments(book, loan.id))
		.filter(({isReversed}) => !isReversed)
		.sort((a, b) => a.paidOn.localeCompare(b.paidOn) || a.receiptNumber - b.receiptNumber);
	const isLateFound = laterThan(wanted.paidOn, soFar).length > 0;
	if (isLateFound && isLast) {
		const values = {amount: toText(wanted.amount), number: String(loan.number)};
		throw refuse('lending/late-found-is-last', values, 'paidOn');
	}
	if (isLast) {
		requireNoDiscount(amount, quoteSettlement(loan.akad, instalments, owed, wanted.paidOn));
	}
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	if (isLateFound) {
		const found = {loan, book, schedule, repayments: soFar};
		return recordLateFound(work, found, {...wanted, receiptNumber});
	}
	const draft = draftRepayment(
		loan,
		split,
		{...wanted, receiptNumber},
		{
			...(isZero(excess) ? {} : {excess}),
			...(isLast && loan.akad === 'ijarah' ? {handedOver: loan.principal} : {}),
		},
	);
	const entry = await postEntry(work, draft);
	const repayment: Repayment = {
		paidOn: wanted.paidOn,
		method: wanted.method,
		amount,
		...split,
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
