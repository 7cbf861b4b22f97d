import {InvalidValue} from '../kernel/errors.ts';
import {type Rupiah, rupiah, sum, toText} from '../kernel/money.ts';
import type {Tip} from './book.ts';
import {genesisHash, sha256} from './hash-chain.ts';

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
		| 'verify/totals'
		| 'verify/floor'
		| 'verify/frozen'
		| 'verify/assertion';
	readonly book: string;
	readonly entry?: number;
	readonly explanation: string;
};

/** An entry as it was sealed: all that the chain is made of. */
export type SealedText = {
	readonly number: number;
	readonly hash: string;
	readonly canonical: string;
	/** The number of the entry that it takes back, as its column has it. */
	readonly reverses?: number;
};

/** Checks a journal entry by entry, in the order of their numbers, from its sealed texts alone. */
export type JournalCheck = {
	/** `original` gives the sealed text of the entry with a number, which a reversal takes back. */
	readonly next: (entry: SealedText, original: (number: number) => string | undefined) => Breach[];
	/** What is left to check at the end: that the book's tip is the last entry seen. */
	readonly end: (tip: Pick<Tip, 'number' | 'hash'>) => Breach[];
	readonly entries: () => number;
	readonly lines: () => number;
};

/** Recomputes the chain of a book and every law that sealed texts alone can break. */
export function createJournalCheck(book: string): JournalCheck {
	let [number, hash, recordedAt, entries, lineCount] = [0, genesisHash, '', 0, 0];
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
			const sealed = readSealed(entry.canonical);
			if (entry.number !== number + 1) add('verify/gap', `follows entry ${number}`);
			if (sha256(entry.canonical) !== entry.hash)
				add('verify/hash', 'the hash is not that of the text');
			if (!sealed) add('verify/content', 'the sealed text cannot be read');
			else {
				if (sealed.previousHash !== hash) add('verify/chain', 'does not link to the entry before');
				if (sealed.recordedAt < recordedAt) {
					add('verify/recorded-backwards', 'is recorded before the entry before');
				}
				if (sealed.difference !== 0n) {
					const [debit, credit] = ['debit', 'credit'].map((side) => sumOf(sealed.lines, side));
					add('verify/unbalanced', `debits ${debit}, credits ${credit}`);
				}
				if (sealed.reverses !== null && !isMirror(sealed.lines, original(sealed.reverses))) {
					add('verify/reversal', `is not the mirror of entry ${sealed.reverses}`);
				}
				({recordedAt} = sealed);
				lineCount += sealed.lines.length;
			}
			({number, hash} = entry);
			entries += 1;
			return found;
		},
		end: (tip) =>
			tip.number === number && tip.hash === hash
				? []
				: [breach('verify/tip', `the tip is entry ${tip.number}, the journal ends with ${number}`)],
		entries: () => entries,
		lines: () => lineCount,
	};
}

type SealedLine = readonly [account: string, side: string, amount: string, ...about: unknown[]];

type Sealed = {
	readonly previousHash: string;
	readonly recordedAt: string;
	readonly reverses: number | null;
	readonly lines: readonly SealedLine[];
	/** Debits less credits, in hundredths of a rupiah. */
	readonly difference: bigint;
};

/** The parts of a sealed text that the checks ask for; undefined when it is no such text. */
function readSealed(canonical: string): Sealed | undefined {
	try {
		const parts = JSON.parse(canonical) as unknown[];
		const [previousHash, recordedAt, reverses] = [3, 5, 10].map((at) => parts[at]);
		const lines = parts[11] as Sealed['lines'];
		return {previousHash, recordedAt, reverses, lines, difference: differenceOf(lines)} as Sealed;
	} catch {
		return undefined;
	}
}

// Of every line of every entry: whole numbers add up in a tenth of the time that decimals take.
function differenceOf(lines: readonly SealedLine[]): bigint {
	let difference = 0n;
	for (const [, side, amount] of lines) {
		if (!/^\d{1,18}\.\d{2}$/.test(amount)) throw new InvalidValue('amount', amount, 'as 1000.00');
		const hundredths = BigInt(amount.slice(0, -3) + amount.slice(-2));
		if (side === 'debit') difference += hundredths;
		else if (side === 'credit') difference -= hundredths;
		else throw new InvalidValue('side', side, 'debit or credit');
	}
	return difference;
}

const sumOf = (lines: readonly SealedLine[], wanted: string): string =>
	toText(sum(lines.filter(([, side]) => side === wanted).map(([, , amount]) => rupiah(amount))));

function isMirror(lines: readonly SealedLine[], original: string | undefined): boolean {
	const sealed = original === undefined ? undefined : readSealed(original);
	if (!sealed) return false;
	const mirrored = sealed.lines.map(([account, side, ...rest]) => [
		account,
		side === 'debit' ? 'credit' : 'debit',
		...rest,
	]);
	return JSON.stringify(mirrored) === JSON.stringify(lines);
}

/** What is booked of an entry is not what was sealed: its columns or its lines. */
export const contentBreach = (book: string, entry: number): Breach => ({
	code: 'verify/content',
	book,
	entry,
	explanation: 'what is booked is not what was sealed',
});

/** Kept sums that are not the sums of the lines. */
export type TotalsDifference = {
	readonly account: string;
	/** The day, or the end of the sealed month. */
	readonly on: string;
	readonly kept: Rupiah;
	readonly summed: Rupiah;
};

export const totalsBreach = (book: string, difference: TotalsDifference): Breach => ({
	code: 'verify/totals',
	book,
	explanation:
		`account ${difference.account} on ${difference.on} is totalled as ` +
		`${toText(difference.kept)}, its lines sum to ${toText(difference.summed)} (debits less credits)`,
});

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
