// That every law still holds after all that was done, and how fast this can be said.
import {verifyBook} from '../../src/ledger/index.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {Stage} from './stage.ts';

export type VerifiedBooks = {
	readonly entries: number;
	readonly lines: number;
	readonly breaches: number;
	/** Of the book with the most lines. */
	readonly linesPerSecond: number;
};

/** Verifies book by book and tells each breach. */
export async function verifyAll(
	{service, owner}: Stage,
	say: (line: string) => void,
): Promise<VerifiedBooks> {
	const books = await owner<{code: string}>('books').orderBy('code').pluck('code');
	const reading = {
		scope: everywhere,
		actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(bench)'},
		isReadOnly: true,
	};
	let [entries, lines, breaches, largest, linesPerSecond] = [0, 0, 0, 0, 0];
	for (const book of books) {
		const start = performance.now();
		const found = await service.inTransaction(reading, async (work) =>
			verifyBook(work, book as Parameters<typeof verifyBook>[1]),
		);
		const seconds = (performance.now() - start) / 1000;
		entries += found.entries;
		lines += found.lines;
		breaches += found.breaches.length;
		for (const breach of found.breaches.slice(0, 10)) say(`  ${JSON.stringify(breach)}`);
		if (found.lines > largest) {
			largest = found.lines;
			linesPerSecond = found.lines / seconds;
		}
	}
	return {entries, lines, breaches, linesPerSecond};
}
