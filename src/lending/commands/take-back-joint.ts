import type {DepositMovementId} from '../../kernel/ids.ts';
import {equals, toText} from '../../kernel/money.ts';
import type {Book, SealedEntry} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Repayment} from '../loan.ts';
import type {LendingWork} from '../ports.ts';

/**
 * What others had paid of a repayment that may not be taken back: a claim that the member has
 * repaid in part is reversed from its end.
 * @throws DomainError `lending/claim-partly-repaid`.
 */
export async function requireUnclaimed(
	work: Pick<LendingWork, 'groups'>,
	book: Book,
	entryNumber: number,
): Promise<void> {
	for (const {balance, amount} of await work.groups.claimsOfEntry(book, entryNumber)) {
		if (equals(balance, amount)) continue;
		const values = {balance: toText(balance), amount: toText(amount)};
		throw refuse('lending/claim-partly-repaid', values, 'repayment');
	}
}

/**
 * A payment that others made, or their deposits, is not split anew: who paid what stays agreed.
 * @throws DomainError `lending/late-found-before-joint`.
 */
export async function requireNotJoint(
	work: Pick<LendingWork, 'groups'>,
	book: Book,
	{entryNumber, receiptNumber}: Pick<Repayment, 'entryNumber' | 'receiptNumber'>,
): Promise<void> {
	const claims = await work.groups.claimsOfEntry(book, entryNumber);
	const movements = await work.groups.depositMovementsOf(book, entryNumber);
	if (claims.length === 0 && movements.length === 0) return;
	const values = {receipt: String(receiptNumber)};
	throw refuse('lending/late-found-before-joint', values, 'paidOn');
}

/**
 * When a repayment is taken back, so is what it did among the members: the claims of who paid for
 * another, and what of the group's deposits paid it.
 */
export async function takeBackJoint(
	work: LendingWork,
	book: Book,
	entryNumber: number,
	reversal: SealedEntry,
): Promise<void> {
	const told = {
		effectiveOn: reversal.effectiveOn,
		document: reversal.document,
		entryNumber: reversal.number,
		recordedBy: work.actor.name,
	};
	for (const {id, amount} of await work.groups.claimsOfEntry(book, entryNumber)) {
		await work.groups.insertClaimMovement(book, {
			...told,
			id: work.newId(),
			claim: id,
			kind: 'taken-back',
			amount,
		});
	}
	for (const movement of await work.groups.depositMovementsOf(book, entryNumber)) {
		await work.groups.insertDepositMovement(book, {
			...movement,
			...told,
			id: work.newId() as DepositMovementId,
			reverses: movement.id,
		});
	}
}
