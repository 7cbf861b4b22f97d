// Checkpoints and packs as a person handles them: with files and real processes.
import {execFile} from 'node:child_process';
import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import type {BookCode} from '../../src/kernel/ids.ts';
import {post} from '../evidence/setup.ts';
import {newFolder, runProgram} from '../helpers/process.ts';
import {type World, createWorld, openCity, openCooperative} from '../helpers/world.ts';

let world: World;
let folder: string;
const book = 'KOP-1771011001' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await post(world, book, 3);
	folder = await newFolder();
});
test.after.always(async () => {
	await rm(folder, {recursive: true, force: true});
	await world.close();
});

const inFolder = (name: string): string => path.join(folder, name);
const env = () => ({
	DATABASE_URL: world.database.ownerUrl,
	BERGULIR_KEY_FILE: inFolder('signing-key.pem'),
});

/** Runs a command and gives its standard output alone beside all that was said. */
async function run(...args: string[]): Promise<{code: number; out: string; said: string}> {
	const {child, ended} = runProgram(args, {env: env()});
	let out = '';
	child.stdout!.on('data', (text: string) => {
		out += text;
	});
	const {code, output} = await ended();
	return {code: code ?? -1, out, said: output};
}

test.serial(
	'a checkpoint, a pack and a rotation, each with its data alone on the output',
	async (t) => {
		const taken = await run('checkpoint');
		t.is(taken.code, 0, taken.said);
		t.like(JSON.parse(taken.out), {sequence: 1, logSize: 2});
		await writeFile(inFolder('kept.json'), taken.out);
		const shown = await run('key', 'show');
		const [first] = JSON.parse(shown.out) as [{keyId: string}];
		t.false(shown.said.includes('PRIVATE'));
		const rotated = await run('key', 'rotate');
		t.like(JSON.parse(rotated.out), {number: 2, certifiedBy: first.keyId});
		await post(world, book, 2);
		t.like(JSON.parse((await run('checkpoint')).out), {sequence: 2});
		const pack = await run('pack', '--book', book);
		t.is(pack.code, 0, pack.said);
		await writeFile(inFolder('book.pack'), pack.out);
		await writeFile(inFolder('key-id'), first.keyId);
		t.regex((await run('pack', '--book', 'TIADA')).said, /ledger\/unknown-book/);
	},
);

test.serial('a pack is verified without a database, against what was noted', async (t) => {
	const keyId = await readFile(inFolder('key-id'), 'utf8');
	const {child: _, ended} = runProgram(
		[
			...['verify', '--pack', inFolder('book.pack'), '--key', keyId],
			...['--checkpoint', inFolder('kept.json')],
		],
		{env: {DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nothing'}},
	);
	const sound = await ended();
	t.is(sound.code, 0, sound.output);
	t.regex(
		sound.output,
		/^5 entries under \["bergulir\/checkpoint\/1",2,.+\]: nothing was changed\.\n$/,
	);
	const changed = (await readFile(inFolder('book.pack'), 'utf8')).replace('Setoran', 'Titipan');
	await writeFile(inFolder('changed.pack'), changed);
	const found = await run('verify', '--pack', inFolder('changed.pack'), '--key', '0'.repeat(64));
	t.is(found.code, 1);
	t.regex(found.out, new RegExp(`^pack/link\t${book}\t2\t`, 'm'));
	t.regex(found.out, new RegExp(`^pack/head\t${book}\t3\t`, 'm'));
	t.regex(found.out, new RegExp(`^pack/key\t${book}\t-\t`, 'm'));
	const alone = await run('verify', '--key', keyId);
	t.is(alone.code, 1);
	t.regex(alone.said, /name it with --pack/);
});

test.serial('the verifier runs alone, in another folder, from its source', async (t) => {
	const file = inFolder('verify-pack.mts');
	await writeFile(file, await readFile('src/evidence/verifier/verify-pack.ts', 'utf8'));
	const tsx = path.resolve('node_modules/tsx/dist/loader.mjs');
	const verify = async (...args: string[]) =>
		new Promise<{code: number; stdout: string; stderr: string}>((resolve) => {
			const all = [`--import=${tsx}`, file, ...args];
			execFile(process.execPath, all, {cwd: folder}, (error, stdout, stderr) => {
				resolve({code: error ? 1 : 0, stdout, stderr});
			});
		});
	const sound = await verify('book.pack', '--checkpoint', 'kept.json');
	t.is(sound.code, 0, sound.stderr);
	t.regex(sound.stderr, /nothing was changed/);
	const found = await verify('changed.pack');
	t.is(found.code, 1);
	t.regex(found.stdout, /^pack\/link\t/m);
	t.regex(found.stderr, /: 2 findings\.\n$/);
});

const newest = async (): Promise<number> => {
	const {rows} = await world.database.owner.raw<{rows: {last: number}[]}>(
		'select max(sequence) as last from checkpoints',
	);
	return rows[0]!.last;
};

test.serial('the service takes a checkpoint by itself where anything is new', async (t) => {
	await post(world, book, 1);
	const serving = runProgram(['serve'], {env: {...env(), LOG_LEVEL: 'info'}});
	await serving.said(/"sequence":3,.*"msg":"checkpoints"/);
	serving.child.kill('SIGINT');
	t.is((await serving.ended()).code, 0, serving.output());
	t.is(await newest(), 3);
});

test.serial('a service without its key serves, and says what it cannot do', async (t) => {
	await post(world, book, 1);
	const place = {...env(), BERGULIR_KEY_FILE: inFolder('nowhere.pem')};
	const serving = runProgram(['serve'], {env: place});
	await serving.said(/"msg":"checkpoints failed"/);
	t.regex(serving.output(), /The signing key is gone/);
	await serving.said(/Bergulir listens/);
	serving.child.kill('SIGINT');
	t.is((await serving.ended()).code, 0, serving.output());
	t.is(await newest(), 3);
});
