import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, localDateAt} from '../../kernel/local-date.ts';
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
	const existing = await find(work, code, month);
	decideCloseRequest(month, localDateAt(work.now(), book.timeZone), existing);
	await work.ledger.requestClose(book, month, work.actor, work.now());
	return (await find(work, code, month))!;
}

/**
 * The second of two people confirms it. The tip is held meanwhile, so that no entry of that month
 * is under way while it closes.
 */
export async function confirmClose(
	work: LedgerWork,
	code: BookCode,
	month: LocalDate,
): Promise<Period> {
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	decideCloseConfirmation(month, await find(work, code, month), work.actor.name);
	await work.ledger.confirmClose(book, month, work.actor, work.now());
	return (await find(work, code, month))!;
}

async function find(
	work: LedgerWork,
	code: BookCode,
	month: LocalDate,
): Promise<Period | undefined> {
	const periods = await work.ledger.periods(await getBook(work, code));
	return periods.find(({startsOn}) => startsOn === month);
}
