import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {recordingMoment} from '../hash-chain.ts';
import {type Period, decideReopening} from '../period.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

/**
 * Opens a closed month again, the latest first, for a reason that stays in the record beside the
 * closing and its trial balance.
 * @throws DomainError `ledger/period-not-closed`, `ledger/later-month-closed`,
 * `ledger/reopen-same-person`.
 */
export async function reopenPeriod(
	work: LedgerWork,
	code: BookCode,
	month: LocalDate,
	reason: string,
): Promise<Period> {
	const book = await getBook(work, code);
	const tip = await work.ledger.lockTip(book);
	const closing = decideReopening(month, await work.ledger.periods(book), work.actor.name);
	const at = recordingMoment(work.now(), tip);
	await work.ledger.reopen(book, closing, work.actor, at, reason);
	return (await work.ledger.findPeriod(book, month))!;
}
