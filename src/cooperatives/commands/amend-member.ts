import {getBook} from '../../ledger/index.ts';
import {getKelurahan} from '../../regions/index.ts';
import {decideKnown} from '../erasure.ts';
import {type BookMember, amendParticulars} from '../member.ts';
import type {CooperativeWork, MemberAmendment} from '../ports.ts';
import {getMember} from './register-member.ts';

/**
 * Amends where a member lives, how they are reached and what they live by. Name and NIK stay.
 * @throws DomainError `member/unknown`, `member/erased`, `region/unknown`,
 * `member/nothing-to-amend`.
 */
export async function amendMember(
	work: CooperativeWork,
	{member: id, ...changes}: MemberAmendment,
): Promise<BookMember> {
	const member = await getMember(work, id);
	decideKnown(member);
	if (changes.kelurahanCode !== undefined) {
		await getKelurahan(work, changes.kelurahanCode, 'kelurahan');
	}
	const amended = amendParticulars(member, changes);
	await work.cooperatives.recordParticulars(await getBook(work, member.book), amended);
	return amended;
}
