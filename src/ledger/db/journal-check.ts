import type {Knex} from 'knex';
import {rupiah} from '../../kernel/money.ts';
import type {LedgerStore} from '../ports.ts';

/** What `verify` asks: the journal as it was sealed, and where PostgreSQL sees a difference. */
export const createJournalCheckTables = (
	trx: Knex,
): Pick<
	LedgerStore,
	'sealedTexts' | 'sealedTextsOf' | 'contentDifferences' | 'floorDifferences' | 'totalsDifferences'
> => ({
	async sealedTexts(book, {after, limit}) {
		const {rows} = await trx.raw<{rows: SealedRow[]}>(
			`select number, encode(hash, 'hex') as hash, canonical, reverses from entries
			where book_id = ? and number > ? order by number limit ?`,
			[book.id, after, limit],
		);
		return rows.map(({reverses, ...row}) => ({...row, ...(reverses === null ? {} : {reverses})}));
	},
	async sealedTextsOf(book, numbers) {
		if (numbers.length === 0) return new Map();
		const rows: {number: number; canonical: string}[] = await trx('entries')
			.where({book_id: book.id})
			.whereIn('number', [...new Set(numbers)])
			.select('number', 'canonical');
		return new Map(rows.map(({number, canonical}) => [number, canonical]));
	},
	async contentDifferences(book, {after, to}) {
		const {rows} = await trx.raw<{rows: {number: number}[]}>(contentDifferencesSql, {
			book: book.id,
			code: book.code,
			after,
			to: to ?? null,
		});
		return rows.map(({number}) => number);
	},
	async floorDifferences(book) {
		const {rows} = await trx.raw<{rows: FloorDifferenceRow[]}>(floorDifferencesSql, {
			book: book.id,
		});
		return rows.map(({account, dimension, kept, summed}) => ({
			account,
			dimension,
			kept: rupiah(kept),
			summed: rupiah(summed),
		}));
	},
	async totalsDifferences(book) {
		const {rows} = await trx.raw<{rows: TotalsDifferenceRow[]}>(totalsDifferencesSql, {
			book: book.id,
		});
		return rows.map(({account, on_day: on, kept, summed}) => ({
			account,
			on,
			kept: rupiah(kept),
			summed: rupiah(summed),
		}));
	},
});

type SealedRow = {number: number; hash: string; canonical: string; reverses: number | null};

// The sealed text written once more from the columns and lines, in SQL: a second hand, which must
// come to the same text as the one encoder. Text is compared with text; to parse it took longer,
// and concat() four times as long as the operator.
const contentDifferencesSql = `
	with line as (
		select entry_number, string_agg('["' || account_code || '","' || side || '","' || amount
				|| case when num_nulls(fund_id, loan_id, member_id, counterparty) = 4
					then '",null,null,null,null]'
					else '",' || coalesce('"' || fund_id || '"', 'null')
						|| ',' || coalesce('"' || loan_id || '"', 'null')
						|| ',' || coalesce('"' || member_id || '"', 'null')
						|| ',' || coalesce(to_json(counterparty)::text, 'null') || ']' end,
				',' order by line_number) as sealed,
			min(effective_on) as first_day, max(effective_on) as last_day,
			min(kind) as first_kind, max(kind) as last_kind
		from lines
		where book_id = :book and entry_number > :after
			and entry_number <= coalesce(cast(:to as bigint), 9223372036854775807)
		group by entry_number
	)
	select coalesce(entry.number, line.entry_number) as number
	from (
		select * from entries
		where book_id = :book and number > :after
			and number <= coalesce(cast(:to as bigint), 9223372036854775807)
	) entry
	full join line on line.entry_number = entry.number
	where entry.canonical is distinct from '["bergulir/entry/'
			|| case when entry.occurred_on is null then '1' else '2' end || '",'
			|| to_json(cast(:code as text))::text || ',' || entry.number || ',"'
			|| encode(entry.previous_hash, 'hex') || '","' || entry.effective_on || '","'
			|| to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
			|| to_json(entry.actor)::text || ',' || to_json(entry.kind)::text
			|| ',' || to_json(entry.reason)::text || ',' || to_json(entry.document)::text
			|| ',' || coalesce(entry.reverses::text, 'null') || ',[' || line.sealed || ']'
			|| coalesce(',"' || entry.occurred_on || '"', '') || ']'
		or line.first_day is distinct from entry.effective_on
		or line.last_day is distinct from entry.effective_on
		or line.first_kind is distinct from entry.kind
		or line.last_kind is distinct from entry.kind
	order by 1
`;

type TotalsDifferenceRow = {account: string; on_day: string; kept: string; summed: string};

