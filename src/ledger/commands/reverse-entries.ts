import type {BookCode} from '../../kernel/ids.ts';
import {type EntryDraft, manualKind} from '../entry.ts';
import {refuse} from '../errors.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {LedgerWork} from '../ports.ts';
import {type ReversalRequest, decideReversal} from '../reversal.ts';
import {getBook, postEntries} from './post-entries.ts';

export type EntryReference = {readonly book: BookCode; readonly number: number};

/**
 * Takes entries back, in one or several books, all or none: each by its mirror, linked to it.
 * @throws DomainError `ledger/unknown-entry`, `ledger/already-reversed`, and what posting refuses.
 */
export async function reverseEntries(
	work: LedgerWork,
	references: readonly EntryReference[],
	request: ReversalRequest,
): Promise<SealedEntry[]> {
	const drafts: EntryDraft[] = [];
	for (const reference of references) {
		const {book, entry} = await getEntry(work, reference);
		drafts.push(
			decideReversal(entry, await work.ledger.findReversalOf(book, entry.number), request),
		);
	}
	return postEntries(work, drafts);
}

/**
 * Takes back an entry that was posted by hand. What an operation of another room made is reversed
 * there, so that its other book and its documents follow.
 * @throws DomainError `ledger/reversal-belongs-elsewhere`, and what {@link reverseEntries} refuses.
 */
export async function reverseManualEntry(
	work: LedgerWork,
	reference: EntryReference,
	request: ReversalRequest,
): Promise<SealedEntry> {
	const {entry} = await getEntry(work, reference);
	if (entry.kind !== manualKind) {
		const values = {number: String(entry.number), kind: entry.kind};
		throw refuse('ledger/reversal-belongs-elsewhere', values);
	}
	const [reversal] = await reverseEntries(work, [reference], request);
	return reversal!;
}

/** An entry with its book. @throws DomainError `ledger/unknown-entry`. */
export async function getEntry(work: Pick<LedgerWork, 'ledger'>, reference: EntryReference) {
	const book = await getBook(work, reference.book);
	const entry = await work.ledger.findEntry(book, reference.number);
	if (!entry) {
		throw refuse('ledger/unknown-entry', {book: reference.book, number: String(reference.number)});
	}
	return {book, entry};
}
