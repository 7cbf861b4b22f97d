import type {DepositMovementId, GroupId} from '../../kernel/ids.ts';
import {add, isPositive, sum, toText, zero} from '../../kernel/money.ts';
import {type SealedEntry, postEntry, reverseEntries} from '../../ledger/index.ts';
import {arrearsOn} from '../arrears.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import {type Group, type Membership, membershipOf} from '../group.ts';
import type {DepositPayment, DepositWithdrawal, JointReversal, NewDeposit} from '../group-ports.ts';
import {
	type DepositMovement,
	claimsOf,
	decideDepositPayment,
	decideTaking,
	draftDeposit,
	draftDepositWithdrawal,
	draftFromDeposits,
} from '../joint-liability.ts';
import type {Repayment} from '../loan.ts';
import {decidePayment} from '../payment.ts';
import type {LendingWork} from '../ports.ts';
import {getGroup} from './form-group.ts';
import {getFacts, makeClaim, postRepayment} from './pay-for-another.ts';
import {recordEvent} from './record-event.ts';

/** A member brings a deposit that stands for the group's debts. */
export async function depositWithGroup(
	work: LendingWork,
	wanted: NewDeposit,
): Promise<DepositMovement> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	const members = await work.groups.memberships(book, group.id);
	const membership = membershipOf(group, members, wanted.member);
	const document = `KW-${await work.lending.nextReceiptNumber(book)}`;
	const paper = {on: wanted.receivedOn, method: wanted.method, document};
	const entry = await postEntry(work, draftDeposit(group, membership, wanted.amount, paper));
	const movement = toMovement(work, 'deposit', {...wanted, group, entry});
	await work.groups.insertDepositMovement(book, movement);
	return movement;
}

/**
 * A member takes what they have in the deposit.
 * @throws DomainError `lending/deposit-too-low`, `lending/deposit-out-of-order`.
 */
export async function withdrawFromGroup(
	work: LendingWork,
	wanted: DepositWithdrawal,
): Promise<DepositMovement> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	// Also of whoever has left: a payment that was taken back is theirs again.
	const members = await work.groups.memberships(book, group.id);
	const membership = members.findLast(({member}) => member === wanted.member);
	if (!membership) {
		const values = {member: wanted.member, number: String(group.number)};
		throw refuse('lending/not-in-group', values, 'member');
	}
	const {amount, method, document, withdrawnOn: on} = wanted;
	const state = await work.groups.depositState(book, wanted.member);
	decideTaking(state, {member: membership.memberNumber, amount, on});
	const paper = {on, method, document};
	const entry = await postEntry(work, draftDepositWithdrawal(group, membership, amount, paper));
	const movement = toMovement(work, 'withdrawal', {...wanted, group, entry});
	await work.groups.insertDepositMovement(book, movement);
	return movement;
}

/**
 * By decision of the group its deposits pay what is late of a member's loan: each part from whose
 * it is, who has a claim on the member for it.
 * @throws DomainError `lending/deposit-beyond-arrears`, `lending/deposit-too-low`, …
 */
