import type {Knex} from 'knex';

/**
 * Sign-ins at a provider of OpenID Connect: which subject is which user, by an administrator's word
 * alone, and what has begun here and may be answered once.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who was let in by this is not shut out again.');
}

const tables = `
	create table user_subjects (
		id uuid primary key,
		user_id uuid not null constraint user_subjects_user_fkey references users (id),
		issuer text not null constraint user_subjects_issuer_check check (issuer ~ '^https{0,1}://'),
		-- Never an e-mail address: who has one may change.
		subject text not null constraint user_subjects_subject_check
			check (subject ~ '^[!-~]{1,255}$' and position('@' in subject) = 0),
		linked_at timestamptz not null,
		linked_by text not null,
		revoked_at timestamptz,
		revoked_by text,
		constraint user_subjects_revoked_check check ((revoked_at is null) = (revoked_by is null))
	);
	-- A subject is one user, and a user one subject of an issuer.
	create unique index user_subjects_subject_key on user_subjects (issuer, subject)
		where revoked_at is null;
	create unique index user_subjects_held_key on user_subjects (user_id, issuer)
		where revoked_at is null;

	create table openid_attempts (
		state_hash bytea primary key
			constraint openid_attempts_state_check check (octet_length(state_hash) = 32),
		browser_hash bytea not null constraint openid_attempts_browser_key unique
			constraint openid_attempts_browser_check check (octet_length(browser_hash) = 32),
		-- Nonce and verifier, encrypted.
		sealed_flow text not null
			constraint openid_attempts_flow_check check (sealed_flow ~ '^v1\\.'),
		created_at timestamptz not null,
		expires_at timestamptz not null,
		used_at timestamptz,
		-- Whom the provider named, where the code of their second factor is still to come.
		user_id uuid constraint openid_attempts_user_fkey references users (id),
		ended_at timestamptz,
		constraint openid_attempts_used_check check (used_at is null or used_at < expires_at),
		constraint openid_attempts_proven_check check (user_id is null or used_at is not null),
		constraint openid_attempts_ended_check
			check (ended_at is null or (user_id is not null and ended_at < expires_at))
	);
`;

const laws = `
	create trigger user_subjects_persons_only before insert on user_subjects
		for each row execute function identity_persons_only();

	create function identity_guard_subject() returns trigger
	language plpgsql as $$
	begin
		if tg_op <> 'UPDATE' or old.revoked_at is not null
			or to_jsonb(new) - 'revoked_at' - 'revoked_by'
				is distinct from to_jsonb(old) - 'revoked_at' - 'revoked_by'
		then
			perform ledger_breach('user_subjects_only_end', 'Of a link only its end is added, once.');
		end if;
		return new;
	end $$;
	create trigger user_subjects_only_end before update or delete on user_subjects
		for each row execute function identity_guard_subject();

	create function identity_guard_openid() returns trigger
	language plpgsql as $$
	begin
		if (old.used_at is not null and new.used_at is distinct from old.used_at)
			or (old.user_id is not null and new.user_id is distinct from old.user_id)
			or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
		then
			perform ledger_breach('openid_attempts_once', 'What came back is taken once.');
		end if;
		return new;
	end $$;
	create trigger openid_attempts_once before update on openid_attempts
		for each row execute function identity_guard_openid();
`;

const rights = `
	revoke all on user_subjects, openid_attempts from public;
	grant select, insert on user_subjects to bergulir_app;
	grant update (revoked_at, revoked_by) on user_subjects to bergulir_app;
	grant select, insert, delete on openid_attempts to bergulir_app;
	grant update (used_at, user_id, ended_at) on openid_attempts to bergulir_app;
`;
