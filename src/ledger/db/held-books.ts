import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {Account} from '../account.ts';
import type {StandingAssertion} from '../assertion.ts';
import type {EntryDraft} from '../entry.ts';
import {sinceDays} from '../known-books.ts';
import {type Held, limitKey} from '../limit.ts';
import type {Dimensions, Line} from '../line.ts';
import type {HeldBook} from '../posting.ts';
import {type StandingRow, toStanding} from './assertion-tables.ts';
import {type AccountRow, type BookRow, toAccount, toBook} from './rows.ts';

const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Whichever an account's floor is counted by, it is this one. */
export const dimensionsOf = (dimension: string): Dimensions => ({
	fund: dimension,
	loan: dimension,
	member: dimension,
});

/** What entries touch; without a day, whatever their day is. */
export type Touching = {readonly book: BookCode; readonly lines: readonly Line[]} & Partial<
	Pick<EntryDraft, 'effectiveOn'>
>;

/** What `ledger_hold` is asked: all of some books that these entries touch. */
export function holdRequest(books: readonly string[], entries: readonly Touching[]) {
	const days = sinceDays(entries.map(({book, effectiveOn = farOff}) => ({book, effectiveOn})));
	const accounts = new Map<string, {book: string; account: string; since: LocalDate}>();
	const dimensions = new Set<string>([nilUuid]);
	for (const {book, lines} of entries) {
		for (const {account, fund, loan, member} of lines) {
			const key = `${book}/${account}`;
			if (!accounts.has(key)) accounts.set(key, {book, account, since: days.get(book)!});
			if (fund !== undefined) dimensions.add(fund);
			if (loan !== undefined) dimensions.add(loan);
			if (member !== undefined) dimensions.add(member);
		}
	}
	return {
		books,
		accounts: [...accounts.values()],
		months: [...days].map(([book, since]) => ({book, since})),
		dimensions: [...dimensions],
	};
}

// No assertion and no closed month is that far off.
const farOff = '2199-12-31' as LocalDate;

/** What `ledger_hold` answers. */
export type HeldRow = {
	readonly books: (BookRow & {number: number; hash: string; recorded_at: string})[] | null;
	readonly accounts:
		| (AccountRow & {
				book_id: number;
				held: Readonly<Record<string, readonly [string, string | null]>> | null;
		  })[]
		| null;
	readonly closed: [number, LocalDate][] | null;
	readonly assertions: StandingRow[] | null;
	readonly answers: AnswerRow[] | null;
};

export type AnswerRow = {
	readonly user_id: string;
	readonly key: string;
	readonly fingerprint: string;
	readonly status: number;
	readonly body: string | null;
};

type Growing = {
	readonly book: HeldBook['book'];
	readonly tip: HeldBook['tip'];
	readonly accounts: Map<Account['code'], Account>;
	readonly closedMonths: Set<LocalDate>;
	readonly held: Map<string, Held>;
	readonly assertions: StandingAssertion[];
};

export function toHeldBooks(row: HeldRow): HeldBook[] {
	const books = new Map<number, Growing>();
	for (const {number, hash, recorded_at: recordedAt, ...book} of row.books ?? []) {
		books.set(book.id, {
			book: toBook(book),
			tip: {number, hash, recordedAt: new Date(recordedAt)},
			accounts: new Map(),
			closedMonths: new Set(),
			held: new Map(),
			assertions: [],
		});
	}
	for (const found of row.accounts ?? []) {
		const book = books.get(found.book_id)!;
		const account = toAccount(found);
		book.accounts.set(account.code, account);
		for (const [dimension, [balance, granted]] of Object.entries(found.held ?? {})) {
			book.held.set(limitKey(account, dimensionsOf(dimension))!, {
				balance: rupiah(balance),
				...(granted === null ? {} : {granted: rupiah(granted)}),
			});
		}
	}
	for (const [id, month] of row.closed ?? []) books.get(id)!.closedMonths.add(month);
	for (const standing of row.assertions ?? []) {
		books.get(standing.book_id)!.assertions.push(toStanding(standing));
	}
	return [...books.values()];
}
