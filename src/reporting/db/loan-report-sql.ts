/**
 * The loans of a report with whose they are: of its books, and of those what it names. Who looks
 * after a loan and which group it is of are told as they stand now: they are no figures.
 */
const view = `
	known as materialized (
		select books.id as book_id, case when cast(:knownAt as timestamptz) is null
			then 9223372036854775807 else ledger_number_before(books.id,
				cast(:knownAt as timestamptz) + interval '1 microsecond') end as last
		from books where books.id = any (cast(:books as integer[]))
	),
	view as materialized (
		select loan.book_id, loan.id as loan_id, books.code as book, loan.number, loan.akad,
			loan.officer, loan.member_id, loan.disbursed_on, loan.allocation_id as fund,
			allocation.agreement_number as agreement, allocation.kelurahan_code as kelurahan
		from loans loan
		join books on books.id = loan.book_id
		join allocations allocation on allocation.book_id = loan.book_id
			and allocation.id = loan.allocation_id
		where loan.book_id = any (cast(:books as integer[])) and loan.disbursement_entry is not null
			and (cast(:kelurahan as text) is null or allocation.kelurahan_code = :kelurahan)
			and (cast(:fund as uuid) is null or allocation.id = :fund)
			and (cast(:officer as text) is null or loan.officer = :officer)
			and (cast(:disbursedIn as date) is null
				or date_trunc('month', loan.disbursed_on) = cast(:disbursedIn as date))
			and (cast(:group as uuid) is null or exists (
				select from group_loans share
				join group_applications application on application.book_id = share.book_id
					and application.id = share.application_id
				where share.book_id = loan.book_id and share.loan_id = loan.id
					and application.group_id = :group))
	)`;

const accounts = `cast(:owedAccounts as text[]), cast(:principalAccounts as text[])`;
const rest = `cast(:books as integer[]), null, cast(:knownAt as timestamptz)`;

/** Of a day the loans that owe something and how late each is. */
const late = (day: string, name: string): string => `
	${name} as materialized (
		select given.* from provisioning_lateness(${day}, ${accounts}, ${rest}) given
	)`;

const eased = (name: string): string => `
	eased as materialized (
		select given.book_id, given.loan_id from loan_restructurings given
		join ${name} on ${name}.book_id = given.book_id and ${name}.loan_id = given.loan_id
			and given.version <= ${name}.schedule_version
		union
		select came.book_id, came.new_loan_id from loan_conversions came
		where came.book_id = any (cast(:books as integer[]))
	)`;

const debit = `case line.side when 'debit' then line.amount else -line.amount end`;
const isKnown = `line.entry_number <= known.last`;
/** Whose a loan is: of the view, or of what was made of it. */
const person = `view.book, view.loan_id as loan, view.number, view.akad, view.fund, view.kelurahan,
	view.officer, member.number as member_number, member.name as member_name,
	member.phone_masked as phone`;
/**
 * With their members those loans of the view that are shown. Behind a fence: the planner does not
 * know how many they are, and would join the members of a book with each of its loans.
 */
const ofMembers = (columns: string, shown: string): string => `
	select ${person}, ${columns}
	from (select view.*, ${shown} offset 0) view
	join members member on member.book_id = view.book_id and member.id = view.member_id`;

export const unknownSql = `
	select
		cast(:kelurahan as text) is not null and not exists (select from allocations
			where book_id = any (cast(:books as integer[])) and kelurahan_code = :kelurahan) as kelurahan,
		cast(:fund as uuid) is not null and not exists (select from allocations
			where book_id = any (cast(:books as integer[])) and id = :fund) as fund,
		cast(:officer as text) is not null and not exists (select from loans
			where book_id = any (cast(:books as integer[])) and officer = :officer) as officer,
		cast(:group as uuid) is not null and not exists (select from member_groups
			where book_id = any (cast(:books as integer[])) and id = :group) as "group"
`;

export const fundsSql = `
	select books.code as book, allocation.id as fund, allocation.agreement_number as agreement,
		allocation.kelurahan_code as kelurahan, coalesce(region.alias, region.name) as kelurahan_name
	from allocations allocation
	join books on books.id = allocation.book_id
	left join regions region on region.code = allocation.kelurahan_code
	where allocation.book_id = any (cast(:books as integer[]))
		and (cast(:kelurahan as text) is null or allocation.kelurahan_code = :kelurahan)
		and (cast(:fund as uuid) is null or allocation.id = :fund)
	order by allocation.kelurahan_code, books.code, allocation.agreement_number
`;

