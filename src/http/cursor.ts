import type {z} from 'zod';
import {refuse} from './request-texts.ts';

/** Where a page ended, as text that means nothing to whoever carries it. */
export const writeCursor = (position: unknown): string =>
	Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * Where to go on, as {@link writeCursor} wrote it. @throws DomainError `request/invalid-cursor`.
 */
export function readCursor<Position extends z.ZodType>(
	cursor: string | undefined,
	position: Position,
): z.output<Position> | undefined {
	if (cursor === undefined) return undefined;
	const parsed = position.safeParse(parse(cursor));
	if (!parsed.success) throw refuse('request/invalid-cursor', {}, 'query.cursor');
	return parsed.data;
}

function parse(cursor: string): unknown {
	try {
		return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
	} catch {
		return undefined;
	}
}

/** A page of `limit` items out of one more than that, and where the next one starts. */
export function toPage<Item, Shown>(
	items: readonly Item[],
	limit: number,
	present: (item: Item) => Shown,
	position: (item: Item) => unknown,
): {items: Shown[]; nextCursor: string | null} {
	const shown = items.slice(0, limit);
	const last = shown.at(-1);
	const hasMore = items.length > limit && last !== undefined;
	return {items: shown.map(present), nextCursor: hasMore ? writeCursor(position(last)) : null};
}

export const limitDefault = 100;
