import type {Knex} from 'knex';

/** The fund's life: programmes, allocations to kelurahan, tranches received, remittances made. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create table programmes (
			id uuid primary key,
			code text not null
				constraint programmes_code_key unique
				constraint programmes_code_check check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
			name text not null,
			-- The city whose money it is: the book in which each allocation has its mirror.
			city_book_id integer not null constraint programmes_city_book_fkey references books (id),
			ceiling_per_kelurahan numeric(20, 2) not null
				constraint programmes_ceiling_check check (ceiling_per_kelurahan > 0),
			tenor_months integer not null
				constraint programmes_tenor_check check (tenor_months between 1 and 600),
			grace_months integer not null,
			-- Days within which principal collected from members is to be remitted.
			remittance_days integer not null
				constraint programmes_remittance_days_check check (remittance_days between 0 and 366),
			legal_basis text not null,
			-- Whether the terms were found in a source or are only remembered.
			status text not null
				constraint programmes_status_check check (status in ('found', 'provisional')),
			effective_from date not null,
			constraint programmes_grace_check check (grace_months >= 0 and grace_months < tenor_months)
		);

		create table allocations (
			book_id integer not null
				constraint allocations_cooperative_fkey references cooperatives (book_id),
			id uuid not null,
			programme_id uuid not null constraint allocations_programme_fkey references programmes (id),
			kelurahan_code text not null constraint allocations_kelurahan_fkey references regions (code),
			agreement_number text not null,
			agreed_on date not null,
			amount numeric(20, 2) not null constraint allocations_amount_check check (amount > 0),
			tenor_months integer not null,
			grace_months integer not null,
			primary key (book_id, id),
			constraint allocations_agreement_key unique (book_id, agreement_number),
			constraint allocations_grace_check check (grace_months >= 0 and grace_months < tenor_months)
		);
		create index allocations_kelurahan_idx on allocations (kelurahan_code, programme_id);

		-- What all cooperatives together were allocated for a kelurahan. Two allocations to one
		-- kelurahan wait here for each other, or both would see room.
		create function fund_allocated(programme uuid, kelurahan text) returns numeric
		language plpgsql volatile security definer set search_path = public, pg_temp as $$
		begin
			perform pg_advisory_xact_lock(hashtext('allocations/' || programme || kelurahan));
			return (select coalesce(sum(amount), 0)::numeric(20, 2) from allocations
				where programme_id = programme and kelurahan_code = kelurahan);
		end $$;

		create function fund_check_ceiling() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		declare
			ceiling numeric;
			allocated numeric := fund_allocated(new.programme_id, new.kelurahan_code);
		begin
			select ceiling_per_kelurahan into strict ceiling from programmes where id = new.programme_id;
			if allocated + new.amount > ceiling then
				perform ledger_breach('allocations_ceiling', format(
					'Kelurahan %s has %s of %s allocated.', new.kelurahan_code, allocated, ceiling));
			end if;
			return new;
		end $$;
		create trigger allocations_ceiling before insert on allocations
			for each row execute function fund_check_ceiling();

		create table tranches (
			book_id integer not null,
			id uuid not null,
			allocation_id uuid not null,
			number integer not null,
			-- SP2D: the city treasury's order to pay.
			document text not null,
			budget_year integer not null
				constraint tranches_budget_year_check check (budget_year between 2000 and 2199),
			received_on date not null,
			amount numeric(20, 2) not null constraint tranches_amount_check check (amount > 0),
			entry_number bigint not null,
			city_book_id integer not null,
			city_entry_number bigint not null,
			primary key (book_id, id),
			constraint tranches_number_key unique (book_id, allocation_id, number),
			constraint tranches_allocation_fkey foreign key (book_id, allocation_id)
				references allocations (book_id, id),
			constraint tranches_entry_fkey foreign key (book_id, entry_number)
				references entries (book_id, number),
			constraint tranches_city_entry_fkey foreign key (city_book_id, city_entry_number)
				references entries (book_id, number)
		);

		create function fund_check_tranche() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		declare
			allocation allocations;
			received numeric;
		begin
			select * into strict allocation from allocations
			where book_id = new.book_id and id = new.allocation_id;
			perform from book_tips where book_id = new.book_id for update;
			select coalesce(sum(tranche.amount), 0) into received from tranches tranche
			where tranche.book_id = new.book_id and tranche.allocation_id = new.allocation_id
				and not exists (select from entries where book_id = tranche.book_id
					and reverses = tranche.entry_number);
			if received + new.amount > allocation.amount then
				perform ledger_breach('tranches_allocation', format(
					'%s of %s has been received.', received, allocation.amount));
			end if;
			return new;
		end $$;
		create trigger tranches_allocation before insert on tranches
			for each row execute function fund_check_tranche();

		create table remittances (
			book_id integer not null,
			id uuid not null,
			allocation_id uuid not null,
			number integer not null,
			document text not null,
			remitted_on date not null,
			amount numeric(20, 2) not null constraint remittances_amount_check check (amount > 0),
			entry_number bigint not null,
			city_book_id integer not null,
			city_entry_number bigint not null,
			primary key (book_id, id),
			constraint remittances_number_key unique (book_id, allocation_id, number),
			constraint remittances_allocation_fkey foreign key (book_id, allocation_id)
				references allocations (book_id, id),
			constraint remittances_entry_fkey foreign key (book_id, entry_number)
				references entries (book_id, number),
			constraint remittances_city_entry_fkey foreign key (city_book_id, city_entry_number)
				references entries (book_id, number)
		);

		alter table allocations enable row level security;
		alter table tranches enable row level security;
		alter table remittances enable row level security;
		create policy allocations_scope on allocations to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		create policy tranches_scope on tranches to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		create policy remittances_scope on remittances to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		grant select, insert on programmes, allocations, tranches, remittances to bergulir_app;
	`);
}

export async function down(): Promise<void> {
	throw new Error(
		'Allocations and tranches are referred to by the journal; they are not taken back.',
	);
}
