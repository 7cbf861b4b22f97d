import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, endOfMonth, localDateAt} from '../../kernel/local-date.ts';
import {type FrozenTrialBalance, freeze} from '../closing.ts';
import {refuse} from '../errors.ts';
import {recordingMoment} from '../hash-chain.ts';
import {type Period, decideCloseConfirmation, decideCloseRequest} from '../period.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

/** The first of two people asks to close a month of a book. */
export async function requestClose(
	work: LedgerWork,
	code: BookCode,
	month: LocalDate,
): Promise<Period> {
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	const newest = await work.ledger.findPeriod(book, month);
	const sequence = decideCloseRequest(month, localDateAt(work.now(), book.timeZone), newest);
	await work.ledger.requestClose(book, {startsOn: month, sequence}, work.actor, work.now());
	return (await work.ledger.findPeriod(book, month))!;
}

/**
 * The second of two people confirms it. What every account holds at the month's end, as known at
 * this moment, is signed and kept. The tip is held meanwhile, so that no entry of that month is
 * under way while it closes.
 */
export async function confirmClose(
	work: LedgerWork,
	code: BookCode,
	month: LocalDate,
): Promise<Period> {
	const book = await getBook(work, code);
	const tip = await work.ledger.lockTip(book);
	const closing = decideCloseConfirmation(
		month,
		await work.ledger.findPeriod(book, month),
		work.actor.name,
		await work.ledger.openMonthBefore(book, month),
	);
	const {startsOn, sequence, requestedBy} = closing;
	const frozenAt = recordingMoment(work.now(), tip);
	await work.ledger.confirmClose(book, closing, work.actor, frozenAt);
	const balance = {
		book: code,
		startsOn,
		sequence,
		knownToEntry: tip.number,
		tipHash: tip.hash,
		frozenAt,
		requestedBy,
		confirmedBy: work.actor.name,
		balances: await work.ledger.balancesAt(book, endOfMonth(month)),
	};
	await work.ledger.insertFrozen(book, freeze(balance, work.signer));
	return (await work.ledger.findPeriod(book, month))!;
}

/**
 * The signed trial balance of a closing of a month, or of its newest. @throws DomainError
 * `ledger/no-trial-balance`.
 */
export async function getTrialBalance(
	work: Pick<LedgerWork, 'ledger'>,
	code: BookCode,
	month: LocalDate,
	sequence?: number,
): Promise<FrozenTrialBalance> {
	const book = await getBook(work, code);
	const frozen = await work.ledger.findFrozen(book, month, sequence);
	if (!frozen) throw refuse('ledger/no-trial-balance', {month: month.slice(0, 7)}, 'month');
	return frozen;
}
