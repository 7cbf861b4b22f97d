import type {BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {RegionCode} from '../kernel/region-code.ts';

/** One set of accounts: a cooperative's, or the city's fund manager's. */
export type Book = {
	readonly id: number;
	readonly code: BookCode;
	readonly kind: 'city' | 'cooperative';
	readonly name: string;
	readonly regionCode: RegionCode;
	/** Nothing happened in the book before this day. */
	readonly openedOn: LocalDate;
	/** The zone whose calendar decides what "today" is for this book. */
	readonly timeZone: string;
};

/** The last link of a book's chain, held while an entry is added to it. */
export type Tip = {
	readonly number: number;
	readonly hash: string;
	readonly recordedAt: Date;
};
