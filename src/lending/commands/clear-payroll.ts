import {getCooperative} from '../../cooperatives/index.ts';
import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import type {AllocationId, ClearingId} from '../../kernel/ids.ts';
import {type Rupiah, add, compare, toText, zero} from '../../kernel/money.ts';
import {type Book, getBook, postEntry, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Repayment} from '../loan.ts';
import {type Clearing, type NewClearing, decideClearing, draftClearing} from '../payroll.ts';
import type {ClearingReversal} from '../payroll-ports.ts';
import type {LendingWork} from '../ports.ts';

/**
 * Takes an employer's transfer, which hands over whole deductions.
 * @throws DomainError what {@link decideClearing} and posting refuse.
 */
export async function clearPayroll(work: LendingWork, wanted: NewClearing): Promise<Clearing> {
	await getCooperative(work, wanted.cooperative);
	const book = await getBook(work, wanted.cooperative);
	await work.ledger.lockTip(book);
	const known = await work.payroll.deductions(book, wanted.repayments);
	const deductions = decideClearing(wanted, known);
	const entry = await postEntry(work, draftClearing(book.code, deductions, wanted));
	const clearing: Clearing = {
		...wanted,
		id: work.newId() as ClearingId,
		entryNumber: entry.number,
		recordedBy: work.actor.name,
		isReversed: false,
	};
	await work.payroll.insertClearing(book, clearing);
	return clearing;
}

/**
 * Takes a transfer back: the employer owes its deductions again. The rows stay and are marked.
 * @throws DomainError `lending/unknown-clearing`, `lending/clearing-reversed`,
 * `lending/already-remitted`.
 */
export async function reverseClearing(work: LendingWork, wanted: ClearingReversal): Promise<void> {
	const {book} = await getClearing(work, wanted.clearing);
	await work.ledger.lockTip(book);
	const {clearing} = await getClearing(work, wanted.clearing);
	if (clearing.isReversed) {
		throw refuse('lending/clearing-reversed', {document: clearing.document}, 'clearing');
	}
	const known = await work.payroll.deductions(book, clearing.repayments);
	const principals = new Map<AllocationId, Rupiah>();
	for (const {loan, principal} of known.values()) {
		const before = principals.get(loan.allocation) ?? zero;
		principals.set(loan.allocation, add(before, principal));
	}
	for (const [fund, principal] of principals) {
		const held = await collectedNotRemitted(work, book, await getAllocation(work, fund));
		if (compare(principal, held) <= 0) continue;
		throw refuse('lending/already-remitted', {principal: toText(principal)}, 'clearing');
	}
	const reference = {book: book.code, number: clearing.entryNumber};
	await reverseEntries(work, [reference], wanted);
}

/** The transfer with an identity, and its book. @throws DomainError `lending/unknown-clearing`. */
export async function getClearing(
	work: Pick<LendingWork, 'payroll' | 'ledger'>,
	id: ClearingId,
): Promise<{readonly clearing: Clearing; readonly book: Book}> {
	const clearing = await work.payroll.findClearing(id);
	if (!clearing) throw refuse('lending/unknown-clearing', {clearing: id}, 'clearing');
	return {clearing, book: await getBook(work, clearing.book)};
}

/**
 * What the employer handed over is not taken back from the member before the employer gets it.
 * @throws DomainError `lending/payroll-cleared`.
 */
export async function requireNotCleared(
	work: Pick<LendingWork, 'payroll'>,
	book: Book,
	{id, method, receiptNumber}: Pick<Repayment, 'id' | 'method' | 'receiptNumber'>,
	path: string,
): Promise<void> {
	if (method !== 'payroll') return;
	const deduction = (await work.payroll.deductions(book, [id])).get(id);
	if (!deduction?.isCleared) return;
	throw refuse('lending/payroll-cleared', {receipt: String(receiptNumber)}, path);
}
