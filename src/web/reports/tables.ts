// The answer of any report as tables to look at. Reports differ in what they tell and not in how:
// rows of fields, some of them grouped, with `links` from a figure to what is behind it.
import {type Json, type JsonObject, isObject, listOf} from '../api/json.ts';
import type {Language} from '../formats.ts';

export type Cell = string | number | boolean | null;

export type ReportRow = {
	readonly cells: Readonly<Record<string, Cell>>;
	/** Addresses of what is behind a figure, by its key. */
	readonly links: Readonly<Record<string, string>>;
	/** Addresses of what is behind the row as a whole. */
	readonly behind: readonly string[];
};

export type ReportTable = {
	/** Which part of the answer it is; `rows` is the report itself. */
	readonly key: string;
	readonly keys: readonly string[];
	readonly rows: readonly ReportRow[];
};

/** The fields that hold a text once in each language. */
const inBoth = /^(?<name>.+?)(?<language>Id|En)$/u;
const identity = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;

const isCell = (value: Json): value is Cell => value === null || typeof value !== 'object';

/** What a list within a row says in one line. */
function inOneLine(items: readonly Json[]): string {
	const said = items.map((item) => {
		if (isCell(item)) return String(item);
		if (!isObject(item)) return '';
		const {policy, name, class: code, measure, value, account} = item;
		const what = name ?? code ?? measure ?? account ?? '';
		return [policy, what, value].filter((part) => typeof part === 'string').join(' ');
	});
	return said.filter((part) => part !== '').join('; ');
}

type Draft = {cells: Record<string, Cell>; links: Record<string, string>; behind: string[]};

function addField(draft: Draft, key: string, value: Json, language: Language): void {
	const both = inBoth.exec(key)?.groups;
	if (both && typeof value === 'string') {
		if (both.language?.toLowerCase() === language) draft.cells[both.name ?? key] = value;
		return;
	}
	if (key === 'links' && isObject(value)) {
		for (const [name, to] of Object.entries(value)) {
			if (typeof to === 'string') draft.links[name] = to;
		}
		return;
	}
	if (isCell(value)) {
		draft.cells[key] = value;
		return;
	}
	if (isObject(value)) {
		if (typeof value.id === 'string' && typeof value.en === 'string') {
			draft.cells[key] = language === 'id' ? value.id : value.en;
			return;
		}
		// The grade of a row has its reasons beside it; all else within a row are more of its fields.
		for (const [inner, part] of Object.entries(value)) addField(draft, inner, part, language);
		return;
	}
	const items = listOf(value);
	const addresses = items.filter((one) => typeof one === 'string' && one.startsWith('/v1/'));
	if (addresses.length > 0) draft.behind.push(...addresses.map(String));
	else if (items.length > 0) draft.cells[key] = inOneLine(items);
}

/** A row as the page shows it. */
export function toRow(source: JsonObject, language: Language): ReportRow {
	const draft: Draft = {cells: {}, links: {}, behind: []};
	for (const [key, value] of Object.entries(source)) addField(draft, key, value, language);
	return draft;
}

/** The keys of a table in the order of its fields, without identities and what is never there. */
function keysOf(rows: readonly ReportRow[]): string[] {
	const keys = new Set(rows.flatMap(({cells}) => Object.keys(cells)));
	return [...keys].filter((key) => {
		const values = rows.map(({cells}) => cells[key] ?? null).filter((value) => value !== null);
		if (values.length === 0) return false;
		return !values.every((value) => typeof value === 'string' && identity.test(value));
	});
}

function toTable(key: string, items: readonly Json[], language: Language): ReportTable | undefined {
	const sources = items.filter((item) => isObject(item));
	if (sources.length === 0) return undefined;
	const rows = sources.map((source) => toRow(source, language));
	return {key, keys: keysOf(rows), rows};
}

/** What lies beside the rows and is told elsewhere on the page. */
const apart = new Set(['meta', 'nextCursor', 'totals']);

