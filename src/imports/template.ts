import type {FormColumn, FormKind, FormSheet} from '../files/form.ts';
import type {Column, ColumnKind, LookUp, SheetDefinition} from './column.ts';
import type {KindDefinition} from './kind.ts';

/** What the sheet of look-ups offers, list by list: the code with its name after it. */
export type LookUpLists = Readonly<Partial<Record<LookUp, readonly string[]>>>;

/** The sheet of look-ups; its lists are columns. */
export const lookUpSheet = 'Rujukan';
const guideSheet = 'Petunjuk';

const listNames: Record<LookUp, string> = {
	kelurahan: 'Kelurahan',
	members: 'Anggota',
	funds: 'Perjanjian dana',
	accounts: 'Akun',
	products: 'Produk',
	loans: 'Pembiayaan',
	programmes: 'Program',
};

const kinds: Record<ColumnKind, FormKind> = {
	text: 'text',
	code: 'text',
	nik: 'text',
	phone: 'text',
	choice: 'text',
	amount: 'amount',
	date: 'date',
	count: 'number',
};

const preparedRows = 1000;

/**
 * The template of a kind: a sheet of instructions, the sheets to fill in with their drop-downs, an
 * example of each beside them, and the look-ups.
 */
export function templateOf(kind: KindDefinition, lists: LookUpLists): FormSheet[] {
	return [
		guideOf(kind),
		...kind.sheets.map((sheet) => formOf(sheet, lists)),
		...kind.sheets.map(exampleOf),
		lookUpsOf(lists),
	];
}

/** The columns of a sheet as a form has them. */
export function formColumns({columns}: SheetDefinition, lists: LookUpLists): FormColumn[] {
	const offered = Object.keys(lists) as LookUp[];
	return columns.map((column) => ({
		heading: `${column.name}${column.isRequired === true ? ' *' : ''}`,
		kind: kinds[column.kind],
		isRequired: column.isRequired === true,
		note: column.note,
		...choicesOf(column, lists, offered),
	}));
}

function choicesOf(
	{choices, list}: Column,
	lists: LookUpLists,
	offered: readonly LookUp[],
): Pick<FormColumn, 'options' | 'list'> {
	if (choices) return {options: Object.keys(choices)};
	const rows = list === undefined ? 0 : (lists[list]?.length ?? 0);
	if (list === undefined || rows === 0) return {};
	return {list: {sheet: lookUpSheet, column: offered.indexOf(list), rows}};
}

const formOf = (sheet: SheetDefinition, lists: LookUpLists): FormSheet => ({
	name: sheet.name,
	columns: formColumns(sheet, lists),
	rows: new Map(),
	headRow: 1,
	preparedRows,
});

const exampleOf = (sheet: SheetDefinition): FormSheet => ({
	name: `Contoh ${sheet.name}`,
	columns: formColumns(sheet, {}).map((column) => ({...column, kind: 'text'})),
	rows: new Map([[2, sheet.columns.map(({example}) => example)]]),
	headRow: 1,
	preparedRows: 0,
});

function guideOf({title, sheets}: KindDefinition): FormSheet {
	const lines: string[][] = [
		[`Templat ${title}. Isi lembar yang dinamai di bawah; kolom bertanda * wajib.`, '', '', ''],
		[
			'Jangan ganti nama lembar dan judul kolom; jangan gabungkan sel; jangan pakai rumus.',
			'',
			'',
			'',
		],
		['Lembar Petunjuk, Contoh, dan Rujukan tidak dibaca saat diunggah.', '', '', ''],
	];
	for (const sheet of sheets) {
		for (const {name, isRequired, example, note} of sheet.columns) {
			lines.push([sheet.name, `${name}${isRequired === true ? ' *' : ''}`, example, note]);
		}
	}
	return {
		name: guideSheet,
		columns: ['Lembar', 'Kolom', 'Contoh', 'Keterangan'].map((heading) => ({
			heading,
			kind: 'text' as const,
		})),
		rows: new Map(lines.map((line, index) => [index + 2, line])),
		headRow: 1,
		preparedRows: 0,
	};
}

function lookUpsOf(lists: LookUpLists): FormSheet {
	const offered = Object.entries(lists) as [LookUp, readonly string[]][];
	const length = Math.max(0, ...offered.map(([, texts]) => texts.length));
	const rows = Array.from({length}, (_, index) => offered.map(([, texts]) => texts[index] ?? ''));
	return {
		name: lookUpSheet,
		columns: offered.map(([list]) => ({heading: listNames[list], kind: 'text' as const})),
		rows: new Map(rows.map((row, index) => [index + 2, row])),
		headRow: 1,
		preparedRows: 0,
	};
}
