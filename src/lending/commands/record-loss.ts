import {toText} from '../../kernel/money.ts';
import {type Book, postEntry, reverseEntries} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {LossReversal, NewLoss} from '../life-ports.ts';
import {type Instalment, type Loan, type ScheduleVersion, requireStatus} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {decideLoss, draftLoss, restOf} from '../profit-share-loss.ts';
import {lastStepOn, requireAfter} from '../settlement.ts';
import {requireAnother} from '../step.ts';
import {holdLoan} from './hold-loan.ts';
import {recordEvent} from './record-event.ts';
import {recordSettled} from './settle-loan.ts';

/** A loss as it was posted. */
export type Loss = {readonly entryNumber: number; readonly left: string};

/**
 * Records that capital of a mudharabah or musyarakah was lost, not by the partner's fault. It is
 * taken off the last instalments; where all is lost the loan has ended.
 * @throws DomainError `lending/no-shared-loss`, `lending/loses-more-than-capital`,
 * `lending/same-person-step`, and what posting refuses.
 */
export async function recordLoss(work: LendingWork, wanted: NewLoss): Promise<Loss> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	requireStatus(loan, 'disbursed');
	requireAnother(loan, work.actor.name);
	const {amount, lostOn, reason, document} = wanted;
	const {principal} = await work.lending.owed(book, loan);
	decideLoss(loan, amount, principal);
	const schedule = (await work.lending.findSchedule(book, loan.id))!;
	const repayments = await work.lending.repayments(book, loan.id);
	requireAfter(lastStepOn(loan, schedule, repayments), lostOn, 'lostOn');
	const entry = await postEntry(work, draftLoss(loan, amount, wanted));
	const rows = restOf(schedule.instalments, principal, amount);
	const step = {
		occurredOn: lostOn,
		reason,
		document,
		entryNumber: entry.number,
		detail: {amount: toText(amount)},
	};
	await recordEvent(work, book, loan.id, {...step, kind: 'profit-share-loss'});
	if (rows.length === 0) await recordSettled(work, book, loan.id, step);
	else {
		await addSchedule(work, book, loan, schedule, {
			effectiveOn: lostOn,
			reason: `Kerugian: ${reason}`,
			entryNumber: entry.number,
			instalments: rows,
		});
	}
	const left = await work.lending.owed(book, loan);
	return {entryNumber: entry.number, left: toText(left.principal)};
}

/**
 * Takes a loss back: the capital is owed again, by the schedule before it less what was paid since.
 * @throws DomainError `lending/unknown-loss`, and what posting refuses.
 */
export async function reverseLoss(work: LendingWork, wanted: LossReversal): Promise<void> {
	const {loan, book} = await holdLoan(work, wanted.loan);
	if (loan.status !== 'settled') requireStatus(loan, 'disbursed');
	const {entry: number} = wanted;
	const events = await work.lending.listEvents(book, loan.id);
	const isLoss = events.some(
		({kind, entryNumber}) => kind === 'profit-share-loss' && entryNumber === number,
	);
	if (!isLoss) throw refuse('lending/unknown-loss', {entry: String(number)}, 'entry');
	const schedules = await work.lending.listSchedules(book, loan.id);
	const newest = schedules.at(-1)!;
	const isNewest = newest.entryNumber === number;
	// What was agreed since was agreed without what was lost. A loss of all made no schedule.
	if (!isNewest && loan.status !== 'settled') {
		throw refuse('lending/loss-not-last', {entry: String(number)}, 'entry');
	}
	const before = isNewest ? schedules.at(-2)! : newest;
	const references = [{book: book.code, number}];
	const [reversal] = await reverseEntries(work, references, wanted);
	const {principal} = await work.lending.owed(book, loan);
	await addSchedule(work, book, loan, newest, {
		effectiveOn: wanted.effectiveOn,
		reason: wanted.reason,
		entryNumber: reversal!.number,
		instalments: restOf(before.instalments, principal),
	});
	if (loan.status === 'settled') await work.lending.recordStatus(book, loan.id, 'disbursed');
	await recordEvent(work, book, loan.id, {
		kind: 'loss-reversed',
		occurredOn: wanted.effectiveOn,
		reason: wanted.reason,
		document: wanted.document,
		entryNumber: reversal!.number,
	});
}

const addSchedule = async (
	work: LendingWork,
	book: Book,
	loan: Loan,
	last: ScheduleVersion,
	schedule: Pick<ScheduleVersion, 'effectiveOn' | 'reason' | 'entryNumber'> & {
		readonly instalments: readonly Instalment[];
	},
): Promise<void> =>
	work.lending.insertSchedule(
		book,
		loan.id,
		{...schedule, version: last.version + 1, rule: last.rule},
		work.now(),
	);
