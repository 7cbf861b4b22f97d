import type {Knex} from 'knex';

/**
 * What fund health is read from: for each fund the changes of every day, and seals that hold all
 * changes up to a day. It is a rollup of lines and schedules up to an entry of each book and
 * nothing of its own: what came later is computed from the same function when it is read.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(after);
	await knex.raw(portfolio);
	await knex.raw(since);
	await knex.raw(touched);
	await knex.raw(results);
	await knex.raw(refresh);
	await knex.raw(seal);
	await knex.raw(facts);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Fund health is read through its rollup; it is made anew, not taken away.');
}

const money = [
	'tranches_received',
	'remitted',
	'returned',
	'principal_collected',
	'collected_not_remitted',
	'cash_and_bank',
	'before_sale',
	'down_payments',
	'disbursed',
	'fund_debt',
	'city_investment',
	'ended_otherwise',
	'claims',
	'written_off',
	'recovered',
] as const;
const loanSums = [
	'outstanding_principal',
	'active_loans',
	'borrowers',
	'women_borrowers',
	'principal_due_from_members',
	'principal_overdue',
	'at_risk_1',
	'at_risk_30',
	'at_risk_60',
	'at_risk_90',
	'restructured',
	'at_risk_30_restructured',
] as const;
const sums = [...money, ...loanSums];
const classSums = ['loans', 'principal', 'provision'] as const;
const classKey = ['policy_code', 'version', 'class_position'];

const list = (names: readonly string[], write: (name: string) => string = (name) => name): string =>
	names.map(write).join(', ');
/** Sums of what is there; nothing is written as null, which takes no room. */
const summed = (names: readonly string[]): string =>
	list(names, (name) => `nullif(sum(part.${name}), 0) as ${name}`);
const missing = (names: readonly string[]): string =>
	list(names, (name) => `null::numeric as ${name}`);
const anyOf = (names: readonly string[], of = ''): string =>
	`num_nonnulls(${list(names, (name) => of + name)}) > 0`;
const addUp = (names: readonly string[]): string =>
	list(
		names,
		(name) => `${name} = nullif(coalesce(held.${name}, 0) + coalesce(excluded.${name}, 0), 0)`,
	);

const tables = `
	-- Up to which entry of a book, under which policies and to which day its rollup goes.
	create table fund_rollups (
		book_id integer primary key constraint fund_rollups_book_fkey references books (id),
		last_number bigint not null,
		policies text not null,
		sealed_on date not null,
		refreshed_at timestamptz not null,
		-- What the whole book earned and spent in the year up to the day sealed.
		income_year numeric,
		expenses_year numeric
	);

	-- What changed in a fund on a day, in the order in which a span of days is read, so that it
	-- costs the same however many came before. Of days to come, what will change if nothing more is
	-- booked: instalments fall due, and what is late grows older.
	create table fund_days (
		book_id integer not null,
		fund_id uuid not null,
		on_day date not null,
		${list(sums, (name) => `${name} numeric`)},
		primary key (book_id, on_day, fund_id)
	) with (fillfactor = 90);
	create index fund_days_ended_idx on fund_days (book_id, fund_id, on_day)
		where written_off is not null or recovered is not null;
	create index fund_days_collected_idx on fund_days (book_id, fund_id, on_day)
		include (principal_collected) where principal_collected is not null;
	create table fund_day_classes (
		book_id integer not null,
		fund_id uuid not null,
		on_day date not null,
		policy_code text not null,
		version integer not null,
		class_position integer not null,
		${list(classSums, (name) => `${name} numeric`)},
		primary key (book_id, on_day, fund_id, policy_code, version, class_position)
	) with (fillfactor = 90);

	-- All changes up to the end of each month and up to the day of the last refreshing.
	create table fund_seals (
		book_id integer not null,
		fund_id uuid not null,
		sealed_on date not null,
		${list(sums, (name) => `${name} numeric`)},
		not_remitted_since date,
		primary key (book_id, sealed_on, fund_id)
	);
	create table fund_seal_classes (
		book_id integer not null,
		fund_id uuid not null,
		sealed_on date not null,
		policy_code text not null,
		version integer not null,
		class_position integer not null,
		${list(classSums, (name) => `${name} numeric`)},
		primary key (book_id, sealed_on, fund_id, policy_code, version, class_position)
	);

	-- The last seal of each fund, close together: today is what is asked for most.
	create table fund_latest (
		book_id integer not null,
		fund_id uuid not null,
		${list(sums, (name) => `${name} numeric`)},
		not_remitted_since date,
		primary key (book_id, fund_id)
	);
	create table fund_latest_classes (
		book_id integer not null,
		fund_id uuid not null,
		policy_code text not null,
		version integer not null,
		class_position integer not null,
		${list(classSums, (name) => `${name} numeric`)},
		primary key (book_id, fund_id, policy_code, version, class_position)
	);
`;

const recorded = ['manual_classes', 'collateral', 'collateral_appraisals', 'collateral_releases'];

// Whatever a loan's class depends on says after which entry of its book it came, as schedules do:
// so a rollup up to an entry is a fact that can be computed again, whatever came since.
const after = `
	create function reporting_note_entry() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		select number into strict new.after_entry from book_tips
		where book_id = new.book_id for update;
		return new;
	end $$;
	${recorded
		.map(
			(table) => `
	alter table ${table} add column after_entry bigint;
	create index ${table}_after_idx on ${table} (book_id, after_entry);
	create trigger ${table}_after before insert on ${table}
		for each row execute function reporting_note_entry();`,
		)
		.join('\n')}
	create index loan_schedules_after_idx on loan_schedules (book_id, after_entry);
`;

const debit = `case line.side when 'debit' then line.amount else -line.amount end`;
const collecting = `'repayment', 'recovery', 'down-payment-applied', 'payroll-clearing'`;
// A conversion takes principal off the old loan and is no new lending: over both of its entries it
// comes to nothing.
const lending = `'disbursement', 'conversion'`;
const principalAccount = `line.account_code = any (provisioning_principal_accounts())`;
const owedAccount = `line.account_code = any (provisioning_owed_accounts())`;

