import type {NewOfficer} from '../life-ports.ts';
import type {Loan} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {decideOfficer, requirePast} from '../step.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/**
 * Gives a loan into the hands of another officer. Who had it stays told.
 * @throws DomainError `lending/officer-same`, `lending/ended`.
 */
export async function transferLoan(
	work: LendingWork,
	{loan: id, officer, on, reason}: NewOfficer,
): Promise<Loan> {
	const {loan, book} = await holdLoan(work, id);
	decideOfficer(loan, officer);
	requirePast(on, work.today(), 'on');
	await work.lending.recordOfficer(book, loan.id, officer);
	await recordEvent(work, book, loan.id, {
		kind: 'officer-changed',
		occurredOn: on,
		reason,
		detail: {from: loan.officer ?? '', to: officer},
	});
	return {...loan, officer};
}
