import type {HealthLevel} from '../fund-health.ts';

/** Amounts of a region, as text that PostgreSQL writes of numeric. */
export const healthAmounts = [
	'ceiling',
	'allocated',
	'tranches_received',
	'principal_due_to_city',
	'remitted',
	'returned',
	'overdue_to_city',
	'principal_collected',
	'collected_not_remitted',
	'cash_and_bank',
	'before_sale',
	'down_payments',
	'outstanding_principal',
	'disbursed',
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
	'fund_debt',
	'city_investment',
	'claims',
] as const;

const counts = ['active_loans', 'borrowers', 'women_borrowers'] as const;

export type HealthRow = Record<(typeof healthAmounts)[number], string> &
	Record<(typeof counts)[number], number> & {
		/** Null of what stands for no region: the whole, or a programme. */
		code: string | null;
		programme: string | null;
		name: string;
		level: HealthLevel;
		not_remitted_days: number;
		income_year: string | null;
		expenses_year: string | null;
		classes: {
			policy: string;
			version: number;
			position: number;
			loans: number;
			principal: string;
			provision: string;
		}[];
	};

/** How much of a kelurahan's code names the region of each level that it lies in. */
const lengths = {village: 13, district: 8, regency: 5, province: 2} as const;
type Level = keyof typeof lengths;

const levelsFrom = (finest: Level): Level[] => {
	const all = ['village', 'district', 'regency', 'province'] as const;
	return all.slice(all.indexOf(finest));
};

const list = <Name extends string>(names: readonly Name[], write: (name: Name) => string): string =>
	names.map(write).join(', ');

// Computed of an agreement here; whatever else has its name in the facts.
const own = new Set<string>(['ceiling', 'allocated', 'principal_due_to_city', 'overdue_to_city']);
const ofFacts = [...healthAmounts, ...counts].filter((name) => !own.has(name));
const summed = [...healthAmounts, ...counts];

// What is asked for, what is known of each allocation, and the books that tell of it.
const askedSql = (finest: Level): string => `programme as materialized (
		select programme.*, city.region_code from programmes programme
		left join books city on city.id = programme.city_book_id
		where programme.effective_from <= :asOf
			and (cast(:programme as text) is null or programme.code = :programme)
	),
	allocation as materialized (
		select given.*, left(given.kelurahan_code, ${lengths[finest]}) as key,
			case when cast(:knownAt as timestamptz) is null then 9223372036854775807
				else ledger_number_before(given.book_id, cast(:knownAt as timestamptz)
					+ interval '1 microsecond') end as last
		from allocations given
		where given.agreed_on <= :asOf
			and (cast(:programme as text) is null
				or given.programme_id in (select id from programme))
			and (cast(:region as text) is null or given.kelurahan_code = :region
				or given.kelurahan_code like :region || '.%')
	),
	-- The kelurahan with an allocation, and those that a city of the caller's watches over.
	city as (
		select distinct region_code from books where kind = 'city'
			and (bergulir_all_books() or id = any (bergulir_books()))
			and (cast(:programme as text) is null or id in (select city_book_id from programme))
	),
	place as materialized (
		select region.code from regions region
		where region.level = 'village'
			and (cast(:region as text) is null or region.code = :region
				or region.code like :region || '.%')
			and (region.code in (select kelurahan_code from allocation)
				or (left(region.code, 2) in (select region_code from city)
						or left(region.code, 5) in (select region_code from city)
						or left(region.code, 8) in (select region_code from city))
					and (:all or exists (select from unnest(cast(:scopes as text[])) held
						where region.code = held or region.code like held || '.%')))
	),
	cooperative as materialized (select distinct book_id from allocation),
	-- Of a fund its cooperative's book tells, and its city's.
	told as materialized (
		select given.book_id, given.id as fund_id, given.key, given.programme_id from allocation given
		union all
		select every.city_book_id, given.id, given.key, given.programme_id
		from allocation given join programmes every on every.id = given.programme_id
	),
	-- Of a book to which nothing came since its rollup the last seal is all there is to say.
	behind as materialized (
		select book_id from reporting_books_behind(:asOf, cast(:knownAt as timestamptz), :isPlain)
		where book_id in (select book_id from told)
	),
	telling_book as materialized (
		select told.*, told.book_id in (select book_id from behind) as is_behind from told
	),`;