/** What lines say of a fund. A reversal keeps the kind of what it takes back: sums are net. */
const moneyOf: Readonly<Record<string, string>> = {
	tranches_received: `-sum(${debit}) filter (where line.account_code = '2.2.01' and line.kind = 'tranche')`,
	remitted: `sum(${debit}) filter (where line.account_code = '2.2.02' and line.kind = 'remittance')`,
	returned: `sum(${debit}) filter (where line.account_code = '2.2.01' and line.kind = 'fund-return')`,
	principal_collected: `-sum(${debit}) filter (where line.account_code = '2.2.02' and line.kind in (${collecting}))`,
	collected_not_remitted: `-sum(${debit}) filter (where line.account_code = '2.2.02')`,
	cash_and_bank: `sum(${debit}) filter (where line.account_code in ('1.1.01', '1.1.11'))`,
	before_sale: `sum(${debit}) filter (where line.account_code in ('1.2.32', '1.3.01', '1.3.02'))`,
	down_payments: `-sum(${debit}) filter (where line.account_code = '2.1.11')`,
	disbursed: `sum(${debit}) filter (where line.kind in (${lending}) and ${principalAccount})`,
	fund_debt: `-sum(${debit}) filter (where line.account_code = '2.2.01')`,
	city_investment: `sum(${debit}) filter (where line.account_code in ('1.1.2', '1.2.1', '9.1.1'))`,
	ended_otherwise: `sum(${debit}) filter (where line.account_code in ('2.2.01', '2.2.02') and line.kind in ('fund-claim', 'fund-write-off'))`,
	claims: `sum(${debit}) filter (where line.account_code = '1.3.1')`,
	written_off: `sum(${debit}) filter (where line.account_code = '9.1.01' and line.kind = 'write-off')`,
	recovered: `-sum(${debit}) filter (where line.account_code = '9.1.01' and line.kind = 'recovery')`,
} satisfies Record<(typeof money)[number], string>;

// The class by lateness, the worse one set by hand where there is one, and the provision that it
// requires, a half rounded up to whole rupiah: as provisioning_classes says it of one day.
const classed = `
		policy as (
			select given.policy_code, given.version, given.effective_from, coalesce(
				lead(given.effective_from) over (partition by given.policy_code
					order by given.effective_from), 'infinity') as until
			from provision_policy_versions given
		),
		rung as (
			select policy.policy_code, policy.version, policy.effective_from, policy.until,
				array_agg(class.percentage * 0.01 order by class.position) as rates,
				array_agg(class.deducts_collateral order by class.position) as deducts,
				array_agg(class.collateral_percent_min order by class.position) as covers
			from policy
			join provision_classes class on class.policy_code = policy.policy_code
				and class.version = policy.version
			group by 1, 2, 3, 4
		),
		ladder as materialized (
			select rung.*, band.frequency, min(band.measure) as measure,
				array_agg(band.up_to + 1 order by band.position) as beyond
			from rung
			join provision_bands band on band.policy_code = rung.policy_code
				and band.version = rung.version
			group by rung.policy_code, rung.version, rung.effective_from, rung.until, rung.rates,
				rung.deducts, rung.covers, band.frequency
		),
		reached as (
			select piece.book_id, piece.loan_id, piece.fund_id, piece.starts_on, piece.ends_on,
				piece.owed, piece.principal, piece.has_hand, ladder.policy_code, ladder.version,
				ladder.rates, ladder.deducts, ladder.covers, coalesce(pledged.value, 0) as collateral,
				case when piece.since is null then 1 else 1 + width_bucket(case ladder.measure
					when 'days' then piece.starts_on - piece.since
					when 'months' then provisioning_months(piece.since, piece.starts_on)
					else piece.missed::integer end, ladder.beyond) end as position
			from piece
			join ladder on ladder.frequency = piece.frequency
				and piece.starts_on >= ladder.effective_from and piece.starts_on < ladder.until
			left join lateral (
				select sum(appraised.value) as value
				from collateral held
				join known on known.book_id = held.book_id
				cross join lateral (
					select last.value from collateral_appraisals last
					where last.book_id = held.book_id and last.loan_id = held.loan_id
						and last.collateral_number = held.number and last.appraised_on <= piece.starts_on
						and (not is_rolled or coalesce(last.after_entry < known.last, true))
					order by last.appraised_on desc, last.number desc limit 1
				) appraised
				where piece.has_pledge and held.book_id = piece.book_id
					and held.loan_id = piece.loan_id and held.taken_on <= piece.starts_on
					and (not is_rolled or coalesce(held.after_entry < known.last, true))
					and not exists (
						select from collateral_releases release
						where release.book_id = held.book_id and release.loan_id = held.loan_id
							and release.collateral_number = held.number
							and release.released_on <= piece.starts_on
							and (not is_rolled or coalesce(release.after_entry < known.last, true))
					)
			) pledged on true
			where piece.owed <> 0 or piece.principal <> 0
			offset 0
		),
		-- Without the fences each step would be counted anew wherever the next one names it.
		computed as (
			select reached.*, greatest(reached.position + coalesce(reached.collateral * 100
				< reached.covers[reached.position] * reached.owed, false)::integer,
				by_hand.position) as class
			from reached
			left join lateral (
				select class.position
				from (
					select record.class_code from manual_classes record
					join known on known.book_id = record.book_id
					where reached.has_hand and record.book_id = reached.book_id
						and record.loan_id = reached.loan_id and record.policy_code = reached.policy_code
						and record.effective_from <= reached.starts_on
						and case when is_rolled then coalesce(record.after_entry < known.last, true)
							else known_at is null or record.recorded_at <= known_at end
					order by record.number desc limit 1
				) last
				join provision_classes class on class.policy_code = reached.policy_code
					and class.version = reached.version and class.code = last.class_code
			) by_hand on true
			offset 0
		),
		final as (
			select computed.book_id, computed.fund_id, edge.at, edge.sign, computed.policy_code,
				computed.version, computed.class as position, computed.principal,
				round(computed.rates[computed.class] * greatest(computed.principal
					- case when computed.deducts[computed.class] then computed.collateral else 0 end, 0))
					as provision
			from computed
			cross join lateral (values (computed.starts_on, 1), (computed.ends_on, -1)) edge (at, sign)
			where edge.at is not null
		)
`;

