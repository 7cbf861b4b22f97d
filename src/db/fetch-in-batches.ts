import type {Knex} from 'knex';

// What lives through two collections of garbage lasts long: so few that they do not.
const batchSize = 500;

/**
 * The rows of a question within a transaction, as many at once as are held at a time: PostgreSQL
 * keeps the rest until it is asked for, or until the transaction ends. One question at a time.
 */
export async function* fetchInBatches<Row>(
	trx: Knex,
	question: string,
	bindings: Readonly<Record<string, Knex.RawBinding>>,
): AsyncGenerator<Row[], void> {
	// All rows are wanted, and not the first ones soon.
	await trx.raw(`select set_config('cursor_tuple_fraction', '1', true)`);
	await trx.raw(`declare batches no scroll cursor for ${question}`, bindings);
	yield* fetchFrom<Row>(trx, 'batches');
	await trx.raw('close batches');
}

/** What a cursor still has, to its end. */
export async function* fetchFrom<Row>(trx: Knex, cursor: string): AsyncGenerator<Row[], void> {
	for (;;) {
		const {rows} = await trx.raw<{rows: Row[]}>(`fetch ${batchSize} from ${cursor}`);
		if (rows.length > 0) yield rows;
		if (rows.length < batchSize) return;
	}
}
