import type {Knex} from 'knex';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {AccountClass} from '../../ledger/index.ts';
import type {FundStore} from '../ports.ts';

/** What the ledger says of one fund. */
export const createFundSums = (trx: Knex): Pick<FundStore, 'fundBalances' | 'collected'> => ({
	async fundBalances(book, fund, on) {
		const rows: {account: string; class: AccountClass; balance: string}[] = await trx(
			'day_totals as total',
		)
			.join('accounts', (join) =>
				join.on('accounts.book_id', 'total.book_id').on('accounts.code', 'total.account_code'),
			)
			.where({'total.book_id': book.id, 'total.fund_id': fund})
			.where('total.effective_on', '<=', on)
			.groupBy('accounts.code', 'accounts.class')
			.orderBy('accounts.code')
			.select(
				'accounts.code as account',
				'accounts.class',
				trx.raw('sum(total.debits - total.credits)::numeric(38, 2) as balance'),
			);
		return rows.map((row) => ({
			account: row.account as AccountCode,
			class: row.class,
			balance: rupiah(row.balance),
		}));
	},
	async collected(book, fund, on) {
		const {rows} = await trx.raw<{rows: CollectedRow[]}>(
			`select entry.effective_on, entry.number, entry.document, sum(line.amount) as amount
			from lines line
			join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
			where line.book_id = :book and line.fund_id = :fund and line.account_code = :account
				and line.side = 'credit' and line.effective_on <= :on and entry.reverses is null
				and not exists (select from entries taken_back
					where taken_back.book_id = entry.book_id and taken_back.reverses = entry.number
						and taken_back.effective_on <= :on)
			group by entry.effective_on, entry.number, entry.document
			order by entry.effective_on, entry.number`,
			{book: book.id, fund, on, account: cooperativeAccounts.collectedForCity},
		);
		return rows.map((row) => ({
			collectedOn: row.effective_on as LocalDate,
			entryNumber: row.number,
			document: row.document,
			amount: rupiah(row.amount),
		}));
	},
});

type CollectedRow = {effective_on: string; number: number; document: string; amount: string};
