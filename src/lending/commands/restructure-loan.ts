import {startOfMonth} from '../../kernel/local-date.ts';
import {add, toText} from '../../kernel/money.ts';
import {isClosed} from '../../ledger/index.ts';
import {arrearsOn} from '../arrears.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireStatus} from '../loan.ts';
import type {LoanSchedule} from '../loan-schedule.ts';
import type {NewRestructuring, WantedTerms} from '../life-ports.ts';
import type {LendingWork} from '../ports.ts';
import {
	type NewTerms,
	type Restructuring,
	changeOf,
	planRestructuring,
	unpaidOf,
} from '../restructuring.ts';
import {lastStepOn, requireAfter} from '../settlement.ts';
import {requireAnother, requirePast} from '../step.ts';
import {getLoan} from './get-loan.ts';
import {planningFacts, productOf} from './get-product.ts';
import {recordEvent} from './record-event.ts';

/** What a new schedule would be, beside how the loan stands by the one in force. */
export type RestructuringPreview = LoanSchedule &
	Pick<Restructuring, 'change' | 'arrears' | 'owed'> & {readonly terms: NewTerms};

/**
 * The schedule that new terms would make of the rest of a loan; nothing is written.
 * @throws DomainError `lending/nothing-restructured`, `lending/before-last-step`, …
 */
export async function previewRestructuring(
	work: LendingWork,
	wanted: WantedTerms,
): Promise<RestructuringPreview> {
	return (await plan(work, wanted)).preview;
}

/**
 * Agrees a new schedule for exactly what is owed (penjadwalan and persyaratan kembali, DSN-MUI
 * 48/2005), in force from its day on. How late the loan was stays beside it for every report.
 * @throws DomainError `lending/same-person-step`, and what {@link previewRestructuring} refuses.
 */
export async function restructureLoan(
	work: LendingWork,
	wanted: NewRestructuring,
): Promise<RestructuringPreview & {readonly version: number}> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan, preview, last} = await plan(work, wanted);
	requireAnother(loan, work.actor.name);
	const version = last.version + 1;
	const {change, arrears, owed, instalments, rule, terms} = preview;
	const {effectiveOn} = terms;
	const {reason, document} = wanted;
	const schedule = {version, effectiveOn, rule, reason, instalments};
	await work.lending.insertSchedule(book, loan.id, schedule, work.now());
	await work.loanLife.insertRestructuring(book, loan.id, {
		version,
		change,
		document,
		decidedBy: work.actor.name,
		arrears,
		owed,
	});
	await recordEvent(work, book, loan.id, {
		kind: 'rescheduled',
		occurredOn: effectiveOn,
		reason,
		document,
		detail: {
			change,
			version: String(version),
			daysPastDue: String(arrears.daysPastDue),
			overdue: toText(arrears.overdue),
			principal: toText(owed.principal),
			margin: toText(owed.margin),
		},
	});
	return {...preview, version};
}

async function plan(work: LendingWork, wanted: WantedTerms) {
	const {loan, book} = await getLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	const last = (await work.lending.findSchedule(book, loan.id))!;
	const {effectiveOn} = wanted;
	requirePast(effectiveOn, work.today(), 'effectiveOn');
	const repayments = await work.lending.repayments(book, loan.id);
	requireAfter(lastStepOn(loan, last, repayments), effectiveOn, 'effectiveOn');
	// What was reported of a closed month, its late loans among it, stays as it was.
	const period = await work.ledger.findPeriod(book, startOfMonth(effectiveOn));
	if (period && isClosed(period)) {
		const values = {month: effectiveOn.slice(0, 7)};
		throw refuse('lending/schedule-month-closed', values, 'effectiveOn');
	}
	const owed = await work.lending.owed(book, loan);
	const unpaid = unpaidOf(last.instalments, owed);
	const terms = termsOf(loan, wanted, unpaid.length);
	const product = await productOf(work, book, loan);
	const facts = await planningFacts(work, book, product, effectiveOn);
	const schedule = planRestructuring(owed, terms, facts);
	const total = add(owed.principal, owed.margin);
	return {
		loan,
		last,
		preview: {
			...schedule,
			terms,
			owed,
			change: changeOf(loan, unpaid, terms, schedule.instalments),
			arrears: arrearsOn(effectiveOn, last.instalments, total),
		},
	};
}

const termsOf = (loan: Loan, wanted: WantedTerms, instalmentsLeft: number): NewTerms => ({
	effectiveOn: wanted.effectiveOn,
	instalments: wanted.instalments ?? instalmentsLeft,
	periodUnit: wanted.periodUnit ?? loan.periodUnit,
	periodEvery: wanted.periodEvery ?? loan.periodEvery,
	...(wanted.firstDueOn === undefined ? {} : {firstDueOn: wanted.firstDueOn}),
	principalGraceInstalments: wanted.principalGraceInstalments ?? 0,
});
