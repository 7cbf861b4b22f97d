import knex, {type Knex} from 'knex';
import {types} from './type-parsers.ts';

export type ConnectOptions = {
	readonly applicationName: string;
	readonly poolMax?: number;
	/** Settings of the sessions, as the server's command line takes them: `-c name=value`. */
	readonly settings?: string;
};

const quiet = (): undefined => undefined;

/** A pool of connections to the database that a URL names. Close it with `destroy()`. */
export const connect = (
	url: string,
	{applicationName, poolMax = 10, settings}: ConnectOptions,
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
		pool: {min: 0, max: poolMax},
		acquireConnectionTimeout: 15_000,
		// What knex would print it also throws; it is told once, by whoever catches it.
		log: {warn: quiet, error: quiet, deprecate: quiet, debug: quiet},
	});
