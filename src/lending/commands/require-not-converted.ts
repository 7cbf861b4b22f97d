import type {Book} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Loan} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {getLoan} from './get-loan.ts';

/**
 * A debt that was converted stays as it was when it was, and what came of it began without money.
 * @throws DomainError `lending/converted`, `lending/came-of-conversion`; nothing of a repayment of
 * the new loan.
 */
export async function requireNotConverted(
	work: LendingWork,
	book: Book,
	loan: Loan,
	{isRepayment}: {readonly isRepayment: boolean},
): Promise<void> {
	const conversion = await work.loanLife.findConversion(book, loan.id);
	if (conversion === undefined) return;
	const {from, to} = conversion;
	if (from === loan.id) {
		const {loan: came} = await getLoan(work, to);
		const values = {number: String(loan.number), to: String(came.number)};
		throw refuse('lending/converted', values);
	}
	if (isRepayment) return;
	const {loan: old} = await getLoan(work, from);
	const values = {number: String(loan.number), from: String(old.number)};
	throw refuse('lending/came-of-conversion', values);
}
