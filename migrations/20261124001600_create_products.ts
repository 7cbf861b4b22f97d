import type {Knex} from 'knex';

/**
 * What a cooperative lends as data, in versions; schedules in versions as well, for a loan may be
 * rescheduled; and every step of a loan's life as a row that stays.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(accounts);
	await knex.raw(products);
	await knex.raw(loans);
	await knex.raw(schedules);
	await knex.raw(events);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Loans refer to their products; they are not taken away.');
}

// The accounts of the akads that come with products, for books that were opened before.
const accounts = `
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled,
		ceiling_kind)
	select books.id, added.*
	from books
	cross join (values
		('1.2.05', 'Piutang ijarah', 'Ijarah receivables',
			'asset', 'debit', 'loan', true, 'disbursement'),
		('1.2.06', 'Ujrah ijarah ditangguhkan', 'Deferred ijarah rent',
			'asset', 'credit', 'loan', true, 'disbursement'),
		('1.2.07', 'Piutang pinjaman', 'Loans receivable',
			'asset', 'debit', 'loan', true, 'disbursement'),
		('1.2.08', 'Jasa pinjaman ditangguhkan', 'Deferred jasa',
			'asset', 'credit', 'loan', true, 'disbursement'),
		('1.2.11', 'Pembiayaan mudharabah', 'Mudharabah financing',
			'asset', 'debit', 'loan', true, 'disbursement'),
		('1.2.12', 'Pembiayaan musyarakah', 'Musyarakah financing',
			'asset', 'debit', 'loan', true, 'disbursement'),
		('1.4.01', 'Aset ijarah', 'Assets for ijarah',
			'asset', 'debit', 'loan', true, 'disbursement'),
		('1.4.02', 'Akumulasi penyusutan aset ijarah', 'Depreciation of ijarah assets',
			'asset', 'credit', 'loan', true, null),
		('4.1.02', 'Pendapatan bagi hasil mudharabah', 'Mudharabah profit share',
			'income', 'credit', 'none', false, null),
		('4.1.03', 'Pendapatan bagi hasil musyarakah', 'Musyarakah profit share',
			'income', 'credit', 'none', false, null),
		('4.1.04', 'Pendapatan ijarah', 'Ijarah rent',
			'income', 'credit', 'none', false, null),
		('4.1.06', 'Pendapatan jasa pinjaman', 'Jasa on loans',
			'income', 'credit', 'none', false, null),
		('4.9.03', 'Pemulihan hapus buku', 'Recovery of written-off loans',
			'income', 'credit', 'none', false, null),
		('5.4.02', 'Beban penyusutan aset ijarah', 'Depreciation of ijarah assets',
			'expense', 'debit', 'none', false, null),
		('5.5.01', 'Kerugian pembiayaan bagi hasil', 'Losses on profit sharing',
			'expense', 'debit', 'none', false, null),
		('9.1.01', 'Pembiayaan hapus buku', 'Written-off loans',
			'memo', 'debit', 'loan', true, 'write-off'),
		('9.1.02', 'Kontra pembiayaan hapus buku', 'Contra of written-off loans',
			'memo', 'credit', 'none', true, null)
	) as added (code, name_id, name_en, class, normal_side, floor, is_controlled, ceiling_kind)
	where books.kind = 'cooperative'
	on conflict do nothing;
`;

const products = `
	create table loan_products (
		book_id integer not null constraint loan_products_book_fkey references books (id),
		code text not null
			constraint loan_products_code_check check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
		version integer not null,
		effective_from date not null,
		name text not null,
		akad text not null constraint loan_products_akad_check
			check (akad in ('qardh', 'murabahah', 'mudharabah', 'musyarakah', 'ijarah', 'jasa')),
		method text not null,
		principal_min numeric(20, 2) not null,
		principal_max numeric(20, 2) not null,
		instalments_min integer not null,
		instalments_max integer not null,
		period_unit text not null
			constraint loan_products_period_unit_check check (period_unit in ('day', 'week', 'month')),
		period_every integer not null
			constraint loan_products_period_every_check check (period_every between 1 and 366),
		-- A yearly rate as a pure number: 0.12 for 12 % a year.
		yearly_rate numeric(20, 18),
		day_count text not null,
		rounding text not null,
		instalment_multiple numeric(20, 2),
		principal_grace_instalments integer not null,
		margin_deferred_instalments integer not null,
		cut_off_day integer
			constraint loan_products_cut_off_check check (cut_off_day between 1 and 28),
		working_day_shift text not null,
		rest_days integer[] not null,
		waterfall jsonb not null,
		fees jsonb not null,
		late_fine jsonb,
		tranches_max integer not null
			constraint loan_products_tranches_check check (tranches_max between 1 and 12),
		legal_basis text not null constraint loan_products_basis_check check (legal_basis <> ''),
		created_by text not null,
		created_at timestamptz not null,
		primary key (book_id, code, version),
		constraint loan_products_effective_key unique (book_id, code, effective_from),
		constraint loan_products_range_check check (principal_min > 0
			and principal_min <= principal_max and instalments_min between 1 and instalments_max
			and instalments_max <= 600),
		-- What agrees with the nature of the akad, and what a fatwa forbids.
		constraint loan_products_method_check check (method = any (case akad
			when 'qardh' then array['equal-principal', 'bullet']
			when 'murabahah' then array['level', 'bullet']
			when 'mudharabah' then array['equal-principal', 'bullet']
			when 'musyarakah' then array['equal-principal', 'bullet']
			when 'ijarah' then array['level']
			else array['flat', 'equal-principal', 'annuity', 'bullet'] end)),
		constraint loan_products_rate_check
			check (case akad when 'jasa' then coalesce(yearly_rate > 0, false)
				else yearly_rate is null end),
		-- A percentage of a qardh is more than what was lent (DSN-MUI 19/2001).
		constraint loan_products_qardh_fee_check
			check (akad <> 'qardh' or not fees @> '[{"kind": "percent"}]'),
		-- A fine is a gift to the poor, never income (DSN-MUI 17/2000).
		constraint loan_products_fine_check
			check (akad = 'jasa' or late_fine is null or late_fine ->> 'to' = 'benevolence')
	);

	-- Versions follow one another, in number and in time.
	create function lending_admit_product() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last loan_products;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into last from loan_products
		where book_id = new.book_id and code = new.code order by version desc limit 1;
		if new.version <> coalesce(last.version, 0) + 1 or new.effective_from <= last.effective_from
			or new.akad <> last.akad then
			perform ledger_breach('loan_products_forward', format(
				'Version %s of product %s does not follow the one before.', new.version, new.code));
		end if;
		if exists (
			select from jsonb_array_elements(new.fees) fee
			where not (fee ->> 'kind' = 'fixed' and (fee ->> 'amount')::numeric > 0
				or fee ->> 'kind' = 'percent' and (fee ->> 'rate')::numeric between 0 and 1) is true
		) then
			perform ledger_breach('loan_products_fees', format(
				'A fee of product %s is neither a sum nor a part of the loan.', new.code));
		end if;
		return new;
	end $$;
	create trigger loan_products_admit before insert on loan_products
		for each row execute function lending_admit_product();
	create trigger loan_products_append_only before update or delete on loan_products
		for each row execute function ledger_refuse_change();
	create trigger loan_products_never_truncated before truncate on loan_products
		for each statement execute function ledger_refuse_change();

	-- Days on which nobody collects, by region; null for all.
	create table holidays (
		day date not null,
		region_code text constraint holidays_region_fkey references regions (code),
		name text not null,
		legal_basis text not null,
		constraint holidays_key unique nulls not distinct (day, region_code)
	);
`;

const loans = `
	alter table loans
		add column product_code text,
		add column product_version integer,
		add column nisbah numeric(20, 18)
			constraint loans_nisbah_check check (nisbah > 0 and nisbah < 1),
		-- Who looks after it; may change hands.
		add column officer text,
		drop constraint loans_akad_check,
		add constraint loans_akad_check check (
			akad in ('qardh', 'murabahah', 'mudharabah', 'musyarakah', 'ijarah', 'jasa')),
		drop constraint loans_status_check,
		add constraint loans_status_check check (status in ('applied', 'verified', 'approved',
			'rejected', 'withdrawn', 'disbursed', 'settled', 'written-off', 'reversed')),
		drop constraint loans_disbursed_check,
		add constraint loans_disbursed_check check ((status in ('disbursed', 'settled', 'written-off',
			'reversed')) = (disbursement_entry is not null)),
		-- A sum is agreed beforehand of what is sold or let, and of nothing else.
		add constraint loans_margin_akad_check check (
			case when akad in ('murabahah', 'ijarah') then margin > 0 else margin = 0 end),
		add constraint loans_nisbah_akad_check check (
			(nisbah is not null) = (akad in ('mudharabah', 'musyarakah'))),
		add constraint loans_product_fkey foreign key (book_id, product_code, product_version)
			references loan_products (book_id, code, version);
	grant update (officer) on loans to bergulir_app;
`;

const schedules = `
	-- A loan's schedule as it stood from a day on; the first at disbursement, each later one by a
	-- rescheduling. As of a day the one in force is that of the latest effective_on up to it.
	create table loan_schedules (
		book_id integer not null,
		loan_id uuid not null,
		version integer not null,
		effective_on date not null,
		-- The sentence that states how it was rounded.
		rule text not null,
		reason text not null,
		entry_number bigint,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, version),
		constraint loan_schedules_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id),
		constraint loan_schedules_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	insert into loan_schedules (book_id, loan_id, version, effective_on, rule, reason, entry_number,
		recorded_at)
	select loan.book_id, loan.id, 1, loan.disbursed_on, coalesce(loan.schedule_rule, ''), 'Pencairan',
		entry.number, entry.recorded_at
	from loans loan
	join entries entry on entry.book_id = loan.book_id and entry.number = loan.disbursement_entry;
	alter table instalments add column version integer not null default 1;
	alter table instalments alter column version drop default,
		drop constraint instalments_pkey,
		add primary key (book_id, loan_id, version, number),
		drop constraint instalments_loan_fkey,
		add constraint instalments_schedule_fkey foreign key (book_id, loan_id, version)
			references loan_schedules (book_id, loan_id, version);

	create trigger loan_schedules_append_only before update or delete on loan_schedules
		for each row execute function ledger_refuse_change();
	create trigger instalments_append_only before update or delete on instalments
		for each row execute function ledger_refuse_change();

	-- Versions follow one another; and a debt from a sale does not grow by a new schedule
	-- (DSN-MUI 48/2005): what is owed after it is what was owed before it, or less.
	create function lending_admit_schedule() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last loan_schedules;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into last from loan_schedules
		where book_id = new.book_id and loan_id = new.loan_id order by version desc limit 1;
		if new.version <> coalesce(last.version, 0) + 1 or new.effective_on < last.effective_on then
			perform ledger_breach('loan_schedules_forward', format(
				'Schedule %s of the loan does not follow the one before.', new.version));
		end if;
		return new;
	end $$;
	create trigger loan_schedules_admit before insert on loan_schedules
		for each row execute function lending_admit_schedule();

	create function lending_check_instalments() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		broken record;
	begin
		-- By the end of the transaction a schedule asks for all that its loan owes in the ledger, and
		-- for nothing more: the debt of a new schedule is the debt of the old one.
		select new.loan_id, planned.total, coalesce(held.owed, 0) as owed into broken
		from (
			select sum(principal + margin) as total from instalments
			where book_id = new.book_id and loan_id = new.loan_id and version = new.version
		) planned
		cross join lateral (
			select sum(case side when 'debit' then amount else -amount end) as owed from lines
			where book_id = new.book_id and loan_id = new.loan_id
				and account_code in ('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12')
		) held
		where planned.total is distinct from coalesce(held.owed, 0);
		if found then
			perform ledger_breach('loan_schedules_owed', format(
				'The schedule asks for %s where the loan owes %s.', broken.total, broken.owed));
		end if;
		return null;
	end $$;
	create constraint trigger loan_schedules_owed after insert on loan_schedules
		deferrable initially deferred for each row execute function lending_check_instalments();
`;

const events = `
	-- Every step of a loan's life, in its order. What it did to the books is in its entry.
	create table loan_events (
		book_id integer not null,
		loan_id uuid not null,
		sequence integer not null,
		kind text not null constraint loan_events_kind_check check (kind ~ '^[a-z][a-z-]*$'),
		occurred_on date not null,
		recorded_at timestamptz not null,
		actor text not null,
		reason text,
		document text,
		entry_number bigint,
		detail jsonb not null default '{}',
		primary key (book_id, loan_id, sequence),
		constraint loan_events_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id),
		constraint loan_events_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	create trigger loan_events_append_only before update or delete on loan_events
		for each row execute function ledger_refuse_change();
	create trigger loan_events_never_truncated before truncate on loan_events
		for each statement execute function ledger_refuse_change();
`;

const rights = `
	${['loan_products', 'loan_schedules', 'loan_events']
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select, insert on ${table} to bergulir_app;`,
		)
		.join('\n')}
	revoke all on holidays from public;
	grant select, insert on holidays to bergulir_app;
`;
