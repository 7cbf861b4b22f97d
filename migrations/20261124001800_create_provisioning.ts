import type {Knex} from 'knex';

/**
 * Collectibility and provision: the policies as data, the classes that people set by hand, the
 * policy that each cooperative books by, the provisions booked. How late a loan is stands in ONE
 * function, `provisioning_lateness`, and every class and provision is read from it.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(policies);
	await knex.raw(records);
	await knex.raw(lateness);
	await knex.raw(classes);
	await knex.raw(manualLaws);
	await knex.raw(bookingLaws);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Provisions are referred to by the journal; they are not taken back.');
}

const policies = `
	create table provision_policies (
		code text primary key
			constraint provision_policies_code_check check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
		name_id text not null,
		name_en text not null
	);

	-- A change of a policy is a new version from a day on; what was in force stays as it was.
	create table provision_policy_versions (
		policy_code text not null
			constraint provision_policy_versions_policy_fkey references provision_policies (code),
		version integer not null
			constraint provision_policy_versions_version_check check (version > 0),
		effective_from date not null,
		legal_basis text not null,
		-- Provisional as soon as one number of it is only remembered or assumed.
		status text not null constraint provision_policy_versions_status_check
			check (status in ('in-force', 'provisional')),
		primary key (policy_code, version),
		constraint provision_policy_versions_day_key unique (policy_code, effective_from)
	);

	-- The classes of a policy from the best to the worst.
	create table provision_classes (
		policy_code text not null,
		version integer not null,
		position integer not null
			constraint provision_classes_position_check check (position between 1 and 9),
		code text not null,
		name_id text not null,
		name_en text not null,
		-- Of what is outstanding, in per cent.
		percentage numeric(9, 6) not null
			constraint provision_classes_percentage_check check (percentage between 0 and 100),
		deducts_collateral boolean not null,
		-- A loan stays in this class only while its collateral is so much of what it owes; otherwise it
		-- is of the next one.
		collateral_percent_min numeric(9, 6) constraint provision_classes_collateral_check
			check (collateral_percent_min > 0),
		is_provisional boolean not null,
		source text not null,
		primary key (policy_code, version, position),
		constraint provision_classes_code_key unique (policy_code, version, code),
		constraint provision_classes_version_fkey foreign key (policy_code, version)
			references provision_policy_versions (policy_code, version)
	);
	create unique index provision_classes_collateral_key on provision_classes (policy_code, version)
		where collateral_percent_min is not null;

	-- Up to what a loan is of a class, by how often it is paid; what is beyond all is of the last.
	create table provision_bands (
		policy_code text not null,
		version integer not null,
		frequency text not null constraint provision_bands_frequency_check check (frequency in ('daily',
			'weekly', 'monthly', 'quarterly', 'six-monthly', 'bullet', 'seasonal')),
		position integer not null,
		measure text not null
			constraint provision_bands_measure_check check (measure in ('days', 'months', 'missed')),
		up_to integer not null constraint provision_bands_up_to_check check (up_to >= 0),
		is_provisional boolean not null,
		source text not null,
		primary key (policy_code, version, frequency, position),
		constraint provision_bands_class_fkey foreign key (policy_code, version, position)
			references provision_classes (policy_code, version, position)
	);
`;

const records = `
	-- A class that a superior set because it is worse than lateness says, from a day on.
	create table manual_classes (
		book_id integer not null,
		loan_id uuid not null,
		policy_code text not null
			constraint manual_classes_policy_fkey references provision_policies (code),
		number integer not null,
		effective_from date not null,
		-- Null where the class by hand ends, and lateness alone decides again.
		class_code text,
		reason text not null constraint manual_classes_reason_check check (reason <> ''),
		recorded_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, policy_code, number),
		constraint manual_classes_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id)
	);

	-- Which of the policies a cooperative books its provisions by.
	create table provision_choices (
		book_id integer not null
			constraint provision_choices_cooperative_fkey references cooperatives (book_id),
		effective_from date not null,
		policy_code text not null
			constraint provision_choices_policy_fkey references provision_policies (code),
		reason text not null constraint provision_choices_reason_check check (reason <> ''),
		decided_by text not null,
		decided_at timestamptz not null,
		primary key (book_id, effective_from)
	);

	-- The documents by which provisions were booked.
	create table provision_runs (
		book_id integer not null
			constraint provision_runs_cooperative_fkey references cooperatives (book_id),
		number integer not null,
		month date not null constraint provision_runs_month_check check (extract(day from month) = 1),
		policy_code text not null,
		version integer not null,
		booked_before numeric(38, 2) not null,
		required numeric(38, 2) not null
			constraint provision_runs_required_check check (required >= 0),
		entry_number bigint not null,
		booked_by text not null,
		primary key (book_id, number),
		constraint provision_runs_version_fkey foreign key (policy_code, version)
			references provision_policy_versions (policy_code, version),
		constraint provision_runs_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
`;

const lateness = `
	-- The accounts a loan is made of, as src/cooperatives/chart.ts lists them; a test compares both.
	create function provisioning_owed_accounts() returns text[]
	language sql immutable parallel safe as
	$$ select array['1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12'] $$;
	create function provisioning_principal_accounts() returns text[]
	language sql immutable parallel safe as $$ select array['1.2.01', '1.2.02', '1.2.03', '1.2.07',
		'1.2.08', '1.2.11', '1.2.12', '1.4.01', '1.4.02'] $$;

	-- How often a loan is paid, in the words of the policies. One payment in all is a bullet whatever
	-- its period; every 35 days (selapanan) is monthly; what lies between two words takes the
	-- stricter, more frequent one.
	create function provisioning_frequency(unit text, every integer, instalments integer) returns text
	language sql immutable parallel safe as $$
		select case
			when instalments = 1 then 'bullet'
			when unit = 'month' and every = 1 then 'monthly'
			when unit = 'month' and every < 6 then 'quarterly'
			when unit = 'month' then 'six-monthly'
			when every * (case unit when 'week' then 7 else 1 end) < 7 then 'daily'
			when every * (case unit when 'week' then 7 else 1 end) < 28 then 'weekly'
			when every * (case unit when 'week' then 7 else 1 end) <= 35 then 'monthly'
			when every * (case unit when 'week' then 7 else 1 end) < 182 then 'quarterly'
			else 'six-monthly'
		end
	$$;

	-- Months that have begun since a day: within a month of it 1, on the day after that 2. A month is
	-- over on the same day of the next one, or on its last day where it is shorter.
	create function provisioning_months(since date, as_of date) returns integer
	language sql immutable parallel safe as $$
		select case when as_of <= since then 0 else
			((extract(year from as_of) - extract(year from since)) * 12
				+ extract(month from as_of) - extract(month from since))::integer
			+ (as_of > (since + make_interval(months => ((extract(year from as_of)
				- extract(year from since)) * 12 + extract(month from as_of)
				- extract(month from since))::integer))::date)::integer end
	$$;

	-- What loans owe by the ledger, and what of that is principal, with the schedule in force on the
	-- day: of some books or of all in scope, those that are not paid off. Each table is read through
	-- what was asked for and joined by hashing: one plan for a loan, a book and a million loans.
	create function provisioning_balances(
		as_of date,
		owed_accounts text[],
		principal_accounts text[],
		of_books integer[],
		of_loan uuid,
		known_at timestamptz
	)
	returns table (book_id integer, loan_id uuid, fund_id uuid, number integer, frequency text,
		owed numeric, principal numeric, version integer)
	language plpgsql stable rows 10000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set enable_nestloop = off set enable_mergejoin = off
	set enable_sort = off set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	declare
		-- Most accounts count for both sums, so each line is added once.
		for_both text[] := array(
			select unnest(owed_accounts) intersect select unnest(principal_accounts));
		for_owed text[] := array(select unnest(owed_accounts) except select unnest(principal_accounts));
		for_principal text[] := array(
			select unnest(principal_accounts) except select unnest(owed_accounts));
	begin
		return query
		with known as materialized (
			select books.id, ledger_number_before(books.id, known_at + interval '1 microsecond') as last
			from books where of_books is null or books.id = any (of_books)
		),
		moved as (
			select line.book_id, line.loan_id,
				coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end)
					filter (where line.account_code = any (for_both)), 0) as both,
				coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end)
					filter (where line.account_code = any (for_owed)), 0) as owed,
				coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end)
					filter (where line.account_code = any (for_principal)), 0) as principal
			from lines line
			where line.loan_id is not null and line.effective_on <= as_of
				and line.account_code = any (for_both || for_owed || for_principal)
				and (known_at is null
					or line.entry_number <= (select known.last from known where known.id = line.book_id))
				and (of_books is null or line.book_id = any (of_books))
				and (of_loan is null or line.loan_id = of_loan)
			group by line.book_id, line.loan_id
		),
		balance as (
			select moved.book_id, moved.loan_id, moved.both + moved.owed as owed,
				moved.both + moved.principal as principal
			from moved offset 0
		),
		terms as (
			select loan.book_id, loan.id, loan.allocation_id, loan.number, loan.period_unit,
				loan.period_every, loan.instalments, max(planned.version) as version
			from loans loan
			left join loan_schedules planned on planned.book_id = loan.book_id
				and planned.loan_id = loan.id and planned.effective_on <= as_of
				and (known_at is null or planned.recorded_at <= known_at)
			where (of_books is null or loan.book_id = any (of_books))
				and (of_loan is null or loan.id = of_loan)
			group by loan.book_id, loan.id
		)
		select balance.book_id, balance.loan_id, terms.allocation_id, terms.number,
			provisioning_frequency(terms.period_unit, terms.period_every, terms.instalments),
			balance.owed, balance.principal, terms.version
		from balance
		join terms on terms.book_id = balance.book_id and terms.id = balance.loan_id
		where balance.owed <> 0 or balance.principal <> 0;
	end $$;

	-- Those loans with how late each is: in days and months since the oldest instalment that is not
	-- paid in full, and in payments missed. It is the lateness of arrearsOn in
	-- src/lending/arrears.ts, and whatever is said of classes and provisions is read from here.
	create function provisioning_lateness(
		as_of date,
		owed_accounts text[] default provisioning_owed_accounts(),
		principal_accounts text[] default provisioning_principal_accounts(),
		of_books integer[] default null,
		of_loan uuid default null,
		known_at timestamptz default null
	)
	returns table (book_id integer, loan_id uuid, fund_id uuid, number integer, frequency text,
		owed numeric, principal numeric, days_past_due integer, months_past_due integer,
		missed_payments integer)
	language plpgsql stable rows 10000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set enable_nestloop = off set enable_mergejoin = off
	set enable_sort = off set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	begin
		return query
		with running as materialized (
			select given.* from provisioning_balances(as_of, owed_accounts, principal_accounts, of_books,
				of_loan, known_at) given
		),
		late as (
			select instalment.book_id, instalment.loan_id, min(instalment.due_on) as since,
				(count(*) filter (where instalment.principal > 0 or instalment.margin > 0))::integer
					as missed
			from instalments instalment
			join running on running.book_id = instalment.book_id
				and running.loan_id = instalment.loan_id and running.version = instalment.version
			where instalment.due_on < as_of and running.owed > instalment.owed_after
				and (of_books is null or instalment.book_id = any (of_books))
				and (of_loan is null or instalment.loan_id = of_loan)
			group by instalment.book_id, instalment.loan_id
		)
		select running.book_id, running.loan_id, running.fund_id, running.number, running.frequency,
			running.owed, running.principal, coalesce(as_of - late.since, 0),
			coalesce(provisioning_months(late.since, as_of), 0), coalesce(late.missed, 0)
		from running
		left join late on late.book_id = running.book_id and late.loan_id = running.loan_id;
	end $$;
`;

const classes = `
	-- What the collateral of loans is worth on a day, as far as a policy lets it be deducted. Nothing
	-- is pledged yet; whoever records pledges replaces this one function.
	create function provisioning_collateral(as_of date)
	returns table (book_id integer, loan_id uuid, value numeric)
	language sql stable as
	$$ select null::integer, null::uuid, null::numeric where as_of is null $$;

	-- Per loan and policy in force on the day: the class by lateness, the worse one set by hand where
	-- there is one, and the provision that it requires, a half rounded up to whole rupiah.
	create function provisioning_classes(
		as_of date,
		owed_accounts text[] default provisioning_owed_accounts(),
		principal_accounts text[] default provisioning_principal_accounts(),
		of_books integer[] default null,
		of_loan uuid default null,
		known_at timestamptz default null,
		of_policy text default null
	)
	returns table (book_id integer, loan_id uuid, fund_id uuid, number integer, frequency text,
		owed numeric, principal numeric, collateral numeric, days_past_due integer,
		months_past_due integer, missed_payments integer, policy_code text, version integer,
		computed integer, manual integer, class_position integer, base numeric, provision numeric)
	language sql stable as $$
		with policy as materialized (
			select distinct on (given.policy_code) given.policy_code, given.version
			from provision_policy_versions given
			where given.effective_from <= as_of
				and (of_policy is null or given.policy_code = of_policy)
			order by given.policy_code, given.effective_from desc
		),
		rung as materialized (
			select policy.policy_code, policy.version,
				-- As a pure number: a quotient would be cut somewhere.
				array_agg(class.percentage * 0.01 order by class.position) as rates,
				array_agg(class.deducts_collateral order by class.position) as deducts,
				array_agg(class.collateral_percent_min order by class.position) as covers
			from policy
			join provision_classes class on class.policy_code = policy.policy_code
				and class.version = policy.version
			group by policy.policy_code, policy.version
		),
		ladder as materialized (
			select rung.*, band.frequency, min(band.measure) as measure,
				-- The first value that is of the next class.
				array_agg(band.up_to + 1 order by band.position) as beyond
			from rung
			join provision_bands band on band.policy_code = rung.policy_code
				and band.version = rung.version
			group by rung.policy_code, rung.version, rung.rates, rung.deducts, rung.covers,
				band.frequency
		),
		by_hand as materialized (
			select distinct on (record.book_id, record.loan_id, record.policy_code)
				record.book_id, record.loan_id, record.policy_code, class.position
			from manual_classes record
			join policy on policy.policy_code = record.policy_code
			left join provision_classes class on class.policy_code = policy.policy_code
				and class.version = policy.version and class.code = record.class_code
			where record.effective_from <= as_of
				and (known_at is null or record.recorded_at <= known_at)
				and (of_loan is null or record.loan_id = of_loan)
				and (of_books is null or record.book_id = any (of_books))
			order by record.book_id, record.loan_id, record.policy_code, record.number desc
		),
		reached as (
			select late.*, coalesce(pledged.value, 0) as collateral, ladder.policy_code,
				ladder.version, ladder.rates, ladder.deducts, ladder.covers,
				1 + width_bucket(case ladder.measure when 'days' then late.days_past_due
					when 'months' then late.months_past_due else late.missed_payments end,
					ladder.beyond) as position
			from provisioning_lateness(as_of, owed_accounts, principal_accounts, of_books, of_loan,
				known_at) late
			join ladder on ladder.frequency = late.frequency
			left join provisioning_collateral(as_of) pledged on pledged.book_id = late.book_id
				and pledged.loan_id = late.loan_id
			offset 0
		),
		-- Without the fences each step would be counted anew wherever the next one names it.
		computed as (
			select reached.*, reached.position + coalesce(reached.collateral * 100
				< reached.covers[reached.position] * reached.owed, false)::integer as by_lateness
			from reached offset 0
		),
		classed as (
			select computed.*, by_hand.position as manual,
				greatest(computed.by_lateness, by_hand.position) as final
			from computed
			left join by_hand on by_hand.book_id = computed.book_id
				and by_hand.loan_id = computed.loan_id and by_hand.policy_code = computed.policy_code
			offset 0
		)
		select classed.book_id, classed.loan_id, classed.fund_id, classed.number, classed.frequency,
			classed.owed, classed.principal, classed.collateral, classed.days_past_due,
			classed.months_past_due, classed.missed_payments, classed.policy_code, classed.version,
			classed.by_lateness, classed.manual, classed.final,
			greatest(classed.principal - case when classed.deducts[classed.final]
				then classed.collateral else 0 end, 0),
			round(classed.rates[classed.final] * greatest(classed.principal
				- case when classed.deducts[classed.final] then classed.collateral else 0 end, 0))
		from classed
	$$;
`;

const manualLaws = `
	-- A class by hand is worse than lateness says on its day, or it is none; another record ends it.
	create function provisioning_admit_manual_class() returns trigger
	language plpgsql security definer set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' as $$
	declare
		last manual_classes;
		by_lateness integer;
		wanted integer;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into last from manual_classes record
		where record.book_id = new.book_id and record.loan_id = new.loan_id
			and record.policy_code = new.policy_code
		order by record.number desc limit 1;
		if new.number <> coalesce(last.number, 0) + 1 or new.effective_from < last.effective_from then
			perform ledger_breach('manual_classes_forward', format(
				'Record %s does not follow the one before.', new.number));
		end if;
		if new.recorded_at > clock_timestamp() + interval '5 minutes' or new.effective_from
			> (select (new.recorded_at at time zone time_zone)::date from books where id = new.book_id)
			then
			perform ledger_breach('manual_classes_not_future', format(
				'The class of %s is recorded before its day.', new.effective_from));
		end if;
		if new.class_code is null then
			if last.class_code is null then
				perform ledger_breach('manual_classes_nothing_to_end', 'No class by hand stands.');
			end if;
			return new;
		end if;
		select figure.computed, class.position into by_lateness, wanted
		from provisioning_classes(new.effective_from, of_books => array[new.book_id],
			of_loan => new.loan_id, of_policy => new.policy_code) figure
		left join provision_classes class on class.policy_code = figure.policy_code
			and class.version = figure.version and class.code = new.class_code;
		if wanted is null or wanted <= by_lateness then
			perform ledger_breach('manual_classes_only_worse', format(
				'The class %s is not worse than lateness says.', new.class_code));
		end if;
		return new;
	end $$;
	create trigger manual_classes_admit before insert on manual_classes
		for each row execute function provisioning_admit_manual_class();
`;

const bookingLaws = `
	create function provisioning_admit_choice() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (select from provision_choices given where given.book_id = new.book_id
			and given.effective_from >= new.effective_from) then
			perform ledger_breach('provision_choices_forward', format(
				'The choice from %s does not follow the one before.', new.effective_from));
		end if;
		return new;
	end $$;
	create trigger provision_choices_admit before insert on provision_choices
		for each row execute function provisioning_admit_choice();

	-- What a document says was required is what its policy asks of the loans on the last day of its
	-- month, and after its entry the allowance (1.2.19) is that, to the rupiah.
	create function provisioning_admit_run() returns trigger
	language plpgsql security definer set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' as $$
	declare
		last provision_runs;
		month_end date := (new.month + interval '1 month - 1 day')::date;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into last from provision_runs run
		where run.book_id = new.book_id order by run.number desc limit 1;
		if new.number <> coalesce(last.number, 0) + 1 or new.month < last.month then
			perform ledger_breach('provision_runs_forward', format(
				'Provision %s does not follow the one before.', new.number));
		end if;
		if not exists (select from entries entry where entry.book_id = new.book_id
			and entry.number = new.entry_number and entry.kind = 'provision'
			and entry.effective_on = month_end) then
			perform ledger_breach('provision_runs_entry', format(
				'Entry %s is not the provision of %s.', new.entry_number, month_end));
		end if;
		if new.policy_code is distinct from (select given.policy_code from provision_choices given
				where given.book_id = new.book_id and given.effective_from <= month_end
				order by given.effective_from desc limit 1)
			or new.version is distinct from (select given.version from provision_policy_versions given
				where given.policy_code = new.policy_code and given.effective_from <= month_end
				order by given.effective_from desc limit 1) then
			perform ledger_breach('provision_runs_policy', format(
				'The cooperative does not book by %s on %s.', new.policy_code, month_end));
		end if;
		if new.required is distinct from (select coalesce(sum(figure.provision), 0)
			from provisioning_classes(month_end, of_books => array[new.book_id],
				of_policy => new.policy_code) figure) then
			perform ledger_breach('provision_runs_required', format(
				'The policy does not ask for %s on %s.', new.required, month_end));
		end if;
		if new.required is distinct from (select coalesce(sum(
			case line.side when 'credit' then line.amount else -line.amount end), 0)
			from lines line where line.book_id = new.book_id and line.account_code = '1.2.19'
				and line.effective_on <= month_end) then
			perform ledger_breach('provision_runs_booked', format(
				'The allowance on %s is not %s.', month_end, new.required));
		end if;
		return new;
	end $$;
	create trigger provision_runs_admit before insert on provision_runs
		for each row execute function provisioning_admit_run();
`;

const tables = [
	'provision_policies',
	'provision_policy_versions',
	'provision_classes',
	'provision_bands',
	'manual_classes',
	'provision_choices',
	'provision_runs',
];

// A policy that was in force, a class that was set and a provision that was booked stay.
const appendOnly = `
	create function provisioning_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('provisioning_append_only', format(
			'%s of %s is refused: what was recorded stays, and a later record ends it.', tg_op,
			tg_table_name));
		return null;
	end $$;
	${tables
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function provisioning_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function provisioning_refuse_change();`,
		)
		.join('\n')}
`;

const ofBooks = ['manual_classes', 'provision_choices', 'provision_runs'];

const rights = `
	revoke all on ${tables.join(', ')} from public;
	grant select on ${tables.join(', ')} to bergulir_app;
	grant insert on ${ofBooks.join(', ')} to bergulir_app;
	${ofBooks
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));`,
		)
		.join('\n')}
	revoke all on function
		provisioning_balances(date, text[], text[], integer[], uuid, timestamptz),
		provisioning_lateness(date, text[], text[], integer[], uuid, timestamptz),
		provisioning_classes(date, text[], text[], integer[], uuid, timestamptz, text),
		provisioning_collateral(date) from public;
	grant execute on function
		provisioning_balances(date, text[], text[], integer[], uuid, timestamptz),
		provisioning_lateness(date, text[], text[], integer[], uuid, timestamptz),
		provisioning_classes(date, text[], text[], integer[], uuid, timestamptz, text),
		provisioning_collateral(date) to bergulir_app;
`;
