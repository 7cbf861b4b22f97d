import type {Knex} from 'knex';
import {loanAccounts} from '../../cooperatives/index.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, subtract} from '../../kernel/money.ts';
import type {LendingStore} from '../ports.ts';

type TrancheRow = {
	number: number;
	effective_on: string;
	document: string;
	owed: string;
	principal: string;
	reversed_by: number | null;
};

/** The tranches of a loan, read from the entries that paid them out: no table says them again. */
export const createTrancheTable = (trx: Knex): Pick<LendingStore, 'tranches'> => ({
	async tranches(book, loan) {
		const {rows} = await trx.raw<{rows: TrancheRow[]}>(
			`select entry.number, entry.effective_on, entry.document,
				coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end)
					filter (where line.account_code = any (cast(:owed as text[]))), 0) as owed,
				coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end)
					filter (where line.account_code = any (cast(:principal as text[]))), 0) as principal,
				(select later.number from entries later where later.book_id = entry.book_id
					and later.reverses = entry.number) as reversed_by
			from lines line
			join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
			where line.book_id = :book and line.loan_id = :loan and line.kind = 'disbursement'
				and entry.reverses is null
			group by entry.book_id, entry.number
			order by entry.number`,
			{
				book: book.id,
				loan,
				owed: [...loanAccounts.owed],
				principal: [...loanAccounts.principal],
			},
		);
		return rows.map((row, index) => {
			const principal = rupiah(row.principal);
			return {
				number: index + 1,
				disbursedOn: row.effective_on as LocalDate,
				document: row.document,
				principal,
				margin: subtract(rupiah(row.owed), principal),
				entryNumber: row.number,
				...(row.reversed_by === null ? {} : {reversedBy: row.reversed_by}),
			};
		});
	},
});
