import type {MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';
import type {GroupPerson} from './group.ts';
import type {Loan} from './loan.ts';

/** Who answers for a loan (kafalah), until they are released. */
export type Guarantor = {
	/** From 1, in the order in which they were added to the loan. */
	readonly number: number;
	readonly member: MemberId;
	readonly memberName: string;
	readonly guaranteedOn: LocalDate;
	readonly document: string;
	readonly recordedBy: string;
	readonly releasedOn?: LocalDate;
	readonly releaseReason?: string;
	readonly releasedBy?: string;
};

const overStatuses: readonly Loan['status'][] = [
	'rejected',
	'withdrawn',
	'settled',
	'written-off',
	'reversed',
];

/**
 * A member of the same cooperative may answer for another's loan, once, while it is not over.
 * @throws DomainError `lending/guarantor-is-borrower`, `lending/guarantor-known`, …
 */
export function decideGuarantor(
	loan: Pick<Loan, 'member' | 'book' | 'number' | 'status'>,
	member: GroupPerson & {readonly id: MemberId; readonly book: Loan['book']},
	guaranteedOn: LocalDate,
	known: readonly Guarantor[],
): void {
	if (member.id === loan.member) throw refuse('lending/guarantor-is-borrower', {}, 'member');
	const isMember = member.leftOn === undefined && guaranteedOn >= member.joinedOn;
	if (member.book !== loan.book || !isMember) {
		throw refuse('lending/guarantor-elsewhere', {date: guaranteedOn}, 'member');
	}
	if (overStatuses.includes(loan.status)) {
		const values = {number: String(loan.number), status: loan.status};
		throw refuse('lending/guarantor-loan-over', values);
	}
	if (known.some((one) => one.member === member.id && one.releasedOn === undefined)) {
		throw refuse('lending/guarantor-known', {member: String(member.number)}, 'member');
	}
}

/**
 * A guarantor with their release.
 * @throws DomainError `lending/unknown-guarantor`, `lending/guarantor-released`,
 * `lending/guarantor-days`.
 */
export function releasedGuarantor(
	known: readonly Guarantor[],
	number: number,
	release: {readonly releasedOn: LocalDate; readonly reason: string; readonly by: string},
): Guarantor {
	const guarantor = known.find((one) => one.number === number);
	const name = String(number);
	if (!guarantor) throw refuse('lending/unknown-guarantor', {number: name}, 'number');
	if (guarantor.releasedOn !== undefined) {
		const values = {number: name, date: guarantor.releasedOn};
		throw refuse('lending/guarantor-released', values, 'number');
	}
	if (release.releasedOn < guarantor.guaranteedOn) {
		const values = {date: release.releasedOn, guaranteedOn: guarantor.guaranteedOn};
		throw refuse('lending/guarantor-days', values, 'releasedOn');
	}
	const {releasedOn, reason, by} = release;
	return {...guarantor, releasedOn, releaseReason: reason, releasedBy: by};
}

/** Whether a member answers for a loan now. */
export const isGuarantor = (known: readonly Guarantor[], member: MemberId): boolean =>
	known.some((one) => one.member === member && one.releasedOn === undefined);
