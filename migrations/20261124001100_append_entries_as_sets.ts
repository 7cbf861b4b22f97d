import type {Knex} from 'knex';

/**
 * One door into the journal. `ledger_append` takes entries as they were sealed, writes from each
 * sealed text its row, its lines and their totals, and holds every law over the whole set at once.
 * So what is booked is what was sealed by construction, nobody who connects as the application can
 * write a line of their own making, and a thousand entries cost little more than one.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(retired);
	await knex.raw(door);
	await knex.raw(locks);
	await knex.raw(append);
	await knex.raw(seals);
	await knex.raw(reads);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('The journal has one door; it is not taken away.');
}

// The laws of single rows, which the laws over sets below replace. Lines refer to entries and
// accounts by construction (`ledger_append` joins both), and a check of each row cost more than
// all the rest.
const retired = `
	drop trigger entries_admit on entries;
	drop trigger entries_balanced on entries;
	drop trigger lines_admit on lines;
	drop function ledger_admit_entry(), ledger_check_entry(), ledger_admit_lines();
	drop function ledger_line_set(integer, bigint, boolean);
	drop function ledger_lock_tip(integer);
	alter table lines drop constraint lines_entry_fkey, drop constraint lines_account_fkey;
	alter table entries drop constraint entries_book_fkey;
	alter table day_totals drop constraint day_totals_account_fkey;
	-- Most entries reverse nothing, and need no place in it.
	alter table entries drop constraint entries_reverses_key;
	create unique index entries_reverses_key on entries (book_id, reverses)
		where reverses is not null;
	alter table entries add column occurred_on date
		constraint entries_occurred_check check (occurred_on < effective_on);
`;

const door = `
	create function ledger_refuse_other_doors() returns trigger
	language plpgsql as $$
	begin
		if coalesce(current_setting('bergulir.is_appending', true), '') <> 'on' then
			perform ledger_breach('one_door', format(
				'A row of %s is written by ledger_append alone.', tg_table_name));
		end if;
		return null;
	end $$;
	create trigger entries_one_door before insert on entries
		for each statement execute function ledger_refuse_other_doors();
	create trigger lines_one_door before insert on lines
		for each statement execute function ledger_refuse_other_doors();
`;

const locks = `
	-- Holds the tips of books until the transaction ends, so that numbers and hashes follow one
	-- another. Cooperatives first and cities last, for an operation over both holds the first
	-- already when it comes to the second; each by its identity: nobody waits in a circle.
	create function ledger_lock_tips(wanted integer[])
	returns table (book_id integer, number bigint, hash bytea, recorded_at timestamptz)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
	begin
		return query
		select tip.book_id, tip.number, tip.hash, tip.recorded_at
		from books book join book_tips tip on tip.book_id = book.id
		where book.id = any (wanted)
			and ((select bergulir_all_books()) or book.id = any ((select bergulir_books())::integer[]))
		order by book.kind = 'city', book.id
		for update of tip;
	end $$;
`;

// The encoding is that of src/ledger/hash-chain.ts; a test compares the two. Element 12 is there in
// the second version only: the day on which it happened, where its month was closed.
const append = `
	create function ledger_append(of_books integer[], sealed text[]) returns void
	language plpgsql security definer set search_path = public, pg_temp
	set bergulir.is_appending = 'on' set plan_cache_mode = 'force_generic_plan'
	set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
	declare
		breach record;
	begin
		if exists (select from unnest(of_books) book where not (bergulir_all_books()
			or book = any (bergulir_books()))) then
			raise insufficient_privilege using message = 'The book is outside your scope.';
		end if;
		perform from ledger_lock_tips(of_books);

		with parsed as materialized (
			select given.position, given.book_id, given.canonical, given.canonical::jsonb as v
			from unnest(of_books, sealed) with ordinality as given (book_id, canonical, position)
		),
		entry as materialized (
			select parsed.position, parsed.book_id, parsed.canonical, parsed.v,
				sha256(convert_to(parsed.canonical, 'UTF8')) as hash,
				(v ->> 2)::bigint as number, decode(v ->> 3, 'hex') as previous_hash,
				(v ->> 4)::date as effective_on, (v ->> 5)::timestamptz as recorded_at,
				((v ->> 5)::timestamptz at time zone book.time_zone)::date as recorded_on,
				v ->> 6 as actor, v ->> 7 as kind, v ->> 8 as reason, v ->> 9 as document,
				(v ->> 10)::bigint as reverses, (v ->> 12)::date as occurred_on,
				book.code as book_code, book.opened_on,
				-- The text once more, from what is taken out of it: whatever else it holds, or holds in
				-- another form, was not written by the one encoder (src/ledger/hash-chain.ts).
				'["bergulir/entry/' || case when v ->> 12 is null then '1' else '2' end || '",'
					|| to_json(book.code)::text || ',' || (v ->> 2)::bigint || ',"'
					|| encode(decode(v ->> 3, 'hex'), 'hex') || '","' || (v ->> 4)::date || '","'
					|| to_char((v ->> 5)::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
					|| '",' || to_json(v ->> 6)::text || ',' || to_json(v ->> 7)::text
					|| ',' || to_json(v ->> 8)::text || ',' || to_json(v ->> 9)::text
					|| ',' || coalesce((v ->> 10)::bigint::text, 'null') || ',[' || item.written || ']'
					|| coalesce(',"' || (v ->> 12)::date || '"', '') || ']' as written,
				coalesce(item.count, 0) as line_count
			from parsed
			join books book on book.id = parsed.book_id
			cross join lateral (
				select count(*) as count, string_agg('[' || to_json(line ->> 0)::text || ','
					|| to_json(line ->> 1)::text || ',"' || (line ->> 2)::numeric(20, 2)
					|| case when num_nulls(line ->> 3, line ->> 4, line ->> 5, line ->> 6) = 4
						then '",null,null,null,null]'
						else '",' || coalesce('"' || (line ->> 3)::uuid || '"', 'null')
							|| ',' || coalesce('"' || (line ->> 4)::uuid || '"', 'null')
							|| ',' || coalesce('"' || (line ->> 5)::uuid || '"', 'null')
							|| ',' || coalesce(to_json(line ->> 6)::text, 'null') || ']' end,
					',' order by position) as written
				from jsonb_array_elements(parsed.v -> 11) with ordinality as given (line, position)
			) item
		),
		line as materialized (
			select entry.book_id, entry.number, item.position::smallint as line_number,
				entry.effective_on, entry.recorded_on, entry.kind, item.v ->> 1 as side,
				item.v ->> 0 as account_code, (item.v ->> 2)::numeric(20, 2) as amount,
				(item.v ->> 3)::uuid as fund_id,
				(item.v ->> 4)::uuid as loan_id, (item.v ->> 5)::uuid as member_id,
				item.v ->> 6 as counterparty, account.normal_side, account.floor,
				account.ceiling_kind, account.is_controlled
			from entry
			cross join lateral jsonb_array_elements(entry.v -> 11) with ordinality as item (v, position)
			left join accounts account on account.book_id = entry.book_id
				and account.code = item.v ->> 0
		),
		linked as (
			select entry.*, tip.number + row_number() over in_book as number_due,
				coalesce(lag(entry.hash) over in_book, tip.hash) as hash_due,
				coalesce(lag(entry.recorded_at) over in_book, tip.recorded_at) as recorded_before
			from entry join book_tips tip on tip.book_id = entry.book_id
			window in_book as (partition by entry.book_id order by entry.position)
		),
		-- The question to the periods is dear: it is put once for a month.
		month as materialized (
			select book_id, effective_on - extract(day from effective_on)::integer + 1 as starts_on
			from entry group by 1, 2
		),
		-- What is limited, after each entry: a set may not go below nought on its way either.
		step as materialized (
			select book_id, number, account_code, dimension,
				sum(change) over so_far as balance, sum(granted) over so_far as granted
			from (
				select book_id, number, account_code,
					coalesce(case floor when 'fund' then fund_id when 'loan' then loan_id end,
						'00000000-0000-0000-0000-000000000000') as dimension,
					sum(case when side = normal_side then amount else -amount end) as change,
					case when bool_or(ceiling_kind is not null) then
						coalesce(sum(case when side = normal_side then amount else -amount end)
							filter (where kind = ceiling_kind), 0) end as granted
				from line where floor <> 'none' group by 1, 2, 3, 4
			) moved
			window so_far as (partition by book_id, account_code, dimension order by number)
		),
		breaches as materialized (
			-- None is passed over: each text has its book, and each book its text.
			select null::bigint as number, 'entries_book' as law
			where (select count(*) from entry) <> cardinality(sealed)
				or cardinality(of_books) <> cardinality(sealed)
			union all
			select number, case
				when number <> number_due then 'entries_gapless'
				when previous_hash <> hash_due then 'entries_chain'
				when recorded_at < recorded_before then 'entries_recorded_forward'
				when recorded_at > clock_timestamp() + interval '5 minutes' then 'entries_recorded_past'
				when effective_on > recorded_on then 'entries_not_future'
				when effective_on < opened_on then 'entries_book_open'
				when line_count < 2 then 'entries_balanced'
				else 'entries_canonical'
				end as law
			from linked
			where number <> number_due or previous_hash <> hash_due or recorded_at < recorded_before
				or recorded_at > clock_timestamp() + interval '5 minutes' or effective_on > recorded_on
				or effective_on < opened_on or line_count < 2 or canonical is distinct from written
			union all
			select null, 'entries_period_open' from month
			where ledger_is_closed(month.book_id, month.starts_on)
			union all
			select number, 'entries_balanced' from line group by book_id, number
			having sum(case side when 'debit' then amount else -amount end) <> 0
			union all
			select number, case when normal_side is null then 'lines_account'
				when kind = 'manual' and is_controlled then 'lines_controlled'
				else 'lines_floor_named' end
			from line
			where normal_side is null or (kind = 'manual' and is_controlled)
				or (floor = 'fund' and fund_id is null)
				or (floor = 'loan' and loan_id is null)
			union all
			select step.number, case when coalesce(held.balance, 0) + step.balance < 0
				then 'floor_balances_floor_check' else 'floor_balances_ceiling_check' end
			from step
			left join floor_balances held on held.book_id = step.book_id
				and held.account_code = step.account_code and held.dimension = step.dimension
			where coalesce(held.balance, 0) + step.balance < 0 or coalesce(held.balance, 0) + step.balance
				> coalesce(held.granted, 0) + step.granted
			union all
			-- A reversal is the exact mirror of what it takes back, and of nothing itself taken back.
			select entry.number, 'entries_reversal_mirrors'
			from entry
			left join entries original on original.book_id = entry.book_id
				and original.number = entry.reverses
			where entry.reverses is not null and (original.reverses is not null
				or ledger_mirror(entry.v -> 11) is distinct from original.canonical::jsonb -> 11)
		),
		change as materialized (
			select book_id, account_code,
				coalesce(case floor when 'fund' then fund_id when 'loan' then loan_id end,
					'00000000-0000-0000-0000-000000000000') as dimension,
				sum(case when side = normal_side then amount else -amount end) as change,
				case when bool_or(ceiling_kind is not null) then
					coalesce(sum(case when side = normal_side then amount else -amount end)
						filter (where kind = ceiling_kind), 0)
				end as granted
			from line where floor <> 'none' and not exists (select from breaches)
			group by 1, 2, 3
		),
		put_entries as (
			insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason,
				document, reverses, occurred_on, previous_hash, hash, canonical)
			select book_id, number, effective_on, recorded_at, actor, kind, reason, document, reverses,
				occurred_on, previous_hash, hash, canonical
			from entry where not exists (select from breaches)
		),
		put_lines as (
			insert into lines (book_id, entry_number, line_number, account_code, side, amount,
				effective_on, kind, fund_id, loan_id, member_id, counterparty)
			select book_id, number, line_number, account_code, side, amount, effective_on, kind,
				fund_id, loan_id, member_id, counterparty
			from line where not exists (select from breaches)
		),
		put_totals as (
			insert into day_totals as held (book_id, account_code, effective_on, recorded_on, fund_id,
				kind, debits, credits)
			select book_id, account_code, effective_on, recorded_on,
				coalesce(fund_id, '00000000-0000-0000-0000-000000000000'), kind,
				sum(case side when 'debit' then amount else 0 end),
				sum(case side when 'debit' then 0 else amount end)
			from line where not exists (select from breaches)
			group by 1, 2, 3, 4, 5, 6
			on conflict (book_id, account_code, effective_on, fund_id, kind, recorded_on)
			do update set debits = held.debits + excluded.debits,
				credits = held.credits + excluded.credits
		),
		-- The tip is held, so nobody else moves a balance of the book meanwhile.
		moved as (
			update floor_balances held set balance = held.balance + change.change,
				granted = held.granted + change.granted
			from change
			where held.book_id = change.book_id and held.account_code = change.account_code
				and held.dimension = change.dimension
		),
		opened as (
			insert into floor_balances (book_id, account_code, dimension, balance, granted)
			select book_id, account_code, dimension, change.change, granted
			from change
			where not exists (select from floor_balances held
				where held.book_id = change.book_id and held.account_code = change.account_code
					and held.dimension = change.dimension)
		),
		tip_moved as (
			update book_tips tip set number = last.number, hash = last.hash,
				recorded_at = last.recorded_at
			from (select distinct on (book_id) book_id, number, hash, recorded_at
				from entry order by book_id, position desc) last
			where tip.book_id = last.book_id and not exists (select from breaches)
		)
		select breaches.* into breach from breaches limit 1;

		if found then
			perform ledger_breach(breach.law, format('Entry %s breaks the law %s.',
				coalesce(breach.number::text, ''), breach.law));
		end if;
	end $$;

	-- The lines of a sealed entry with their sides exchanged.
	create function ledger_mirror(sealed_lines jsonb) returns jsonb
	language sql immutable parallel safe as $$
		select jsonb_agg(jsonb_set(line, '{1}',
			case line ->> 1 when 'debit' then '"credit"' else '"debit"' end::jsonb) order by position)
		from jsonb_array_elements(sealed_lines) with ordinality as given (line, position)
	$$;
`;

// All that was recorded by the end of a month is what the month before had and what the days of
// the month recorded, for nothing takes effect after the day it is recorded. From then on the
// book records later than that, also where a clock lags.
const seals = `
	create function ledger_seal_months(of_book integer, before date) returns integer
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		zone text;
		sealed_to date;
		month_end date;
		count integer := 0;
	begin
		if not exists (select from ledger_lock_tips(array[of_book])) then return 0; end if;
		select time_zone into strict zone from books where id = of_book;
		select coalesce(max(ends_on), '-infinity') into sealed_to
		from sealed_months where book_id = of_book;
		for month_end in
			select distinct (date_trunc('month', recorded_on) + interval '1 month - 1 day')::date
			from day_totals where book_id = of_book and recorded_on > sealed_to
				and date_trunc('month', recorded_on) + interval '1 month'
					<= least(before, (clock_timestamp() at time zone zone)::date)
			order by 1
		loop
			insert into sealed_months (book_id, ends_on, last_number)
			values (of_book, month_end,
				ledger_number_before(of_book, (month_end + 1)::timestamp at time zone zone));
			insert into month_totals (book_id, ends_on, account_code, fund_id, kind, debits, credits)
			select of_book, month_end, account_code, fund_id, kind, sum(debits), sum(credits)
			from (
				select account_code, fund_id, kind, debits, credits from month_totals
				where book_id = of_book and ends_on = sealed_to
				union all
				select account_code, fund_id, kind, debits, credits from day_totals
				where book_id = of_book and recorded_on > sealed_to and recorded_on <= month_end
			) part
			group by account_code, fund_id, kind;
			sealed_to := month_end;
			count := count + 1;
		end loop;
		if count > 0 then
			update book_tips
			set recorded_at = greatest(recorded_at, (sealed_to + 1)::timestamp at time zone zone)
			where book_id = of_book;
		end if;
		return count;
	end $$;

	-- Makes a book's totals anew from its lines, while the service runs; its tip is held meanwhile.
	create function ledger_rebuild_totals(of_book integer) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		sealed_to date;
	begin
		if not exists (select from ledger_lock_tips(array[of_book])) then return; end if;
		select max(ends_on) + 1 into sealed_to from sealed_months where book_id = of_book;
		delete from month_totals where book_id = of_book;
		delete from sealed_months where book_id = of_book;
		delete from day_totals where book_id = of_book;
		insert into day_totals (book_id, account_code, effective_on, recorded_on, fund_id, kind,
			debits, credits)
		select line.book_id, line.account_code, line.effective_on,
			(entry.recorded_at at time zone book.time_zone)::date,
			coalesce(line.fund_id, '00000000-0000-0000-0000-000000000000'), line.kind,
			sum(case line.side when 'debit' then line.amount else 0 end),
			sum(case line.side when 'debit' then 0 else line.amount end)
		from lines line
		join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
		join books book on book.id = line.book_id
		where line.book_id = of_book
		group by 1, 2, 3, 4, 5, 6;
		perform ledger_seal_months(of_book, sealed_to) where sealed_to is not null;
	end $$;
`;

// Debits and credits up to a day as known at a moment: the last sealed month, the days after it,
// what came late for the sealed days, less what was recorded after the moment on its own day. So a
// report costs a month of days, whatever the length of the history.
const reads = `
	-- The number of the last entry recorded before a moment; nought when there is none. Recorded
	-- times never run backwards, so it is found by halving; an index of its own would cost more
	-- with each entry than all who ever ask.
	create function ledger_number_before(of_book integer, moment timestamptz) returns bigint
	language plpgsql stable set search_path = public, pg_temp as $$
	declare
		below bigint := 0;
		above bigint;
		middle bigint;
	begin
		select coalesce(max(number), 0) + 1 into above from entries where book_id = of_book;
		while above - below > 1 loop
			middle := (below + above) / 2;
			if (select recorded_at < moment from entries where book_id = of_book and number = middle) then
				below := middle;
			else
				above := middle;
			end if;
		end loop;
		return below;
	end $$;

	create function ledger_turnovers(of_book integer, as_of date, known_at timestamptz default null,
		of_account text default null)
	returns table (account_code text, fund_id uuid, kind text, debits numeric, credits numeric)
	language plpgsql stable set search_path = public, pg_temp
	set plan_cache_mode = 'force_generic_plan' as $$
	declare
		zone text;
		known_day date := 'infinity';
		known_number bigint;
		day_end_number bigint;
		last_day date := as_of;
		sealed date;
	begin
		if known_at is not null then
			select time_zone into strict zone from books where id = of_book;
			known_day := (known_at at time zone zone)::date;
			last_day := least(as_of, known_day);
			known_number := ledger_number_before(of_book, known_at + interval '1 microsecond');
			day_end_number := ledger_number_before(of_book,
				(known_day + 1)::timestamp at time zone zone);
		end if;
		select coalesce(max(month.ends_on), '-infinity') into sealed from sealed_months month
		where month.book_id = of_book and month.ends_on <= last_day;
		return query
		select part.account_code, part.fund_id, part.kind, sum(part.debits), sum(part.credits)
		from (
			select total.account_code, total.fund_id, total.kind, total.debits, total.credits
			from month_totals total
			where total.book_id = of_book and total.ends_on = sealed
				and (of_account is null or total.account_code = of_account)
			union all
			select total.account_code, total.fund_id, total.kind, total.debits, total.credits
			from accounts account
			cross join lateral (
				select day.* from day_totals day
				where day.book_id = account.book_id and day.account_code = account.code
					and day.effective_on > sealed and day.effective_on <= last_day
					and day.recorded_on <= known_day
			) total
			where account.book_id = of_book and (of_account is null or account.code = of_account)
			union all
			select total.account_code, total.fund_id, total.kind, total.debits, total.credits
			from day_totals total
			where total.book_id = of_book and total.recorded_on > total.effective_on
				and total.recorded_on > sealed and total.recorded_on <= known_day
				and total.effective_on <= sealed
				and (of_account is null or total.account_code = of_account)
			union all
			select line.account_code,
				coalesce(line.fund_id, '00000000-0000-0000-0000-000000000000'), line.kind,
				-case line.side when 'debit' then line.amount else 0 end,
				-case line.side when 'debit' then 0 else line.amount end
			from lines line
			where line.book_id = of_book and line.entry_number > known_number
				and line.entry_number <= day_end_number and line.effective_on <= last_day
				and (of_account is null or line.account_code = of_account)
		) part
		group by part.account_code, part.fund_id, part.kind;
	end $$;
`;

const rights = `
	revoke insert on entries, lines from bergulir_app;
	revoke all on function ledger_append(integer[], text[]), ledger_lock_tips(integer[]),
		ledger_seal_months(integer, date), ledger_rebuild_totals(integer),
		ledger_turnovers(integer, date, timestamptz, text),
		ledger_number_before(integer, timestamptz) from public;
	grant execute on function ledger_append(integer[], text[]), ledger_lock_tips(integer[]),
		ledger_seal_months(integer, date), ledger_rebuild_totals(integer),
		ledger_turnovers(integer, date, timestamptz, text),
		ledger_number_before(integer, timestamptz) to bergulir_app;
`;
