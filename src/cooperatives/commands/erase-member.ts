import type {MemberId} from '../../kernel/ids.ts';
import {withoutNumbers} from '../../kernel/personal-data.ts';
import {getBook} from '../../ledger/index.ts';
import {decideErasure, longestOf} from '../erasure.ts';
import {memberSubject} from '../personal-data.ts';
import type {CooperativeWork} from '../ports.ts';
import {getMember} from './register-member.ts';

/**
 * Erases what tells who a member was (UU 27/2022 Pasal 8, 43 and 44), where no duty forbids it:
 * name, NIK, address, phone, business, the day of birth and papers. Ledger and number stay.
 * @returns how many papers are kept because entries were sealed with them.
 * @throws DomainError `member/unknown`, and what {@link decideErasure} refuses.
 */
export async function eraseMember(
	work: CooperativeWork,
	{member: id, reason}: {readonly member: MemberId; readonly reason: string},
): Promise<{readonly number: number; readonly erasedAt: Date; readonly papersKept: number}> {
	const member = await getMember(work, id);
	const book = await getBook(work, member.book);
	const today = work.today();
	const facts = await work.cooperatives.erasureFacts(book, id, today);
	const policy = longestOf(await work.cooperatives.retentionPolicies(today));
	decideErasure(member, facts, policy, today);
	const erasedAt = work.now();
	const by = work.actor.name;
	const papersKept = await work.cooperatives.eraseMember(book, id, {at: erasedAt, by});
	// The chain of the trail is held from here on, so this comes last.
	await work.recordAct({
		kind: 'personal-data.erase',
		subject: memberSubject(id),
		details: {reason: withoutNumbers(reason)},
	});
	return {number: member.number, erasedAt, papersKept};
}
