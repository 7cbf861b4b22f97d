import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import {type Rupiah, compare, toText} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Loan} from '../loan.ts';
import type {LendingWork} from '../ports.ts';

/** What was collected is taken back while the city has not got it. */
export async function requireHeldForCity(
	work: LendingWork,
	book: Book,
	loan: Loan,
	principal: Rupiah,
): Promise<void> {
	const allocation = await getAllocation(work, loan.allocation);
	if (compare(principal, await collectedNotRemitted(work, book, allocation)) <= 0) return;
	throw refuse('lending/already-remitted', {principal: toText(principal)}, 'repayment');
}
