import {getMember} from '../../cooperatives/index.ts';
import {getRunningAllocation} from '../../fund/index.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse, refuseAll} from '../errors.ts';
import {akadRules, decideTerms} from '../akad.ts';
import {type Loan, requireMember, seasonFindings} from '../loan.ts';
import {planSchedule} from '../loan-schedule.ts';
import type {LendingWork, LoanApplication} from '../ports.ts';
import {decideFits} from '../product.ts';
import {getProduct, planningFacts} from './get-product.ts';
import {recordEvent} from './record-event.ts';

/**
 * A member applies for a loan from a fund of their cooperative. Nothing is posted yet.
 * @throws DomainError `lending/qardh-with-margin`, `lending/member-of-another-cooperative`, …
 */
export async function applyForLoan(work: LendingWork, wanted: LoanApplication): Promise<Loan> {
	const allocation = await getRunningAllocation(work, wanted.allocation);
	const member = await getMember(work, wanted.member);
	if (member.book !== allocation.book) {
		throw refuse('lending/member-of-another-cooperative', {book: allocation.book}, 'member');
	}
	requireMember(member, wanted.appliedOn);
	decideTerms(wanted.akad, wanted.margin, wanted.nisbah);
	refuseAll(seasonFindings(wanted.periodUnit, wanted.periodEvery, 'period.every'));
	const today = work.today();
	if (wanted.appliedOn > today) {
		throw refuse('lending/applied-in-future', {date: wanted.appliedOn, today}, 'appliedOn');
	}
	if (wanted.appliedOn < member.joinedOn) {
		const values = {date: wanted.appliedOn, joinedOn: member.joinedOn};
		throw refuse('lending/before-member-joined', values, 'appliedOn');
	}
	const book = await getBook(work, allocation.book);
	const product =
		wanted.product === undefined
			? undefined
			: await getProduct(work, book, wanted.product, wanted.appliedOn);
	if (product) decideFits(product, wanted);
	else if (akadRules[wanted.akad].earning === 'rate') {
		throw refuse('lending/product-needed', {}, 'product');
	}
	const {product: _, ...terms} = wanted;
	const loan: Loan = {
		...terms,
		...(product ? {product: {code: product.code, version: product.version}} : {}),
		id: work.newId() as LoanId,
		book: book.code,
		number: await work.lending.nextLoanNumber(book),
		status: 'applied',
		appliedBy: work.actor.name,
		officer: work.actor.name,
	};
	// Terms that make no schedule are refused now, not on the day the money is to go out.
	planSchedule(loan, loan.appliedOn, await planningFacts(work, book, product, loan.appliedOn));
	await work.lending.insertLoan(book, loan);
	await recordEvent(work, book, loan.id, {
		kind: 'applied',
		occurredOn: loan.appliedOn,
		reason: loan.purpose,
	});
	return loan;
}
