import {Readable} from 'node:stream';
import {type CellValue, writeXlsxStream} from 'hucre/xlsx';
import {csvRow} from './csv.ts';
import type {Column, Row, Sheet} from './sheet.ts';
import {headLines, sheetName, spreadsheetValue, streamedColumns} from './workbook.ts';

/** A sheet whose rows are not there yet: they come in batches, and nobody holds them all. */
export type StreamedSheet = Omit<Sheet, 'tables' | 'flat' | 'signatures' | 'proof'> & {
	readonly columns: readonly Column[];
	readonly batches: AsyncIterable<readonly Row[]>;
	readonly totals: Row;
};

/** A streamed sheet as CSV, byte by byte what {@link writeCsv} makes of a whole one. */
export async function* streamCsv({
	columns,
	batches,
	totals,
}: StreamedSheet): AsyncGenerator<string> {
	const line = (row: Row): string => csvRow(columns.map(({key}) => String(row[key] ?? '')));
	yield csvRow(columns.map(({key}) => key));
	for await (const batch of batches) yield batch.map(line).join('');
	yield line(totals);
}

/** A streamed sheet as an XLSX workbook: beyond a sheet's last row it goes on in the next one. */
export function streamWorkbook(sheet: StreamedSheet): Readable {
	const {columns} = sheet;
	const head = [...headLines(sheet, {}), columns.map(({heading}) => heading)];
	const cells = (row: Row): CellValue[] =>
		columns.map(({key, kind}) => spreadsheetValue(row[key], kind));
	let isRead = true;
	async function* rows(): AsyncGenerator<CellValue[]> {
		yield* head;
		for await (const batch of sheet.batches) {
			// The writer goes on by itself when its reader has gone.
			if (!isRead) return;
			yield* batch.map(cells);
		}
		yield cells(sheet.totals);
	}
	const written = writeXlsxStream(rows(), {
		name: sheetName(sheet.title, 0),
		// Without the headings, which stand below what says what they are of.
		columns: streamedColumns(columns).map(({header: _, ...column}) => column),
		freezePane: {rows: head.length},
		repeatHeaders: false,
	});
	const reader = written.getReader();
	return new Readable({
		read() {
			const push = ({done, value}: {done: boolean; value?: Uint8Array | undefined}): void => {
				this.push(done ? null : value);
			};
			reader.read().then(push, (error: unknown) => this.destroy(error as Error));
		},
		destroy(error, done) {
			const close = (): void => {
				done(error);
			};
			isRead = false;
			reader.cancel().then(close, close);
		},
	});
}
