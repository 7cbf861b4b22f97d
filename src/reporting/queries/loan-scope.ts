import type {LocalDate} from '../../kernel/local-date.ts';
import {isWithin} from '../../kernel/region-code.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {LoanChoice, LoanScope} from '../loan-ports.ts';
import type {Axes, ReportWork} from '../ports.ts';
import {requireKnown, requirePast} from './trial-balance.ts';

/**
 * The books of a report over loans, once all that it names was found to be there.
 * @throws DomainError `report/book-or-region`, `report/not-a-cooperative`,
 * `report/as-of-in-future`, `report/known-at-in-future`, `report/known-before-book`,
 * `report/region-outside-scope`, `report/nothing-named`, `ledger/unknown-book`.
 */
export async function openLoanScope(
	work: ReportWork,
	{book, region, ...choice}: LoanChoice,
	axes: Axes,
): Promise<LoanScope> {
	if (book !== undefined && region !== undefined) {
		throw refuse('report/book-or-region', {book, region}, 'query.region');
	}
	requirePast(work, axes);
	const now = work.now();
	if (axes.knownAt !== undefined && axes.knownAt > now) {
		const values = {knownAt: axes.knownAt.toISOString(), now: now.toISOString()};
		throw refuse('report/known-at-in-future', values, 'query.knownAt');
	}
	const books = await booksOf(work, {book, region});
	if (book !== undefined) await requireKnown(work, books[0]!, axes);
	const scope = {...choice, ...axes, books};
	const [unknown] = await work.reports.unknownIn(scope);
	if (unknown !== undefined) {
		const values = {what: unknown, value: String(scope[unknown as keyof typeof choice])};
		throw refuse('report/nothing-named', values, `query.${unknown}`);
	}
	return scope;
}

async function booksOf(
	work: ReportWork,
	{book, region}: Pick<LoanChoice, 'book' | 'region'>,
): Promise<readonly Book[]> {
	if (book !== undefined) {
		const found = await getBook(work, book);
		if (found.kind === 'cooperative') return [found];
		throw refuse('report/not-a-cooperative', {book}, 'query.book');
	}
	const within = (await work.ledger.listBooks()).filter(
		({kind, regionCode}) =>
			kind === 'cooperative' && (region === undefined || isWithin(regionCode, region)),
	);
	if (within.length > 0 || region === undefined) return within;
	throw refuse('report/region-outside-scope', {region}, 'query.region');
}

/** @throws DomainError `report/from-after-to`. */
export function requirePeriod(from: LocalDate, to: LocalDate): void {
	if (from > to) throw refuse('report/from-after-to', {from, to}, 'query.from');
}
