import {z} from 'zod';
import {cellText} from '../../files/cell-text.ts';
import {
	type CellLinks,
	type Column,
	type ColumnKind,
	type Fact,
	type Row,
	type Table,
	columnsOf,
} from '../../files/sheet.ts';
import {amountText, dateText} from '../../http/fields.ts';
import type {Language} from '../../kernel/errors.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {add, rupiah, toText, zero} from '../../kernel/money.ts';

/** What a field holds; a flag is true or false. */
export type FieldKind = ColumnKind | 'flag';

/**
 * A field of a report in the order in which it is read: its name for scripts, what it holds, its
 * heading in both languages and, where the heading does not say it, what it is and its source.
 * One table is the contract of the JSON answer, its OpenAPI text and the columns of every file.
 */
export type Field = readonly [
	key: string,
	kind: FieldKind,
	id: string,
	en: string,
	description?: string,
];
export type Fields = readonly Field[];

type Held = {
	readonly text: string | null;
	readonly amount: string;
	readonly count: number;
	readonly ratio: string | null;
	readonly date: LocalDate | null;
	readonly flag: boolean;
};

/** A row of a report by its table of fields. */
export type FieldRow<Of extends Fields> = {
	readonly [One in Of[number] as One[0]]: Held[One[1]];
};

const schemaOf = (kind: FieldKind) => {
	switch (kind) {
		case 'amount':
			return amountText();
		case 'count':
			return z.number();
		case 'date':
			return dateText().nullable();
		case 'flag':
			return z.boolean();
		case 'ratio':
		case 'text':
			return z.string().nullable();
	}
};

const ratioText = 'A part of one with four decimals; null where there is nothing to divide by.';

const describe = ([, kind, , en, description]: Field): string =>
	`${en}.${description === undefined ? '' : ` ${description}`}${kind === 'ratio' ? ` ${ratioText}` : ''}`;

/** Nothing yet, of fields that are added up: amounts and counts. */
export const noTotals = <Of extends Fields>(fields: Of): FieldRow<Of> =>
	Object.fromEntries(
		fields.map(([key, kind]) => [key, kind === 'count' ? 0 : toText(zero)]),
	) as FieldRow<Of>;

/** Totals with what came since: each amount and each count of both. */
export const addTotals = <Of extends Fields>(
	fields: Of,
	one: FieldRow<Of>,
	other: FieldRow<Of>,
): FieldRow<Of> => {
	const [first, second]: [AnyRow, AnyRow] = [one, other];
	return Object.fromEntries(
		fields.map(([key, kind]) => [
			key,
			kind === 'count'
				? (first[key] as number) + (second[key] as number)
				: toText(add(rupiah(String(first[key])), rupiah(String(second[key])))),
		]),
	) as FieldRow<Of>;
};

const shapeOf = (fields: Fields) =>
	Object.fromEntries(
		fields.map((field) => [field[0], schemaOf(field[1]).meta({description: describe(field)})]),
	);

/** The schema of a row. */
export const rowAnswer = <Of extends Fields>(fields: Of): z.ZodType<FieldRow<Of>> =>
	// The shape is made from the same table as the type.
	z.strictObject(shapeOf(fields)) as unknown as z.ZodType<FieldRow<Of>>;

/** A row that says where its figures come from. */
export type LinkedRow<Of extends Fields> = FieldRow<Of> & {readonly links: CellLinks};

/** The schema of a row with its links. */
export const linkedRowAnswer = <Of extends Fields>(fields: Of): z.ZodType<LinkedRow<Of>> =>
	z.strictObject({
		...shapeOf(fields),
		links: z.record(z.string(), z.string()).meta({
			description:
				'By the name of a figure, where it comes from: the lines of the general ledger, debits ' +
				'less credits (of what was recovered the other way), or the report over its loans, whose ' +
				'totals it is.',
		}),
	}) as unknown as z.ZodType<LinkedRow<Of>>;

export const columnsOfFields = (fields: Fields, language: Language): Column[] =>
	columnsOf(
		fields.map(([key, kind, id, en]) => [key, kind === 'flag' ? 'text' : kind, id, en] as const),
		language,
	);

type AnyRow = Readonly<Record<string, string | number | boolean | null>>;

export const toCells = (row: AnyRow): Row =>
	Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			typeof value === 'boolean' ? String(value) : value,
		]),
	);

/** Rows with what they come to below them, and what else the totals say in a table of its own. */
export function tablesOf(
	{fields, totals: totalFields}: {readonly fields: Fields; readonly totals: Fields},
	{rows, totals}: {readonly rows: readonly LinkedRow<Fields>[]; readonly totals: AnyRow},
	language: Language,
): [Table, ...Table[]] {
	const others = othersOf({fields, totals: totalFields});
	const table: Table = {
		columns: columnsOfFields(fields, language),
		rows: rows.map(({links: _, ...row}) => toCells(row)),
		links: rows.map(({links}) => links),
		totals: [{row: totalRowOf(fields, totals, language), isSum: false}],
	};
	return others.length === 0 ? [table] : [table, summaryOf(others, totals, language)];
}

/** What rows come to, in the columns that they have. */
export function totalRowOf(fields: Fields, totals: AnyRow, language: Language): Row {
	const keys = new Set(fields.map(([key]) => key));
	const [label] = fields.find(([, kind]) => kind === 'text') ?? fields[0]!;
	const below = Object.fromEntries(Object.entries(totals).filter(([name]) => keys.has(name)));
	return {...toCells(below), [label]: language === 'id' ? 'Jumlah' : 'Total'};
}

/** The totals that no column of the rows has. */
export function othersOf({
	fields,
	totals,
}: {
	readonly fields: Fields;
	readonly totals: Fields;
}): Fields {
	const keys = new Set(fields.map(([key]) => key));
	return totals.filter(([name]) => !keys.has(name));
}

/** A total as a line above the rows. */
export const totalFact = ([key, kind, id, en]: Field, totals: AnyRow, language: Language): Fact => {
	const cell = toCells({[key]: totals[key]!})[key];
	const value = cellText(cell, kind === 'flag' ? 'text' : kind, language);
	return {label: language === 'id' ? id : en, value};
};

/** One figure a line, each in the column of its kind. */
function summaryOf(fields: Fields, totals: AnyRow, language: Language): Table {
	return {
		heading: language === 'id' ? 'Ringkasan' : 'Summary',
		columns: columnsOf(
			[
				['name', 'text', 'Uraian', 'Figure'],
				['amount', 'amount', 'Jumlah (Rp)', 'Amount (Rp)'],
				['count', 'count', 'Banyaknya', 'Count'],
				['ratio', 'ratio', 'Bagian', 'Part'],
			],
			language,
		),
		rows: fields.map(([key, kind, id, en]) => ({
			name: language === 'id' ? id : en,
			amount: null,
			count: null,
			ratio: null,
			...toCells({[kind]: totals[key]!}),
		})),
	};
}
