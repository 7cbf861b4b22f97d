import type {Detector} from '../detector.ts';

/**
 * A detector with its question. Of each case it answers `book_id`, `subject`, `severity` (null for
 * that of the policy), `figures` and `evidence`. It may name `:asOf`, `:books` (null for all), its
 * thresholds and whatever `constants` it brings.
 */
export type SqlDetector = Detector & {
	readonly sql: string;
	readonly constants?: Readonly<Record<string, string | readonly string[]>>;
};

/** A detection shows so many references of each kind; its figures tell of how many. */
const shownMax = 20;

export const asOf = 'cast(:asOf as date)';
/** A threshold that is a whole number. */
export const whole = (name: string): string => `cast(:${name} as integer)`;
/** A threshold that is an amount, a percentage or a ratio. */
export const numeric = (name: string): string => `cast(:${name} as numeric)`;
/** Whether a row is of the books that are looked at. */
export const inBooks = (column: string): string =>
	`(cast(:books as integer[]) is null or ${column} = any (cast(:books as integer[])))`;

/** A reference as `Evidence` has it. */
export const reference = (kind: string, key: 'id' | 'number' | 'name', value: string): string =>
	`jsonb_build_object('kind', '${kind}', '${key}', ${value})`;

/** The first references of an aggregate, or of those of its rows that a filter lets through. */
export const references = (one: string, order: string, filter = ''): string =>
	`jsonb_path_query_array(jsonb_agg(${one} order by ${order}) ${filter},
		'$[0 to ${shownMax - 1}]')`;

/** The first references of a question of its own, which is put for what was found alone. */
export const referencesOf = (one: string, from: string): string =>
	`(select coalesce(jsonb_agg(shown.reference), '[]'::jsonb) from (
		select ${one} as reference from ${from} limit ${shownMax}) shown)`;

/** Whether the entry of a row had been taken back by the day. */
export const isReversed = (alias: string): string =>
	`exists (select from entries reversal where reversal.book_id = ${alias}.book_id
		and reversal.reverses = ${alias}.entry_number and reversal.reverses is not null
		and reversal.effective_on <= ${asOf})`;

/** Whether a repayment was only split anew: taken back, and posted again under its receipt. */
export const isReplayed = (alias: string): string =>
	`exists (select from repayments again where again.book_id = ${alias}.book_id
		and again.receipt_number = ${alias}.receipt_number and again.loan_id = ${alias}.loan_id
		and again.replay > 0 and again.replay = ${alias}.replay + 1)`;

/** A part of a whole in per cent, to one decimal. */
export const percent = (part: string, of: string): string =>
	`round(100.0 * (${part}) / (${of}), 1)`;

/**
 * Which cities or regencies books are in: of another cooperative no more is told than that and how
 * many, for a kelurahan or kecamatan could name it.
 */
export const regionsOf = (bookIds: string): string =>
	`(select coalesce(string_agg(distinct region.name, ', '), '-')
		from books elsewhere join regions region on region.code = left(elsewhere.region_code, 5)
		where elsewhere.id in (${bookIds}))`;

/** What was recorded in the last days, each by the calendar of its book. */
export const recentEntries = `
	recent as (
		select entry.book_id, entry.number, entry.actor, entry.kind, entry.effective_on,
			entry.reverses, (entry.recorded_at at time zone book.time_zone)::date as recorded_on
		from entries entry
		join books book on book.id = entry.book_id
		-- No zone is further from Greenwich than a day: so the blocks are found without the books.
		where entry.recorded_at >= (${asOf} - ${whole('windowDays')})::timestamp at time zone 'UTC'
			and entry.recorded_at < (${asOf} + 2)::timestamp at time zone 'UTC'
			and (entry.recorded_at at time zone book.time_zone)::date
				between ${asOf} - ${whole('windowDays')} + 1 and ${asOf}
			and ${inBooks('entry.book_id')}
	)`;

