import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, rupiah} from '../../kernel/money.ts';
import type {GradeBound, GradePolicy} from '../fund-grade.ts';
import type {FundHealthFacts, FundHealthSums} from '../fund-health.ts';
import type {ReportStore} from '../ports.ts';
import {type HealthRow, fundHealthSql, healthAmounts} from './fund-health-sql.ts';

type Question = Parameters<ReportStore['fundHealth']>[0];

/** The facts of fund health and the policy by which funds are graded. */
export const createFundHealthStore = (
	trx: Knex,
): Pick<ReportStore, 'fundHealth' | 'gradePolicy' | 'seesCity'> => ({
	async fundHealth(question) {
		// What lies in the parts of the question is more than the planner takes it for: it would sort
		// what can be added up by hashing, and write it to disk to do so.
		await trx.raw(`set local enable_sort = off; set local enable_mergejoin = off;
			set local work_mem = '64MB'; set local random_page_cost = 1.1`);
		const {rows} = await trx.raw<{rows: HealthRow[]}>(
			fundHealthSql(question.level),
			bindings(question),
		);
		await trx.raw(`set local enable_sort to default; set local enable_mergejoin to default;
			set local work_mem to default; set local random_page_cost to default`);
		return rows.map(toFacts);
	},
	async seesCity() {
		const {rows} = await trx.raw<{rows: unknown[]}>(
			`select from books where kind = 'city'
				and (bergulir_all_books() or id = any (bergulir_books())) limit 1`,
		);
		return rows.length > 0;
	},
	async gradePolicy(day) {
		const {rows} = await trx.raw<{rows: GradeRow[]}>(gradeSql, {day});
		return rows.map(toGradePolicy)[0];
	},
});

const bindings = ({axes, scope, isPlain = false, ...rest}: Question) => ({
	asOf: axes.asOf,
	knownAt: axes.knownAt ?? null,
	region: rest.region ?? null,
	programme: rest.programme ?? null,
	all: scope.all,
	scopes: scope.all ? [] : [...scope.regions],
	after: rest.after ?? null,
	limit: rest.limit ?? null,
	isPlain,
});

const toCamel = (name: string): string =>
	name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const fields = healthAmounts.map((name) => [name, toCamel(name)] as const);

const toFacts = (row: HealthRow): FundHealthFacts => ({
	...(row.code === null ? {} : {region: row.code}),
	...(row.programme === null ? {} : {programme: row.programme}),
	name: row.name,
	level: row.level,
	sums: Object.fromEntries(
		fields.map(([name, field]): [string, Rupiah] => [field, rupiah(row[name])]),
	) as FundHealthSums,
	activeLoans: row.active_loans,
	borrowers: row.borrowers,
	womenBorrowers: row.women_borrowers,
	notRemittedDays: row.not_remitted_days,
	classes: row.classes.map(({principal, provision, policy, position, loans}) => ({
		policy,
		position,
		loans,
		principal: rupiah(principal),
		provision: rupiah(provision),
	})),
	...(row.income_year === null && row.expenses_year === null
		? {}
		: {
				operations: {
					income: rupiah(row.income_year ?? '0'),
					expenses: rupiah(row.expenses_year ?? '0'),
				},
			}),
});

const gradeSql = `
	select policy.*, (select jsonb_agg(jsonb_build_object('measure', bound.measure,
		'grade', bound.grade, 'side', bound.side, 'bound', bound.bound::text, 'source', bound.source)
		order by bound.measure, bound.grade) from fund_grade_bounds bound
		where bound.version = policy.version) as bounds
	from fund_grade_policies policy
	where policy.effective_from <= :day order by policy.effective_from desc limit 1
`;

type GradeRow = {
	version: number;
	effective_from: string;
	provision_policy: string;
	legal_basis: string;
	status: GradePolicy['status'];
	bounds: GradeBound[] | null;
};

const toGradePolicy = (row: GradeRow): GradePolicy => ({
	version: row.version,
	effectiveFrom: row.effective_from as LocalDate,
	provisionPolicy: row.provision_policy,
	legalBasis: row.legal_basis,
	status: row.status,
	bounds: row.bounds ?? [],
});
