import {rm, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Command} from 'commander';
import type {Config} from '../config.ts';
import {refuse} from '../db/backup/errors.ts';
import {isThere, keepNewest, nameFile, nameOf, writeFile} from '../db/backup/file.ts';
import {openSource} from '../db/backup/write.ts';
import {requireKnown} from '../db/migrate.ts';
import {type KeyOptions, makeKeyFile, sealingKey, verifyingKey} from './backup-keys.ts';
import type {Environment} from './environment.ts';
import {type Server, connectOwner, openServer} from './open-database.ts';
import {wholeNumber} from './options.ts';
import {type Outcome, inScratch, restoreAndVerify} from './restored.ts';
import {readVersion} from './version.ts';

type Options = KeyOptions & {readonly verify: boolean; readonly keep?: number};

const say = (sentence: string): void => {
	process.stderr.write(`${sentence}\n`);
};

export function registerBackup(program: Command, environment: Environment): void {
	program
		.command('backup')
		.description('all that the database holds, encrypted, while the service runs; prints JSON')
		.argument('<place>', 'a new file, or a folder in which it is named by its moment')
		.option('--recipients-file <file>', 'public keys (age1…) of who may restore it, one a line')
		.option('--passphrase-file <file>', 'instead of public keys: a file with a passphrase')
		.option('--verify', 'restore it into a database of its own, verify that, and drop it', false)
		.option('--identity-file <file>', 'with --verify: the secret key of one of the recipients')
		.option('--keep <n>', 'with a folder: remove all but the newest n', wholeNumber(1, 100_000))
		.action(async (place: string, options: Options) => {
			const config = environment.config();
			const key = await sealingKey(options, environment.variables);
			const opening = options.verify
				? await verifyingKey(key, options, environment.variables)
				: undefined;
			const folder = await findFolder(place, options);
			const server = await openServer(config, 'share');
			try {
				await requireOfThisProgram(server);
				await back(config, server, {...options, key, opening, folder, place});
			} finally {
				await server.close();
			}
		});
	program
		.command('backup-key')
		.description('make a pair of keys for backups; prints the public one, the secret one is kept')
		.argument('<file>', 'a new file for the secret key, which belongs on another machine')
		.action(async (file: string) => {
			process.stdout.write(`${await makeKeyFile(file)}\n`);
		});
}

/** The folder that a place is; undefined when it is to be a file. */
async function findFolder(place: string, {keep}: Options): Promise<string | undefined> {
	const found = await stat(place).catch(() => undefined);
	if (found?.isDirectory() === true) return place;
	if (keep !== undefined) throw refuse('backup/keep-needs-folder', {file: place});
	if (found) throw refuse('backup/file-exists', {file: place});
	const folder = path.dirname(path.resolve(place));
	if (!(await isThere(folder))) throw refuse('backup/no-folder', {folder});
	return undefined;
}

/** What could not be restored by this program is backed up by the one that made it. */
async function requireOfThisProgram(server: Server): Promise<void> {
	const owner = await connectOwner(server);
	try {
		await requireKnown(owner);
	} finally {
		await owner.destroy();
	}
}

type Backing = Options & {
	readonly key: Parameters<typeof writeFile>[2];
	readonly opening: Awaited<ReturnType<typeof verifyingKey>> | undefined;
	readonly folder: string | undefined;
	readonly place: string;
};

async function back(config: Config, server: Server, backing: Backing): Promise<void> {
	const {key, opening, folder, place, keep} = backing;
	const source = await openSource(server.ownerUrl, await readVersion());
	const file = folder === undefined ? place : path.join(folder, nameOf(source.header.madeAt));
	// The name of a backup is that of a whole one, and where asked for of a verified one.
	const draft = `${file}.partial`;
	const {bytes, sha256} = await writeFile(draft, source.script, key).finally(source.close);
	const manifest = source.manifest();
	const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
	say(`${manifest.tables.length} tables with ${rows} rows are in ${file}, ${bytes} bytes.`);
	let outcome: Outcome | undefined;
	try {
		if (opening) {
			outcome = await inScratch(server, async (scratch) =>
				restoreAndVerify(config, scratch, {file: draft, key: opening}),
			);
		}
		await nameFile(draft, file);
	} catch (error) {
		await rm(draft, {force: true});
		throw error;
	}
	if (outcome) sayVerdict(outcome);
	const breaches = outcome?.breaches ?? [];
	if (folder !== undefined && keep !== undefined && breaches.length === 0) {
		for (const old of await keepNewest(folder, keep)) say(`Removed ${old}.`);
	}
	const verified = outcome && {entries: outcome.entries, books: outcome.books, breaches};
	const told = {file, bytes, sha256, ...source.header, verified: verified ?? null, ...manifest};
	process.stdout.write(`${JSON.stringify(told)}\n`);
	if (breaches.length > 0) process.exitCode = 1;
}

/** What was found in a backup that was restored, for whoever looks on. */
export function sayVerdict({entries, books, breaches, said}: Outcome): void {
	for (const line of [...breaches, ...said]) say(line);
	const verdict = breaches.length === 0 ? 'no law is broken' : `${breaches.length} breaches`;
	say(`Restored: ${entries} entries of ${books} books: ${verdict}.`);
}
