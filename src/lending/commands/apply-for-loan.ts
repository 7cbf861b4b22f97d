import {getMember} from '../../cooperatives/index.ts';
import {getAllocation} from '../../fund/index.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Loan, type NewLoan, decideTerms} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {planSchedule} from '../loan-schedule.ts';

/**
 * A member applies for a loan from a fund of their cooperative. Nothing is posted yet.
 * @throws DomainError `lending/qardh-with-margin`, `lending/member-of-another-cooperative`, …
 */
export async function applyForLoan(work: LendingWork, wanted: NewLoan): Promise<Loan> {
	const allocation = await getAllocation(work, wanted.allocation);
	const member = await getMember(work, wanted.member);
	if (member.book !== allocation.book) {
		throw refuse('lending/member-of-another-cooperative', {book: allocation.book}, 'member');
	}
	decideTerms(wanted.akad, wanted.margin);
	const today = work.today();
	if (wanted.appliedOn > today) {
		throw refuse('lending/applied-in-future', {date: wanted.appliedOn, today}, 'appliedOn');
	}
	if (wanted.appliedOn < member.joinedOn) {
		const values = {date: wanted.appliedOn, joinedOn: member.joinedOn};
		throw refuse('lending/before-member-joined', values, 'appliedOn');
	}
	const book = await getBook(work, allocation.book);
	const loan: Loan = {
		...wanted,
		id: work.newId() as LoanId,
		book: book.code,
		number: await work.lending.nextLoanNumber(book),
		status: 'applied',
		appliedBy: work.actor.name,
	};
	// Terms that make no schedule are refused now, not on the day the money is to go out.
	planSchedule(loan, loan.appliedOn);
	await work.lending.insertLoan(book, loan);
	return loan;
}
