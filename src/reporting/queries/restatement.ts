import {assert} from '../../kernel/assert.ts';
import {DomainError, type Finding} from '../../kernel/errors.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, addDays} from '../../kernel/local-date.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {type ReportCode, reportTexts} from '../errors.ts';
import {type LateEntry, toLateEntry} from '../late-entry.ts';
import type {LateCounts, LateRange, ReportWork} from '../ports.ts';
import {type RestatedAccounts, restateAccounts} from '../restatement.ts';

export type RestatementRequest = {
	readonly book: BookCode;
	/** The period, in days of account, both included. */
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly since: Date;
	/** As the books stood at this moment; without it, as they stand now. */
	readonly knownAt?: Date;
	readonly limit: number;
	/** Where the page before ended. */
	readonly position?: RestatementPosition;
};

/** The last entry shown, and the last that the report knew, so that its pages tell one story. */
export type RestatementPosition = {readonly after: number; readonly upTo: number};

export type Restatement = RestatedAccounts & {
	readonly book: Book;
	/** The last entry recorded at or before `since`; what changed came after it. */
	readonly sinceEntry: number;
	/** The last entry that the report knows. */
	readonly lastEntry: number;
	readonly counts: LateCounts;
	readonly entries: readonly LateEntry[];
	readonly next?: RestatementPosition;
};

/**
 * What changed for a period since a moment: every entry that came since and counts within the
 * period, and every account as it was known then and as it is known now.
 * @throws DomainError `ledger/unknown-book`, `report/…` naming all that is wrong with the question.
 */
export async function readRestatement(
	work: ReportWork,
	request: RestatementRequest,
): Promise<Restatement> {
	const book = await getBook(work, request.book);
	await requireAnswerable(work, book, request);
	const sinceEntry = await work.reports.lastNumberAt(book, request.since);
	const {knownAt, lastEntry} = await lastKnown(work, book, request);
	const range = {after: sinceEntry, upTo: lastEntry, from: request.from, to: request.to};
	const accounts = restateAccounts({
		chart: await work.ledger.accounts(book),
		...(await readBooks(work, book, request, knownAt)),
		late: await work.reports.lateTurnovers(book, range),
	});
	const page = await readEntries(work, book, request, range);
	const counts = await work.reports.lateCounts(book, range);
	return {...accounts, ...page, book, sinceEntry, lastEntry, counts};
}

/** Up to which entry the report knows: as the page before did, at the moment asked for, or now. */
async function lastKnown(
	work: ReportWork,
	book: Book,
	{knownAt, position}: RestatementRequest,
): Promise<{readonly knownAt: Date | undefined; readonly lastEntry: number}> {
	if (position === undefined) {
		return {knownAt, lastEntry: await work.reports.lastNumberAt(book, knownAt)};
	}
	const entry = await work.ledger.findEntry(book, position.upTo);
	const lastEntry = await work.reports.lastNumberAt(book, entry?.recordedAt);
	return {knownAt: entry?.recordedAt, lastEntry};
}

async function readBooks(
	work: ReportWork,
	book: Book,
	{from, to, since}: RestatementRequest,
	knownAt: Date | undefined,
) {
	const now = knownAt === undefined ? {} : {knownAt};
	const upTo = {
		knownThen: await work.reports.turnovers(book, {asOf: to, knownAt: since}),
		knownNow: await work.reports.turnovers(book, {asOf: to, ...now}),
	};
	// Nothing counts before the book was opened.
	if (from <= book.openedOn) return {...upTo, beforeThen: [], beforeNow: []};
	const asOf = addDays(from, -1);
	return {
		...upTo,
		beforeThen: await work.reports.turnovers(book, {asOf, knownAt: since}),
		beforeNow: await work.reports.turnovers(book, {asOf, ...now}),
	};
}

async function readEntries(
	work: ReportWork,
	book: Book,
	{limit, position}: RestatementRequest,
	range: LateRange,
): Promise<Pick<Restatement, 'entries' | 'next'>> {
	const after = Math.max(range.after, position?.after ?? 0);
	const listed = await work.reports.lateNumbers(book, {...range, after, limit: limit + 1});
	const shown = listed.slice(0, limit);
	const within = await work.ledger.listEntries(book, {
		after,
		limit: Math.max(shown.filter(({isWithin}) => isWithin).length, 1),
		from: range.from,
		to: range.to,
	});
	const found = new Map(within.map((entry) => [entry.number, entry]));
	const closings = await work.ledger.periods(book);
	const entries: LateEntry[] = [];
	for (const {number, isWithin} of shown) {
		const entry = found.get(number) ?? (await work.ledger.findEntry(book, number));
		assert(entry, `Entry ${number} of book ${book.code} was listed a moment ago.`);
		entries.push(toLateEntry(entry, isWithin, book.timeZone, closings));
	}
	const last = shown.at(-1);
	const hasMore = listed.length > limit && last !== undefined;
	return {entries, ...(hasMore ? {next: {after: last.number, upTo: range.upTo}} : {})};
}

/** Says all that is wrong with the question at once. */
async function requireAnswerable(
	work: ReportWork,
	book: Book,
	{from, to, since, knownAt}: RestatementRequest,
): Promise<void> {
	const [now, today] = [work.now(), work.today()];
	const until = knownAt ?? now;
	const found: Finding[] = [];
	const add = (code: ReportCode, path: string, values: Finding['values']): void => {
		found.push({code, path: `query.${path}`, values});
	};
	if (from > to) add('report/from-after-to', 'from', {from, to});
	if (to > today) add('report/as-of-in-future', 'to', {date: to, today});
	if (knownAt !== undefined && knownAt > now) {
		add('report/known-at-in-future', 'knownAt', texts({knownAt, now}));
	}
	if (since > until) {
		add('report/since-in-future', 'since', texts({since, until}));
	} else {
		const first = await work.reports.firstRecordedAt(book);
		if (first === undefined || since < first) {
			const values = {since: since.toISOString(), first: first?.toISOString() ?? '-'};
			add('report/since-before-book', 'since', {...values, book: book.code});
		}
	}
	const [first, ...others] = found;
	if (first) throw new DomainError(first, reportTexts[first.code as ReportCode], others);
}

const texts = (moments: Readonly<Record<string, Date>>): Record<string, string> =>
	Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, at.toISOString()]));
