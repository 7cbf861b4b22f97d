import type {BookCode} from '../../kernel/ids.ts';
import {type EntryDraft, manualKind} from '../entry.ts';
import {refuse} from '../errors.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {LedgerWork} from '../ports.ts';
import {type ReversalRequest, decideReversal} from '../reversal.ts';
import {yearClosingKind} from '../year-end.ts';
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
 * Takes back an entry that was posted by hand, or that closed a year. What an operation of another
 * room made is reversed there, so that its other book and its documents follow.
 * @throws DomainError `ledger/reversal-belongs-elsewhere`, and what {@link reverseEntries} refuses.
 */
export async function reverseManualEntry(
	work: LedgerWork,
	reference: EntryReference,
	request: ReversalRequest,
): Promise<SealedEntry> {
	const {entry} = await getEntry(work, reference);
	if (entry.kind !== manualKind && entry.kind !== yearClosingKind) {
		const values = {number: String(entry.number), kind: entry.kind};
		throw refuse('ledger/reversal-belongs-elsewhere', values);
	}
	// On another day the year would stay without its surplus, and the next would have it twice.
	if (entry.kind === yearClosingKind && request.effectiveOn !== entry.effectiveOn) {
		const values = {
			number: String(entry.number),
			day: entry.effectiveOn,
			date: request.effectiveOn,
		};
		throw refuse('ledger/year-reversal-day', values, 'effectiveOn');
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
