import {CsvError} from 'csv-parse';
import {parse} from 'csv-parse/sync';
import {refuseAll} from './errors.ts';
import {unreadable} from './statement.ts';

/** A line of the file as the CSV has it. */
export type Line = {readonly number: number; readonly cells: readonly string[]};

/**
 * The text of a file.
 * @throws DomainError `banking/file-unreadable` where it is no text of that encoding.
 */
export function decodeText(content: Uint8Array, encoding: 'utf-8' | 'windows-1252'): string {
	let text: string | undefined;
	try {
		text = new TextDecoder(encoding, {fatal: true}).decode(content);
	} catch {
		text = undefined;
	}
	// No text has a nought byte: a spreadsheet or an archive was sent under the name of a CSV.
	if (text === undefined || text.includes('\u0000')) {
		refuseAll([unreadable(1, '-', '…', encoding.toUpperCase())]);
	}
	return text!;
}

/**
 * The lines of a CSV that say something, each with its number in the file.
 * @throws DomainError `banking/file-unreadable` where a quote is not closed.
 */
export function splitLines(text: string, delimiter: string): Line[] {
	try {
		const records = parse(text, {
			bom: true,
			delimiter,
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true,
			max_record_size: 100_000,
		}) as unknown as {record: string[]; info: {lines: number}}[];
		return records.map(({record, info}) => ({number: info.lines, cells: record}));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		// No line after a quote that does not end can be told apart.
		const line = typeof error.lines === 'number' ? error.lines : 1;
		refuseAll([unreadable(line, '-', error.code, `"…"${delimiter}"…"`)]);
		return [];
	}
}

/** A name of a column by which it is recognised, however it was spaced and capitalised. */
export const nameOf = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();
