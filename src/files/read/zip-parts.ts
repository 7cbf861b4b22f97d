import type {Readable} from 'node:stream';
import {type Entry, type ZipFile, fromBuffer} from 'yauzl';
import {UnreadableFile} from './unreadable.ts';

/** The parts of a zipped file by their names, each opened when it is read. */
export type ZipParts = {
	readonly names: readonly string[];
	/** Undefined where there is no such part. */
	readonly open: (name: string) => Promise<Readable | undefined>;
	/** A small part, whole. */
	readonly text: (name: string) => Promise<string | undefined>;
};

/** What all parts may come to once unpacked: a workbook of 100,000 rows comes to a fifth of it. */
export const unpackedBytesMax = 500_000_000;
const smallBytesMax = 20_000_000;
const partsMax = 2000;

/**
 * Opens an archive. What it says that it unpacks to is held to a bound before anything is unpacked,
 * and each part is held to what was said of it while it is.
 * @throws UnreadableFile `damaged`, `encrypted`, `too-much-inside`.
 */
export async function openZip(content: Buffer): Promise<ZipParts> {
	const {zip, entries} = await listEntries(content);
	const open = async (name: string): Promise<Readable | undefined> => {
		const entry = entries.get(name);
		return entry && openEntry(zip, entry);
	};
	return {
		names: [...entries.keys()],
		open,
		async text(name) {
			const part = await open(name);
			if (!part) return undefined;
			const pieces: Buffer[] = [];
			let size = 0;
			for await (const piece of part) {
				size += (piece as Buffer).length;
				if (size > smallBytesMax) throw tooMuch(size);
				pieces.push(piece as Buffer);
			}
			return Buffer.concat(pieces).toString('utf8');
		},
	};
}

const tooMuch = (bytes: number): UnreadableFile =>
	new UnreadableFile('too-much-inside', {bytes: String(bytes), max: String(unpackedBytesMax)});

async function listEntries(content: Buffer): Promise<{zip: ZipFile; entries: Map<string, Entry>}> {
	return new Promise((resolve, reject) => {
		const fail = (cause: unknown): void => {
			reject(cause instanceof UnreadableFile ? cause : new UnreadableFile('damaged', {}, cause));
		};
		fromBuffer(content, {lazyEntries: true, validateEntrySizes: true}, (error, zip) => {
			if (error) {
				fail(error);
				return;
			}
			const entries = new Map<string, Entry>();
			let bytes = 0;
			zip.on('entry', (entry: Entry) => {
				bytes += entry.uncompressedSize;
				if (bytes > unpackedBytesMax || entries.size >= partsMax) {
					fail(tooMuch(bytes));
					return;
				}
				if (entry.isEncrypted()) {
					fail(new UnreadableFile('encrypted'));
					return;
				}
				entries.set(entry.fileName, entry);
				zip.readEntry();
			});
			zip.once('end', () => {
				resolve({zip, entries});
			});
			zip.once('error', fail);
			zip.readEntry();
		});
	});
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) reject(new UnreadableFile('damaged', {part: entry.fileName}, error));
			else resolve(stream);
		});
	});
}
