/** One row per allocation. Amounts are text as PostgreSQL writes numeric(20, 2). */
export type FundFactsRow = {
	kelurahan_code: string;
	agreed_on: string;
	amount: string;
	tenor_months: number;
	grace_months: number;
	/** The tranches that stood: on which day, how much. */
	received: {on: string; amount: string}[];
	ended_due_on: string | null;
	tranches_received: string;
	remitted: string;
	returned: string;
	principal_collected: string;
	not_remitted_since: string | null;
	collected_not_remitted: string;
	cash_and_bank: string;
	before_sale: string;
	down_payments: string;
	disbursed: string;
	fund_debt: string;
	city_investment: string;
	ended_otherwise: string;
	claims: string;
	outstanding_principal: string;
	active_loans: number;
	borrowers: number;
	women_borrowers: number;
	principal_due_from_members: string;
	principal_overdue: string;
	at_risk_1: string;
	at_risk_30: string;
	at_risk_60: string;
	at_risk_90: string;
	restructured: string;
	at_risk_30_restructured: string;
};

/** The kinds of entries by which principal comes from members. */
const collecting = `'repayment', 'recovery', 'down-payment-applied', 'payroll-clearing'`;

/**
 * The kinds of entries by which principal goes out. A conversion takes it off the old loan and is
 * no new lending: over both of its entries it comes to nothing.
 */
const lending = `'disbursement', 'conversion'`;

/**
 * All that fund health reads, in one pass over the lines that carry a fund. A reversal keeps the
 * kind of what it takes back, so that a sum over a kind is net of reversals.
 *
 * Lateness is that of `arrearsOn` in lending, set-based: an instalment is unpaid while more is owed
 * of the loan than would be owed after it, and late from the day after it fell due.
 */
