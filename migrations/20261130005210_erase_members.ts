import type {Knex} from 'knex';

/**
 * How long what is known of a person is kept, and for what; and its erasure once no duty forbids
 * it. The ledger stays as it is: of the member the number remains, and nothing that tells who.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(policies);
	await knex('retention_policies').insert(retention);
	await knex('processing_purposes').insert(purposes);
	await knex.raw(erased);
	await knex.raw(erasure);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What was erased does not come back.');
}

const policies = `
	create table retention_policies (
		code text not null
			constraint retention_policies_code_check check (code ~ '^[a-z]+(-[a-z]+)*$'),
		version integer not null constraint retention_policies_version_check check (version > 0),
		effective_from date not null,
		-- Whole years from the end of the year of the last entry about a member.
		years integer not null constraint retention_policies_years_check check (years > 0),
		legal_basis text not null
			constraint retention_policies_basis_check check (legal_basis <> ''),
		status text not null constraint retention_policies_status_check
			check (status in ('in-force', 'provisional')),
		primary key (code, version),
		constraint retention_policies_day_key unique (code, effective_from)
	);
	create table processing_purposes (
		code text primary key
			constraint processing_purposes_code_check check (code ~ '^[a-z]+(-[a-z]+)*$'),
		position integer not null constraint processing_purposes_position_key unique,
		purpose_id text not null constraint processing_purposes_id_check check (purpose_id <> ''),
		purpose_en text not null constraint processing_purposes_en_check check (purpose_en <> ''),
		legal_basis text not null
			constraint processing_purposes_basis_check check (legal_basis <> ''),
		status text not null constraint processing_purposes_status_check
			check (status in ('in-force', 'provisional'))
	);
`;

// Pasal 11 ayat (1) was read at second hand, which says the same of it everywhere; the text of the
// law itself was not.
const retention = [
	{
		code: 'bookkeeping',
		version: 1,
		effective_from: '1997-03-24',
		years: 10,
		legal_basis: 'UU 8/1997 Pasal 11 ayat (1)',
		status: 'provisional',
	},
];

// Of UU 27/2022 Pasal 20 ayat (2) the letters are remembered and were not looked up.
const purposes = [
	{
		code: 'membership',
		position: 1,
		purpose_id: 'Buku daftar anggota, simpanan dan hak anggota',
		purpose_en: 'The register of members, their savings and rights',
		legal_basis: 'UU 25/1992 Pasal 17; UU 27/2022 Pasal 20 ayat (2) huruf b',
		status: 'provisional',
	},
	{
		code: 'financing',
		position: 2,
		purpose_id: 'Permohonan, pencairan, angsuran dan penagihan pembiayaan',
		purpose_en: 'Applying for, paying out, repaying and collecting loans',
		legal_basis: 'UU 27/2022 Pasal 20 ayat (2) huruf b',
		status: 'provisional',
	},
	{
		code: 'bookkeeping',
		position: 3,
		purpose_id: 'Pembukuan dan buktinya',
		purpose_en: 'The books and their vouchers',
		legal_basis: 'UU 8/1997 Pasal 11 ayat (1); UU 27/2022 Pasal 20 ayat (2) huruf c',
		status: 'provisional',
	},
	{
		code: 'oversight',
		position: 4,
		purpose_id: 'Pengawasan dana bergulir: peminjam ganda dan pihak berelasi',
		purpose_en: 'Oversight of the revolving fund: borrowers counted twice, related parties',
		legal_basis: 'UU 27/2022 Pasal 20 ayat (2) huruf e',
		status: 'provisional',
	},
];

const sealed = (column: string, signs: string): string =>
	`${column} ~ '^v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{${signs}}$'`;

const erased = `
	alter table members
		add column erased_at timestamptz,
		add column erased_by text,
		alter column nik_hash drop not null,
		alter column address_hash drop not null,
		drop constraint members_nik_sealed_check,
		drop constraint members_address_sealed_check,
		add constraint members_nik_sealed_check check (case when erased_at is null
			then ${sealed('nik_sealed', '43')} else nik_sealed = 'erased' end),
		add constraint members_address_sealed_check check (case when erased_at is null
			then ${sealed('address_sealed', '23,')} else address_sealed = 'erased' end),
		add constraint members_erased_check check (case when erased_at is null
			then num_nulls(nik_hash, address_hash) = 0 and erased_by is null
			else num_nonnulls(nik_hash, address_hash, phone_sealed, phone_hash, business) = 0
				and num_nulls(erased_by, left_on) = 0 and name = '(dihapus)' end);
`;

const erasure = `
	-- The day from which no duty to keep the books forbids it; null for who is still a member.
	create function cooperatives_erasable_from(of_book integer, of_member uuid, on_day date)
	returns date
	language sql stable as $$
		select case when member.left_on is not null then greatest(member.left_on,
			make_date(extract(year from last.entry_on)::integer + kept.years + 1, 1, 1)) end
		from members member
		cross join (
			select max(line.effective_on) as entry_on from lines line
			where line.book_id = of_book and (line.member_id = of_member or line.loan_id in
				(select loan.id from loans loan
				where loan.book_id = of_book and loan.member_id = of_member))
		) last
		cross join (
			select max(policy.years) as years from retention_policies policy
			where policy.effective_from <= on_day and not exists (select from retention_policies later
				where later.code = policy.code and later.version > policy.version
					and later.effective_from <= on_day)
		) kept
		where member.book_id = of_book and member.id = of_member
	$$;

	-- Whether a loan of a member runs, or one that they answer for.
	create function cooperatives_is_bound(of_book integer, of_member uuid) returns boolean
	language sql stable as $$
		select exists (select from loans loan
			where loan.book_id = of_book and loan.member_id = of_member
				and loan.status in ('applied', 'verified', 'approved', 'disbursed'))
		or exists (select from loan_guarantors guarantor
			join loans loan on loan.book_id = guarantor.book_id and loan.id = guarantor.loan_id
			where guarantor.book_id = of_book and guarantor.member_id = of_member
				and guarantor.released_on is null and loan.status = 'disbursed')
		or exists (select from group_members one where one.book_id = of_book
			and one.member_id = of_member and one.left_on is null)
	$$;

	-- The one way by which what a row of members says of a person ends. Answers how many papers are
	-- kept because entries were sealed with them.
	create function cooperatives_erase_member(of_book integer, of_member uuid, at timestamptz,
		by_whom text) returns integer
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		member members;
		today date;
		nobody constant bytea := sha256(convert_to(gen_random_uuid()::text, 'UTF8'));
		kept integer;
	begin
		if not coalesce(bergulir_all_books() or of_book = any (bergulir_books()::integer[]), false)
		then
			perform ledger_breach('members_erasure_scope', 'The member is of another cooperative.');
		end if;
		select * into member from members where book_id = of_book and id = of_member for update;
		if member.id is null or member.erased_at is not null then
			perform ledger_breach('members_erasure_once', 'There is nothing to erase.');
		end if;
		select (at at time zone book.time_zone)::date into today from books book where id = of_book;
		if at > clock_timestamp() + interval '5 minutes' or member.left_on is null
			or cooperatives_is_bound(of_book, of_member)
			or today < cooperatives_erasable_from(of_book, of_member, today) then
			perform ledger_breach('members_erasure_due', format(
				'What is known of member %s is still to be kept.', member.number));
		end if;
		update members set name = '(dihapus)', birth_date = date_trunc('year', birth_date),
			nik_sealed = 'erased', nik_hash = null, address_sealed = 'erased', address_hash = null,
			phone_sealed = null, phone_hash = null, phone_masked = null, business = null,
			business_sector = null, left_reason = '(dihapus)', erased_at = at, erased_by = by_whom
		where book_id = of_book and id = of_member;
		-- The person may join again. Of who tried their NIK it is told no more whose it was.
		delete from nik_registry where digest = member.nik_hash;
		update nik_attempts set digest = nobody where digest = member.nik_hash;
		delete from attachments where book_id = of_book and member_id = of_member
			and encode(digest, 'hex') not in (select sha256 from cooperatives_papers(of_book));
		select count(*) into kept from attachments
			where book_id = of_book and member_id = of_member;
		return kept;
	end $$;

	create function cooperatives_keep_paper() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if tg_op = 'DELETE' and exists (select from members where book_id = old.book_id
			and id = old.member_id and erased_at is not null) then
			return old;
		end if;
		perform ledger_breach('cooperatives_append_only', format(
			'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		return null;
	end $$;
	drop trigger attachments_append_only on attachments;
	create trigger attachments_append_only before update or delete on attachments
		for each row execute function cooperatives_keep_paper();
	create trigger retention_policies_append_only before update or delete on retention_policies
		for each row execute function cooperatives_refuse_change();
	create trigger processing_purposes_append_only before update or delete on processing_purposes
		for each row execute function cooperatives_refuse_change();
`;

const rights = `
	revoke all on retention_policies, processing_purposes from public;
	grant select on retention_policies, processing_purposes to bergulir_app;
	revoke all on function cooperatives_erase_member(integer, uuid, timestamptz, text),
		cooperatives_erasable_from(integer, uuid, date), cooperatives_is_bound(integer, uuid)
		from public;
	grant execute on function cooperatives_erase_member(integer, uuid, timestamptz, text),
		cooperatives_erasable_from(integer, uuid, date), cooperatives_is_bound(integer, uuid)
		to bergulir_app;
`;
