import knex, {type Knex} from 'knex';
import type pg from 'pg';
import type {Tracing} from '../kernel/tracing.ts';
import {type Queryable, observeConnection} from './observed.ts';
import {serversOf} from './servers.ts';
import {types} from './type-parsers.ts';

/** Which of several servers is wanted: the one that takes writes, or one that replays it. */
type ServerKind = 'primary' | 'standby';

export type ConnectOptions = {
	readonly applicationName: string;
	readonly poolMax?: number;
	/** Settings of the sessions, as the server's command line takes them: `-c name=value`. */
	readonly settings?: string;
	/** To whom statements are told; nobody without it. */
	readonly tracing?: Tracing;
	/** Where the URL names several servers; the primary without it. */
	readonly kind?: ServerKind;
};

const quiet = (): undefined => undefined;

const observing =
	(tracing: Tracing) =>
	(connection: Queryable, done: (error: null, connection: Queryable) => void): void => {
		observeConnection(connection, tracing);
		done(null, connection);
	};

/**
 * A pool of connections to the database that a URL names; where that names several servers, each
 * connection is to the first that is of the wanted kind when it is made. Close it with `destroy()`.
 */
export const connect = (
	url: string,
	{applicationName, poolMax = 10, settings, tracing, kind = 'primary'}: ConnectOptions,
): Knex => {
	const servers = serversOf(url);
	const isOne = servers.length === 1;
	const pool = knex({
		client: 'pg',
		connection: {
			connectionString: servers[0],
			application_name: applicationName,
			types,
			...(settings === undefined ? {} : {options: settings}),
			// Where there are others, who does not answer is not waited for.
			connectionTimeoutMillis: isOne ? 10_000 : 3000,
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
	if (!isOne) chooseAmong(pool.client as Connecting, servers, kind);
	return pool;
};

/**
 * The URL of the one server that takes writes now, for whoever connects in a way of their own.
 * @throws Error (08001) when none does.
 */
export async function primaryOf(url: string, applicationName: string): Promise<string> {
	if (serversOf(url).length === 1) return url;
	const pool = connect(url, {applicationName, poolMax: 1});
	try {
		await pool.raw('select 1');
		return (pool.client as Connecting).connectionSettings.connectionString;
	} finally {
		await pool.destroy();
	}
}

/** What of a pool makes its connections; knex has no other way to choose a server for each. */
type Connecting = {
	connectionSettings: {readonly connectionString: string};
	acquireRawConnection: () => Promise<pg.Client>;
	readonly destroyRawConnection: (connection: pg.Client) => Promise<void>;
};

function chooseAmong(pool: Connecting, servers: readonly string[], kind: ServerKind): void {
	const connectOne = pool.acquireRawConnection.bind(pool);
	// Where it was found last it is looked for first.
	let last = 0;
	pool.acquireRawConnection = async () => {
		const faults: string[] = servers.map(() => '');
		for (let step = 0; step < servers.length; step += 1) {
			const place = (last + step) % servers.length;
			const connectionString = servers[place]!;
			pool.connectionSettings = {...pool.connectionSettings, connectionString};
			try {
				const connection = await connectOne();
				if (await isOfKind(connection, kind)) {
					last = place;
					return connection;
				}
				await pool.destroyRawConnection(connection);
				faults[place] = kind === 'primary' ? 'replays another' : 'takes writes itself';
			} catch (error) {
				faults[place] = told(error);
			}
		}
		throw noneOf(servers, kind, faults);
	};
}

async function isOfKind(connection: pg.Client, kind: ServerKind): Promise<boolean> {
	const {rows} = await connection.query<{replays: boolean}>(
		'select pg_is_in_recovery() as replays',
	);
	return rows[0]!.replays === (kind === 'standby');
}

// What several addresses of one host refused has no message of its own.
const told = (error: unknown): string =>
	error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error);

/** Named as PostgreSQL names a client's failure to connect, so that it is told as one (08001). */
function noneOf(servers: readonly string[], kind: ServerKind, faults: readonly string[]): Error {
	const each = servers.map((url, place) => `${new URL(url).host} ${faults[place]!}`);
	const sentence = `no server ${kind === 'primary' ? 'takes writes' : 'replays one'}`;
	return Object.assign(new Error(`${sentence}: ${each.join('; ')}`), {code: '08001'});
}
