import type {Knex} from 'knex';

/**
 * What is done about members who pay late: ta'zir and ta'widh with what became of each, promises to
 * pay, visits and demand letters. How late a loan is on a day is read from its lines and its
 * schedule, as `arrearsOn` does.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(arrears);
	await knex.raw(charges);
	await knex.raw(chargeLaws);
	await knex.raw(endingLaws);
	await knex.raw(collection);
	await knex.raw(collectionLaws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Late charges are referred to by the journal; they are not taken back.');
}

const arrears = `
	-- Debits less credits of what a loan owes, by the end of a day.
	create function lending_owed_on(of_book integer, of_loan uuid, on_day date) returns numeric
	language sql stable as $$
		select coalesce(sum(case side when 'debit' then amount else -amount end), 0) from lines
		where book_id = of_book and loan_id = of_loan and effective_on <= on_day
			and account_code in ('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12')
	$$;

	-- arrearsOn of src/lending/arrears.ts for one loan: since when it is late and with how much; both
	-- null where it is not late.
	create function lending_arrears_on(of_book integer, of_loan uuid, on_day date,
		out since date, out overdue numeric)
	language sql stable as $$
		select min(row.due_on), held.owed - min(row.owed_after)
		from (select lending_owed_on(of_book, of_loan, on_day) as owed) held
		join instalments row on row.book_id = of_book and row.loan_id = of_loan
			and row.due_on < on_day and held.owed > row.owed_after
		where row.version = (
			select max(version) from loan_schedules
			where book_id = of_book and loan_id = of_loan and effective_on <= on_day
		)
		group by held.owed
	$$;

	-- What has happened has happened by the day on which it is recorded.
	create function lending_check_happened(of_book integer, on_day date, recorded timestamptz)
	returns void language plpgsql stable as $$
	begin
		if on_day > (
			select (recorded at time zone time_zone)::date from books where id = of_book
		) then
			perform ledger_breach('lending_happened', format('%s has not come yet.', on_day));
		end if;
	end $$;
`;

const charges = `
	-- A fine (ta'zir) of one late instalment, or a compensation (ta'widh) of what lateness cost.
	create table late_charges (
		book_id integer not null,
		loan_id uuid not null,
		number integer not null,
		kind text not null constraint late_charges_kind_check check (kind in ('tazir', 'tawidh')),
		charged_on date not null,
		amount numeric(20, 2) not null constraint late_charges_amount_check check (amount > 0),
		-- The instalment that a fine is for.
		version integer,
		instalment integer,
		-- The officer states that the member is able and delays on purpose; whoever cannot pay is
		-- charged with nothing (DSN-MUI 17/2000, 43/2004).
		is_wilful boolean not null constraint late_charges_wilful_check check (is_wilful),
		statement text not null constraint late_charges_statement_check check (statement <> ''),
		charged_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, number),
		constraint late_charges_instalment_key unique (book_id, loan_id, version, instalment),
		constraint late_charges_instalment_check check ((kind = 'tazir') = (instalment is not null)
			and (version is null) = (instalment is null)),
		constraint late_charges_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id),
		constraint late_charges_instalment_fkey foreign key (book_id, loan_id, version, instalment)
			references instalments (book_id, loan_id, version, number)
	);

	-- What was really spent because a loan was late; a paper proves one cost, once.
	create table tawidh_costs (
		book_id integer not null,
		loan_id uuid not null,
		charge_number integer not null,
		number integer not null,
		document text not null constraint tawidh_costs_document_check check (document <> ''),
		description text not null,
		spent_on date not null,
		amount numeric(20, 2) not null constraint tawidh_costs_amount_check check (amount > 0),
		primary key (book_id, loan_id, charge_number, number),
		constraint tawidh_costs_document_key unique (book_id, document),
		constraint tawidh_costs_charge_fkey foreign key (book_id, loan_id, charge_number)
			references late_charges (book_id, loan_id, number)
	);

	-- What a member paid of it; in force until its entry is reversed.
	create table late_charge_payments (
		book_id integer not null,
		entry_number bigint not null,
		loan_id uuid not null,
		charge_number integer not null,
		paid_on date not null,
		method text not null
			constraint late_charge_payments_method_check check (method in ('cash', 'bank')),
		receipt_number integer not null,
		received_by text not null,
		primary key (book_id, entry_number),
		constraint late_charge_payments_receipt_key unique (book_id, receipt_number),
		constraint late_charge_payments_charge_fkey foreign key (book_id, loan_id, charge_number)
			references late_charges (book_id, loan_id, number),
		constraint late_charge_payments_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	create index late_charge_payments_charge_idx
		on late_charge_payments (book_id, loan_id, charge_number);

	create table late_charge_waivers (
		book_id integer not null,
		loan_id uuid not null,
		charge_number integer not null,
		waived_on date not null,
		reason text not null constraint late_charge_waivers_reason_check check (reason <> ''),
		waived_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, charge_number),
		constraint late_charge_waivers_charge_fkey foreign key (book_id, loan_id, charge_number)
			references late_charges (book_id, loan_id, number)
	);
`;

const chargeLaws = `
	create function lending_admit_late_charge() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		loan loans;
		fine jsonb;
		in_force integer;
	begin
		perform from book_tips where book_id = new.book_id for update;
		perform lending_check_happened(new.book_id, new.charged_on, new.recorded_at);
		select * into strict loan from loans where book_id = new.book_id and id = new.loan_id;
		if loan.status <> 'disbursed' then
			perform ledger_breach('late_charges_running', format(
				'Loan %s is %s; a charge is of one that runs.', loan.number, loan.status));
		end if;
		if new.number <> 1 + (
			select count(*) from late_charges where book_id = new.book_id and loan_id = new.loan_id
		) then
			perform ledger_breach('late_charges_gapless', format(
				'Charge %s of loan %s does not follow the one before.', new.number, loan.number));
		end if;
		if new.kind = 'tawidh' then return new; end if;
		select late_fine into fine from loan_products
		where book_id = new.book_id and code = loan.product_code and version = loan.product_version;
		if (fine ->> 'amount')::numeric is distinct from new.amount then
			perform ledger_breach('late_charges_agreed', format(
				'A fine of %s was not agreed for loan %s (DSN-MUI 17/2000).', new.amount, loan.number));
		end if;
		select max(version) into in_force from loan_schedules
		where book_id = new.book_id and loan_id = new.loan_id and effective_on <= new.charged_on;
		if new.version is distinct from in_force or not exists (
			select from instalments row
			where row.book_id = new.book_id and row.loan_id = new.loan_id
				and row.version = new.version and row.number = new.instalment
				and row.due_on < new.charged_on and row.principal + row.margin > 0
				and lending_owed_on(new.book_id, new.loan_id, new.charged_on) > row.owed_after
		) then
			perform ledger_breach('late_charges_late', format(
				'Instalment %s of loan %s is not late on %s.', new.instalment, loan.number,
				new.charged_on));
		end if;
		return new;
	end $$;
	create trigger late_charges_admit before insert on late_charges
		for each row execute function lending_admit_late_charge();

	-- A cost was spent while the loan was late, and not after it was claimed (DSN-MUI 43/2004,
	-- 129/2019).
	create function lending_admit_cost() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		charge late_charges;
	begin
		select * into strict charge from late_charges
		where book_id = new.book_id and loan_id = new.loan_id and number = new.charge_number;
		if charge.kind <> 'tawidh' then
			perform ledger_breach('tawidh_costs_kind', 'Costs are of a ta''widh.');
		end if;
		if new.spent_on > charge.charged_on
			or (select since from lending_arrears_on(new.book_id, new.loan_id, new.spent_on)) is null
		then
			perform ledger_breach('tawidh_costs_late', format(
				'The loan was not late on %s, the day of the cost %s.', new.spent_on, new.document));
		end if;
		return new;
	end $$;
	create trigger tawidh_costs_admit before insert on tawidh_costs
		for each row execute function lending_admit_cost();

	-- At commit: a ta'widh is at most what was really spent.
	create function lending_check_tawidh() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		spent numeric;
	begin
		select coalesce(sum(amount), 0) into spent from tawidh_costs
		where book_id = new.book_id and loan_id = new.loan_id and charge_number = new.number;
		if new.amount > spent then
			perform ledger_breach('late_charges_real_cost', format(
				'A ta''widh of %s is more than the real cost of %s (DSN-MUI 43/2004).', new.amount,
				spent));
		end if;
		return null;
	end $$;
	create constraint trigger late_charges_real_cost after insert on late_charges
		deferrable initially deferred for each row when (new.kind = 'tawidh')
		execute function lending_check_tawidh();
`;

const endingLaws = `
	-- Where a charge goes: a fine under a sharia akad is for the poor and never income (DSN-MUI
	-- 17/2000); a conventional one as the product says; a compensation makes up for what was spent.
	create function lending_late_charge_account(kind text, akad text, fine_to text) returns text
	language sql immutable parallel safe as $$
		select case when kind = 'tazir' and (akad <> 'jasa' or fine_to = 'benevolence') then '2.3.03'
			else '4.9.01' end
	$$;

	create function lending_admit_late_charge_payment() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		charge late_charges;
		loan loans;
		wanted text;
		entry entries;
		booked jsonb;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into strict charge from late_charges
		where book_id = new.book_id and loan_id = new.loan_id and number = new.charge_number;
		if new.paid_on < charge.charged_on or exists (
			select from late_charge_waivers waiver
			where waiver.book_id = new.book_id and waiver.loan_id = new.loan_id
				and waiver.charge_number = new.charge_number
		) or exists (
			select from late_charge_payments payment
			where payment.book_id = new.book_id and payment.loan_id = new.loan_id
				and payment.charge_number = new.charge_number and not exists (
					select from entries
					where entries.book_id = payment.book_id and entries.reverses = payment.entry_number
				)
		) then
			perform ledger_breach('late_charge_payments_open', format(
				'Charge %s of the loan is not open on %s.', new.charge_number, new.paid_on));
		end if;
		select * into strict loan from loans where book_id = new.book_id and id = new.loan_id;
		select lending_late_charge_account(charge.kind, loan.akad, late_fine ->> 'to') into wanted
		from (values (1)) one
		left join loan_products on book_id = new.book_id and code = loan.product_code
			and version = loan.product_version;
		select * into strict entry from entries
		where book_id = new.book_id and number = new.entry_number;
		select jsonb_object_agg(side, jsonb_build_array(account_code, amount)) into booked
		from lines where book_id = new.book_id and entry_number = new.entry_number
			and (side = 'debit' or loan_id = new.loan_id);
		if entry.kind <> charge.kind or entry.effective_on <> new.paid_on
			or entry.reverses is not null
			or (select count(*) from lines
				where book_id = new.book_id and entry_number = new.entry_number) <> 2
			or booked is distinct from jsonb_build_object(
				'debit', jsonb_build_array(case new.method when 'cash' then '1.1.01' else '1.1.02' end,
					charge.amount),
				'credit', jsonb_build_array(wanted, charge.amount)) then
			perform ledger_breach('late_charge_payments_as_booked', format(
				'Entry %s does not bring %s of %s into account %s.', new.entry_number, charge.amount,
				charge.kind, wanted));
		end if;
		return new;
	end $$;
	create trigger late_charge_payments_admit before insert on late_charge_payments
		for each row execute function lending_admit_late_charge_payment();

	-- Whoever charged does not waive, and what is paid is not waived.
	create function lending_admit_waiver() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		charge late_charges;
	begin
		perform from book_tips where book_id = new.book_id for update;
		perform lending_check_happened(new.book_id, new.waived_on, new.recorded_at);
		select * into strict charge from late_charges
		where book_id = new.book_id and loan_id = new.loan_id and number = new.charge_number;
		if charge.charged_by = new.waived_by then
			perform ledger_breach('late_charge_waivers_two_people', format(
				'%s made this charge; another person waives it.', new.waived_by));
		end if;
		if new.waived_on < charge.charged_on or exists (
			select from late_charge_payments payment
			where payment.book_id = new.book_id and payment.loan_id = new.loan_id
				and payment.charge_number = new.charge_number and not exists (
					select from entries
					where entries.book_id = payment.book_id and entries.reverses = payment.entry_number
				)
		) then
			perform ledger_breach('late_charge_waivers_open', format(
				'Charge %s of the loan is not open on %s.', new.charge_number, new.waived_on));
		end if;
		return new;
	end $$;
	create trigger late_charge_waivers_admit before insert on late_charge_waivers
		for each row execute function lending_admit_waiver();
`;

const collection = `
	-- What a member said that they would pay, and by when. Whether they did stands in the repayments.
	create table payment_promises (
		book_id integer not null,
		loan_id uuid not null,
		number integer not null,
		promised_on date not null,
		pay_on date not null,
		amount numeric(20, 2) not null constraint payment_promises_amount_check check (amount > 0),
		promised_by text not null,
		note text,
		recorded_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, number),
		constraint payment_promises_days_check check (pay_on >= promised_on),
		constraint payment_promises_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id)
	);

	create table collection_visits (
		book_id integer not null,
		loan_id uuid not null,
		number integer not null,
		visited_on date not null,
		visitor text not null,
		met text not null constraint collection_visits_met_check
			check (met in ('member', 'family', 'neighbour', 'nobody')),
		found text not null constraint collection_visits_found_check check (found <> ''),
		recorded_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, number),
		constraint collection_visits_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id)
	);

	-- Letters by the cooperative's own numbers, with how late the loan was when each was written.
	create table demand_letters (
		book_id integer not null,
		number integer not null,
		loan_id uuid not null,
		level integer not null constraint demand_letters_level_check check (level between 1 and 3),
		issued_on date not null,
		days_past_due integer not null,
		overdue numeric(20, 2) not null,
		delivery text not null,
		recorded_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, number),
		constraint demand_letters_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id)
	);
	create index demand_letters_loan_idx on demand_letters (book_id, loan_id, issued_on);
`;

const collectionLaws = `
	create function lending_admit_promise() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform lending_check_happened(new.book_id, new.promised_on, new.recorded_at);
		return new;
	end $$;
	create trigger payment_promises_admit before insert on payment_promises
		for each row execute function lending_admit_promise();

	create function lending_admit_visit() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform lending_check_happened(new.book_id, new.visited_on, new.recorded_at);
		return new;
	end $$;
	create trigger collection_visits_admit before insert on collection_visits
		for each row execute function lending_admit_visit();

	-- The first, second and third letter follow one another while the loan stays late; a loan that
	-- was brought up to date begins with the first again.
	create function lending_admit_letter() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		late record;
	begin
		perform from book_tips where book_id = new.book_id for update;
		perform lending_check_happened(new.book_id, new.issued_on, new.recorded_at);
		select * into late from lending_arrears_on(new.book_id, new.loan_id, new.issued_on);
		if late.since is null or new.days_past_due <> new.issued_on - late.since
			or new.overdue <> late.overdue then
			perform ledger_breach('demand_letters_late', format(
				'The loan is not late on %s as the letter says.', new.issued_on));
		end if;
		if exists (
			select from demand_letters
			where book_id = new.book_id and loan_id = new.loan_id and issued_on > new.issued_on
		) or new.level <> 1 + (
			select count(*) from demand_letters
			where book_id = new.book_id and loan_id = new.loan_id and issued_on > late.since
		) then
			perform ledger_breach('demand_letters_forward', format(
				'Letter %s does not follow the one before.', new.level));
		end if;
		return new;
	end $$;
	create trigger demand_letters_admit before insert on demand_letters
		for each row execute function lending_admit_letter();
`;

const rights = [
	'late_charges',
	'tawidh_costs',
	'late_charge_payments',
	'late_charge_waivers',
	'payment_promises',
	'collection_visits',
	'demand_letters',
]
	.map(
		(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function ledger_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function ledger_refuse_change();
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select, insert on ${table} to bergulir_app;`,
	)
	.join('\n');
