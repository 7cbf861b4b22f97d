/**
 * How far a reader has come: of every book the last entry that they have seen. Within a book
 * entries are numbered in the order in which they were committed, and without a gap; over all books
 * there is no such order. So a position that knows every book passes nothing over, however late
 * another book's entry was committed.
 */
export type ChangesPosition = {
	/** The number of the last entry seen, by the identity of the book. */
	readonly seen: ReadonlyMap<number, number>;
	/** The book that was served last: the next goes first, so that none waits behind a busy one. */
	readonly last: number;
};

export const nothingSeen: ChangesPosition = {seen: new Map(), last: 0};

/** More books than this do not fit into an address. */
export const changesBooksMax = 1000;

type TippedBook = {readonly id: number; readonly number: number};

/** The books in which there is more than was seen, in the order in which they are to be served. */
export function booksWithNews<Book extends TippedBook>(
	books: readonly Book[],
	{seen, last}: ChangesPosition,
): Book[] {
	const isBehind = ({id}: Book): number => (id > last ? 0 : 1);
	return books
		.filter(({id, number}) => number > (seen.get(id) ?? 0))
		.sort((a, b) => isBehind(a) - isBehind(b) || a.id - b.id);
}

export const seenUpTo = (
	{seen}: ChangesPosition,
	book: number,
	number: number,
): ChangesPosition => ({seen: new Map(seen).set(book, number), last: book});

/** A position as text that means nothing to whoever carries it. */
export function writePosition({seen, last}: ChangesPosition): string {
	const bytes = [...numberBytes(last)];
	let before = 0;
	for (const [book, number] of [...seen].sort(([a], [b]) => a - b)) {
		if (number === 0) continue;
		bytes.push(...numberBytes(book - before), ...numberBytes(number));
		before = book;
	}
	return Buffer.from(bytes).toString('base64url');
}

/** As {@link writePosition} wrote it; undefined for anything else. */
export function readPosition(text: string): ChangesPosition | undefined {
	const bytes = Buffer.from(text, 'base64url');
	if (bytes.length === 0 || bytes.toString('base64url') !== text) return undefined;
	const numbers = readNumbers(bytes);
	if (numbers === undefined || numbers.length % 2 === 0) return undefined;
	const [last, ...pairs] = numbers as [number, ...number[]];
	const seen = new Map<number, number>();
	let book = 0;
	for (let index = 0; index < pairs.length; index += 2) {
		const [step, number] = [pairs[index]!, pairs[index + 1]!];
		if (step === 0 || number === 0) return undefined;
		book += step;
		seen.set(book, number);
	}
	return {seen, last};
}

const radix = 128;

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function* numberBytes(value: number): Generator<number> {
	let rest = value;
	while (rest >= radix) {
		yield (rest % radix) + radix;
		rest = Math.floor(rest / radix);
	}
	yield rest;
}

function readNumbers(bytes: Uint8Array): number[] | undefined {
	const numbers: number[] = [];
	let [value, unit] = [0, 1];
	for (const byte of bytes) {
		value += (byte % radix) * unit;
		unit *= radix;
		if (!Number.isSafeInteger(value)) return undefined;
		if (byte >= radix) continue;
		numbers.push(value);
		[value, unit] = [0, 1];
	}
	return unit === 1 ? numbers : undefined;
}
