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
	written_off_year: string;
	recovered_year: string;
	classes: {
		policy: string;
		version: number;
		position: number;
		loans: number;
		principal: string;
		provision: string;
	}[];
};

const amounts = [
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
	'outstanding_principal',
	'principal_due_from_members',
	'principal_overdue',
	'at_risk_1',
	'at_risk_30',
	'at_risk_60',
	'at_risk_90',
	'restructured',
	'at_risk_30_restructured',
	'written_off_year',
	'recovered_year',
] as const satisfies readonly (keyof FundFactsRow)[];

/**
 * All that fund health reads of each allocation: its agreement and tranches from their rows, its
 * sums and classes from `reporting_fund_facts`, which is the rollup and what came since.
 */
export const fundFactsSql = `
	with fund_allocations as materialized (
		select * from allocations
		where agreed_on <= :asOf
			and (cast(:region as text) is null or kelurahan_code = :region
				or kelurahan_code like :region || '.%')
	),
	known_books as materialized (
		select book_id, case when cast(:knownAt as timestamptz) is null then 9223372036854775807
			else ledger_number_before(book_id, cast(:knownAt as timestamptz)
				+ interval '1 microsecond') end as last
		from (select distinct book_id from fund_allocations) own
	),
	received as (
		select tranche.allocation_id, jsonb_agg(jsonb_build_object(
			'on', tranche.received_on, 'amount', tranche.amount::text)
			order by tranche.number) as tranches
		from fund_allocations allocation
		join tranches tranche on tranche.book_id = allocation.book_id
			and tranche.allocation_id = allocation.id
		join known_books on known_books.book_id = tranche.book_id
			and tranche.entry_number <= known_books.last
		where tranche.received_on <= :asOf
			and not exists (select from entries taken_back
				where taken_back.book_id = tranche.book_id
					and taken_back.reverses = tranche.entry_number
					and taken_back.number <= known_books.last and taken_back.effective_on <= :asOf)
		group by tranche.allocation_id
	),
	facts as materialized (
		select * from reporting_fund_facts(:asOf, cast(:knownAt as timestamptz),
			case when cast(:region as text) is null then null
				else array(select id from fund_allocations) end, :isPlain)
	),
	classes as (
		select fund_id, jsonb_agg(jsonb_build_object('policy', policy_code, 'version', version,
			'position', class_position, 'loans', coalesce(loans, 0)::integer,
			'principal', coalesce(principal, 0)::text,
			'provision', coalesce(provision, 0)::text) order by policy_code, class_position) as classes
		from facts where policy_code is not null group by fund_id
	)
	select allocation.kelurahan_code, allocation.agreed_on, allocation.amount,
		allocation.tenor_months, allocation.grace_months,
		coalesce(received.tranches, '[]') as received, ended.due_on as ended_due_on,
		facts.not_remitted_since, coalesce(classes.classes, '[]') as classes,
		coalesce(facts.active_loans, 0)::integer as active_loans,
		coalesce(facts.borrowers, 0)::integer as borrowers,
		coalesce(facts.women_borrowers, 0)::integer as women_borrowers,
		${amounts.map((name) => `coalesce(facts.${name}, 0) as ${name}`).join(', ')}
	from fund_allocations allocation
	left join facts on facts.fund_id = allocation.id and facts.policy_code is null
	left join classes on classes.fund_id = allocation.id
	left join received on received.allocation_id = allocation.id
	left join allocation_endings ended on ended.book_id = allocation.book_id
		and ended.allocation_id = allocation.id and ended.ended_on <= :asOf
		and ended.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
	order by allocation.kelurahan_code, allocation.book_id, allocation.id
`;
