import {toText} from '../../kernel/money.ts';
import {type Book, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Loan} from '../loan.ts';
import {
	type LoanTranche,
	decideTrancheReversal,
	planWithout,
	scheduleBefore,
	standing,
} from '../loan-tranche.ts';
import type {LendingWork, LoanReversal} from '../ports.ts';
import {recordEvent} from './record-event.ts';
import {requireHeldForCity} from './require-held-for-city.ts';

/**
 * Takes back what was disbursed of a loan: the tranche that is named, or all of them. Once nothing
 * of it is left out the loan is reversed.
 * @throws DomainError `lending/has-repayments`, `lending/unknown-tranche`,
 * `lending/tranche-not-last`, `lending/restructured-after-tranche`, and what posting refuses.
 */
export async function reverseDisbursement(
	work: LendingWork,
	book: Book,
	loan: Loan,
	wanted: LoanReversal,
): Promise<void> {
	const tranches = await work.lending.tranches(book, loan.id);
	const out = standing(tranches);
	if (wanted.tranche !== undefined) {
		const tranche = decideTrancheReversal(wanted.tranche, tranches);
		if (out.length > 1) {
			await reverseLatest(work, book, loan, {tranche, tranches, wanted});
			return;
		}
	}
	await requireUnpaidSince(work, book, loan, out[0]!);
	// The latest first, so that on the way no more is owed than was granted.
	const paidOut = out.map(({entryNumber}) => entryNumber).toReversed();
	const numbers = [...(await takenOffThePrice(work, book, loan)), ...paidOut];
	const references = numbers.map((number) => ({book: book.code, number}));
	await reverseEntries(work, references, wanted);
	await work.lending.recordStatus(book, loan.id, 'reversed');
}

/** The entry by which a down payment became part of a price; it goes before the price does. */
async function takenOffThePrice(work: LendingWork, book: Book, loan: Loan): Promise<number[]> {
	if (loan.downPayment === undefined) return [];
	await requireHeldForCity(work, book, loan, loan.downPayment);
	const events = await work.lending.listEvents(book, loan.id);
	return [events.find(({kind}) => kind === 'down-payment-applied')!.entryNumber!];
}

type TrancheReversal = {
	readonly tranche: LoanTranche;
	readonly tranches: readonly LoanTranche[];
	readonly wanted: LoanReversal;
};

async function reverseLatest(
	work: LendingWork,
	book: Book,
	loan: Loan,
	{tranche, tranches, wanted}: TrancheReversal,
): Promise<void> {
	const {effectiveOn, reason, document} = wanted;
	await requireUnpaidSince(work, book, loan, tranche);
	const schedules = await work.lending.listSchedules(book, loan.id);
	const before = scheduleBefore(tranche, tranches, schedules);
	const references = [{book: book.code, number: tranche.entryNumber}];
	const [reversal] = await reverseEntries(work, references, wanted);
	const owed = await work.lending.owed(book, loan);
	const schedule = {
		version: schedules.at(-1)!.version + 1,
		effectiveOn,
		rule: before.rule,
		reason,
		entryNumber: reversal!.number,
		instalments: planWithout(before.instalments, owed, tranche.disbursedOn),
	};
	await work.lending.insertSchedule(book, loan.id, schedule, work.now());
	await recordEvent(work, book, loan.id, {
		kind: 'tranche-reversed',
		occurredOn: effectiveOn,
		reason,
		document,
		entryNumber: reversal!.number,
		detail: {tranche: String(tranche.number), amount: toText(tranche.principal)},
	});
}

/** @throws DomainError `lending/has-repayments` where something was paid after a tranche. */
async function requireUnpaidSince(
	work: LendingWork,
	book: Book,
	loan: Loan,
	{entryNumber: since}: LoanTranche,
): Promise<void> {
	const repayments = await work.lending.repayments(book, loan.id);
	const paid = repayments.some(({isReversed, entryNumber}) => !isReversed && entryNumber > since);
	if (paid) throw refuse('lending/has-repayments', {number: String(loan.number)});
}
