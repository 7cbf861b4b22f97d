import {isOnePerson} from '../../kernel/actor.ts';
import {getUserByName, recordAct} from '../../identity/index.ts';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import type {SelfOrKin} from '../../kernel/kinship.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import type {ApprovalWork} from '../ports.ts';
import {
	type Separation,
	type SeparationTerms,
	type UserTie,
	decideSeparation,
} from '../separation.ts';

/**
 * Keeps two duties apart from a day on, or lets one person do both again: that takes two people.
 * @throws DomainError `approval/policy-scope`, `separation/unknown-pair`, `separation/held`,
 * `separation/past`.
 */
export async function setSeparation(
	work: ApprovalWork,
	within: CallerScope,
	terms: SeparationTerms,
): Promise<Separation> {
	if (!within.all) throw refuse('approval/policy-scope');
	const decided = decideSeparation(await work.separations.versions(), terms, work.today());
	const separation = {
		...terms,
		...decided,
		setBy: work.actor.name,
		recordedAt: work.now(),
	};
	await work.separations.insertSeparation(separation);
	await recordAct(work, work.identity, work.actor, {
		kind: 'separation.set',
		subject: `duties:${terms.first}, ${terms.second}`,
		details: {
			version: String(separation.version),
			effectiveFrom: terms.effectiveFrom,
			isKept: String(terms.isKept),
			legalBasis: terms.legalBasis,
		},
	});
	return separation;
}

export type NewTie = {
	readonly book: BookCode;
	readonly user: string;
	readonly member: MemberId;
	readonly relation: SelfOrKin;
};

/**
 * Says that a user is a member, or kin to one: from then on they decide nothing about that member's
 * loans.
 * @throws DomainError `separation/unknown-cooperative`, `identity/unknown-user`,
 * `separation/tie-held`,
 * `separation/unknown-member`.
 */
export async function tieUser(
	work: ApprovalWork,
	{book, user: name, member, relation}: NewTie,
): Promise<UserTie> {
	await requireBook(work, book);
	const user = await getUserByName(work, name);
	if (await work.separations.standingTie([user.name], member)) {
		throw refuse('separation/tie-held', {user: name}, 'member');
	}
	const tie: UserTie = {
		id: work.newId(),
		book,
		user: user.id,
		userName: user.name,
		member,
		relation,
		recordedBy: work.actor.name,
		recordedAt: work.now(),
	};
	await work.separations.insertTie(tie);
	return tie;
}

/** Says that it is so no more. @throws DomainError `separation/unknown-tie`. */
export async function endTie(work: ApprovalWork, id: string): Promise<UserTie> {
	const tie = await work.separations.findTie(id);
	if (!tie || tie.endedAt) throw refuse('separation/unknown-tie', {tie: id});
	if (isOnePerson(tie.userName, work.actor.name)) {
		throw refuse('separation/own-tie', {user: tie.userName});
	}
	const endedAt = work.now();
	await work.separations.endTie(id, work.actor.name, endedAt);
	return {...tie, endedAt};
}

/**
 * Every tie of a cooperative, also those that ended.
 * @throws DomainError `separation/unknown-cooperative`.
 */
export async function listTies(work: ApprovalWork, book: BookCode): Promise<UserTie[]> {
	await requireBook(work, book);
	return work.separations.ties(book);
}

async function requireBook(work: ApprovalWork, book: BookCode): Promise<void> {
	const [found] = await work.approvals.booksInScope([book]);
	if (found === undefined)
		throw refuse('separation/unknown-cooperative', {cooperative: book}, 'code');
}
