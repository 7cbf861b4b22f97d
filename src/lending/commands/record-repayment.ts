import type {RepaymentId} from '../../kernel/ids.ts';
import {subtract} from '../../kernel/money.ts';
import {postEntry} from '../../ledger/index.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import {requireStatus, type Repayment} from '../loan.ts';
import type {LendingWork, NewRepayment} from '../ports.ts';
import {splitRepayment} from '../waterfall.ts';
import {getLoan} from './get-loan.ts';

/**
 * Takes a member's payment, splits it by the waterfall, posts it and gives a numbered receipt.
 * @throws DomainError `lending/repays-more-than-owed`, `lending/paid-before-disbursement`, and what
 * posting refuses.
 */
export async function recordRepayment(work: LendingWork, wanted: NewRepayment): Promise<Repayment> {
	const {loan, book} = await getLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	if (wanted.paidOn < loan.disbursedOn!) {
		const values = {date: wanted.paidOn, disbursedOn: loan.disbursedOn!};
		throw refuse('lending/paid-before-disbursement', values, 'paidOn');
	}
	await work.ledger.lockTip(book);
	const owed = await work.lending.owed(book, loan);
	const paidBefore = {
		principal: subtract(loan.principal, owed.principal),
		margin: subtract(loan.margin, owed.margin),
	};
	const instalments = await work.lending.instalments(book, loan.id);
	const split = splitRepayment(wanted.amount, instalments, paidBefore);
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const entry = await postEntry(work, draftRepayment(loan, split, {...wanted, receiptNumber}));
	const repayment: Repayment = {
		...wanted,
		...split,
		id: work.newId() as RepaymentId,
		loan: loan.id,
		receiptNumber,
		entryNumber: entry.number,
		receivedBy: work.actor.name,
		isReversed: false,
	};
	await work.lending.insertRepayment(book, repayment);
	return repayment;
}