/** A range of loans by book and number with their classes, and beside it the sums of all. */
export const positionsSql = `
	with ${view},
	figure as materialized (
		select given.* from provisioning_classes(:asOf, ${accounts}, ${rest},
			cast(:policy as text)) given
	),
	loan as materialized (
		select figure.book_id, figure.loan_id, any_value(figure.owed) as owed,
			any_value(figure.principal) as principal, any_value(figure.disbursed) as disbursed,
			any_value(figure.overdue) as overdue, any_value(figure.late_since) as late_since,
			any_value(figure.days_past_due) as days_past_due,
			any_value(figure.schedule_version) as schedule_version,
			array_agg(figure.policy_code) as policies, array_agg(figure.class_position) as positions,
			array_agg(figure.provision::text) as provisions
		from figure group by figure.book_id, figure.loan_id
	),
	${eased('loan')},
	shown as materialized (
		select view.*, loan.owed, loan.principal, loan.disbursed, loan.overdue, loan.late_since,
			loan.days_past_due, loan.policies, loan.positions, loan.provisions,
			eased.loan_id is not null as is_restructured
		from view
		join loan on loan.book_id = view.book_id and loan.loan_id = view.loan_id
		left join eased on eased.book_id = view.book_id and eased.loan_id = view.loan_id
	),
	totals as (
		select count(*)::integer as loans, coalesce(sum(disbursed), 0)::text as disbursed,
			coalesce(sum(owed), 0)::text as owed, coalesce(sum(principal), 0)::text as principal,
			coalesce(sum(overdue), 0)::text as overdue,
			coalesce(sum(principal) filter (where is_restructured), 0)::text as restructured
		from shown
	),
	provided as (
		select coalesce(json_agg(json_build_object('policy', each.policy, 'provision',
			each.provision::text) order by each.policy), '[]') as provisions
		from (
			select figure.policy_code as policy, sum(figure.provision) as provision
			from figure join view on view.book_id = figure.book_id and view.loan_id = figure.loan_id
			group by figure.policy_code
		) each
	)
	select case when coalesce(page.place, 1) = 1 then row_to_json(totals) end as totals,
		case when coalesce(page.place, 1) = 1 then provided.provisions end as provided, page.*
	from totals cross join provided
	left join lateral (
		select ${person}, row_number() over (order by view.book, view.number) as place,
			view.agreement, view.disbursed_on, view.owed, view.principal, view.disbursed,
			view.overdue, view.late_since, view.days_past_due, view.policies, view.positions,
			view.provisions, view.is_restructured
		from (
			select * from shown order by book, number offset :offset limit cast(:limit as bigint)
		) view
		join members member on member.book_id = view.book_id and member.id = view.member_id
	) page on true
	order by page.book, page.number
`;

export const bucketsSql = `
	with ${view}, ${late(':asOf', 'late')}, ${eased('late')}
	select view.fund, width_bucket(late.days_past_due, array[1, 31, 61, 91, 181]) as bucket,
		count(*) filter (where late.owed > 0)::integer as loans, sum(late.principal) as balance,
		sum(late.overdue) as late,
		coalesce(sum(late.principal) filter (where eased.loan_id is not null), 0) as restructured
	from late
	join view on view.book_id = late.book_id and view.loan_id = late.loan_id
	left join eased on eased.book_id = late.book_id and eased.loan_id = late.loan_id
	group by 1, 2
`;

export const writtenOffYearSql = `
	with ${view}
	select view.fund, sum(${debit}) as amount
	from lines line
	join known on known.book_id = line.book_id and ${isKnown}
	join view on view.book_id = line.book_id and view.loan_id = line.loan_id
	where line.account_code = '9.1.01' and line.kind = 'write-off'
		and line.effective_on > cast(:asOf as date) - interval '1 year' and line.effective_on <= :asOf
	group by 1 having sum(${debit}) <> 0
`;

