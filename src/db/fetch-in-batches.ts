import type {Knex} from 'knex';

// What lives through two collections of garbage lasts long: so few that they do not.
const batchSize = 500;

/**
 * The rows of a question within a transaction, as many at once as are held at a time: PostgreSQL
 * keeps the rest until it is asked for, or until the transaction ends. One question at a time.
 * The first ones are there when this returns: what takes longer than a question may is ended
 * before anything was answered, and what is answered lasts for as long as somebody reads.
 */
export async function openBatches<Row>(
	trx: Knex,
	question: string,
	bindings: Readonly<Record<string, Knex.RawBinding>>,
): Promise<AsyncGenerator<Row[], void>> {
	// All rows are wanted, and not the first ones soon.
	await trx.raw(`select set_config('cursor_tuple_fraction', '1', true)`);
	await trx.raw(`declare batches no scroll cursor for ${question}`, bindings);
	const first = await fetchBatch<Row>(trx, 'batches');
	await trx.raw('set local statement_timeout to default');
	return (async function* read() {
		if (first.length > 0) yield first;
		if (first.length === batchSize) yield* fetchFrom<Row>(trx, 'batches');
		await trx.raw('close batches');
	})();
}

/** The same as one series, which begins when its first rows are asked for. */
export async function* fetchInBatches<Row>(
	...question: Parameters<typeof openBatches>
): AsyncGenerator<Row[], void> {
	yield* await openBatches<Row>(...question);
}

const fetchBatch = async <Row>(trx: Knex, cursor: string): Promise<Row[]> => {
	const {rows} = await trx.raw<{rows: Row[]}>(`fetch ${batchSize} from ${cursor}`);
	return rows;
};

/** What a cursor still has, to its end. */
export async function* fetchFrom<Row>(trx: Knex, cursor: string): AsyncGenerator<Row[], void> {
	for (;;) {
		const rows = await fetchBatch<Row>(trx, cursor);
		if (rows.length > 0) yield rows;
		if (rows.length < batchSize) return;
	}
}
