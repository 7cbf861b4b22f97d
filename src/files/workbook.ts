import {
	type CellStyle,
	type CellValue,
	type Cell as WrittenCell,
	type WriteSheet,
	cellRef,
	writeXlsx,
} from 'hucre/xlsx';
import {isLocalDateText, localDate, partsOf} from '../kernel/local-date.ts';
import type {Cell, Column, ColumnKind, Sheet, Table} from './sheet.ts';

/** A sheet as an XLSX workbook: numbers are numbers, and sums are formulas that say so. */
export async function writeWorkbook(sheet: Sheet, writtenAt: Date): Promise<Uint8Array> {
	return writeXlsx({
		properties: {title: sheet.title, creator: 'Bergulir', created: writtenAt, modified: writtenAt},
		sheets: sheet.tables.map((table, index) => writeTable(sheet, table, index)),
	});
}

type Cells = Map<string, Partial<WrittenCell>>;

function writeTable(sheet: Sheet, table: Table, index: number): WriteSheet {
	const head = headLines(sheet, table);
	const headRow = head.length;
	const cells: Cells = new Map();
	cells.set('0,0', {style: {font: {bold: true, size: 14}}});
	table.columns.forEach(({heading}, column) => {
		cells.set(`${headRow},${column}`, {value: heading, style: headStyle});
	});
	const firstRow = headRow + 1;
	const body = table.rows.map((row, offset) =>
		table.columns.map(({key, kind}, column) => {
			const style = styles[kind];
			const link = linkOf(sheet, table.links?.[offset]?.[key]);
			if (style !== undefined || link !== undefined) {
				cells.set(`${firstRow + offset},${column}`, {
					...(style === undefined ? {} : {style}),
					...(link === undefined ? {} : {hyperlink: link}),
				});
			}
			return spreadsheetValue(row[key], kind);
		}),
	);
	const totals = writeTotals(table, firstRow, cells);
	return {
		name: sheetName(table.heading ?? sheet.title, index),
		columns: table.columns.map((column) => ({width: widths[column.kind]})),
		rows: [...head, table.columns.map(({heading}) => heading), ...body, ...totals],
		cells,
		freezePane: {rows: firstRow},
		pageSetup: {
			paperSize: 'a4',
			orientation: table.columns.length > portraitColumnsMax ? 'landscape' : 'portrait',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			printTitlesRow: `$${firstRow}:$${firstRow}`,
		},
		headerFooter: {oddFooter: '&L&A&R&P / &N'},
	};
}

/** From a figure to the lines behind it, which open as a workbook of their own. */
function linkOf({publicUrl, language}: Sheet, path: string | undefined): WrittenCell['hyperlink'] {
	if (publicUrl === undefined || path === undefined) return undefined;
	const target = `${publicUrl}${path.replace('?', '.xlsx?')}`;
	return {target, tooltip: language === 'id' ? 'Rincian' : 'The lines behind it'};
}

const portraitColumnsMax = 6;

/** What stands above a table: of what it is, and what must not be overlooked. */
export function headLines(
	{title, letterhead, facts, notices}: Pick<Sheet, 'title' | 'letterhead' | 'facts' | 'notices'>,
	{heading}: Pick<Table, 'heading'>,
): CellValue[][] {
	return [
		[title],
		...(heading === undefined ? [] : [[heading]]),
		...letterhead.map((line) => [line]),
		...facts.map(({label, value}) => [label, value]),
		...notices.map((notice) => [notice]),
		[],
	];
}

function writeTotals({columns, rows, totals}: Table, firstRow: number, cells: Cells) {
	return (totals ?? []).map(({row, isSum}, offset) =>
		columns.map(({key, kind}, column) => {
			const at = firstRow + rows.length + offset;
			const value = spreadsheetValue(row[key], kind);
			const range = `${cellRef(firstRow, column)}:${cellRef(at - offset - 1, column)}`;
			const isAdded = isSum && rows.length > 0 && kind === 'amount' && typeof value === 'number';
			cells.set(`${at},${column}`, {
				value,
				style: {...styles[kind], font: {bold: true}, border: {top: {style: 'thin'}}},
				...(isAdded ? {formula: `SUM(${range})`, formulaResult: value} : {}),
			});
			return value;
		}),
	);
}

// What a spreadsheet takes for a number it keeps to fifteen digits; a longer one stays text, whole.
const digitsMax = 15;

/** A cell as a spreadsheet calculates with it. */
export function spreadsheetValue(cell: Cell | undefined, kind: ColumnKind): CellValue {
	if (cell === null || cell === undefined || typeof cell === 'number') return cell ?? null;
	if (kind === 'date' && isLocalDateText(cell)) {
		const {year, month, day} = partsOf(localDate(cell));
		return new Date(Date.UTC(year, month - 1, day));
	}
	const isNumber = kind !== 'text' && /^-?\d+(?:\.\d+)?$/u.test(cell);
	if (!isNumber || cell.replaceAll(/\D/gu, '').length > digitsMax) return cell;
	return JSON.parse(cell) as number;
}

const amountFormat = '#,##0.00;[Red]-#,##0.00';

const styles: Record<ColumnKind, CellStyle | undefined> = {
	text: undefined,
	amount: {numFmt: amountFormat},
	count: {numFmt: '#,##0'},
	ratio: {numFmt: '0.00%'},
	date: {numFmt: 'dd/mm/yyyy'},
};

const headStyle: CellStyle = {
	font: {bold: true},
	border: {bottom: {style: 'thin'}},
	alignment: {wrapText: true, vertical: 'top'},
};

// In characters.
const widths: Record<ColumnKind, number> = {text: 28, amount: 20, count: 10, ratio: 12, date: 12};

/** The columns of a streamed workbook: as a table's, with their formats. */
export const streamedColumns = (columns: readonly Column[]) =>
	columns.map(({heading, kind}) => {
		const style = styles[kind];
		return {header: heading, width: widths[kind], ...(style === undefined ? {} : {style})};
	});

// A spreadsheet takes no more than 31 characters, and some not at all.
export const sheetName = (text: string, index: number): string =>
	`${index === 0 ? '' : `${index + 1} `}${text.replaceAll(/[\\/?*[\]:]/gu, ' ')}`.slice(0, 31);
