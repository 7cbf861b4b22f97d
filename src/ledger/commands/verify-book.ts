import type {BookCode} from '../../kernel/ids.ts';
import type {Book} from '../book.ts';
import type {LedgerWork} from '../ports.ts';
import {
	type Breach,
	type JournalCheck,
	contentBreach,
	createJournalCheck,
	floorBreach,
	totalsBreach,
} from '../verify.ts';
import {nextTurn} from './next-turn.ts';
import {getBook} from './post-entries.ts';
import {verifyClosings} from './verify-closings.ts';

const pageSize = 10_000;
const entriesAtOnce = 500;

export type Verification = {
	readonly entries: number;
	readonly lines: number;
	readonly breaches: readonly Breach[];
};

/**
 * Recomputes a book from its first entry to its tip and says every law that is broken: the chain
 * from the sealed texts, what is booked against what was sealed, and every kept sum against the
 * lines.
 */
export async function verifyBook(
	work: Pick<LedgerWork, 'ledger'>,
	code: BookCode,
): Promise<Verification> {
	const book = await getBook(work, code);
	const check = createJournalCheck(code);
	const journal = await verifyJournal(work, book, check);
	const chain = check.end(await work.ledger.readTip(book));
	const floors = await work.ledger.floorDifferences(book);
	const totals = await work.ledger.totalsDifferences(book);
	// However many they are: as arguments of a call they would be too many.
	const breaches = [
		...journal,
		...chain,
		...floors.map((difference) => floorBreach(code, difference)),
		...totals.map((difference) => totalsBreach(code, difference)),
		...(await verifyClosings(work, book)),
	];
	return {entries: check.entries(), lines: check.lines(), breaches};
}

async function verifyJournal(
	{ledger}: Pick<LedgerWork, 'ledger'>,
	book: Book,
	check: JournalCheck,
): Promise<Breach[]> {
	const breaches: Breach[] = [];
	let page = ledger.sealedTexts(book, {after: 0, limit: pageSize});
	for (let after = 0; ;) {
		const entries = await page;
		const isLast = entries.length < pageSize;
		const last = isLast ? undefined : entries.at(-1)!.number;
		const reversed = entries.flatMap(({reverses}) => reverses ?? []);
		const originals = await ledger.sealedTextsOf(book, reversed);
		// PostgreSQL compares the rows of this page, and finds the next, while we follow its chain.
		const different = ledger.contentDifferences(book, {after, to: last});
		if (last !== undefined) {
			page = ledger.sealedTexts(book, {after: last, limit: pageSize});
			// Where this page fails, nobody waits for the next one any more.
			page.catch(() => undefined);
		}
		for (const [index, entry] of entries.entries()) {
			breaches.push(...check.next(entry, (number) => originals.get(number)));
			// Or the question of the next page would lie here unsent until this page is through.
			if (index % entriesAtOnce === entriesAtOnce - 1) await nextTurn();
		}
		breaches.push(...(await different).map((number) => contentBreach(book.code, number)));
		if (last === undefined) return breaches;
		after = last;
	}
}
