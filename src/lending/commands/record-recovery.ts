import {collectedNotRemitted, getAllocation} from '../../fund/index.ts';
import type {RepaymentId} from '../../kernel/ids.ts';
import {compare, toText} from '../../kernel/money.ts';
import {postEntry, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {NewRecovery, RecoveryReversal} from '../life-ports.ts';
import type {LendingWork} from '../ports.ts';
import {type Recovery, decideRecovery, draftRecovery} from '../write-off.ts';
import {getLoan} from './get-loan.ts';
import {recordEvent} from './record-event.ts';
import {getWriteOff} from './write-off-loan.ts';

/**
 * Takes what still comes of a written-off loan, and gives a numbered receipt.
 * @throws DomainError `lending/recovers-more-than-written-off`, and what posting refuses.
 */
export async function recordRecovery(work: LendingWork, wanted: NewRecovery): Promise<Recovery> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	const {amount, paidOn, method} = wanted;
	const {writeOff, left} = await getWriteOff(work, loan.id);
	decideRecovery(amount, paidOn, {left, writtenOffOn: writeOff.writtenOffOn});
	const receiptNumber = await work.lending.nextReceiptNumber(book);
	const entry = await postEntry(work, draftRecovery(loan, amount, {...wanted, receiptNumber}));
	const recovery: Recovery = {
		id: work.newId() as RepaymentId,
		receiptNumber,
		paidOn,
		method,
		amount,
		entryNumber: entry.number,
		receivedBy: work.actor.name,
		isReversed: false,
	};
	await work.loanLife.insertRecovery(book, loan.id, recovery);
	await recordEvent(work, book, loan.id, {
		kind: 'recovered',
		occurredOn: paidOn,
		document: `KW-${receiptNumber}`,
		entryNumber: entry.number,
		detail: {amount: toText(amount)},
	});
	return recovery;
}

/**
 * Takes a recovery back. The row stays and is marked.
 * @throws DomainError `lending/unknown-recovery`, `lending/recovery-reversed`,
 * `lending/already-remitted`.
 */
export async function reverseRecovery(work: LendingWork, wanted: RecoveryReversal): Promise<void> {
	const {book} = await getLoan(work, wanted.loan);
	await work.ledger.lockTip(book);
	const {loan} = await getLoan(work, wanted.loan);
	const {recoveries} = await getWriteOff(work, loan.id);
	const recovery = recoveries.find(({id}) => id === wanted.recovery);
	if (!recovery) throw refuse('lending/unknown-recovery', {recovery: wanted.recovery});
	if (recovery.isReversed) {
		throw refuse('lending/recovery-reversed', {receipt: String(recovery.receiptNumber)});
	}
	const allocation = await getAllocation(work, loan.allocation);
	const held = await collectedNotRemitted(work, book, allocation);
	if (compare(recovery.amount, held) > 0) {
		throw refuse('lending/already-remitted', {principal: toText(recovery.amount)});
	}
	const references = [{book: book.code, number: recovery.entryNumber}];
	const [entry] = await reverseEntries(work, references, wanted);
	await recordEvent(work, book, loan.id, {
		kind: 'recovery-reversed',
		occurredOn: wanted.effectiveOn,
		reason: wanted.reason,
		document: wanted.document,
		entryNumber: entry!.number,
		detail: {amount: toText(recovery.amount)},
	});
}
