import type {Knex} from 'knex';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {AssertionRecord, AssertionSource, StandingAssertion} from '../assertion.ts';
import type {AssertionStore} from '../assertion-ports.ts';
import type {AssertionPolicy, AssertionRule} from '../assertion-rule.ts';

/** What was asserted of a book's accounts, by what rules, and what became of it. */
export const createAssertionTables = (trx: Knex): AssertionStore => ({
	...createAssertionWriter(trx),
	...createAssertionReader(trx),
	...createRuleTable(trx),
	...createStandingTable(trx),
});

const createAssertionWriter = (
	trx: Knex,
): Pick<
	AssertionStore,
	'assertedBalance' | 'nextAssertionNumber' | 'insertAssertion' | 'insertWithdrawal'
> => ({
	async assertedBalance(book, {account, fund, member, assertedOn}) {
		const {rows} = await trx.raw<{rows: {balance: string}[]}>(
			'select ledger_balance_at(?, ?, ?, ?, ?) as balance',
			[book.id, account, fund ?? null, member ?? null, assertedOn],
		);
		return rupiah(rows[0]!.balance);
	},
	async nextAssertionNumber(book) {
		const row: {number: number} | undefined = await trx('balance_assertions')
			.where({book_id: book.id})
			.orderBy('number', 'desc')
			.first('number');
		return (row?.number ?? 0) + 1;
	},
	async insertAssertion(book, assertion) {
		await trx('balance_assertions').insert({
			book_id: book.id,
			number: assertion.number,
			account_code: assertion.account,
			fund_id: assertion.fund ?? null,
			member_id: assertion.member ?? null,
			asserted_on: assertion.assertedOn,
			amount: toText(assertion.amount),
			source: assertion.source,
			document: assertion.document,
			note: assertion.note ?? null,
			asserted_by: assertion.assertedBy,
			counted_with: assertion.countedWith ?? null,
			recorded_at: assertion.recordedAt,
			known_to_entry: assertion.knownToEntry,
			ledger_amount: toText(assertion.ledgerAmount),
			policy: assertion.policy,
		});
	},
	async insertWithdrawal(book, number, {withdrawnBy, withdrawnAt, reason}) {
		await trx('assertion_withdrawals').insert({
			book_id: book.id,
			assertion_number: number,
			withdrawn_by: withdrawnBy,
			withdrawn_at: withdrawnAt,
			reason,
		});
	},
});

const createAssertionReader = (
	trx: Knex,
): Pick<
	AssertionStore,
	'findAssertion' | 'listAssertions' | 'countAssertions' | 'newestAssertions'
> => ({
	async findAssertion(book, number) {
		const row: RecordRow | undefined = await records(trx, book.id)
			.where('assertion.number', number)
			.first();
		return row && toRecord(row);
	},
	async listAssertions(book, {after, limit, account}) {
		const rows: RecordRow[] = await records(trx, book.id)
			.where('assertion.number', '>', after)
			.modify((query) => {
				if (account !== undefined) void query.where('assertion.account_code', account);
			})
			.orderBy('assertion.number')
			.limit(limit);
		return rows.map(toRecord);
	},
	async countAssertions(book) {
		const {rows} = await trx.raw<{rows: CountRow[]}>(countSql, {book: book.id});
		return rows[0]!;
	},
	async newestAssertions(book, asOf) {
		const {rows} = await trx.raw<{rows: NewestRow[]}>(newestSql, {book: book.id, asOf});
		return rows.map((row) => ({
			account: row.account_code as AccountCode,
			number: row.number,
			assertedOn: row.asserted_on as LocalDate,
		}));
	},
});

const createRuleTable = (
	trx: Knex,
): Pick<AssertionStore, 'assertionRules' | 'insertAssertionRule'> => ({
	async assertionRules(book) {
		const rows: RuleRow[] = await trx('assertion_rules')
			.where({book_id: book.id})
			.orderBy([{column: 'account_code'}, {column: 'effective_from'}]);
		return rows.map(toRule);
	},
	async insertAssertionRule(book, rule) {
		await trx('assertion_rules').insert({
			book_id: book.id,
			account_code: rule.account,
			effective_from: rule.effectiveFrom,
			every_days: rule.everyDays ?? null,
			policy: rule.policy,
			set_by: rule.setBy,
			set_at: rule.setAt,
			reason: rule.reason,
		});
	},
});

