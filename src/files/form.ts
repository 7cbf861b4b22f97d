import {
	type CellValue,
	type DataValidation,
	type WriteSheet,
	cellRef,
	colToLetter,
	writeXlsx,
} from 'hucre/xlsx';
import {isLocalDateText, localDate, partsOf} from '../kernel/local-date.ts';

/** How the cells of a column are formatted. */
export type FormKind = 'text' | 'amount' | 'date' | 'number';

export type FormColumn = {
	readonly heading: string;
	readonly kind: FormKind;
	readonly isRequired?: boolean;
	/** Shown while a cell of the column is chosen. */
	readonly note?: string;
	/** What a cell may be: words, or the cells of a list on another sheet. */
	readonly options?: readonly string[];
	readonly list?: {readonly sheet: string; readonly column: number; readonly rows: number};
};

/** A sheet that somebody fills in, or that was filled in. */
export type FormSheet = {
	readonly name: string;
	readonly columns: readonly FormColumn[];
	/** Below the headings, by the number that the spreadsheet gives them; others are blank. */
	readonly rows: ReadonlyMap<number, readonly string[]>;
	/** In which row the headings stand, from 1. */
	readonly headRow: number;
	/** How many rows are prepared to be filled in; none on a sheet that is only read. */
	readonly preparedRows: number;
};

const widths: Record<FormKind, number> = {text: 26, amount: 18, date: 14, number: 12};

// The format "@" keeps what is typed as text: sixteen digits stay sixteen, a nought stays in front.
const formats: Record<FormKind, string> = {
	text: '@',
	amount: '#,##0.00',
	date: 'dd/mm/yyyy',
	number: '0',
};

/** Sheets to fill in as an XLSX workbook, with drop-downs and notes. */
export const writeForm = async (
	sheets: readonly FormSheet[],
	{title, writtenAt}: {readonly title: string; readonly writtenAt: Date},
): Promise<Uint8Array> =>
	writeXlsx({
		properties: {title, creator: 'Bergulir', created: writtenAt, modified: writtenAt},
		sheets: sheets.map(toSheet),
	});

function toSheet({name, columns, rows, headRow, preparedRows}: FormSheet): WriteSheet {
	const last = Math.max(headRow, ...rows.keys());
	const written: CellValue[][] = Array.from({length: last}, () => []);
	written[headRow - 1] = columns.map(({heading}) => heading);
	for (const [number, cells] of rows) {
		written[number - 1] = cells.map((text, at) => valueOf(text, columns[at]!.kind));
	}
	const cells: NonNullable<WriteSheet['cells']> = new Map();
	columns.forEach(({isRequired = false}, at) => {
		cells.set(`${headRow - 1},${at}`, {
			style: {font: {bold: true}, ...(isRequired ? {fill: required} : {})},
		});
	});
	for (const [number, texts] of rows) {
		texts.forEach((_, at) => {
			cells.set(`${number - 1},${at}`, {style: {numFmt: formats[columns[at]!.kind]}});
		});
	}
	return {
		name,
		rows: written,
		cells,
		columns: columns.map(({kind}) => ({width: widths[kind], style: {numFmt: formats[kind]}})),
		freezePane: {rows: headRow},
		...(preparedRows > 0 ? {dataValidations: validationsOf(columns, headRow, preparedRows)} : {}),
	};
}

const required = {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'FFFFE8A3'}} as const;

function validationsOf(
	columns: readonly FormColumn[],
	headRow: number,
	preparedRows: number,
): DataValidation[] {
	return columns.flatMap(({note, options, list, heading}, at): DataValidation[] => {
		const range = `${cellRef(headRow, at)}:${cellRef(headRow + preparedRows - 1, at)}`;
		const shown = {
			range,
			allowBlank: true,
			...(note === undefined
				? {}
				: {showInputMessage: true, inputTitle: heading.slice(0, 32), inputMessage: note}),
		};
		if (options) return [{...shown, ...stop, type: 'list', values: [...options]}];
		if (!list || list.rows === 0) {
			return note === undefined ? [] : [{...shown, type: 'custom', formula1: 'TRUE'}];
		}
		const letter = colToLetter(list.column);
		const formula1 = `'${list.sheet}'!$${letter}$2:$${letter}$${list.rows + 1}`;
		return [{...shown, ...stop, type: 'list', formula1}];
	});
}

const stop = {
	showErrorMessage: true,
	errorStyle: 'stop',
	errorTitle: 'Tidak dikenal',
	errorMessage: 'Pilih dari daftar.',
} as const;

/** A cell as a spreadsheet calculates with it; what it would change stays text. */
function valueOf(text: string, kind: FormKind): CellValue {
	if (text === '') return null;
	if (kind === 'date' && isLocalDateText(text)) {
		const {year, month, day} = partsOf(localDate(text));
		return new Date(Date.UTC(year, month - 1, day));
	}
	const isNumber = kind === 'amount' || kind === 'number';
	if (isNumber && /^\d{1,13}(?:\.\d{1,2})?$/u.test(text)) return JSON.parse(text) as number;
	return text;
}