// Agreements are made by the hundred: what is due is asked once of all that are alike.
const dueSql = `tranche as materialized (
		select given.id as fund_id, given.agreed_on, given.tenor_months, given.grace_months,
			tranche.received_on, tranche.amount, coalesce(ended.due_on, 'infinity') as ended_due_on
		from allocation given
		join tranches tranche on tranche.book_id = given.book_id
			and tranche.allocation_id = given.id and tranche.entry_number <= given.last
			and tranche.received_on <= :asOf
		left join allocation_endings ended on ended.book_id = given.book_id
			and ended.allocation_id = given.id and ended.ended_on <= :asOf
			and ended.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
		where not exists (select from entries taken_back
			where taken_back.book_id = tranche.book_id
				and taken_back.reverses = tranche.entry_number
				and taken_back.number <= given.last and taken_back.effective_on <= :asOf)
	),
	alike as materialized (
		select agreed.funds, fund_principal_due(agreed_on, tenor_months, grace_months, received_on,
			amount, ended_due_on, :asOf) as principal
		from (select agreed_on, tenor_months, grace_months, received_on, amount, ended_due_on,
			array_agg(fund_id) as funds from tranche group by 1, 2, 3, 4, 5, 6) agreed
	),
	due as materialized (
		select fund.id as fund_id, sum(alike.principal) as principal
		from alike cross join lateral unnest(alike.funds) fund (id)
		group by fund.id
	),`;

const factColumns = (of: string): string =>
	list(
		['not_remitted_since', 'ended_otherwise', ...ofFacts] as readonly string[],
		(name) => `${of}.${name}`,
	);
const classColumns = (of: string): string =>
	list(
		['policy_code', 'version', 'class_position', 'loans', 'principal', 'provision'],
		(name) => `${of}.${name}`,
	);

// From the last seals straight; of books that are behind them, what these have to be taken on by.
const factsSql = `other as materialized (
		select * from reporting_fund_facts(:asOf, cast(:knownAt as timestamptz),
			case when cast(:region as text) is null and cast(:programme as text) is null
					and (:isPlain or cast(:knownAt as timestamptz) is not null) then null
				else array(select distinct fund_id from telling_book where is_behind) end, :isPlain, true)
	),
	facts as materialized (
		select held.fund_id, telling_book.key, telling_book.programme_id, ${factColumns('held')}
		from fund_latest held
		join telling_book on telling_book.book_id = held.book_id and telling_book.fund_id = held.fund_id
		where not telling_book.is_behind
		union all
		select other.fund_id, given.key, given.programme_id, ${factColumns('other')}
		from other join allocation given on given.id = other.fund_id
		where other.policy_code is null
	),
	class_facts as (
		select telling_book.key, telling_book.programme_id, ${classColumns('held')}
		from fund_latest_classes held
		join telling_book on telling_book.book_id = held.book_id and telling_book.fund_id = held.fund_id
		where not telling_book.is_behind
		union all
		select given.key, given.programme_id, ${classColumns('other')}
		from other join allocation given on given.id = other.fund_id
		where other.policy_code is not null
	),`;

