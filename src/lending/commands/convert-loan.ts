import type {LoanId} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import {type Book, postEntries, reverseEntries} from '../../ledger/index.ts';
import {decideTerms} from '../akad.ts';
import {arrearsOn} from '../arrears.ts';
import {
	type Conversion,
	type NewConversion,
	type WantedConversion,
	decideConversion,
	decideOwed,
	draftConversion,
} from '../conversion.ts';
import {refuse, refuseAll} from '../errors.ts';
import type {EndingReversal} from '../life-ports.ts';
import {type Loan, requireStatus, seasonFindings} from '../loan.ts';
import {type LoanSchedule, planSchedule} from '../loan-schedule.ts';
import {owedInAll} from '../payment.ts';
import type {LendingWork} from '../ports.ts';
import {decideFits} from '../product.ts';
import {lastStepOn, quoteSettlement, requireAfter} from '../settlement.ts';
import {requireAnother, requirePast} from '../step.ts';
import {getLoan} from './get-loan.ts';
import {getProduct, planningFacts} from './get-product.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';
import {recordReopened} from './reopen-loan.ts';
import {recordSettled} from './settle-loan.ts';

/** What a conversion would move, leave off and ask for. */
export type ConversionPreview = LoanSchedule &
	Pick<
		Conversion,
		'convertedOn' | 'principal' | 'marginLeftOff' | 'marginCancelled' | 'arrears'
	> & {readonly akad: Loan['akad']};

/**
 * The loan that a debt would become under another akad; nothing is written.
 * @throws DomainError `lending/wrong-status`, `lending/conversion-margin-due`,
 * `lending/conversion-inah`, `lending/before-last-step`, …
 */
export async function previewConversion(
	work: LendingWork,
	wanted: WantedConversion,
): Promise<ConversionPreview> {
	const {loan, book} = await getLoan(work, wanted.loan);
	return (await plan(work, book, loan, wanted)).preview;
}

/**
 * Moves the principal that is owed of a murabahah to a new loan under another akad (konversi akad,
 * DSN-MUI 49/2005); no money moves. The debt stays that of whoever applied for it, and another
 * person agrees its new akad.
 * @throws DomainError `lending/same-person-step`, `lending/borrower-died`, and what
 * {@link previewConversion} and posting refuse.
 */
export async function convertLoan(
	work: LendingWork,
	wanted: NewConversion,
): Promise<ConversionPreview & {readonly conversion: Conversion; readonly loan: Loan}> {
	const {loan: old, book} = await holdLoan(work, wanted.loan);
	const {preview, terms, owed} = await plan(work, book, old, wanted);
	requireAnother(old, work.actor.name);
	if (await work.loanLife.findDeath(book, old.member)) throw refuse('lending/borrower-died', {});
	const {convertedOn, reason, document} = wanted;
	const {rule, instalments, principal, marginLeftOff, marginCancelled, arrears} = preview;
	const applied: Loan = {
		...terms,
		id: work.newId() as LoanId,
		book: book.code,
		number: await work.lending.nextLoanNumber(book),
		status: 'applied',
		appliedBy: old.appliedBy,
		officer: old.officer ?? old.appliedBy,
	};
	const by = {decidedOn: convertedOn, decidedBy: work.actor.name, decisionReason: reason};
	const approved: Loan = {...applied, ...by, status: 'approved'};
	await work.lending.insertLoan(book, applied);
	await work.lending.recordDecision(book, approved);
	const [settling, granting] = await postEntries(
		work,
		draftConversion(old, approved, owed, {convertedOn, document}),
	);
	const loan: Loan = {
		...approved,
		status: 'disbursed',
		disbursedOn: convertedOn,
		disbursedBy: work.actor.name,
		disbursementEntry: granting!.number,
		scheduleRule: rule,
		disbursed: principal,
	};
	await work.lending.recordDisbursement(book, loan);
	const version = {version: 1, effectiveOn: convertedOn, rule, reason};
	const schedule = {...version, entryNumber: granting!.number, instalments};
	await work.lending.insertSchedule(book, loan.id, schedule, work.now());
	const conversion: Conversion = {
		from: old.id,
		to: loan.id,
		convertedOn,
		principal,
		marginLeftOff,
		marginCancelled,
		arrears,
		settlingEntry: settling!.number,
		grantingEntry: granting!.number,
		reason,
		document,
		decidedBy: work.actor.name,
	};
	await work.loanLife.insertConversion(book, conversion, work.now());
	await tell(work, book, conversion, {old, loan});
	return {...preview, conversion, loan};
}

