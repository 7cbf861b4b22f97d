import {getMember} from '../../cooperatives/index.ts';
import type {RepaymentId} from '../../kernel/ids.ts';
import {isPositive} from '../../kernel/money.ts';
import {getBook, postEntries} from '../../ledger/index.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {MemberPayment} from '../group-ports.ts';
import type {Repayment} from '../loan.ts';
import {decideParts, namedPayment, owedInAll, spreadPayment} from '../payment.ts';
import type {LendingWork} from '../ports.ts';
import {wayOf} from '../way.ts';
import {recordSettledBy} from './record-settled-by.ts';
import {withDeposits} from './with-deposits.ts';

/**
 * Takes one payment of a member over several of their loans: the oldest due first, or as its parts
 * are named. One receipt, and an entry for each loan; all or none.
 * @throws DomainError `lending/nothing-owed`, `lending/repays-more-than-owed`,
 * `lending/parts-not-amount`, and what posting refuses.
 */
export async function payLoans(work: LendingWork, wanted: MemberPayment): Promise<Repayment[]> {
	const member = await getMember(work, wanted.member);
	const book = await getBook(work, member.book);
	await work.ledger.lockTip(book);
	const found = await work.groups.paymentFacts(book, {member: member.id});
	const isFromDeposit = wanted.method === 'deposit';
	const known = isFromDeposit ? await withDeposits(work, book, found, wanted.paidOn) : found;
	const running = [...known.values()]
		.filter((facts) => facts.loan.status === 'disbursed' && isPositive(owedInAll(facts)))
		.filter(({loan}) => loan.disbursedOn! <= wanted.paidOn);
	if (running.length === 0) {
		throw refuse('lending/nothing-owed', {member: String(member.number)}, 'member');
	}
	const {paidOn, amount, excess} = wanted;
	const way = wayOf(wanted);
	const payment = {...way, paidOn, amount, ...(excess === undefined ? {} : {excess})};
	const parts =
		wanted.parts === undefined
			? spreadPayment(payment, running)
			: namedPayment(payment, wanted.parts, running);
	const decided = decideParts(parts);
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const paper = {...way, paidOn, receiptNumber};
	const entries = await postEntries(
		work,
		decided.map((one) => draftRepayment(one.loan, one.payment, paper, one.payment.extras)),
	);
	const repayments = decided.map((one, index): Repayment => ({
		...paper,
		id: work.newId() as RepaymentId,
		loan: one.loan.id,
		amount: one.payment.amount,
		principal: one.payment.principal,
		margin: one.payment.margin,
		entryNumber: entries[index]!.number,
		receivedBy: work.actor.name,
		replay: 0,
		isReversed: false,
	}));
	await work.groups.insertRepayments(book, repayments);
	await recordSettledBy(
		work,
		book,
		repayments.filter((_, index) => decided[index]!.payment.isLast),
	);
	return repayments;
}