const createStandingTable = (trx: Knex): Pick<AssertionStore, 'standingDifferences'> => ({
	async standingDifferences(book) {
		const {rows} = await trx.raw<{rows: DifferenceRow[]}>(differencesSql, {book: book.id});
		return rows.map(({number, kept, summed}) => ({
			number,
			...(kept === null ? {} : {kept: rupiah(kept)}),
			...(summed === null ? {} : {summed: rupiah(summed)}),
		}));
	},
});

const records = (trx: Knex, bookId: number) =>
	trx('balance_assertions as assertion')
		.where('assertion.book_id', bookId)
		.leftJoin('assertion_standings as standing', (join) =>
			join.on('standing.book_id', 'assertion.book_id').on('standing.number', 'assertion.number'),
		)
		.leftJoin('assertion_withdrawals as withdrawal', (join) =>
			join
				.on('withdrawal.book_id', 'assertion.book_id')
				.on('withdrawal.assertion_number', 'assertion.number'),
		)
		.select(
			'assertion.*',
			'standing.difference',
			'withdrawal.withdrawn_by',
			'withdrawal.withdrawn_at',
			'withdrawal.reason as withdrawal_reason',
			trx.raw(`(
				select coalesce(jsonb_agg(entry_number order by entry_number), '[]') from assertion_breaks
				where book_id = assertion.book_id and assertion_number = assertion.number
			) as broken_by`),
		);

const countSql = `
	select
		count(*) filter (where standing.difference = 0)::integer as holding,
		count(*) filter (where standing.difference <> 0 and not broken.is_so)::integer as differing,
		count(*) filter (where standing.difference <> 0 and broken.is_so)::integer as broken,
		count(*) filter (where standing.number is null)::integer as withdrawn
	from balance_assertions assertion
	left join assertion_standings standing on standing.book_id = assertion.book_id
		and standing.number = assertion.number
	cross join lateral (
		select exists (
			select from assertion_breaks
			where book_id = assertion.book_id and assertion_number = assertion.number
		) as is_so
	) broken
	where assertion.book_id = :book
`;

const newestSql = `
	select distinct on (account_code) account_code, number, asserted_on
	from balance_assertions assertion
	where book_id = :book and asserted_on <= :asOf and fund_id is null and member_id is null
		and not exists (select from assertion_withdrawals withdrawal
			where withdrawal.book_id = assertion.book_id
				and withdrawal.assertion_number = assertion.number)
	order by account_code, asserted_on desc, number desc
`;

// The lines of asserted accounts are read once, into days, for all that was asserted of an account
// as a whole; again only for what was asserted of a part of it.
const differencesSql = `
	with asserted as materialized (
		select assertion.*, account.normal_side from balance_assertions assertion
		join accounts account on account.book_id = assertion.book_id
			and account.code = assertion.account_code
		where assertion.book_id = :book and not exists (select from assertion_withdrawals withdrawal
			where withdrawal.book_id = assertion.book_id
				and withdrawal.assertion_number = assertion.number)
	),
	day as materialized (
		select line.account_code, line.effective_on,
			sum(case line.side when 'debit' then line.amount else -line.amount end) as debits
		from lines line
		where line.book_id = :book and line.account_code in (select account_code from asserted)
		group by 1, 2
	),
	summed as (
		select asserted.*, asserted.amount - case normal_side when 'debit' then 1 else -1 end
			* coalesce(case when fund_id is null and member_id is null then (
				select sum(day.debits) from day
				where day.account_code = asserted.account_code
					and day.effective_on <= asserted.asserted_on
			) else (
				select sum(case line.side when 'debit' then line.amount else -line.amount end)
				from lines line
				where line.book_id = asserted.book_id and line.account_code = asserted.account_code
					and line.effective_on <= asserted.asserted_on
					and (asserted.fund_id is null or line.fund_id = asserted.fund_id)
					and (asserted.member_id is null or line.member_id = asserted.member_id)
			) end, 0) as difference
		from asserted
	)
	select coalesce(held.number, summed.number) as number, held.difference as kept,
		summed.difference as summed
	from (select * from assertion_standings where book_id = :book) held
	full join summed on summed.number = held.number
	where (held.difference, held.account_code, held.asserted_on, held.fund_id, held.member_id,
			held.amount, held.policy)
		is distinct from (summed.difference, summed.account_code, summed.asserted_on,
			summed.fund_id, summed.member_id, summed.amount, summed.policy)
	order by 1
`;

