import {Readable} from 'node:stream';
import {writeCsv} from './csv.ts';
import {writePaper} from './paper.ts';
import type {Reader, Sheet} from './sheet.ts';
import {writeWorkbook} from './workbook.ts';

/** What a report can be had as. */
export const formats = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type Format = (typeof formats)[number];
export type FileFormat = Exclude<Format, 'json'>;

export const mediaTypes: Record<Format, string> = {
	json: 'application/json',
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pdf: 'application/pdf',
};

/** How an answer becomes a sheet, whatever the answer is. */
export type Layout = (body: unknown, reader: Reader) => Sheet;

/** A sheet in a format, ready to be sent. */
export async function writeSheet(
	sheet: Sheet,
	format: FileFormat,
	writtenAt: Date,
): Promise<Buffer | Readable> {
	switch (format) {
		case 'csv':
			return Readable.from(writeCsv(sheet));
		case 'xlsx':
			return Buffer.from(await writeWorkbook(sheet, writtenAt));
		case 'pdf':
			return writePaper(sheet, writtenAt);
	}
}
