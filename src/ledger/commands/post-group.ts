import type {Actor} from '../../kernel/actor.ts';
import {DomainError} from '../../kernel/errors.ts';
import {type CallerScope, coversBook} from '../../kernel/scope.ts';
import type {EntryDraft} from '../entry.ts';
import {refuse} from '../errors.ts';
import type {SealedEntry} from '../hash-chain.ts';
import type {LedgerWork} from '../ports.ts';
import {type HeldBook, createPostings} from '../posting.ts';

/** One who wants entries posted, with others in the same transaction. */
export type GroupMember = {
	readonly actor: Actor;
	/** Where this member may post; the transaction itself may reach further, for the others. */
	readonly scope: CallerScope;
	/** Posted in their order, all or none. */
	readonly drafts: readonly EntryDraft[];
};

/** What became of a member: its entries, or why they were refused. */
export type GroupOutcome =
	| {readonly isPosted: true; readonly entries: readonly SealedEntry[]}
	| {readonly isPosted: false; readonly refusal: DomainError};

/**
 * Judges many on books that are held, in their order. A refused member changes nothing for those
 * after it; what the others want is not written yet. `after` is how that leaves the books.
 */
export function judgeGroup(
	held: readonly HeldBook[],
	members: readonly GroupMember[],
	now: Date,
): {readonly outcomes: readonly GroupOutcome[]; readonly after: readonly HeldBook[]} {
	const books = new Map(held.map(({book}) => [book.code, book]));
	const postings = createPostings(held);
	const outcomes = members.map(({actor, scope, drafts}): GroupOutcome => {
		try {
			for (const {book: code} of drafts) {
				const book = books.get(code);
				if (!book || !coversBook(scope, book.code, book.regionCode)) {
					throw refuse('ledger/unknown-book', {book: code}, 'book');
				}
			}
			return {isPosted: true, entries: postings.post(drafts, actor.name, now)};
		} catch (error) {
			if (error instanceof DomainError) return {isPosted: false, refusal: error};
			throw error;
		}
	});
	return {outcomes, after: postings.books()};
}

/** The entries of all that were not refused, in their order. */
export const entriesOf = (outcomes: readonly GroupOutcome[]): SealedEntry[] =>
	outcomes.flatMap((outcome) => (outcome.isPosted ? outcome.entries : []));

/**
 * Posts for many at once, in the order of the members: one question, one writing, whatever their
 * number. A refused member writes nothing and changes nothing for those after it.
 */
export async function postGroup(
	work: Pick<LedgerWork, 'ledger' | 'now'>,
	members: readonly GroupMember[],
): Promise<GroupOutcome[]> {
	const drafts = members.flatMap((member) => member.drafts);
	const books = await work.ledger.findBooks([...new Set(drafts.map(({book}) => book))]);
	const held = await work.ledger.hold([...books.values()], drafts);
	const {outcomes} = judgeGroup(held, members, work.now());
	await work.ledger.append(books, entriesOf(outcomes));
	return [...outcomes];
}
