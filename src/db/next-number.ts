import type {Knex} from 'knex';

/**
 * The next number of a kind of document within a book, without a gap. Two that ask at once wait
 * for each other until the first has committed.
 */
export async function nextNumber(
	trx: Knex,
	table: string,
	column: string,
	bookId: number,
	within: Readonly<Record<string, string>> = {},
): Promise<number> {
	await trx.raw('select pg_advisory_xact_lock(hashtext(?), ?)', [table, bookId]);
	const row: {last?: number | null} | undefined = await trx(table)
		.where({book_id: bookId, ...within})
		.max({last: column})
		.first();
	return (row?.last ?? 0) + 1;
}