type AssertionRow = {
	book_id: number;
	number: number;
	account_code: string;
	fund_id: string | null;
	member_id: string | null;
	asserted_on: string;
	amount: string;
	source: AssertionSource;
	document: string;
	note: string | null;
	asserted_by: string;
	counted_with: string | null;
	recorded_at: Date;
	known_to_entry: number;
	ledger_amount: string;
	policy: AssertionPolicy;
};

type RecordRow = AssertionRow & {
	difference: string | null;
	withdrawn_by: string | null;
	withdrawn_at: Date | null;
	withdrawal_reason: string | null;
	broken_by: number[];
};

export type StandingRow = Pick<
	AssertionRow,
	| 'book_id'
	| 'number'
	| 'account_code'
	| 'fund_id'
	| 'member_id'
	| 'asserted_on'
	| 'amount'
	| 'policy'
> & {difference: string};
type CountRow = {holding: number; differing: number; broken: number; withdrawn: number};
type NewestRow = {account_code: string; number: number; asserted_on: string};
type DifferenceRow = {number: number; kept: string | null; summed: string | null};
type RuleRow = {
	account_code: string;
	effective_from: string;
	every_days: number | null;
	policy: AssertionPolicy;
	set_by: string;
	set_at: Date;
	reason: string;
};

export const toStanding = (row: StandingRow): StandingAssertion => ({
	number: row.number,
	account: row.account_code as AccountCode,
	...(row.fund_id === null ? {} : {fund: row.fund_id}),
	...(row.member_id === null ? {} : {member: row.member_id}),
	assertedOn: row.asserted_on as LocalDate,
	amount: rupiah(row.amount),
	policy: row.policy,
	difference: rupiah(row.difference),
});

const toRecord = (row: RecordRow): AssertionRecord => ({
	number: row.number,
	account: row.account_code as AccountCode,
	...(row.fund_id === null ? {} : {fund: row.fund_id}),
	...(row.member_id === null ? {} : {member: row.member_id}),
	assertedOn: row.asserted_on as LocalDate,
	amount: rupiah(row.amount),
	source: row.source,
	document: row.document,
	...(row.note === null ? {} : {note: row.note}),
	...(row.counted_with === null ? {} : {countedWith: row.counted_with}),
	policy: row.policy,
	assertedBy: row.asserted_by,
	recordedAt: row.recorded_at,
	knownToEntry: row.known_to_entry,
	ledgerAmount: rupiah(row.ledger_amount),
	...(row.difference === null ? {} : {difference: rupiah(row.difference)}),
	brokenBy: row.broken_by,
	...(row.withdrawn_by === null
		? {}
		: {
				withdrawal: {
					withdrawnBy: row.withdrawn_by,
					withdrawnAt: row.withdrawn_at!,
					reason: row.withdrawal_reason!,
				},
			}),
});

const toRule = (row: RuleRow): AssertionRule => ({
	account: row.account_code as AccountCode,
	effectiveFrom: row.effective_from as LocalDate,
	...(row.every_days === null ? {} : {everyDays: row.every_days}),
	policy: row.policy,
	reason: row.reason,
	setBy: row.set_by,
	setAt: row.set_at,
});
