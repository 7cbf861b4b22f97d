import type {LoanId} from '../../kernel/ids.ts';
import type {LendingWork} from '../ports.ts';
import {getLoan} from './get-loan.ts';

/**
 * The loan and its book, held until the transaction ends, as it stands once it is held: two people
 * may act at once. @throws DomainError `lending/unknown-loan`.
 */
export async function holdLoan(work: Pick<LendingWork, 'lending' | 'ledger'>, id: LoanId) {
	const {book} = await getLoan(work, id);
	await work.ledger.lockTip(book);
	return getLoan(work, id);
}
