import {getMember} from '../../cooperatives/index.ts';
import type {LoanId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {requirePast} from '../group.ts';
import {type Guarantor, decideGuarantor, releasedGuarantor} from '../guarantor.ts';
import type {LendingWork} from '../ports.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';

export type Guarantee = {
	readonly loan: LoanId;
	readonly member: MemberId;
	readonly guaranteedOn: LocalDate;
	readonly document: string;
};

/** A member answers for another's loan. @throws DomainError `lending/guarantor-…`. */
export async function guaranteeLoan(work: LendingWork, wanted: Guarantee): Promise<Guarantor> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	const {guaranteedOn, document} = wanted;
	requirePast(guaranteedOn, work.today(), 'guaranteedOn');
	const member = await getMember(work, wanted.member);
	const known = await work.groups.guarantors(book, loan.id);
	decideGuarantor(loan, member, guaranteedOn, known);
	const guarantor: Guarantor = {
		number: known.length + 1,
		member: member.id,
		memberName: member.name,
		guaranteedOn,
		document,
		recordedBy: work.actor.name,
	};
	await work.groups.insertGuarantor(book, loan.id, guarantor);
	await recordEvent(work, book, loan.id, {
		kind: 'guarantor-added',
		occurredOn: guaranteedOn,
		document,
		detail: {member: member.id, guarantor: String(guarantor.number)},
	});
	return guarantor;
}

export type Release = {
	readonly loan: LoanId;
	readonly number: number;
	readonly releasedOn: LocalDate;
	readonly reason: string;
};

/** A guarantor answers for the loan no more. They stay on the list. */
export async function releaseGuarantor(work: LendingWork, wanted: Release): Promise<Guarantor> {
	const {loan, book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	requirePast(wanted.releasedOn, work.today(), 'releasedOn');
	const known = await work.groups.guarantors(book, loan.id);
	const release = {...wanted, by: work.actor.name};
	const released = releasedGuarantor(known, wanted.number, release);
	await work.groups.recordRelease(book, loan.id, released);
	await recordEvent(work, book, loan.id, {
		kind: 'guarantor-released',
		occurredOn: wanted.releasedOn,
		reason: wanted.reason,
		detail: {member: released.member, guarantor: String(released.number)},
	});
	return released;
}
