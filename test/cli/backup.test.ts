// The restore drill, and what goes wrong with backups, with files and real processes.
import {spawn} from 'node:child_process';
import {chmod, mkdir, readFile, readdir, rm, stat, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {createEmptyDatabase} from '../helpers/empty-database.ts';
import {newFolder, runProgram} from '../helpers/process.ts';
import {type World, createWorld} from '../helpers/world.ts';

let world: World;
let folder: string;
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
});
test.after.always(async () => {
	await rm(folder, {recursive: true, force: true});
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
	'the drill: back up and verify, restore elsewhere, and find the same books',
	async (t) => {
		await mkdir(inFolder('backups'));
		const made = await run([
			'backup',
			inFolder('backups'),
			...recipients(),
			...identity(),
			'--verify',
		]);
		t.is(made.code, 0, made.said);
		const told = toldBy(made);
		kept = told.file;
		t.regex(path.basename(kept), /^bergulir-\d{8}T\d{6}Z\.backup\.age$/u);
		t.is((await stat(kept)).mode & 0o777, 0o600);
		t.is((await stat(kept)).size, told.bytes);
		t.deepEqual(await readdir(inFolder('backups')), [path.basename(kept)]);
		t.like(told.verified, {books: 3, breaches: []});

		const database = await createEmptyDatabase();
		const there = {DATABASE_URL: database.url};
		const checked = await run(['restore', kept, '--check', ...identity()], there);
		t.is(checked.code, 0, checked.said);
		t.like(toldBy(checked), {isKept: false, applied: [], breaches: []});
		const {rows} = await database.owner.raw<{rows: unknown[]}>(
			`select from pg_class where relnamespace = 'public'::regnamespace
		union all select from pg_database where datname like current_database() || '_check_%'`,
		);
		t.deepEqual(rows, [], 'the one that it was checked in is gone, and this one is still empty');

		const restored = await run(['restore', kept, ...identity()], there);
		t.is(restored.code, 0, restored.said);
		t.deepEqual(toldBy(restored).heads, told.heads);
		t.deepEqual(toldBy(restored).tables, told.tables);
		t.is((await run(['verify'], there)).code, 0);
		for (const book of ['KOP-1771011001', 'KOTA-BENGKULU']) {
			const asked = ['report', 'trial-balance', '--book', book, '--as-of', '2026-03-30'];
			const known = ['--known-at', '2026-03-31T00:00:00Z', '--format', 'csv'];
			const [before, after] = [
				await run([...asked, ...known]),
				await run([...asked, ...known], there),
			];
			t.is(before.code, 0, before.said);
			t.true(before.out.length > 500);
			t.is(after.out, before.out);
		}
		const twice = await run(['restore', kept, ...identity()], there);
		t.is(twice.code, 1);
		t.regex(twice.said, /\(backup\/database-not-empty\)/u);
		await database.drop();
	},
);

test.serial('with --keep only the newest are left, and nothing else is touched', async (t) => {
	await writeFile(inFolder('backups', 'catatan.txt'), 'bukan cadangan');
	const old = inFolder('backups', 'bergulir-20200101T000000Z.backup.age');
	await writeFile(old, 'lama');
	const made = await run(['backup', inFolder('backups'), ...recipients(), '--keep', '2']);
	t.is(made.code, 0, made.said);
	t.regex(made.said, /Removed .*bergulir-20200101T000000Z\.backup\.age\./u);
	t.deepEqual(
		(await readdir(inFolder('backups'))).sort(),
		[path.basename(kept), path.basename(toldBy(made).file), 'catatan.txt'].sort(),
	);
});

test.serial('a wrong key, a file that was cut or changed, and what is no backup', async (t) => {
	const database = await createEmptyDatabase();
	const bytes = await readFile(kept);
	const half = Math.floor(bytes.length / 2);
	const changed = Buffer.from(bytes);
	changed[half]! ^= 1;
	await writeFile(inFolder('cut'), bytes);
	await truncate(inFolder('cut'), half);
	await writeFile(inFolder('changed'), changed);
	await writeFile(inFolder('text'), 'select 1;\n');
	await run(['backup-key', inFolder('other')]);
	const cases: [string, string[], string][] = [
		[kept, ['--identity-file', inFolder('other')], 'backup/wrong-key'],
		[inFolder('cut'), identity(), 'backup/damaged'],
		[inFolder('changed'), identity(), 'backup/damaged'],
		[inFolder('text'), identity(), 'backup/not-a-backup'],
		[inFolder('absent'), identity(), 'backup/unreadable'],
		[kept, [], 'backup/no-key'],
	];
	for (const [file, key, code] of cases) {
		const {
			code: exit,
			said,
			out,
		} = await run(['restore', file, ...key], {
			DATABASE_URL: database.url,
		});
		t.is(exit, 1, code);
		t.true(said.includes(`(${code})`), said);
		t.is(out, '', code);
		t.false(said.includes('    at '), 'it says what is wrong, not where in the program');
	}
	const {rows} = await database.owner.raw<{rows: unknown[]}>(
		`select relname from pg_class join pg_namespace space on space.oid = relnamespace
		where nspname in ('public', 'pgboss')`,
	);
	t.deepEqual(rows, []);
	await database.drop();
});

test.serial('what a backup is asked for wrongly is told before anything is read', async (t) => {
	const passphrase = inFolder('passphrase');
	await writeFile(passphrase, 'pendek\n', {mode: 0o600});
	const open = inFolder('open');
	await writeFile(open, 'empat belas gajah menari\n');
	await chmod(open, 0o644);
	const file = inFolder('new.age');
	const long = {BERGULIR_BACKUP_PASSPHRASE: 'empat belas gajah menari'};
	const cases: [string[], Record<string, string>, string][] = [
		[['backup', file], {}, 'backup/no-key'],
		[['backup', file, '--passphrase-file', passphrase], {}, 'backup/passphrase-too-short'],
		[['backup', file, '--passphrase-file', open], {}, 'backup/key-open-to-others'],
		[['backup', file, '--passphrase-file', inFolder('gone')], {}, 'backup/unreadable'],
		[['backup', file], {...long, BERGULIR_BACKUP_RECIPIENTS: 'age1x'}, 'backup/two-keys'],
		[['backup', file], {BERGULIR_BACKUP_RECIPIENTS: 'age1x'}, 'backup/key-unreadable'],
		[['backup', file, ...recipients(), '--verify'], {}, 'backup/cannot-verify'],
		[['backup', file, ...recipients(), '--keep', '3'], {}, 'backup/keep-needs-folder'],
		[['backup', kept, ...recipients()], {}, 'backup/file-exists'],
		[['backup', inFolder('nowhere', 'x.age'), ...recipients()], {}, 'backup/no-folder'],
	];
	for (const [args, env, code] of cases) {
		const {code: exit, said} = await run(args, env);
		t.is(exit, 1, code);
		t.true(said.includes(`(${code})`), said);
		t.false(said.includes('gajah'), 'no passphrase is said');
	}
	t.deepEqual(
		(await readdir(folder)).filter((name) => name.startsWith('new')),
		[],
	);
});

test.serial('where the disk is full, no half of a backup is left', async (t) => {
	const file = inFolder('full.age');
	// The most that this process may write into one file: what it meets is what a full disk is.
	const program = `ulimit -f 64; exec "$0" --import=tsx src/main.ts "$@"`;
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
