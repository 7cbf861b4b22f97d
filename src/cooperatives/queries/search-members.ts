import {refuse} from '../errors.ts';
import type {BookMember} from '../member.ts';
import type {CooperativeWork, MemberQuery} from '../ports.ts';

/**
 * Members within the scope by their number, their whole NIK, their whole phone or a part of their
 * name, by book and number. @throws DomainError `member/nothing-to-search`.
 */
export async function searchMembers(
	{cooperatives}: Pick<CooperativeWork, 'cooperatives'>,
	query: MemberQuery,
): Promise<BookMember[]> {
	if ([query.number, query.nik, query.phone, query.name].every((one) => one === undefined)) {
		throw refuse('member/nothing-to-search', {});
	}
	return cooperatives.listMembers(query);
}
