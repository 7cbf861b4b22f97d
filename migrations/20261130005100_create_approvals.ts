import type {Knex} from 'knex';

/**
 * Which writes need a second person, the commands that wait for one, and the law that holds it:
 * what a policy names is written by a command that somebody else approved in the same transaction,
 * or it is not written at all, whichever way it came.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(policies);
	await knex.raw(pending);
	await knex.raw(decisions);
	await knex.raw(law);
	await knex.raw(held);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who approved what stays in the record.');
}

const policies = `
	-- Versions: of a write the highest version that has begun counts.
	create table approval_policies (
		write_name text not null constraint approval_policies_write_check
			check (write_name ~ '^[a-z]+(-[a-z]+)*(\\.[a-z]+){0,1}$'),
		version integer not null constraint approval_policies_version_check check (version > 0),
		effective_from date not null,
		-- False takes the name off the list again.
		is_named boolean not null,
		-- Without either every such write; with one or both, what is beyond either.
		amount_above numeric(20, 2)
			constraint approval_policies_amount_check check (amount_above >= 0),
		backdated_over integer
			constraint approval_policies_backdated_check check (backdated_over >= 0),
		expires_after_hours integer not null constraint approval_policies_expiry_check
			check (expires_after_hours between 1 and 8760),
		legal_basis text not null
			constraint approval_policies_basis_check check (legal_basis <> ''),
		status text not null constraint approval_policies_status_check
			check (status in ('in-force', 'provisional')),
		set_by text not null,
		recorded_at timestamptz not null,
		constraint approval_policies_lifted_check
			check (is_named or (amount_above is null and backdated_over is null)),
		primary key (write_name, version)
	);

	create function approval_names(of_names text[], of_amount numeric, of_days integer, on_day date)
	returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select exists (
			select from (
				select distinct on (write_name) *
				from approval_policies
				where write_name = any (of_names) and effective_from <= on_day
				order by write_name, version desc
			) policy
			where policy.is_named and (
				(policy.amount_above is null and policy.backdated_over is null)
				or of_amount > policy.amount_above or of_days > policy.backdated_over
			)
		)
	$$;

	-- Whether a version lets pass what another holds; isLooser in the code.
	create function approval_is_looser(before approval_policies, after approval_policies)
	returns boolean
	language sql immutable as $$
		select before.is_named and not (after.is_named and (
			(after.amount_above is null and after.backdated_over is null)
			or (num_nonnulls(before.amount_above, before.backdated_over) > 0
				and (before.amount_above is null
					or coalesce(after.amount_above <= before.amount_above, false))
				and (before.backdated_over is null
					or coalesce(after.backdated_over <= before.backdated_over, false)))
		))
	$$;

	-- Holds the policies until the transaction ends: versions follow one another.
	create function approval_lock_policies() returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		lock table approval_policies in share row exclusive mode;
	end $$;

	create function approval_check_policy() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform approval_lock_policies();
		if new.version <> 1 + coalesce((select max(version) from approval_policies
			where write_name = new.write_name), 0)
		then
			perform ledger_breach('approval_policies_gapless', 'A version follows the last one.');
		end if;
		return new;
	end $$;
	create trigger approval_policies_gapless before insert on approval_policies
		for each row execute function approval_check_policy();
`;

const pending = `
	create table approvals (
		id uuid primary key,
		-- The book that it would write to; none for what belongs to no book.
		book_id integer constraint approvals_book_fkey references books (id),
		-- How far the maker's right to it reaches: regions, cooperatives, or * for everywhere.
		places text[] not null
			constraint approvals_places_check check (cardinality(places) > 0),
		method text not null,
		-- The pattern of the route, and the address with its values.
		command text not null,
		address text not null,
		permission text not null,
		-- What was sent with it, as its schema let it pass.
		input jsonb not null,
		preview jsonb not null,
		maker text not null constraint approvals_maker_check check (maker <> ''),
		maker_id uuid not null,
		made_at timestamptz not null,
		expires_at timestamptz not null,
		-- The next one each time the maker changes it.
		version integer not null constraint approvals_version_check check (version > 0),
		status text not null constraint approvals_status_check
			check (status in ('pending', 'approved', 'rejected', 'withdrawn')),
		decided_by text,
		decided_by_id uuid,
		decided_at timestamptz,
		-- The transaction in which it was approved: in it, and in no other, it is done.
		decided_in text,
		reason text,
		constraint approvals_expiry_check check (expires_at > made_at),
		constraint approvals_decided_check check ((status = 'pending') =
			(num_nonnulls(decided_by, decided_by_id, decided_at, decided_in) = 0)),
		constraint approvals_reason_check
			check (status <> 'rejected' or coalesce(reason, '') <> ''),
		constraint approvals_in_time_check check (status <> 'approved' or decided_at < expires_at),
		-- Whoever makes does not check; only who made it takes it back.
		constraint approvals_two_people_check check (case status
			when 'pending' then true
			when 'withdrawn' then decided_by_id = maker_id
			else decided_by_id <> maker_id and decided_by <> maker end)
	);
	create index approvals_pending_idx on approvals (made_at, id) where status = 'pending';
	create index approvals_book_idx on approvals (book_id, made_at);

	-- What was written because it was approved, by the law itself.
	create table approved_writes (
		id uuid primary key,
		approval_id uuid not null
			constraint approved_writes_approval_fkey references approvals (id),
		book_id integer,
		entry_number bigint,
		write_name text not null,
		subject text not null
	);
	create index approved_writes_approval_idx on approved_writes (approval_id);
	create index approved_writes_entry_idx on approved_writes (book_id, entry_number)
		where entry_number is not null;

	-- A row here stands for something that was only looked at, and can never be committed.
	create table approval_previews (id uuid primary key);
`;

const decisions = `
	create function approval_guard() returns trigger
	language plpgsql as $$
	begin
		if tg_op = 'INSERT' then
			if new.status <> 'pending' or new.version <> 1 then
				perform ledger_breach('approvals_begin', 'A command waits before it is decided.');
			end if;
			return new;
		end if;
		if tg_op <> 'UPDATE' then
			perform ledger_breach('approvals_kept', 'What was asked for stays in the record.');
		end if;
		if old.status <> 'pending' then
			perform ledger_breach('approvals_final', format('It was %s already.', old.status));
		end if;
		if (new.id, new.book_id, new.places, new.method, new.command, new.address, new.permission,
				new.maker, new.maker_id, new.made_at)
			is distinct from (old.id, old.book_id, old.places, old.method, old.command, old.address,
				old.permission, old.maker, old.maker_id, old.made_at)
			or (new.status <> 'pending' and (new.input, new.preview, new.version, new.expires_at)
				is distinct from (old.input, old.preview, old.version, old.expires_at))
			or (new.status = 'pending' and new.version <> old.version + 1)
		then
			perform ledger_breach('approvals_kept', 'What was asked for is decided as it was asked.');
		end if;
		if new.status <> 'pending' and new.decided_in <> pg_current_xact_id()::text then
			perform ledger_breach('approvals_kept', 'It is decided in this transaction.');
		end if;
		return new;
	end $$;
	create trigger approvals_guard before insert or update or delete on approvals
		for each row execute function approval_guard();
	create trigger approvals_never_truncated before truncate on approvals
		for each statement execute function approval_guard();

	create function approval_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('approvals_append_only', format(
			'%s of %s is refused: another version is another row.', tg_op, tg_table_name));
		return null;
	end $$;

	create function approval_refuse_preview() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('approvals_preview_only', 'What was only looked at is not kept.');
		return null;
	end $$;
	create constraint trigger approval_previews_never after insert on approval_previews
		deferrable initially deferred for each row execute function approval_refuse_preview();
`;

const law = `
	-- The setting says under which approval a transaction writes: the identity of one that it has
	-- just approved, or that it only looks. Whatever it says is checked here.
	create function approval_hold(names text[], of_book integer, of_entry bigint, of_amount numeric,
		of_days integer, on_day date, of_subject text, is_always boolean) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		given text := coalesce(current_setting('bergulir.approval', true), '');
		granted approvals;
	begin
		if not is_always and not approval_names(names, of_amount, of_days, on_day) then
			return;
		end if;
		if given = 'preview' then
			insert into approval_previews (id) values (gen_random_uuid());
			return;
		end if;
		if given <> '' then
			select * into granted from approvals
			where id = given::uuid and status = 'approved'
				and decided_in = pg_current_xact_id()::text
				and exists (
					select from jsonb_array_elements(preview) planned
					where planned ->> 'name' = names[1]
						and (planned ->> 'amount')::numeric is not distinct from of_amount
				);
		end if;
		if granted.id is null then
			perform ledger_breach('writes_approved', format(
				'%s (%s) needs the approval of a second person.', names[1], of_subject));
		end if;
		insert into approved_writes (id, approval_id, book_id, entry_number, write_name, subject)
		values (gen_random_uuid(), granted.id, of_book, of_entry, names[1], of_subject);
	end $$;

	create function approval_hold_entries() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (select from approval_policies) then
			return null;
		end if;
		perform approval_hold(
			case when entry.reverses is null then array[entry.kind, 'entry']
				else array[entry.kind || '.reverse', 'entry.reverse'] end,
			entry.book_id, entry.number,
			(select sum((line ->> 2)::numeric)
				from jsonb_array_elements(entry.canonical::jsonb -> 11) line
				where line ->> 1 = 'debit'),
			recorded.on_day - entry.effective_on, recorded.on_day,
			book.code || ' ' || entry.number, false)
		from new_entries entry
		join books book on book.id = entry.book_id
		cross join lateral (
			select (entry.recorded_at at time zone book.time_zone)::date as on_day
		) recorded;
		return null;
	end $$;
	create trigger entries_approved after insert on entries
		referencing new table as new_entries
		for each statement execute function approval_hold_entries();
`;

const held = `
	create function approval_hold_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		of_name text := tg_argv[0];
		of_subject text := tg_argv[0];
		of_book integer;
		is_always boolean := false;
	begin
		if tg_table_name = 'approval_policies' then
			of_subject := new.write_name;
			-- To hold less than before always takes two: against what counts on its first day and
			-- against what would have counted later.
			is_always := exists (
				select from approval_policies before
				where before.write_name = new.write_name and before.version < new.version
					and approval_is_looser(before, new)
					and (before.effective_from > new.effective_from or before.version = (
						select max(version) from approval_policies
						where write_name = new.write_name and version < new.version
							and effective_from <= new.effective_from))
			);
		elsif tg_table_name = 'loan_products' then
			of_book := new.book_id;
			of_subject := new.code;
		elsif tg_table_name = 'users' then
			of_subject := new.name;
			if tg_op = 'UPDATE' then
				of_name := case when new.is_active then 'user.activate' else 'user.deactivate' end;
			end if;
		elsif tg_table_name = 'user_grants' then
			of_subject := new.role || ' ' || coalesce(new.scope_code, 'all');
			if tg_op = 'UPDATE' then
				of_name := 'grant.revoke';
			end if;
		end if;
		if is_always or exists (select from approval_policies) then
			perform approval_hold(array[of_name], of_book, null, null, 0,
				(clock_timestamp() at time zone 'Asia/Jakarta')::date, of_subject, is_always);
		end if;
		return new;
	end $$;
	-- Before: a version does not hold itself.
	create trigger approval_policies_approved before insert on approval_policies
		for each row execute function approval_hold_row('approval-policy.change');
	create trigger loan_products_approved after insert on loan_products
		for each row execute function approval_hold_row('product.change');
	create trigger users_approved after insert on users
		for each row execute function approval_hold_row('user.create');
	create trigger users_activity_approved after update of is_active on users
		for each row when (old.is_active is distinct from new.is_active)
		execute function approval_hold_row('user.activate');
	create trigger user_grants_approved after insert on user_grants
		for each row execute function approval_hold_row('grant.give');
	create trigger user_grants_revocation_approved after update of revoked_at on user_grants
		for each row when (old.revoked_at is null and new.revoked_at is not null)
		execute function approval_hold_row('grant.revoke');
`;

const inScope = `(select bergulir_all_books()) or book_id is null
	or book_id = any ((select bergulir_books())::integer[])`;

const rights = `
	create trigger approval_policies_append_only before update or delete on approval_policies
		for each row execute function approval_refuse_change();
	create trigger approval_policies_never_truncated before truncate on approval_policies
		for each statement execute function approval_refuse_change();
	create trigger approved_writes_append_only before update or delete on approved_writes
		for each row execute function approval_refuse_change();
	create trigger approved_writes_never_truncated before truncate on approved_writes
		for each statement execute function approval_refuse_change();

	alter table approvals enable row level security;
	create policy approvals_scope on approvals to bergulir_app using (${inScope});
	alter table approved_writes enable row level security;
	create policy approved_writes_scope on approved_writes to bergulir_app using (${inScope});

	revoke all on approval_policies, approvals, approved_writes, approval_previews from public;
	grant select, insert on approval_policies to bergulir_app;
	grant select, insert on approvals to bergulir_app;
	grant update (input, preview, version, expires_at, status, decided_by, decided_by_id, decided_at,
		decided_in, reason) on approvals to bergulir_app;
	grant select on approved_writes, approval_previews to bergulir_app;
	revoke all on function approval_lock_policies(),
		approval_names(text[], numeric, integer, date),
		approval_hold(text[], integer, bigint, numeric, integer, date, text, boolean) from public;
	grant execute on function approval_lock_policies(),
		approval_names(text[], numeric, integer, date) to bergulir_app;
`;
