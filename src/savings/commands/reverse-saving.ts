import type {SavingMovementId} from '../../kernel/ids.ts';
import {type Book, type ReversalRequest, reverseEntries} from '../../ledger/index.ts';
import {type SavingMovement, decideMember, decideReversible, decideTaking} from '../movement.ts';
import type {SavingReversal, SavingsWork} from '../ports.ts';
import {getSaving, holdMember} from './hold-member.ts';

/**
 * Takes a deposit or a withdrawal back. It stays in the record, and is reversed once only.
 * @throws DomainError `savings/unknown`, `savings/already-reversed`, `savings/below-zero` for a
 * deposit of which too much is gone, `savings/part-of-leaving`, and what posting refuses.
 */
export async function reverseSaving(
	work: SavingsWork,
	{saving: id, ...request}: SavingReversal,
): Promise<SavingMovement> {
	const found = await getSaving(work, id);
	const {member, book} = await holdMember(work, found.member);
	const saving = await getSaving(work, id);
	decideReversible(saving);
	decideMember(member, request.effectiveOn, 'effectiveOn');
	if (saving.kind === 'deposit') {
		const moved = await work.savings.savingsOf(book, member.id);
		const {product, amount} = saving;
		decideTaking(
			{product, amount, day: request.effectiveOn},
			moved.filter((one) => one.product === product),
		);
	}
	const [reversal] = await recordReversals(work, book, [saving], request);
	return reversal!;
}

/** Takes movements back, all or none. */
export async function recordReversals(
	work: SavingsWork,
	book: Book,
	savings: readonly SavingMovement[],
	request: ReversalRequest,
): Promise<SavingMovement[]> {
	const references = savings.map(({entryNumber}) => ({book: book.code, number: entryNumber}));
	const entries = await reverseEntries(work, references, request);
	const reversals = savings.map(({number: _, ...saving}, index): SavingMovement => {
		const entry = entries[index]!;
		return {
			...saving,
			id: work.newId() as SavingMovementId,
			effectiveOn: entry.effectiveOn,
			entryNumber: entry.number,
			reverses: saving.id,
			recordedBy: work.actor.name,
			isReversed: false,
		};
	});
	for (const reversal of reversals) await work.savings.insertSaving(book, reversal);
	return reversals;
}
