import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import {refuse} from '../errors.ts';
import type {ImportStore} from '../ports.ts';
import {createImportTable} from './import-table.ts';
import {createLookUpTables, createOpeningTables} from './look-up-tables.ts';
import {createPostingTables, createStagingTables} from './row-tables.ts';

/** Imports in PostgreSQL, within one transaction. */
export const createImportStore = (trx: Knex, secrets: SecretBox): ImportStore => ({
	...createImportTable(trx, secrets),
	...createStagingTables(trx, secrets),
	...createPostingTables(trx, secrets),
	...createLookUpTables(trx, secrets),
	...createOpeningTables(trx),
});

const laws = [
	'imports_steps',
	'imports_whole',
	'imports_checked_check',
	'imports_decided_check',
	'imports_two_people_check',
	'imports_undone_check',
	'import_rows_once',
	'import_rows_final',
	'import_rows_steps',
	'opening_balances_once',
	'opening_balances_two_people_check',
	'opening_balances_equal_check',
	'opening_balances_controls',
	'opening_balances_booked',
	'opening_balances_proved',
	'opening_balances_final',
];

/** The laws of imports as PostgreSQL names them, should the code have let one through. */
export const importConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [
		law,
		(explanation: string) => refuse('imports/law-broken', {law, explanation}),
	]),
);
