import type {Knex} from 'knex';

/**
 * What fund health of any level is read from besides the rollup: what an agreement makes due by a
 * day, and by which bounds a fund is graded.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(principalDue);
	await knex.raw(grades);
	await knex.raw(rights);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		drop table fund_grade_bounds, fund_grade_policies;
		drop function fund_principal_due(date, integer, integer, date, numeric, date, date),
			fund_dues_by(date, integer, integer, date);
	`);
}

// The schedule of src/fund/due-schedule.ts for one tranche, by which sums over a country can be
// made where the rows are; a law over random agreements holds the one against the other.
const principalDue = `
	-- How many of an agreement's due days have come by a day: by the whole months that have passed.
	create function fund_dues_by(agreed_on date, tenor_months integer, grace_months integer,
		day date) returns integer
	language plpgsql immutable as $$
	declare
		dues integer := ceil((tenor_months - grace_months) / 12.0);
		months integer := (extract(year from day) - extract(year from agreed_on)) * 12
			+ extract(month from day) - extract(month from agreed_on);
	begin
		if (agreed_on + make_interval(months => months))::date > day then months := months - 1; end if;
		return case
			when months >= tenor_months then dues
			else greatest(least((months - grace_months) / 12, dues - 1), 0) end;
	end $$;

	create function fund_principal_due(agreed_on date, tenor_months integer, grace_months integer,
		received_on date, amount numeric, ended_due_on date, as_of date) returns numeric
	language plpgsql immutable as $$
	declare
		dues integer := ceil((tenor_months - grace_months) / 12.0);
		fallen integer := fund_dues_by(agreed_on, tenor_months, grace_months, as_of);
		passed integer := fund_dues_by(agreed_on, tenor_months, grace_months, received_on);
	begin
		-- One that came when the last day had passed is due with that last one.
		passed := least(passed, dues - 1);
		return case
			when ended_due_on <= as_of or fallen >= dues then amount
			else greatest(fallen - passed, 0) * div(amount, dues - passed) end;
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
		'Permenkop UKM 4/2020 Pasal 21 ayat (1): pengembalian menurut jangka waktu dan jadwal ' +
			'perjanjian (BPK Bengkulu).',
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
	revoke all on function
		fund_principal_due(date, integer, integer, date, numeric, date, date),
		fund_dues_by(date, integer, integer, date) from public;
	grant execute on function
		fund_principal_due(date, integer, integer, date, numeric, date, date),
		fund_dues_by(date, integer, integer, date) to bergulir_app;
`;
