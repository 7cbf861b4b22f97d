import type {Knex} from 'knex';

/**
 * The trail: who let whom in, took what from whom or was refused, each act linked to the one before
 * by its hash. It is one chain for the whole installation, because administrative acts are few and
 * a gap in them must show; it is only ever added to, whoever asks.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(questions);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What was done stays in the record.');
}

const tables = `
	create table trail_acts (
		number bigint primary key,
		recorded_at timestamptz not null,
		-- Who did it, or tried: a user's name, or in parentheses the command line or a stranger.
		actor text not null constraint trail_acts_actor_check check (actor <> ''),
		actor_id uuid not null,
		kind text not null
			constraint trail_acts_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*(\\.[a-z-]+){0,1}$'),
		-- On whom or what: user:siti.rahma, or POST /v1/products.
		subject text not null constraint trail_acts_subject_check
			check (subject <> '' and length(subject) <= 300 and subject !~ '\\d{16}'),
		-- Pairs of a name and a value, in the order of the names.
		details jsonb not null constraint trail_acts_details_check
			check (jsonb_typeof(details) = 'array' and details::text !~ '\\d{16}'),
		outcome text not null constraint trail_acts_outcome_check
			check (outcome in ('done', 'refused')),
		-- By which code it was refused.
		code text,
		request_id text,
		address text,
		-- Where the users concerned hold roles, * for everywhere: who reads all of them may read it.
		places text[] not null,
		previous_hash bytea not null,
		hash bytea not null constraint trail_acts_hash_key unique
			constraint trail_acts_hash_check check (hash = sha256(convert_to(canonical, 'UTF8'))),
		canonical text not null,
		constraint trail_acts_code_check check ((outcome = 'refused') = (code is not null))
	);
	create index trail_acts_actor_idx on trail_acts (actor, number);
	create index trail_acts_subject_idx on trail_acts (subject, number);

	-- Where the chain stands: one row, moved by the law that admits an act and by nothing else.
	create table trail_tip (
		is_only boolean primary key default true constraint trail_tip_only_check check (is_only),
		number bigint not null,
		hash bytea not null,
		recorded_at timestamptz not null
	);
	insert into trail_tip (number, hash, recorded_at)
	values (0, decode(repeat('00', 32), 'hex'), '1970-01-01T00:00:00Z');
`;

const questions = `
	-- Where a user holds roles: the code of a region, a cooperative's after its region's and a slash,
	-- or * for everywhere, and also for whoever holds none and for a stranger.
	create function trail_places(of_user uuid) returns text[]
	language sql stable security definer set search_path = public, pg_temp as $$
		select coalesce(array_agg(distinct case held.scope_kind
			when 'region' then held.scope_code
			when 'cooperative' then coalesce(book.region_code || '/' || held.scope_code, '*')
			else '*' end), '{*}')
		from user_grants held
		left join books book on held.scope_kind = 'cooperative' and book.code = held.scope_code
		where held.user_id = of_user
	$$;

	-- Holds the chain until the transaction ends, and tells where it stands.
	create function trail_lock_tip()
	returns table (number bigint, hash bytea, recorded_at timestamptz)
	language sql volatile security definer set search_path = public, pg_temp as $$
		select tip.number, tip.hash, tip.recorded_at from trail_tip tip for update
	$$;
`;

const laws = `
	create function trail_admit_act() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		tip trail_tip;
	begin
		select * into tip from trail_tip for update;
		if new.number <> tip.number + 1 then
			perform ledger_breach('trail_gapless', format(
				'Act %s of the trail does not follow act %s.', new.number, tip.number));
		end if;
		if new.previous_hash <> tip.hash then
			perform ledger_breach('trail_chain', format(
				'Act %s of the trail does not link to the act before it.', new.number));
		end if;
		if new.recorded_at < tip.recorded_at then
			perform ledger_breach('trail_recorded_forward', format(
				'Act %s of the trail is recorded before its predecessor.', new.number));
		end if;
		if new.recorded_at > clock_timestamp() + interval '5 minutes' then
			perform ledger_breach('trail_recorded_past', format(
				'Act %s of the trail is recorded in the future.', new.number));
		end if;
		if new.canonical::jsonb is distinct from jsonb_build_array(
			'bergulir/act/1', new.number, encode(new.previous_hash, 'hex'),
			to_char(new.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
			new.actor, new.actor_id, new.kind, new.subject, new.details, new.outcome, new.code,
			new.request_id, new.address, to_jsonb(new.places)
		) then
			perform ledger_breach('trail_canonical', format(
				'The sealed text of act %s of the trail is not that of its columns.', new.number));
		end if;
		update trail_tip set number = new.number, hash = new.hash, recorded_at = new.recorded_at;
		return new;
	end $$;
	create trigger trail_acts_admitted before insert on trail_acts
		for each row execute function trail_admit_act();

	create function trail_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('trail_append_only', format(
			'%s of %s is refused: what was done stays in the record.', tg_op, tg_table_name));
		return null;
	end $$;
	create trigger trail_acts_append_only before update or delete on trail_acts
		for each row execute function trail_refuse_change();
	create trigger trail_acts_never_truncated before truncate on trail_acts
		for each statement execute function trail_refuse_change();
	create trigger trail_tip_kept before insert or delete on trail_tip
		for each row execute function trail_refuse_change();
	create trigger trail_tip_never_truncated before truncate on trail_tip
		for each statement execute function trail_refuse_change();

	-- The tip moves to the act that was just admitted, from within its law alone.
	create function trail_keep_tip() returns trigger
	language plpgsql as $$
	begin
		if pg_trigger_depth() < 2 or new.number <> old.number + 1 then
			perform ledger_breach('trail_append_only',
				'The tip of the trail moves with its acts alone.');
		end if;
		return new;
	end $$;
	create trigger trail_tip_forward before update on trail_tip
		for each row execute function trail_keep_tip();
`;

const rights = `
	revoke all on trail_acts, trail_tip from public;
	grant select, insert on trail_acts to bergulir_app;
	grant select on trail_tip to bergulir_app;
	revoke all on function trail_places(uuid), trail_lock_tip() from public;
	grant execute on function trail_places(uuid), trail_lock_tip() to bergulir_app;
`;
