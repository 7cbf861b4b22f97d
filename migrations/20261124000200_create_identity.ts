import type {Knex} from 'knex';

/**
 * Users, what they may do where, and by what they are recognised. These tables are small and belong
 * to no book. Nothing is deleted: a grant and a credential are taken back, a user deactivated.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(people);
	await knex.raw(credentials);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('The journal names its users; they are not taken back.');
}

// In a pattern, {0,1}: knex would take a question mark for a place of a value.
const people = `
	create table users (
		id uuid primary key,
		name text not null
			constraint users_name_key unique
			constraint users_name_check check (name ~ '^[a-z0-9._-]{3,64}$'),
		-- Without one, the user cannot sign in with a password.
		password_hash text
			constraint users_password_hash_check check (password_hash like '$argon2id$%'),
		is_active boolean not null default true,
		created_at timestamptz not null,
		created_by text not null
	);

	create table user_grants (
		id uuid primary key,
		user_id uuid not null constraint user_grants_user_fkey references users (id),
		role text not null
			constraint user_grants_role_check
			check (role in ('officer', 'supervisor', 'fund-manager', 'auditor', 'administrator')),
		scope_kind text not null,
		scope_code text,
		granted_at timestamptz not null,
		granted_by text not null,
		revoked_at timestamptz,
		revoked_by text,
		constraint user_grants_scope_check check (case scope_kind
			when 'all' then scope_code is null
			when 'region' then scope_code is not null
				and scope_code ~ '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4}){0,1}){0,1}){0,1}$'
			when 'cooperative' then scope_code is not null
				and scope_code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'
			else false
		end),
		constraint user_grants_revoked_check check ((revoked_at is null) = (revoked_by is null))
	);
	create index user_grants_user_idx on user_grants (user_id);
	create unique index user_grants_held_key
		on user_grants (user_id, role, scope_kind, coalesce(scope_code, ''))
		where revoked_at is null;

	-- What is taken back is taken back: another grant is another row.
	create function identity_keep_revoked() returns trigger
	language plpgsql as $$
	begin
		if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
			raise exception using errcode = 'integrity_constraint_violation',
				message = format('What was revoked in %s stays revoked.', tg_table_name),
				constraint = tg_table_name || '_revoked';
		end if;
		return new;
	end $$;
	create trigger user_grants_revoked before update on user_grants
		for each row execute function identity_keep_revoked();
`;

const credentials = `
	-- Of a secret only its SHA-256 is kept, so that whoever reads this table cannot sign in.
	create table sessions (
		token_hash bytea primary key
			constraint sessions_token_hash_check check (octet_length(token_hash) = 32),
		user_id uuid not null constraint sessions_user_fkey references users (id),
		created_at timestamptz not null,
		expires_at timestamptz not null,
		last_used_at timestamptz,
		revoked_at timestamptz
	);
	create index sessions_user_idx on sessions (user_id) where revoked_at is null;
	create trigger sessions_revoked before update on sessions
		for each row execute function identity_keep_revoked();

	create table api_tokens (
		id uuid primary key,
		token_hash bytea not null
			constraint api_tokens_token_hash_key unique
			constraint api_tokens_token_hash_check check (octet_length(token_hash) = 32),
		user_id uuid not null constraint api_tokens_user_fkey references users (id),
		label text not null constraint api_tokens_label_check check (label <> ''),
		created_at timestamptz not null,
		-- Without one, the token holds until it is revoked.
		expires_at timestamptz,
		last_used_at timestamptz,
		revoked_at timestamptz
	);
	create index api_tokens_user_idx on api_tokens (user_id);
	create trigger api_tokens_revoked before update on api_tokens
		for each row execute function identity_keep_revoked();

	-- Sign-ins without success, per hash of the name: as many rows as there are counters, at most.
	create table sign_in_attempts (
		counter integer primary key
			constraint sign_in_attempts_counter_check check (counter between 0 and 65535),
		count integer not null constraint sign_in_attempts_count_check check (count >= 0),
		last_at timestamptz not null
	);
`;

const rights = `
	revoke all on users, user_grants, sessions, api_tokens, sign_in_attempts from public;
	grant select, insert on users, user_grants, sessions, api_tokens, sign_in_attempts
		to bergulir_app;
	grant update (password_hash, is_active) on users to bergulir_app;
	grant update (revoked_at, revoked_by) on user_grants to bergulir_app;
	grant update (last_used_at, revoked_at) on sessions, api_tokens to bergulir_app;
	grant update (count, last_at) on sign_in_attempts to bergulir_app;
`;
