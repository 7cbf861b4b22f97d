import type {Account} from '../account.ts';
import type {Book} from '../book.ts';
import {refuse} from '../errors.ts';
import type {LedgerWork, NewBook} from '../ports.ts';

/** Opens a book with its chart of accounts. @throws DomainError `ledger/book-exists`. */
export async function openBook(
	work: LedgerWork,
	book: NewBook,
	chart: readonly Account[],
): Promise<Book> {
	if (await work.ledger.isCodeTaken(book.code)) {
		throw refuse('ledger/book-exists', {book: book.code}, 'code');
	}
	const opened = await work.ledger.insertBook(book);
	await work.ledger.includeBook(opened.code);
	await work.ledger.insertAccounts(opened, chart);
	return opened;
}
