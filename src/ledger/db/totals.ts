import type {Knex} from 'knex';
import type {AccountCode} from '../../kernel/ids.ts';
import {rupiah} from '../../kernel/money.ts';
import type {LedgerStore} from '../ports.ts';

const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Sums per account, fund, kind and day, and sealed months: what as-of balances are read from. */
export const createTotals = (
	trx: Knex,
): Pick<LedgerStore, 'numberAt' | 'sealMonths' | 'rebuildTotals' | 'turnovers'> => ({
	async numberAt(book, moment) {
		const {rows} = await trx.raw<{rows: [{number: number}]}>(
			`select ledger_number_before(?, cast(? as timestamptz) + interval '1 microsecond') as number`,
			[book.id, moment],
		);
		return rows[0].number;
	},
	async sealMonths(book, before) {
		const {rows} = await trx.raw<{rows: [{count: number}]}>(
			'select ledger_seal_months(?, ?) as count',
			[book.id, before],
		);
		return rows[0].count;
	},
	async rebuildTotals(book) {
		await trx.raw('select ledger_rebuild_totals(?)', [book.id]);
	},
	async turnovers(book, {asOf, knownAt, account}) {
		const {rows} = await trx.raw<{rows: TurnoverRow[]}>(
			// What was moved only after the moment, on its own day, was not moved then.
			'select * from ledger_turnovers(?, ?, ?, ?) where debits <> 0 or credits <> 0',
			[book.id, asOf, knownAt ?? null, account ?? null],
		);
		return rows.map((row) => ({
			account: row.account_code as AccountCode,
			...(row.fund_id === nilUuid ? {} : {fund: row.fund_id}),
			kind: row.kind,
			debits: rupiah(row.debits),
			credits: rupiah(row.credits),
		}));
	},
});

type TurnoverRow = {
	account_code: string;
	fund_id: string;
	kind: string;
	debits: string;
	credits: string;
};
