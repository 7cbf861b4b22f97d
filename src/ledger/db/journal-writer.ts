import type {Knex} from 'knex';
import type {AccountCode, BookCode} from '../../kernel/ids.ts';
import {type LocalDate, startOfMonth} from '../../kernel/local-date.ts';
import {type Rupiah, rupiah} from '../../kernel/money.ts';
import type {Account} from '../account.ts';
import type {StandingAssertion} from '../assertion.ts';
import type {AssertionReach} from '../assertion-ports.ts';
import type {Book, Tip} from '../book.ts';
import type {EntryDraft, Line} from '../entry.ts';
import {refuse} from '../errors.ts';
import {type Held, limitKey} from '../limit.ts';
import type {LedgerStore} from '../ports.ts';
import type {HeldBook} from '../posting.ts';
import type {TransactionMemory} from './memory.ts';
import {type AccountRow, toAccount} from './rows.ts';

const nilUuid = '00000000-0000-0000-0000-000000000000';

type StandingAssertions = LedgerStore['standingAssertions'];

export const createJournalWriter = (
	trx: Knex,
	memory: TransactionMemory,
	standingAssertions: StandingAssertions,
): Pick<LedgerStore, 'lockTip' | 'floorBalances' | 'hold' | 'append'> => ({
	async lockTip(book) {
		await lockTips(trx, memory, [book]);
		return memory.tips.get(book.id)!;
	},
	async floorBalances(book, lines) {
		const {held} = await readFacts(trx, [book], [{book: book.code, lines}], standingAssertions);
		const balances = new Map<string, Rupiah>();
		for (const [key, {balance}] of held.get(book.id) ?? []) balances.set(key, balance);
		return balances;
	},
	async hold(books, drafts) {
		await lockTips(trx, memory, books);
		const facts = await readFacts(trx, books, drafts, standingAssertions);
		return books.map((book): HeldBook => ({
			book,
			tip: memory.tips.get(book.id)!,
			accounts: facts.accounts.get(book.id) ?? new Map(),
			closedMonths: facts.closedMonths.get(book.id) ?? new Set(),
			held: facts.held.get(book.id) ?? new Map(),
			assertions: facts.assertions.get(book.id) ?? [],
		}));
	},
	async append(books, entries) {
		if (entries.length === 0) return;
		await trx.raw('select ledger_append(cast(? as integer[]), cast(? as text[]))', [
			entries.map(({book}) => books.get(book)!.id),
			entries.map(({canonical}) => canonical),
		]);
		for (const entry of entries) memory.tips.set(books.get(entry.book)!.id, entry);
	},
});

/** Holds tips until the transaction ends; the database keeps the one order in which to. */
async function lockTips(
	trx: Knex,
	memory: TransactionMemory,
	books: readonly Book[],
): Promise<void> {
	const wanted = books.filter(({id}) => !memory.tips.has(id));
	if (wanted.length === 0) return;
	const {rows} = await trx.raw<{rows: TipRow[]}>(
		`select book_id, number, encode(hash, 'hex') as hash, recorded_at
		from ledger_lock_tips(cast(? as integer[]))`,
		[wanted.map(({id}) => id)],
	);
	for (const {book_id: id, number, hash, recorded_at: recordedAt} of rows) {
		memory.tips.set(id, {number, hash, recordedAt} satisfies Tip);
	}
	// A book outside the scope of this transaction has no tip to hold.
	const missing = wanted.find(({id}) => !memory.tips.has(id));
	if (missing) throw refuse('ledger/unknown-book', {book: missing.code}, 'book');
}

type TipRow = {book_id: number; number: number; hash: string; recorded_at: Date};

type Facts = {
	readonly accounts: Map<number, Map<AccountCode, Account>>;
	readonly held: Map<number, Map<string, Held>>;
	readonly closedMonths: Map<number, Set<LocalDate>>;
	readonly assertions: ReadonlyMap<number, StandingAssertion[]>;
};

type Judged = {readonly book: BookCode; readonly lines: readonly Line[]} & Partial<
	Pick<EntryDraft, 'effectiveOn'>
>;

