import type {Book, Tip} from '../book.ts';

/**
 * What cannot change before the transaction ends: books never do, and a tip that it holds is moved
 * by itself alone.
 */
export type TransactionMemory = {
	readonly books: Map<string, Book>;
	readonly tips: Map<number, Tip>;
};
