import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {refuse} from '../errors.ts';

const closingLaws = [
	'periods_over',
	'periods_in_sequence',
	'periods_current_key',
	'periods_in_order',
	'periods_latest_first',
	'periods_reopener_check',
	'periods_frozen',
	'frozen_at_closing',
	'frozen_as_booked',
	'frozen_trial_balances_hash_check',
];

const assertionLaws = [
	'assertions_gapless',
	'assertions_recorded_now',
	'assertions_day',
	'assertions_as_booked',
	'assertions_policy',
	'assertions_two_people',
	'assertion_withdrawals_pkey',
	'assertion_rules_forward',
	'balance_assertions_counted_check',
];

const laws = [
	'entries_gapless',
	'entries_chain',
	'entries_recorded_forward',
	'entries_recorded_past',
	'entries_not_future',
	'entries_book_open',
	'entries_period_open',
	'entries_canonical',
	'entries_book',
	'entries_occurred_check',
	'entries_balanced',
	'entries_reversal_mirrors',
	'entries_reverses_key',
	'entries_hash_check',
	'entries_papers',
	'member_deposits_day',
	'one_door',
	'lines_account',
	'lines_floor_named',
	'floor_balances_ceiling_check',
	'lines_controlled',
	'lines_amount_check',
	'floor_balances_floor_check',
	'append_only',
	'periods_two_people_check',
	'periods_two_steps',
	'periods_closed',
	...closingLaws,
	...assertionLaws,
];

/** The ledger's laws as PostgreSQL names them, should the code have let one through. */
export const ledgerConstraints: ConstraintRefusals = {
	...Object.fromEntries(
		laws.map((law) => [
			law,
			(explanation: string) => refuse('ledger/law-broken', {law, explanation}),
		]),
	),
	assertions_kept: assertionBroken,
	books_code_key: () => refuse('ledger/book-exists', {book: ''}, 'code'),
	accounts_pkey: () => refuse('ledger/account-exists', {account: '', book: ''}, 'code'),
};

// As the trigger ledger_keep_assertions words it.
const brokenWording = /^Assertion (\d+) holds account (\S+) to (\S+) on (\S+);.* make it (\S+)\.$/;

function assertionBroken(explanation: string) {
	const [, assertion = '', account = '', amount = '', date = '', balance = ''] =
		brokenWording.exec(explanation) ?? [];
	return refuse('ledger/assertion-broken', {assertion, account, amount, date, balance});
}
