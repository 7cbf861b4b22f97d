import type {Knex} from 'knex';

/** Cooperatives, each with its book, and their members. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create table cooperatives (
			book_id integer primary key constraint cooperatives_book_fkey references books (id),
			id uuid not null constraint cooperatives_id_key unique,
			-- The same as the code of its book.
			code text not null constraint cooperatives_code_key unique,
			name text not null,
			form text not null constraint cooperatives_form_check check (form in ('bmt', 'lkm')),
			-- The number of the deed or licence under which it works.
			legal_number text not null,
			kelurahan_code text not null constraint cooperatives_kelurahan_fkey references regions (code)
		);
		create index cooperatives_kelurahan_idx on cooperatives (kelurahan_code);

		create table members (
			book_id integer not null
				constraint members_cooperative_fkey references cooperatives (book_id),
			id uuid not null,
			number integer not null,
			nik text not null constraint members_nik_check check (nik ~ '^\\d{16}$'),
			name text not null,
			sex text not null constraint members_sex_check check (sex in ('female', 'male')),
			birth_date date not null,
			kelurahan_code text not null constraint members_kelurahan_fkey references regions (code),
			address text not null,
			phone text,
			joined_on date not null,
			primary key (book_id, id),
			constraint members_number_key unique (book_id, number)
		);

		-- One person, one membership over all cooperatives. Only the digest is kept here, and the
		-- application may add to it but not read it: it tells that a NIK is taken, not where.
		create table nik_registry (
			digest bytea primary key
		);
		create function cooperatives_register_nik() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		begin
			insert into nik_registry (digest) values (sha256(convert_to(new.nik, 'UTF8')));
			return new;
		end $$;
		create trigger members_register_nik before insert on members
			for each row execute function cooperatives_register_nik();

		-- The last number given to each kind of document of a book.
		create table document_numbers (
			book_id integer not null constraint document_numbers_book_fkey references books (id),
			kind text not null,
			last integer not null constraint document_numbers_last_check check (last > 0),
			primary key (book_id, kind)
		);
		alter table document_numbers enable row level security;
		create policy document_numbers_scope on document_numbers to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		grant select, insert, update on document_numbers to bergulir_app;

		alter table cooperatives enable row level security;
		create policy cooperatives_scope on cooperatives to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		alter table members enable row level security;
		create policy members_scope on members to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		grant select, insert on cooperatives, members to bergulir_app;
		grant update (name, legal_number) on cooperatives to bergulir_app;
		grant update (address, phone, kelurahan_code) on members to bergulir_app;
	`);
}

export async function down(): Promise<void> {
	throw new Error('Members are referred to by the journal; they are not taken back.');
}
