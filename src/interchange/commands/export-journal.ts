import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type LedgerStore, getBook} from '../../ledger/index.ts';
import {type ExportFormat, createJournalWriter} from '../journal.ts';

const pageSize = 1000;

/**
 * The whole journal of a book up to a day, in pieces of text, so that its length does not matter.
 * @throws DomainError `ledger/unknown-book`.
 */
export async function* exportJournal(
	work: {readonly ledger: LedgerStore},
	code: BookCode,
	format: ExportFormat,
	asOf?: LocalDate,
): AsyncGenerator<string> {
	const book = await getBook(work, code);
	const accounts = await work.ledger.accounts(book);
	const writer = createJournalWriter(format, accounts);
	const head = writer.head(`${book.code} ${book.name}`, [...accounts.values()], book.openedOn);
	if (head !== '') yield head;
	for (let after = 0; ;) {
		const entries = await work.ledger.listEntries(book, {
			after,
			limit: pageSize,
			...(asOf === undefined ? {} : {to: asOf}),
		});
		yield entries.map(writer.entry).join('');
		if (entries.length < pageSize) return;
		after = entries.at(-1)!.number;
	}
}
