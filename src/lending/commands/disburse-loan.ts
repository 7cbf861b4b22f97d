import {getMember} from '../../cooperatives/index.ts';
import {type Rupiah, add, sum, toText, zero} from '../../kernel/money.ts';
import {type Book, findPapers, postEntries} from '../../ledger/index.ts';
import {arrearsOn} from '../arrears.ts';
import {draftDisbursement, draftFees} from '../entries.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireMember} from '../loan.ts';
import {planSchedule} from '../loan-schedule.ts';
import {
	type PlannedTranche,
	decideTranche,
	leftToDisburse,
	planTranche,
	requireNotLate,
	standing,
} from '../loan-tranche.ts';
import type {Disbursement, LendingWork} from '../ports.ts';
import {type Product, feesOf} from '../product.ts';
import {lastStepOn, requireAfter} from '../settlement.ts';
import {planningFacts, productOf} from './get-product.ts';
import {holdLoan} from './hold-loan.ts';
import {requireFundCash} from './purchase-step.ts';
import {recordEvent} from './record-event.ts';
import {sellGoods} from './sell-goods.ts';

/** A tranche as it is to be paid out, with the schedule that it makes. */
type Decided = {
	readonly amount: Rupiah;
	/** How many went out before it, those that were taken back among them. */
	readonly before: number;
	readonly version: number;
	readonly planned: PlannedTranche;
};

/**
 * Pays an approved loan out of its fund's bank account, whole or, where its product says so, a
 * tranche of it, and fixes the schedule of what is owed then. The fees are taken with the first
 * tranche, on all that was approved.
 * @throws DomainError `lending/fund-cash-too-low`, `lending/wrong-status`,
 * `lending/tranche-above-approved`, `lending/not-in-tranches`, `lending/tranche-while-late`, and
 * what posting refuses.
 */
export async function disburseLoan(work: LendingWork, wanted: Disbursement): Promise<Loan> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	if (loan.akad === 'murabahah') return sellGoods(work, wanted);
	const product = await productOf(work, book, loan);
	const {disbursedOn, document} = wanted;
	const tranche = await decide(work, book, loan, product, wanted);
	const {amount, planned, before, version} = tranche;
	const papers = await findPapers(work, loan.book, wanted.attachments);
	// Of a loan at a rate the schedule says what it will earn.
	const split = {principal: amount, margin: planned.margin};
	const draft = {...draftDisbursement(loan, disbursedOn, document, split), papers};
	const isFirst = loan.status === 'approved';
	const fees = isFirst && product ? feesOf(product, loan.principal) : [];
	const [entry] = await postEntries(work, [draft, ...draftFees(loan, disbursedOn, document, fees)]);
	const first = {
		status: 'disbursed',
		disbursedOn,
		disbursedBy: work.actor.name,
		disbursementEntry: entry!.number,
		scheduleRule: planned.rule,
	} as const;
	const disbursed: Loan = {
		...loan,
		...(isFirst ? first : {}),
		disbursed: add(loan.disbursed ?? zero, amount),
	};
	if (isFirst) await work.lending.recordDisbursement(book, disbursed);
	const schedule = {
		version,
		effectiveOn: disbursedOn,
		rule: planned.rule,
		reason: isFirst ? 'Pencairan' : `Pencairan tahap ${before + 1}`,
		entryNumber: entry!.number,
		instalments: planned.instalments,
	};
	await work.lending.insertSchedule(book, loan.id, schedule, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'disbursed',
		occurredOn: disbursedOn,
		document: entry!.document,
		entryNumber: entry!.number,
		detail: {
			tranche: String(before + 1),
			amount: toText(amount),
			left: toText(leftToDisburse(disbursed)),
		},
	});
	return disbursed;
}

async function decide(
	work: LendingWork,
	book: Book,
	loan: Loan,
	product: Product | undefined,
	{disbursedOn, amount: named}: Disbursement,
): Promise<Decided> {
	const tranches = await work.lending.tranches(book, loan.id);
	const paidOut = standing(tranches).length;
	const amount = decideTranche(loan, named, {product, paidOut});
	if (disbursedOn < loan.decidedOn!) {
		const values = {date: disbursedOn, decidedOn: loan.decidedOn!};
		throw refuse('lending/disbursed-before-approval', values, 'disbursedOn');
	}
	requireMember(await getMember(work, loan.member), disbursedOn);
	await requireFundCash(work, book, loan, amount, 'principal');
	const facts = await planningFacts(work, book, product, disbursedOn);
	const before = tranches.length;
	if (loan.status === 'approved') {
		const schedule = planSchedule({...loan, principal: amount}, disbursedOn, facts);
		const margin = sum(schedule.instalments.map((row) => row.margin));
		return {amount, before, version: 1, planned: {...schedule, margin}};
	}
	if (await work.loanLife.findDeath(book, loan.member)) throw refuse('lending/borrower-died', {});
	const schedules = await work.lending.listSchedules(book, loan.id);
	const [first, last] = [schedules[0]!, schedules.at(-1)!];
	const repayments = await work.lending.repayments(book, loan.id);
	requireAfter(lastStepOn(loan, last, repayments), disbursedOn, 'disbursedOn');
	const owed = await work.lending.owed(book, loan);
	const total = add(owed.principal, owed.margin);
	requireNotLate(loan, arrearsOn(disbursedOn, last.instalments, total));
	const planned = planTranche(loan, amount, disbursedOn, {
		...facts,
		inForce: last.instalments,
		first: first.instalments,
		owed,
	});
	return {amount, before, version: last.version + 1, planned};
}
