import type {Knex} from 'knex';

/**
 * Webhooks: who wants to be told of what, and what is to be told, written by PostgreSQL in the
 * transaction of the fact itself. So nothing is told that did not happen, and nothing that happened
 * is forgotten, whoever wrote it and whatever broke down afterwards.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(telling);
	await knex.raw(triggers);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who was told of what stays in the record.');
}

const tables = `
	create table webhooks (
		id uuid primary key,
		-- Whose rights decide what is told.
		owner_id uuid not null constraint webhooks_owner_fkey references users (id),
		address text not null constraint webhooks_address_check
			check (address ~ '^https{0,1}://' and length(address) <= 500),
		events text[] not null constraint webhooks_events_check check (cardinality(events) > 0
			and events <@ array['entry.posted', 'period.closed', 'finding.raised', 'checkpoint.taken']),
		created_at timestamptz not null,
		disabled_at timestamptz,
		-- Sealed by the program: with a key that the database does not hold.
		secret text not null,
		previous_secret text,
		-- Until then messages bear the signature of the previous secret too.
		previous_until timestamptz,
		constraint webhooks_previous_check
			check ((previous_secret is null) = (previous_until is null))
	);
	create index webhooks_owner_idx on webhooks (owner_id, id);

	-- What happened, while somebody wanted to be told. A checkpoint is of no book.
	create table webhook_events (
		id bigint generated always as identity primary key,
		book_id integer constraint webhook_events_book_fkey references books (id),
		type text not null,
		-- The number, month or sequence of it.
		subject text not null,
		occurred_at timestamptz not null
	);

	create table webhook_deliveries (
		webhook_id uuid not null constraint webhook_deliveries_webhook_fkey references webhooks (id),
		event_id bigint not null
			constraint webhook_deliveries_event_fkey references webhook_events (id),
		book_id integer,
		attempts integer not null default 0,
		-- After so many it is a dead letter.
		attempts_max integer not null default 10,
		next_attempt_at timestamptz not null,
		delivered_at timestamptz,
		dead_at timestamptz,
		-- The last failure's code, never what a receiver answered.
		last_failure text
			constraint webhook_deliveries_failure_check check (length(last_failure) <= 40),
		constraint webhook_deliveries_ended_check
			check (num_nonnulls(delivered_at, dead_at) <= 1),
		primary key (webhook_id, event_id)
	);
	create index webhook_deliveries_waiting_idx
		on webhook_deliveries (webhook_id, book_id, event_id)
		where delivered_at is null and dead_at is null;

	create table webhook_attempts (
		webhook_id uuid not null,
		event_id bigint not null,
		attempt integer not null,
		book_id integer,
		attempted_at timestamptz not null,
		-- What the receiver answered; null where it did not.
		status integer,
		failure text constraint webhook_attempts_failure_check check (length(failure) <= 40),
		took_ms integer not null,
		primary key (webhook_id, event_id, attempt),
		constraint webhook_attempts_delivery_fkey foreign key (webhook_id, event_id)
			references webhook_deliveries (webhook_id, event_id)
	);
`;

const telling = `
	-- Whether a user holds any role over a book; which role, and so what they may be told of it, is
	-- looked at when it is sent.
	create function webhooks_concerns(of_user uuid, of_book integer) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select of_book is null or exists (
			select from user_grants held
			join users on users.id = held.user_id and users.is_active
			join books book on book.id = of_book
			where held.user_id = of_user and held.revoked_at is null and (held.scope_kind = 'all'
				or (held.scope_kind = 'cooperative' and held.scope_code = book.code)
				or (held.scope_kind = 'region' and (book.region_code = held.scope_code
					or book.region_code like held.scope_code || '.%'))))
	$$;

	create function webhooks_tell(of_book integer, of_type text, of_subject text, at timestamptz)
	returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		told bigint;
	begin
		if not exists (select from webhooks where disabled_at is null and of_type = any (events)) then
			return;
		end if;
		insert into webhook_events (book_id, type, subject, occurred_at)
		values (of_book, of_type, of_subject, at) returning id into told;
		insert into webhook_deliveries (webhook_id, event_id, book_id, next_attempt_at)
		select id, told, of_book, at from webhooks
		where disabled_at is null and of_type = any (events)
			and webhooks_concerns(owner_id, of_book);
	end $$;
`;

const triggers = `
	create function webhooks_tell_entries() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		-- Asked first, for nobody who posts should pay for what nobody wants to be told.
		if exists (
			select from webhooks where disabled_at is null and 'entry.posted' = any (events)
		) then
			perform webhooks_tell(book_id, 'entry.posted', number::text, recorded_at)
			from (select * from new_entries order by book_id, number) posted;
		end if;
		return null;
	end $$;
	create trigger entries_told after insert on entries
		referencing new table as new_entries
		for each statement execute function webhooks_tell_entries();

	create function webhooks_tell_closing() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform webhooks_tell(new.book_id, 'period.closed', to_char(new.starts_on, 'YYYY-MM'),
			new.confirmed_at);
		return null;
	end $$;
	create trigger periods_told after update on periods
		for each row when (old.confirmed_at is null and new.confirmed_at is not null)
		execute function webhooks_tell_closing();

	create function webhooks_tell_finding() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform webhooks_tell(new.book_id, 'finding.raised', new.number || ' ' || new.id,
			new.raised_at);
		return null;
	end $$;
	create trigger audit_findings_told after insert on audit_findings
		for each row execute function webhooks_tell_finding();

	create function webhooks_tell_checkpoint() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform webhooks_tell(null, 'checkpoint.taken', new.sequence::text, new.taken_at);
		return null;
	end $$;
	create trigger checkpoints_told after insert on checkpoints
		for each row execute function webhooks_tell_checkpoint();
`;

const laws = `
	-- What was delivered was delivered, and attempts are counted up.
	create function webhooks_admit_delivery() returns trigger
	language plpgsql as $$
	begin
		if old.delivered_at is not null or new.attempts < old.attempts then
			perform ledger_breach('webhook_deliveries_final', 'A message that was taken stays taken.');
		end if;
		return new;
	end $$;
	create trigger webhook_deliveries_final before update on webhook_deliveries
		for each row execute function webhooks_admit_delivery();
`;

const rights = `
	revoke all on webhooks, webhook_events, webhook_deliveries, webhook_attempts from public;
	grant select, insert on webhooks to bergulir_app;
	grant update (disabled_at, secret, previous_secret, previous_until) on webhooks to bergulir_app;
	grant select on webhook_events to bergulir_app;
	grant select on webhook_deliveries to bergulir_app;
	grant update (attempts, attempts_max, next_attempt_at, delivered_at, dead_at, last_failure)
		on webhook_deliveries to bergulir_app;
	grant select, insert on webhook_attempts to bergulir_app;

	alter table webhook_events enable row level security;
	alter table webhook_deliveries enable row level security;
	alter table webhook_attempts enable row level security;
	create policy webhook_events_scope on webhook_events to bergulir_app using (book_id is null
		or (select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy webhook_deliveries_scope on webhook_deliveries to bergulir_app
		using (book_id is null
		or (select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy webhook_attempts_scope on webhook_attempts to bergulir_app
		using (book_id is null
		or (select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on function webhooks_concerns(uuid, integer),
		webhooks_tell(integer, text, text, timestamptz) from public;
`;
