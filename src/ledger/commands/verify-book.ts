import type {BookCode} from '../../kernel/ids.ts';
import type {LedgerWork} from '../ports.ts';
import {type Breach, createJournalCheck, floorBreach} from '../verify.ts';
import {getBook} from './post-entries.ts';

const pageSize = 2000;

/** Recomputes a book from its first entry to its tip and says every law that is broken. */
export async function verifyBook(
	work: Pick<LedgerWork, 'ledger'>,
	code: BookCode,
): Promise<{readonly entries: number; readonly breaches: readonly Breach[]}> {
	const book = await getBook(work, code);
	const check = createJournalCheck(code);
	const breaches: Breach[] = [];
	for (let after = 0; ;) {
		const entries = await work.ledger.listEntries(book, {after, limit: pageSize});
		for (const entry of entries) {
			const original =
				entry.reverses === undefined
					? undefined
					: await work.ledger.findEntry(book, entry.reverses);
			breaches.push(...check.next(entry, original));
		}
		if (entries.length < pageSize) break;
		after = entries.at(-1)!.number;
	}
	breaches.push(...check.end(await work.ledger.readTip(book)));
	const differences = await work.ledger.floorDifferences(book);
	breaches.push(...differences.map((difference) => floorBreach(code, difference)));
	return {entries: check.count(), breaches};
}
