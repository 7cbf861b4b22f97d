import type {Knex} from 'knex';

export type DocumentKind =
	| 'member'
	| 'loan'
	| 'receipt'
	| 'group'
	| 'saving-deposit'
	| 'saving-withdrawal'
	| 'surplus-payout'
	| 'demand-letter'
	| 'cash-count'
	| 'fund-claim-receipt';

/**
 * The next number of a kind of document within a book, without a gap: whoever asks second waits
 * until the first has committed, and a number given to what was rolled back is given again.
 */
export async function nextNumber(trx: Knex, kind: DocumentKind, bookId: number): Promise<number> {
	const {rows} = await trx.raw<{rows: {last: number}[]}>(
		`insert into document_numbers as numbers (book_id, kind, last) values (?, ?, 1)
		on conflict (book_id, kind) do update set last = numbers.last + 1
		returning last`,
		[bookId, kind],
	);
	return rows[0]!.last;
}