// What is added up of each place of the finest level and each programme: of its allocations, of
// what the books tell, and of its ceilings. A place counts also where it has nothing.
const partSql = (finest: Level): string => `paid as (
		select fund_id, sum(coalesce(remitted, 0) + coalesce(returned, 0)
			+ coalesce(ended_otherwise, 0)) as amount
		from facts group by fund_id
	),
	part as materialized (
		select one.key, one.programme_id, null::numeric as ceiling,
			${list(summed.slice(1), (name) => `sum(one.${name}) as ${name}`)},
			max(one.not_remitted_days) as not_remitted_days
		from (
			select given.key, given.programme_id, given.amount as allocated,
				due.principal as principal_due_to_city,
				nullif(greatest(due.principal - coalesce(paid.amount, 0), 0), 0) as overdue_to_city,
				null::integer as not_remitted_days, ${list(ofFacts, (name) => `null::numeric as ${name}`)}
			from allocation given
			left join due on due.fund_id = given.id
			left join paid on paid.fund_id = given.id
			union all
			select facts.key, facts.programme_id, null, null, null,
				case when facts.collected_not_remitted > 0 and facts.not_remitted_since < :asOf
					then cast(:asOf as date) - facts.not_remitted_since end,
				${list(ofFacts, (name) => `facts.${name}`)}
			from facts
		) one
		group by one.key, one.programme_id
		union all
		select left(place.code, ${lengths[finest]}), null, null,
			${list(summed.slice(1), () => 'null')}, null
		from place group by 1
		union all
		-- A ceiling counts where the programme's city covers the kelurahan, received or not.
		select left(place.code, ${lengths[finest]}), programme.id,
			sum(programme.ceiling_per_kelurahan), ${list(summed.slice(1), () => 'null')}, null
		from place
		cross join lateral (values (left(place.code, 2)), (left(place.code, 5)),
			(left(place.code, 8)), (place.code)) above (region_code)
		join programme on programme.region_code = above.region_code
		group by 1, 2
	),`;

/**
 * What a level is summed from. Of the finest one what the page shows, and no more; of the next the
 * cities in which that lies, whole, and from them those above; the provinces from all there is, for
 * of them the whole is made.
 */
function sourceOf(levels: readonly Level[], index: number, parts: string, of: string): string {
	if (index === 0) return `${parts} part where key in (select key from page)`;
	if (index === levels.length - 1) return `${parts} part`;
	if (index > 1) return `${of}_${levels[index - 1]} part`;
	return `${parts} part where left(key, ${lengths.regency}) in
			(select left(key, ${lengths.regency}) from page)`;
}

const wholeFrom = (levels: readonly Level[], parts: string, of: string): string =>
	levels.length === 1 ? parts : `${of}_${levels.at(-1)}`;

/** The levels, each in few rows read once, with those of programmes and of the whole. */
function summing(levels: readonly Level[]): string {
	const sums = `${list(summed, (name) => `sum(${name}) as ${name}`)},
			max(not_remitted_days) as not_remitted_days`;
	const steps = levels.map(
		(level, index) => `of_${level} as materialized (
		select '${level}' as level, left(key, ${lengths[level]}) as key, ${sums}
		from ${sourceOf(levels, index, 'part', 'of')} group by 2
	)`,
	);
	return `${steps.join(',\n\t')},
	of_programme as (
		select 'programme' as level, programme_id::text as key, ${sums}
		from part where programme_id is not null group by 2
	),
	of_whole as (
		select 'whole' as level, '' as key, ${sums} from ${wholeFrom(levels, 'part', 'of')}
	)`;
}

// What whole cooperatives earned and spent, for costs name no fund.
const resultSql = `result as materialized (
		select book_id, income_year as income, expenses_year as expenses
		from fund_rollups
		where book_id in (select book_id from cooperative)
			and book_id not in (select book_id from behind)
		union all
		select * from reporting_book_results(array(select book_id from cooperative
			where book_id in (select book_id from behind)), :asOf, cast(:knownAt as timestamptz),
			:isPlain)
	),`;

const classSums = (of: string): string =>
	list(['loans', 'principal', 'provision'], (name) => `sum(${of}.${name}) as ${name}`);

