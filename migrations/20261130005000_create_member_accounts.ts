import type {Knex} from 'knex';

/**
 * The accounts at banks and e-wallets that members have. One is added and ended, and never changed:
 * an account that was passed from one member to another is how money of many reached one hand.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(table);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Which accounts members had is evidence; it is not taken back.');
}

const table = `
	create table member_accounts (
		book_id integer not null,
		id uuid not null,
		member_id uuid not null,
		kind text not null constraint member_accounts_kind_check
			check (kind in ('bank', 'e-wallet')),
		bank text not null constraint member_accounts_bank_check check (bank <> ''),
		number text not null constraint member_accounts_number_check
			check (number ~ '^[0-9]{5,20}$'),
		-- By what an account is found again, so that nothing but its own table reads the number.
		number_digest bytea not null
			generated always as (sha256(decode(number, 'escape'))) stored,
		holder text not null constraint member_accounts_holder_check check (holder <> ''),
		since date not null,
		until date,
		recorded_at timestamptz not null,
		recorded_by text not null constraint member_accounts_person_check check (recorded_by <> ''),
		ended_at timestamptz,
		ended_by text,
		primary key (book_id, id),
		constraint member_accounts_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint member_accounts_days_check check (until >= since),
		constraint member_accounts_ended_check check (num_nulls(until, ended_at, ended_by) in (0, 3))
	);
	-- A bank gives a number once; of e-wallets several have the number of one phone.
	create unique index member_accounts_current_key on member_accounts (book_id, member_id,
		number_digest, (case kind when 'e-wallet' then lower(bank) else '' end)) where until is null;
	create index member_accounts_digest_idx on member_accounts (number_digest);

	-- After, for before that the digest of what is changed is not known.
	create trigger member_accounts_final after update or delete on member_accounts
		for each row execute function cooperatives_only_end();
	create trigger member_accounts_never_truncated before truncate on member_accounts
		for each statement execute function cooperatives_only_end();
`;

const rights = `
	alter table member_accounts enable row level security;
	create policy member_accounts_scope on member_accounts to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on member_accounts from public;
	grant select, insert on member_accounts to bergulir_app;
	grant update (until, ended_at, ended_by) on member_accounts to bergulir_app;
`;
