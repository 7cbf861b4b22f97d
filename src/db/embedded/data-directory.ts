import {createHash, randomBytes} from 'node:crypto';
import {chmod, chown, mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {StartupFailure} from '../startup-failure.ts';
import {type SystemUser, canTraverse, sharedHome} from './system-user.ts';

/** Where one embedded server keeps its things. */
export type DataDirectory = {
	/** What the user asked for: shown in messages. */
	readonly wanted: string;
	/** The cluster's own folder. */
	readonly cluster: string;
	readonly password: string;
	readonly log: string;
};

/**
 * Opens a data directory, making it when it is new. Where the user who is to run PostgreSQL cannot
 * reach it (a private home, started by root), the cluster itself lies in root's shared place, and
 * the wanted directory says so in a file; nobody's modes are changed.
 */
export async function openDataDirectory(
	wanted: string,
	user: SystemUser | undefined,
): Promise<DataDirectory> {
	const absolute = path.resolve(wanted);
	await mkdir(absolute, {recursive: true});
	const isReachable = user === undefined || (await canTraverse(absolute, user));
	const home = isReachable ? absolute : await elsewhere(absolute);
	return {
		wanted: absolute,
		cluster: path.join(home, 'postgres'),
		log: path.join(absolute, 'postgres.log'),
		password: await keepPassword(absolute),
	};
}

async function elsewhere(wanted: string): Promise<string> {
	const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
	const home = path.join(sharedHome, name);
	await mkdir(home, {recursive: true, mode: 0o755});
	const note = `The database lies in ${home}, where the user who runs it can reach it.\n`;
	await writeFile(path.join(wanted, 'database-lies-elsewhere.txt'), note);
	return home;
}

/** The owner's password, made once and readable by nobody but whoever starts the program. */
async function keepPassword(home: string): Promise<string> {
	const file = path.join(home, 'owner-password');
	const known = await readFile(file, 'utf8').catch(() => undefined);
	if (known !== undefined) return known.trim();
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, {mode: 0o600});
	await rename(draft, file);
	return (await readFile(file, 'utf8')).trim();
}

export const isInitialised = async (directory: DataDirectory): Promise<boolean> =>
	stat(path.join(directory.cluster, 'PG_VERSION')).then(
		() => true,
		() => false,
	);

/**
 * PostgreSQL reads no cluster of another major version, nor do we bring what would convert one.
 * @throws StartupFailure `database/other-major`, with the way that always works.
 */
export async function requireMajor({cluster, wanted}: DataDirectory, major: number): Promise<void> {
	const text = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8');
	const made = Number.parseInt(text, 10);
	if (made === major) return;
	throw new StartupFailure(
		`The data directory ${wanted} was made by PostgreSQL ${made}, and this program brings ` +
			`PostgreSQL ${major}. With the version of the program that made it run \`bergulir backup ` +
			'FILE`; then set BERGULIR_DATA_DIR to a new directory and run `bergulir restore FILE` ' +
			'with this one. Nothing was changed.',
		{code: 'database/other-major'},
	);
}

/** An empty folder beside the cluster's, for PostgreSQL to be initialised in. */
export async function prepareDraft(
	directory: DataDirectory,
	user: SystemUser | undefined,
): Promise<string> {
	const draft = `${directory.cluster}.new`;
	await rm(draft, {recursive: true, force: true});
	await mkdir(draft, {mode: 0o700});
	await chmod(draft, 0o700);
	if (user) await chown(draft, user.uid, user.gid);
	return draft;
}
