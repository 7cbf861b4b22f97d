import {type Rupiah, equals, toText} from '../kernel/money.ts';
import type {Tip} from './book.ts';
import {mirror, sideTotal} from './entry.ts';
import {type SealedEntry, encodeEntry, genesisHash, sha256} from './hash-chain.ts';

/** A law that a book's journal does not keep, with a code that scripts may rely on. */
export type Breach = {
	readonly code:
		| 'verify/gap'
		| 'verify/chain'
		| 'verify/hash'
		| 'verify/content'
		| 'verify/recorded-backwards'
		| 'verify/unbalanced'
		| 'verify/reversal'
		| 'verify/tip'
		| 'verify/floor'
		| 'verify/frozen'
		| 'verify/assertion';
	readonly book: string;
	readonly entry?: number;
	readonly explanation: string;
};

/** Checks a journal entry by entry, in the order of their numbers. */
export type JournalCheck = {
	readonly next: (entry: SealedEntry, original: SealedEntry | undefined) => Breach[];
	/** What is left to check at the end: that the book's tip is the last entry seen. */
	readonly end: (tip: Tip) => Breach[];
	readonly count: () => number;
};

/** Recomputes the chain of a book and every law that one entry alone can break. */
export function createJournalCheck(book: string): JournalCheck {
	let [number, hash, recordedAt, count] = [0, genesisHash, 0, 0];
	const breach = (code: Breach['code'], explanation: string, entry?: number): Breach => ({
		code,
		book,
		explanation,
		...(entry === undefined ? {} : {entry}),
	});
	return {
		next(entry, original) {
			const found: Breach[] = [];
			const add = (code: Breach['code'], explanation: string): void => {
				found.push(breach(code, explanation, entry.number));
			};
			if (entry.number !== number + 1) add('verify/gap', `follows entry ${number}`);
			if (entry.previousHash !== hash) add('verify/chain', 'does not link to the entry before');
			if (sha256(entry.canonical) !== entry.hash)
				add('verify/hash', 'the hash is not that of the text');
			if (encodeEntry(entry) !== entry.canonical) {
				add('verify/content', 'what is booked is not what was sealed');
			}
			if (entry.recordedAt.getTime() < recordedAt) {
				add('verify/recorded-backwards', 'is recorded before the entry before');
			}
			const [debit, credit] = [sideTotal(entry.lines, 'debit'), sideTotal(entry.lines, 'credit')];
			if (!equals(debit, credit)) {
				add('verify/unbalanced', `debits ${toText(debit)}, credits ${toText(credit)}`);
			}
			if (entry.reverses !== undefined && !isMirror(entry, original)) {
				add('verify/reversal', `is not the mirror of entry ${entry.reverses}`);
			}
			({number, hash} = entry);
			recordedAt = entry.recordedAt.getTime();
			count += 1;
			return found;
		},
		end: (tip) =>
			tip.number === number && tip.hash === hash
				? []
				: [breach('verify/tip', `the tip is entry ${tip.number}, the journal ends with ${number}`)],
		count: () => count,
	};
}

function isMirror(entry: SealedEntry, original: SealedEntry | undefined): boolean {
	if (!original) return false;
	const plain = (lines: SealedEntry['lines']): string =>
		JSON.stringify(lines.map((line) => ({...line, amount: toText(line.amount)})));
	return plain(mirror(entry.lines)) === plain(original.lines);
}

/** A kept balance that is not the sum of its lines. */
export type FloorDifference = {
	readonly account: string;
	readonly dimension: string;
	readonly kept: Rupiah;
	readonly summed: Rupiah;
};

export const floorBreach = (book: string, difference: FloorDifference): Breach => ({
	code: 'verify/floor',
	book,
	explanation:
		`account ${difference.account} (${difference.dimension}) is kept as ` +
		`${toText(difference.kept)}, its lines sum to ${toText(difference.summed)}`,
});
