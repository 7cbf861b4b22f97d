import {createHash} from 'node:crypto';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Knex} from 'knex';
import type {Client} from 'pg';
import {from as copyFrom} from 'pg-copy-streams';
import {DomainError} from '../../kernel/errors.ts';
import {enqueue, prepareJobQueue} from '../job-queue.ts';
import {type MigrationTools, lockMigrations, migrateExactly, unknownOf} from '../migrate.ts';
import {
	type Ask,
	type TableShape,
	findFirstTable,
	listInTheWay,
	listTables,
	plainText,
	readHeads,
} from './catalogue.ts';
import {refuse} from './errors.ts';
import {type BackupHeader, type BackupManifest, readHeader, readManifest} from './manifest.ts';
import {type ScriptPart, readScript} from './script.ts';

export type Restored = {readonly header: BackupHeader; readonly manifest: BackupManifest};

/**
 * Fills an empty database, as its owner, with what a backup holds: its tables made by the
 * migrations that the backup names, its rows, and every law on again; all of it in one transaction,
 * or nothing.
 * @throws DomainError `backup/…` for whatever stands in the way.
 */
export async function restoreInto(
	owner: Knex,
	source: AsyncIterable<Buffer>,
	tools: MigrationTools,
): Promise<Restored> {
	const parts = readScript(source);
	const {value: first} = await parts.next();
	const header = readHeader((first as Extract<ScriptPart, {kind: 'header'}>).text);
	const names = await unknownOf(header.migrations);
	if (names.length > 0) {
		throw refuse('backup/newer-than-program', {version: header.version, names: names.join(', ')});
	}
	await requireEmpty(asking(owner));
	await prepareJobQueue(owner);
	try {
		const manifest = await owner.transaction(async (trx) => fill(trx, parts, {header, tools}));
		// Without it PostgreSQL plans its questions as if the tables were empty.
		await owner.raw('analyze');
		return {header, manifest};
	} catch (error) {
		await owner.raw('drop schema if exists pgboss cascade');
		throw orNoRoom(error);
	}
}

const asking =
	(knex: Knex): Ask =>
	async <Row>(sql: string) =>
		(await knex.raw<{rows: Row[]}>(sql)).rows;

async function requireEmpty(ask: Ask): Promise<void> {
	const table = await findFirstTable(ask);
	if (table === undefined) return;
	const [database] = await ask<{name: string}>('select current_database() as name');
	throw refuse('backup/database-not-empty', {database: database!.name, table});
}

type Filling = {readonly header: BackupHeader; readonly tools: MigrationTools};

async function fill(
	trx: Knex.Transaction,
	parts: AsyncGenerator<ScriptPart>,
	{header, tools}: Filling,
): Promise<BackupManifest> {
	const ask = asking(trx);
	// Whoever starts the service meanwhile waits, and finds the database as it was restored.
	await lockMigrations(trx);
	await requireEmpty(ask);
	await migrateExactly(trx, header.migrations, tools);
	await trx.raw('set constraints all immediate');
	await trx.raw(plainText);
	const tables = await listTables(ask);
	const inTheWay = await listInTheWay(ask);
	for (const {off} of inTheWay) await trx.raw(off);
	// What migrations wrote is in the backup too, as it was then.
	await trx.raw(`truncate ${tables.map(({table}) => `public."${table}"`).join(', ')}`);
	const found: BackupManifest['tables'] = [];
	let manifest: BackupManifest | undefined;
	for await (const part of parts) {
		if (part.kind === 'table') found.push(await fillTable(trx, part, tables));
		if (part.kind === 'sequence') await setSequence(trx, part);
		if (part.kind === 'manifest') manifest = readManifest(part.text);
	}
	requireSame(manifest!, found, tables);
	for (const {on} of inTheWay) await requireWhole(async () => trx.raw(on));
	await requireHeads(ask, manifest!);
	for (const {queue, job, id} of manifest!.jobs) await enqueue(trx, queue, id, job);
	return manifest!;
}

type Connected = {readonly acquireConnection: () => Promise<Client>};
type TablePart = Extract<ScriptPart, {kind: 'table'}>;

