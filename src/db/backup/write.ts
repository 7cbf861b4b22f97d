import {createHash} from 'node:crypto';
import pg from 'pg';
import {to as copyTo} from 'pg-copy-streams';
import {primaryOf} from '../connect.ts';
import {types} from '../type-parsers.ts';
import {migrationLock} from '../migrate.ts';
import {serversOf} from '../servers.ts';
import {
	type Ask,
	type TableShape,
	listSequences,
	listTables,
	plainText,
	readHeads,
	rowsLeftOut,
} from './catalogue.ts';
import {refuse} from './errors.ts';
import {type BackupHeader, type BackupManifest, formatVersion} from './manifest.ts';
import {headerLine, manifestLine, rowsEnd, sequenceLine, tableLine} from './script.ts';

export type BackupSource = {
	readonly header: BackupHeader;
	/** All that the database owns, in one snapshot. */
	readonly script: AsyncGenerator<Buffer, void>;
	/** @throws Error before the script was read to its end. */
	readonly manifest: () => BackupManifest;
	/** Ends the snapshot. */
	readonly close: () => Promise<void>;
};

/**
 * Opens one snapshot of a database, as the owner of its tables, while the service goes on.
 * `version` is that of the program. @throws DomainError `backup/nothing-there`.
 */
export async function openSource(ownerUrl: string, version: string): Promise<BackupSource> {
	const applicationName = 'bergulir-backup';
	const client = new pg.Client({
		connectionString: await primaryOf(ownerUrl, applicationName),
		application_name: applicationName,
		types,
		keepAlive: true,
	});
	// Whoever reads is told by the question that fails.
	client.on('error', () => undefined);
	await client.connect();
	const ask: Ask = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
	try {
		const tables = await beginSnapshot(client, ask);
		if (!tables.some(({table}) => table === 'books')) {
			const {pathname} = new URL(serversOf(ownerUrl)[0]);
			throw refuse('backup/nothing-there', {database: pathname.slice(1)});
		}
		const header = await readHeaderFacts(ask, version);
		let manifest: BackupManifest | undefined;
		return {
			header,
			script: writeScript(client, ask, {header, tables}, (told) => {
				manifest = told;
			}),
			manifest: () => {
				if (!manifest) throw new Error('The backup was not read to its end.');
				return manifest;
			},
			close: async () => client.end(),
		};
	} catch (error) {
		await client.end();
		throw error;
	}
}

/**
 * Nobody may change the tables between the moment of the snapshot and the end: a migration that is
 * under way is waited for, the next one waits for us; a start that has nothing to migrate does not.
 */
async function beginSnapshot(client: pg.Client, ask: Ask): Promise<TableShape[]> {
	await client.query(`select pg_advisory_lock_shared(${migrationLock})`);
	try {
		await client.query('begin isolation level repeatable read read only');
		await client.query(plainText);
		const tables = await listTables(ask);
		if (tables.length > 0) {
			const names = tables.map(({table}) => `public."${table}"`).join(', ');
			await client.query(`lock table ${names} in access share mode`);
		}
		return tables;
	} finally {
		await client.query(`select pg_advisory_unlock_shared(${migrationLock})`).catch(() => undefined);
	}
}

async function readHeaderFacts(ask: Ask, version: string): Promise<BackupHeader> {
	const [facts] = await ask<{at: string; postgres: string}>(
		`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
			current_setting('server_version') as postgres`,
	);
	const migrations = await ask<{name: string}>('select name from migrations order by name');
	return {
		format: formatVersion,
		version,
		madeAt: facts!.at,
		postgres: facts!.postgres,
		migrations: migrations.map(({name}) => name),
	};
}

type Written = {readonly header: BackupHeader; readonly tables: readonly TableShape[]};

async function* writeScript(
	client: pg.Client,
	ask: Ask,
	{header, tables}: Written,
	tell: (manifest: BackupManifest) => void,
): AsyncGenerator<Buffer, void> {
	yield Buffer.from(headerLine(JSON.stringify(header)));
	const counted: BackupManifest['tables'] = [];
	for (const {table, columns} of tables) {
		yield Buffer.from(tableLine(table, columns));
		const digest = createHash('sha256');
		let rows = 0;
		if (!rowsLeftOut.has(table)) {
			const names = columns.map((name) => `"${name}"`).join(', ');
			const copied = client.query(copyTo(`copy public."${table}" (${names}) to stdout`));
			for await (const piece of copied) {
				digest.update(piece as Buffer);
				yield piece as Buffer;
			}
			rows = copied.rowCount;
		}
		yield Buffer.from(rowsEnd);
		counted.push({table, rows, sha256: digest.digest('hex')});
	}
	for (const {sequence, value, isCalled} of await listSequences(ask)) {
		yield Buffer.from(sequenceLine(sequence, value, isCalled));
	}
	const manifest = {tables: counted, ...(await readHeads(ask)), jobs: await listJobs(ask)};
	tell(manifest);
	yield Buffer.from(manifestLine(JSON.stringify(manifest)));
}

/** What waits for a worker or is being worked on: it is begun again. */
async function listJobs(ask: Ask): Promise<BackupManifest['jobs']> {
	const [queue] = await ask<{name: string | null}>(`select to_regclass('pgboss.job') as name`);
	if (queue!.name === null) return [];
	return ask(
		`select name as queue, id as job, data ->> 'id' as id from pgboss.job
		where state in ('created', 'retry', 'active') and data ->> 'id' is not null
		order by created_on, id`,
	);
}
