import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import {compare, toText} from '../../kernel/money.ts';
import {type Book, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireStatus} from '../loan.ts';
import type {LendingWork, LoanReversal} from '../ports.ts';
import {requireAsked} from '../restructuring.ts';
import {getLoan} from './get-loan.ts';
import {recordReopened, settlementOf} from './reopen-loan.ts';
import {requireUnclaimed, takeBackJoint} from './take-back-joint.ts';

/**
 * Takes a repayment back, or the disbursement where none is named. The rows stay and are marked.
 * @throws DomainError `lending/unknown-repayment`, `lending/already-reversed`,
 * `lending/has-repayments`, `lending/already-remitted`, `lending/settled-early`,
 * `lending/restructured-since`, and what posting refuses.
 */
export async function reverseLoanOperation(work: LendingWork, wanted: LoanReversal): Promise<void> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	const isReopening = loan.status === 'settled' && wanted.repayment !== undefined;
	if (!isReopening) requireStatus(loan, 'disbursed');
	const numbers =
		wanted.repayment === undefined
			? [await disbursementToReverse(work, book, loan)]
			: await paymentToReverse(work, book, loan, wanted.repayment);
	const references = numbers.map((number) => ({book: book.code, number}));
	for (const number of numbers) await requireUnclaimed(work, book, number);
	const reversals = await reverseEntries(work, references, wanted);
	for (const [index, number] of numbers.entries()) {
		await takeBackJoint(work, book, number, reversals[index]!);
	}
	if (wanted.repayment === undefined) await work.lending.recordStatus(book, loan.id, 'reversed');
	if (isReopening) await recordReopened(work, book, loan, wanted, reversals[0]!.number);
}

/** The entries of a payment: two where it was an early settlement, for what was left off. */
async function paymentToReverse(
	work: LendingWork,
	book: Book,
	loan: Loan,
	id: string,
): Promise<number[]> {
	const settlement = await settlementOf(work, book, loan, id);
	const paid =
		settlement && settlement.entryNumber === undefined
			? []
			: [await repaymentToReverse(work, book, loan, id)];
	return settlement?.discountEntry === undefined ? paid : [...paid, settlement.discountEntry];
}

async function disbursementToReverse(work: LendingWork, book: Book, loan: Loan): Promise<number> {
	const repayments = await work.lending.repayments(book, loan.id);
	if (repayments.some(({isReversed}) => !isReversed)) {
		throw refuse('lending/has-repayments', {number: String(loan.number)});
	}
	return loan.disbursementEntry!;
}

async function repaymentToReverse(
	work: LendingWork,
	book: Book,
	loan: Loan,
	id: string,
): Promise<number> {
	const repayment = (await work.lending.repayments(book, loan.id)).find((one) => one.id === id);
	if (!repayment) throw refuse('lending/unknown-repayment', {repayment: id}, 'repayment');
	if (repayment.isReversed) {
		const values = {receipt: String(repayment.receiptNumber)};
		throw refuse('lending/already-reversed', values, 'repayment');
	}
	const allocation = await getAllocation(work, loan.allocation);
	const held = await collectedNotRemitted(work, book, allocation);
	if (compare(repayment.principal, held) > 0) {
		throw refuse('lending/already-remitted', {principal: toText(repayment.principal)}, 'repayment');
	}
	const {instalments} = (await work.lending.findSchedule(book, loan.id))!;
	requireAsked(instalments, await work.lending.owed(book, loan), repayment);
	return repayment.entryNumber;
}
