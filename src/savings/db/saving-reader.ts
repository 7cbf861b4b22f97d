import type {Knex} from 'knex';
import type {MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {SavingsStore} from '../ports.ts';
import type {SavingProduct} from '../product.ts';

const kinds = `('saving-deposit', 'saving-withdrawal')`;

/** What the journal says of savings. Kept balances are proven against it, never shown for it. */
export const createSavingReader = (
	trx: Knex,
): Pick<SavingsStore, 'savingLines' | 'savingDifferences'> => ({
	async savingLines(book, member, {asOf, knownTo}) {
		// Lines are not indexed by member: the movements name the entries, the amounts are the lines'.
		const {rows} = await trx.raw<{rows: LineRow[]}>(
			`select saving.product, line.entry_number, line.effective_on, line.kind, line.side,
				line.amount, entry.reason, entry.document, entry.reverses
			from saving_movements saving
			join lines line on line.book_id = saving.book_id and line.entry_number = saving.entry_number
				and line.account_code = savings_account_code(saving.product)
				and line.member_id = saving.member_id
			join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
			where saving.book_id = :book and saving.member_id = :member
				and line.effective_on <= :asOf and line.kind in ${kinds}
				and (:knownTo::bigint is null or line.entry_number <= :knownTo::bigint)
			order by line.effective_on, line.entry_number, line.line_number`,
			{book: book.id, member, asOf, knownTo: knownTo ?? null},
		);
		return rows.map((row) => ({
			product: row.product,
			entryNumber: row.entry_number,
			effectiveOn: row.effective_on as LocalDate,
			kind: row.kind,
			reason: row.reason,
			document: row.document,
			...(row.reverses === null ? {} : {reverses: row.reverses}),
			side: row.side,
			amount: rupiah(row.amount),
		}));
	},
	async savingDifferences(book) {
		// What somebody books by hand on an account of savings is no saving of a member.
		const {rows} = await trx.raw<{rows: DifferenceRow[]}>(
			`with booked as (
				select line.member_id, product, sum(case line.side when 'credit' then line.amount
					else -line.amount end) as balance
				from unnest(array['pokok', 'wajib', 'wadiah', 'mudharabah']) product
				join lines line on line.book_id = :book
					and line.account_code = savings_account_code(product)
				where line.kind in ${kinds}
				group by 1, 2
			), kept as (
				select member_id, product, balance from savings_balances where book_id = :book
			)
			select member_id, product, coalesce(kept.balance, 0)::numeric(38, 2) as kept,
				coalesce(booked.balance, 0)::numeric(38, 2) as booked
			from booked full join kept using (member_id, product)
			where coalesce(kept.balance, 0) <> coalesce(booked.balance, 0)
			order by member_id, product`,
			{book: book.id},
		);
		return rows.map(({member_id: member, product, kept, booked}) => ({
			member: member as MemberId,
			product,
			kept: rupiah(kept),
			booked: rupiah(booked),
		}));
	},
});

type LineRow = {
	product: SavingProduct;
	entry_number: number;
	effective_on: string;
	kind: string;
	side: 'debit' | 'credit';
	amount: string;
	reason: string;
	document: string;
	reverses: number | null;
};

type DifferenceRow = {member_id: string; product: SavingProduct; kept: string; booked: string};
