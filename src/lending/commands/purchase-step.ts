import {getMember} from '../../cooperatives/index.ts';
import {collectedNotRemitted, getRunningAllocation} from '../../fund/index.ts';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, add, compare, subtract, toText} from '../../kernel/money.ts';
import {type Book, type EntryDraft, postEntry} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {type Loan, type LoanEvent, requireMember} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {type PurchaseStep, lastPurchaseDay} from '../purchase.ts';
import type {TakenStep} from '../purchase-ports.ts';
import {productOf} from './get-product.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';

/** A loan held until the transaction ends, with all that decides on a step before its sale. */
export async function holdPurchase(work: LendingWork, id: LoanId) {
	const {loan, book} = await holdLoan(work, id);
	const events = await work.lending.listEvents(book, loan.id);
	const lastStep = lastPurchaseDay(events);
	return {
		loan,
		book,
		product: await productOf(work, book, loan),
		held: await work.purchases.beforeSale(book, loan.id),
		events,
		...(lastStep === undefined ? {} : {lastStep}),
		/** No step is taken before this day. */
		last: lastStep ?? loan.decidedOn ?? loan.appliedOn,
	};
}

/** Posts a step before the sale and tells it. */
export async function takeStep(
	work: LendingWork,
	{loan, book}: {readonly loan: Loan; readonly book: Book},
	kind: PurchaseStep,
	draft: EntryDraft,
	told: Pick<LoanEvent, 'reason' | 'detail'>,
): Promise<TakenStep> {
	const {number: entryNumber} = await postEntry(work, draft);
	const {document} = draft;
	await recordEvent(work, book, loan.id, {
		...told,
		kind,
		occurredOn: draft.effectiveOn,
		document,
		entryNumber,
	});
	const held = await work.purchases.beforeSale(book, loan.id);
	return {loan, held, entryNumber, document};
}

/**
 * Nothing is taken from or given to who has died or left.
 * @throws DomainError `lending/borrower-died`, `lending/member-left`.
 */
export async function requireLiving(
	work: LendingWork,
	book: Book,
	loan: Loan,
	on: LocalDate,
): Promise<void> {
	requireMember(await getMember(work, loan.member), on);
	if (await work.loanLife.findDeath(book, loan.member)) {
		throw refuse('lending/borrower-died', {}, 'member');
	}
}

/**
 * What a fund may give: its cash and bank, less what is held for the city, what members paid
 * beforehand, and what is kept for them, who may ask for it or pay with it.
 * @throws DomainError `lending/fund-cash-too-low`.
 */
export async function requireFundCash(
	work: LendingWork,
	book: Book,
	loan: Loan,
	amount: Rupiah,
	path: string,
): Promise<void> {
	const allocation = await getRunningAllocation(work, loan.allocation);
	const cash = await work.lending.fundCash(book, loan.allocation);
	const held = await collectedNotRemitted(work, book, allocation);
	const kept = await work.lending.fundDeposits(book, loan.allocation);
	const available = subtract(cash, add(held, kept));
	if (compare(amount, available) <= 0) return;
	const values = {available: toText(available), amount: toText(amount)};
	throw refuse('lending/fund-cash-too-low', values, path);
}
