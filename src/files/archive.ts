import {PassThrough, Readable, pipeline} from 'node:stream';
import {ZipFile} from 'yazl';

/** A file of an archive, whose content comes as it is written. */
export type ArchiveFile = {
	readonly path: string;
	readonly content: AsyncIterable<string | Uint8Array>;
};

/**
 * Files as a ZIP archive, one after the other as they come: nothing is held whole, and nothing is
 * read ahead of whoever reads. When they go away, so does what was being read.
 */
export function streamArchive(files: AsyncIterable<ArchiveFile>, writtenAt: Date): Readable {
	const zip = new ZipFile();
	const out = new PassThrough();
	let current: Readable | undefined;
	const fail = (error: unknown): void => {
		out.destroy(error instanceof Error ? error : new Error(String(error)));
	};
	zip.on('error', fail);
	pipeline(zip.outputStream, out, () => undefined);
	out.once('close', () => current?.destroy());
	const add = async ({path, content}: ArchiveFile): Promise<void> =>
		new Promise((resolve, reject) => {
			const stream = Readable.from(bytesOf(content));
			current = stream;
			stream.once('end', resolve).once('error', reject).once('close', resolve);
			zip.addReadStream(stream, path, {mtime: writtenAt});
		});
	const pump = async (): Promise<void> => {
		for await (const file of files) {
			if (out.destroyed) return;
			await add(file);
		}
		zip.end();
	};
	pump().catch(fail);
	return out;
}

async function* bytesOf(content: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
	for await (const piece of content) yield Buffer.from(piece as Uint8Array);
}
