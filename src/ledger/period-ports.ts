import type {Actor} from '../kernel/actor.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Book} from './book.ts';
import type {AccountBalance, FrozenDifference, FrozenTrialBalance} from './closing.ts';
import type {Period} from './period.ts';
import type {ResultTotal} from './year-end.ts';

/** What the ledger asks of its database about months and years. */
export type PeriodStore = {
	/** Every closing of every month, in the order of month and sequence. */
	readonly periods: (book: Book) => Promise<Period[]>;
	/** The newest closing of a month. */
	readonly findPeriod: (book: Book, month: LocalDate) => Promise<Period | undefined>;
	/** The earliest month with entries before a month that is not closed. */
	readonly openMonthBefore: (book: Book, month: LocalDate) => Promise<LocalDate | undefined>;
	readonly requestClose: (
		book: Book,
		closing: Pick<Period, 'startsOn' | 'sequence'>,
		actor: Actor,
		at: Date,
	) => Promise<void>;
	readonly confirmClose: (book: Book, closing: Period, actor: Actor, at: Date) => Promise<void>;
	readonly reopen: (
		book: Book,
		closing: Period,
		actor: Actor,
		at: Date,
		reason: string,
	) => Promise<void>;

	/** What every account that was ever moved holds at the end of a day, as known now. */
	readonly balancesAt: (book: Book, asOf: LocalDate) => Promise<AccountBalance[]>;
	readonly insertFrozen: (book: Book, frozen: FrozenTrialBalance) => Promise<void>;
	/** The trial balance of a closing of a month, or of the newest that has one. */
	readonly findFrozen: (
		book: Book,
		month: LocalDate,
		sequence?: number,
	) => Promise<FrozenTrialBalance | undefined>;
	readonly listFrozen: (book: Book) => Promise<FrozenTrialBalance[]>;
	/** Frozen trial balances that are not what the journal says at their entry. */
	readonly frozenDifferences: (book: Book) => Promise<FrozenDifference[]>;

	/** What income and expense accounts were moved by in each year, up to a day. */
	readonly resultTotals: (book: Book, to: LocalDate) => Promise<ResultTotal[]>;
	/** The entry that closed the year ending on a day, unless it was taken back. */
	readonly findYearClosing: (book: Book, lastDay: LocalDate) => Promise<number | undefined>;
};
