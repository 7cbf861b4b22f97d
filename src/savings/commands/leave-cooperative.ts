import {isPositive, sum} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import {type SavingMovement, changeOf, decideMember, decideTaking} from '../movement.ts';
import type {Leaving, LeavingReversal, SavingsWork} from '../ports.ts';
import {savingProducts} from '../product.ts';
import {holdMember} from './hold-member.ts';
import {recordSaving} from './record-saving.ts';
import {recordReversals} from './reverse-saving.ts';

/**
 * A member leaves: all they saved is paid back, a slip for each product, and nothing is moved for
 * them any more. Not while they owe anything on a loan.
 * @throws DomainError `savings/has-debts`, `savings/member-left`, `savings/leaving-in-future`,
 * `savings/below-zero` where something was deposited after the day, and what posting refuses.
 */
export async function leaveCooperative(
	work: SavingsWork,
	{member: id, leftOn, method, reason}: Leaving,
): Promise<SavingMovement[]> {
	const {member, book} = await holdMember(work, id);
	decideMember(member, leftOn, 'leftOn');
	const today = work.today();
	if (leftOn > today) throw refuse('savings/leaving-in-future', {date: leftOn, today}, 'leftOn');
	if (await work.hasDebts(book.code, member.id)) {
		throw refuse('savings/has-debts', {number: String(member.number)}, 'member');
	}
	const moved = await work.savings.savingsOf(book, member.id);
	const paid: SavingMovement[] = [];
	for (const product of savingProducts) {
		const own = moved.filter((one) => one.product === product);
		const amount = sum(own.map(changeOf));
		if (!isPositive(amount)) continue;
		decideTaking({product, amount, day: leftOn}, own);
		const wanted = {member: id, product, effectiveOn: leftOn, amount, method};
		paid.push(
			await recordSaving(work, book, member, {...wanted, kind: 'withdrawal', isLeaving: true}),
		);
	}
	await work.cooperatives.recordLeaving(book, id, {leftOn, leftReason: reason});
	return paid;
}

/**
 * Undoes that a member left: all that was paid back is reversed, and they are a member again.
 * @throws DomainError `savings/not-left`, and what posting refuses.
 */
export async function undoLeaving(
	work: SavingsWork,
	{member: id, ...request}: LeavingReversal,
): Promise<SavingMovement[]> {
	const {member, book} = await holdMember(work, id);
	if (member.leftOn === undefined) {
		throw refuse('savings/not-left', {number: String(member.number)}, 'id');
	}
	const moved = await work.savings.savingsOf(book, id);
	const paid = moved.filter(
		({isLeaving, isReversed, reverses}) => isLeaving && !isReversed && reverses === undefined,
	);
	await work.cooperatives.recordLeaving(book, id, undefined);
	return paid.length === 0 ? [] : recordReversals(work, book, paid, request);
}
