import type {Knex} from 'knex';

/** The tables of a kind that a function reads or writes, itself or through what it calls. */
export function reachOf(
	name: string,
	sources: ReadonlyMap<string, string>,
	tables: readonly string[],
	seen = new Set<string>(),
): Set<string> {
	const source = sources.get(name);
	if (source === undefined || seen.has(name)) return new Set();
	seen.add(name);
	const named = [...source.matchAll(/\b(?:from|join|into|update)\s+(?:only\s+)?(\w+)/giu)];
	const found = named.map(([, table]) => table!).filter((table) => tables.includes(table));
	const called = [...source.matchAll(/\b(\w+)\s*\(/gu)].map(([, one]) => one!);
	return new Set([...found, ...called.flatMap((one) => [...reachOf(one, sources, tables, seen)])]);
}

/** What the functions of the schema say, by name, without their comments. */
export async function functionSources(owner: Knex): Promise<Map<string, string>> {
	const {rows} = await owner.raw<{rows: {name: string; source: string}[]}>(
		`select proname as name, prosrc as source from pg_proc
		where pronamespace = 'public'::regnamespace`,
	);
	return new Map(rows.map(({name, source}) => [name, source.replaceAll(/--[^\n]*/gu, '')]));
}
