import {getMember} from '../../cooperatives/index.ts';
import {collectedNotRemitted, getRunningAllocation} from '../../fund/index.ts';
import {compare, subtract, sum, toText} from '../../kernel/money.ts';
import {type Book, postEntries} from '../../ledger/index.ts';
import {draftDisbursement, draftFees} from '../entries.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireMember, requireStatus} from '../loan.ts';
import {planSchedule} from '../loan-schedule.ts';
import type {Disbursement, LendingWork} from '../ports.ts';
import {feesOf} from '../product.ts';
import {getLoan} from './get-loan.ts';
import {planningFacts, productOf} from './get-product.ts';
import {recordEvent} from './record-event.ts';

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
	requireMember(await getMember(work, loan.member), wanted.disbursedOn);
	await requireFundCash(work, book, loan);
	const {disbursedOn, document} = wanted;
	const product = await productOf(work, book, loan);
	const facts = await planningFacts(work, book, product, disbursedOn);
	const schedule = planSchedule(loan, disbursedOn, facts);
	// Of a loan at a rate the schedule says what it will earn.
	const margin = sum(schedule.instalments.map((row) => row.margin));
	const draft = draftDisbursement(loan, disbursedOn, document, {
		principal: loan.principal,
		margin,
	});
	const fees = product ? feesOf(product, loan.principal) : [];
	const [entry] = await postEntries(work, [draft, ...draftFees(loan, disbursedOn, document, fees)]);
	const disbursed: Loan = {
		...loan,
		status: 'disbursed',
		disbursedOn,
		disbursedBy: work.actor.name,
		disbursementEntry: entry!.number,
		scheduleRule: schedule.rule,
	};
	await work.lending.recordDisbursement(book, disbursed);
	const version = {
		version: 1,
		effectiveOn: disbursedOn,
		rule: schedule.rule,
		reason: 'Pencairan',
		entryNumber: entry!.number,
		instalments: schedule.instalments,
	};
	await work.lending.insertSchedule(book, loan.id, version, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'disbursed',
		occurredOn: disbursedOn,
		document,
		entryNumber: entry!.number,
	});
	return disbursed;
}

/** What a fund may lend: its cash and bank, less what it already holds for the city. */
async function requireFundCash(work: LendingWork, book: Book, loan: Loan): Promise<void> {
	const allocation = await getRunningAllocation(work, loan.allocation);
	const cash = await work.lending.fundCash(book, loan.allocation);
	const available = subtract(cash, await collectedNotRemitted(work, book, allocation));
	if (compare(loan.principal, available) <= 0) return;
	const values = {available: toText(available), amount: toText(loan.principal)};
	throw refuse('lending/fund-cash-too-low', values, 'principal');
}