async function fillTable(
	trx: Knex.Transaction,
	{table, columns, rows}: TablePart,
	tables: readonly TableShape[],
): Promise<BackupManifest['tables'][number]> {
	const shape = tables.find((one) => one.table === table);
	if (!shape) throw refuse('backup/other-schema', {told: `there is no table ${table}`});
	if (shape.columns.toSorted().join() !== columns.toSorted().join()) {
		throw refuse('backup/other-schema', {told: `the columns of ${table} are others`});
	}
	const names = columns.map((name) => `"${name}"`).join(', ');
	const connection = await (trx.client as Connected).acquireConnection();
	const target = connection.query(copyFrom(`copy public."${table}" (${names}) from stdin`));
	const digest = createHash('sha256');
	await requireWhole(async () =>
		pipeline(
			Readable.from(rows),
			async function* counted(pieces: AsyncIterable<Buffer>) {
				for await (const piece of pieces) {
					digest.update(piece);
					yield piece;
				}
			},
			target,
		),
	);
	return {table, rows: target.rowCount, sha256: digest.digest('hex')};
}

async function setSequence(
	trx: Knex.Transaction,
	{sequence, value, isCalled}: Extract<ScriptPart, {kind: 'sequence'}>,
): Promise<void> {
	const {rows} = await trx.raw<{rows: {name: string | null}[]}>('select to_regclass(?) as name', [
		`public."${sequence}"`,
	]);
	if (rows[0]!.name === null) {
		throw refuse('backup/other-schema', {told: `there is no sequence ${sequence}`});
	}
	await trx.raw('select setval(?::regclass, ?::bigint, ?)', [
		`public."${sequence}"`,
		value,
		isCalled,
	]);
}

/** Every table once, with as many rows as were counted, byte by byte. */
function requireSame(
	manifest: BackupManifest,
	found: BackupManifest['tables'],
	tables: readonly TableShape[],
): void {
	const missing = tables.find(({table}) => !found.some((one) => one.table === table));
	if (missing) throw refuse('backup/other-schema', {told: `it has no table ${missing.table}`});
	if (found.length !== manifest.tables.length) {
		throw refuse('backup/not-as-recorded', {told: 'it holds other tables than it lists'});
	}
	for (const [at, {table, rows, sha256}] of manifest.tables.entries()) {
		const one = found[at]!;
		if (one.table === table && one.rows === rows && one.sha256 === sha256) continue;
		throw refuse('backup/not-as-recorded', {
			told: `${table} has ${one.rows} rows and digest ${one.sha256}, recorded were ${rows} and ${sha256}`,
		});
	}
}

async function requireHeads(ask: Ask, manifest: BackupManifest): Promise<void> {
	const {heads, trail} = await readHeads(ask);
	const restored = new Map(heads.map(({book, number, hash}) => [book, `${number} ${hash}`]));
	const other = manifest.heads.find(
		({book, number, hash}) => restored.get(book) !== `${number} ${hash}`,
	);
	if (other || heads.length !== manifest.heads.length) {
		throw refuse('backup/not-as-recorded', {
			told: `the head of ${other?.book ?? 'a book'} differs`,
		});
	}
	if (trail.number !== manifest.trail.number || trail.hash !== manifest.trail.hash) {
		throw refuse('backup/not-as-recorded', {told: 'the head of the trail differs'});
	}
}

// PostgreSQL, Appendix A: no room on a disk; a value or a row that a table does not take.
const diskFull = '53100';
const brokenRow = /^(?:22|23)/u;

const orNoRoom = (error: unknown): unknown =>
	codeOf(error) === diskFull
		? refuse('backup/no-room', {place: 'the database server', told: toldBy(error)})
		: error;

/** What comes in, and the references put back: there the rows are what is wrong. */
async function requireWhole<T>(run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (!brokenRow.test(codeOf(error))) throw error;
		throw refuse('backup/damaged', {told: toldBy(error)});
	}
}

const codeOf = (error: unknown): string =>
	error instanceof Error && !(error instanceof DomainError) && 'code' in error
		? String(error.code)
		: '';

/** What PostgreSQL said, without the statement that knex puts before it. */
const toldBy = (error: unknown): string =>
	error instanceof Error ? error.message.split(' - ').at(-1)! : String(error);
