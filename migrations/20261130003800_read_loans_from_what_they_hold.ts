import type {Knex} from 'knex';

/**
 * What loans owe on a day is read from what they hold now, less what came later: a report of today
 * costs the same after ten years of payments as after one. Beside days past due readers are told
 * since when a loan is late and with how much, what was disbursed of it, and by which schedule.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		drop function provisioning_classes(date, text[], text[], integer[], uuid, timestamptz, text);
		drop function provisioning_lateness(date, text[], text[], integer[], uuid, timestamptz);
		drop function provisioning_balances(date, text[], text[], integer[], uuid, timestamptz);
	`);
	await knex.raw(later);
	await knex.raw(balances);
	await knex.raw(lateness);
	await knex.raw(classes);
}

export async function down(): Promise<void> {
	throw new Error('Reports read loans through these functions; they are not taken away.');
}

const debit = `case line.side when 'debit' then line.amount else -line.amount end`;

const later = `
	-- What was moved on loans after a day or after the last entry that was known: what they held then
	-- is what they hold now less this. Found through the indexes of the lines, it costs what came
	-- later and not what there ever was.
	create function provisioning_later(as_of date, of_books integer[], known bigint[],
		of_accounts text[])
	returns table (book_id integer, loan_id uuid, account_code text, moved numeric, granted numeric)
	language plpgsql stable rows 1000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set enable_nestloop = on set enable_mergejoin = off
	set enable_sort = on set jit = off as $$
	#variable_conflict use_column
	begin
		return query
		select part.book_id, part.loan_id, part.account_code, sum(part.moved),
			coalesce(sum(part.moved) filter (where part.kind = 'disbursement'), 0)
		from (
			select line.book_id, line.loan_id, line.account_code, line.kind, ${debit} as moved
			from unnest(of_books) span (book_id)
			join lines line on line.book_id = span.book_id
				and line.account_code = any (of_accounts) and line.effective_on > as_of
			where line.loan_id is not null
			union all
			select line.book_id, line.loan_id, line.account_code, line.kind, ${debit}
			from unnest(of_books, known) span (book_id, last)
			join lines line on line.book_id = span.book_id and line.entry_number > span.last
				and line.account_code = any (of_accounts) and line.effective_on <= as_of
			where line.loan_id is not null
		) part
		group by part.book_id, part.loan_id, part.account_code;
	end $$;
`;

const balances = `
	-- What loans owe by the ledger, what of that is principal and what was disbursed of each, with
	-- the schedule in force on the day: of some books or of all in scope, those that are not paid
	-- off. A book of which less came up to the day than after it is read from its first line; so is
	-- one loan. Each table is read through what was asked for and joined by hashing: one plan for a
	-- loan, a book and a million loans.
	create function provisioning_balances(
		as_of date,
		owed_accounts text[],
		principal_accounts text[],
		of_books integer[],
		of_loan uuid,
		known_at timestamptz
	)
	returns table (book_id integer, loan_id uuid, fund_id uuid, number integer, frequency text,
		owed numeric, principal numeric, disbursed numeric, version integer)
	language plpgsql stable rows 10000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set enable_nestloop = off set enable_mergejoin = off
	set enable_sort = off set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	declare
		accounts text[] := array(
			select unnest(owed_accounts) union select unnest(principal_accounts));
		from_now integer[];
		known bigint[];
		from_first integer[];
		first_known bigint[];
	begin
		select array_agg(book.id) filter (where not book.is_early),
			array_agg(book.last) filter (where not book.is_early),
			array_agg(book.id) filter (where book.is_early),
			array_agg(book.last) filter (where book.is_early)
		into from_now, known, from_first, first_known
		from (
			select span.id, span.last, of_loan is not null or span.last < tip.number / 2
				or (select entry.effective_on > as_of from entries entry
					where entry.book_id = span.id and entry.number = tip.number / 2) is true as is_early
			from (
				select books.id, case when known_at is null then 9223372036854775807
					else ledger_number_before(books.id, known_at + interval '1 microsecond') end as last
				from books where of_books is null or books.id = any (of_books)
			) span
			join book_tips tip on tip.book_id = span.id
		) book;
		from_now := coalesce(from_now, '{}');
		from_first := coalesce(from_first, '{}');

		return query
		with since_first as materialized (
			select line.book_id, line.loan_id, line.account_code, sum(${debit}) as moved,
				coalesce(sum(${debit}) filter (where line.kind = 'disbursement'), 0) as granted
			from lines line
			where cardinality(from_first) > 0 and line.book_id = any (from_first)
				and line.loan_id is not null and line.effective_on <= as_of
				and line.account_code = any (accounts)
				and (known_at is null or line.entry_number
					<= first_known[array_position(from_first, line.book_id)])
				and (of_loan is null or line.loan_id = of_loan)
			group by line.book_id, line.loan_id, line.account_code
		),
		later as materialized (
			select given.* from provisioning_later(as_of, from_now, known, accounts) given
			where cardinality(from_now) > 0
		),
		held as (
			select held.book_id, held.dimension as loan_id, held.account_code,
				case account.normal_side when 'debit' then held.balance else -held.balance end as moved,
				coalesce(case account.normal_side when 'debit' then held.granted
					else -held.granted end, 0) as granted
			from floor_balances held
			join accounts account on account.book_id = held.book_id
				and account.code = held.account_code
			where cardinality(from_now) > 0 and held.book_id = any (from_now)
				and held.account_code = any (accounts) and (held.balance <> 0
					or (held.book_id, held.dimension) in (select later.book_id, later.loan_id from later))
		),
		moved as (
			select part.book_id, part.loan_id,
				sum(part.moved) filter (where part.account_code = any (owed_accounts)) as owed,
				sum(part.moved) filter (where part.account_code = any (principal_accounts)) as principal,
				sum(part.granted) filter (where part.account_code = any (principal_accounts)) as granted
			from (
				select since_first.* from since_first
				union all
				select held.* from held
				union all
				select later.book_id, later.loan_id, later.account_code, -later.moved, -later.granted
				from later
			) part
			group by part.book_id, part.loan_id
		),
		balance as (
			select moved.book_id, moved.loan_id, coalesce(moved.owed, 0) as owed,
				coalesce(moved.principal, 0) as principal, coalesce(moved.granted, 0) as granted
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
			balance.owed, balance.principal, balance.granted, terms.version
		from balance
		join terms on terms.book_id = balance.book_id and terms.id = balance.loan_id
		where balance.owed <> 0 or balance.principal <> 0;
	end $$;
`;

const lateness = `
	-- Those loans with how late each is: in days and months since the oldest instalment that is not
	-- paid in full, and in payments missed. It is the lateness of arrearsOn in
	-- src/lending/arrears.ts, and whatever is said of classes and provisions is read from here; so
	-- are since when it is late and with how much.
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
		missed_payments integer, late_since date, overdue numeric, disbursed numeric,
		schedule_version integer)
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
				min(instalment.owed_after) as owed_after,
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
			coalesce(provisioning_months(late.since, as_of), 0), coalesce(late.missed, 0),
			late.since, coalesce(running.owed - late.owed_after, 0), running.disbursed, running.version
		from running
		left join late on late.book_id = running.book_id and late.loan_id = running.loan_id;
	end $$;
`;

const classes = `
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
		computed integer, manual integer, class_position integer, base numeric, provision numeric,
		late_since date, overdue numeric, disbursed numeric, schedule_version integer)
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
				- case when classed.deducts[classed.final] then classed.collateral else 0 end, 0)),
			classed.late_since, classed.overdue, classed.disbursed, classed.schedule_version
		from classed
	$$;
`;
