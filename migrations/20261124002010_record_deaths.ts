import type {Knex} from 'knex';

/** That a member died: nobody is reminded any more, and nothing more is lent in that name. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create table member_deaths (
			book_id integer not null,
			member_id uuid not null,
			-- A record that was a mistake is revoked and stays; the next one is counted on.
			number integer not null constraint member_deaths_number_check check (number > 0),
			died_on date not null,
			document text not null constraint member_deaths_document_check check (document <> ''),
			recorded_by text not null,
			recorded_at timestamptz not null,
			revoked_by text,
			revoked_at timestamptz,
			revoke_reason text,
			primary key (book_id, member_id, number),
			constraint member_deaths_revoked_check
				check (num_nulls(revoked_by, revoked_at, revoke_reason) in (0, 3)),
			constraint member_deaths_member_fkey
				foreign key (book_id, member_id) references members (book_id, id)
		);
		-- Nobody dies twice.
		create unique index member_deaths_current_key on member_deaths (book_id, member_id)
			where revoked_by is null;

		create function lending_only_revoke() returns trigger
		language plpgsql as $$
		begin
			if tg_op <> 'UPDATE' or old.revoked_by is not null or new.revoked_by is null
				or to_jsonb(new) - '{revoked_by,revoked_at,revoke_reason}'::text[]
					is distinct from to_jsonb(old) - '{revoked_by,revoked_at,revoke_reason}'::text[] then
				perform ledger_breach('member_deaths_append_only',
					'Of the record of a death only the revocation is added, once.');
			end if;
			return new;
		end $$;
		create trigger member_deaths_append_only before update or delete on member_deaths
			for each row execute function lending_only_revoke();
		create trigger member_deaths_never_truncated before truncate on member_deaths
			for each statement execute function ledger_refuse_change();

		-- Nothing is applied for, decided or paid out in the name of who died.
		create function lending_guard_borrower() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		begin
			if new.status in ('applied', 'verified', 'approved', 'disbursed')
				and (tg_op = 'INSERT' or old.status in ('applied', 'verified', 'approved'))
				and (tg_op = 'INSERT' or new.status <> old.status)
				and exists (select from member_deaths death
					where death.book_id = new.book_id and death.member_id = new.member_id
						and death.revoked_by is null) then
				perform ledger_breach('loans_borrower_alive', 'The member has died.');
			end if;
			return new;
		end $$;
		create trigger loans_borrower_alive before insert or update of status on loans
			for each row execute function lending_guard_borrower();

		alter table member_deaths enable row level security;
		create policy member_deaths_scope on member_deaths to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		revoke all on member_deaths from public;
		grant select, insert on member_deaths to bergulir_app;
		grant update (revoked_by, revoked_at, revoke_reason) on member_deaths to bergulir_app;
	`);
}

export async function down(): Promise<void> {
	throw new Error('What is known of members is evidence; it is not taken back.');
}