// Every loan from its first day on, in pieces within which nothing about it changes: from the lines
// and schedules known up to an entry, each day on which one of them counts, an instalment falls
// late, a policy begins, and on which what is late comes into another class. Each piece adds what
// it is on its first day and takes it off on the day after its last. With as_of there is the one
// piece of that day. It is the lateness of arrearsOn in src/lending/arrears.ts and the classes of
// provisioning_classes, for all days at once; tests hold it against both.
const portfolio = `
	create function reporting_portfolio(
		of_books integer[],
		of_last bigint[],
		is_rolled boolean,
		known_at timestamptz,
		as_of date,
		loan_books integer[],
		loan_ids uuid[]
	)
	returns table (book_id integer, fund_id uuid, on_day date, policy_code text, version integer,
		class_position integer, ${list([...loanSums, ...classSums], (name) => `${name} numeric`)})
	language plpgsql stable rows 10000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	begin
		return query
		with known as materialized (
			select given.* from unnest(of_books, of_last) as given (book_id, last)
		),
		wanted as materialized (
			select loan.book_id, loan.id as loan_id, loan.allocation_id as fund_id, loan.member_id,
				provisioning_frequency(loan.period_unit, loan.period_every, loan.instalments) as frequency,
				exists (select from manual_classes record where record.book_id = loan.book_id
					and record.loan_id = loan.id) as has_hand,
				exists (select from collateral held where held.book_id = loan.book_id
					and held.loan_id = loan.id) as has_pledge
			from loans loan
			where loan.book_id = any (of_books) and loan.disbursement_entry is not null
				and (loan_ids is null or (loan.book_id, loan.id) in (
					select named.book_id, named.loan_id
					from unnest(loan_books, loan_ids) as named (book_id, loan_id)))
		),
		moved as materialized (
			select line.book_id, line.loan_id, coalesce(as_of, line.effective_on) as on_day,
				sum(${debit}) filter (where ${owedAccount}) as owed,
				sum(${debit}) filter (where ${principalAccount}) as principal,
				sum(${debit}) filter (where ${principalAccount} and line.kind in (${lending}))
					as disbursed,
				sum(${debit}) filter (where line.kind = 'disbursement') as granted,
				sum(${debit}) filter (where line.kind = 'conversion') as converted
			from wanted
			join known on known.book_id = wanted.book_id
			join lines line on line.book_id = wanted.book_id and line.loan_id = wanted.loan_id
			where line.entry_number <= known.last and line.effective_on <= coalesce(as_of, 'infinity')
				and (${owedAccount} or ${principalAccount})
			group by 1, 2, 3
		),
		-- Of a day the last schedule that began on it. A schedule agreed anew makes a late loan look
		-- current, and so does a new akad.
		plan as materialized (
			select planned.book_id, planned.loan_id, coalesce(as_of, planned.effective_on) as on_day,
				max(planned.version) as version,
				bool_or(eased.version is not null or came.new_loan_id is not null) as is_restructured
			from wanted
			join known on known.book_id = wanted.book_id
			join loan_schedules planned on planned.book_id = wanted.book_id
				and planned.loan_id = wanted.loan_id
			left join loan_restructurings eased on eased.book_id = planned.book_id
				and eased.loan_id = planned.loan_id and eased.version = planned.version
			left join loan_conversions came on came.book_id = planned.book_id
				and came.new_loan_id = planned.loan_id
			where planned.effective_on <= coalesce(as_of, 'infinity') and case
				when is_rolled then coalesce(planned.after_entry < known.last, true)
				when known_at is null or planned.after_entry < known.last then true
				when planned.after_entry > known.last then false
				else planned.recorded_at <= known_at end
			group by 1, 2, 3
		),
		day as (
			select moved.book_id, moved.loan_id, moved.on_day from moved
			union
			select plan.book_id, plan.loan_id, plan.on_day from plan
			union
			select plan.book_id, plan.loan_id, instalment.due_on + 1 from plan
			join instalments instalment on instalment.book_id = plan.book_id
				and instalment.loan_id = plan.loan_id and instalment.version = plan.version
			where as_of is null
			union
			select first.book_id, first.loan_id, policy.effective_from
			from (select moved.book_id, moved.loan_id, min(moved.on_day) as on_day from moved
				group by 1, 2) first
			join provision_policy_versions policy on policy.effective_from > first.on_day
			where as_of is null
			union
			select wanted.book_id, wanted.loan_id, record.effective_from from wanted
			join manual_classes record on record.book_id = wanted.book_id
				and record.loan_id = wanted.loan_id
			where as_of is null and wanted.has_hand
			union
			select wanted.book_id, wanted.loan_id, valued.on_day from wanted
			cross join lateral (
				select held.taken_on as on_day from collateral held
				where held.book_id = wanted.book_id and held.loan_id = wanted.loan_id
				union all
				select appraisal.appraised_on from collateral_appraisals appraisal
				where appraisal.book_id = wanted.book_id and appraisal.loan_id = wanted.loan_id
				union all
				select release.released_on from collateral_releases release
				where release.book_id = wanted.book_id and release.loan_id = wanted.loan_id
			) valued
			where as_of is null and wanted.has_pledge
		),
		state as materialized (
			select day.book_id, day.loan_id, wanted.fund_id, wanted.member_id, wanted.frequency,
				wanted.has_hand, wanted.has_pledge, day.on_day, lead(day.on_day) over life as until,
				coalesce(sum(moved.owed) over life, 0) as owed,
				coalesce(sum(moved.principal) over life, 0) as principal,
				coalesce(sum(moved.disbursed) over life, 0) as disbursed,
				coalesce(sum(moved.granted) over life, 0) as granted,
				coalesce(sum(moved.converted) over life, 0) <> 0 as is_converted,
				max(plan.version) over life as version,
				coalesce(bool_or(plan.is_restructured) over life, false) as is_restructured
			from day
			join wanted on wanted.book_id = day.book_id and wanted.loan_id = day.loan_id
			left join moved on moved.book_id = day.book_id and moved.loan_id = day.loan_id
				and moved.on_day = day.on_day
			left join plan on plan.book_id = day.book_id and plan.loan_id = day.loan_id
				and plan.on_day = day.on_day
			window life as (partition by day.book_id, day.loan_id order by day.on_day)
		),
		-- Of a rescheduled loan the schedule has what was left of it: what is not due is not due.
		asked as materialized (
			select state.*, due.not_due, due.since, due.missed,
				state.granted <> 0 and due.count > 0 as is_counted
			from state
			cross join lateral (
				select count(*) as count,
					coalesce(sum(row.principal) filter (where row.due_on >= state.on_day), 0) as not_due,
					min(row.due_on) filter (where row.due_on < state.on_day
						and state.owed > row.owed_after) as since,
					count(*) filter (where row.due_on < state.on_day and state.owed > row.owed_after
						and (row.principal > 0 or row.margin > 0)) as missed
				from instalments row
				where row.book_id = state.book_id and row.loan_id = state.loan_id
					and row.version = state.version
			) due
		),
		bound as materialized (
			select distinct band.frequency, band.measure, band.up_to from provision_bands band
			where band.measure in ('days', 'months')
		),
		piece as materialized (
			select asked.*, asked.on_day as starts_on, asked.until as ends_on from asked
			where asked.since is null or as_of is not null
			union all
			select asked.*, edge.on_day, coalesce(lead(edge.on_day) over (
				partition by asked.book_id, asked.loan_id, asked.on_day order by edge.on_day), asked.until)
			from asked
			cross join lateral (
				select asked.on_day
				union
				select reached.on_day from (
					select asked.since + late.days as on_day from (values (31), (61), (91)) late (days)
					union all
					select case bound.measure when 'days' then asked.since + bound.up_to + 1
						else (asked.since + make_interval(months => bound.up_to))::date + 1 end
					from bound where bound.frequency = asked.frequency
				) reached
				where reached.on_day > asked.on_day
					and (asked.until is null or reached.on_day < asked.until)
			) edge
			where asked.since is not null and as_of is null
		),
		-- Who has two loans in a fund is one borrower.
		member as (
			select active.book_id, active.fund_id, active.member_id, active.on_day,
				sum(active.change) as change
			from (
				select asked.book_id, asked.fund_id, asked.member_id, edge.on_day, edge.change
				from asked
				cross join lateral (values (asked.on_day, 1), (asked.until, -1)) edge (on_day, change)
				where asked.owed > 0 and asked.is_counted and edge.on_day is not null
			) active
			group by 1, 2, 3, 4 having sum(active.change) <> 0
		),
		borrower as (
			select member.book_id, member.fund_id, member.member_id, member.on_day,
				(sum(member.change) over life > 0)::integer
					- (sum(member.change) over life - member.change > 0)::integer as change
			from member
			window life as (partition by member.book_id, member.fund_id, member.member_id
				order by member.on_day)
		),
		edged as (
			select piece.*, edge.at as at, edge.sign as sign,
				case when piece.owed > 0 then coalesce(piece.starts_on - piece.since, 0) else 0 end
					as days_late
			from piece
			cross join lateral (values (piece.starts_on, 1), (piece.ends_on, -1)) edge (at, sign)
			where edge.at is not null
		),
${classed}
		select part.book_id, part.fund_id, part.at, null::text, null::integer, null::integer,
			sum(part.sign * part.principal),
			(sum(part.sign) filter (where part.owed > 0))::numeric, null::numeric, null::numeric,
			sum(part.sign * (part.disbursed
				- case when part.is_converted then 0 else part.not_due end)),
			sum(part.sign * greatest(part.principal - part.not_due, 0)),
			sum(part.sign * part.principal) filter (where part.days_late >= 1),
			sum(part.sign * part.principal) filter (where part.days_late > 30),
			sum(part.sign * part.principal) filter (where part.days_late > 60),
			sum(part.sign * part.principal) filter (where part.days_late > 90),
			sum(part.sign * part.principal) filter (where part.is_restructured),
			sum(part.sign * part.principal)
				filter (where part.days_late > 30 or part.is_restructured),
			${list(classSums, () => 'null::numeric')}
		from edged part where part.is_counted
		group by 1, 2, 3
		union all
		select borrower.book_id, borrower.fund_id, borrower.on_day, null, null, null, null, null,
			sum(borrower.change), sum(borrower.change) filter (where members.sex = 'female'),
			${list([...loanSums.slice(4), ...classSums], () => 'null')}
		from borrower
		join members on members.book_id = borrower.book_id and members.id = borrower.member_id
		where borrower.change <> 0
		group by 1, 2, 3
		union all
		select final.book_id, final.fund_id, final.at, final.policy_code, final.version,
			final.position, ${list(loanSums, () => 'null')},
			sum(final.sign), sum(final.sign * final.principal), sum(final.sign * final.provision)
		from final
		group by 1, 2, 3, 4, 5, 6;
	end $$;
`;

