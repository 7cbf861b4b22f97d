import type {BookCode} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {type TrialBalance, buildTrialBalance} from '../trial-balance.ts';

/** The trial balance of a book. @throws DomainError `ledger/unknown-book`, `report/…`. */
export async function readTrialBalance(
	work: ReportWork,
	code: BookCode,
	axes: Axes,
): Promise<TrialBalance> {
	const book = await getBook(work, code);
	requirePast(work, axes);
	await requireKnown(work, book, axes);
	return buildTrialBalance(await work.reports.turnovers(book, axes));
}

/** A report is of a day that has come. */
export function requirePast(work: Pick<ReportWork, 'today'>, {asOf}: Axes): void {
	const today = work.today();
	if (asOf > today) throw refuse('report/as-of-in-future', {date: asOf, today}, 'query.asOf');
}

/** Nothing known is said plainly, rather than shown as a balance of nothing. */
export async function requireKnown(work: ReportWork, book: Book, {knownAt}: Axes): Promise<void> {
	if (knownAt === undefined) return;
	const first = await work.reports.firstRecordedAt(book);
	if (first !== undefined && first <= knownAt) return;
	const values = {
		book: book.code,
		knownAt: knownAt.toISOString(),
		first: first?.toISOString() ?? '-',
	};
	throw refuse('report/known-before-book', values, 'query.knownAt');
}
