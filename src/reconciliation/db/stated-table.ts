import type {Knex} from 'knex';
import type {AllocationId} from '../../kernel/ids.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {ReconciliationStore} from '../ports.ts';
import type {Item} from '../reconciliation.ts';

/** What cooperatives said of their own books; a later statement of a month stands beside it. */
export const createStatedTable = (
	trx: Knex,
): Pick<ReconciliationStore, 'stated' | 'insertStated'> => ({
	async stated(book, asOf) {
		const of = {book_id: book.id, as_of: asOf};
		const rows: StatedRow[] = await trx('stated_figures')
			.where(of)
			.where('number', trx('stated_figures').where(of).max('number'));
		const [first] = rows;
		return (
			first && {
				asOf,
				document: first.document,
				statedBy: first.stated_by,
				figures: rows.map((row) => ({
					allocation: row.allocation_id as AllocationId,
					item: row.item,
					amount: rupiah(row.amount),
				})),
			}
		);
	},
	async insertStated(book, {asOf, document, statedBy, figures}, at) {
		const row: {last: number | null} | undefined = await trx('stated_figures')
			.where({book_id: book.id, as_of: asOf})
			.first(trx.raw('max(number) as last'));
		await trx('stated_figures').insert(
			figures.map(({allocation, item, amount}) => ({
				book_id: book.id,
				as_of: asOf,
				number: (row?.last ?? 0) + 1,
				allocation_id: allocation,
				item,
				amount: toText(amount),
				document,
				stated_by: statedBy,
				recorded_at: at,
			})),
		);
	},
});

type StatedRow = {
	allocation_id: string;
	item: Item;
	amount: string;
	document: string;
	stated_by: string;
};