// First collected is first remitted, or claimed from whoever took it: what is held is the last that
// was collected. Read backwards from the day, it costs what is held and not what there ever was.
const since = `
	create function reporting_not_remitted_since(of_book integer, of_fund uuid, as_of date,
		held numeric)
	returns date
	language sql stable set search_path = public, pg_temp as $$
		select coalesce((
			select back.on_day
			from (
				select day.on_day, sum(day.principal_collected) over (order by day.on_day desc) as collected
				from fund_days day
				where day.book_id = of_book and day.fund_id = of_fund and day.on_day <= as_of
					and day.principal_collected is not null
			) back
			where back.collected >= held
			order by back.on_day desc limit 1
		), (
			select min(day.on_day) from fund_days day
			where day.book_id = of_book and day.fund_id = of_fund and day.on_day <= as_of
				and day.principal_collected is not null
		))
	$$;
`;

// The entries that a rollup has not and the question asks for (1), or that it has and were not
// known then (-1), as far as they count by the day. What was recorded late for an earlier day is
// found through the totals, so that an old moment costs what was late and not what came since.
const touched = `
	create function reporting_touched_entries(of_books integer[], rolled bigint[], known bigint[],
		known_at timestamptz, as_of date)
	returns table (book_id integer, number bigint, sign integer)
	language plpgsql stable rows 1000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off as $$
	#variable_conflict use_column
	begin
		return query
		with span as materialized (
			select given.book_id, given.rolled, given.known,
				(known_at at time zone books.time_zone)::date - 1 as known_on
			from unnest(of_books, rolled, known) as given (book_id, rolled, known)
			join books on books.id = given.book_id
			join book_tips tip on tip.book_id = given.book_id
			where tip.number > given.rolled or given.known < given.rolled
		)
		select span.book_id, entry.number, 1
		from span
		join entries entry on entry.book_id = span.book_id
			and entry.number > span.rolled and entry.number <= span.known
		where span.known > span.rolled and entry.effective_on <= as_of
		union all
		select span.book_id, entry.number, -1
		from span
		join entries entry on entry.book_id = span.book_id and entry.effective_on >= span.known_on
			and entry.effective_on <= as_of
		where span.known < span.rolled and entry.number > span.known and entry.number <= span.rolled
		union all
		select late.book_id, entry.number, -1
		from (
			select distinct span.book_id, span.rolled, span.known, total.effective_on
			from span
			join day_totals total on total.book_id = span.book_id
				and total.recorded_on > total.effective_on and total.recorded_on >= span.known_on
				and total.effective_on < span.known_on and total.effective_on <= as_of
			where span.known < span.rolled
		) late
		join entries entry on entry.book_id = late.book_id
			and entry.effective_on = late.effective_on
		where entry.number > late.known and entry.number <= late.rolled;
	end $$;

	-- The loans about which a rollup may be wrong, with the other loans of their members.
	create function reporting_touched_loans(of_books integer[], rolled bigint[], known bigint[],
		known_at timestamptz, as_of date)
	returns table (book_id integer, loan_id uuid)
	language plpgsql stable rows 1000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off as $$
	#variable_conflict use_column
	begin
		return query
		with span as materialized (
			select given.book_id, least(given.rolled, given.known) as number
			from unnest(of_books, rolled, known) as given (book_id, rolled, known)
		),
		named as (
			select line.book_id, line.loan_id
			from reporting_touched_entries(of_books, rolled, known, known_at, as_of) entry
			join lines line on line.book_id = entry.book_id and line.entry_number = entry.number
			where line.loan_id is not null
			union
			select planned.book_id, planned.loan_id from span
			join loan_schedules planned on planned.book_id = span.book_id
				and planned.after_entry >= span.number
			where planned.effective_on <= as_of
			union
			select planned.book_id, planned.loan_id from span
			join loan_schedules planned on planned.book_id = span.book_id
				and planned.after_entry is null
			where planned.recorded_at > known_at
			${recorded
				.map(
					(table) => `
			union
			select record.book_id, record.loan_id from span
			join ${table} record on record.book_id = span.book_id
				and record.after_entry >= span.number`,
				)
				.join('')}
			union
			select record.book_id, record.loan_id from span
			join manual_classes record on record.book_id = span.book_id
				and record.after_entry is null
			where record.recorded_at > known_at
		)
		select distinct other.book_id, other.id
		from named
		join loans loan on loan.book_id = named.book_id and loan.id = named.loan_id
		join loans other on other.book_id = loan.book_id and other.member_id = loan.member_id;
	end $$;
`;