export async function payFromDeposits(
	work: LendingWork,
	wanted: DepositPayment,
): Promise<Repayment> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	const members = await work.groups.memberships(book, group.id);
	const facts = await getFacts(work, book, wanted.loan);
	const {loan} = facts;
	if (!members.some(({member, leftOn}) => member === loan.member && leftOn === undefined)) {
		throw refuse('lending/loan-outside-group', {number: String(loan.number)}, 'loan');
	}
	const {parts, paidOn, method} = wanted;
	for (const [index, {member, amount}] of parts.entries()) {
		const {memberNumber} = membershipOf(group, members, member);
		const path = `parts[${index}]`;
		if (parts.findIndex((one) => one.member === member) < index) {
			throw refuse('lending/part-twice', {name: String(memberNumber)}, `${path}.member`);
		}
		const state = await work.groups.depositState(book, member);
		decideTaking(state, {member: memberNumber, amount, on: paidOn}, `${path}.amount`);
	}
	const amount = sum(parts.map((part) => part.amount));
	const payment = decidePayment(facts, {paidOn, amount, method});
	const owed = add(facts.owed.principal, facts.owed.margin);
	decideDepositPayment(amount, arrearsOn(paidOn, facts.instalments, owed).overdue, paidOn);
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const paper = {loan: loan.id, paidOn, method, receiptNumber};
	const plain = draftRepayment(loan, payment, paper, payment.extras);
	const draft = draftFromDeposits(plain, parts, method, loan.allocation);
	const repayment = await postRepayment(work, book, {draft, payment, paper});
	for (const part of parts) {
		await work.groups.insertDepositMovement(book, {
			...part,
			id: work.newId() as DepositMovementId,
			group: group.id,
			kind: 'payment',
			effectiveOn: paidOn,
			document: draft.document,
			entryNumber: repayment.entryNumber,
			recordedBy: work.actor.name,
		});
	}
	for (const {member, amount: paid} of claimsOf(loan, parts)) {
		await makeClaim(work, book, repayment, {payer: member, amount: paid});
	}
	await recordEvent(work, book, loan.id, {
		kind: 'deposit-payment',
		occurredOn: paidOn,
		document: wanted.document,
		entryNumber: repayment.entryNumber,
		detail: {group: group.id, amount: toText(amount)},
	});
	return repayment;
}

/**
 * Takes a deposit or a withdrawal back.
 * @throws DomainError `lending/unknown-deposit`, `lending/deposit-reversed`,
 * `lending/deposit-too-low`.
 */
export async function reverseDeposit(
	work: LendingWork,
	wanted: JointReversal & {readonly group: GroupId; readonly movement: DepositMovementId},
): Promise<void> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	const found = await work.groups.findDepositMovement(book, wanted.movement);
	if (found?.movement.group !== group.id) {
		throw refuse('lending/unknown-deposit', {movement: wanted.movement}, 'movement');
	}
	const {movement, isReversed} = found;
	if (isReversed || movement.reverses !== undefined) {
		throw refuse('lending/deposit-reversed', {}, 'movement');
	}
	if (movement.kind === 'payment') {
		const values = {document: movement.document};
		throw refuse('lending/deposit-payment-reversal', values, 'movement');
	}
	if (movement.kind === 'deposit') {
		const state = await work.groups.depositState(book, movement.member);
		const {memberNumber} = (await work.groups.membershipsOf(book, movement.member))[0]!;
		const taking = {member: memberNumber, amount: movement.amount, on: wanted.effectiveOn};
		decideTaking(state, taking, 'movement');
	}
	const reference = {book: book.code, number: movement.entryNumber};
	const [entry] = await reverseEntries(work, [reference], wanted);
	await work.groups.insertDepositMovement(book, {
		...movement,
		id: work.newId() as DepositMovementId,
		effectiveOn: wanted.effectiveOn,
		document: wanted.document,
		entryNumber: entry!.number,
		reverses: movement.id,
		recordedBy: work.actor.name,
	});
}

/** Everybody who ever was in a group and has something in the deposit, or is in it now. */
export async function listDeposits(work: LendingWork, id: GroupId) {
	const {group, book} = await getGroup(work, id);
	const balances = await work.groups.depositBalances(book, group.id);
	const members = await work.groups.memberships(book, group.id);
	const shown = members.filter(({member, leftOn}) => {
		const balance = balances.get(member);
		return leftOn === undefined || isPositive(balance ?? zero);
	});
	return {balances, members: shown, movements: await work.groups.depositMovements(book, group.id)};
}

const toMovement = (
	work: LendingWork,
	kind: DepositMovement['kind'],
	{
		group,
		entry,
		member,
		amount,
	}: {
		readonly group: Group;
		readonly entry: SealedEntry;
		readonly member: Membership['member'];
		readonly amount: DepositMovement['amount'];
	},
): DepositMovement => ({
	id: work.newId() as DepositMovementId,
	group: group.id,
	member,
	kind,
	effectiveOn: entry.effectiveOn,
	amount,
	document: entry.document,
	entryNumber: entry.number,
	recordedBy: work.actor.name,
});
