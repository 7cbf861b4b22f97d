import {membershipOf, requireRunning, shareLoan} from '../group.ts';
import type {GroupApplication, GroupLoan} from '../group-ports.ts';
import type {LendingWork} from '../ports.ts';
import {refuse} from '../errors.ts';
import {applyForLoan} from './apply-for-loan.ts';
import {getGroup} from './form-group.ts';

/**
 * A group applies for a loan at once: each member's share is a loan of their own, and the shares
 * sum to what was applied for, to the rupiah. All or none.
 * @throws DomainError `lending/group-share-empty`, `lending/not-in-group`, and what applying for a
 * single loan refuses.
 */
export async function applyAsGroup(
	work: LendingWork,
	wanted: GroupApplication,
): Promise<GroupLoan[]> {
	const {group: id, shares, ...terms} = wanted;
	const {group, book} = await getGroup(work, id);
	await work.ledger.lockTip(book);
	requireRunning(group);
	const members = await work.groups.memberships(book, group.id);
	for (const {member} of shares) {
		const {joinedOn} = membershipOf(group, members, member);
		if (wanted.appliedOn < joinedOn) {
			const values = {date: wanted.appliedOn, joinedOn};
			throw refuse('lending/before-member-joined', values, 'appliedOn');
		}
	}
	const application = {
		id: work.newId(),
		group: group.id,
		principal: wanted.principal,
		margin: wanted.margin,
		appliedOn: wanted.appliedOn,
		appliedBy: work.actor.name,
	};
	const loans: GroupLoan[] = [];
	for (const {member, weight, principal, margin} of shareLoan(wanted, shares)) {
		const loan = await applyForLoan(work, {...terms, member, principal, margin});
		loans.push({loan, application: application.id, weight});
	}
	await work.groups.insertGroupLoans(
		book,
		application,
		loans.map(({loan, weight}) => ({loan: loan.id, weight})),
	);
	return loans;
}
