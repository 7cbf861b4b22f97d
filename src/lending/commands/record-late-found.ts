import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import type {RepaymentId} from '../../kernel/ids.ts';
import {compare, sum, toText} from '../../kernel/money.ts';
import {
	type Book,
	type EntryDraft,
	decideReversal,
	getEntry,
	postEntries,
} from '../../ledger/index.ts';
import {draftRepayment} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {Loan, Repayment, ScheduleVersion} from '../loan.ts';
import type {LendingWork, NewRepayment} from '../ports.ts';
import {isSameSplit, replaySplits} from '../replay.ts';
import {plainWaterfall} from '../waterfall.ts';
import {wayOf} from '../way.ts';
import {requireNotCleared} from './clear-payroll.ts';
import {productOf} from './get-product.ts';
import {recordEvent} from './record-event.ts';
import {requireNotJoint} from './take-back-joint.ts';

/** A loan with what was paid of it so far. */
export type LoanSoFar = {
	readonly loan: Loan;
	readonly book: Book;
	readonly schedule: ScheduleVersion;
	/** Not reversed, in the order of their days. */
	readonly repayments: readonly Repayment[];
};

/** Payments made after a day, which one of that day would have come before. */
export const laterThan = (
	day: NewRepayment['paidOn'],
	repayments: readonly Repayment[],
): Repayment[] => repayments.filter(({paidOn}) => paidOn > day);

/** What a schedule was paid by: of its first day, what was posted before its entry is not in it. */
const paidBy = (
	{effectiveOn, entryNumber: laidBy = 0}: ScheduleVersion,
	repayments: readonly Repayment[],
): Repayment[] =>
	repayments.filter(({paidOn, entryNumber}) => paidOn >= effectiveOn && entryNumber > laidBy);

/**
 * Takes a payment that was made before others that are posted already. Those after it are taken
 * back on their own days and posted again as they would have been, under their old receipts; the
 * old rows and entries stay.
 * @throws DomainError `lending/paid-before-schedule`, `lending/already-remitted`, and what posting
 * refuses, such as a month that is closed.
 */
export async function recordLateFound(
	work: LendingWork,
	{loan, book, schedule, repayments}: LoanSoFar,
	wanted: NewRepayment & {readonly receiptNumber: number},
): Promise<Repayment> {
	if (wanted.paidOn < schedule.effectiveOn) {
		const values = {date: wanted.paidOn, since: schedule.effectiveOn};
		throw refuse('lending/paid-before-schedule', values, 'paidOn');
	}
	const since = paidBy(schedule, repayments);
	const later = laterThan(wanted.paidOn, since);
	const earlier = since.slice(0, since.length - later.length);
	const {waterfall} = (await productOf(work, book, loan)) ?? {waterfall: plainWaterfall};
	const ordered = [...earlier, wanted, ...later];
	const splits = replaySplits(ordered, schedule.instalments, waterfall);
	const split = splits[earlier.length]!;
	const changed = later
		.map((repayment, index) => ({repayment, split: splits[earlier.length + 1 + index]!}))
		.filter((one) => !isSameSplit(one.repayment, one.split));
	const repaid = changed.map(({repayment}) => repayment);
	await requireChangeable(work, loan, book, repaid);
	const reversals: EntryDraft[] = [];
	for (const {entryNumber, paidOn, receiptNumber} of repaid.reverse()) {
		const {entry} = await getEntry(work, {book: book.code, number: entryNumber});
		const request = {
			effectiveOn: paidOn,
			reason: `Pembayaran ${wanted.paidOn} menyusul; kuitansi ${receiptNumber} dibagi ulang`,
			document: `KW-${wanted.receiptNumber}`,
		};
		reversals.push(decideReversal(entry, undefined, request));
	}
	const entries = await postEntries(work, [
		...reversals,
		draftRepayment(loan, split, wanted),
		...changed.map((one) => draftRepayment(loan, one.split, one.repayment)),
	]);
	const posted = entries.slice(reversals.length);
	const found: Repayment = {
		paidOn: wanted.paidOn,
		...wayOf(wanted),
		amount: wanted.amount,
		...split,
		id: work.newId() as RepaymentId,
		loan: loan.id,
		receiptNumber: wanted.receiptNumber,
		replay: 0,
		entryNumber: posted[0]!.number,
		receivedBy: work.actor.name,
		isReversed: false,
	};
	await work.lending.insertRepayment(book, found);
	for (const [index, one] of changed.entries()) {
		await work.lending.insertRepayment(book, {
			...one.repayment,
			...one.split,
			id: work.newId() as RepaymentId,
			replay: one.repayment.replay + 1,
			entryNumber: posted[index + 1]!.number,
		});
	}
	await recordEvent(work, book, loan.id, {
		kind: 'repayments-replayed',
		occurredOn: wanted.paidOn,
		document: `KW-${wanted.receiptNumber}`,
		entryNumber: found.entryNumber,
		detail: {receipts: changed.map((one) => String(one.repayment.receiptNumber)).join(', ')},
	});
	return found;
}

/**
 * What was collected and is remitted by now cannot be taken back, not even for a moment; nor what
 * another has a claim from, or an employer handed over.
 */
async function requireChangeable(
	work: LendingWork,
	loan: Loan,
	book: Book,
	changed: readonly Repayment[],
): Promise<void> {
	for (const repayment of changed) {
		await requireNotJoint(work, book, repayment);
		await requireNotCleared(work, book, repayment, 'paidOn');
	}
	const collected = changed.filter(({method}) => method !== 'payroll');
	const principal = sum(collected.map((repayment) => repayment.principal));
	const allocation = await getAllocation(work, loan.allocation);
	const held = await collectedNotRemitted(work, book, allocation);
	if (compare(principal, held) <= 0) return;
	throw refuse('lending/already-remitted', {principal: toText(principal)}, 'paidOn');
}