/** The same of the classes; in a kelurahan there is too little to be worth adding up first. */
function classing(levels: readonly Level[]): string {
	const sums = `policy_code, version, class_position, ${classSums('part')}`;
	const steps = levels.map(
		(level, index) => `class_of_${level} as materialized (
		select '${level}' as level, left(key, ${lengths[level]}) as key, ${sums}
		from ${sourceOf(levels, index, 'class_part', 'class_of')} group by 2, 3, 4, 5
	)`,
	);
	const added = `select key, programme_id, policy_code, version, class_position,
			${classSums('part')} from class_facts part group by 1, 2, 3, 4, 5`;
	return `class_part as materialized (
		${levels[0] === 'village' ? 'select * from class_facts' : added}
	),
	${steps.join(',\n\t')},
	class_of_programme as (
		select 'programme' as level, programme_id::text as key, ${sums}
		from class_part part group by 2, 3, 4, 5
	),
	class_of_whole as (
		select 'whole' as level, '' as key, ${sums}
		from ${wholeFrom(levels, 'class_part', 'class_of')} part group by 3, 4, 5
	)`;
}

/**
 * Fund health of the regions of a level that stand on a page, of the kecamatan and cities of the
 * cities in which these lie, of every province and programme, and of the whole, in one statement
 * over one snapshot. What an allocation is comes from its rows, from the rollup and from
 * what came since; all else is adding up. Parameters: `region`, `all` and `scopes` (what the caller
 * may see), `programme`, `asOf`, `knownAt`, `isPlain`, and `after` and `limit` of the finest level.
 */
export const fundHealthSql = (finest: Level): string => {
	const levels = levelsFrom(finest);
	const above = [...levels.slice(1), 'programme', 'whole'] as const;
	return `
	with ${askedSql(finest)}
	${dueSql}
	${factsSql}
	${partSql(finest)}
	page as materialized (
		select distinct key from part where cast(:after as text) is null or key > cast(:after as text)
		order by key limit :limit
	),
	${summing(levels)},
	shown as materialized (
		select * from of_${finest}
		${above.map((level) => `union all select * from of_${level}`).join(' ')}
	),
	${classing(levels)},
	classes as (
		select level, key, jsonb_agg(jsonb_build_object('policy', policy_code, 'version', version,
			'position', class_position, 'loans', coalesce(loans, 0)::integer,
			'principal', coalesce(principal, 0)::text, 'provision', coalesce(provision, 0)::text)
			order by policy_code, class_position) as classes
		from (
			select * from class_of_${finest}
			${above.map((level) => `union all select * from class_of_${level}`).join(' ')}
		) one
		where num_nonnulls(nullif(loans, 0), nullif(principal, 0), nullif(provision, 0)) > 0
		group by level, key
	),
	${resultSql}
	-- Where every cooperative counts of what is shown.
	held as (
		select distinct given.book_id, at.level, at.key
		from allocation given
		cross join lateral (values
			${list(levels, (level) => `('${level}', left(given.key, ${lengths[level]}))`)},
			('programme', given.programme_id::text), ('whole', '')
		) at (level, key)
		where (at.level, at.key) in (select level, key from shown)
	),
	-- A cooperative with funds in several kelurahan counts in each, and once in their sum.
	operating as (
		select own.level, own.key, sum(result.income) as income, sum(result.expenses) as expenses
		from held own join result on result.book_id = own.book_id
		group by own.level, own.key
	)
	select case when shown.level in ('programme', 'whole') then null else shown.key end as code,
		shown.level, programme.code as programme,
		coalesce((select coalesce(region.alias, region.name) from regions region
			where region.code = shown.key), programme.name, '') as name,
		${list(healthAmounts, (name) => `coalesce(shown.${name}, 0) as ${name}`)},
		${list(counts, (name) => `coalesce(shown.${name}, 0)::integer as ${name}`)},
		coalesce(shown.not_remitted_days, 0) as not_remitted_days,
		operating.income as income_year, operating.expenses as expenses_year,
		coalesce(classes.classes, '[]') as classes
	from shown
	left join programme on shown.level = 'programme' and programme.id::text = shown.key
	left join classes on classes.level = shown.level and classes.key = shown.key
	left join operating on operating.level = shown.level and operating.key = shown.key
	order by shown.level, shown.key, programme.code
`;
};
