import {type BookMember, getMember} from '../../cooperatives/index.ts';
import type {MemberId, SavingMovementId} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {SavingMovement} from '../movement.ts';
import type {SavingsWork} from '../ports.ts';

/**
 * A member whose cooperative's book is held from now on: nobody else moves their savings, lets them
 * leave or posts for them meanwhile. @throws DomainError `member/unknown`.
 */
export async function holdMember(
	work: SavingsWork,
	id: MemberId,
): Promise<{member: BookMember; book: Book}> {
	const found = await getMember(work, id);
	const book = await getBook(work, found.book);
	await work.ledger.lockTip(book);
	// Read again under the lock: they may have left meanwhile.
	return {member: await getMember(work, id), book};
}

/** A deposit, a withdrawal or a reversal. @throws DomainError `savings/unknown`. */
export async function getSaving(
	work: Pick<SavingsWork, 'savings'>,
	id: SavingMovementId,
): Promise<SavingMovement> {
	const saving = await work.savings.findSaving(id);
	if (!saving) throw refuse('savings/unknown', {saving: id}, 'id');
	return saving;
}
