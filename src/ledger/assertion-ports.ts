import type {AccountCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Assertion, AssertionRecord, NewAssertion, Withdrawal} from './assertion.ts';
import type {AssertionRule, NewestAssertion} from './assertion-rule.ts';
import type {Book} from './book.ts';
import type {StandingDifference} from './standing.ts';

/** What the ledger asks of its database about assertions. */
export type AssertionStore = {
	/** What the ledger says of that which is asserted, as known now. */
	readonly assertedBalance: (
		book: Book,
		asserted: Pick<NewAssertion, 'account' | 'fund' | 'member' | 'assertedOn'>,
	) => Promise<Rupiah>;
	readonly nextAssertionNumber: (book: Book) => Promise<number>;
	readonly insertAssertion: (book: Book, assertion: Assertion) => Promise<void>;
	readonly findAssertion: (book: Book, number: number) => Promise<AssertionRecord | undefined>;
	readonly listAssertions: (book: Book, query: AssertionQuery) => Promise<AssertionRecord[]>;
	readonly countAssertions: (book: Book) => Promise<AssertionCounts>;
	readonly insertWithdrawal: (book: Book, number: number, withdrawal: Withdrawal) => Promise<void>;

	/** Each account's rules, in the order of their days. */
	readonly assertionRules: (book: Book) => Promise<AssertionRule[]>;
	readonly insertAssertionRule: (book: Book, rule: AssertionRule) => Promise<void>;
	/** The newest assertion in force of each account as a whole, up to a day. */
	readonly newestAssertions: (book: Book, asOf: LocalDate) => Promise<NewestAssertion[]>;

	/** Kept differences that are not what was asserted less the sum of the lines. */
	readonly standingDifferences: (book: Book) => Promise<StandingDifference[]>;
};

export type AssertionQuery = {
	readonly after: number;
	readonly limit: number;
	readonly account?: AccountCode;
};

/** How many assertions of a book are in which state. */
export type AssertionCounts = {
	readonly holding: number;
	readonly differing: number;
	readonly broken: number;
	readonly withdrawn: number;
};
