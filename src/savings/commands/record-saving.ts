import type {BookMember} from '../../cooperatives/index.ts';
import type {SavingMovementId} from '../../kernel/ids.ts';
import {type Book, postEntry} from '../../ledger/index.ts';
import {draftSaving} from '../entries.ts';
import {
	type SavingKind,
	type SavingMovement,
	decideMember,
	decideProduct,
	decideTaking,
} from '../movement.ts';
import type {NewSaving, SavingsWork} from '../ports.ts';
import {holdMember} from './hold-member.ts';

/**
 * Takes a member's deposit and gives a numbered slip.
 * @throws DomainError `savings/member-left`, `savings/before-member-joined`, and what posting
 * refuses.
 */
export async function depositSaving(work: SavingsWork, wanted: NewSaving): Promise<SavingMovement> {
	const {member, book} = await holdMember(work, wanted.member);
	decideMember(member, wanted.effectiveOn, 'effectiveOn');
	return recordSaving(work, book, member, {...wanted, kind: 'deposit'});
}

/**
 * Pays a member what they saved of their own will, never more than they have.
 * @throws DomainError `savings/locked`, `savings/below-zero`, `savings/member-left`, and what
 * posting refuses.
 */
export async function withdrawSaving(
	work: SavingsWork,
	wanted: NewSaving,
): Promise<SavingMovement> {
	const {member, book} = await holdMember(work, wanted.member);
	decideProduct(wanted.product);
	decideMember(member, wanted.effectiveOn, 'effectiveOn');
	const {product, amount, effectiveOn: day} = wanted;
	const moved = await work.savings.savingsOf(book, member.id);
	decideTaking(
		{product, amount, day},
		moved.filter((one) => one.product === product),
	);
	return recordSaving(work, book, member, {...wanted, kind: 'withdrawal'});
}

/** Posts what was decided, and keeps it with its slip. */
export async function recordSaving(
	work: SavingsWork,
	book: Book,
	member: BookMember,
	{isLeaving = false, ...wanted}: NewSaving & {kind: SavingKind; isLeaving?: boolean},
): Promise<SavingMovement> {
	const number = await work.savings.nextSlipNumber(book, wanted.kind);
	const draft = {...wanted, book: book.code, member: member.id, number, isLeaving};
	const entry = await postEntry(work, draftSaving(draft));
	const saving: SavingMovement = {
		...draft,
		id: work.newId() as SavingMovementId,
		effectiveOn: entry.effectiveOn,
		entryNumber: entry.number,
		recordedBy: work.actor.name,
		isReversed: false,
	};
	await work.savings.insertSaving(book, saving);
	return saving;
}
