import {localDateAt} from '../../kernel/local-date.ts';
import type {BookCode} from '../../kernel/ids.ts';
import type {Book} from '../book.ts';
import {type EntryDraft, decideEntry} from '../entry.ts';
import {refuse} from '../errors.ts';
import {type SealedEntry, recordingMoment, seal} from '../hash-chain.ts';
import type {LedgerWork} from '../ports.ts';

/**
 * The one way into the journal. Posts drafts in their order, over one book or several, all or
 * none. Books are locked in the order of their identity, so that two operations over the same
 * books cannot wait for each other.
 * @throws DomainError `ledger/…` naming every rule that a draft breaks.
 */
export async function postEntries(
	work: LedgerWork,
	drafts: readonly EntryDraft[],
): Promise<SealedEntry[]> {
	const books = await findBooks(work, new Set(drafts.map(({book}) => book)));
	const ordered = [...books.values()].sort((a, b) => a.id - b.id);
	const posted = new Map<EntryDraft, SealedEntry>();
	for (const book of ordered) {
		let tip = await work.ledger.lockTip(book);
		for (const draft of drafts.filter((candidate) => candidate.book === book.code)) {
			const recordedAt = recordingMoment(work.now(), tip);
			const today = localDateAt(recordedAt, book.timeZone);
			const entry = decideEntry(draft, {book, today, ...(await work.ledger.facts(book, draft))});
			const sealed = seal(entry, tip, recordedAt, work.actor.name);
			await work.ledger.append(book, sealed);
			posted.set(draft, sealed);
			tip = sealed;
		}
	}
	return drafts.map((draft) => posted.get(draft)!);
}

export async function postEntry(work: LedgerWork, draft: EntryDraft): Promise<SealedEntry> {
	const [entry] = await postEntries(work, [draft]);
	return entry!;
}

async function findBooks(
	work: LedgerWork,
	codes: ReadonlySet<BookCode>,
): Promise<Map<string, Book>> {
	const books = new Map<string, Book>();
	for (const code of codes) books.set(code, await getBook(work, code));
	return books;
}

/** The book with a code. @throws DomainError `ledger/unknown-book`. */
export async function getBook(work: Pick<LedgerWork, 'ledger'>, code: BookCode): Promise<Book> {
	const book = await work.ledger.findBook(code);
	if (!book) throw refuse('ledger/unknown-book', {book: code}, 'book');
	return book;
}
