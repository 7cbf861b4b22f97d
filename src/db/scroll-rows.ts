import {randomUUID} from 'node:crypto';
import type {Knex} from 'knex';
import type {Rows} from '../kernel/rows.ts';

// What lives through two collections of garbage lasts long: so few that they do not.
const batchSize = 500;

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
	return async function* read() {
		await trx.raw(`move absolute 0 from ${name}`);
		for (;;) {
			const {rows} = await trx.raw<{rows: Row[]}>(`fetch ${batchSize} from ${name}`);
			if (rows.length > 0) yield rows;
			if (rows.length < batchSize) return;
		}
	};
}
