import {refuse} from '../errors.ts';
import {type Loan, decideDecision} from '../loan.ts';
import type {LendingWork, LoanDecision} from '../ports.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';

/**
 * Approves a loan that somebody else applied for. @throws DomainError `lending/same-person`,
 * `lending/wrong-status`.
 */
export const approveLoan = async (work: LendingWork, decision: LoanDecision): Promise<Loan> =>
	decide(work, decision, 'approved');

/** Rejects a loan that somebody else applied for. */
export const rejectLoan = async (work: LendingWork, decision: LoanDecision): Promise<Loan> =>
	decide(work, decision, 'rejected');

async function decide(
	work: LendingWork,
	{loan: id, decidedOn, reason}: LoanDecision,
	status: 'approved' | 'rejected',
): Promise<Loan> {
	const found = await getLoan(work, id);
	await work.ledger.lockTip(found.book);
	// Read again under the lock: two people may decide at once.
	const {loan, book} = await getLoan(work, id);
	decideDecision(loan, work.actor.name);
	if (decidedOn < loan.appliedOn) {
		const values = {date: decidedOn, appliedOn: loan.appliedOn};
		throw refuse('lending/decision-before-application', values, 'decidedOn');
	}
	const today = work.today();
	if (decidedOn > today) {
		throw refuse('lending/applied-in-future', {date: decidedOn, today}, 'decidedOn');
	}
	const decided: Loan = {
		...loan,
		status,
		decidedOn,
		decidedBy: work.actor.name,
		decisionReason: reason,
	};
	await work.lending.recordDecision(book, decided);
	await recordEvent(work, book, loan.id, {kind: status, occurredOn: decidedOn, reason});
	return decided;
}
