import type {LoanId} from '../../kernel/ids.ts';
import type {Book} from '../../ledger/index.ts';
import type {LoanEvent} from '../loan.ts';
import type {LendingWork} from '../ports.ts';

/** Adds a step to a loan's life, under the name of whoever takes it. */
export const recordEvent = async (
	work: Pick<LendingWork, 'lending' | 'actor' | 'now'>,
	book: Book,
	loan: LoanId,
	event: LoanEvent,
): Promise<void> =>
	work.lending.insertEvent(book, loan, event, {actor: work.actor.name, at: work.now()});