/** The tables of a report: its rows first, in parts where it has parts, then what stands beside. */
export function tablesOf(body: JsonObject, language: Language): ReportTable[] {
	const tables: (ReportTable | undefined)[] = [];
	const add = (key: string, value: Json): void => {
		if (Array.isArray(value)) tables.push(toTable(key, listOf(value), language));
		else if (isObject(value)) {
			const lists = Object.entries(value).filter(([, part]) => Array.isArray(part));
			for (const [inner, part] of lists) tables.push(toTable(inner, listOf(part), language));
		}
	};
	if (body.rows !== undefined) add('rows', body.rows);
	for (const [key, value] of Object.entries(body)) {
		if (key !== 'rows' && !apart.has(key)) add(key, value);
	}
	if (Array.isArray(body.totals)) tables.push(toTable('totals', listOf(body.totals), language));
	return tables.filter((table) => table !== undefined);
}

/** What the whole report comes to, where it is one line of figures. */
export const totalsOf = (body: JsonObject, language: Language): ReportRow | undefined =>
	isObject(body.totals) ? toRow(body.totals, language) : undefined;

const amount = /^-?\d+\.\d{2}$/u;
const ratio = /^-?\d+\.\d{4}$/u;
/** Numbers that are written as amounts are and that are none. */
const plain = new Set(['percent', 'percentage', 'weight', 'points', 'score', 'coveredWeight']);

export type CellKind = 'amount' | 'ratio' | 'date' | 'moment' | 'count' | 'name' | 'flag' | 'text';

/** Numbers that name something and count nothing. */
const names = new Set(['entry', 'number', 'line', 'memberNumber', 'year', 'reverses', 'version']);

/** What a cell holds, by how the service writes it. */
export function kindOf(key: string, value: Cell): CellKind {
	if (typeof value === 'number') return names.has(key) ? 'name' : 'count';
	if (typeof value === 'boolean') return 'flag';
	if (value === null) return 'text';
	if (amount.test(value)) return plain.has(key) ? 'name' : 'amount';
	if (ratio.test(value)) return plain.has(key) ? 'name' : 'ratio';
	if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return 'date';
	if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(value)) return 'moment';
	return 'text';
}

/** The keys of a table whose values are amounts: what two days can be compared by. */
export const amountKeys = ({keys, rows}: ReportTable): string[] =>
	keys.filter((key) => {
		const values = rows.map(({cells}) => cells[key] ?? null).filter((value) => value !== null);
		return values.length > 0 && values.every((value) => kindOf(key, value) === 'amount');
	});

export type Compared = {
	readonly id: string;
	readonly cells: Readonly<Record<string, Cell>>;
	readonly before: string | undefined;
	readonly after: string | undefined;
};

/** By what the same row is known in two answers: what it says that is no figure. */
const nameOf = ({cells}: ReportRow): string =>
	JSON.stringify(Object.entries(cells).filter(([key, value]) => isName(key, value)));

export const isName = (key: string, value: Cell): boolean =>
	['text', 'name'].includes(kindOf(key, value)) && value !== null;

/** The rows of two answers side by side by one figure; a row may be in one of them alone. */
export function compareTables(before: ReportTable, after: ReportTable, figure: string): Compared[] {
	const index = (table: ReportTable): Map<string, ReportRow> =>
		new Map(table.rows.map((row, place) => [unique(table, row, place), row]));
	const [older, newer] = [index(before), index(after)];
	return [...new Set([...newer.keys(), ...older.keys()])].map((id) => {
		const row = newer.get(id) ?? older.get(id)!;
		const named = Object.entries(row.cells).filter(([key, value]) => isName(key, value));
		return {
			id,
			cells: Object.fromEntries(named),
			before: amountAt(older.get(id), figure),
			after: amountAt(newer.get(id), figure),
		};
	});
}

const amountAt = (row: ReportRow | undefined, figure: string): string | undefined => {
	const value = row?.cells[figure];
	return typeof value === 'string' ? value : undefined;
};

/** Rows that say the same are told apart by which of them they are. */
function unique({rows}: ReportTable, row: ReportRow, place: number): string {
	const name = nameOf(row);
	const before = rows.slice(0, place).filter((other) => nameOf(other) === name).length;
	return before === 0 ? name : `${name} ${String(before)}`;
}
