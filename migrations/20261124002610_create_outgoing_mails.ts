import type {Knex} from 'knex';

/**
 * Mail that has to leave: written together with the step of a finding that it tells of, and sent
 * afterwards. To whom it goes is looked up when it is sent, so that nobody's address is kept twice.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(addresses);
	await knex.raw(outbox);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who was told of what stays in the record.');
}

const address = String.raw`'^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'`;

const addresses = `
	alter table users add column email text constraint users_email_check
		check (email ~ ${address} and length(email) <= 254);
	grant update (email) on users to bergulir_app;

	-- Where the institution of a level is written to, for a region or for one cooperative, from a
	-- moment on.
	create table oversight_addresses (
		-- A region code, or the code of a book.
		place text not null constraint oversight_addresses_place_check
			check (place ~ '^[A-Z0-9][A-Z0-9-]{1,31}$' or place ~ '^\\d{2}([.]\\d{2,4}){0,3}$'),
		level text not null constraint oversight_addresses_level_check
			check (level in ('cooperative', 'dinas', 'inspektorat', 'wali-kota')),
		effective_at timestamptz not null,
		address text not null constraint oversight_addresses_address_check
			check (address ~ ${address} and length(address) <= 254),
		set_by text not null,
		primary key (place, level, effective_at)
	);
	create trigger oversight_addresses_append_only before update or delete on oversight_addresses
		for each row execute function oversight_refuse_change();
	create trigger oversight_addresses_never_truncated before truncate on oversight_addresses
		for each statement execute function oversight_refuse_change();

	-- The address of a level for a book: its own before that of the smallest region around it.
	create function oversight_address(of_level text, of_book integer) returns text
	language sql stable as $$
		select given.address
		from books book
		join oversight_addresses given on given.level = of_level and (given.place = book.code
			or book.region_code = given.place or book.region_code like given.place || '.%')
		where book.id = of_book
		order by given.place = book.code desc, length(given.place) desc, given.effective_at desc
		limit 1
	$$;
`;

const outbox = `
	create table outgoing_mails (
		book_id integer not null,
		id uuid not null,
		finding_number integer not null,
		-- What it tells of, once: a step (escalated:4) or a day that comes near
		-- (due-tomorrow:2026-04-03).
		occasion text not null constraint outgoing_mails_occasion_check
			check (occasion ~ '^(raised|assigned|escalated|due-tomorrow):[0-9-]{1,10}$'),
		recipient_kind text not null constraint outgoing_mails_recipient_kind_check
			check (recipient_kind in ('user', 'level')),
		-- The name of the user, or the level whose institution it is.
		recipient text not null,
		written_at timestamptz not null,
		attempts integer not null default 0
			constraint outgoing_mails_attempts_check check (attempts >= 0),
		-- Not before this moment: whoever is sending it puts this off first.
		next_attempt_at timestamptz not null,
		sent_at timestamptz,
		-- The last failure's code, never its text: servers repeat addresses in theirs.
		last_failure text constraint outgoing_mails_failure_check check (length(last_failure) <= 40),
		primary key (book_id, id),
		constraint outgoing_mails_once_key
			unique (book_id, finding_number, occasion, recipient_kind, recipient),
		constraint outgoing_mails_finding_fkey foreign key (book_id, finding_number)
			references audit_findings (book_id, number)
	);
	create index outgoing_mails_waiting_idx on outgoing_mails (next_attempt_at)
		where sent_at is null;

	-- What was sent was sent, and attempts are counted up.
	create function oversight_admit_delivery() returns trigger
	language plpgsql as $$
	begin
		if old.sent_at is not null or new.attempts < old.attempts then
			perform ledger_breach('outgoing_mails_final', 'A mail that was sent stays sent.');
		end if;
		return new;
	end $$;
	create trigger outgoing_mails_final before update on outgoing_mails
		for each row execute function oversight_admit_delivery();
	create trigger outgoing_mails_kept before delete on outgoing_mails
		for each row execute function oversight_refuse_change();
	create trigger outgoing_mails_never_truncated before truncate on outgoing_mails
		for each statement execute function oversight_refuse_change();
`;

const rights = `
	revoke all on oversight_addresses, outgoing_mails from public;
	grant select, insert on oversight_addresses, outgoing_mails to bergulir_app;
	grant update (attempts, next_attempt_at, sent_at, last_failure) on outgoing_mails
		to bergulir_app;
	alter table outgoing_mails enable row level security;
	create policy outgoing_mails_scope on outgoing_mails to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on function oversight_address(text, integer) from public;
	grant execute on function oversight_address(text, integer) to bergulir_app;
`;
