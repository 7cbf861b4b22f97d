import {createHash} from 'node:crypto';
import {type Checkpoint, openPack, takeCheckpoint} from '../../src/evidence/index.ts';
import {type PackOptions, createPackCheck} from '../../src/evidence/verifier/verify-pack.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {postEntries} from '../../src/ledger/index.ts';
import {type World, handEntry, officer} from '../helpers/world.ts';

export const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest();
};

/** Posts so many entries by hand, each with an amount of its own. */
export async function post(world: World, book: BookCode, count: number): Promise<void> {
	const drafts = Array.from({length: count}, (_, index) =>
		handEntry(book, '2026-03-01', String(index + 1)),
	);
	await world.as(officer, async (work) => postEntries(work, drafts));
}

export const checkpoint = async (world: World): Promise<Checkpoint> =>
	world.as(officer, takeCheckpoint);

/** The pack of a book as a list of lines. */
export async function packOf(
	world: World,
	book: BookCode,
	sequence?: number,
): Promise<readonly string[]> {
	const asked = {book, ...(sequence === undefined ? {} : {checkpoint: sequence})};
	const pieces = await world.as(officer, async (work) => openPack(work, asked));
	let text = '';
	for await (const piece of pieces) text += piece;
	return text.trimEnd().split('\n');
}

/** What the verifier finds in a pack: codes, with the entry where there is one. */
export function findingsIn(lines: readonly string[], options: PackOptions = {}): string[] {
	const check = createPackCheck(options);
	for (const line of lines) check.line(line);
	return check.end().map(({code, entry}) => (entry === undefined ? code : `${code} ${entry}`));
}