/** Both loans tell of it: the old one how it ended, the new one where it came from. */
async function tell(
	work: LendingWork,
	book: Book,
	{convertedOn: occurredOn, reason, document, ...one}: Conversion,
	{old, loan}: {readonly old: Loan; readonly loan: Loan},
): Promise<void> {
	const day = {occurredOn, reason, document};
	const sums = {
		principal: toText(one.principal),
		marginLeftOff: toText(one.marginLeftOff),
		marginCancelled: toText(one.marginCancelled),
		daysPastDue: String(one.arrears.daysPastDue),
		overdue: toText(one.arrears.overdue),
	};
	const ended = {...day, entryNumber: one.settlingEntry};
	const begun = {...day, entryNumber: one.grantingEntry};
	const detail = {...sums, from: String(old.number), to: String(loan.number)};
	await recordEvent(work, book, old.id, {...ended, kind: 'converted', detail});
	await recordSettled(work, book, old.id, ended);
	await recordEvent(work, book, loan.id, {...begun, kind: 'came-of-conversion', detail});
	await recordEvent(work, book, loan.id, {occurredOn, reason, kind: 'approved'});
	await recordEvent(work, book, loan.id, {...begun, kind: 'disbursed'});
}

async function plan(work: LendingWork, book: Book, loan: Loan, wanted: WantedConversion) {
	requireStatus(loan, 'disbursed');
	decideConversion(loan, wanted.akad);
	const {convertedOn, leavesMarginDue, loan: _, product: code, ...asked} = wanted;
	decideTerms(wanted.akad, wanted.margin, wanted.nisbah);
	refuseAll(seasonFindings(wanted.periodUnit, wanted.periodEvery, 'period.every'));
	requirePast(convertedOn, work.today(), 'convertedOn');
	const last = (await work.lending.findSchedule(book, loan.id))!;
	const repayments = await work.lending.repayments(book, loan.id);
	requireAfter(lastStepOn(loan, last, repayments), convertedOn, 'convertedOn');
	const owed = await work.lending.owed(book, loan);
	const quote = quoteSettlement(loan.akad, last.instalments, owed, convertedOn);
	decideOwed(loan, quote, leavesMarginDue);
	const product = code === undefined ? undefined : await getProduct(work, book, code, convertedOn);
	const {member, allocation, purpose} = loan;
	const terms = {
		...asked,
		member,
		allocation,
		purpose,
		principal: owed.principal,
		appliedOn: convertedOn,
		...(product ? {product: {code: product.code, version: product.version}} : {}),
	};
	if (product) decideFits(product, terms);
	const facts = await planningFacts(work, book, product, convertedOn);
	return {
		terms,
		owed,
		preview: {
			...planSchedule(terms, convertedOn, facts),
			akad: wanted.akad,
			convertedOn,
			principal: owed.principal,
			marginLeftOff: quote.marginDue,
			marginCancelled: quote.discount,
			arrears: arrearsOn(convertedOn, last.instalments, owedInAll({owed})),
		},
	};
}

/**
 * Takes a conversion back while nothing was paid on the new loan: the old one owes what it owed, by
 * the schedule that it had.
 * @throws DomainError `lending/not-converted`, `lending/paid-since-conversion`,
 * `lending/wrong-status`, and what posting refuses.
 */
export async function reverseConversion(work: LendingWork, wanted: EndingReversal): Promise<void> {
	const {loan: old, book} = await holdLoan(work, wanted.loan);
	const conversion = await work.loanLife.findConversion(book, old.id);
	if (conversion?.from !== old.id) {
		throw refuse('lending/not-converted', {number: String(old.number)});
	}
	const {loan} = await getLoan(work, conversion.to);
	if (loan.status !== 'disbursed' || (await work.loanLife.isMovedSince(book, conversion))) {
		throw refuse('lending/paid-since-conversion', {number: String(loan.number)});
	}
	const {grantingEntry, settlingEntry} = conversion;
	const references = [grantingEntry, settlingEntry].map((number) => ({book: book.code, number}));
	const [ended, revived] = await reverseEntries(work, references, wanted);
	await work.lending.recordStatus(book, loan.id, 'reversed');
	const {effectiveOn: occurredOn, reason, document} = wanted;
	await recordEvent(work, book, loan.id, {
		kind: 'conversion-reversed',
		occurredOn,
		reason,
		document,
		entryNumber: ended!.number,
	});
	await recordReopened(work, book, old, wanted, revived!.number);
}
