import {cooperativeChart} from '../../src/cooperatives/index.ts';
import {rupiah} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/index.ts';
import type {AccountKindTurnover} from '../../src/reporting/financial-statements.ts';

/** The account of a cooperative's chart with a code. */
export const accountOf = (text: string): Account =>
	cooperativeChart.find(({code}) => code === text)!;

/** What an account was moved by, by one kind of entry. */
export const moved = (
	text: string,
	kind: string,
	debit: string,
	credit = '0',
): AccountKindTurnover => ({
	account: accountOf(text),
	kind,
	turnover: {debit: rupiah(debit), credit: rupiah(credit)},
});
