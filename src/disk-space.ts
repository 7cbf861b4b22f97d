import {statfs} from 'node:fs/promises';
import path from 'node:path';

/** The room on the disk of a folder, in bytes: what an ordinary process may still take, and all. */
export type DiskSpace = {readonly freeBytes: number; readonly sizeBytes: number};

/** The disk on which a folder lies, or will lie: of the nearest folder above it that is there. */
export async function readDiskSpace(folder: string): Promise<DiskSpace> {
	const place = path.resolve(folder);
	try {
		const {bavail, blocks, bsize} = await statfs(place);
		return {freeBytes: bavail * bsize, sizeBytes: blocks * bsize};
	} catch (error) {
		const above = path.dirname(place);
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === place) throw error;
		return readDiskSpace(above);
	}
}
