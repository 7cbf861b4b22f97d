import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {type FileHandle, open, readdir, rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGunzip, createGzip} from 'node:zlib';
import {type OpeningKey, type SealingKey, decrypt, encrypt} from './envelope.ts';
import {refuse} from './errors.ts';

/** A file as it was written: what a store can hold it against without any key. */
export type WrittenFile = {
	readonly file: string;
	readonly bytes: number;
	readonly sha256: string;
};

// The journal is text that repeats itself: the first steps of compression give nearly all of it.
const compressionLevel = 3;

/**
 * Writes a backup, compressed and encrypted, under a name that says it is not whole yet. Where it
 * ends before its time, nothing is left. @throws DomainError `backup/file-exists`, `…/no-room`.
 */
export async function writeFile(
	file: string,
	script: AsyncIterable<Buffer>,
	key: SealingKey,
): Promise<WrittenFile> {
	const handle = await openNew(file);
	try {
		const digest = createHash('sha256');
		let bytes = 0;
		const compressed = createGzip({level: compressionLevel});
		const feeding = pipeline(Readable.from(script, {objectMode: false}), compressed);
		const writing = encrypt(compressed, key).then(async (sealed) => {
			for await (const piece of sealed as AsyncIterable<Buffer>) {
				digest.update(piece);
				bytes += piece.length;
				await handle.writeFile(piece);
			}
		});
		await bothEnded(feeding, writing);
		await handle.sync();
		return {file, bytes, sha256: digest.digest('hex')};
	} catch (error) {
		await rm(file, {force: true});
		throw orNoRoom(error, file);
	} finally {
		await handle.close();
	}
}

/** Where both fail, the one that failed by itself tells why; the other was only torn down. */
async function bothEnded(feeding: Promise<void>, writing: Promise<void>): Promise<void> {
	const [fed, written] = await Promise.allSettled([feeding, writing]);
	if (written.status === 'rejected' && isNoRoom(written.reason)) throw written.reason as Error;
	if (fed.status === 'rejected') throw fed.reason as Error;
	if (written.status === 'rejected') throw written.reason as Error;
}

async function openNew(file: string): Promise<FileHandle> {
	try {
		return await open(file, 'wx', 0o600);
	} catch (error) {
		if (codeOf(error) === 'EEXIST') throw refuse('backup/file-exists', {file});
		if (codeOf(error) === 'ENOENT') throw refuse('backup/no-folder', {folder: path.dirname(file)});
		throw orNoRoom(error, file);
	}
}

/** Gives a whole file its name, for good. @throws DomainError `backup/file-exists`. */
export async function nameFile(from: string, to: string): Promise<void> {
	if (await isThere(to)) throw refuse('backup/file-exists', {file: to});
	await rename(from, to);
	// The name is on the disk only when its folder is; not every system opens folders.
	const folder = await open(path.dirname(to)).catch(() => undefined);
	await folder?.sync().catch(() => undefined);
	await folder?.close();
}

/**
 * The script of a backup in a file, as it is decrypted.
 * @throws DomainError `backup/unreadable`, `…/not-a-backup`, `…/wrong-key` or `…/damaged`.
 */
export async function readFile(file: string, key: OpeningKey): Promise<AsyncIterable<Buffer>> {
	const size = await stat(file).catch((error: unknown) => {
		throw refuse('backup/unreadable', {file, told: codeOf(error)});
	});
	if (!size.isFile()) throw refuse('backup/unreadable', {file, told: 'it is no file'});
	const script = createGunzip();
	const pieces = await decrypt(createReadStream(file), key);
	// What fails on the way is thrown to whoever reads on.
	void pipeline(Readable.from(pieces), script).catch(() => undefined);
	return asBackup(script);
}

async function* asBackup(script: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	try {
		for await (const piece of script) yield piece;
	} catch (error) {
		if (codeOf(error).startsWith('Z_')) {
			throw refuse('backup/damaged', {told: 'it does not unpack'});
		}
		throw error;
	}
}

const namePattern = /^bergulir-\d{8}T\d{6}Z\.backup\.age$/u;

/** The name of a backup in a folder, by its moment such as 2026-12-01T02:45:00Z. */
export const nameOf = (madeAt: string): string =>
	`bergulir-${madeAt.replaceAll(/[-:]/gu, '')}.backup.age`;

/** Removes all but the newest backups of a folder, by their names. @returns those removed. */
export async function keepNewest(folder: string, count: number): Promise<string[]> {
	const names = (await readdir(folder)).filter((name) => namePattern.test(name)).sort();
	const old = names.slice(0, Math.max(0, names.length - count));
	for (const name of old) await rm(path.join(folder, name));
	return old.map((name) => path.join(folder, name));
}

export const isThere = async (file: string): Promise<boolean> =>
	stat(file).then(
		() => true,
		() => false,
	);

const noRoomCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const isNoRoom = (error: unknown): boolean => noRoomCodes.has(codeOf(error));

const orNoRoom = (error: unknown, file: string): unknown =>
	isNoRoom(error)
		? refuse('backup/no-room', {place: path.dirname(file), told: codeOf(error)})
		: error;

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';
