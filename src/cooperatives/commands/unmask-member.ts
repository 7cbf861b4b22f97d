import type {MemberId} from '../../kernel/ids.ts';
import {decideKnown} from '../erasure.ts';
import {type MaskedField, type Unmasked, unmask, unmaskingOf} from '../personal-data.ts';
import type {CooperativeWork} from '../ports.ts';
import {getMember} from './register-member.ts';

/**
 * What lists mask of a member, in full. That it was shown, to whom and why stays in the trail
 * before it is answered. @throws DomainError `member/unknown`, `member/erased`.
 */
export async function unmaskMember(
	work: CooperativeWork,
	wanted: {
		readonly member: MemberId;
		readonly fields: readonly MaskedField[];
		readonly reason: string;
	},
): Promise<Unmasked> {
	const member = await getMember(work, wanted.member);
	decideKnown(member);
	const fields = [...new Set(wanted.fields)];
	await work.recordActApart(unmaskingOf(member.id, fields, wanted.reason));
	return unmask(member, fields);
}
