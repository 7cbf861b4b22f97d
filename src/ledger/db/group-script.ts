import {literal, literalArray} from '../../db/script.ts';
import type {EntryDraft} from '../entry.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {HeldBook} from '../posting.ts';
import {sealedFrom, sealedLines} from './sealed-lines.ts';
import {type AnswerRow, type HeldRow, holdRequest, toHeldBooks} from './held-books.ts';

/** A key whose answer may have been given before. */
export type AskedKey = {readonly user_id: string; readonly key: string};

/**
 * The question of a group of postings: its books, and no others, come into the scope of the
 * transaction and are held.
 */
export function holdScript(drafts: readonly EntryDraft[], keys: readonly AskedKey[]): string {
	const books = [...new Set(drafts.map(({book}) => book))];
	const request = JSON.stringify({...holdRequest(books, drafts), keys});
	return `select set_config('bergulir.all_books', 'off', true), set_config('bergulir.books', (
			select coalesce(array_agg(id), '{}')::text from books
			where code = any (${literalArray(books, 'text')})), true);
		select ledger_hold(${literal(request)}::jsonb) as held`;
}

export type HoldRow = {readonly held: HeldRow};

export const readHold = ({
	held,
}: HoldRow): {readonly books: HeldBook[]; readonly answers: readonly AnswerRow[]} => ({
	books: toHeldBooks(held),
	answers: held.answers ?? [],
});

/** Brings books that are known, and no others, into the scope of the transaction. */
export const scopeScript = (books: readonly HeldBook[]): string =>
	`select set_config('bergulir.all_books', 'off', true), set_config('bergulir.books',
		'{${books.map(({book}) => String(book.id)).join(',')}}', true)`;

/** Writes sealed entries of held books, in their order. */
export function appendScript(books: readonly HeldBook[], entries: readonly SealedEntry[]): string {
	if (entries.length === 0) return '';
	const ids = new Map(books.map(({book}) => [book.code, String(book.id)]));
	const ofBooks = literalArray(
		entries.map(({book}) => ids.get(book)!),
		'integer',
	);
	return `select ledger_append(${ofBooks}, ${sealedFrom(literal(sealedLines(entries)))})`;
}
