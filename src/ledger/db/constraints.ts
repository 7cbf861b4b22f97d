import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {refuse} from '../errors.ts';

const laws = [
	'entries_gapless',
	'entries_chain',
	'entries_recorded_forward',
	'entries_recorded_past',
	'entries_not_future',
	'entries_book_open',
	'entries_period_open',
	'entries_canonical',
	'entries_balanced',
	'entries_reversal_mirrors',
	'entries_reverses_key',
	'entries_hash_check',
	'lines_sealed',
	'lines_controlled',
	'lines_amount_check',
	'lines_account_fkey',
	'floor_balances_floor_check',
	'append_only',
	'periods_two_people_check',
	'periods_two_steps',
	'periods_closed',
];

/** The ledger's laws as PostgreSQL names them, should the code have let one through. */
export const ledgerConstraints: ConstraintRefusals = {
	...Object.fromEntries(
		laws.map((law) => [
			law,
			(explanation: string) => refuse('ledger/law-broken', {law, explanation}),
		]),
	),
	books_code_key: () => refuse('ledger/book-exists', {book: ''}, 'code'),
	accounts_pkey: () => refuse('ledger/account-exists', {account: '', book: ''}, 'code'),
};
