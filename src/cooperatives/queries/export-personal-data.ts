import type {MemberId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {
	type ErasureFacts,
	type ProcessingPurpose,
	type RetentionPolicy,
	decideKnown,
} from '../erasure.ts';
import type {BookMember} from '../member.ts';
import {memberSubject} from '../personal-data.ts';
import type {CooperativeWork, PersonalRecords} from '../ports.ts';
import {getCooperative, getMember} from '../commands/register-member.ts';

export type PersonalDataExport = {
	readonly member: BookMember;
	/** Who answers for it. */
	readonly cooperative: string;
	readonly exportedAt: Date;
	readonly purposes: readonly ProcessingPurpose[];
	readonly retention: readonly RetentionPolicy[];
	readonly erasure: ErasureFacts;
	readonly records: PersonalRecords;
};

/**
 * All that is kept of a member, for that person (UU 27/2022 Pasal 7 and 13): in full, with what for
 * and how long. That it was given out stays in the trail.
 * @throws DomainError `member/unknown`, `member/erased`.
 */
export async function exportPersonalData(
	work: CooperativeWork,
	id: MemberId,
): Promise<PersonalDataExport> {
	const member = await getMember(work, id);
	decideKnown(member);
	const book = await getBook(work, member.book);
	const {name} = await getCooperative(work, member.book);
	const today = work.today();
	await work.recordActApart({kind: 'personal-data.export', subject: memberSubject(id)});
	return {
		member,
		cooperative: name,
		exportedAt: work.now(),
		purposes: await work.cooperatives.processingPurposes(),
		retention: await work.cooperatives.retentionPolicies(today),
		erasure: await work.cooperatives.erasureFacts(book, id, today),
		records: await work.cooperatives.personalRecords(book, id),
	};
}
