import type {BookCode} from '../../kernel/ids.ts';
import {type RegionCode, isWithin} from '../../kernel/region-code.ts';
import {type Book, type SealedEntry, getBook} from '../../ledger/index.ts';
import {
	type ChangesPosition,
	booksWithNews,
	changesBooksMax,
	nothingSeen,
	seenUpTo,
} from '../changes.ts';
import {refuse} from '../errors.ts';
import type {ReportWork} from '../ports.ts';

export type ChangesQuestion = {
	/** One book alone; all within the caller's scope without it. */
	readonly book?: BookCode;
	readonly region?: RegionCode;
	readonly position?: ChangesPosition;
	readonly limit: number;
};

export type Changes = {
	readonly entries: readonly SealedEntry[];
	/** Where to go on, now or tomorrow. */
	readonly position: ChangesPosition;
	readonly hasMore: boolean;
};

/** What was posted since a position of one book. @throws DomainError `ledger/unknown-book`. */
export async function readChangesOfBook(
	work: ReportWork,
	{
		book: code,
		after,
		limit,
	}: {readonly book: BookCode; readonly after: number; readonly limit: number},
): Promise<{readonly entries: readonly SealedEntry[]; readonly hasMore: boolean}> {
	const book = await getBook(work, code);
	const found = await work.ledger.listEntries(book, {after, limit: limit + 1});
	return {entries: found.slice(0, limit), hasMore: found.length > limit};
}

/**
 * What was posted since a position, in every book of the caller's scope: each entry once, whenever
 * it was committed, in the order of its book.
 * @throws DomainError `report/too-many-books`, `report/region-outside-scope`.
 */
export async function readChanges(
	work: ReportWork,
	{region, position = nothingSeen, limit}: ChangesQuestion,
): Promise<Changes> {
	const books = await booksOf(work, region);
	let [at, hasMore] = [position, false];
	const entries: SealedEntry[] = [];
	for (const book of booksWithNews(books, position)) {
		if (entries.length === limit) {
			hasMore = true;
			break;
		}
		const after = at.seen.get(book.id) ?? 0;
		const found = await work.ledger.listEntries(book, {after, limit: limit - entries.length});
		entries.push(...found);
		const last = found.at(-1)?.number ?? after;
		at = seenUpTo(at, book.id, last);
		hasMore ||= last < book.number;
	}
	return {entries, position: at, hasMore};
}

/** The books in which something was posted, with the number of the last entry of each. */
async function booksOf(
	work: ReportWork,
	region: RegionCode | undefined,
): Promise<(Book & {readonly number: number})[]> {
	const all = await work.ledger.listBooks();
	const within =
		region === undefined ? all : all.filter((book) => isWithin(book.regionCode, region));
	if (region !== undefined && within.length === 0) {
		throw refuse('report/region-outside-scope', {region}, 'query.region');
	}
	if (within.length > changesBooksMax) {
		const values = {count: String(within.length), max: String(changesBooksMax)};
		throw refuse('report/too-many-books', values, 'query.region');
	}
	const tips = await work.reports.tipNumbers();
	return within.map((book) => ({...book, number: tips.get(book.id) ?? 0}));
}