/** What a member is asked for on a day: what fell due before it, and what falls due on it. */
export const dueSql = `
	with ${view}, ${late(':asOf', 'late')},
	asked as (
		select late.book_id, late.loan_id, any_value(late.owed) - min(row.owed_after) as total
		from late
		join instalments row on row.book_id = late.book_id and row.loan_id = late.loan_id
			and row.version = late.schedule_version
		where row.due_on <= :asOf and late.owed > row.owed_after
		group by late.book_id, late.loan_id
	)
	${ofMembers(
		'view.overdue, view.total, view.days_past_due, view.owed',
		`late.overdue, asked.total, late.days_past_due, late.owed
		from asked
		join late on late.book_id = asked.book_id and late.loan_id = asked.loan_id
		join view on view.book_id = asked.book_id and view.loan_id = asked.loan_id`,
	)}
	order by view.days_past_due desc, view.total desc, view.book, view.number
`;

export const maturitiesSql = `
	with ${view}, ${late(':asOf', 'late')},
	last as (
		select late.book_id, late.loan_id, max(row.due_on) as matures_on
		from late
		join instalments row on row.book_id = late.book_id and row.loan_id = late.loan_id
			and row.version = late.schedule_version
		where late.owed > 0
		group by late.book_id, late.loan_id
	)
	${ofMembers(
		'view.matures_on, view.owed, view.principal, view.overdue, view.days_past_due',
		`last.matures_on, late.owed, late.principal, late.overdue, late.days_past_due
		from last
		join late on late.book_id = last.book_id and late.loan_id = last.loan_id
		join view on view.book_id = last.book_id and view.loan_id = last.loan_id
		where last.matures_on >= :from and last.matures_on <= :to`,
	)}
	order by view.matures_on, view.book, view.number
`;

/**
 * Of a settlement the last payment: its entry is named by the event, or by the settlement where
 * something was left off. What was taken back, by the day and as known, did not settle.
 */
export const settledSql = `
	with ${view}
	${ofMembers(
		`view.settled_on, view.is_early, view.document, view.principal, view.margin, view.discount,
		view.matured_on`,
		`event.occurred_on as settled_on, settlement.id is not null as is_early,
		event.document, coalesce(settlement.principal, paid.principal, 0) as principal,
		coalesce(settlement.margin, paid.margin, 0) as margin,
		coalesce(settlement.discount, 0) as discount, matured.matured_on
	from loan_events event
	join known on known.book_id = event.book_id and event.entry_number <= known.last
	join view on view.book_id = event.book_id and view.loan_id = event.loan_id
	left join loan_settlements settlement on settlement.book_id = event.book_id
		and settlement.loan_id = event.loan_id and settlement.settled_on = event.occurred_on
		and event.entry_number in (settlement.entry_number, settlement.discount_entry)
	left join repayments paid on paid.book_id = event.book_id
		and paid.entry_number = event.entry_number and paid.loan_id = event.loan_id
	left join lateral (
		select max(row.due_on) as matured_on from instalments row
		where row.book_id = event.book_id and row.loan_id = event.loan_id and row.version = (
			select max(planned.version) from loan_schedules planned
			where planned.book_id = event.book_id and planned.loan_id = event.loan_id
				and planned.effective_on <= event.occurred_on)
	) matured on true
	where event.book_id = any (cast(:books as integer[])) and event.kind = 'settled'
		and event.occurred_on >= :from and event.occurred_on <= :asOf
		and not exists (select from entries taken_back where taken_back.book_id = event.book_id
			and taken_back.reverses = event.entry_number and taken_back.number <= known.last
			and taken_back.effective_on <= :asOf)`,
	)}
	order by view.settled_on, view.book, view.number
`;

/** The register of written-off loans: account 9.1.01, loan by loan. */
export const writtenOffSql = `
	with ${view},
	moved as (
		select line.book_id, line.loan_id,
			min(line.effective_on) filter (where line.kind = 'write-off') as written_off_on,
			coalesce(sum(${debit}) filter (where line.effective_on < :from), 0) as opening,
			coalesce(sum(${debit}) filter (where line.effective_on >= :from
				and line.kind = 'write-off'), 0) as written_off,
			coalesce(sum(-${debit}) filter (where line.effective_on >= :from
				and line.kind <> 'write-off'), 0) as recovered
		from lines line
		join known on known.book_id = line.book_id and ${isKnown}
		where line.account_code = '9.1.01' and line.effective_on <= :asOf
			and line.loan_id is not null
		group by line.book_id, line.loan_id
	)
	${ofMembers(
		'view.written_off_on, view.opening, view.written_off, view.recovered',
		`moved.written_off_on, moved.opening, moved.written_off, moved.recovered
		from moved
		join view on view.book_id = moved.book_id and view.loan_id = moved.loan_id
		where moved.opening <> 0 or moved.written_off <> 0 or moved.recovered <> 0`,
	)}
	order by view.written_off_on, view.book, view.number
`;

