import type {Knex} from 'knex';
import PgBoss from 'pg-boss';

const schema = 'pgboss';

/** Reports that take long. */
export const reportQueue = 'report';
/** Imports that are to be checked, posted or taken back. */
export const importQueue = 'import';

/** How long one attempt may take, in seconds; who has not ended by then is taken for dead. */
const queues = {[reportQueue]: 600, [importQueue]: 3600};
export const attemptsMax = 3;

/** A number of our own: two processes that prepare one database's queue wait for each other. */
const queueLock = 7_121_772;

type Connection = object;
type Pool = {
	readonly acquireConnection: () => Promise<Connection>;
	readonly releaseConnection: (connection: Connection) => Promise<void>;
};

/** Statements of pg-boss through a pool or transaction of ours, or one connection of a pool. */
export const asBossDatabase = (knex: Knex, connection?: Connection): PgBoss.Db => ({
	async executeSql(text, values: unknown[] = []) {
		const bindings: unknown[] = [];
		// knex counts question marks where PostgreSQL counts dollars.
		const sql = text.replaceAll('?', String.raw`\?`).replaceAll(/\$(\d+)/gu, (_, place: string) => {
			bindings.push(bindable(values[Number.parseInt(place, 10) - 1]));
			return '?';
		});
		const question = knex.raw<{rows: unknown[]} | {rows: unknown[]}[]>(sql, bindings as never);
		const result = await (connection ? question.connection(connection) : question);
		const last = Array.isArray(result) ? result.at(-1) : result;
		return {rows: last?.rows ?? []};
	},
});

/** knex takes nothing that is undefined, not even within an object. */
function bindable(value: unknown): unknown {
	const isObject = typeof value === 'object' && value !== null;
	if (!isObject || Array.isArray(value) || value instanceof Date) return value ?? null;
	return JSON.stringify(value);
}

/**
 * Brings the queue's own schema to the version of its package, as the owner, and lets the service
 * use it without owning anything. Whoever comes while another is at it waits.
 */
export async function prepareJobQueue(owner: Knex): Promise<void> {
	const pool = owner.client as Pool;
	// Held by a session: pg-boss begins and ends transactions of its own, which would end a lock of
	// ours with them. And all on one connection: waiters must not use up the pool of who works.
	const connection = await pool.acquireConnection();
	const run = async (sql: string): Promise<unknown> => owner.raw(sql).connection(connection);
	try {
		await run(`select pg_advisory_lock(${queueLock})`);
		await prepare(asBossDatabase(owner, connection));
		await run(`
			grant usage on schema ${schema} to bergulir_app;
			grant select, insert, update, delete on all tables in schema ${schema} to bergulir_app;
		`);
	} finally {
		// What failed may have left its transaction open, in which nothing can be unlocked.
		await run(`rollback; select pg_advisory_unlock(${queueLock})`).catch(() => undefined);
		await pool.releaseConnection(connection);
	}
}

async function prepare(db: PgBoss.Db): Promise<void> {
	const boss = new PgBoss({db, schema, migrate: true, supervise: false, schedule: false});
	await boss.start();
	for (const [name, expireInSeconds] of Object.entries(queues)) {
		await boss.createQueue(name, {
			name,
			retryLimit: attemptsMax - 1,
			retryDelay: 1,
			retryBackoff: true,
			expireInSeconds,
		});
	}
	await boss.stop({graceful: false});
}

export type QueueOptions = {
	/** How often it is looked whether a worker has died. */
	readonly maintenanceSeconds?: number;
	readonly onError: (error: Error) => void;
};

/** The queue for a worker, as the service. Start it before use, and stop it. */
export function createJobQueue(
	service: Knex,
	{maintenanceSeconds = 60, onError}: QueueOptions,
): PgBoss {
	const boss = new PgBoss({
		db: asBossDatabase(service),
		schema,
		migrate: false,
		supervise: true,
		schedule: false,
		maintenanceIntervalSeconds: maintenanceSeconds,
	});
	boss.on('error', onError);
	return boss;
}

/**
 * Puts a job into the queue within a transaction of ours: there with it, or not at all. What is
 * worked on several times is a job each time, of another identity than itself.
 */
export async function enqueue(
	trx: Knex,
	queue: string,
	id: string,
	job: string = id,
): Promise<void> {
	const boss = new PgBoss({db: asBossDatabase(trx), schema, migrate: false, supervise: false});
	await boss.send(queue, {id}, {id: job});
}

/** How a queue of jobs fares. */
export type QueueLag = {
	readonly queue: string;
	/** Jobs that may be begun and are not. */
	readonly waiting: number;
	/** For how long the oldest of them has waited. */
	readonly lagSeconds: number;
};

/** Every queue, also one in which nothing waits. */
export async function readQueueLags(service: Knex): Promise<QueueLag[]> {
	const names = Object.keys(queues);
	const {rows} = await service.raw<{rows: QueueRow[]}>(
		`select name, count(*)::integer as waiting,
			extract(epoch from now() - min(start_after))::float8 as seconds
		from ${schema}.job
		where name = any (?) and state < 'active' and start_after <= now()
		group by name`,
		[names],
	);
	return names.map((queue) => {
		const row = rows.find(({name}) => name === queue);
		return {queue, waiting: row?.waiting ?? 0, lagSeconds: row?.seconds ?? 0};
	});
}

type QueueRow = {readonly name: string; readonly waiting: number; readonly seconds: number};
