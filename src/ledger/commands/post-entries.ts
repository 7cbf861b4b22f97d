import type {BookCode} from '../../kernel/ids.ts';
import type {Book} from '../book.ts';
import type {EntryDraft} from '../entry.ts';
import {refuse} from '../errors.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {LedgerWork} from '../ports.ts';
import {createPostings} from '../posting.ts';

/**
 * Posts drafts in their order, over one book or several, all or none. The books are held in one
 * order, so that two operations over the same books cannot wait for each other.
 * @throws DomainError `ledger/…` naming every rule that a draft breaks.
 */
export async function postEntries(
	work: LedgerWork,
	drafts: readonly EntryDraft[],
): Promise<SealedEntry[]> {
	const books = await findBooks(work, drafts);
	const held = await work.ledger.hold([...books.values()], drafts);
	const entries = createPostings(held).post(drafts, work.actor.name, work.now());
	await work.ledger.append(books, entries);
	return entries;
}

export async function postEntry(work: LedgerWork, draft: EntryDraft): Promise<SealedEntry> {
	const [entry] = await postEntries(work, [draft]);
	return entry!;
}

async function findBooks(
	work: LedgerWork,
	drafts: readonly EntryDraft[],
): Promise<Map<BookCode, Book>> {
	const codes = [...new Set(drafts.map(({book}) => book))];
	const books = await work.ledger.findBooks(codes);
	const unknown = codes.find((code) => !books.has(code));
	if (unknown !== undefined) throw refuse('ledger/unknown-book', {book: unknown}, 'book');
	return books;
}

/** The book with a code. @throws DomainError `ledger/unknown-book`. */
export async function getBook(work: Pick<LedgerWork, 'ledger'>, code: BookCode): Promise<Book> {
	const book = await work.ledger.findBook(code);
	if (!book) throw refuse('ledger/unknown-book', {book: code}, 'book');
	return book;
}
