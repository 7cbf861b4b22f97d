import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {openEmbedded} from '../../src/db/embedded/server.ts';
import {newFolder, runProgram} from '../helpers/process.ts';

const folders: string[] = [];
test.after.always(async () => {
	for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

test('a cluster of another major version is refused, and left as it is', async (t) => {
	const directory = await newFolder();
	folders.push(directory);
	const server = await openEmbedded({directory, mode: 'own'});
	await server.close();
	const version = path.join(directory, 'postgres', 'PG_VERSION');
	t.is(await readFile(version, 'utf8'), '18\n');
	for (const [text, major] of [
		['17\n', 17],
		['19\n', 19],
		['9.6\n', 9],
	] as const) {
		await writeFile(version, text);
		const refused = await t.throwsAsync<Error & {code: string}>(
			openEmbedded({directory, mode: 'share'}),
		);
		t.is(refused.code, 'database/other-major');
		t.regex(
			refused.message,
			new RegExp(`made by PostgreSQL ${major}, .*brings PostgreSQL 18`, 'u'),
		);
	}
	await writeFile(version, '17\n');
	const {code, output} = await runProgram(['serve'], {env: {BERGULIR_DATA_DIR: directory}}).ended();
	t.is(code, 1);
	t.regex(
		output,
		/`bergulir backup FILE`; then .*`bergulir restore FILE`.*\(database\/other-major\)\n$/u,
	);
	await writeFile(version, '18\n');
	const again = await openEmbedded({directory, mode: 'own'});
	t.false(again.isNew);
	await again.close();
});
