import {loanView} from './loan-report-sql.ts';

const debit = `case line.side when 'debit' then line.amount else -line.amount end`;
const accounts = `cast(:owedAccounts as text[]), cast(:principalAccounts as text[])`;
const isOwed = `line.account_code = any (cast(:owedAccounts as text[]))`;
const isPrincipal = `line.account_code = any (cast(:principalAccounts as text[]))`;
// What a member pays: a repayment, and at the sale of goods what was paid beforehand.
const paying = `line.kind in ('repayment', 'down-payment-applied')`;
const dayBefore = `(cast(:from as date) - 1)`;

const balances = (day: string): string => `
	select given.* from provisioning_balances(${day}, ${accounts},
		cast(:books as integer[]), null, cast(:knownAt as timestamptz)) given`;

/** What lines of the period moved on loans, day by day. */
const moved = `
	moved as materialized (
		select line.book_id, line.loan_id, line.effective_on,
			coalesce(-sum(${debit}) filter (where ${paying} and ${isOwed}), 0) as paid,
			coalesce(-sum(${debit}) filter (where ${paying} and ${isPrincipal}), 0) as paid_principal,
			coalesce(sum(${debit}) filter (where line.kind = 'disbursement' and ${isPrincipal}), 0)
				as granted
		from lines line
		join known on known.book_id = line.book_id and line.entry_number <= known.last
		where (${isOwed} or ${isPrincipal}) and line.loan_id is not null
			and line.effective_on >= :from and line.effective_on <= :asOf
		group by line.book_id, line.loan_id, line.effective_on
	)`;

/** Schedules with the day on which the next one took over; of one day the last one counts. */
const planned = `
	planned as materialized (
		select given.book_id, given.loan_id, given.version, given.effective_on as starts_on,
			lead(given.effective_on) over (partition by given.book_id, given.loan_id
				order by given.version) as until
		from loan_schedules given
		where given.book_id = any (cast(:books as integer[])) and given.effective_on <= :asOf
			and (cast(:knownAt as timestamptz) is null
				or given.recorded_at <= cast(:knownAt as timestamptz))
	)`;

/**
 * Instalments of the period by the schedule in force on their due date, of loans that owed in it
 * anything. A loan that ended within it is asked for nothing after the day of its end.
 */
const due = `
	opening as materialized (${balances(dayBefore)}),
	closing as materialized (${balances(':asOf')}),
	alive as materialized (
		select coalesce(opening.book_id, grown.book_id) as book_id,
			coalesce(opening.loan_id, grown.loan_id) as loan_id,
			case when closing.owed > 0 then cast(:asOf as date) else grown.last_on end as last_on
		from (select * from opening where owed > 0) opening
		full join (
			select moved.book_id, moved.loan_id, max(moved.effective_on) as last_on,
				sum(moved.granted) as granted
			from moved group by moved.book_id, moved.loan_id
		) grown on grown.book_id = opening.book_id and grown.loan_id = opening.loan_id
		left join closing on closing.book_id = coalesce(opening.book_id, grown.book_id)
			and closing.loan_id = coalesce(opening.loan_id, grown.loan_id)
		where opening.loan_id is not null or grown.granted <> 0
	),
	due as materialized (
		select row.book_id, row.loan_id, row.due_on, sum(row.principal) as principal,
			sum(row.margin) as margin
		from planned
		join instalments row on row.book_id = planned.book_id and row.loan_id = planned.loan_id
			and row.version = planned.version
		join alive on alive.book_id = row.book_id and alive.loan_id = row.loan_id
		where row.due_on >= :from and row.due_on <= alive.last_on and row.due_on >= planned.starts_on
			and (planned.until is null or row.due_on < planned.until)
		group by row.book_id, row.loan_id, row.due_on
	)`;

/** What had fallen due by a day and was not paid, and what was paid and had not fallen due. */
const stand = (name: string, balance: string, isDue: string): string => `
	${name} as (
		select held.book_id, held.loan_id, any_value(held.owed)
			- coalesce(min(row.owed_after) filter (where ${isDue}), sum(row.principal + row.margin))
				as net
		from ${balance} held
		join instalments row on row.book_id = held.book_id and row.loan_id = held.loan_id
			and row.version = held.version
		where held.owed > 0
		group by held.book_id, held.loan_id
	)`;

export const collectionsSql = `
	with ${loanView}, ${moved}, ${planned}, ${due},
	${stand('before', 'opening', 'row.due_on < :from')},
	${stand('after', 'closing', 'row.due_on <= :asOf')},
	asked as (
		select due.book_id, due.loan_id, sum(due.principal) as principal, sum(due.margin) as margin
		from due group by due.book_id, due.loan_id
	),
	paid as (
		select moved.book_id, moved.loan_id, sum(moved.paid) as paid,
			sum(moved.paid_principal) as principal
		from moved group by moved.book_id, moved.loan_id
	)
	select view.book, view.loan_id as loan, view.number, view.fund,
		greatest(coalesce(before.net, 0), 0) as arrears_opening,
		greatest(-coalesce(before.net, 0), 0) as ahead_opening,
		coalesce(asked.principal, 0) as due_principal, coalesce(asked.margin, 0) as due_margin,
		coalesce(paid.principal, 0) as paid_principal,
		coalesce(paid.paid - paid.principal, 0) as paid_margin,
		greatest(coalesce(after.net, 0), 0) as arrears_closing
	from view
	left join before on before.book_id = view.book_id and before.loan_id = view.loan_id
	left join after on after.book_id = view.book_id and after.loan_id = view.loan_id
	left join asked on asked.book_id = view.book_id and asked.loan_id = view.loan_id
	left join paid on paid.book_id = view.book_id and paid.loan_id = view.loan_id
	where before.net > 0 or after.net > 0 or asked.loan_id is not null or paid.paid <> 0
		or paid.principal <> 0
	order by view.book, view.number
`;

export const collectionDaysSql = `
	with ${loanView}, ${moved}, ${planned}, ${due},
	part as (
		select due.book_id, due.loan_id, due.due_on as on_day, due.principal, due.margin,
			0 as paid_principal, 0 as paid_margin
		from due
		union all
		select moved.book_id, moved.loan_id, moved.effective_on, 0, 0, moved.paid_principal,
			moved.paid - moved.paid_principal
		from moved
	)
	select part.on_day as "on", sum(part.principal) as due_principal, sum(part.margin) as due_margin,
		sum(part.paid_principal) as paid_principal, sum(part.paid_margin) as paid_margin
	from part
	join view on view.book_id = part.book_id and view.loan_id = part.loan_id
	group by part.on_day
	having num_nonnulls(nullif(sum(part.principal), 0), nullif(sum(part.margin), 0),
		nullif(sum(part.paid_principal), 0), nullif(sum(part.paid_margin), 0)) > 0
	order by part.on_day
`;
