import type {Book} from '../../ledger/index.ts';
import type {Repayment} from '../loan.ts';
import type {LendingWork} from '../ports.ts';

/** Loans of which nothing is owed any more have ended, each by the repayment that paid its last. */
export const recordSettledBy = async (
	work: Pick<LendingWork, 'groups' | 'actor' | 'now'>,
	book: Book,
	repayments: readonly Repayment[],
): Promise<void> =>
	work.groups.settleLoans(book, repayments, {actor: work.actor.name, at: work.now()});
