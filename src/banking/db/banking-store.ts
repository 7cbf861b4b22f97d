import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {rupiah} from '../../kernel/money.ts';
import type {MoneyKind} from '../cash-count.ts';
import {refuse} from '../errors.ts';
import type {MatchRule, MatchRules} from '../matching.ts';
import type {BankingStore, ReferenceStore} from '../ports.ts';
import {createCashTables} from './cash-tables.ts';
import {createMatchTables} from './match-tables.ts';
import {type FormatRow, toFormat} from './rows.ts';
import {createStatementTables} from './statement-tables.ts';

export const createBankingStore = (trx: Knex): BankingStore => ({
	...createReferenceTables(trx),
	...createStatementTables(trx),
	...createMatchTables(trx),
	...createCashTables(trx),
});

const createReferenceTables = (trx: Knex): ReferenceStore => ({
	async listFormats() {
		const rows: FormatRow[] = await trx('statement_formats')
			.distinctOn('code')
			.orderBy([{column: 'code'}, {column: 'version', order: 'desc'}]);
		return rows.map(toFormat);
	},
	async insertFormat(format, at) {
		await trx('statement_formats').insert({
			code: format.code,
			version: format.version,
			name: format.name,
			kind: format.kind,
			layout: format.layout === undefined ? null : JSON.stringify(format.layout),
			status: format.status,
			source: format.source,
			recorded_at: at,
			recorded_by: format.recordedBy,
		});
	},
	async matchRules() {
		const row: RulesRow = await trx('bank_match_rules').orderBy('version', 'desc').first();
		const {version, rules, status, source, recorded_by: recordedBy} = row;
		return {version, rules, status, source, recordedBy};
	},
	async insertMatchRules(rules, at) {
		await trx('bank_match_rules').insert({
			version: rules.version,
			rules: JSON.stringify(rules.rules),
			status: rules.status,
			source: rules.source,
			recorded_at: at,
			recorded_by: rules.recordedBy,
		});
	},
	async denominations(day) {
		const rows: DenominationRow[] = await trx('cash_denominations')
			.where('effective_from', '<=', day)
			.where((query) => {
				void query.whereNull('ends_on').orWhere('ends_on', '>', day);
			})
			.orderBy([
				{column: 'value', order: 'desc'},
				{column: 'kind', order: 'desc'},
			]);
		return rows.map(({value, kind, status, source}) => ({
			value: rupiah(value),
			kind,
			status,
			source,
		}));
	},
});

type RulesRow = {
	version: number;
	rules: MatchRule[];
	status: MatchRules['status'];
	source: string;
	recorded_by: string;
};

type DenominationRow = {
	value: string;
	kind: MoneyKind;
	status: 'found' | 'provisional';
	source: string;
};

const laws = [
	'bank_accounts_account_key',
	'bank_accounts_number_key',
	'bank_accounts_money',
	'bank_accounts_opened',
	'bank_statements_digest_key',
	'bank_statements_whole',
	'bank_statements_add_up',
	'bank_statement_lines_own',
	'bank_rows_once',
	'bank_rows_shown',
	'bank_matches_once',
	'bank_matches_own',
	'bank_matches_equal',
	'bank_matches_two',
	'bank_matches_undone',
	'bank_unmatches_pkey',
	'banking_versions',
	'statement_formats_pkey',
	'bank_match_rules_pkey',
	'cash_counts_today',
	'cash_counts_as_booked',
	'cash_counts_add_up',
	'cash_counts_two_people',
	'cash_counts_unmoved',
	'cash_counts_asserted',
	'cash_counts_witnessed',
	'cash_counts_booker',
	'cash_counts_booked',
	'cash_count_pieces_known',
	'cash_count_witnesses_pkey',
	'cash_count_bookings_pkey',
];

/** The laws of banking as PostgreSQL names them, should the code have let one through. */
export const bankingConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [
		law,
		(explanation: string) => refuse('banking/law-broken', {law, explanation}),
	]),
);
