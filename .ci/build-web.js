// Builds the pages into dist/web. With `--if-stale` only where what is there was made of other
// sources; `npm start` asks for that, so that a fresh clone serves its pages.
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {listFiles, root} from './sources.js';

const stampName = '.made-of';

/** A fingerprint of all that the pages are made of. */
async function stampOf() {
	const files = [...(await listFiles('src/web')), '.ci/build-web.js', 'package-lock.json'];
	const hash = createHash('sha256');
	for (const file of files) {
		const text = await readFile(path.join(root, file));
		hash.update(`${file}\n${text.length}\n`).update(text);
	}
	return hash.digest('hex');
}

const isMadeOf = async (folder, stamp) =>
	(await readFile(path.join(folder, stampName), 'utf8').catch(() => '')) === stamp;

/** Builds into a folder that is not there yet. */
async function build(folder) {
	// Only here, for who installed without what builds may still start what is built.
	const [{build: bundle}, {default: react}] = await Promise.all([
		import('vite'),
		import('@vitejs/plugin-react'),
	]);
	await bundle({
		configFile: false,
		root: path.join(root, 'src/web'),
		logLevel: 'warn',
		plugins: [react()],
		publicDir: 'static',
		// The service puts a number used once in its place, by which the browser knows our styles.
		html: {cspNonce: 'NONCE_OF_THE_ANSWER'},
		build: {
			outDir: folder,
			emptyOutDir: true,
			assetsInlineLimit: 0,
			target: 'es2022',
			manifest: true,
			chunkSizeWarningLimit: 900,
		},
	});
	await writeWorker(folder);
	await compressAll(path.join(folder, 'assets'));
}

/**
 * The files of what works without a network: the app itself and the officer's pages with all that
 * they load. Pages of other roles need a network, and officers need not load their charts.
 */
async function filesOffline(folder) {
	const manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8'));
	const names = new Set();
	const add = (name, isWithLater) => {
		if (names.has(name)) return;
		names.add(name);
		const {imports = [], dynamicImports = []} = manifest[name];
		for (const other of imports) add(other, isWithLater);
		if (isWithLater) for (const other of dynamicImports) add(other, true);
	};
	for (const [name, {isEntry}] of Object.entries(manifest)) if (isEntry) add(name, false);
	add('officer/pages.tsx', true);
	return [...names].flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? [])]);
}

/** The service worker, told of the files that the app is made of. */
async function writeWorker(folder) {
	const names = [...new Set(await filesOffline(folder))];
	const files = JSON.stringify(names.sort().map((name) => `/${name}`));
	const version = createHash('sha256').update(files).digest('hex').slice(0, 12);
	const source = await readFile(path.join(root, 'src/web/service-worker.js'), 'utf8');
	const text = source
		.replace('FILES_OF_THE_BUILD', files)
		.replace('${VERSION_OF_THE_BUILD}', version);
	await writeFile(path.join(folder, 'service-worker.js'), text);
}

/** What never changes is compressed once and not for everybody who asks. */
async function compressAll(folder) {
	for (const name of await readdir(folder)) {
		if (!/\.(?:js|css|svg)$/u.test(name)) continue;
		const file = path.join(folder, name);
		const text = await readFile(file);
		const params = {[constants.BROTLI_PARAM_QUALITY]: 9};
		await writeFile(`${file}.br`, await promisify(brotliCompress)(text, {params}));
		await writeFile(`${file}.gz`, await promisify(gzip)(text, {level: 9}));
	}
}

/** Puts what is new in its place; two that do so at once made the same, so either may win. */
async function moveTo(place, own) {
	for (let round = 0; ; round += 1) {
		try {
			if (existsSync(place)) await rename(place, path.join(own, `old-${round}`));
			await rename(path.join(own, 'new'), place);
			return;
		} catch (error) {
			const isRace = ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code);
			if (!isRace || round === 5) throw error;
		}
	}
}

/** Builds beside the place and moves there at once: whoever serves sees the old or the new. */
async function buildWeb(place, isIfStale) {
	const stamp = await stampOf();
	if (isIfStale && (await isMadeOf(place, stamp))) return;
	const parent = path.dirname(place);
	await mkdir(parent, {recursive: true});
	const own = await mkdtemp(path.join(parent, 'web-making-'));
	try {
		await build(path.join(own, 'new'));
		await writeFile(path.join(own, 'new', stampName), stamp);
		await moveTo(place, own);
	} finally {
		await rm(own, {recursive: true, force: true});
	}
}

// Whatever runs us: what is built is for use, and never the slower kind for those who develop.
process.env.NODE_ENV = 'production';
const isIfStale = process.argv.includes('--if-stale');
try {
	await buildWeb(path.join(root, 'dist/web'), isIfStale);
} catch (error) {
	if (error.code !== 'ERR_MODULE_NOT_FOUND' || !isIfStale) throw error;
	console.error(
		'The pages cannot be built without the development packages; what is there is served.',
	);
}
