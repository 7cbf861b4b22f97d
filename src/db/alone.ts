import type {Knex} from 'knex';

/**
 * Runs something that only one process may do at a time, for as long as it takes; undefined where
 * another one is at it. The turn is held by a connection: whoever is killed gives it back.
 */
export async function alone<T>(
	knex: Knex,
	lock: number,
	run: () => Promise<T>,
): Promise<T | undefined> {
	// A lock of the transaction and not of the session, which a pooler between us and PostgreSQL
	// would lend to others. The transaction reads and writes nothing: it holds up no vacuum.
	return knex.transaction(async (trx) => {
		await trx.raw('set local idle_in_transaction_session_timeout = 0');
		const {rows} = await trx.raw<{rows: {is_mine: boolean}[]}>(
			'select pg_try_advisory_xact_lock(?) as is_mine',
			[lock],
		);
		return rows[0]!.is_mine ? run() : undefined;
	});
}
