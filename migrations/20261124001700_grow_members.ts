import type {Knex} from 'knex';

/**
 * What is known of a member besides their NIK: business, phone, whether they left, who runs the
 * cooperative and how they are related to that person, the papers; and the NIKs that were refused.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(people);
	await knex.raw(refusedNiks);
	await knex.raw(pengurus);
	await knex.raw(attachments);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What is known of members is evidence; it is not taken back.');
}

const people = `
	alter table members
		add column business text constraint members_business_text_check check (business <> ''),
		add column business_sector text constraint members_business_sector_check
			check (business_sector in ('farming', 'fishery', 'trade', 'food', 'crafts', 'services',
				'transport', 'other')),
		add constraint members_business_check check (num_nulls(business, business_sector) in (0, 2)),
		-- By what a phone is found again, however it was written: without signs, and without the
		-- code of the country or the nought that stands for it.
		add column phone_digits text generated always as (nullif(regexp_replace(
			regexp_replace(phone, '\\D', '', 'g'), '^(62){0,1}0{0,1}', ''), '')) stored,
		add column left_on date,
		add column left_reason text,
		add constraint members_left_check check (left_on >= joined_on),
		add constraint members_left_reason_check
			check (num_nulls(left_on, left_reason) in (0, 2) and left_reason <> '');
	create index members_phone_idx on members (phone_digits) where phone_digits is not null;

	-- Whether the phone of a member within the scope is also that of a member of another
	-- cooperative. Which one, or who, is told nobody.
	create function cooperatives_phone_is_elsewhere(of_book integer, of_member uuid) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select exists (
			select from members mine
			join members other on other.phone_digits = mine.phone_digits
				and other.book_id <> mine.book_id
			where mine.book_id = of_book and mine.id = of_member
				and ((select bergulir_all_books())
					or mine.book_id = any ((select bergulir_books())::integer[]))
		)
	$$;
`;

const refusedNiks = `
	-- Who tried to register a NIK that was taken. Of the NIK only the digest is kept, as in the
	-- registry, and nothing says whose it is.
	create table nik_attempts (
		book_id integer not null
			constraint nik_attempts_cooperative_fkey references cooperatives (book_id),
		id uuid not null,
		digest bytea not null
			constraint nik_attempts_digest_check check (octet_length(digest) = 32),
		attempted_at timestamptz not null,
		attempted_by text not null constraint nik_attempts_person_check check (attempted_by <> ''),
		primary key (book_id, id)
	);
`;

const pengurus = `
	-- Who runs a cooperative, and since when: its board, its supervisory board, its staff.
	create table pengurus (
		book_id integer not null
			constraint pengurus_cooperative_fkey references cooperatives (book_id),
		id uuid not null,
		name text not null constraint pengurus_name_check check (name <> ''),
		nik text not null constraint pengurus_nik_check check (nik ~ '^\\d{16}$'),
		office text not null constraint pengurus_office_check check (office in
			('ketua', 'sekretaris', 'bendahara', 'pengawas', 'pengelola', 'karyawan')),
		since date not null,
		until date,
		recorded_at timestamptz not null,
		recorded_by text not null,
		ended_at timestamptz,
		ended_by text,
		primary key (book_id, id),
		constraint pengurus_days_check check (until >= since),
		constraint pengurus_ended_check check (num_nulls(until, ended_at, ended_by) in (0, 3))
	);
	create unique index pengurus_current_key on pengurus (book_id, nik, office)
		where until is null;

	-- How a member is related to one of them.
	create table pengurus_ties (
		book_id integer not null,
		id uuid not null,
		member_id uuid not null,
		pengurus_id uuid not null,
		relation text not null constraint pengurus_ties_relation_check check (relation in
			('spouse', 'parent', 'child', 'sibling', 'in-law', 'other-relative')),
		until date,
		recorded_at timestamptz not null,
		recorded_by text not null,
		ended_at timestamptz,
		ended_by text,
		primary key (book_id, id),
		constraint pengurus_ties_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint pengurus_ties_pengurus_fkey
			foreign key (book_id, pengurus_id) references pengurus (book_id, id),
		constraint pengurus_ties_ended_check check (num_nulls(until, ended_at, ended_by) in (0, 3))
	);
	create unique index pengurus_ties_current_key
		on pengurus_ties (book_id, member_id, pengurus_id) where until is null;

	-- Whoever ran the cooperative stays on the list: only the end is added, once.
	create function cooperatives_only_end() returns trigger
	language plpgsql as $$
	begin
		if tg_op <> 'UPDATE' or old.until is not null or new.until is null
			or to_jsonb(new) - '{until,ended_at,ended_by}'::text[]
				is distinct from to_jsonb(old) - '{until,ended_at,ended_by}'::text[] then
			perform ledger_breach(tg_table_name || '_final', format(
				'What is recorded in %s stays; its end is added once.', tg_table_name));
		end if;
		return new;
	end $$;
	create trigger pengurus_final before update or delete on pengurus
		for each row execute function cooperatives_only_end();
	create trigger pengurus_never_truncated before truncate on pengurus
		for each statement execute function cooperatives_only_end();
	create trigger pengurus_ties_final before update or delete on pengurus_ties
		for each row execute function cooperatives_only_end();
	create trigger pengurus_ties_never_truncated before truncate on pengurus_ties
		for each statement execute function cooperatives_only_end();
`;

// A paper is what its first bytes say, whatever it is called; and it stays the paper that it was.
const attachments = `
	create table attachments (
		book_id integer not null constraint attachments_book_fkey references books (id),
		id uuid not null,
		member_id uuid,
		loan_id uuid,
		name text not null constraint attachments_name_check check (name <> ''),
		media_type text not null,
		content bytea not null
			constraint attachments_size_check check (octet_length(content) between 1 and 5242880),
		digest bytea not null,
		uploaded_at timestamptz not null,
		uploaded_by text not null,
		primary key (book_id, id),
		constraint attachments_owner_check check (num_nonnulls(member_id, loan_id) = 1),
		constraint attachments_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint attachments_loan_fkey
			foreign key (book_id, loan_id) references loans (book_id, id),
		constraint attachments_member_key unique (book_id, member_id, digest),
		constraint attachments_loan_key unique (book_id, loan_id, digest),
		constraint attachments_digest_check check (digest = sha256(content)),
		constraint attachments_type_check check (case media_type
			when 'application/pdf' then substring(content from 1 for 5) = '\\x255044462d'::bytea
			when 'image/jpeg' then substring(content from 1 for 3) = '\\xffd8ff'::bytea
			when 'image/png' then substring(content from 1 for 8) = '\\x89504e470d0a1a0a'::bytea
			else false
		end)
	);
	-- What is compressed already is not compressed again.
	alter table attachments alter column content set storage external;
`;

const appendOnly = `
	create function cooperatives_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('cooperatives_append_only', format(
			'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		return null;
	end $$;
	create trigger nik_attempts_append_only before update or delete on nik_attempts
		for each row execute function cooperatives_refuse_change();
	create trigger nik_attempts_never_truncated before truncate on nik_attempts
		for each statement execute function cooperatives_refuse_change();
	create trigger attachments_append_only before update or delete on attachments
		for each row execute function cooperatives_refuse_change();
	create trigger attachments_never_truncated before truncate on attachments
		for each statement execute function cooperatives_refuse_change();
`;

const rights = `
	alter table nik_attempts enable row level security;
	create policy nik_attempts_scope on nik_attempts to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	alter table pengurus enable row level security;
	create policy pengurus_scope on pengurus to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	alter table pengurus_ties enable row level security;
	create policy pengurus_ties_scope on pengurus_ties to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	alter table attachments enable row level security;
	create policy attachments_scope on attachments to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));

	revoke all on nik_attempts, pengurus, pengurus_ties, attachments from public;
	grant select, insert on nik_attempts, pengurus, pengurus_ties, attachments to bergulir_app;
	grant update (until, ended_at, ended_by) on pengurus, pengurus_ties to bergulir_app;
	grant update (business, business_sector, left_on, left_reason) on members to bergulir_app;
	revoke all on function cooperatives_phone_is_elsewhere(integer, uuid) from public;
	grant execute on function cooperatives_phone_is_elsewhere(integer, uuid) to bergulir_app;
`;