/** Loans by their month of disbursement, at each of some days. */
export const cohortsSql = `
	with ${view},
	day as (select given as on_day from unnest(cast(:days as date[])) given),
	cohort as materialized (
		select view.book_id, view.loan_id, date_trunc('month', view.disbursed_on)::date as month
		from view where view.disbursed_on >= :from
	),
	moved as materialized (
		select line.book_id, line.loan_id, line.effective_on,
			coalesce(sum(${debit}) filter (where line.kind = 'disbursement'
				and line.account_code = any (cast(:principalAccounts as text[]))), 0) as granted,
			coalesce(sum(${debit}) filter (where line.account_code = '9.1.01'
				and line.kind = 'write-off'), 0) as off
		from lines line
		join known on known.book_id = line.book_id and ${isKnown}
		where line.account_code = any (cast(:principalAccounts as text[]) || array['9.1.01'])
			and line.kind in ('disbursement', 'write-off') and line.loan_id is not null
			and line.effective_on >= :from and line.effective_on <= :asOf
		group by line.book_id, line.loan_id, line.effective_on
	),
	part as (
		select grown.month, grown.on_day, count(*) filter (where grown.granted <> 0) as loans,
			sum(grown.granted) as disbursed, 0 as outstanding, 0 as at_risk, sum(grown.off) as off
		from (
			select cohort.month, day.on_day, moved.book_id, moved.loan_id,
				sum(moved.granted) as granted, sum(moved.off) as off
			from moved
			join cohort on cohort.book_id = moved.book_id and cohort.loan_id = moved.loan_id
			join day on moved.effective_on <= day.on_day
			group by 1, 2, 3, 4
		) grown
		group by 1, 2
		union all
		select cohort.month, late.on_day, 0, 0, sum(late.principal),
			coalesce(sum(late.principal) filter (where late.days_past_due > 30), 0), 0
		from (
			select day.on_day, given.book_id, given.loan_id, given.principal, given.days_past_due
			from day cross join lateral provisioning_lateness(day.on_day, ${accounts}, ${rest}) given
		) late
		join cohort on cohort.book_id = late.book_id and cohort.loan_id = late.loan_id
		group by 1, 2
	)
	select part.month as cohort, part.on_day as "on", sum(part.loans)::integer as loans,
		sum(part.disbursed) as disbursed, sum(part.outstanding) as outstanding,
		sum(part.at_risk) as at_risk_30, sum(part.off) as written_off
	from part group by 1, 2 having sum(part.disbursed) <> 0 order by 1, 2
`;

/** From the rollup of the funds and the ledger's totals: it costs the same in any year. */
export const monthSql = `
	with fund as materialized (
		select allocation.id from allocations allocation
		where allocation.book_id = any (cast(:books as integer[]))
			and (cast(:kelurahan as text) is null or allocation.kelurahan_code = :kelurahan)
			and (cast(:fund as uuid) is null or allocation.id = :fund)
	),
	facts as (
		select given.* from reporting_fund_facts(:asOf, cast(:knownAt as timestamptz),
			array(select id from fund), false, false) given
		where given.policy_code is null and given.fund_id in (select id from fund)
	),
	off as (
		select sum(moved.debits - moved.credits) filter (where moved.kind = 'write-off') as written_off,
			sum(moved.credits - moved.debits) filter (where moved.kind <> 'write-off') as recovered
		from unnest(cast(:books as integer[])) book (id)
		cross join lateral ledger_turnovers(book.id, :asOf, cast(:knownAt as timestamptz), '9.1.01')
			moved
		where moved.fund_id in (select id from fund)
	)
	select coalesce(sum(facts.outstanding_principal), 0) as outstanding,
		coalesce(sum(facts.at_risk_30), 0) as at_risk_30,
		coalesce(sum(facts.at_risk_90), 0) as at_risk_90,
		coalesce(sum(facts.restructured), 0) as restructured,
		coalesce(sum(facts.at_risk_30_restructured), 0) as at_risk_30_restructured,
		coalesce(sum(facts.active_loans), 0)::integer as active_loans,
		coalesce((select written_off from off), 0) as written_off,
		coalesce((select recovered from off), 0) as recovered
	from facts
`;

export const loanView = view;
