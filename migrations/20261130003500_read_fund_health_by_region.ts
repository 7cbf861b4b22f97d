import type {Knex} from 'knex';

/**
 * What fund health of any level is read from besides the rollup: what an agreement makes due by a
 * day, what cooperatives earned and spent in a year, and by which bounds a fund is graded.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(principalDue);
	await knex.raw(results);
	await knex.raw(grades);
	await knex.raw(rights);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		drop table fund_grade_bounds, fund_grade_policies;
		drop function reporting_book_results(integer[], date, timestamptz);
		drop function fund_principal_due(date, integer, integer, date, numeric, date, date);
	`);
}

// The schedule of src/fund/due-schedule.ts for one tranche, by which sums over a country can be
// made where the rows are; a law over random agreements holds the one against the other.
const principalDue = `
	create function fund_principal_due(agreed_on date, tenor_months integer, grace_months integer,
		received_on date, amount numeric, ended_due_on date, as_of date) returns numeric
	language sql immutable as $$
		select case
			when ended_due_on <= as_of then amount
			when part.fallen >= part.parts then amount
			else part.fallen * div(amount, part.parts) end
		from (
			select greatest(count(*) filter (where due.on_day > received_on), 1) as parts,
				case when max(due.on_day) > received_on
					then count(*) filter (where due.on_day > received_on and due.on_day <= as_of)
					else (max(due.on_day) <= as_of)::integer end as fallen
			from generate_series(1, ceil((tenor_months - grace_months) / 12.0)::integer) number
			cross join lateral (select (agreed_on + make_interval(
				months => least(grace_months + number * 12, tenor_months)))::date as on_day) due
		) part
	$$;
`;

// Income and expenses of whole books in the year up to a day. What closes a year moves them into
// equity and is neither. Without a moment it adds up totals; as known at one, each book by itself.
const results = `
	create function reporting_book_results(of_books integer[], as_of date, known_at timestamptz)
	returns table (book_id integer, income numeric, expenses numeric)
	language plpgsql stable rows 1000 set search_path = public, pg_temp
	set plan_cache_mode = 'force_custom_plan' set jit = off as $$
	#variable_conflict use_column
	declare
		year_ago date := as_of - interval '1 year';
	begin
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

const remembered = 'Diingat; naskah resminya belum dibaca.';
const ours = 'Kebijakan program ini, sementara; belum ada naskah yang menetapkannya.';

// measure, grade, side, bound, source
const bounds = [
	['par30Restructured', 'watch', 'above', '0.05', `CGAP: di atas 5 % perlu diawasi. ${remembered}`],
	['par30Restructured', 'serious', 'above', '0.10', `CGAP: di atas 10 % serius. ${remembered}`],
	[
		'remittanceRate',
		'watch',
		'below',
		'1',
		'Permenkop UKM 4/2020 Pasal 21 ayat (1): pengembalian menurut jangka waktu dan jadwal perjanjian ' +
			'(BPK Bengkulu).',
	],
	['remittanceRate', 'serious', 'below', '0.8', ours],
	['notRemittedDays', 'watch', 'above', '7', ours],
	['notRemittedDays', 'serious', 'above', '30', ours],
	['preservedShare', 'watch', 'below', '1', ours],
	['preservedShare', 'serious', 'below', '0.9', ours],
	[
		'operatingSelfSufficiency',
		'watch',
		'below',
		'1',
		`CGAP: pendapatan menutup biaya. ${remembered}`,
	],
] as const;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const grades = `
	create table fund_grade_policies (
		version integer primary key constraint fund_grade_policies_version_check check (version > 0),
		effective_from date not null constraint fund_grade_policies_day_key unique,
		-- Under which the share that is preserved is counted.
		provision_policy text not null
			constraint fund_grade_policies_provision_fkey references provision_policies (code),
		legal_basis text not null,
		status text not null constraint fund_grade_policies_status_check
			check (status in ('in-force', 'provisional'))
	);
	-- A fund whose measure lies beyond a bound is no better than its grade.
	create table fund_grade_bounds (
		version integer not null
			constraint fund_grade_bounds_version_fkey references fund_grade_policies (version),
		measure text not null constraint fund_grade_bounds_measure_check check (measure in (
			'par30Restructured', 'remittanceRate', 'notRemittedDays', 'preservedShare',
			'operatingSelfSufficiency')),
		grade text not null constraint fund_grade_bounds_grade_check
			check (grade in ('watch', 'serious')),
		side text not null constraint fund_grade_bounds_side_check check (side in ('above', 'below')),
		bound numeric not null,
		source text not null constraint fund_grade_bounds_source_check check (source <> ''),
		primary key (version, measure, grade)
	);
	insert into fund_grade_policies (version, effective_from, provision_policy, legal_basis, status)
	values (1, '2005-01-01', 'permendagri-73',
		'Kebijakan sementara: batas CGAP diingat, batas penyetoran dan keutuhan dana ditetapkan '
		'program ini; penyisihan menurut Permendagri 73/2015 (diingat).', 'provisional');
	insert into fund_grade_bounds (version, measure, grade, side, bound, source)
	values ${bounds
		.map(
			([measure, grade, side, bound, source]) =>
				`(1, '${measure}', '${grade}', '${side}', ${bound}, ${quoted(source)})`,
		)
		.join(',\n\t\t')};
`;

const rights = `
	revoke all on fund_grade_policies, fund_grade_bounds from public;
	grant select on fund_grade_policies, fund_grade_bounds to bergulir_app;
	revoke all on function reporting_book_results(integer[], date, timestamptz),
		fund_principal_due(date, integer, integer, date, numeric, date, date) from public;
	grant execute on function reporting_book_results(integer[], date, timestamptz),
		fund_principal_due(date, integer, integer, date, numeric, date, date) to bergulir_app;
`;
