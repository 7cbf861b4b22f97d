import {add, isZero, toText, zero} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {LoanStep} from '../life-ports.ts';
import {type Loan, requireStatus} from '../loan.ts';
import {leftToDisburse} from '../loan-tranche.ts';
import type {LendingWork} from '../ports.ts';
import {lastStepOn, requireAfter} from '../settlement.ts';
import {requirePast} from '../step.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/**
 * The member does not want the rest of a loan that is paid out in tranches: what is approved falls
 * to what was disbursed, and nothing more goes out.
 * @throws DomainError `lending/wrong-status`, `lending/nothing-left-to-disburse`,
 * `lending/before-last-step`, `lending/step-in-future`.
 */
export async function giveUpRest(work: LendingWork, step: LoanStep): Promise<Loan> {
	const {loan, book} = await holdLoan(work, step.loan);
	requireStatus(loan, 'disbursed');
	const left = leftToDisburse(loan);
	if (isZero(left)) {
		throw refuse('lending/nothing-left-to-disburse', {number: String(loan.number)});
	}
	requirePast(step.on, work.today(), 'on');
	const schedule = (await work.lending.findSchedule(book, loan.id))!;
	requireAfter(lastStepOn(loan, schedule, []), step.on, 'on');
	const givenUp = add(loan.givenUp ?? zero, left);
	await work.lending.recordGivenUp(book, loan.id, givenUp);
	await recordEvent(work, book, loan.id, {
		kind: 'rest-given-up',
		occurredOn: step.on,
		reason: step.reason,
		detail: {amount: toText(left)},
	});
	return {...loan, givenUp};
}
