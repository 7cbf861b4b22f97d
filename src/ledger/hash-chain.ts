import {hash} from 'node:crypto';
import {toText} from '../kernel/money.ts';
import type {Tip} from './book.ts';
import type {Entry, Line} from './entry.ts';
import {documentWith} from './papers.ts';

/** An entry with its place in the book's chain. */
export type SealedEntry = Entry & {
	readonly number: number;
	readonly recordedAt: Date;
	readonly actor: string;
	/** Hexadecimal SHA-256 of the entry before it; zeros for the first. */
	readonly previousHash: string;
	/** Hexadecimal SHA-256 of {@link canonical}. */
	readonly hash: string;
	/** The encoded entry that was hashed. */
	readonly canonical: string;
};

/** The second version is the first with, last, the day on which a later booked fact happened. */
const encodingVersions = {plain: 'bergulir/entry/1', withOccurrence: 'bergulir/entry/2'} as const;
export const genesisHash = '0'.repeat(64);

/** Gives an entry the next number and links it to the book's last one. */
export function seal(
	{papers, ...entry}: Entry,
	tip: Tip,
	recordedAt: Date,
	actor: string,
): SealedEntry {
	const document = documentWith(entry.document, papers);
	const place = {number: tip.number + 1, recordedAt, actor, previousHash: tip.hash};
	const placed = {...entry, ...place, document};
	const canonical = encodeEntry(placed);
	return {...placed, canonical, hash: sha256(canonical)};
}

/**
 * The one encoder of what is hashed: a JSON array in a fixed order, written as ECMAScript writes
 * JSON (the string form that RFC 8785 took over), in UTF-8. The version stands first; another
 * order or another field is another version, never a change of this one.
 */
export const encodeEntry = (entry: Omit<SealedEntry, 'hash' | 'canonical' | 'decided'>): string =>
	JSON.stringify([
		entry.occurredOn === undefined ? encodingVersions.plain : encodingVersions.withOccurrence,
		entry.book,
		entry.number,
		entry.previousHash,
		entry.effectiveOn,
		entry.recordedAt.toISOString(),
		entry.actor,
		entry.kind,
		entry.reason,
		entry.document,
		entry.reverses ?? null,
		entry.lines.map(encodeLine),
		...(entry.occurredOn === undefined ? [] : [entry.occurredOn]),
	]);

const encodeLine = (line: Line): unknown[] => [
	line.account,
	line.side,
	toText(line.amount),
	line.fund ?? null,
	line.loan ?? null,
	line.member ?? null,
	line.counterparty ?? null,
];

/** The hexadecimal SHA-256 of a text in UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text);

/** The moment to record at: now, but never before the entry that came before. */
export const recordingMoment = (now: Date, tip: Tip): Date =>
	now.getTime() < tip.recordedAt.getTime() ? tip.recordedAt : now;
