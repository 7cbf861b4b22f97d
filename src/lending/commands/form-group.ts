import {getCooperative} from '../../cooperatives/index.ts';
import type {GroupId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Group, amendedGroup, requirePast} from '../group.ts';
import type {GroupAmendment, NewGroup} from '../group-ports.ts';
import type {LendingWork} from '../ports.ts';

/**
 * Forms a group within a cooperative; its members join one by one.
 * @throws DomainError `cooperative/unknown`, `lending/group-name-taken`, …
 */
export async function formGroup(work: LendingWork, wanted: NewGroup): Promise<Group> {
	await getCooperative(work, wanted.cooperative);
	const book = await getBook(work, wanted.cooperative);
	requirePast(wanted.formedOn, work.today(), 'formedOn');
	const {cooperative: _, ...particulars} = wanted;
	const group: Group = {
		...particulars,
		id: work.newId() as GroupId,
		book: book.code,
		number: await work.groups.nextGroupNumber(book),
		formedBy: work.actor.name,
	};
	await work.groups.insertGroup(book, group);
	return group;
}

/** Amends a group's particulars, or dissolves it once all have left. */
export async function amendGroup(work: LendingWork, wanted: GroupAmendment): Promise<Group> {
	const {book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	const {group} = await getGroup(work, wanted.group);
	const {group: _, ...changes} = wanted;
	const members = await work.groups.memberships(book, group.id);
	const amended = amendedGroup(group, changes, {members, today: work.today()});
	await work.groups.recordGroup(book, amended);
	return amended;
}

/** The group with an identity, and its book. @throws DomainError `lending/unknown-group`. */
export async function getGroup(work: Pick<LendingWork, 'groups' | 'ledger'>, id: GroupId) {
	const group = await work.groups.findGroup(id);
	if (!group) throw refuse('lending/unknown-group', {group: id}, 'group');
	return {group, book: await getBook(work, group.book)};
}
