import type {LoanId, RepaymentId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {isPositive, toText} from '../../kernel/money.ts';
import {type Book, type EntryDraft, postEntries} from '../../ledger/index.ts';
import {type Loan, type LoanEvent, type Repayment, requireStatus} from '../loan.ts';
import type {NewSettlement} from '../life-ports.ts';
import type {LendingWork} from '../ports.ts';
import {
	type Settlement,
	type SettlementQuote,
	lastStepOn,
	quoteSettlement,
	requireAfter,
	requireQuoted,
} from '../settlement.ts';
import {decideWay, requireDeposit, wayOf} from '../way.ts';
import {draftDiscount, draftSettlement} from '../settlement-entries.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';
import {depositFor} from './with-deposits.ts';

/**
 * What pays a loan off on a day, if nothing is paid until then; today without one.
 * @throws DomainError `lending/wrong-status`, `lending/before-last-step`.
 */
export async function quoteLoan(
	work: LendingWork,
	id: LoanId,
	on: LocalDate = work.today(),
): Promise<SettlementQuote> {
	const {loan, book} = await getLoan(work, id);
	return quote(work, book, loan, on, 'on');
}

async function quote(
	work: LendingWork,
	book: Book,
	loan: Loan,
	on: LocalDate,
	path: string,
): Promise<SettlementQuote> {
	requireStatus(loan, 'disbursed');
	const schedule = (await work.lending.findSchedule(book, loan.id))!;
	requireAfter(lastStepOn(loan, schedule, await work.lending.repayments(book, loan.id)), on, path);
	const owed = await work.lending.owed(book, loan);
	return quoteSettlement(loan.akad, schedule.instalments, owed, on);
}

/**
 * Pays a loan off at once by its quote of the day, gives a numbered receipt and ends the loan.
 * @throws DomainError `lending/quote-differs`, `lending/before-last-step`, and what posting
 * refuses.
 */
export async function settleLoan(work: LendingWork, wanted: NewSettlement): Promise<Settlement> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	const {paidOn, amount} = wanted;
	const way = wayOf(wanted);
	decideWay(way);
	const quoted = await quote(work, book, loan, paidOn, 'paidOn');
	requireQuoted(amount, quoted);
	if (way.method === 'deposit') {
		requireDeposit(loan, amount, await depositFor(work, book, loan, paidOn));
	}
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const payment = {...way, paidOn, receiptNumber};
	const discount = draftDiscount(loan, quoted, payment);
	const repayment = draftSettlement(loan, quoted, payment);
	const drafts = [discount, repayment].filter((draft): draft is EntryDraft => draft !== undefined);
	const posted = await postEntries(work, drafts);
	const numberOf = (draft: EntryDraft | undefined) =>
		draft === undefined ? undefined : posted[drafts.indexOf(draft)]!.number;
	const [discountEntry, entryNumber] = [numberOf(discount), numberOf(repayment)];
	const {principal, marginDue, total} = quoted;
	const settlement: Settlement = {
		id: work.newId() as RepaymentId,
		loan: loan.id,
		receiptNumber,
		settledOn: paidOn,
		...way,
		principal,
		marginDue,
		discount: quoted.discount,
		total,
		...(entryNumber === undefined ? {} : {entryNumber}),
		...(discountEntry === undefined ? {} : {discountEntry}),
		settledBy: work.actor.name,
	};
	await recordSettlement(work, book, settlement);
	return settlement;
}

async function recordSettlement(
	work: LendingWork,
	book: Book,
	settlement: Settlement,
): Promise<void> {
	const {principal, marginDue, discount, total, entryNumber, discountEntry} = settlement;
	await work.loanLife.insertSettlement(book, settlement);
	if (isPositive(total)) {
		await work.lending.insertRepayment(book, {
			id: settlement.id,
			loan: settlement.loan,
			receiptNumber: settlement.receiptNumber,
			paidOn: settlement.settledOn,
			...wayOf(settlement),
			amount: total,
			principal,
			margin: marginDue,
			entryNumber: entryNumber!,
			receivedBy: settlement.settledBy,
			replay: 0,
			isReversed: false,
		});
	}
	await recordSettled(work, book, settlement.loan, {
		occurredOn: settlement.settledOn,
		document: `KW-${settlement.receiptNumber}`,
		entryNumber: (entryNumber ?? discountEntry)!,
		detail: {
			principal: toText(principal),
			margin: toText(marginDue),
			discount: toText(discount),
		},
	});
}

/** The repayment was the last of its loan. */
export const recordPaidOff = async (
	work: LendingWork,
	book: Book,
	{loan, paidOn, receiptNumber, entryNumber}: Repayment,
): Promise<void> =>
	recordSettled(work, book, loan, {
		occurredOn: paidOn,
		document: `KW-${receiptNumber}`,
		entryNumber,
	});

/** A loan of which nothing is owed any more has ended, by whatever paid the last of it. */
export async function recordSettled(
	work: LendingWork,
	book: Book,
	loan: LoanId,
	event: Omit<LoanEvent, 'kind'>,
): Promise<void> {
	await work.lending.recordStatus(book, loan, 'settled');
	await recordEvent(work, book, loan, {...event, kind: 'settled'});
}
