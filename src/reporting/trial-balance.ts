import type {AccountCode} from '../kernel/ids.ts';
import {type Rupiah, compare, subtract, sum, zero} from '../kernel/money.ts';
import type {Account} from '../ledger/index.ts';

/** What was debited and credited to one account up to a day. */
export type AccountTurnover = {
	readonly account: Account;
	readonly debits: Rupiah;
	readonly credits: Rupiah;
};

/** An account's balance, in the column of the side on which it stands. */
export type TrialBalanceRow = {
	readonly code: AccountCode;
	readonly nameId: string;
	readonly nameEn: string;
	readonly class: Account['class'];
	readonly debit: Rupiah;
	readonly credit: Rupiah;
};

export type TrialBalance = {
	readonly rows: readonly TrialBalanceRow[];
	readonly totals: {readonly debit: Rupiah; readonly credit: Rupiah};
};

/** The trial balance (neraca saldo): every account that was moved, in the order of its code. */
export function buildTrialBalance(turnovers: readonly AccountTurnover[]): TrialBalance {
	const rows = turnovers.map(({account, debits, credits}) => ({
		code: account.code,
		nameId: account.nameId,
		nameEn: account.nameEn,
		class: account.class,
		debit: compare(debits, credits) > 0 ? subtract(debits, credits) : zero,
		credit: compare(credits, debits) > 0 ? subtract(credits, debits) : zero,
	}));
	return {
		rows,
		totals: {debit: sum(rows.map(({debit}) => debit)), credit: sum(rows.map(({credit}) => credit))},
	};
}
