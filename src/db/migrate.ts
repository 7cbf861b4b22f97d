import {readdir} from 'node:fs/promises';
import path from 'node:path';
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
const sourceWith = (tools: MigrationTools): Knex.MigrationSource<string> => ({
	async getMigrations() {
		const files = await readdir(directory);
		return files.filter((file) => /^\d{14}_\w+\.(ts|js)$/.test(file)).sort();
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
const migrationLock = 7_121_771;

/**
 * Brings a database to this version of the program, as its owner.
 * `tools` are for those migrations that seal what lay there in plain text.
 * @returns the names of the migrations that were applied.
 * @throws StartupFailure when the database was made by a newer version of the program.
 */
export async function migrate(owner: Knex, tools: MigrationTools = {}): Promise<string[]> {
	const source = sourceWith(tools);
	const applied = await owner.transaction(async (trx) => {
		await trx.raw('select pg_advisory_xact_lock(?)', [migrationLock]);
		await requireKnown(trx, source);
		const [, applied] = (await trx.migrate.latest({
			migrationSource: source,
			tableName: 'migrations',
		})) as [number, string[]];
		return applied.map((file) => path.parse(file).name);
	});
	await prepareJobQueue(owner);
	return applied;
}

async function requireKnown(owner: Knex, source: Knex.MigrationSource<string>): Promise<void> {
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
