import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import {compare, subtract, toText} from '../../kernel/money.ts';
import {type Book, postEntry} from '../../ledger/index.ts';
import {draftDisbursement} from '../entries.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireStatus} from '../loan.ts';
import {planSchedule} from '../loan-schedule.ts';
import type {Disbursement, LendingWork} from '../ports.ts';
import {getLoan} from './get-loan.ts';

/**
 * Pays an approved loan out of its fund's bank account and fixes its schedule.
 * @throws DomainError `lending/fund-cash-too-low`, `lending/wrong-status`, and what posting
 * refuses.
 */
export async function disburseLoan(work: LendingWork, wanted: Disbursement): Promise<Loan> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	requireStatus(loan, 'approved');
	if (wanted.disbursedOn < loan.decidedOn!) {
		const values = {date: wanted.disbursedOn, decidedOn: loan.decidedOn!};
		throw refuse('lending/disbursed-before-approval', values, 'disbursedOn');
	}
	await requireFundCash(work, book, loan);
	const schedule = planSchedule(loan, wanted.disbursedOn);
	const entry = await postEntry(work, draftDisbursement(loan, wanted.disbursedOn, wanted.document));
	const disbursed: Loan = {
		...loan,
		status: 'disbursed',
		disbursedOn: wanted.disbursedOn,
		disbursedBy: work.actor.name,
		disbursementEntry: entry.number,
		scheduleRule: schedule.rule,
	};
	await work.lending.recordDisbursement(book, disbursed, schedule.instalments);
	return disbursed;
}

/** What a fund may lend: its cash and bank, less what it already holds for the city. */
async function requireFundCash(work: LendingWork, book: Book, loan: Loan): Promise<void> {
	const allocation = await getAllocation(work, loan.allocation);
	const cash = await work.lending.fundCash(book, loan.allocation);
	const available = subtract(cash, await collectedNotRemitted(work, book, allocation));
	if (compare(loan.principal, available) <= 0) return;
	const values = {available: toText(available), amount: toText(loan.principal)};
	throw refuse('lending/fund-cash-too-low', values, 'principal');
}
