import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {ProvisioningStore} from '../ports.ts';
import {
	allowance,
	bookedSql,
	controlSql,
	figureBindings,
	figures,
	pageSql,
	sumsSql,
} from './figures-sql.ts';
import {
	type ChoiceRow,
	type FigureRow,
	type ManualClassRow,
	type RunRow,
	type SumRow,
	type VersionRow,
	toChoice,
	toClassSum,
	toClassifiedLoans,
	toFacts,
	toFundedLoan,
	toManualClass,
	toPolicy,
	toRun,
} from './rows.ts';

export const createProvisioningStore = (trx: Knex): ProvisioningStore => ({
	...createFigures(trx),
	...createPolicyTables(trx),
	...createBookingTables(trx),
});

const createFigures = (
	trx: Knex,
): Pick<
	ProvisioningStore,
	'classifiedLoans' | 'classSums' | 'control' | 'fundedLoans' | 'loanFacts' | 'bookedByFund'
> => ({
	async classifiedLoans(portfolio, {after, limit}) {
		const {rows} = await trx.raw<{rows: (FigureRow & {book: string})[]}>(pageSql, {
			...figureBindings(portfolio),
			afterBook: after?.book ?? null,
			afterNumber: after?.number ?? null,
			limit,
		});
		return toClassifiedLoans(rows);
	},
	async classSums(portfolio) {
		const {rows} = await trx.raw<{rows: SumRow[]}>(sumsSql, figureBindings(portfolio));
		return rows.map(toClassSum);
	},
	async control(portfolio) {
		const {rows} = await trx.raw<{rows: Record<'owed' | 'principal' | 'allowance', string>[]}>(
			controlSql,
			{...figureBindings(portfolio), allowance},
		);
		const [row] = rows;
		return {
			owed: rupiah(row!.owed),
			principal: rupiah(row!.principal),
			allowance: rupiah(row!.allowance),
		};
	},
	async fundedLoans(book, asOf, policy) {
		const {rows} = await trx.raw<{rows: FigureRow[]}>(
			`select * from ${figures} order by number`,
			figureBindings({asOf, books: [book], policy}),
		);
		return rows.map(toFundedLoan);
	},
	async loanFacts(book, loan, on) {
		const {rows} = await trx.raw<{rows: FigureRow[]}>(
			`select * from ${figures} limit 1`,
			figureBindings({asOf: on, books: [book]}, loan),
		);
		return rows[0] && toFacts(rows[0]);
	},
	async bookedByFund(book, asOf) {
		const {rows} = await trx.raw<{rows: {fund_id: string | null; amount: string}[]}>(bookedSql, {
			book: book.id,
			asOf,
			allowance,
		});
		return rows.map(({fund_id: fund, amount}) => ({
			...(fund === null ? {} : {fund}),
			amount: rupiah(amount),
		}));
	},
});

const createPolicyTables = (
	trx: Knex,
): Pick<ProvisioningStore, 'policyVersions' | 'manualClasses' | 'insertManualClass'> => ({
	async policyVersions() {
		const {rows} = await trx.raw<{rows: VersionRow[]}>(versionsSql);
		return rows.map(toPolicy);
	},
	async manualClasses(book, loan) {
		const rows: ManualClassRow[] = await trx('manual_classes')
			.where({book_id: book.id, loan_id: loan})
			.orderBy(['policy_code', 'number']);
		return rows.map(toManualClass);
	},
	async insertManualClass(book, record) {
		await trx('manual_classes').insert({
			book_id: book.id,
			loan_id: record.loan,
			policy_code: record.policy,
			number: record.number,
			effective_from: record.effectiveFrom,
			class_code: record.class ?? null,
			reason: record.reason,
			recorded_by: record.recordedBy,
			recorded_at: record.recordedAt,
		});
	},
});

const versionsSql = `
	select policy.code, version.version, policy.name_id, policy.name_en, version.effective_from,
		version.legal_basis, version.status,
		(select json_agg(json_build_object('position', class.position, 'code', class.code,
			'name_id', class.name_id, 'name_en', class.name_en,
			'percentage', class.percentage::text,
			'deducts_collateral', class.deducts_collateral,
			'collateral_percent_min', class.collateral_percent_min::text,
			'is_provisional', class.is_provisional, 'source', class.source) order by class.position)
		from provision_classes class
		where class.policy_code = version.policy_code and class.version = version.version) as classes,
		(select json_agg(json_build_object('frequency', ladder.frequency, 'measure', ladder.measure,
			'up_to', ladder.up_to, 'is_provisional', ladder.is_provisional,
			'source', ladder.source) order by ladder.frequency)
		from (
			select band.frequency, min(band.measure) as measure,
				array_agg(band.up_to order by band.position) as up_to,
				bool_or(band.is_provisional) as is_provisional, min(band.source) as source
			from provision_bands band
			where band.policy_code = version.policy_code and band.version = version.version
			group by band.frequency
		) ladder) as ladders
	from provision_policy_versions version
	join provision_policies policy on policy.code = version.policy_code
	order by policy.code, version.version
`;

const createBookingTables = (
	trx: Knex,
): Pick<ProvisioningStore, 'choices' | 'insertChoice' | 'runs' | 'insertRun'> => ({
	async choices(book) {
		const rows: ChoiceRow[] = await trx('provision_choices')
			.where({book_id: book.id})
			.orderBy('effective_from');
		return rows.map(toChoice);
	},
	async insertChoice(book, choice) {
		await trx('provision_choices').insert({
			book_id: book.id,
			effective_from: choice.effectiveFrom,
			policy_code: choice.policy,
			reason: choice.reason,
			decided_by: choice.decidedBy,
			decided_at: choice.decidedAt,
		});
	},
	async runs(book) {
		const rows: RunRow[] = await trx('provision_runs').where({book_id: book.id}).orderBy('number');
		return rows.map(toRun);
	},
	async insertRun(book, run) {
		await trx('provision_runs').insert({
			book_id: book.id,
			number: run.number,
			month: run.month,
			policy_code: run.policy,
			version: run.version,
			booked_before: toText(run.bookedBefore),
			required: toText(run.required),
			entry_number: run.entryNumber,
			booked_by: run.bookedBy,
		});
	},
});

const laws = [
	'provisioning_append_only',
	'manual_classes_forward',
	'manual_classes_not_future',
	'manual_classes_nothing_to_end',
	'manual_classes_only_worse',
	'provision_choices_forward',
	'provision_choices_pkey',
	'provision_runs_forward',
	'provision_runs_entry',
	'provision_runs_policy',
	'provision_runs_required',
	'provision_runs_booked',
];

/** The laws of this room as PostgreSQL names them, should the code have let one through. */
export const provisioningConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [
		law,
		(explanation: string) => refuse('provisioning/law-broken', {law, explanation}),
	]),
);
