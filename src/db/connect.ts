import knex, {type Knex} from 'knex';
import type {Tracing} from '../kernel/tracing.ts';
import {type Queryable, observeConnection} from './observed.ts';
import {types} from './type-parsers.ts';

export type ConnectOptions = {
	readonly applicationName: string;
	readonly poolMax?: number;
	/** Settings of the sessions, as the server's command line takes them: `-c name=value`. */
	readonly settings?: string;
	/** To whom statements are told; nobody without it. */
	readonly tracing?: Tracing;
};

const quiet = (): undefined => undefined;

const observing =
	(tracing: Tracing) =>
	(connection: Queryable, done: (error: null, connection: Queryable) => void): void => {
		observeConnection(connection, tracing);
		done(null, connection);
	};

/** A pool of connections to the database that a URL names. Close it with `destroy()`. */
export const connect = (
	url: string,
	{applicationName, poolMax = 10, settings, tracing}: ConnectOptions,
): Knex =>
	knex({
		client: 'pg',
		connection: {
			connectionString: url,
			application_name: applicationName,
			types,
			...(settings === undefined ? {} : {options: settings}),
			connectionTimeoutMillis: 10_000,
			keepAlive: true,
		},
		pool: {
			min: 0,
			max: poolMax,
			...(tracing === undefined ? {} : {afterCreate: observing(tracing)}),
		},
		acquireConnectionTimeout: 15_000,
		// What knex would print it also throws; it is told once, by whoever catches it.
		log: {warn: quiet, error: quiet, deprecate: quiet, debug: quiet},
	});
