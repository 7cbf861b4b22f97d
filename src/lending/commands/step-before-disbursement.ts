import type {Loan} from '../loan.ts';
import type {LoanStep} from '../life-ports.ts';
import type {LendingWork} from '../ports.ts';
import {requireNothingHeld} from '../purchase.ts';
import {decideVerification, decideWithdrawal} from '../step.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';

/**
 * Another person than the applicant has checked what was applied for. A loan may be approved
 * without it; the step is there for who parts the two.
 * @throws DomainError `lending/same-person-step`, `lending/wrong-status`.
 */
export const verifyLoan = async (work: LendingWork, step: LoanStep): Promise<Loan> =>
	take(work, step, 'verified');

/**
 * A member withdraws what was applied for, before the money is out.
 * @throws DomainError `lending/wrong-status`, `lending/held-before-sale`.
 */
export const withdrawLoan = async (work: LendingWork, step: LoanStep): Promise<Loan> =>
	take(work, step, 'withdrawn');

async function take(
	work: LendingWork,
	{loan: id, on, reason}: LoanStep,
	status: 'verified' | 'withdrawn',
): Promise<Loan> {
	const found = await getLoan(work, id);
	await work.ledger.lockTip(found.book);
	// Read again under the lock: somebody may decide meanwhile.
	const {loan, book} = await getLoan(work, id);
	const today = work.today();
	if (status === 'withdrawn') {
		decideWithdrawal(loan, on, today);
		requireNothingHeld(loan, await work.purchases.beforeSale(book, loan.id));
	} else decideVerification(loan, on, {today, actorName: work.actor.name});
	await work.lending.recordStatus(book, loan.id, status);
	await recordEvent(work, book, loan.id, {kind: status, occurredOn: on, reason});
	return {...loan, status};
}
