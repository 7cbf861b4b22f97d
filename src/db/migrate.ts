import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {Knex} from 'knex';
import {prepareJobQueue} from './job-queue.ts';
import {StartupFailure} from './startup-failure.ts';

const directory = fileURLToPath(new URL('../../migrations/', import.meta.url));

type Migration = {
	readonly up: (knex: Knex) => Promise<void>;
	readonly down: (knex: Knex) => Promise<void>;
};

// Names without their ending, so that the sources and what was built from them are one history.
const source: Knex.MigrationSource<string> = {
	async getMigrations() {
		const files = await readdir(directory);
		return files.filter((file) => /^\d{14}_\w+\.(ts|js)$/.test(file)).sort();
	},
	getMigrationName: (file) => path.parse(file).name,
	getMigration: async (file) =>
		(await import(pathToFileURL(path.join(directory, file)).href)) as Migration,
};

const settings: Knex.MigratorConfig = {migrationSource: source, tableName: 'migrations'};

/** A number of our own: two processes that migrate one database at once wait for each other. */
const migrationLock = 7_121_771;

/**
 * Brings a database to this version of the program, as its owner.
 * @returns the names of the migrations that were applied.
 * @throws StartupFailure when the database was made by a newer version of the program.
 */
export async function migrate(owner: Knex): Promise<string[]> {
	const applied = await owner.transaction(async (trx) => {
		await trx.raw('select pg_advisory_xact_lock(?)', [migrationLock]);
		await requireKnown(trx);
		const [, applied] = (await trx.migrate.latest(settings)) as [number, string[]];
		return applied.map((file) => path.parse(file).name);
	});
	await prepareJobQueue(owner);
	return applied;
}

async function requireKnown(owner: Knex): Promise<void> {
	if (!(await owner.schema.hasTable('migrations'))) return;
	const known = new Set(
		(await source.getMigrations([])).map((file) => source.getMigrationName(file)),
	);
	const rows: {name: string}[] = await owner('migrations').select('name').orderBy('name');
	const unknown = rows.filter(({name}) => !known.has(name));
	if (unknown.length === 0) return;
	const names = unknown.map(({name}) => name).join(', ');
	throw new StartupFailure(
		`The database is newer than this program: it holds ${names}; ` +
			'start the version of the program that made it, or a later one.',
	);
}
