import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {RandomBytes} from '../../db/receipt-number.ts';
import {refuse} from '../errors.ts';
import type {SurplusStore} from '../ports.ts';
import {createDistributionTable} from './distribution-table.ts';
import {createPayoutTable} from './payout-table.ts';
import {createRuleTable} from './rule-table.ts';
import {createYearReader} from './year-reader.ts';

/** Rules, distributions and payouts over one transaction of PostgreSQL. */
export const createSurplusStore = (trx: Knex, randomBytes: RandomBytes): SurplusStore => ({
	...createRuleTable(trx),
	...createYearReader(trx),
	...createDistributionTable(trx),
	...createPayoutTable(trx, randomBytes),
});

const laws = [
	'surplus_rules_forward',
	'surplus_rules_whole',
	'surplus_rules_accounts',
	'surplus_rules_products',
	'surplus_rule_parts_kind_key',
	'surplus_distributions_once',
	'surplus_distributions_closed',
	'surplus_distributions_two_people',
	'surplus_distributions_rule',
	'surplus_distributions_held',
	'surplus_distributions_parts',
	'surplus_distributions_shares',
	'surplus_distributions_booked',
	'surplus_distributions_day_check',
	'surplus_distributions_surplus_check',
	'surplus_payouts_left',
	'surplus_payouts_booked',
	'surplus_lines_told',
	'surplus_paid_out',
	'surplus_reversed_whole',
	'saving_movements_surplus',
];

/** The laws of the surplus as PostgreSQL names them, should the code have let one through. */
export const surplusConstraints: ConstraintRefusals = {
	...Object.fromEntries(
		laws.map((law) => [
			law,
			(explanation: string) => refuse('surplus/law-broken', {law, explanation}),
		]),
	),
	// The ledger reverses the closing of a year, and knows of no distribution.
	surplus_year_kept: (explanation) => refuse('surplus/year-distributed', {explanation}),
};