// Takes the rollup of books on to their last entry: of the loans that were touched since, what they
// were is taken off and what they are is added, and the seals are made anew from the first day that
// changed. Each book's tip is held meanwhile.
const refresh = `
	create function reporting_refresh(wanted integer[], on_day date) returns integer
	language plpgsql security definer set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	declare
		of_books integer[];
		before bigint[];
		last bigint[];
		in_force text := reporting_policies();
		stale integer[];
		loan_books integer[];
		loan_ids uuid[];
		changed_books integer[];
		changed_from date[];
	begin
		perform from ledger_lock_tips(wanted);
		stale := array(select kept.book_id from fund_rollups kept
			where kept.book_id = any (wanted) and kept.policies <> in_force);
		if cardinality(stale) > 0 then
			delete from fund_days where book_id = any (stale);
			delete from fund_day_classes where book_id = any (stale);
			delete from fund_seals where book_id = any (stale);
			delete from fund_seal_classes where book_id = any (stale);
			delete from fund_latest where book_id = any (stale);
			delete from fund_latest_classes where book_id = any (stale);
			delete from fund_rollups where book_id = any (stale);
		end if;
		select array_agg(tip.book_id order by tip.book_id),
			array_agg(coalesce(kept.last_number, 0) order by tip.book_id),
			array_agg(tip.number order by tip.book_id)
		into of_books, before, last
		from book_tips tip
		left join fund_rollups kept on kept.book_id = tip.book_id
		where tip.book_id = any (wanted)
			and (bergulir_all_books() or tip.book_id = any (bergulir_books()));
		if of_books is null then return 0; end if;

		if not exists (select from unnest(before) given where given > 0) then
			select array_agg(loan.book_id), array_agg(loan.id) into loan_books, loan_ids
			from loans loan where loan.book_id = any (of_books) and loan.disbursement_entry is not null;
		else
			select array_agg(named.book_id), array_agg(named.loan_id) into loan_books, loan_ids
			from reporting_touched_loans(of_books, before, last, null, 'infinity') named;
		end if;
		loan_books := coalesce(loan_books, '{}');
		loan_ids := coalesce(loan_ids, '{}');

		with change as materialized (
			select part.*, 1 as sign from reporting_portfolio(of_books, last, true, null, null,
				loan_books, loan_ids) part
			union all
			select part.*, -1 from reporting_portfolio(
				array(select given.book from unnest(of_books, before) given (book, number)
					where given.number > 0),
				array(select given.number from unnest(of_books, before) given (book, number)
					where given.number > 0), true, null, null, loan_books, loan_ids) part
		),
		wide as (
			select part.book_id, part.fund_id, part.on_day, ${summed(sums)}
			from (
				select line.book_id, line.fund_id, line.effective_on as on_day,
					${list(money, (name) => `${moneyOf[name]} as ${name}`)}, ${missing(loanSums)}
				from unnest(of_books, before, last) given (book_id, after, upto)
				join lines line on line.book_id = given.book_id and line.entry_number > given.after
					and line.entry_number <= given.upto
				where line.fund_id is not null
				group by 1, 2, 3
				union all
				select change.book_id, change.fund_id, change.on_day, ${missing(money)},
					${list(loanSums, (name) => `change.sign * change.${name}`)}
				from change where change.policy_code is null
			) part
			group by 1, 2, 3
		),
		put_days as (
			insert into fund_days as held (book_id, fund_id, on_day, ${list(sums)})
			select book_id, fund_id, on_day, ${list(sums)} from wide where ${anyOf(sums, 'wide.')}
			order by book_id, on_day, fund_id
			on conflict (book_id, fund_id, on_day) do update set ${addUp(sums)}
			returning held.book_id, held.on_day
		),
		put_classes as (
			insert into fund_day_classes as held (book_id, fund_id, on_day, policy_code, version,
				class_position, ${list(classSums)})
			select * from (
				select part.book_id, part.fund_id, part.on_day, part.policy_code, part.version,
					part.class_position,
					${list(classSums, (name) => `nullif(sum(part.sign * part.${name}), 0) as ${name}`)}
				from change part where part.policy_code is not null
				group by 1, 2, 3, 4, 5, 6
			) part
			where ${anyOf(classSums, 'part.')}
			order by 1, 2, 3, 4, 5, 6
			on conflict (book_id, fund_id, on_day, policy_code, version, class_position)
			do update set ${addUp(classSums)}
			returning held.book_id, held.on_day
		)
		select array_agg(put.book_id), array_agg(put.first) into changed_books, changed_from
		from (
			select one.book_id, min(one.on_day) as first
			from (select * from put_days union all select * from put_classes) one
			group by one.book_id
		) put;

		perform reporting_seal(of_books, on_day, coalesce(changed_books, '{}'),
			coalesce(changed_from, '{}'));
		insert into fund_rollups (book_id, last_number, policies, sealed_on, refreshed_at,
			income_year, expenses_year)
		select given.book_id, given.number, in_force, $2, clock_timestamp(), result.income,
			result.expenses
		from unnest(of_books, last) as given (book_id, number)
		left join reporting_book_results(of_books, $2, null, true) result
			on result.book_id = given.book_id
		on conflict (book_id) do update set last_number = excluded.last_number,
			sealed_on = excluded.sealed_on, refreshed_at = excluded.refreshed_at,
			income_year = excluded.income_year, expenses_year = excluded.expenses_year;

		delete from fund_latest where book_id = any (of_books);
		insert into fund_latest (${list(['book_id', 'fund_id', ...sums, 'not_remitted_since'])})
		select ${list(['book_id', 'fund_id', ...sums, 'not_remitted_since'])} from fund_seals
		where book_id = any (of_books) and sealed_on = $2 order by book_id, fund_id;
		delete from fund_latest_classes where book_id = any (of_books);
		insert into fund_latest_classes (${list(['book_id', 'fund_id', ...classKey, ...classSums])})
		select ${list(['book_id', 'fund_id', ...classKey, ...classSums])} from fund_seal_classes
		where book_id = any (of_books) and sealed_on = $2
		order by ${list(['book_id', 'fund_id', ...classKey])};
		return cardinality(loan_ids);
	end $$;

	-- The policies that classes were read by: with another one all of them are read anew.
	create function reporting_policies() returns text
	language sql stable set search_path = public, pg_temp as $$
		select coalesce(
			string_agg(policy_code || '/' || version, ' ' order by policy_code, version), '')
		from provision_policy_versions
	$$;
`;

