import type {BookCode} from '../kernel/ids.ts';
import {type LocalDate, addMonths, startOfMonth} from '../kernel/local-date.ts';
import type {EntryDraft} from './entry.ts';
import {limitKey} from './limit.ts';
import type {HeldBook} from './posting.ts';

/**
 * Books as this process left them last. Somebody else may have moved them since, so what is judged
 * by them is a guess: whoever writes it finds out, for the database holds the books against every
 * law anyway, and then asks.
 */
export type KnownBooks = {
	/** All that is needed to judge these drafts, or undefined when something of it is not known. */
	readonly recall: (drafts: readonly EntryDraft[]) => HeldBook[] | undefined;
	/** These drafts were judged by `before`, and what was posted is durable. */
	readonly keep: (
		before: readonly HeldBook[],
		after: readonly HeldBook[],
		drafts: readonly Pick<EntryDraft, 'book' | 'effectiveOn'>[],
	) => void;
	readonly forget: () => void;
};

type Known = {
	readonly held: HeldBook;
	/** Closed months and assertions before this day are not known. */
	readonly since: LocalDate;
};

// So that memory stays small: a book with more is asked for each time.
const booksMax = 1000;
const limitsMax = 500;

export function createKnownBooks(): KnownBooks {
	const known = new Map<BookCode, Known>();
	return {
		recall(drafts) {
			const books = new Map<BookCode, HeldBook>();
			for (const draft of drafts) {
				const one = known.get(draft.book);
				if (!one || !isCovered(draft, one)) return undefined;
				books.set(draft.book, one.held);
			}
			return [...books.values()];
		},
		keep(before, after, drafts) {
			const days = sinceDays(drafts);
			for (const [index, held] of after.entries()) {
				const {code} = held.book;
				// Of what was refused the day may be any; a book where nothing was posted stays as known.
				if (held.tip.hash === before[index]!.tip.hash) continue;
				const next = addTo(known.get(code), before[index]!, {held, since: days.get(code)!});
				if (known.size >= booksMax && !known.has(code)) known.clear();
				if (next.held.held.size > limitsMax) known.delete(code);
				else known.set(code, next);
			}
		},
		forget() {
			known.clear();
		},
	};
}

// Where a fact of a closed month would go depends on what is closed right now: that is asked.
const isCovered = (draft: EntryDraft, {held, since}: Known): boolean =>
	draft.ifClosed === undefined &&
	draft.effectiveOn >= since &&
	draft.lines.every((line) => {
		const account = held.accounts.get(line.account);
		if (!account) return false;
		const key = limitKey(account, line);
		return key === undefined || held.held.has(key);
	});

/** What was known, if nobody moved the book since, and what is known now. */
function addTo(known: Known | undefined, before: HeldBook, now: Known): Known {
	if (known?.held.tip.hash !== before.tip.hash) return now;
	if (known.held === before) return {held: now.held, since: known.since};
	const {held} = now;
	return {
		held: {
			...held,
			accounts: new Map([...known.held.accounts, ...held.accounts]),
			closedMonths: new Set([...known.held.closedMonths, ...held.closedMonths]),
			held: new Map([...known.held.held, ...held.held]),
			assertions: [
				...known.held.assertions.filter(({account}) => !held.accounts.has(account)),
				...held.assertions,
			],
		},
		since: now.since > known.since ? now.since : known.since,
	};
}

/**
 * Since when closed months and assertions of each book matter to these entries: the month of the
 * earliest, and the one before it, for most of what comes late is of last month.
 */
export function sinceDays(
	entries: readonly {readonly book: BookCode; readonly effectiveOn: LocalDate}[],
): Map<BookCode, LocalDate> {
	const earliest = new Map<BookCode, LocalDate>();
	for (const {book, effectiveOn} of entries) {
		const known = earliest.get(book);
		if (known === undefined || effectiveOn < known) earliest.set(book, effectiveOn);
	}
	return new Map([...earliest].map(([book, day]) => [book, startOfMonthBefore(day)]));
}

// The calendar begins in 1900; nothing can be of a month before.
const startOfMonthBefore = (day: LocalDate): LocalDate =>
	day < '1900-02-01' ? startOfMonth(day) : addMonths(startOfMonth(day), -1);
