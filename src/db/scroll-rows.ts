import {randomUUID} from 'node:crypto';
import type {Knex} from 'knex';
import type {Rows} from '../kernel/rows.ts';
import {fetchFrom} from './fetch-in-batches.ts';

/**
 * The rows of a question within a transaction: PostgreSQL finds them once and keeps them until it
 * ends. One reader of it at a time.
 */
export async function scrollRows<Row>(
	trx: Knex,
	question: string,
	bindings: Readonly<Record<string, Knex.RawBinding>>,
): Promise<Rows<Row>> {
	// All rows are wanted, and not the first ones soon.
	await trx.raw(`select set_config('cursor_tuple_fraction', '1', true)`);
	const name = `rows_${randomUUID().replaceAll('-', '')}`;
	await trx.raw(`declare ${name} scroll cursor for ${question}`, bindings);
	// What takes too long to find is ended now; what is found is read for as long as somebody does.
	await trx.raw(`move forward 1 from ${name}`);
	await trx.raw('set local statement_timeout to default');
	return async function* read() {
		await trx.raw(`move absolute 0 from ${name}`);
		yield* fetchFrom<Row>(trx, name);
	};
}
