import type {Knex} from 'knex';

/**
 * Up to which amount whoever holds a role, or one user, gives a command: versions from a day on,
 * held where the row knows its actor and its amount.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who might do how much stays in the record.');
}

const tables = `
	create table amount_limits (
		-- role:supervisor, or user:siti.rahma.
		holder text not null constraint amount_limits_holder_check
			check (holder ~ '^(role:[a-z-]+|user:[a-z0-9._-]{3,64})$'),
		write_name text not null,
		version integer not null constraint amount_limits_version_check check (version > 0),
		effective_from date not null,
		-- Without one, no limit any more.
		amount_max numeric(20, 2) constraint amount_limits_amount_check check (amount_max >= 0),
		legal_basis text not null constraint amount_limits_basis_check check (legal_basis <> ''),
		status text not null constraint amount_limits_status_check
			check (status in ('in-force', 'provisional')),
		set_by text not null,
		recorded_at timestamptz not null,
		primary key (holder, write_name, version)
	);
`;

const laws = `
	create function limit_admit() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last amount_limits;
		is_looser boolean;
	begin
		lock table amount_limits in share row exclusive mode;
		select * into last from amount_limits
		where holder = new.holder and write_name = new.write_name order by version desc limit 1;
		if new.version <> coalesce(last.version, 0) + 1
			or new.effective_from < last.effective_from
		then
			perform ledger_breach('amount_limits_gapless', 'A version follows the last one.');
		end if;
		is_looser := last.amount_max is not null
			and (new.amount_max is null or new.amount_max > last.amount_max);
		if is_looser or exists (select from approval_policies) then
			-- To let somebody do more always takes two people.
			perform approval_hold(array['limit.change'], null, null, null, 0,
				(clock_timestamp() at time zone 'Asia/Jakarta')::date,
				new.holder || ' ' || new.write_name, is_looser);
		end if;
		return new;
	end $$;
	create trigger amount_limits_admit before insert on amount_limits
		for each row execute function limit_admit();
	create trigger amount_limits_append_only before update or delete on amount_limits
		for each row execute function approval_refuse_change();
	create trigger amount_limits_never_truncated before truncate on amount_limits
		for each statement execute function approval_refuse_change();

	-- The lowest of what holds for a user and for each role that they have; null for no limit.
	create function limit_of(actor text, names text[], on_day date) returns numeric
	language sql stable security definer set search_path = public, pg_temp as $$
		select min(amount_max) from (
			select distinct on (holder, write_name) amount_max
			from amount_limits
			where write_name = any (names) and effective_from <= on_day
				and (holder = 'user:' || actor or holder in (
					select 'role:' || held.role
					from user_grants held join users on users.id = held.user_id
					where users.name = actor and held.revoked_at is null))
			order by holder, write_name, version desc
		) counting
	$$;

	create function limit_hold(actor text, names text[], amount numeric, on_day date) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		most numeric := limit_of(actor, names, on_day);
	begin
		if amount > most then
			perform ledger_breach('amounts_limited', format(
				'Limit: %s may %s up to %s, not %s.', actor, names[1], most, amount));
		end if;
	end $$;

	create function limit_hold_entries() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (select from amount_limits) then
			return null;
		end if;
		perform limit_hold(entry.actor,
			case when entry.reverses is null then array[entry.kind, 'entry']
				else array[entry.kind || '.reverse', 'entry.reverse'] end,
			(select sum((line ->> 2)::numeric)
				from jsonb_array_elements(entry.canonical::jsonb -> 11) line
				where line ->> 1 = 'debit'),
			(entry.recorded_at at time zone book.time_zone)::date)
		from new_entries entry join books book on book.id = entry.book_id;
		return null;
	end $$;
	create trigger entries_limited after insert on entries
		referencing new table as new_entries
		for each statement execute function limit_hold_entries();

	create function limit_hold_decision() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform limit_hold(new.actor, array['loan.approve'], loan.principal,
			(new.recorded_at at time zone 'Asia/Jakarta')::date)
		from loans loan where loan.book_id = new.book_id and loan.id = new.loan_id;
		return new;
	end $$;
	create trigger loan_events_limited before insert on loan_events
		for each row when (new.kind = 'approved') execute function limit_hold_decision();

	-- Whoever checks lets nothing pass that is too much for them to give themselves.
	create function limit_hold_approval() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform limit_hold(new.decided_by,
			array[planned ->> 'name', case when planned ->> 'name' like '%.reverse'
				then 'entry.reverse' else 'entry' end],
			(planned ->> 'amount')::numeric,
			(new.decided_at at time zone 'Asia/Jakarta')::date)
		from jsonb_array_elements(new.preview) planned where planned ->> 'amount' is not null;
		return new;
	end $$;
	create trigger approvals_limited before update on approvals
		for each row when (new.status = 'approved') execute function limit_hold_approval();
`;

const rights = `
	revoke all on amount_limits from public;
	grant select, insert on amount_limits to bergulir_app;
	revoke all on function limit_of(text, text[], date),
		limit_hold(text, text[], numeric, date) from public;
`;