const monthEnd = (day: string): string =>
	`(date_trunc('month', ${day}) + interval '1 month - 1 day')::date`;

type Sealed = {
	readonly kept: string;
	readonly days: string;
	readonly key: readonly string[];
	readonly names: readonly string[];
};

/** What was sealed before the first day that changed, and the days since, month by month. */
const sealSql = ({kept, days, key, names}: Sealed, extra = {name: '', value: ''}): string => `
		delete from ${kept} held using unnest(keep_books, keeps) as span (book_id, keep)
		where held.book_id = span.book_id and held.sealed_on > span.keep;
		with span as materialized (
			select given.* from unnest(keep_books, keeps) as given (book_id, keep)
		),
		part as materialized (
			select day.book_id, day.fund_id, least(${monthEnd('day.on_day')}, sealed) as sealed_on,
				${list([
					...key.map((name) => `day.${name}`),
					...names.map((name) => `sum(day.${name}) as ${name}`),
				])}
			from span
			join ${days} day on day.book_id = span.book_id and day.on_day > span.keep
				and day.on_day <= sealed
			group by ${list([1, 2, 3, ...key.map((_, index) => index + 4)].map(String))}
			union all
			select held.book_id, held.fund_id, held.sealed_on,
				${list([...key, ...names], (name) => `held.${name}`)}
			from span join ${kept} held on held.book_id = span.book_id and held.sealed_on = span.keep
		),
		edge as (
			select span.book_id, span.keep as sealed_on from span
			union
			select span.book_id, ${monthEnd('month')} from span
			cross join generate_series(span.keep + 1, sealed, interval '1 month') month
			where ${monthEnd('month')} < sealed
			union
			select span.book_id, sealed from span
		),
		grown as (
			select cell.book_id, cell.fund_id, edge.sealed_on,
				${list(key, (name) => `cell.${name}`)}${key.length > 0 ? ',' : ''}
				${list(names, (name) => `nullif(sum(part.${name}) over so_far, 0) as ${name}`)}
			from (select distinct ${list(['book_id', 'fund_id', ...key], (name) => `part.${name}`)}
				from part) cell
			join edge on edge.book_id = cell.book_id
			left join part on ${[
				...['book_id', 'fund_id', ...key].map((name) => `part.${name} = cell.${name}`),
				'part.sealed_on = edge.sealed_on',
			].join(' and ')}
			window so_far as (
				partition by ${list(['book_id', 'fund_id', ...key], (name) => `cell.${name}`)}
				order by edge.sealed_on)
		)
		insert into ${kept} (book_id, fund_id, sealed_on, ${list([...key, ...names])}${extra.name})
		select grown.book_id, grown.fund_id, grown.sealed_on,
			${list([...key, ...names], (name) => `grown.${name}`)}${extra.value}
		from grown join span on span.book_id = grown.book_id
		where grown.sealed_on > span.keep and ${anyOf(names, 'grown.')};`;

const seal = `
	create function reporting_seal(of_books integer[], sealed date, changed_books integer[],
		changed_from date[]) returns void
	language plpgsql set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	declare
		keep_books integer[];
		keeps date[];
	begin
		select array_agg(given.book_id), array_agg(
			date_trunc('month', least(change.first, kept.sealed_on, sealed))::date - 1)
		into keep_books, keeps
		from unnest(of_books) as given (book_id)
		left join unnest(changed_books, changed_from) as change (book_id, first)
			on change.book_id = given.book_id
		left join fund_rollups kept on kept.book_id = given.book_id
		where change.first is not null or kept.sealed_on is distinct from sealed;
		if keep_books is null then return; end if;
		${sealSql(
			{kept: 'fund_seals', days: 'fund_days', key: [], names: sums},
			{
				name: ', not_remitted_since',
				value: `, case when grown.collected_not_remitted > 0 then
				reporting_not_remitted_since(grown.book_id, grown.fund_id, grown.sealed_on,
					grown.collected_not_remitted) end`,
			},
		)}
		${sealSql({
			kept: 'fund_seal_classes',
			days: 'fund_day_classes',
			key: classKey,
			names: classSums,
		})}
	end $$;
`;

const allNames = [...sums, ...classSums];

