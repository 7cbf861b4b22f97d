// Where the code lives and which files a gate must have seen: a gate that inspected nothing has failed.
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const sourceFolders = ['src', 'test', 'migrations', 'seeds', 'bench'];

const notOurs = new Set(['node_modules', '.git', '.data', 'dist']);

/** All files under a folder, as paths relative to `base` with forward slashes; none where there is no folder. */
export async function listFiles(folder, base = root) {
	const entries = await readdir(path.join(base, folder), {withFileTypes: true}).catch((error) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	const nested = await Promise.all(
		entries
			.filter((entry) => !notOurs.has(entry.name))
			.map((entry) => {
				const place = path.posix.join(folder, entry.name);
				return entry.isDirectory() ? listFiles(place, base) : [place];
			}),
	);
	return nested.flat().sort();
}

// Written by `npm run api-types`; a test compares it with the routes, and nobody reads it.
const generated = new Set(['src/web/api/schema.d.ts']);

/** The TypeScript files of the source folders that somebody wrote. */
export async function listSources(base = root) {
	const lists = await Promise.all(sourceFolders.map((folder) => listFiles(folder, base)));
	return lists.flat().filter((file) => /\.tsx?$/u.test(file) && !generated.has(file));
}

/** Says what a gate looked at, and fails the process when it passed over files that it answers for. */
export function reportInspected(seen, wanted, what) {
	const inspected = new Set(seen);
	const missed = wanted.filter((file) => !inspected.has(file));
	console.log(`${inspected.size} files ${what}.`);
	if (wanted.length === 0) {
		console.error('There was nothing to inspect: a gate that inspected nothing has failed.');
		process.exitCode = 1;
	}
	if (missed.length > 0) {
		console.error(`Not inspected: ${missed.join(', ')}.`);
		process.exitCode = 1;
	}
}