/** The days on which months ended lately, and of which kind of report each is the day. */
export const monthEnds = (months: string): string => `
	month_end as materialized (
		select ends_on,
			case when extract(month from ends_on) = 12 then 'tahun'
				when extract(month from ends_on) in (3, 6, 9) then 'triwulan' else 'bulan' end
				as report_id,
			case when extract(month from ends_on) = 12 then 'year'
				when extract(month from ends_on) in (3, 6, 9) then 'quarter' else 'month' end
				as report_en
		from (
			select (date_trunc('month', ${asOf}) - make_interval(months => back - 1)
				- interval '1 day')::date as ends_on
			from generate_series(0, ${months}) back
		) given
		where ends_on <= ${asOf}
	)`;

/** Members who have the same phone or address, whatever cooperative each is of. */
export const sharedAmong = (key: string, which: string): string => `
	with candidate as (
		select member.book_id, member.id, member.number, ${key} as key
		from members member
		where member.joined_on <= ${asOf} and (member.left_on is null or member.left_on > ${asOf})
			and ${which}
	),
	crowded as (
		select key from candidate group by key
		having count(*) >= ${whole('withinMin')}
			or (count(*) >= ${whole('acrossMin')} and min(book_id) <> max(book_id))
	),
	crowd as materialized (select candidate.* from candidate join crowded using (key)),
	whole_crowd as (
		select key, count(*) as members, count(distinct book_id) as cooperatives from crowd group by key
	),
	here as (
		select book_id, key, count(*) as members, (array_agg(id order by number))[1] as first,
			${references(reference('member', 'id', 'id'), 'number')} as evidence
		from crowd where ${inBooks('book_id')}
		group by book_id, key
	)
	select here.book_id, 'member:' || here.first as subject, null as severity, here.evidence,
		jsonb_build_object('here', here.members, 'elsewhere', all_of.members - here.members,
			'cooperatives', all_of.cooperatives - 1, 'regions', ${regionsOf(
				`select other.book_id from crowd other
				where other.key = here.key and other.book_id <> here.book_id`,
			)}) as figures
	from here join whole_crowd all_of using (key)
	where here.members >= ${whole('withinMin')}
		or (all_of.cooperatives > 1 and all_of.members >= ${whole('acrossMin')})`;

/**
 * Loans whose first instalment fell due so many days ago, and whether anything was ever paid. Where
 * the product lets principal or margin wait, the first instalment that asks for both counts.
 */
export const firstInstalments = `
	paid as (
		select distinct repayment.book_id, repayment.loan_id from repayments repayment
		where repayment.paid_on <= ${asOf} and ${inBooks('repayment.book_id')}
			and not ${isReversed('repayment')}
	),
	lent as materialized (
		select loan.book_id, loan.id, loan.number, loan.member_id, loan.principal, loan.status,
			1 + coalesce(greatest(product.principal_grace_instalments,
				product.margin_deferred_instalments), 0) as first_number
		from loans loan
		left join loan_products product on product.book_id = loan.book_id
			and product.code = loan.product_code and product.version = loan.product_version
		where loan.status in ('disbursed', 'settled', 'written-off')
			and loan.disbursed_on <= ${asOf} and ${inBooks('loan.book_id')}
	),
	first_due as (
		select lent.book_id, lent.id, lent.number, lent.member_id, lent.principal,
			${asOf} - due.due_on as days, paid.loan_id is null and lent.status <> 'settled' as is_unpaid
		from lent
		join instalments due on due.book_id = lent.book_id and due.loan_id = lent.id
			and due.version = 1 and due.number = lent.first_number
			-- Known beforehand, so that the later instalments are not even compared.
			and due.number <= (select max(first_number) from lent)
		left join paid on paid.book_id = lent.book_id and paid.loan_id = lent.id
		where due.due_on <= ${asOf} - ${whole('daysMin')}
	)`;

/** What was paid lately and stands, for what is told of whoever received it. */
export const recentPayments = `
	received as (
		select repayment.book_id, repayment.received_by, repayment.loan_id, repayment.paid_on,
			repayment.amount, repayment.entry_number, repayment.id
		from repayments repayment
		where repayment.paid_on > ${asOf} - ${whole('windowDays')} and repayment.paid_on <= ${asOf}
			and ${inBooks('repayment.book_id')} and not ${isReversed('repayment')}
	)`;
