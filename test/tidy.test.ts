import {readFile, readdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import test from 'ava';
import ts from 'typescript';

const rooms = createRequire(import.meta.url)('../.ci/rooms.cjs') as readonly string[];
const folders = ['src', 'test', 'migrations', 'seeds', 'bench'];
// These stand beside the rooms: the kernel below, the platform, the edges.
const besides = ['cli', 'db', 'files', 'http', 'kernel', 'web'];
const linesMax = 400;
const columnsMax = 100;
// As Prettier counts a tab.
const tabColumns = 2;

type Source = {readonly file: string; readonly text: string};

async function listFiles(folder: string): Promise<string[]> {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.posix.join(entry.parentPath.split(path.sep).join('/'), entry.name))
		.sort();
}

const files = (
	await Promise.all(folders.map((folder) => listFiles(folder).catch((): string[] => [])))
).flat();
const sources: readonly Source[] = await Promise.all(
	files
		// Written by a program from the routes: nobody reads it, and a test holds it to them.
		.filter((file) => /\.tsx?$/u.test(file) && file !== 'src/web/api/schema.d.ts')
		.map(async (file) => ({file, text: await readFile(file, 'utf8')})),
);
const under = (folder: string): readonly Source[] =>
	sources.filter(({file}) => file.startsWith(`${folder}/`));

/** Whether a file holds anything that runs; types and tables of constants do not. */
function hasFunctions({file, text}: Source): boolean {
	const isFunction = (node: ts.Node): boolean =>
		((ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) ||
			ts.isClassDeclaration(node) ||
			ts.forEachChild(node, (child) => isFunction(child) || undefined)) ??
		false;
	return isFunction(ts.createSourceFile(file, text, ts.ScriptTarget.ES2023));
}

/** Whether a line is one text and nothing else: a sentence in a table cannot be broken. */
const isSentence = (line: string): boolean =>
	/^(?:[\w$'"/-]+: )?(?:return )?(['"`])(?=.* ).*\1[,;]?$/u.test(line.trim());

test('the sources are there to be inspected', (t) => {
	t.true(under('src').length > 100);
	t.true(under('test').length > 10);
	t.true(under('migrations').length > 3);
});

test('the list of rooms is the list of folders in src', async (t) => {
	const entries = await readdir('src', {withFileTypes: true});
	const found = entries.filter((entry) => entry.isDirectory()).map(({name}) => name);
	t.deepEqual(found.filter((name) => !besides.includes(name)).sort(), [...rooms].sort());
});

test('every pure file has a test that mirrors it', (t) => {
	const doors = new Set(['errors.ts', 'ports.ts', 'index.ts']);
	const pure = under('src').filter(({file}) => {
		const [, room = '', name = '', ...deeper] = file.split('/');
		return deeper.length === 0 && (room === 'kernel' || (rooms.includes(room) && !doors.has(name)));
	});
	const without = pure
		.filter((source) => hasFunctions(source))
		.map(({file}) => file.replace(/^src\//u, 'test/').replace(/\.ts$/u, '.test.ts'))
		.filter((file) => !files.includes(file));
	t.true(pure.length > 20);
	t.deepEqual(without, []);
});

test('no file of src is longer than 400 lines', (t) => {
	const long = under('src')
		.map(({file, text}) => ({file, lines: text.trimEnd().split('\n').length}))
		.filter(({lines}) => lines > linesMax)
		.map(({file, lines}) => `${file}: ${lines}`);
	t.deepEqual(long, []);
});

test('no line is wider than 100 columns', (t) => {
	const wide = sources.flatMap(({file, text}) =>
		text.split('\n').flatMap((line, index) => {
			const columns = Array.from(line.replaceAll('\t', ' '.repeat(tabColumns))).length;
			return columns <= columnsMax || isSentence(line) ? [] : [`${file}:${index + 1}: ${columns}`];
		}),
	);
	t.deepEqual(wide, []);
});

test('nothing is left for later and no check is switched off', (t) => {
	// In pieces, so that this file does not find itself.
	const words = [
		'TO' + 'DO',
		'FIX' + 'ME',
		'eslint-' + 'disable',
		'@ts-' + 'ignore',
		'@ts-' + 'nocheck',
	];
	const patterns = [
		...words.map((word) => new RegExp(`(?<![\\w-])${word}(?!\\w)`, 'u')),
		/\.(?:only|todo|failing)\b(?!\/|\.)/u,
	];
	const skip = /\.skip\b/u;
	const needsProgram = /\/(?:second-opinion|[\w-]+-in-browser)\.test\.ts$/u;
	const expectError = ['@ts', 'expect-error'].join('-');
	const found = sources.flatMap(({file, text}) =>
		text.split('\n').flatMap((line, index) => {
			const isLeft =
				patterns.some((pattern) => pattern.test(line)) ||
				// Neither a second opinion nor a browser is on every machine; CI forbids the skip.
				(skip.test(line) && !needsProgram.test(file)) ||
				(line.includes(expectError) && !file.startsWith('test/types/'));
			return isLeft && file !== 'test/tidy.test.ts' ? [`${file}:${index + 1}: ${line.trim()}`] : [];
		}),
	);
	t.deepEqual(found, []);
});

test('a migration is named by its moment and its matter', (t) => {
	const names = files
		.filter((file) => /^migrations\/[^/]+$/u.test(file))
		.map((file) => path.basename(file));
	t.deepEqual(
		names.filter((name) => !/^\d{14}_[a-z]+(?:_[a-z0-9]+)+\.ts$/u.test(name)),
		[],
	);
	const moments = names.map((name) => name.slice(0, 14));
	t.is(new Set(moments).size, moments.length);
});

test('decimal.js is imported in the kernel alone', (t) => {
	const importers = ['src', 'migrations', 'seeds', 'bench']
		.flatMap((folder) => under(folder))
		.filter(({text}) => /from 'decimal\.js'|import\('decimal\.js'\)/u.test(text))
		.map(({file}) => file);
	t.deepEqual(importers, ['src/kernel/money.ts', 'src/kernel/rate.ts']);
});

test('files are named in kebab-case for the one thing inside', (t) => {
	// `service-routes` are the routes of the service; a `loan-service` would have no natural end.
	const vague = [
		/^(?:.+-)?(?:utils?|helpers?|common|managers?|misc|shared)(?:\.|$)/u,
		/(?:^|(?<!with)-)services?(?:\.|$)/u,
	];
	const misnamed = files.filter((file) => {
		if (!file.startsWith('src/') || file.startsWith('src/web/')) return false;
		const names = file.split('/').slice(1);
		return names.some(
			(name) =>
				vague.some((pattern) => pattern.test(name)) ||
				!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/u.test(name),
		);
	});
	t.deepEqual(misnamed, []);
});
