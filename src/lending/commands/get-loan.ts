import type {LoanId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {LendingWork} from '../ports.ts';

/** The loan with an identity, and its book. @throws DomainError `lending/unknown-loan`. */
export async function getLoan(work: Pick<LendingWork, 'lending' | 'ledger'>, id: LoanId) {
	const loan = await work.lending.findLoan(id);
	if (!loan) throw refuse('lending/unknown-loan', {loan: id}, 'loan');
	return {loan, book: await getBook(work, loan.book)};
}