// Income and expenses of whole books in the year up to a day. What closes a year moves them into
// equity and is neither. Of the day sealed it is kept; without a moment it adds up totals; as known
// at one, each book by itself.
const results = `
	create function reporting_book_results(of_books integer[], as_of date, known_at timestamptz,
		is_plain boolean default false)
	returns table (book_id integer, income numeric, expenses numeric)
	language plpgsql stable rows 1000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off as $$
	#variable_conflict use_column
	declare
		year_ago date := as_of - interval '1 year';
	begin
		if known_at is null and not is_plain then
			return query
			select kept.book_id, kept.income_year, kept.expenses_year
			from fund_rollups kept join book_tips tip on tip.book_id = kept.book_id
			where kept.book_id = any (of_books) and kept.sealed_on = as_of
				and kept.last_number = tip.number;
			of_books := array(select named.id from unnest(of_books) named (id)
				where not exists (select from fund_rollups kept
					join book_tips tip on tip.book_id = kept.book_id
					where kept.book_id = named.id and kept.sealed_on = as_of
						and kept.last_number = tip.number));
			if of_books = '{}' then return; end if;
		end if;
		if known_at is not null then
			return query
			select moved.book_id,
				sum(moved.sign * (moved.credits - moved.debits)) filter (where moved.class = 'income'),
				sum(moved.sign * (moved.debits - moved.credits)) filter (where moved.class = 'expense')
			from (
				select named.id as book_id, edge.sign, account.class, total.debits, total.credits
				from unnest(of_books) named (id)
				cross join (values (as_of, 1), (year_ago, -1)) edge (on_day, sign)
				cross join lateral ledger_turnovers(named.id, edge.on_day, known_at) total
				join accounts account on account.book_id = named.id
					and account.code = total.account_code and account.class in ('income', 'expense')
				where total.kind <> 'year-closing'
			) moved
			group by moved.book_id;
			return;
		end if;
		return query
		with span as materialized (
			select named.id as book_id, edge.on_day, edge.sign, coalesce(sealed.ends_on, '-infinity') as
				sealed_on
			from unnest(of_books) named (id)
			cross join (values (as_of, 1), (year_ago, -1)) edge (on_day, sign)
			left join lateral (
				select month.ends_on from sealed_months month
				where month.book_id = named.id and month.ends_on <= edge.on_day
				order by month.ends_on desc limit 1
			) sealed on true
		),
		earning as materialized (
			select account.book_id, account.code, account.class from accounts account
			where account.book_id = any (of_books) and account.class in ('income', 'expense')
		),
		moved as (
			select span.book_id, earning.class, span.sign * (total.credits - total.debits) as credit
			from span
			join month_totals total on total.book_id = span.book_id and total.ends_on = span.sealed_on
			join earning on earning.book_id = span.book_id and earning.code = total.account_code
			where total.kind <> 'year-closing'
			union all
			select span.book_id, earning.class, span.sign * (day.credits - day.debits)
			from span
			join earning on earning.book_id = span.book_id
			join day_totals day on day.book_id = span.book_id and day.account_code = earning.code
				and day.effective_on > span.sealed_on and day.effective_on <= span.on_day
			where day.kind <> 'year-closing'
		)
		select moved.book_id, sum(moved.credit) filter (where moved.class = 'income'),
			-sum(moved.credit) filter (where moved.class = 'expense')
		from moved group by moved.book_id;
	end $$;
`;