const totalsDifferencesSql = `
	-- Entries are recorded in the order of their numbers, so a day of recording is a run of them: a
	-- line finds its day among the first numbers of the days, and needs no join with its entry.
	with recorded as materialized (
		select array_agg(first order by first) as firsts, array_agg(day order by first) as days
		from (
			select (entry.recorded_at at time zone book.time_zone)::date as day,
				min(entry.number) as first
			from entries entry join books book on book.id = entry.book_id
			where entry.book_id = :book
			group by 1
		) run
	),
	summed as (
		select line.account_code, line.effective_on,
			recorded.days[width_bucket(line.entry_number, recorded.firsts)] as recorded_on,
			coalesce(line.fund_id, '00000000-0000-0000-0000-000000000000') as fund_id, line.kind,
			sum(case line.side when 'debit' then line.amount else 0 end) as debits,
			sum(case line.side when 'debit' then 0 else line.amount end) as credits
		from lines line cross join recorded
		where line.book_id = :book
		group by 1, 2, 3, 4, 5
	),
	-- What each sealed month added to the one before, kept and summed; and how many accounts, funds
	-- and kinds it must hold, so that none of them is left out where it was not moved.
	bounded as (
		select ends_on, coalesce(lag(ends_on) over (order by ends_on), '-infinity') as after
		from sealed_months where book_id = :book
	),
	added as (
		select bounded.ends_on, total.account_code, total.fund_id, total.kind,
			sum(total.debits) as debits, sum(total.credits) as credits
		from bounded
		join summed total on total.recorded_on > bounded.after and total.recorded_on <= bounded.ends_on
		group by 1, 2, 3, 4
	),
	kept_added as (
		select ends_on, account_code, fund_id, kind,
			debits - coalesce(lag(debits) over cell, 0) as debits,
			credits - coalesce(lag(credits) over cell, 0) as credits
		from month_totals where book_id = :book
		window cell as (partition by account_code, fund_id, kind order by ends_on)
	),
	cells as (
		select bounded.ends_on, (
			select count(*) from (select min(recorded_on) as since from summed
				group by account_code, fund_id, kind) cell where cell.since <= bounded.ends_on
		) as wanted, (
			select count(*) from month_totals total
			where total.book_id = :book and total.ends_on = bounded.ends_on
		) as kept
		from bounded
	)
	select coalesce(kept.account_code, summed.account_code) as account,
		coalesce(kept.effective_on, summed.effective_on)::text as on_day,
		coalesce(kept.debits - kept.credits, 0)::text as kept,
		coalesce(summed.debits - summed.credits, 0)::text as summed
	from (select * from day_totals where book_id = :book) kept
	full join summed using (account_code, effective_on, recorded_on, fund_id, kind)
	where (kept.debits, kept.credits) is distinct from (summed.debits, summed.credits)
	union all
	select coalesce(kept.account_code, added.account_code),
		coalesce(kept.ends_on, added.ends_on)::text,
		coalesce(kept.debits - kept.credits, 0)::text,
		coalesce(added.debits - added.credits, 0)::text
	from kept_added kept
	full join added using (ends_on, account_code, fund_id, kind)
	where (coalesce(kept.debits, 0), coalesce(kept.credits, 0))
		<> (coalesce(added.debits, 0), coalesce(added.credits, 0))
	union all
	select '(rows)', ends_on::text, kept::text, wanted::text from cells where kept <> wanted
	order by 1, 2
`;

type FloorDifferenceRow = {account: string; dimension: string; kept: string; summed: string};

const floorDifferencesSql = `
	with summed as (
		select line.account_code,
			coalesce(case account.floor when 'fund' then line.fund_id when 'loan' then line.loan_id
					when 'member' then line.member_id end,
				'00000000-0000-0000-0000-000000000000') as dimension,
			sum(case when line.side = account.normal_side
				then line.amount else -line.amount end) as total,
			case when bool_or(account.ceiling_kind is not null) then
				coalesce(sum(case when line.side = account.normal_side
					then line.amount else -line.amount end)
					filter (where line.kind = account.ceiling_kind), 0) end as granted
		from lines line
		join accounts account on account.book_id = line.book_id and account.code = line.account_code
		where line.book_id = :book and account.floor <> 'none'
		group by 1, 2
	)
	select coalesce(held.account_code, summed.account_code) as account,
		coalesce(held.dimension, summed.dimension) as dimension,
		coalesce(held.balance, 0) as kept, coalesce(summed.total, 0) as summed
	from (select * from floor_balances where book_id = :book) held
	full join summed on summed.account_code = held.account_code and summed.dimension = held.dimension
	where held.balance is distinct from summed.total or held.granted is distinct from summed.granted
	order by 1, 2
`;
