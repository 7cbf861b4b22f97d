// The audit pack: lines of JSON, each of which is either what was hashed or signed, to the byte, or
// says what stands around it. The verifier reads it with code of its own.
import type {BookCode} from '../kernel/ids.ts';
import type {Checkpoint} from './checkpoint.ts';
import type {Hash} from './merkle-tree.ts';

const line = (...values: readonly unknown[]): string => `${JSON.stringify(values)}\n`;

/** What the pack is of. It bears no date and no name: the same question has the same answer. */
export const packStart = (book: BookCode, {sequence}: Checkpoint): string =>
	line('bergulir/pack/1', book, sequence);

/** A text that was signed, and its signature. */
export const packSigned = (signed: {
	readonly canonical: string;
	readonly signature: string;
}): string => `${signed.canonical}\n${line('bergulir/signature/1', signed.signature)}`;

/** A leaf of the log as its neighbours need it: a text of this book, or the hash of another's. */
export type PackLeaf = {readonly hash: Hash; readonly canonical: string | undefined};

const hashesPerLine = 256;

/** Leaves of the log in their order. */
export function packLeaves(leaves: readonly PackLeaf[]): string {
	const lines: string[] = [];
	let hashes: Hash[] = [];
	const flush = (): void => {
		if (hashes.length > 0) lines.push(line('bergulir/leaves/1', hashes));
		hashes = [];
	};
	for (const {hash, canonical} of leaves) {
		if (canonical === undefined) hashes.push(hash);
		else {
			flush();
			lines.push(`${canonical}\n`);
		}
		if (hashes.length === hashesPerLine) flush();
	}
	flush();
	return lines.join('');
}

/** Entries as they were sealed. */
export const packEntries = (sealed: readonly string[]): string =>
	sealed.map((text) => `${text}\n`).join('');

/** What there was, so that a pack that was cut off is known for one. */
export const packEnd = (counts: {
	readonly keys: number;
	readonly leaves: number;
	readonly entries: number;
}): string => line('bergulir/end/1', counts.keys, counts.leaves, counts.entries);