export const fundFactsSql = `
	with known_books as materialized (
		select books.id as book_id, coalesce(max(entry.number), 0) as last
		from books
		left join lateral (
			select number from entries
			where entries.book_id = books.id
				and recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
			order by number desc limit 1
		) entry on true
		group by books.id
	),
	fund_allocations as (
		select * from allocations
		where agreed_on <= :asOf
			and (cast(:region as text) is null or kelurahan_code = :region
				or kelurahan_code like :region || '.%')
	),
	received as (
		select tranche.allocation_id, jsonb_agg(jsonb_build_object(
			'on', tranche.received_on, 'amount', tranche.amount::text)
			order by tranche.number) as tranches
		from tranches tranche
		join known_books on known_books.book_id = tranche.book_id
			and tranche.entry_number <= known_books.last
		where tranche.received_on <= :asOf
			and not exists (select from entries taken_back
				where taken_back.book_id = tranche.book_id
					and taken_back.reverses = tranche.entry_number
					and taken_back.number <= known_books.last and taken_back.effective_on <= :asOf)
		group by tranche.allocation_id
	),
	moved as (
		select line.book_id, line.fund_id, line.loan_id, line.account_code, line.kind,
			-- Only of what was collected the days matter; the rest is one sum.
			case line.account_code when :collectedForCity then line.effective_on end as effective_on,
			sum(case line.side when 'debit' then line.amount else -line.amount end) as debit
		from lines line
		join known_books on known_books.book_id = line.book_id and line.entry_number <= known_books.last
		where line.fund_id is not null and line.effective_on <= :asOf
		group by 1, 2, 3, 4, 5, 6
	),
	fund_sums as (
		select fund_id,
			-coalesce(sum(debit) filter (where account_code = :fundDebt and kind = 'tranche'), 0)
				as tranches_received,
			coalesce(sum(debit)
				filter (where account_code = :collectedForCity and kind = 'remittance'), 0)
				as remitted,
			coalesce(sum(debit) filter (where account_code = :fundDebt and kind = 'fund-return'), 0)
				as returned,
			-coalesce(sum(debit)
				filter (where account_code = :collectedForCity and kind in (${collecting})), 0)
				as principal_collected,
			-coalesce(sum(debit) filter (where account_code = :collectedForCity), 0)
				as collected_not_remitted,
			coalesce(sum(debit) filter (where account_code in (:cash, :fundBank)), 0) as cash_and_bank,
			coalesce(sum(debit) filter (where account_code = any (cast(:purchaseAccounts as text[]))), 0)
				as before_sale,
			-coalesce(sum(debit) filter (where account_code = :downPayments), 0) as down_payments,
			coalesce(sum(debit) filter (where kind in (${lending})
				and account_code = any (cast(:principalAccounts as text[]))), 0) as disbursed,
			-coalesce(sum(debit) filter (where account_code = :fundDebt), 0) as fund_debt,
			coalesce(sum(debit) filter (where account_code = any (cast(:mirrorAccounts as text[]))), 0)
				as city_investment,
			-- Became a claim on a person, or was released: no longer owed, and not paid back.
			coalesce(sum(debit) filter (where account_code in (:fundDebt, :collectedForCity)
				and kind in ('fund-claim', 'fund-write-off')), 0) as ended_otherwise,
			coalesce(sum(debit) filter (where account_code = :claims), 0) as claims
		from moved group by fund_id
	),
	collected_days as (
		select fund_id, effective_on, sum(sum(-debit)) over (partition by fund_id order by effective_on)
			as collected
		from moved where account_code = :collectedForCity and kind in (${collecting})
		group by fund_id, effective_on
	),
	-- First collected is first remitted, or claimed from whoever took it.
	not_remitted as (
		select day.fund_id, min(day.effective_on) as since
		from collected_days day join fund_sums using (fund_id)
		where day.collected > fund_sums.principal_collected - fund_sums.collected_not_remitted
		group by day.fund_id
	),
	loan_sums as (
		select book_id, fund_id, loan_id,
			coalesce(sum(debit) filter (where account_code = any (cast(:owedAccounts as text[]))), 0)
				as owed,
			coalesce(sum(debit) filter (where account_code = any (cast(:principalAccounts as text[]))), 0)
				as principal,
			coalesce(sum(debit) filter (where kind in (${lending})
				and account_code = any (cast(:principalAccounts as text[]))), 0) as disbursed,
			coalesce(sum(debit) filter (where kind = 'conversion'), 0) <> 0 as is_converted
		from moved
		where loan_id is not null and (account_code = any (cast(:owedAccounts as text[]))
			or account_code = any (cast(:principalAccounts as text[])))
		group by book_id, fund_id, loan_id
		having bool_or(kind = 'disbursement') and sum(debit) filter (where kind = 'disbursement') <> 0
	),
	-- Of each loan the schedule in force on the day, as far as it was known.
	in_force as (
		select loan_schedules.book_id, loan_id, max(version) as version,
			-- A schedule agreed anew makes a late loan look current, and so does a new akad.
			bool_or(eased.version is not null or came.new_loan_id is not null) as is_restructured
		from loan_schedules left join loan_restructurings eased using (book_id, loan_id, version)
		left join loan_conversions came on came.book_id = loan_schedules.book_id
			and came.new_loan_id = loan_schedules.loan_id
		where effective_on <= :asOf
			and loan_schedules.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
		group by loan_schedules.book_id, loan_id
	),
	lateness as (
		select loan.book_id, loan.fund_id, loan.loan_id, loan.owed, loan.principal,
			-- Of a rescheduled loan the schedule has what was left of it: what is not due is not due.
			-- What became another loan is asked for by that one.
			loan.disbursed - coalesce(sum(row.principal)
				filter (where row.due_on >= :asOf and not loan.is_converted), 0) as principal_due,
			coalesce(sum(row.principal) filter (where row.due_on >= :asOf), 0) as principal_not_due,
			min(row.due_on) filter (where row.due_on < :asOf and loan.owed > row.owed_after) as since,
			in_force.is_restructured
		from loan_sums loan
		join in_force using (book_id, loan_id)
		join instalments row on row.book_id = loan.book_id and row.loan_id = loan.loan_id
			and row.version = in_force.version
		group by loan.book_id, loan.fund_id, loan.loan_id, loan.owed, loan.principal, loan.disbursed,
			in_force.is_restructured
	),
	loan_facts as (
		select lateness.*, greatest(lateness.principal - principal_not_due, 0) as overdue,
			case when owed > 0 then coalesce(cast(:asOf as date) - since, 0) else 0 end as days_late,
			loans.member_id, members.sex
		from lateness
		join loans on loans.book_id = lateness.book_id and loans.id = lateness.loan_id
		join members on members.book_id = loans.book_id and members.id = loans.member_id
	),
	portfolios as (
		select fund_id,
			sum(principal) as outstanding_principal,
			count(*) filter (where owed > 0)::integer as active_loans,
			count(distinct member_id) filter (where owed > 0)::integer as borrowers,
			count(distinct member_id)
				filter (where owed > 0 and sex = 'female')::integer as women_borrowers,
			sum(principal_due) as principal_due_from_members,
			sum(overdue) as principal_overdue,
			sum(principal) filter (where days_late >= 1) as at_risk_1,
			sum(principal) filter (where days_late > 30) as at_risk_30,
			sum(principal) filter (where days_late > 60) as at_risk_60,
			sum(principal) filter (where days_late > 90) as at_risk_90,
			sum(principal) filter (where is_restructured) as restructured,
			sum(principal) filter (where days_late > 30 or is_restructured) as at_risk_30_restructured
		from loan_facts group by fund_id
	)
	select allocation.kelurahan_code, allocation.agreed_on, allocation.amount,
		allocation.tenor_months, allocation.grace_months,
		coalesce(received.tranches, '[]') as received, ended.due_on as ended_due_on,
		coalesce(fund_sums.tranches_received, 0) as tranches_received,
		coalesce(fund_sums.remitted, 0) as remitted,
		coalesce(fund_sums.returned, 0) as returned,
		coalesce(fund_sums.principal_collected, 0) as principal_collected,
		not_remitted.since as not_remitted_since,
		coalesce(fund_sums.collected_not_remitted, 0) as collected_not_remitted,
		coalesce(fund_sums.cash_and_bank, 0) as cash_and_bank,
		coalesce(fund_sums.before_sale, 0) as before_sale,
		coalesce(fund_sums.down_payments, 0) as down_payments,
		coalesce(fund_sums.disbursed, 0) as disbursed,
		coalesce(fund_sums.fund_debt, 0) as fund_debt,
		coalesce(fund_sums.city_investment, 0) as city_investment,
		coalesce(fund_sums.ended_otherwise, 0) as ended_otherwise,
		coalesce(fund_sums.claims, 0) as claims,
		coalesce(portfolios.outstanding_principal, 0) as outstanding_principal,
		coalesce(portfolios.active_loans, 0) as active_loans,
		coalesce(portfolios.borrowers, 0) as borrowers,
		coalesce(portfolios.women_borrowers, 0) as women_borrowers,
		coalesce(portfolios.principal_due_from_members, 0) as principal_due_from_members,
		coalesce(portfolios.principal_overdue, 0) as principal_overdue,
		coalesce(portfolios.at_risk_1, 0) as at_risk_1,
		coalesce(portfolios.at_risk_30, 0) as at_risk_30,
		coalesce(portfolios.at_risk_60, 0) as at_risk_60,
		coalesce(portfolios.at_risk_90, 0) as at_risk_90,
		coalesce(portfolios.restructured, 0) as restructured,
		coalesce(portfolios.at_risk_30_restructured, 0) as at_risk_30_restructured
	from fund_allocations allocation
	left join fund_sums on fund_sums.fund_id = allocation.id
	left join received on received.allocation_id = allocation.id
	left join allocation_endings ended on ended.book_id = allocation.book_id
		and ended.allocation_id = allocation.id and ended.ended_on <= :asOf
		and ended.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
	left join not_remitted on not_remitted.fund_id = allocation.id
	left join portfolios on portfolios.fund_id = allocation.id
	order by allocation.kelurahan_code, allocation.book_id, allocation.id
`;
