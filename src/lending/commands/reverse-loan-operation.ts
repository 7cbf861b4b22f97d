import {type Book, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireStatus} from '../loan.ts';
import type {LendingWork, LoanReversal} from '../ports.ts';
import {requireAsked} from '../restructuring.ts';
import {requireNotConverted} from './require-not-converted.ts';
import {requireNotCleared} from './clear-payroll.ts';
import {holdLoan} from './hold-loan.ts';
import {requireHeldForCity} from './require-held-for-city.ts';
import {recordReopened, settlementOf} from './reopen-loan.ts';
import {reverseDisbursement} from './reverse-tranche.ts';
import {requireUnclaimed, takeBackJoint} from './take-back-joint.ts';

/**
 * Takes back a repayment, the latest tranche, or all that was disbursed where neither is named. The
 * rows stay and are marked. Without its latest tranche a loan is repaid by what the schedule before
 * it still asks for.
 * @throws DomainError `lending/unknown-repayment`, `lending/already-reversed`,
 * `lending/has-repayments`, `lending/already-remitted`, `lending/settled-early`,
 * `lending/restructured-since`, `lending/tranche-not-last`, `lending/payroll-cleared`,
 * `lending/converted`, `lending/came-of-conversion`, and what posting refuses.
 */
export async function reverseLoanOperation(work: LendingWork, wanted: LoanReversal): Promise<void> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	await requireNotConverted(work, book, loan, {isRepayment: wanted.repayment !== undefined});
	const isReopening = loan.status === 'settled' && wanted.repayment !== undefined;
	if (!isReopening) requireStatus(loan, 'disbursed');
	if (wanted.repayment === undefined) {
		await reverseDisbursement(work, book, loan, wanted);
		return;
	}
	const numbers = await paymentToReverse(work, book, loan, wanted.repayment);
	const references = numbers.map((number) => ({book: book.code, number}));
	for (const number of numbers) await requireUnclaimed(work, book, number);
	const reversals = await reverseEntries(work, references, wanted);
	for (const [index, number] of numbers.entries()) {
		await takeBackJoint(work, book, number, reversals[index]!);
	}
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
	await requireNotCleared(work, book, repayment, 'repayment');
	if (repayment.method !== 'payroll') {
		await requireHeldForCity(work, book, loan, repayment.principal);
	}
	const {instalments} = (await work.lending.findSchedule(book, loan.id))!;
	requireAsked(instalments, await work.lending.owed(book, loan), repayment);
	return repayment.entryNumber;
}
