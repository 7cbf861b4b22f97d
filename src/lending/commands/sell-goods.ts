import {getMember} from '../../cooperatives/index.ts';
import {type Rupiah, isZero, subtract, sum} from '../../kernel/money.ts';
import {
	type Book,
	type EntryDraft,
	type SealedEntry,
	findPapers,
	postEntries,
} from '../../ledger/index.ts';
import {draftDisbursement, draftFees} from '../entries.ts';
import {refuse} from '../errors.ts';
import {type Loan, requireMember} from '../loan.ts';
import {planSchedule} from '../loan-schedule.ts';
import {decideTranche} from '../loan-tranche.ts';
import type {Disbursement, LendingWork} from '../ports.ts';
import {feesOf} from '../product.ts';
import {decideSale} from '../purchase.ts';
import {draftDownPaymentApplied} from '../purchase-entries.ts';
import {planningFacts} from './get-product.ts';
import {holdPurchase, requireFundCash} from './purchase-step.ts';
import {recordEvent} from './record-event.ts';

/**
 * Sells the goods of a murabahah and fixes its schedule. They are bought in the same entry, out of
 * the fund's bank account, unless they were bought before (wakalah). What was paid beforehand is
 * part of the price, and the schedule asks for the rest.
 * @throws DomainError `lending/fund-cash-too-low`, `lending/wrong-status`,
 * `lending/goods-not-bought`, `lending/down-payment-too-low`, and what posting refuses.
 */
export async function sellGoods(work: LendingWork, wanted: Disbursement): Promise<Loan> {
	const {loan, book, product, held, lastStep} = await holdPurchase(work, wanted.loan);
	// A sale is of one price: nothing of it is left for another day.
	decideTranche(loan, wanted.amount, {product, paidOut: 0});
	const {disbursedOn, document} = wanted;
	if (disbursedOn < loan.decidedOn!) {
		const values = {date: disbursedOn, decidedOn: loan.decidedOn!};
		throw refuse('lending/disbursed-before-approval', values, 'disbursedOn');
	}
	requireMember(await getMember(work, loan.member), disbursedOn);
	const day = {on: disbursedOn, ...(lastStep === undefined ? {} : {last: lastStep})};
	const sale = decideSale(loan, product, held, day);
	const {cost, downPayment, isFromStock} = sale;
	if (!isFromStock) await requireFundCash(work, book, loan, cost, 'principal');
	const facts = await planningFacts(work, book, product, disbursedOn);
	const rest = {...loan, principal: subtract(cost, downPayment)};
	const {instalments, rule} = planSchedule(rest, disbursedOn, facts);
	// Of a loan at a rate the schedule says what it will earn.
	const margin = sum(instalments.map((row) => row.margin));
	const split = {principal: cost, margin};
	const papers = await findPapers(work, loan.book, wanted.attachments);
	const draft = {...draftDisbursement(loan, disbursedOn, document, split, sale), papers};
	const fees = product ? feesOf(product, cost) : [];
	const entry = await postSale(work, book, loan, downPayment, [
		draft,
		...draftFees(loan, disbursedOn, document, fees),
	]);
	const disbursed: Loan = {
		...loan,
		status: 'disbursed',
		disbursedOn,
		disbursedBy: work.actor.name,
		disbursementEntry: entry.number,
		scheduleRule: rule,
		disbursed: cost,
		...(isZero(downPayment) ? {} : {downPayment}),
	};
	await work.lending.recordDisbursement(book, disbursed);
	const version = {version: 1, effectiveOn: disbursedOn, rule, reason: 'Pencairan'};
	const schedule = {...version, entryNumber: entry.number, instalments};
	await work.lending.insertSchedule(book, loan.id, schedule, work.now());
	const told = {
		occurredOn: disbursedOn,
		document: entry.document,
		entryNumber: entry.number,
	};
	await recordEvent(work, book, loan.id, {...told, kind: 'disbursed'});
	return disbursed;
}

/** Posts what is sold, with what was paid beforehand taken off it: the first entry. */
async function postSale(
	work: LendingWork,
	book: Book,
	loan: Loan,
	downPayment: Rupiah,
	[first, ...fees]: readonly [EntryDraft, ...EntryDraft[]],
): Promise<SealedEntry> {
	const {effectiveOn: on, document} = first;
	const applied = isZero(downPayment)
		? []
		: [draftDownPaymentApplied(loan, downPayment, {on, document})];
	const [entry, second] = await postEntries(work, [first, ...applied, ...fees]);
	if (applied.length > 0) {
		await recordEvent(work, book, loan.id, {
			kind: 'down-payment-applied',
			occurredOn: on,
			document,
			entryNumber: second!.number,
		});
	}
	return entry!;
}
