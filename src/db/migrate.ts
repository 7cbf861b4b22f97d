import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {Knex} from 'knex';
import {prepareJobQueue} from './job-queue.ts';
import type {SecretBox} from '../kernel/secret-box.ts';
import {StartupFailure} from './startup-failure.ts';

const directory = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** What a migration may use besides the database: the keys with which the program seals. */
export type MigrationTools = {readonly secrets?: SecretBox};

type Migration = {
	readonly up: (knex: Knex, tools: MigrationTools) => Promise<void>;
	readonly down: (knex: Knex) => Promise<void>;
};

// Names without their ending, so that the sources and what was built from them are one history.
const sourceWith = (
	tools: MigrationTools,
	only?: ReadonlySet<string>,
): Knex.MigrationSource<string> => ({
	async getMigrations() {
		const files = await readdir(directory);
		return files
			.filter((file) => /^\d{14}_\w+\.(ts|js)$/.test(file))
			.filter((file) => only?.has(path.parse(file).name) ?? true)
			.sort();
	},
	getMigrationName: (file) => path.parse(file).name,
	async getMigration(file) {
		const {up, down} = (await import(pathToFileURL(path.join(directory, file)).href)) as Migration;
		return {up: async (knex) => up(knex, tools), down};
	},
});

/** The names of all migrations of this version of the program, in their order. */
export async function readProgramMigrations(): Promise<string[]> {
	const source = sourceWith({});
	return (await source.getMigrations([])).map((file) => source.getMigrationName(file));
}

/** A number of our own: two processes that migrate one database at once wait for each other. */
export const migrationLock = 7_121_773;

/** Waits until nobody else migrates this database, and holds it until the transaction's end. */
export async function lockMigrations(trx: Knex.Transaction): Promise<void> {
	await trx.raw('select pg_advisory_xact_lock(?)', [migrationLock]);
}

/** How long a migration waits for a table, and how often it comes again. */
export type MigrationPatience = {
	readonly lockMs?: number;
	readonly pauseMs?: number;
	readonly attemptsMax?: number;
};

/**
 * Brings a database to this version of the program, as its owner, while others work in it. Whoever
 * wants a table that a migration waits for waits behind it, so it waits a moment only, gives
 * everything back and comes again. `tools` are for those migrations that seal what lay there in
 * plain text.
 * @returns the names of the migrations that were applied.
 * @throws StartupFailure `database/newer-than-program`; `database/busy` when others do not let go.
 */
export async function migrate(
	owner: Knex,
	tools: MigrationTools = {},
	{lockMs = 3000, pauseMs = 1000, attemptsMax = 60}: MigrationPatience = {},
): Promise<string[]> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			const applied = await owner.transaction(async (trx) => {
				await lockMigrations(trx);
				await requireKnown(trx);
				await trx.raw(`set local lock_timeout = ${lockMs}`);
				return apply(trx, sourceWith(tools));
			});
			await prepareJobQueue(owner);
			return applied;
		} catch (error) {
			if (!isInTheWay(error)) throw error;
			if (attempt === attemptsMax) throw busy(error);
			await sleep(pauseMs);
		}
	}
}

// PostgreSQL, Appendix A: a lock that was not to be had in time, and a deadlock.
const inTheWay = new Set(['55P03', '40P01']);
const isInTheWay = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && inTheWay.has(String(error.code));

const busy = (cause: unknown): StartupFailure =>
	new StartupFailure(
		'The database cannot be brought to this version, for others hold its tables all the time: ' +
			'end what runs long there (a report, a backup, a session left open) and start again.',
		{code: 'database/busy', cause},
	);

/**
 * Brings an empty database to exactly the version that had these migrations, within a transaction:
 * what a backup of that version is restored into.
 */
export async function migrateExactly(
	trx: Knex.Transaction,
	names: readonly string[],
	tools: MigrationTools,
): Promise<void> {
	await apply(trx, sourceWith(tools, new Set(names)));
}

/** Those of these migrations that this program does not have. */
export async function unknownOf(names: readonly string[]): Promise<string[]> {
	const source = sourceWith({});
	const known = new Set(
		(await source.getMigrations([])).map((file) => source.getMigrationName(file)),
	);
	return names.filter((name) => !known.has(name));
}

/** @throws StartupFailure `database/newer-than-program`. */
export async function requireKnown(owner: Knex): Promise<void> {
	if (!(await owner.schema.hasTable('migrations'))) return;
	const rows: {name: string}[] = await owner('migrations').select('name').orderBy('name');
	const unknown = await unknownOf(rows.map(({name}) => name));
	if (unknown.length === 0) return;
	throw new StartupFailure(
		`The database is newer than this program: it holds ${unknown.join(', ')}; ` +
			'start the version of the program that made it, or a later one.',
		{code: 'database/newer-than-program'},
	);
}

async function apply(
	trx: Knex.Transaction,
	source: Knex.MigrationSource<string>,
): Promise<string[]> {
	const [, applied] = (await trx.migrate.latest({
		migrationSource: source,
		tableName: 'migrations',
	})) as [number, string[]];
	return applied.map((file) => path.parse(file).name);
}