// The sums of funds on a day as known at a moment: what is sealed, the days since, the lines that
// the rollup has not or ought not to have, and in place of the loans that were touched what they
// are. Without the rollup (is_plain) the same from every line: what it is held against.
const facts = `
	create function reporting_fund_facts(as_of date, known_at timestamptz, of_funds uuid[],
		is_plain boolean default false)
	returns table (fund_id uuid, policy_code text, version integer, class_position integer,
		${list(allNames, (name) => `${name} numeric`)},
		written_off_year numeric, recovered_year numeric, not_remitted_since date)
	language plpgsql stable rows 10000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off set work_mem = '64MB' as $$
	#variable_conflict use_column
	declare
		of_books integer[];
		rolled bigint[];
		known bigint[];
		seals date[];
		latest boolean[];
		loan_books integer[];
		loan_ids uuid[];
		in_force text := reporting_policies();
		year_ago date := as_of - interval '1 year';
	begin
		select array_agg(book.id),
			array_agg(case when is_plain or kept.policies is distinct from in_force
				then 0 else kept.last_number end),
			array_agg(case when known_at is null then 9223372036854775807
				else ledger_number_before(book.id, known_at + interval '1 microsecond') end),
			array_agg(case when kept.sealed_on <= as_of then kept.sealed_on
				else date_trunc('month', as_of + 1)::date - 1 end),
			array_agg(coalesce(kept.sealed_on <= as_of, false))
		into of_books, rolled, known, seals, latest
		from books book
		left join fund_rollups kept on kept.book_id = book.id
		where (bergulir_all_books() or book.id = any (bergulir_books())) and (of_funds is null
			or book.id in (select given.book_id from allocations given where given.id = any (of_funds))
			or book.id in (select programme.city_book_id from allocations given
				join programmes programme on programme.id = given.programme_id
				where given.id = any (of_funds)));
		if of_books is null then return; end if;

		if not is_plain then
			select array_agg(named.book_id), array_agg(named.loan_id) into loan_books, loan_ids
			from reporting_touched_loans(of_books, rolled, known, known_at, as_of) named;
			loan_books := coalesce(loan_books, '{}');
			loan_ids := coalesce(loan_ids, '{}');
		end if;

		return query
		with span as materialized (
			select given.* from unnest(of_books, rolled, known, seals, latest)
				as given (book_id, rolled, known, sealed_on, is_latest)
			where given.rolled > 0
		),
		-- Those for which there are days between the seal and the day.
		since as materialized (select span.* from span where span.sealed_on < as_of),
		late_line as materialized (
			select line.book_id, line.fund_id, line.effective_on as on_day, entry.sign,
				${list(money, (name) => `${moneyOf[name]} as ${name}`)}
			from reporting_touched_entries(of_books, rolled, known, known_at, as_of) entry
			join lines line on line.book_id = entry.book_id and line.entry_number = entry.number
			where line.fund_id is not null and (of_funds is null or line.fund_id = any (of_funds))
			group by 1, 2, 3, 4
		),
		touched as materialized (
			select part.*, 1 as sign from reporting_portfolio(of_books, known, false, known_at, as_of,
				loan_books, loan_ids) part
			where is_plain or cardinality(loan_ids) > 0
			union all
			select part.*, -1 from reporting_portfolio(of_books, rolled, true, null, as_of, loan_books,
				loan_ids) part
			where cardinality(loan_ids) > 0
		),
		wide as materialized (
			select part.fund_id, ${summed(sums)},
				nullif(sum(part.written_off) filter (where part.on_day > year_ago), 0) as off_late,
				nullif(sum(part.recovered) filter (where part.on_day > year_ago), 0) as recovered_late,
				max(part.seal_since) as seal_since, bool_or(part.is_moved) as is_moved,
				bool_or(part.is_late) as is_late
			from (
				select held.book_id, held.fund_id, null::date as on_day,
					${list(sums, (name) => `held.${name}`)}, held.not_remitted_since as seal_since,
					false as is_moved, false as is_late
				from span
				join fund_latest held on held.book_id = span.book_id
				where span.is_latest and (of_funds is null or held.fund_id = any (of_funds))
				union all
				select held.book_id, held.fund_id, null::date,
					${list(sums, (name) => `held.${name}`)}, held.not_remitted_since, false, false
				from span
				join fund_seals held on held.book_id = span.book_id and held.sealed_on = span.sealed_on
				where not span.is_latest and (of_funds is null or held.fund_id = any (of_funds))
				union all
				-- What was written off within the year stands apart: it is read with its days below.
				select day.book_id, day.fund_id, null,
					${list(sums, (name) => `day.${name}`)}, null,
					-- What is only collected makes the oldest no younger, and no older.
					coalesce(day.principal_collected, 0) <> coalesce(day.collected_not_remitted, 0)
						or coalesce(day.principal_collected, 0) < 0, false
				from since
				join fund_days day on day.book_id = since.book_id and day.on_day > since.sealed_on
					and day.on_day <= as_of
				where of_funds is null or day.fund_id = any (of_funds)
				union all
				select line.book_id, line.fund_id, line.on_day,
					${list(money, (name) => `line.sign * line.${name}`)}, ${missing(loanSums)}, null, false,
					num_nonnulls(line.principal_collected, line.collected_not_remitted) > 0
				from late_line line
				union all
				select part.book_id, part.fund_id, null, ${missing(money)},
					${list(loanSums, (name) => `part.sign * part.${name}`)}, null, false, false
				from touched part
				where part.policy_code is null
					and (of_funds is null or part.fund_id = any (of_funds))
			) part
			group by part.fund_id
		),
		ended as (
			select day.fund_id, sum(day.written_off) as written_off, sum(day.recovered) as recovered
			from span
			join fund_days day on day.book_id = span.book_id and day.on_day > year_ago
				and day.on_day <= as_of
			where (day.written_off is not null or day.recovered is not null)
				and (of_funds is null or day.fund_id = any (of_funds))
			group by day.fund_id
		)
		select wide.fund_id, null::text, null::integer, null::integer,
			${list(sums, (name) => `wide.${name}`)}, ${list(classSums, () => 'null::numeric')},
			nullif(coalesce(wide.off_late, 0) + coalesce(ended.written_off, 0), 0),
			nullif(coalesce(wide.recovered_late, 0) + coalesce(ended.recovered, 0), 0),
			case when not coalesce(wide.collected_not_remitted, 0) > 0 then null
				when wide.is_late then (
					select back.on_day
					from (
						select moved.on_day, sum(sum(moved.collected)) over (order by moved.on_day desc)
							as collected, min(moved.on_day) over () as first
						from (
							select line.on_day, line.sign * line.principal_collected as collected
							from late_line line where line.fund_id = wide.fund_id
								and line.principal_collected is not null
							union all
							select day.on_day, day.principal_collected
							from span
							join fund_days day on day.book_id = span.book_id and day.fund_id = wide.fund_id
								and day.on_day <= as_of
							where day.principal_collected is not null
						) moved
						group by moved.on_day
					) back
					where back.collected >= wide.collected_not_remitted or back.on_day = back.first
					order by back.on_day desc limit 1)
				when not wide.is_moved and wide.seal_since is not null then wide.seal_since
				else (select reporting_not_remitted_since(allocation.book_id, allocation.id, as_of,
						wide.collected_not_remitted)
					from allocations allocation where allocation.id = wide.fund_id) end
		from wide left join ended on ended.fund_id = wide.fund_id
		where ${anyOf(sums, 'wide.')}
		union all
		select part.fund_id, part.policy_code, part.version, part.class_position,
			${missing(sums)}, ${summed(classSums)}, null, null, null
		from (
			select held.fund_id, held.policy_code, held.version, held.class_position,
				${list(classSums, (name) => `held.${name}`)}
			from span
			join fund_latest_classes held on held.book_id = span.book_id
			where span.is_latest and (of_funds is null or held.fund_id = any (of_funds))
			union all
			select held.fund_id, held.policy_code, held.version, held.class_position,
				${list(classSums, (name) => `held.${name}`)}
			from span
			join fund_seal_classes held on held.book_id = span.book_id
				and held.sealed_on = span.sealed_on
			where not span.is_latest and (of_funds is null or held.fund_id = any (of_funds))
			union all
			select day.fund_id, day.policy_code, day.version, day.class_position,
				${list(classSums, (name) => `day.${name}`)}
			from since
			join fund_day_classes day on day.book_id = since.book_id and day.on_day > since.sealed_on
				and day.on_day <= as_of
			where of_funds is null or day.fund_id = any (of_funds)
			union all
			select part.fund_id, part.policy_code, part.version, part.class_position,
				${list(classSums, (name) => `part.sign * part.${name}`)}
			from touched part
			where part.policy_code is not null
				and (of_funds is null or part.fund_id = any (of_funds))
		) part
		group by part.fund_id, part.policy_code, part.version, part.class_position
		having num_nonnulls(${list(classSums, (name) => `nullif(sum(part.${name}), 0)`)}) > 0;
	end $$;
`;

const kept = [
	'fund_rollups',
	'fund_days',
	'fund_day_classes',
	'fund_seals',
	'fund_seal_classes',
	'fund_latest',
	'fund_latest_classes',
];
const functions = [
	'reporting_portfolio(integer[], bigint[], boolean, timestamptz, date, integer[], uuid[])',
	'reporting_not_remitted_since(integer, uuid, date, numeric)',
	'reporting_touched_entries(integer[], bigint[], bigint[], timestamptz, date)',
	'reporting_touched_loans(integer[], bigint[], bigint[], timestamptz, date)',
	'reporting_policies()',
	'reporting_refresh(integer[], date)',
	'reporting_fund_facts(date, timestamptz, uuid[], boolean)',
	'reporting_book_results(integer[], date, timestamptz, boolean)',
];

const rights = `
	${kept
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));`,
		)
		.join('\n')}
	revoke all on ${kept.join(', ')} from public;
	grant select on ${kept.join(', ')} to bergulir_app;
	revoke all on function reporting_seal(integer[], date, integer[], date[]),
		${functions.join(', ')} from public;
	grant execute on function ${functions.join(', ')} to bergulir_app;
`;
