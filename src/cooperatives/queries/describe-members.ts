import {getBook} from '../../ledger/index.ts';
import type {BookMember} from '../member.ts';
import {type RelatedParty, relatedParties} from '../pengurus.ts';
import type {CooperativeWork, SamePhone} from '../ports.ts';

/** A member with what makes them a related party today. */
export type DescribedMember = BookMember & {readonly relatedTo: readonly RelatedParty[]};

type Reading = Pick<CooperativeWork, 'cooperatives' | 'ledger' | 'today'>;

/** Members with what makes each a related party today: two questions, whatever their number. */
export async function describeMembers(
	work: Reading,
	members: readonly BookMember[],
): Promise<DescribedMember[]> {
	if (members.length === 0) return [];
	const today = work.today();
	const registry = await work.cooperatives.listPengurus([
		...new Set(members.map(({book}) => book)),
	]);
	const ties = await work.cooperatives.tiesOf(members.map(({id}) => id));
	return members.map((member) => ({
		...member,
		relatedTo: relatedParties(member, registry, ties, today),
	}));
}

/** One member with that, and with who has the same phone. */
export async function describeMember(
	work: Reading,
	member: BookMember,
): Promise<DescribedMember & {readonly samePhone: SamePhone}> {
	const [described] = await describeMembers(work, [member]);
	const book = await getBook(work, member.book);
	return {...described!, samePhone: await work.cooperatives.samePhone(book, member.id)};
}
