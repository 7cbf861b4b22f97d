import type {Cell, Sheet, Table} from './sheet.ts';

/** RFC 4180; text that a spreadsheet would take for a formula is kept from being one. */
export const csvRow = (fields: readonly string[]): string =>
	`${fields.map(csvField).join(',')}\r\n`;

// A number may begin with a minus; whatever else begins like a formula is text and stays text.
const formula = /^[=+\-@\t\r]/u;
const signedNumber = /^-\d+(?:\.\d+)?$/u;

function csvField(text: string): string {
	const safe = formula.test(text) && !signedNumber.test(text) ? `'${text}` : text;
	return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A sheet as one table under the names of its columns, its totals last. */
export function* writeCsv({tables, flat}: Pick<Sheet, 'tables' | 'flat'>): Generator<string> {
	const table = flat ?? tables[0];
	yield csvRow(table.columns.map(({key}) => key));
	for (const row of allRows(table)) {
		yield csvRow(table.columns.map(({key}) => plainCell(row[key])));
	}
}

function* allRows({rows, totals}: Table): Generator<Table['rows'][number]> {
	yield* rows;
	for (const {row} of totals ?? []) yield row;
}

const plainCell = (cell: Cell | undefined): string => String(cell ?? '');