/** What has to be known to judge drafts, in one question; what they could break, in a second. */
async function readFacts(
	trx: Knex,
	books: readonly Book[],
	drafts: readonly Judged[],
	standingAssertions: StandingAssertions,
): Promise<Facts> {
	const reaches = reachOf(books, drafts);
	const pairs = reaches.flatMap(({book, accounts}) =>
		accounts.map((code) => [book.id, code] as const),
	);
	const {rows} = await trx.raw<{rows: [FactRow]}>(factsSql, {
		ids: pairs.map(([id]) => id),
		codes: pairs.map(([, code]) => code),
		dimensions: [nilUuid, ...new Set(drafts.flatMap(({lines}) => lines.flatMap(dimensionsOf)))],
		books: reaches.map(({book}) => book.id),
		months: reaches.map(({from}) => startOfMonth(from)),
		days: reaches.map(({from}) => from),
	});
	const [row] = rows;
	const facts: Facts = {
		accounts: new Map(),
		held: new Map(),
		closedMonths: new Map(),
		assertions: row.has_assertions ? await standingAssertions(reaches) : new Map(),
	};
	for (const found of row.accounts ?? []) {
		const account = toAccount(found);
		at(facts.accounts, found.book_id, () => new Map()).set(account.code, account);
		for (const [dimension, [balance, granted]] of Object.entries(found.held ?? {})) {
			const key = limitKey(account, {fund: dimension, loan: dimension})!;
			at(facts.held, found.book_id, () => new Map()).set(key, {
				balance: rupiah(balance),
				...(granted === null ? {} : {granted: rupiah(granted)}),
			});
		}
	}
	for (const [book, month] of row.closed ?? []) {
		at(facts.closedMonths, book, () => new Set()).add(month);
	}
	return facts;
}

function at<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}

/** What drafts touch of each book: which accounts, and from which day on. */
function reachOf(books: readonly Book[], drafts: readonly Judged[]): AssertionReach[] {
	const reaches = new Map(
		books.map((book) => [book.code, {book, accounts: new Set<AccountCode>(), from: farOff}]),
	);
	for (const {book, lines, effectiveOn = farOff} of drafts) {
		const reach = reaches.get(book);
		if (!reach) continue;
		for (const {account} of lines) reach.accounts.add(account);
		if (effectiveOn < reach.from) reach.from = effectiveOn;
	}
	return [...reaches.values()].map((reach) => ({...reach, accounts: [...reach.accounts]}));
}

const farOff = '2199-12-31' as LocalDate;

const dimensionsOf = ({fund, loan}: Line): string[] =>
	[fund, loan].filter((id) => id !== undefined);

const factsSql = `
	select
		(select json_agg(json_build_object('book_id', account.book_id, 'code', account.code,
				'name_id', account.name_id, 'name_en', account.name_en, 'class', account.class,
				'normal_side', account.normal_side, 'floor', account.floor,
				'is_controlled', account.is_controlled, 'ceiling_kind', account.ceiling_kind,
				'held', case account.floor when 'none' then null else (
					select json_object_agg(held.dimension,
						json_build_array(held.balance::text, held.granted::text))
					from floor_balances held
					where held.book_id = account.book_id and held.account_code = account.code
						and held.dimension = any (cast(:dimensions as uuid[]))) end))
			from unnest(cast(:ids as integer[]), cast(:codes as text[])) as wanted (book_id, code)
			join accounts account on account.book_id = wanted.book_id and account.code = wanted.code
		) as accounts,
		(select json_agg(json_build_array(period.book_id, period.starts_on))
			from unnest(cast(:books as integer[]), cast(:months as date[])) as wanted (book_id, month)
			join periods period on period.book_id = wanted.book_id and period.starts_on >= wanted.month
			where period.confirmed_at is not null and period.reopened_at is null
		) as closed,
		exists (select from unnest(cast(:books as integer[]), cast(:days as date[]))
				as wanted (book_id, day)
			join assertion_standings standing on standing.book_id = wanted.book_id
				and standing.asserted_on >= wanted.day) as has_assertions
`;

type FactRow = {
	accounts:
		| (AccountRow & {
				book_id: number;
				held: Readonly<Record<string, readonly [string, string | null]>> | null;
		  })[]
		| null;
	closed: [number, LocalDate][] | null;
	has_assertions: boolean;
};
