import type {Knex} from 'knex';
import pg from 'pg';
import type {ConstraintRefusals} from './constraint-errors.ts';
import {retrying} from './transaction.ts';
import {orUnavailable} from './unavailable.ts';

/** A value written into SQL, whatever it holds; the one way for text to get there. */
export const literal = (text: string): string => pg.escapeLiteral(text);

export const literalArray = (texts: readonly string[], type: 'text' | 'integer'): string =>
	`array[${texts.map(literal).join(',')}]::${type}[]`;

/** What is decided between the question and the writing. */
export type Decided<T> = {readonly script: string; readonly outcome: T};

/**
 * A transaction of two trips to the server: all that is asked, and then all that is written with
 * the commit. For where the trips cost more than the work; elsewhere the common transaction is
 * plainer.
 */
export type ScriptTransactor = <T>(
	/** Statements of which the last gives one row. */
	question: string,
	decide: (row: unknown) => Decided<T>,
) => Promise<T>;

/** A transaction of one trip, for what needs no question; never tried again. */
export type ScriptWriter = (script: string) => Promise<void>;

type Connection = {readonly query: (sql: string) => Promise<pg.QueryResult | pg.QueryResult[]>};
type Pool = {
	readonly acquireConnection: () => Promise<Connection>;
	readonly releaseConnection: (connection: Connection) => Promise<void>;
};

export function createScriptTransactor(knex: Knex, refusals: ConstraintRefusals): ScriptTransactor {
	const pool = knex.client as Pool;
	return async (question, decide) => retrying(async () => once(pool, question, decide), refusals);
}

export function createScriptWriter(knex: Knex): ScriptWriter {
	const pool = knex.client as Pool;
	return async (script) =>
		orUnavailable(async () =>
			onConnection(pool, async (connection) => {
				await connection.query(`begin; ${script}; commit`);
			}),
		);
}

const once = async <T>(
	pool: Pool,
	question: string,
	decide: (row: unknown) => Decided<T>,
): Promise<T> =>
	onConnection(pool, async (connection) => {
		const asked = await connection.query(`begin; ${question}`);
		const last = Array.isArray(asked) ? asked.at(-1)! : asked;
		const {script, outcome} = decide(last.rows[0]);
		await connection.query(`${script}; commit`);
		return outcome;
	});

async function onConnection<T>(
	pool: Pool,
	run: (connection: Connection) => Promise<T>,
): Promise<T> {
	const connection = await pool.acquireConnection();
	try {
		return await run(connection);
	} catch (error) {
		// Where the connection itself is gone, so is its transaction.
		await connection.query('rollback').catch(() => undefined);
		throw error;
	} finally {
		await pool.releaseConnection(connection);
	}
}
