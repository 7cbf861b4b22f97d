import {assert} from '../kernel/assert.ts';
import type {AccountCode, BookCode} from '../kernel/ids.ts';
import {type LocalDate, localDateAt} from '../kernel/local-date.ts';
import type {Account} from './account.ts';
import {type StandingAssertion, afterPosting} from './assertion.ts';
import type {Book, Tip} from './book.ts';
import {type EntryDraft, decideEntry} from './entry.ts';
import {type SealedEntry, recordingMoment, seal} from './hash-chain.ts';
import {type Held, heldAfter} from './limit.ts';
import {openDateFor} from './period.ts';

/** A book whose tip is held: nobody else moves any of this until the transaction ends. */
export type HeldBook = {
	readonly book: Book;
	readonly tip: Tip;
	readonly accounts: ReadonlyMap<AccountCode, Account>;
	readonly closedMonths: ReadonlySet<LocalDate>;
	readonly held: ReadonlyMap<string, Held>;
	readonly assertions: readonly StandingAssertion[];
};

/** Adds entries to held books one after the other, in memory; each is judged on those before it. */
export type Postings = {
	/**
	 * Judges and seals drafts in their order, all or none.
	 * @throws DomainError naming every rule that a draft breaks; the books are then as before.
	 */
	readonly post: (drafts: readonly EntryDraft[], actorName: string, now: Date) => SealedEntry[];
	/** The books as what was posted left them. */
	readonly books: () => HeldBook[];
};

type State = {tip: Tip; assertions: readonly StandingAssertion[]; readonly held: Map<string, Held>};

export function createPostings(books: readonly HeldBook[]): Postings {
	const known = new Map<BookCode, HeldBook>(books.map((held) => [held.book.code, held]));
	const states = new Map<BookCode, State>(
		books.map(({book, tip, assertions, held}) => [
			book.code,
			{tip, assertions, held: new Map(held)},
		]),
	);
	const add = (draft: EntryDraft, actorName: string, now: Date, undo: (() => void)[]) => {
		const facts = known.get(draft.book);
		const state = states.get(draft.book);
		assert(facts && state, `Book ${draft.book} is held before it is posted to.`);
		const recordedAt = recordingMoment(now, state.tip);
		const today = localDateAt(recordedAt, facts.book.timeZone);
		const dated = dateOf(draft, facts.closedMonths, today);
		const entry = decideEntry(dated, {...facts, ...state, today});
		const sealed = seal(entry, state.tip, recordedAt, actorName);
		const after = heldAfter(draft.lines, draft.kind, facts.accounts, state.held);
		const before = {
			...state,
			held: [...after.keys()].map((key) => [key, state.held.get(key)] as const),
		};
		undo.push(() => {
			state.tip = before.tip;
			state.assertions = before.assertions;
			for (const [key, value] of before.held) {
				if (value === undefined) state.held.delete(key);
				else state.held.set(key, value);
			}
		});
		for (const [key, value] of after) state.held.set(key, value);
		state.tip = sealed;
		if (state.assertions.length > 0) {
			state.assertions = afterPosting(dated, facts.accounts, state.assertions);
		}
		return sealed;
	};
	return {
		post(drafts, actorName, now) {
			const undo: (() => void)[] = [];
			try {
				return drafts.map((draft) => add(draft, actorName, now, undo));
			} catch (error) {
				for (const back of undo.reverse()) back();
				throw error;
			}
		},
		books: () => books.map((book) => ({...book, ...states.get(book.book.code)!})),
	};
}

/** A fact of a closed month goes, where that was asked for, to the first open month after it. */
function dateOf(
	{ifClosed, ...draft}: EntryDraft,
	closedMonths: ReadonlySet<LocalDate>,
	today: LocalDate,
): EntryDraft {
	if (ifClosed !== 'next-open-month' || draft.effectiveOn > today) return draft;
	const open = openDateFor(draft.effectiveOn, closedMonths, today);
	if (open === draft.effectiveOn) return draft;
	return {...draft, effectiveOn: open, occurredOn: draft.effectiveOn};
}
