// How much a browser loads before an officer can begin, of the files as they are built.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {buildPages} from '../helpers/app-in-browser.ts';

type Chunk = {
	readonly file: string;
	readonly imports?: readonly string[];
	readonly dynamicImports?: readonly string[];
	readonly isEntry?: boolean;
};
type Manifest = Readonly<Record<string, Chunk>>;

const officerBytesMax = 250_000;

/** What comes with a chunk: itself and what it imports, but not what it asks for later. */
function loadedWith(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
	if (seen.has(name)) return seen;
	seen.add(name);
	for (const other of manifest[name]!.imports ?? []) loadedWith(manifest, other, seen);
	return seen;
}

test('an officer loads at most 250 kB of compressed script', async (t) => {
	const folder = await buildPages();
	const text = await readFile(path.join(folder, '.vite/manifest.json'), 'utf8');
	const manifest = JSON.parse(text) as Manifest;
	const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!;
	const officer = Object.keys(manifest).find((name) => name === 'officer/pages.tsx')!;
	const names = loadedWith(manifest, officer, loadedWith(manifest, entry));
	t.true(names.has(officer));
	t.false(names.has('public/pages.tsx'));
	let bytes = 0;
	for (const name of names) {
		const {file} = manifest[name]!;
		if (file.endsWith('.js')) bytes += gzipSync(await readFile(path.join(folder, file))).length;
	}
	t.log(`${bytes} bytes of ${officerBytesMax}`);
	t.true(bytes > 50_000, 'there is something to measure');
	t.true(bytes <= officerBytesMax, `${bytes} bytes`);
});
