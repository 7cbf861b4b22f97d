import type {Knex} from 'knex';

/**
 * How people come in and prove who they are: by invitation, with a second factor, in sessions that
 * can be told apart; and what scripts may, by tokens for less than all, of accounts of their own.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(users);
	await knex.raw(credentials);
	await knex.raw(invitations);
	await knex.raw(secondFactors);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who was let in by this is not shut out again.');
}

const users = `
	-- A person, or an account of scripts, which has tokens alone and only reads.
	alter table users
		add column kind text not null default 'person'
			constraint users_kind_check check (kind in ('person', 'service')),
		add constraint users_service_password_check
			check (kind = 'person' or password_hash is null);

	create function identity_is_service(of_user uuid) returns boolean
	language sql stable as $$
		select exists (select from users where id = of_user and kind = 'service')
	$$;

	create function identity_service_reads() returns trigger
	language plpgsql as $$
	begin
		if new.role <> 'auditor' and identity_is_service(new.user_id) then
			perform ledger_breach('user_grants_service',
				'An account of scripts holds the role of an auditor alone.');
		end if;
		return new;
	end $$;
	create trigger user_grants_service before insert or update on user_grants
		for each row execute function identity_service_reads();

	create function identity_persons_only() returns trigger
	language plpgsql as $$
	begin
		if identity_is_service(new.user_id) then
			perform ledger_breach('identity_persons_only', format(
				'An account of scripts has nothing in %s: it holds tokens alone.', tg_table_name));
		end if;
		return new;
	end $$;
`;

const credentials = `
	-- By its own identity a session is listed and taken back; its secret stays unknown.
	alter table sessions
		add column id uuid not null default gen_random_uuid()
			constraint sessions_id_key unique,
		add column address text;
	alter table sessions alter column id drop default;
	create trigger sessions_persons_only before insert on sessions
		for each row execute function identity_persons_only();

	-- Without permissions, a token has all that its user has.
	alter table api_tokens
		add column permissions text[]
			constraint api_tokens_permissions_check check (cardinality(permissions) > 0),
		add column is_read_only boolean not null default false;
`;

const invitations = `
	create table user_invitations (
		id uuid primary key,
		user_id uuid not null constraint user_invitations_user_fkey references users (id),
		token_hash bytea not null constraint user_invitations_token_hash_key unique
			constraint user_invitations_token_hash_check check (octet_length(token_hash) = 32),
		created_at timestamptz not null,
		created_by text not null,
		expires_at timestamptz not null,
		used_at timestamptz,
		revoked_at timestamptz,
		constraint user_invitations_expiry_check check (expires_at > created_at),
		-- Used in its time, and not after it was taken back.
		constraint user_invitations_used_check
			check (used_at is null or (used_at < expires_at and revoked_at is null))
	);
	-- One at a time: the next takes the one before back.
	create unique index user_invitations_open_key on user_invitations (user_id)
		where used_at is null and revoked_at is null;

	create function identity_keep_used() returns trigger
	language plpgsql as $$
	begin
		if old.used_at is not null and new.used_at is distinct from old.used_at then
			perform ledger_breach(tg_table_name || '_used', format(
				'What was used once in %s is not used again.', tg_table_name));
		end if;
		return new;
	end $$;
	create trigger user_invitations_used before update on user_invitations
		for each row execute function identity_keep_used();
	create trigger user_invitations_revoked before update on user_invitations
		for each row execute function identity_keep_revoked();
	create trigger user_invitations_persons_only before insert on user_invitations
		for each row execute function identity_persons_only();
`;

const secondFactors = `
	create table second_factors (
		user_id uuid primary key constraint second_factors_user_fkey references users (id),
		-- Encrypted: version, key, nonce and ciphertext. The key is not in the database.
		secret text not null constraint second_factors_secret_check
			check (secret ~ '^v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{40,}$'),
		created_at timestamptz not null,
		-- Until its first code was given it is only being set up.
		confirmed_at timestamptz,
		-- The step of time whose code was taken last: no code is taken twice.
		last_step bigint,
		constraint second_factors_confirmed_check
			check ((confirmed_at is null) = (last_step is null))
	);

	create function identity_step_forward() returns trigger
	language plpgsql as $$
	begin
		if old.last_step is not null
			and (new.last_step is null or new.last_step < old.last_step) then
			perform ledger_breach('second_factors_step',
				'The code of a step of time that has passed is not taken again.');
		end if;
		return new;
	end $$;
	create trigger second_factors_step before update on second_factors
		for each row execute function identity_step_forward();
	create trigger second_factors_persons_only before insert on second_factors
		for each row execute function identity_persons_only();

	create table recovery_codes (
		user_id uuid not null constraint recovery_codes_factor_fkey
			references second_factors (user_id) on delete cascade,
		code_hash bytea not null
			constraint recovery_codes_hash_check check (octet_length(code_hash) = 32),
		used_at timestamptz,
		primary key (user_id, code_hash)
	);
	create trigger recovery_codes_used before update on recovery_codes
		for each row execute function identity_keep_used();
`;

// A second factor that was taken away leaves no secret behind; that it was, the trail tells.
const rights = `
	revoke all on user_invitations, second_factors, recovery_codes from public;
	grant select, insert on user_invitations to bergulir_app;
	grant update (used_at, revoked_at) on user_invitations to bergulir_app;
	grant select, insert, delete on second_factors, recovery_codes to bergulir_app;
	grant update (secret, confirmed_at, last_step) on second_factors to bergulir_app;
	grant update (used_at) on recovery_codes to bergulir_app;
`;
