import type {BookCode} from '../../kernel/ids.ts';
import {localDateAt, startOfMonth} from '../../kernel/local-date.ts';
import type {SealedEntry} from '../hash-chain.ts';
import {isClosed} from '../period.ts';
import type {LedgerWork} from '../ports.ts';
import {type YearClosing, decideYearClosing, lastDayOf} from '../year-end.ts';
import {getBook, postEntry} from './post-entries.ts';

/**
 * Carries what a year earned and spent into equity, by an entry of 31 December that can be reversed
 * like one made by hand. @throws DomainError `ledger/…` when the year cannot be closed.
 */
export async function closeYear(
	work: LedgerWork,
	code: BookCode,
	closing: YearClosing,
): Promise<SealedEntry> {
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	const lastDay = lastDayOf(closing.year);
	const december = await work.ledger.findPeriod(book, startOfMonth(lastDay));
	const accounts = await work.ledger.accounts(book, [closing.equityAccount]);
	const draft = decideYearClosing(closing, {
		book: code,
		today: localDateAt(work.now(), book.timeZone),
		isDecemberClosed: december !== undefined && isClosed(december),
		closedBy: await work.ledger.findYearClosing(book, lastDay),
		equity: accounts.get(closing.equityAccount),
		totals: await work.ledger.resultTotals(book, lastDay),
	});
	return postEntry(work, draft);
}
