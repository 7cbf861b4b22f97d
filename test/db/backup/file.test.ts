import {createHash, randomBytes} from 'node:crypto';
import {
	readFile as readBytes,
	readdir,
	rm,
	truncate,
	writeFile as writeBytes,
} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {type OpeningKey, type SealingKey, makeKeys} from '../../../src/db/backup/envelope.ts';
import {keepNewest, nameFile, nameOf, readFile, writeFile} from '../../../src/db/backup/file.ts';
import {newFolder} from '../../helpers/process.ts';

let folder: string;
let sealing: SealingKey;
let opening: OpeningKey;
test.before(async () => {
	folder = await newFolder();
	const {identity, recipient} = await makeKeys();
	sealing = {kind: 'recipients', recipients: [recipient]};
	opening = {kind: 'identities', identities: [identity]};
});
test.after.always(async () => {
	await rm(folder, {recursive: true, force: true});
});
// What does not shrink: so that the file is as long.
const content = randomBytes(300_000);
const inFolder = (name: string): string => path.join(folder, name);

async function* pieces(): AsyncGenerator<Buffer> {
	for (let at = 0; at < content.length; at += 7000) yield content.subarray(at, at + 7000);
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
	const all: Buffer[] = [];
	for await (const piece of source) all.push(piece);
	return Buffer.concat(all);
}

test('what was written is read, and its digest is that of the file', async (t) => {
	const {bytes, sha256} = await writeFile(inFolder('whole'), pieces(), sealing);
	const file = await readBytes(inFolder('whole'));
	t.is(file.length, bytes);
	t.is(createHash('sha256').update(file).digest('hex'), sha256);
	t.deepEqual(await collect(await readFile(inFolder('whole'), opening)), content);
	await t.throwsAsync(writeFile(inFolder('whole'), pieces(), sealing), {
		code: 'backup/file-exists',
	});
	t.deepEqual(await readBytes(inFolder('whole')), file, 'it was left as it is');
	await t.throwsAsync(writeFile(inFolder('no/where'), pieces(), sealing), {
		code: 'backup/no-folder',
	});
});

test('a file that was cut or changed is refused while it is read', async (t) => {
	const {bytes} = await writeFile(inFolder('good'), pieces(), sealing);
	const file = await readBytes(inFolder('good'));
	file[Math.floor(bytes / 2)]! ^= 1;
	await writeBytes(inFolder('changed'), file);
	await truncate(inFolder('good'), Math.floor(bytes / 2));
	await writeBytes(inFolder('text'), 'select 1;');
	const cases = {
		changed: 'backup/damaged',
		good: 'backup/damaged',
		text: 'backup/not-a-backup',
		absent: 'backup/unreadable',
		'.': 'backup/unreadable',
	};
	for (const [name, code] of Object.entries(cases)) {
		await t.throwsAsync(async () => collect(await readFile(inFolder(name), opening)), {code}, name);
	}
});

test('where what is backed up breaks off, nothing is left', async (t) => {
	async function* broken(): AsyncGenerator<Buffer> {
		yield content;
		throw new Error('The connection is gone.');
	}
	await t.throwsAsync(writeFile(inFolder('broken'), broken(), sealing), {
		message: 'The connection is gone.',
	});
	t.false((await readdir(folder)).includes('broken'));
});

test('a name is given once', async (t) => {
	await writeBytes(inFolder('draft'), 'a');
	await nameFile(inFolder('draft'), inFolder('named'));
	await writeBytes(inFolder('draft'), 'b');
	await t.throwsAsync(nameFile(inFolder('draft'), inFolder('named')), {code: 'backup/file-exists'});
	t.is(await readBytes(inFolder('named'), 'utf8'), 'a');
});

test('the newest are kept by their moments, and what is no backup is not touched', async (t) => {
	const own = await newFolder();
	const names = [
		'2026-12-01T02:45:00Z',
		'2026-11-30T02:45:00Z',
		'2025-12-31T23:59:59Z',
		'2026-12-02T02:45:00Z',
	].map(nameOf);
	t.is(names[0], 'bergulir-20261201T024500Z.backup.age');
	const others = [`${names[2]!}.partial`, 'catatan.txt'];
	for (const name of [...names, ...others]) await writeBytes(path.join(own, name), '');
	t.deepEqual(await keepNewest(own, 5), []);
	t.deepEqual(
		await keepNewest(own, 2),
		[names[2]!, names[1]!].map((name) => path.join(own, name)),
	);
	t.deepEqual((await readdir(own)).sort(), [names[0]!, names[3]!, ...others].sort());
	await rm(own, {recursive: true});
});
