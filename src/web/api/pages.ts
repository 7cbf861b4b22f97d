type Page<T> = {readonly items: readonly T[]; readonly nextCursor: string | null};

/** How many are asked for at once: as many as the service gives. */
export const pageLimit = '200';

/** All pages of a list, one after the other. */
export async function allItems<T>(ask: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
	const items: T[] = [];
	let cursor: string | null | undefined;
	do {
		const page = await ask(cursor ?? undefined);
		items.push(...page.items);
		cursor = page.nextCursor;
	} while (cursor !== null);
	return items;
}
