import {getMember} from '../../cooperatives/index.ts';
import type {GroupId, MemberId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import {
	type GroupOffice,
	type Membership,
	decideJoining,
	decideLeaving,
	membershipOf,
	requireFreeOffice,
	requireRunning,
} from '../group.ts';
import type {Joining, Leaving} from '../group-ports.ts';
import type {LendingWork} from '../ports.ts';
import {getGroup} from './form-group.ts';

/**
 * A member joins a group of their cooperative.
 * @throws DomainError `lending/group-member-elsewhere`, `lending/group-office-taken`, …
 */
export async function joinGroup(work: LendingWork, wanted: Joining): Promise<Membership> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	const person = await getMember(work, wanted.member);
	if (person.book !== book.code) {
		throw refuse('lending/member-of-another-cooperative', {book: book.code}, 'member');
	}
	decideJoining(group, person, wanted, {
		members: await work.groups.memberships(book, group.id),
		past: await work.groups.membershipsOf(book, person.id),
		today: work.today(),
	});
	const membership: Membership = {
		group: group.id,
		member: person.id,
		memberNumber: person.number,
		memberName: person.name,
		joinedOn: wanted.joinedOn,
		...(wanted.office === undefined ? {} : {office: wanted.office}),
	};
	await work.groups.insertMembership(book, membership, work.actor.name);
	return membership;
}

/**
 * A member leaves their group, free of what it answers for.
 * @throws DomainError `lending/group-leaves-with-deposit`, `lending/group-leaves-with-debt`, …
 */
export async function leaveGroup(work: LendingWork, wanted: Leaving): Promise<Membership> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	const members = await work.groups.memberships(book, group.id);
	const membership = membershipOf(group, members, wanted.member);
	decideLeaving(membership, wanted.leftOn, {
		deposit: (await work.groups.depositState(book, wanted.member)).balance,
		openLoan: await work.groups.openGroupLoan(book, group.id, wanted.member),
		today: work.today(),
	});
	const left = {...membership, leftOn: wanted.leftOn, leftReason: wanted.reason};
	await work.groups.recordMembership(book, left);
	return left;
}

/** Gives a member an office of their group, or takes it. */
export async function changeOffice(
	work: LendingWork,
	wanted: {
		readonly group: GroupId;
		readonly member: MemberId;
		readonly office: GroupOffice | null;
	},
): Promise<Membership> {
	const {group, book} = await getGroup(work, wanted.group);
	await work.ledger.lockTip(book);
	requireRunning(group);
	const members = await work.groups.memberships(book, group.id);
	const {office: _, ...plain} = membershipOf(group, members, wanted.member);
	if (wanted.office !== null) {
		requireFreeOffice(
			wanted.office,
			members.filter(({member}) => member !== wanted.member),
		);
	}
	const changed = wanted.office === null ? plain : {...plain, office: wanted.office};
	await work.groups.recordMembership(book, changed);
	return changed;
}
