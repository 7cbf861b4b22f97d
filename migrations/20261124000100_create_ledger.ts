import type {Knex} from 'knex';

/**
 * The ledger and its laws. What the code checks for a good message, these tables, triggers and
 * grants hold against everyone else who connects as the application.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(scope);
	await knex.raw(tables);
	await knex.raw(entryLaws);
	await knex.raw(lineLaws);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('A journal is corrected by reversal, not by taking its tables away.');
}

// A transaction names the books it may touch. Unset means none: forgetting it shows nothing.
const scope = `
	create function bergulir_all_books() returns boolean
	language sql stable parallel safe as
	$$ select coalesce(current_setting('bergulir.all_books', true), '') = 'on' $$;

	create function bergulir_books() returns integer[]
	language sql stable parallel safe as
	$$ select coalesce(nullif(current_setting('bergulir.books', true), ''), '{}')::integer[] $$;
`;

const tables = `
	create table books (
		id integer generated always as identity primary key,
		code text not null
			constraint books_code_key unique
			constraint books_code_check check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
		kind text not null constraint books_kind_check check (kind in ('city', 'cooperative')),
		name text not null,
		region_code text not null constraint books_region_fkey references regions (code),
		-- Nothing happened in the book before this day.
		opened_on date not null,
		-- The zone whose calendar decides what "today" is for this book.
		time_zone text not null default 'Asia/Jakarta'
	);

	create table accounts (
		book_id integer not null constraint accounts_book_fkey references books (id),
		code text not null constraint accounts_code_check check (code ~ '^[0-9]+(\\.[0-9]+)*$'),
		name_id text not null,
		name_en text not null,
		class text not null
			constraint accounts_class_check
			check (class in ('asset', 'liability', 'equity', 'income', 'expense', 'memo')),
		normal_side text not null
			constraint accounts_normal_side_check check (normal_side in ('debit', 'credit')),
		-- Per what the balance, on the normal side, may never fall below zero.
		floor text not null default 'none'
			constraint accounts_floor_check check (floor in ('none', 'account', 'fund', 'loan')),
		-- Moved by operations only (loans, tranches), never by an entry made by hand.
		is_controlled boolean not null default false,
		primary key (book_id, code)
	);

	create table periods (
		book_id integer not null constraint periods_book_fkey references books (id),
		starts_on date not null
			constraint periods_month_check check (extract(day from starts_on) = 1),
		requested_by text not null,
		requested_at timestamptz not null,
		confirmed_by text,
		confirmed_at timestamptz,
		-- Two people close a month: whoever asks for it does not confirm it.
		constraint periods_two_people_check check (confirmed_by is distinct from requested_by),
		constraint periods_confirmed_check check ((confirmed_by is null) = (confirmed_at is null)),
		primary key (book_id, starts_on)
	);

	-- The last link of each book's chain. Only the triggers below move it.
	create table book_tips (
		book_id integer primary key constraint book_tips_book_fkey references books (id),
		number bigint not null,
		hash bytea not null,
		recorded_at timestamptz not null
	);

	create table entries (
		book_id integer not null constraint entries_book_fkey references books (id),
		number bigint not null constraint entries_number_check check (number > 0),
		effective_on date not null,
		recorded_at timestamptz not null,
		actor text not null constraint entries_actor_check check (actor <> ''),
		kind text not null constraint entries_kind_check check (kind ~ '^[a-z][a-z-]*$'),
		reason text not null constraint entries_reason_check check (reason <> ''),
		document text not null constraint entries_document_check check (document <> ''),
		reverses bigint,
		previous_hash bytea not null,
		hash bytea not null,
		-- The encoded entry that was hashed, as the one encoder wrote it (src/ledger/hash-chain.ts).
		canonical text not null,
		constraint entries_hash_check check (hash = sha256(convert_to(canonical, 'UTF8'))),
		constraint entries_reverses_key unique (book_id, reverses),
		constraint entries_reverses_fkey
			foreign key (book_id, reverses) references entries (book_id, number),
		constraint entries_reverses_earlier_check check (reverses < number),
		primary key (book_id, number)
	);
	create index entries_effective_idx on entries (book_id, effective_on);

	create table lines (
		book_id integer not null,
		entry_number bigint not null,
		line_number smallint not null
			constraint lines_number_check check (line_number between 1 and 1000),
		account_code text not null,
		side text not null constraint lines_side_check check (side in ('debit', 'credit')),
		amount numeric(20, 2) not null constraint lines_amount_check check (amount > 0),
		-- Repeated from the entry (and checked against it), so that a balance as of a day reads one
		-- table.
		effective_on date not null,
		kind text not null,
		fund_id uuid,
		loan_id uuid,
		member_id uuid,
		counterparty text,
		primary key (book_id, entry_number, line_number),
		constraint lines_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number),
		constraint lines_account_fkey
			foreign key (book_id, account_code) references accounts (book_id, code)
	);
	create index lines_account_idx on lines (book_id, account_code, effective_on);
	create index lines_loan_idx on lines (book_id, loan_id, effective_on) where loan_id is not null;
	create index lines_fund_idx on lines (book_id, fund_id, effective_on) where fund_id is not null;

	-- The balance of every account and dimension that has a floor, in the order of recording.
	create table floor_balances (
		book_id integer not null,
		account_code text not null,
		-- The fund or loan, or the nil UUID where the floor is on the account as a whole.
		dimension uuid not null,
		balance numeric(20, 2) not null constraint floor_balances_floor_check check (balance >= 0),
		primary key (book_id, account_code, dimension),
		constraint floor_balances_account_fkey foreign key (book_id, account_code)
			references accounts (book_id, code)
	);

	create table idempotency_keys (
		user_id uuid not null,
		key text not null,
		fingerprint bytea not null,
		status integer,
		body text,
		created_at timestamptz not null,
		primary key (user_id, key)
	);
`;

const entryLaws = `
	create function ledger_open_tip() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		insert into book_tips (book_id, number, hash, recorded_at)
		values (new.id, 0, decode(repeat('00', 32), 'hex'), 'epoch');
		return null;
	end $$;
	create trigger books_open_tip after insert on books
		for each row execute function ledger_open_tip();

	-- Locks a book's tip until the transaction ends, so that numbers and hashes follow one another.
	create function ledger_lock_tip(wanted integer)
	returns table (number bigint, hash bytea, recorded_at timestamptz)
	language sql volatile security definer set search_path = public, pg_temp as $$
		select number, hash, recorded_at from book_tips
		where book_id = wanted
			and ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]))
		for update
	$$;

	create function ledger_breach(law text, explanation text) returns void
	language plpgsql as $$
	begin
		raise exception using errcode = 'integrity_constraint_violation',
			message = explanation, constraint = law;
	end $$;

	create function ledger_admit_entry() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		tip book_tips;
		book books;
		written jsonb;
	begin
		select * into strict tip from book_tips where book_id = new.book_id for update;
		select * into strict book from books where id = new.book_id;
		if new.number <> tip.number + 1 then
			perform ledger_breach('entries_gapless', format(
				'Entry %s of book %s does not follow entry %s.', new.number, book.code, tip.number));
		end if;
		if new.previous_hash <> tip.hash then
			perform ledger_breach('entries_chain', format(
				'Entry %s of book %s does not link to the entry before it.', new.number, book.code));
		end if;
		if new.recorded_at < tip.recorded_at then
			perform ledger_breach('entries_recorded_forward', format(
				'Entry %s of book %s is recorded before its predecessor.', new.number, book.code));
		end if;
		if new.recorded_at > clock_timestamp() + interval '5 minutes' then
			perform ledger_breach('entries_recorded_past', format(
				'Entry %s of book %s is recorded in the future.', new.number, book.code));
		end if;
		if new.effective_on > (new.recorded_at at time zone book.time_zone)::date then
			perform ledger_breach('entries_not_future', format(
				'Entry %s of book %s takes effect after the day it is recorded.', new.number, book.code));
		end if;
		if new.effective_on < book.opened_on then
			perform ledger_breach('entries_book_open', format(
				'Entry %s takes effect before book %s was opened.', new.number, book.code));
		end if;
		if exists (
			select from periods
			where book_id = new.book_id and confirmed_at is not null
				and starts_on = date_trunc('month', new.effective_on)::date
		) then
			perform ledger_breach('entries_period_open', format(
				'Entry %s takes effect in a closed period of book %s.', new.number, book.code));
		end if;
		written := new.canonical::jsonb;
		if written - 11 is distinct from jsonb_build_array(
			'bergulir/entry/1', book.code, new.number, encode(new.previous_hash, 'hex'),
			to_char(new.effective_on, 'YYYY-MM-DD'),
			to_char(new.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
			new.actor, new.kind, new.reason, new.document, new.reverses
		) then
			perform ledger_breach('entries_canonical', format(
				'The sealed text of entry %s of book %s is not that of its columns.', new.number,
					book.code));
		end if;
		update book_tips set number = new.number, hash = new.hash, recorded_at = new.recorded_at
		where book_id = new.book_id;
		return new;
	end $$;
	create trigger entries_admit before insert on entries
		for each row execute function ledger_admit_entry();

	-- The lines of an entry as one comparable value, with sides exchanged when mirrored.
	create function ledger_line_set(of_book integer, of_entry bigint, mirrored boolean) returns jsonb
	language sql stable security definer set search_path = public, pg_temp as $$
		select jsonb_agg(jsonb_build_array(
			account_code, amount, fund_id, loan_id, member_id, counterparty,
			(side = 'debit') <> mirrored
		) order by line_number)
		from lines where book_id = of_book and entry_number = of_entry
	$$;

	-- At commit: an entry has its lines, they balance, and a reversal is the exact mirror.
	create function ledger_check_entry() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		line_count integer;
		difference numeric;
	begin
		select count(*), sum(case side when 'debit' then amount else -amount end)
		into line_count, difference
		from lines where book_id = new.book_id and entry_number = new.number;
		if line_count < 2 or difference <> 0 then
			perform ledger_breach('entries_balanced', format(
				'Entry %s has %s lines and debits less credits of %s.',
				new.number, line_count, coalesce(difference, 0)));
		end if;
		if new.reverses is not null and ledger_line_set(new.book_id, new.number, true)
			is distinct from ledger_line_set(new.book_id, new.reverses, false) then
			perform ledger_breach('entries_reversal_mirrors', format(
				'Entry %s is not the mirror of entry %s, which it reverses.', new.number, new.reverses));
		end if;
		return null;
	end $$;
	create constraint trigger entries_balanced after insert on entries
		deferrable initially deferred for each row execute function ledger_check_entry();
`;

const lineLaws = `
	create function ledger_admit_lines() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		broken record;
		cell record;
	begin
		-- Whatever was sealed is what is booked: no line more, less or other, now or later.
		select entry.book_id, entry.number into broken
		from (select distinct book_id, entry_number from new_lines) touched
		join entries entry on entry.book_id = touched.book_id and entry.number = touched.entry_number
		cross join lateral (
			select jsonb_agg(jsonb_build_array(
				account_code, side, amount::text, fund_id, loan_id, member_id, counterparty
			) order by line_number) as booked, bool_and(effective_on = entry.effective_on
				and kind = entry.kind) as is_repeated
			from lines
			where book_id = touched.book_id and entry_number = touched.entry_number
		) line
		where line.booked is distinct from entry.canonical::jsonb -> 11 or not line.is_repeated
		limit 1;
		if found then
			perform ledger_breach('lines_sealed', format(
				'The lines of entry %s are not those that were sealed.', broken.number));
		end if;

		select line.entry_number, line.account_code into broken
		from new_lines line
		join accounts account on account.book_id = line.book_id and account.code = line.account_code
		where line.kind = 'manual' and account.is_controlled
		limit 1;
		if found then
			perform ledger_breach('lines_controlled', format(
				'Entry %s was made by hand and touches account %s, which operations alone move.',
				broken.entry_number, broken.account_code));
		end if;

		-- Only accounts with a floor are locked, in a fixed order.
		for cell in
			select line.book_id, line.account_code,
				coalesce(case account.floor
					when 'fund' then line.fund_id
					when 'loan' then line.loan_id
				end, '00000000-0000-0000-0000-000000000000') as dimension,
				sum(case when line.side = account.normal_side then line.amount else -line.amount end)
					as change
			from new_lines line
			join accounts account on account.book_id = line.book_id and account.code = line.account_code
			where account.floor <> 'none'
			group by 1, 2, 3
			order by 1, 2, 3
		loop
			update floor_balances set balance = balance + cell.change
			where book_id = cell.book_id and account_code = cell.account_code
				and dimension = cell.dimension;
			if not found then
				insert into floor_balances as held (book_id, account_code, dimension, balance)
				values (cell.book_id, cell.account_code, cell.dimension, cell.change)
				on conflict (book_id, account_code, dimension)
				do update set balance = held.balance + excluded.balance;
			end if;
		end loop;
		return null;
	end $$;
	create trigger lines_admit after insert on lines
		referencing new table as new_lines
		for each statement execute function ledger_admit_lines();
`;

const appendOnly = `
	create function ledger_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('append_only', format(
			'%s of %s is refused: the journal is corrected by reversal.', tg_op, tg_table_name));
		return null;
	end $$;
	create trigger entries_append_only before update or delete on entries
		for each row execute function ledger_refuse_change();
	create trigger entries_never_truncated before truncate on entries
		for each statement execute function ledger_refuse_change();
	create trigger lines_append_only before update or delete on lines
		for each row execute function ledger_refuse_change();
	create trigger lines_never_truncated before truncate on lines
		for each statement execute function ledger_refuse_change();

	-- The first answer to a key is the answer to it.
	create function ledger_keep_answer() returns trigger
	language plpgsql as $$
	begin
		if old.status is not null
			or (new.user_id, new.key, new.fingerprint, new.created_at)
				is distinct from (old.user_id, old.key, old.fingerprint, old.created_at) then
			perform ledger_breach('idempotency_keys_final', 'The first answer to a key stays.');
		end if;
		return new;
	end $$;
	create trigger idempotency_keys_final before update on idempotency_keys
		for each row execute function ledger_keep_answer();

	-- A closed month stays closed, and a closing under way cannot change its author.
	create function ledger_guard_period() returns trigger
	language plpgsql as $$
	begin
		if tg_op = 'INSERT' then
			if new.confirmed_at is not null then
				perform ledger_breach('periods_two_steps', 'A month is asked for, then confirmed.');
			end if;
			return new;
		end if;
		if tg_op = 'DELETE' or old.confirmed_at is not null
			or (new.book_id, new.starts_on, new.requested_by, new.requested_at)
				is distinct from (old.book_id, old.starts_on, old.requested_by, old.requested_at) then
			perform ledger_breach('periods_closed', 'A closed month stays closed.');
		end if;
		return new;
	end $$;
	create trigger periods_guard before insert or update or delete on periods
		for each row execute function ledger_guard_period();
`;

const rights = `
	alter table accounts enable row level security;
	alter table periods enable row level security;
	alter table book_tips enable row level security;
	alter table entries enable row level security;
	alter table lines enable row level security;
	alter table floor_balances enable row level security;

	create policy accounts_scope on accounts to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy periods_scope on periods to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy book_tips_scope on book_tips to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy entries_scope on entries to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy lines_scope on lines to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy floor_balances_scope on floor_balances to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));

	revoke all
		on books, accounts, periods, book_tips, entries, lines, floor_balances, idempotency_keys
		from public;
	grant select, insert on books, accounts, entries, lines, periods to bergulir_app;
	grant update (confirmed_by, confirmed_at) on periods to bergulir_app;
	grant select on book_tips, floor_balances to bergulir_app;
	grant select, insert on idempotency_keys to bergulir_app;
	grant update (status, body) on idempotency_keys to bergulir_app;
`;
