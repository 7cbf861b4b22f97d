// The restore drill, and what goes wrong with backups, with files and real processes.
import {spawn} from 'node:child_process';
import {mkdir, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {type EmptyDatabase, createEmptyDatabase} from '../helpers/empty-database.ts';
import {newFolder, runProgram} from '../helpers/process.ts';
import {type World, createWorld} from '../helpers/world.ts';

let world: World;
let folder: string;
/** Where backups are restored. */
let other: EmptyDatabase;
const inFolder = (...names: string[]): string => path.join(folder, ...names);

test.before(async () => {
	world = await createWorld('2026-03-31');
	await fillDemo({
		serviceUrl: world.database.serviceUrl,
		timeZone: 'Asia/Jakarta',
		cooperatives: 2,
		members: 5,
		months: 4,
		until: localDate('2026-03-30'),
	});
	folder = await newFolder();
	other = await createEmptyDatabase();
});
test.after.always(async () => {
	await rm(folder, {recursive: true, force: true});
	await other.drop();
	await world.close();
});

type Run = {readonly code: number; readonly out: string; readonly said: string};

/** Runs a command and gives its standard output apart from what was said. */
async function run(args: string[], env: Record<string, string> = {}): Promise<Run> {
	// Keys of the data directory are looked for beside no other test's.
	const place = {DATABASE_URL: world.database.ownerUrl, BERGULIR_DATA_DIR: inFolder('data')};
	const {child, ended} = runProgram(args, {env: {...place, ...env}});
	let out = '';
	child.stdout!.on('data', (text: string) => {
		out += text;
	});
	const {code, output} = await ended();
	return {code: code ?? -1, out, said: output.replace(out, '')};
}

type Told = Record<string, unknown> & {readonly file: string; readonly bytes: number};
const toldBy = ({out}: Run) => JSON.parse(out) as Told;
const recipients = () => ['--recipients-file', inFolder('recipients')];
const identity = () => ['--identity-file', inFolder('identity')];
let kept: string;
let heads: unknown;
const elsewhere = () => ({DATABASE_URL: other.url});

async function tablesElsewhere(): Promise<unknown[]> {
	const {rows} = await other.owner.raw<{rows: unknown[]}>(
		`select relname from pg_class join pg_namespace space on space.oid = relnamespace
		where nspname in ('public', 'pgboss')`,
	);
	return rows;
}

test.serial('a pair of keys is made once, the secret one for its owner alone', async (t) => {
	const made = await run(['backup-key', inFolder('identity')]);
	t.is(made.code, 0, made.said);
	t.regex(made.out, /^age1[a-z0-9]{58}\n$/u);
	t.regex(await readFile(inFolder('identity'), 'utf8'), /^AGE-SECRET-KEY-1/mu);
	t.is((await stat(inFolder('identity'))).mode & 0o777, 0o600);
	await writeFile(inFolder('recipients'), `# kunci cadangan kota\n${made.out}`);
	const again = await run(['backup-key', inFolder('identity')]);
	t.is(again.code, 1);
	t.regex(again.said, /\(backup\/file-exists\)/u);
});

test.serial(
	'a backup has its name when it was restored and verified, and old ones go',
	async (t) => {
		await mkdir(inFolder('backups'));
		await writeFile(inFolder('backups', 'catatan.txt'), 'bukan cadangan');
		for (const day of ['01', '02']) {
			await writeFile(inFolder('backups', `bergulir-202001${day}T000000Z.backup.age`), 'lama');
		}
		const keys = [...recipients(), ...identity()];
		const made = await run(['backup', inFolder('backups'), ...keys, '--verify', '--keep', '2']);
		t.is(made.code, 0, made.said);
		const told = toldBy(made);
		kept = told.file;
		heads = told.heads;
		t.regex(path.basename(kept), /^bergulir-\d{8}T\d{6}Z\.backup\.age$/u);
		t.is((await stat(kept)).mode & 0o777, 0o600);
		t.is((await stat(kept)).size, told.bytes);
		t.like(told.verified, {books: 3, breaches: []});
		t.regex(made.said, /Removed .*bergulir-20200101T000000Z\.backup\.age\./u);
		t.deepEqual(
			(await readdir(inFolder('backups'))).sort(),
			['bergulir-20200102T000000Z.backup.age', path.basename(kept), 'catatan.txt'].sort(),
		);
	},
);

test.serial('a backup is checked, and the database of the configuration stays empty', async (t) => {
	const checked = await run(['restore', kept, '--check', ...identity()], elsewhere());
	t.is(checked.code, 0, checked.said);
	t.like(toldBy(checked), {isKept: false, applied: [], books: 3, breaches: []});
	t.deepEqual(await tablesElsewhere(), []);
	const {rows} = await other.owner.raw<{rows: unknown[]}>(
		`select from pg_database where datname like current_database() || '_check_%'`,
	);
	t.deepEqual(rows, [], 'the one that it was checked in is gone');
});

test.serial('a wrong key is refused with its code, and nothing is there', async (t) => {
	await run(['backup-key', inFolder('other')]);
	const wrong = ['--identity-file', inFolder('other')];
	const {code, said, out} = await run(['restore', kept, ...wrong], elsewhere());
	t.is(code, 1);
	t.regex(said, /^The key given does not open this backup; .* \(backup\/wrong-key\)\n$/u);
	t.is(out, '');
	t.deepEqual(await tablesElsewhere(), []);
});

test.serial('the drill: restored elsewhere, the books are the same', async (t) => {
	const restored = await run(['restore', kept, ...identity()], elsewhere());
	t.is(restored.code, 0, restored.said);
	t.regex(restored.said, /Restored: \d+ entries of 3 books: no law is broken\.\n/u);
	t.deepEqual(toldBy(restored).heads, heads);
	for (const table of ['entries', 'lines', 'members', 'loans']) {
		const [before, after] = await Promise.all(
			[world.database.owner, other.owner].map(async (owner) => owner(table).count()),
		);
		t.deepEqual(after, before, table);
	}
	const again = await run(['restore', kept, ...identity()], elsewhere());
	t.is(again.code, 1);
	t.regex(again.said, /\(backup\/database-not-empty\)/u);
});

test.serial('the drill: its trial balance is the same, to the byte', async (t) => {
	const asked = ['report', 'trial-balance', '--book', 'KOP-1771011001', '--as-of', '2026-03-30'];
	const known = ['--known-at', '2026-03-31T00:00:00Z', '--format', 'csv'];
	const before = await run([...asked, ...known]);
	t.is(before.code, 0, before.said);
	t.regex(before.out, /1\.1\.11/u);
	t.is((await run([...asked, ...known], elsewhere())).out, before.out);
});

test.serial('where the disk is full, no half of a backup is left', async (t) => {
	const file = inFolder('full.age');
	// The most that this process may write into one file: what it meets is what a full disk is.
	const program = `ulimit -f 32; exec "$0" --import=tsx src/main.ts "$@"`;
	const {BERGULIR_TEST_SERVER: _, ...inherited} = process.env;
	const child = spawn('bash', ['-c', program, process.execPath, 'backup', file, ...recipients()], {
		env: {...inherited, DATABASE_URL: world.database.ownerUrl},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		said += text;
	});
	const code = await new Promise((resolve) => {
		child.once('close', resolve);
	});
	t.is(code, 1, said);
	t.regex(said, /There is no room left in .*\(backup\/no-room\)/u);
	t.deepEqual(
		(await readdir(folder)).filter((name) => name.startsWith('full')),
		[],
	);
});

test.serial(
	'the embedded server: backed up while it serves, restored into a new directory',
	async (t) => {
		const directories = [await newFolder(), await newFolder()] as const;
		const [here, there] = directories;
		const embedded = async (args: string[], directory: string) => {
			const passphrase = {BERGULIR_BACKUP_PASSPHRASE: 'empat belas gajah menari'};
			return runProgram(args, {env: {BERGULIR_DATA_DIR: directory, ...passphrase}}).ended();
		};
		const service = runProgram(['serve'], {env: {BERGULIR_DATA_DIR: here}});
		await service.said(/Bergulir listens at/u);
		const user = ['user', 'create', '--name', 'kepala', '--role', 'administrator'];
		t.is((await embedded(user, here)).code, 0);
		const file = inFolder('embedded.age');
		const made = await embedded(['backup', file, '--verify'], here);
		t.is(made.code, 0, made.output);
		service.child.kill('SIGINT');
		await service.ended();

		const restored = await embedded(['restore', file], there);
		t.is(restored.code, 0, restored.output);
		const again = await embedded(user, there);
		t.is(again.code, 1);
		t.regex(again.output, /kepala/u, 'who was there is there');
		for (const directory of directories) await rm(directory, {recursive: true, force: true});
	},
);
