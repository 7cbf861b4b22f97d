import {getCooperative} from '../../cooperatives/index.ts';
import {assert} from '../../kernel/assert.ts';
import {DomainError} from '../../kernel/errors.ts';
import type {RepaymentId} from '../../kernel/ids.ts';
import {everywhere} from '../../kernel/scope.ts';
import {
	type Book,
	type GroupMember,
	type GroupOutcome,
	entriesOf,
	getBook,
	judgeGroup,
} from '../../ledger/index.ts';
import {type DecidedRow, type SheetRow, decideSheet, rowWay} from '../sheet.ts';
import {draftRepayment} from '../entries.ts';
import type {CollectionSheet} from '../group-ports.ts';
import type {Repayment} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {recordSettledBy} from './record-settled-by.ts';
import {withDeposits} from './with-deposits.ts';

/** What became of a row: its repayment with its receipt, or why it was refused. */
export type CollectedRow =
	| {readonly isPosted: true; readonly repayment: Repayment}
	| {readonly isPosted: false; readonly refusal: DomainError};

/**
 * Posts what an officer collected, each row for itself with a receipt of its own: what a single
 * payment would be refused is refused, and harms no other row. All loans are read at once, judged
 * in memory, and written at once.
 */
export async function collectSheet(
	work: LendingWork,
	sheet: CollectionSheet,
): Promise<CollectedRow[]> {
	await getCooperative(work, sheet.cooperative);
	const book = await getBook(work, sheet.cooperative);
	await work.ledger.lockTip(book);
	const rows = sheet.rows.filter((row): row is SheetRow => !(row instanceof DomainError));
	const found = await work.groups.paymentFacts(book, {loans: rows.map(({loan}) => loan)});
	const isFromDeposits = rows.some((row) => rowWay(row, sheet).method === 'deposit');
	const loans = isFromDeposits ? await withDeposits(work, book, found, sheet.paidOn) : found;
	const decided = decideSheet(sheet.rows, loans, sheet);
	const posted = await postRows(work, book, sheet, decided);
	const repayments = posted.flatMap((row) => (row.isPosted ? [row.repayment] : []));
	await work.groups.insertRepayments(book, repayments);
	const lasts = new Set(
		decided.flatMap((row) =>
			!(row instanceof DomainError) && row.payment.isLast ? [row.facts.loan.id] : [],
		),
	);
	await recordSettledBy(
		work,
		book,
		repayments.filter(({loan}) => lasts.has(loan)),
	);
	return posted;
}

/**
 * Judges twice where the ledger refuses a row: receipts are numbered without a gap, so those of the
 * rows after it move up. What is refused has changed nothing, so the second judgement is the first.
 */
async function postRows(
	work: LendingWork,
	book: Book,
	sheet: CollectionSheet,
	decided: readonly (DecidedRow | DomainError)[],
): Promise<CollectedRow[]> {
	const rows = decided.filter((row): row is DecidedRow => !(row instanceof DomainError));
	const receipts = await work.groups.lastReceiptNumber(book);
	const judge = (taken: readonly DecidedRow[]) => toMembers(work, sheet, taken, receipts);
	const drafts = judge(rows).flatMap((member) => member.drafts);
	const held = await work.ledger.hold([book], drafts);
	const now = work.now();
	const {outcomes: first} = judgeGroup(held, judge(rows), now);
	const accepted = rows.filter((_, index) => first[index]!.isPosted);
	const isWhole = accepted.length === rows.length;
	const outcomes = isWhole ? first : judgeGroup(held, judge(accepted), now).outcomes;
	assert(
		outcomes.every(({isPosted}) => isPosted),
		'What was refused has changed nothing for the other rows.',
	);
	await work.ledger.append(new Map([[book.code, book]]), entriesOf(outcomes));
	if (accepted.length > 0) {
		const last = await work.groups.takeReceiptNumbers(book, accepted.length);
		assert(last === receipts + accepted.length, 'Whoever numbers receipts holds the book.');
	}
	const entries = entriesOf(outcomes);
	let taken = 0;
	return merge(decided, first, (row) => {
		const {number} = entries[taken]!;
		taken += 1;
		return toRepayment(work, sheet, row, receipts + taken, number);
	});
}

const toMembers = (
	{actor}: LendingWork,
	{paidOn}: CollectionSheet,
	rows: readonly DecidedRow[],
	receipts: number,
): GroupMember[] =>
	rows.map(({facts, payment, way}, index) => {
		const receiptNumber = receipts + index + 1;
		const paper = {...way, paidOn, receiptNumber};
		const draft = draftRepayment(facts.loan, payment, paper, payment.extras);
		return {actor, scope: everywhere, drafts: [draft]};
	});

/** The rows in their order, with what the ledger said of those that came before it. */
function merge(
	decided: readonly (DecidedRow | DomainError)[],
	judged: readonly GroupOutcome[],
	repaymentOf: (row: DecidedRow) => Repayment,
): CollectedRow[] {
	const outcomes = judged.values();
	return decided.map((row) => {
		if (row instanceof DomainError) return {isPosted: false, refusal: row};
		const outcome = outcomes.next().value!;
		return outcome.isPosted
			? {isPosted: true, repayment: repaymentOf(row)}
			: {isPosted: false, refusal: outcome.refusal};
	});
}

const toRepayment = (
	work: LendingWork,
	{paidOn}: CollectionSheet,
	{facts, payment, way}: DecidedRow,
	receiptNumber: number,
	entryNumber: number,
): Repayment => ({
	id: work.newId() as RepaymentId,
	loan: facts.loan.id,
	receiptNumber,
	...way,
	paidOn,
	amount: payment.amount,
	principal: payment.principal,
	margin: payment.margin,
	entryNumber,
	receivedBy: work.actor.name,
	replay: 0,
	isReversed: false,
});
