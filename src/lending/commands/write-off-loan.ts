import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {type Rupiah, add, isPositive, rupiah, subtract, toText, zero} from '../../kernel/money.ts';
import {
	type Book,
	debit,
	findPapers,
	postEntry,
	readBalance,
	reverseEntries,
} from '../../ledger/index.ts';
import {arrearsOn} from '../arrears.ts';
import {refuse} from '../errors.ts';
import {type Loan, type RecordedLoanEvent, requireStatus} from '../loan.ts';
import type {EndingReversal, NewWriteOff} from '../life-ports.ts';
import type {LendingWork} from '../ports.ts';
import {lastStepOn, requireAfter} from '../settlement.ts';
import {requireAnother} from '../step.ts';
import {
	type Recovery,
	type WriteOff,
	borneByAllowance,
	draftWriteOff,
	requireOwed,
} from '../write-off.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';

/** How a written-off loan stands. */
export type WrittenOff = {
	readonly writeOff: WriteOff;
	readonly recoveries: readonly Recovery[];
	readonly recovered: Rupiah;
	/** What the register still holds. */
	readonly left: Rupiah;
};

/**
 * Takes a loan that will not be paid off the balance sheet. Its debt stays in the register.
 * @throws DomainError `lending/same-person-step`, `lending/before-last-step`, and what posting
 * refuses.
 */
export async function writeOffLoan(work: LendingWork, wanted: NewWriteOff): Promise<WriteOff> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	requireAnother(loan, work.actor.name);
	const schedule = (await work.lending.findSchedule(book, loan.id))!;
	const {writtenOffOn, reason} = wanted;
	const repayments = await work.lending.repayments(book, loan.id);
	requireAfter(lastStepOn(loan, schedule, repayments), writtenOffOn, 'writtenOffOn');
	const owed = await work.lending.owed(book, loan);
	requireOwed(owed);
	const held = await allowanceOf(work, loan, writtenOffOn);
	const fromAllowance = borneByAllowance(owed.principal, ...held);
	const papers = await findPapers(work, loan.book, wanted.attachments);
	const draft = draftWriteOff(loan, owed, fromAllowance, wanted);
	const entry = await postEntry(work, {...draft, papers});
	await work.lending.recordStatus(book, loan.id, 'written-off');
	const total = add(owed.principal, owed.margin);
	const {daysPastDue} = arrearsOn(writtenOffOn, schedule.instalments, total);
	await recordEvent(work, book, loan.id, {
		kind: 'written-off',
		occurredOn: writtenOffOn,
		reason,
		document: entry.document,
		entryNumber: entry.number,
		detail: {
			principal: toText(owed.principal),
			margin: toText(owed.margin),
			fromAllowance: toText(fromAllowance),
			daysPastDue: String(daysPastDue),
		},
	});
	const loss = subtract(owed.principal, fromAllowance);
	return {writtenOffOn, ...owed, fromAllowance, loss, entryNumber: entry.number};
}

/** What the allowance of a loan's fund held at the end of a day, and holds now. */
async function allowanceOf(work: LendingWork, loan: Loan, on: NewWriteOff['writtenOffOn']) {
	const query = {account: cooperativeAccounts.allowance, fund: loan.allocation};
	const now = await readBalance(work, loan.book, query);
	// A day that has not come is refused by the ledger, with its own words.
	if (on > now.asOf) return [now.balance];
	const then = await readBalance(work, loan.book, {...query, asOf: on});
	return [then.balance, now.balance];
}

/** @throws DomainError `lending/wrong-status` where the loan is not written off. */
export async function getWriteOff(work: LendingWork, id: LoanId): Promise<WrittenOff> {
	const {loan, book} = await getLoan(work, id);
	requireStatus(loan, 'written-off');
	const recoveries = await work.loanLife.recoveries(book, loan.id);
	const writeOff = toWriteOff(await work.lending.listEvents(book, loan.id));
	const left = await registered(work, book, loan);
	return {writeOff, recoveries, left, recovered: subtract(writeOff.principal, left)};
}

/**
 * Takes a write-off back: the loan owes what it owed, by the schedule that it had.
 * @throws DomainError `lending/has-recoveries`, and what posting refuses.
 */
export async function reverseWriteOff(work: LendingWork, wanted: EndingReversal): Promise<void> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	const {writeOff, recovered} = await getWriteOff(work, wanted.loan);
	if (isPositive(recovered)) {
		const values = {number: String(loan.number), recovered: toText(recovered)};
		throw refuse('lending/has-recoveries', values);
	}
	const references = [{book: book.code, number: writeOff.entryNumber}];
	const [entry] = await reverseEntries(work, references, wanted);
	await work.lending.recordStatus(book, loan.id, 'disbursed');
	await recordEvent(work, book, loan.id, {
		kind: 'write-off-reversed',
		occurredOn: wanted.effectiveOn,
		reason: wanted.reason,
		document: wanted.document,
		entryNumber: entry!.number,
	});
}

/** What the register of written-off loans holds of one. */
async function registered(work: LendingWork, book: Book, loan: Loan): Promise<Rupiah> {
	const account = cooperativeAccounts.writtenOff;
	const balances = await work.ledger.floorBalances(book, [debit(account, zero, {loan: loan.id})]);
	return balances.get(`${account}/${loan.id}`) ?? zero;
}

/** The last write-off among the steps of a loan. */
function toWriteOff(events: readonly RecordedLoanEvent[]): WriteOff {
	const {occurredOn, entryNumber, detail} = events.findLast(({kind}) => kind === 'written-off')!;
	const principal = rupiah(detail!.principal!);
	const fromAllowance = rupiah(detail!.fromAllowance!);
	return {
		writtenOffOn: occurredOn,
		entryNumber: entryNumber!,
		principal,
		margin: rupiah(detail!.margin!),
		fromAllowance,
		loss: subtract(principal, fromAllowance),
	};
}
