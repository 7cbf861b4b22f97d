import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import {compare, toText} from '../../kernel/money.ts';
import {type Book, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireStatus} from '../loan.ts';
import type {LendingWork, LoanReversal} from '../ports.ts';
import {getLoan} from './get-loan.ts';

/**
 * Takes a repayment back, or the disbursement where none is named. The rows stay and are marked.
 * @throws DomainError `lending/unknown-repayment`, `lending/already-reversed`,
 * `lending/has-repayments`, `lending/already-remitted`, and what posting refuses.
 */
export async function reverseLoanOperation(work: LendingWork, wanted: LoanReversal): Promise<void> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	const number =
		wanted.repayment === undefined
			? await disbursementToReverse(work, book, loan)
			: await repaymentToReverse(work, book, loan, wanted.repayment);
	await reverseEntries(work, [{book: book.code, number}], wanted);
	if (wanted.repayment === undefined) await work.lending.recordStatus(book, loan.id, 'reversed');
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
	return repayment.entryNumber;
}
