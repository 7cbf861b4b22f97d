import type {Knex} from 'knex';

/**
 * Months that are closed, reopened and closed again, each time with a signed trial balance; and
 * what somebody counted or was told an account holds, against which later entries are held.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(sums);
	await knex.raw(closings);
	await knex.raw(closingLaws);
	await knex.raw(frozen);
	await knex.raw(assertions);
	await knex.raw(assertionLaws);
	await knex.raw(keeping);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What was closed, signed or counted stays in the record.');
}

// The one place where closings and assertions ask what accounts hold. They run with the rights of
// whoever asks, and read totals; of what one member has no totals are kept, so that reads lines.
const sums = `
	-- Debits less credits of every account that was ever moved, at the end of a day, as known now.
	create function ledger_balances_at(of_book integer, as_of date)
	returns table (account_code text, balance numeric)
	language sql stable as $$
		select total.account_code, sum(total.debits - total.credits)
		from ledger_turnovers(of_book, as_of) total
		group by total.account_code
	$$;

	-- The balance of one account on its normal side at the end of a day, as known now: of all of it,
	-- or of what names a fund, a member or both.
	create function ledger_balance_at(
		of_book integer, of_account text, of_fund uuid, of_member uuid, as_of date
	) returns numeric
	language plpgsql stable as $$
	declare
		balance numeric;
	begin
		if of_member is null then
			select sum(total.debits - total.credits) into balance
			from ledger_turnovers(of_book, as_of, null, of_account) total
			where of_fund is null or total.fund_id = of_fund;
		else
			select sum(case line.side when 'debit' then line.amount else -line.amount end) into balance
			from lines line
			where line.book_id = of_book and line.account_code = of_account
				and line.effective_on <= as_of and line.member_id = of_member
				and (of_fund is null or line.fund_id = of_fund);
		end if;
		return coalesce(balance, 0.00) * (
			select case account.normal_side when 'debit' then 1 else -1 end from accounts account
			where account.book_id = of_book and account.code = of_account);
	end $$;

	-- A trial balance as one comparable value: account, debit column, credit column.
	create function ledger_trial_rows(of_book integer, as_of date) returns jsonb
	language sql stable as $$
		select coalesce(jsonb_agg(jsonb_build_array(
			account_code, greatest(balance, 0.00)::text, greatest(-balance, 0.00)::text
		) order by account_code collate "C"), '[]')
		from ledger_balances_at(of_book, as_of)
	$$;
`;

const closings = `
	alter table periods
		-- The first, second, third closing of the month: a reopened one stays in the record.
		add column sequence integer not null default 1
			constraint periods_sequence_check check (sequence > 0),
		add column reopened_by text,
		add column reopened_at timestamptz,
		add column reopen_reason text
			constraint periods_reopen_reason_check check (reopen_reason <> ''),
		-- Only what is closed is reopened, by somebody who is named and says why.
		add constraint periods_reopened_check check (
			num_nulls(reopened_by, reopened_at, reopen_reason) in (0, 3)
			and (reopened_at is null or confirmed_at is not null)),
		-- Whoever said last that the month is right does not open it again.
		add constraint periods_reopener_check check (reopened_by <> confirmed_by),
		drop constraint periods_pkey,
		add primary key (book_id, starts_on, sequence);
	alter table periods alter column sequence drop default;
	create unique index periods_current_key on periods (book_id, starts_on)
		where reopened_at is null;

	-- Whether a day lies in a month that is closed now.
	create function ledger_is_closed(book integer, day date) returns boolean
	language plpgsql stable security definer set search_path = public, pg_temp as $$
	begin
		return exists (
			select from periods
			where periods.book_id = book
				and periods.starts_on = day - (extract(day from day)::integer - 1)
				and periods.confirmed_at is not null and periods.reopened_at is null
		);
	end $$;

	-- The earliest month with entries, before a month, that is not closed; null when there is none.
	-- Goes from one month that has entries to the next, whatever their number.
	create function ledger_open_month_before(book integer, month date) returns date
	language sql stable security definer set search_path = public, pg_temp as $$
		with recursive months (starts_on) as (
			select date_trunc('month', min(entry.effective_on)::timestamp)::date from entries entry
			where entry.book_id = book and entry.effective_on < month
			union all
			select (
				select date_trunc('month', min(entry.effective_on)::timestamp)::date from entries entry
				where entry.book_id = book and entry.effective_on < month
					and entry.effective_on >= (months.starts_on + interval '1 month')::date
			)
			from months where months.starts_on is not null
		)
		select min(months.starts_on) from months
		where months.starts_on is not null and not ledger_is_closed(book, months.starts_on)
	$$;
`;

const closingLaws = `
	-- A month is asked for, confirmed, reopened; then it may be asked for again as the next in order.
	create or replace function ledger_guard_period() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		book books;
		last periods;
		other date;
	begin
		if tg_op = 'DELETE' then
			perform ledger_breach('periods_closed', 'A closing stays in the record.');
		end if;
		-- Whoever books an entry holds the tip too: none is under way while its month changes.
		perform from book_tips where book_id = new.book_id for update;
		if tg_op = 'INSERT' then
			select * into strict book from books where id = new.book_id;
			if num_nonnulls(new.confirmed_at, new.reopened_at) > 0 then
				perform ledger_breach('periods_two_steps', 'A month is asked for, then confirmed.');
			end if;
			if (new.requested_at at time zone book.time_zone)::date
				< (new.starts_on + interval '1 month')::date
				or new.requested_at > clock_timestamp() + interval '5 minutes' then
				perform ledger_breach('periods_over', format(
					'The month %s of book %s is not over.', to_char(new.starts_on, 'YYYY-MM'), book.code));
			end if;
			select * into last from periods
			where book_id = new.book_id and starts_on = new.starts_on order by sequence desc limit 1;
			if new.sequence <> coalesce(last.sequence, 0) + 1
				or (last.sequence is not null and last.reopened_at is null) then
				perform ledger_breach('periods_in_sequence',
					'A month is asked for once, and again only when it was reopened.');
			end if;
			return new;
		end if;
		if (new.book_id, new.starts_on, new.sequence, new.requested_by, new.requested_at)
			is distinct from
			(old.book_id, old.starts_on, old.sequence, old.requested_by, old.requested_at) then
			perform ledger_breach('periods_closed', 'What is recorded of a closing does not change.');
		end if;
		if old.confirmed_at is null and new.confirmed_at is not null and new.reopened_at is null then
			other := ledger_open_month_before(new.book_id, new.starts_on);
			if other is not null then
				perform ledger_breach('periods_in_order', format(
					'The month %s has entries and is open.', to_char(other, 'YYYY-MM')));
			end if;
			return new;
		end if;
		if old.confirmed_at is not null and old.reopened_at is null and new.reopened_at is not null
			and (new.confirmed_by, new.confirmed_at) = (old.confirmed_by, old.confirmed_at) then
			select max(starts_on) into other from periods
			where book_id = new.book_id and starts_on > new.starts_on
				and confirmed_at is not null and reopened_at is null;
			if other is not null then
				perform ledger_breach('periods_latest_first', format(
					'The later month %s is closed.', to_char(other, 'YYYY-MM')));
			end if;
			return new;
		end if;
		perform ledger_breach('periods_closed', 'A closed month stays closed until it is reopened.');
		return null;
	end $$;
`;

const frozen = `
	-- What every account held at the end of a month, as known when the month was closed, signed.
	create table frozen_trial_balances (
		book_id integer not null,
		starts_on date not null,
		sequence integer not null,
		known_to_entry bigint not null,
		frozen_at timestamptz not null,
		-- The encoded trial balance, as the one encoder wrote it (src/ledger/closing.ts).
		canonical text not null,
		hash bytea not null,
		key_id text not null,
		public_key text not null,
		signature text not null
			constraint frozen_trial_balances_signature_check check (signature <> ''),
		constraint frozen_trial_balances_hash_check
			check (hash = sha256(convert_to(canonical, 'UTF8'))),
		-- The name of a key is the hash of it, so that the key beside the signature is the one named.
		constraint frozen_trial_balances_key_check
			check (key_id = encode(sha256(decode(public_key, 'base64')), 'hex')),
		constraint frozen_trial_balances_period_fkey
			foreign key (book_id, starts_on, sequence) references periods (book_id, starts_on, sequence),
		primary key (book_id, starts_on, sequence)
	);

	create function ledger_admit_frozen() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		book books;
		tip book_tips;
		period periods;
		ends_on date := (new.starts_on + interval '1 month')::date - 1;
	begin
		select * into strict tip from book_tips where book_id = new.book_id for update;
		select * into strict book from books where id = new.book_id;
		select * into period from periods
		where book_id = new.book_id and starts_on = new.starts_on and sequence = new.sequence;
		if period.confirmed_at is distinct from new.frozen_at or period.reopened_at is not null
			or new.known_to_entry <> tip.number then
			perform ledger_breach('frozen_at_closing',
				'A trial balance is frozen when its month is confirmed, as known at that moment.');
		end if;
		if new.canonical::jsonb is distinct from jsonb_build_array(
			'bergulir/trial-balance/1', book.code, to_char(new.starts_on, 'YYYY-MM'), new.sequence,
			to_char(ends_on, 'YYYY-MM-DD'), tip.number, encode(tip.hash, 'hex'),
			to_char(new.frozen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
			period.requested_by, period.confirmed_by, ledger_trial_rows(new.book_id, ends_on)
		) then
			perform ledger_breach('frozen_as_booked', format(
				'The frozen trial balance of %s is not that of the journal.',
				to_char(new.starts_on, 'YYYY-MM')));
		end if;
		return new;
	end $$;
	create trigger frozen_trial_balances_admit before insert on frozen_trial_balances
		for each row execute function ledger_admit_frozen();

	-- At commit: a month that was confirmed has its trial balance.
	create function ledger_check_frozen() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (
			select from frozen_trial_balances
			where book_id = new.book_id and starts_on = new.starts_on and sequence = new.sequence
		) then
			perform ledger_breach('periods_frozen', format(
				'The month %s is confirmed without its trial balance.', to_char(new.starts_on, 'YYYY-MM')));
		end if;
		return null;
	end $$;
	create constraint trigger periods_frozen after update on periods
		deferrable initially deferred for each row
		when (old.confirmed_at is null and new.confirmed_at is not null)
		execute function ledger_check_frozen();
`;

const assertions = `
	-- How often an account must be asserted, and what an entry that breaks an assertion meets.
	create table assertion_rules (
		book_id integer not null,
		account_code text not null,
		effective_from date not null,
		-- Null where it need not be asserted at all.
		every_days integer constraint assertion_rules_days_check check (every_days between 1 and 366),
		policy text not null
			constraint assertion_rules_policy_check check (policy in ('refuse', 'flag')),
		set_by text not null,
		set_at timestamptz not null,
		reason text not null constraint assertion_rules_reason_check check (reason <> ''),
		constraint assertion_rules_account_fkey
			foreign key (book_id, account_code) references accounts (book_id, code),
		primary key (book_id, account_code, effective_from)
	);

	-- What an account held at the end of a day by something other than the journal.
	create table balance_assertions (
		book_id integer not null,
		number bigint not null,
		account_code text not null,
		fund_id uuid,
		member_id uuid,
		asserted_on date not null,
		-- On the account's normal side.
		amount numeric(20, 2) not null,
		source text not null constraint balance_assertions_source_check
			check (source in ('cash-count', 'bank-statement', 'passbook', 'confirmation')),
		document text not null constraint balance_assertions_document_check check (document <> ''),
		note text,
		asserted_by text not null,
		counted_with text,
		recorded_at timestamptz not null,
		-- What the ledger said then, as known when that entry was the last.
		known_to_entry bigint not null,
		ledger_amount numeric(38, 2) not null,
		policy text not null
			constraint balance_assertions_policy_check check (policy in ('refuse', 'flag')),
		-- Cash is counted by two people.
		constraint balance_assertions_counted_check check (
			(source <> 'cash-count' or counted_with is not null)
			and (counted_with is null or counted_with not in ('', asserted_by))),
		constraint balance_assertions_account_fkey
			foreign key (book_id, account_code) references accounts (book_id, code),
		primary key (book_id, number)
	);
	create index balance_assertions_account_idx
		on balance_assertions (book_id, account_code, asserted_on);

	create table assertion_withdrawals (
		book_id integer not null,
		assertion_number bigint not null,
		withdrawn_by text not null,
		withdrawn_at timestamptz not null,
		reason text not null constraint assertion_withdrawals_reason_check check (reason <> ''),
		constraint assertion_withdrawals_assertion_fkey
			foreign key (book_id, assertion_number) references balance_assertions (book_id, number),
		primary key (book_id, assertion_number)
	);

	-- Entries after which an assertion that had held did so no more.
	create table assertion_breaks (
		book_id integer not null,
		assertion_number bigint not null,
		entry_number bigint not null,
		change numeric(38, 2) not null,
		constraint assertion_breaks_assertion_fkey
			foreign key (book_id, assertion_number) references balance_assertions (book_id, number),
		constraint assertion_breaks_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number),
		primary key (book_id, assertion_number, entry_number)
	);

	-- The assertions in force, as an entry meets them: a copy of what was asserted, and what it is
	-- less what the ledger says now. A rollup of the lines that only the triggers move, so that an
	-- entry need not sum an account's history.
	create table assertion_standings (
		book_id integer not null,
		number bigint not null,
		account_code text not null,
		asserted_on date not null,
		fund_id uuid,
		member_id uuid,
		amount numeric(20, 2) not null,
		policy text not null,
		difference numeric(38, 2) not null,
		constraint assertion_standings_assertion_fkey
			foreign key (book_id, number) references balance_assertions (book_id, number),
		primary key (book_id, number)
	);
	create index assertion_standings_account_idx
		on assertion_standings (book_id, account_code, asserted_on);
`;

const assertionLaws = `
	create function ledger_admit_assertion() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		book books;
		tip book_tips;
	begin
		select * into strict tip from book_tips where book_id = new.book_id for update;
		select * into strict book from books where id = new.book_id;
		if new.number <> (
			select coalesce(max(number), 0) + 1 from balance_assertions where book_id = new.book_id
		) then
			perform ledger_breach('assertions_gapless', format(
				'Assertion %s of book %s does not follow the one before.', new.number, book.code));
		end if;
		if new.recorded_at < tip.recorded_at
			or new.recorded_at > clock_timestamp() + interval '5 minutes' then
			perform ledger_breach('assertions_recorded_now', format(
				'Assertion %s of book %s is not recorded at its time.', new.number, book.code));
		end if;
		if new.asserted_on > (new.recorded_at at time zone book.time_zone)::date
			or new.asserted_on < book.opened_on then
			perform ledger_breach('assertions_day', format(
				'Assertion %s of book %s is for a day that has not come or had no book.',
				new.number, book.code));
		end if;
		if new.known_to_entry <> tip.number or new.ledger_amount <> ledger_balance_at(
			new.book_id, new.account_code, new.fund_id, new.member_id, new.asserted_on) then
			perform ledger_breach('assertions_as_booked', format(
				'Assertion %s of book %s misstates what the ledger says.', new.number, book.code));
		end if;
		if new.policy <> 'refuse' and 'refuse' = (
			select rule.policy from assertion_rules rule
			where rule.book_id = new.book_id and rule.account_code = new.account_code
				and rule.effective_from <= new.asserted_on
			order by rule.effective_from desc limit 1
		) then
			perform ledger_breach('assertions_policy', format(
				'The rule of account %s is that a break is refused.', new.account_code));
		end if;
		return new;
	end $$;
	create trigger balance_assertions_admit before insert on balance_assertions
		for each row execute function ledger_admit_assertion();

	create function ledger_open_standing() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		insert into assertion_standings (book_id, number, account_code, asserted_on, fund_id, member_id,
			amount, policy, difference)
		values (new.book_id, new.number, new.account_code, new.asserted_on, new.fund_id, new.member_id,
			new.amount, new.policy, new.amount - new.ledger_amount);
		return null;
	end $$;
	create trigger balance_assertions_open_standing after insert on balance_assertions
		for each row execute function ledger_open_standing();

	-- What was withdrawn holds nobody any more; who withdraws it is not who asserted it.
	create function ledger_admit_withdrawal() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (
			select from balance_assertions
			where book_id = new.book_id and number = new.assertion_number
				and asserted_by = new.withdrawn_by
		) then
			perform ledger_breach('assertions_two_people', format(
				'Assertion %s is withdrawn by somebody else than who made it.', new.assertion_number));
		end if;
		delete from assertion_standings
		where book_id = new.book_id and number = new.assertion_number;
		return new;
	end $$;
	create trigger assertion_withdrawals_admit before insert on assertion_withdrawals
		for each row execute function ledger_admit_withdrawal();

	-- Rules go forward: a later one follows, none comes between or before.
	create function ledger_admit_rule() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if new.effective_from <= (
			select max(effective_from) from assertion_rules
			where book_id = new.book_id and account_code = new.account_code
		) then
			perform ledger_breach('assertion_rules_forward', format(
				'Account %s has a rule that is as late or later.', new.account_code));
		end if;
		return new;
	end $$;
	create trigger assertion_rules_admit before insert on assertion_rules
		for each row execute function ledger_admit_rule();
`;

const keeping = `
	create function ledger_keep_assertions() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		broken record;
	begin
		-- Most statements move nothing that was asserted; that is seen first, at little cost. Limits
		-- and offsets keep the planner to one order: from the few accounts moved to their assertions.
		if not exists (
			select from (
				select book_id, account_code, min(effective_on) as since from new_lines group by 1, 2
			) moved
			cross join lateral (
				select from assertion_standings standing
				where standing.book_id = moved.book_id and standing.account_code = moved.account_code
					and standing.asserted_on >= moved.since
				limit 1
			) reached
		) then
			return null;
		end if;

		with by_entry as materialized (
			select line.book_id, line.account_code, line.effective_on, line.fund_id, line.member_id,
				line.entry_number,
				sum(case when line.side = account.normal_side then line.amount else -line.amount end)
					as change
			from new_lines line
			join accounts account on account.book_id = line.book_id and account.code = line.account_code
			group by 1, 2, 3, 4, 5, 6
		),
		-- However many entries: an assertion meets the days, not each entry.
		by_day as materialized (
			select book_id, account_code, effective_on, fund_id, member_id, sum(change) as change,
				min(entry_number) as entry_number
			from by_entry where change <> 0
			group by 1, 2, 3, 4, 5
		),
		-- What in sum changes nothing breaks nothing.
		moved as materialized (
			select reached.book_id, reached.number, reached.account_code, reached.asserted_on,
				reached.amount, reached.policy, reached.difference, sum(by_day.change) as change,
				min(by_day.entry_number) as entry_number
			from by_day
			cross join lateral (
				select * from assertion_standings standing
				where standing.book_id = by_day.book_id
					and standing.account_code = by_day.account_code
					and standing.asserted_on >= by_day.effective_on
					and (standing.fund_id is null or standing.fund_id = by_day.fund_id)
					and (standing.member_id is null or standing.member_id = by_day.member_id)
				offset 0
			) reached
			group by 1, 2, 3, 4, 5, 6, 7
			having sum(by_day.change) <> 0
		),
		held as (
			select * from moved where difference = 0
		),
		stands as (
			update assertion_standings standing set difference = standing.difference - moved.change
			from moved
			where standing.book_id = moved.book_id and standing.number = moved.number
		),
		flagged as (
			insert into assertion_breaks (book_id, assertion_number, entry_number, change)
			select book_id, number, entry_number, change from held where policy = 'flag'
		)
		select * into broken from held where policy = 'refuse'
		order by asserted_on desc, number desc limit 1;
		if found then
			-- The wording is read again in src/ledger/db/constraints.ts.
			perform ledger_breach('assertions_kept', format(
				'Assertion %s holds account %s to %s on %s; entry %s would make it %s.',
				broken.number, broken.account_code, broken.amount, broken.asserted_on,
				broken.entry_number, broken.amount + broken.change));
		end if;
		return null;
	end $$;
	create trigger lines_keep_assertions after insert on lines
		referencing new table as new_lines
		for each statement execute function ledger_keep_assertions();

	-- Makes the standings of a book anew from its lines.
	create function ledger_rebuild_standings(of_book integer) returns void
	language sql volatile set search_path = public, pg_temp as $$
		select from book_tips where book_id = of_book for update;
		delete from assertion_standings where book_id = of_book;
		insert into assertion_standings (book_id, number, account_code, asserted_on, fund_id, member_id,
			amount, policy, difference)
		select book_id, number, account_code, asserted_on, fund_id, member_id, amount, policy,
			amount - ledger_balance_at(book_id, account_code, fund_id, member_id, asserted_on)
		from balance_assertions assertion
		where book_id = of_book and not exists (
			select from assertion_withdrawals withdrawal
			where withdrawal.book_id = assertion.book_id
				and withdrawal.assertion_number = assertion.number);
	$$;
`;

const recorded = [
	'frozen_trial_balances',
	'assertion_rules',
	'balance_assertions',
	'assertion_withdrawals',
	'assertion_breaks',
];

const appendOnly = `
	${recorded
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function ledger_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function ledger_refuse_change();`,
		)
		.join('\n')}
	create trigger periods_never_truncated before truncate on periods
		for each statement execute function ledger_refuse_change();
`;

const rights = `
	${[...recorded, 'assertion_standings']
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));`,
		)
		.join('\n')}
	revoke all on ${[...recorded, 'assertion_standings'].join(', ')} from public;
	grant select on assertion_breaks, assertion_standings to bergulir_app;
	grant select, insert
		on frozen_trial_balances, assertion_rules, balance_assertions, assertion_withdrawals
		to bergulir_app;
	grant update (reopened_by, reopened_at, reopen_reason) on periods to bergulir_app;
	revoke all on function ledger_rebuild_standings(integer) from public;
	revoke all on function ledger_is_closed(integer, date), ledger_open_month_before(integer, date)
		from public;
	grant execute on function ledger_is_closed(integer, date), ledger_open_month_before(integer, date)
		to bergulir_app;
`;
