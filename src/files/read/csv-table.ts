import {Readable} from 'node:stream';
import {CsvError, parse} from 'csv-parse';
import type {ReadCell, ReadTable, TableEvent} from './table.ts';
import {UnreadableFile} from './unreadable.ts';

/** The name of the one sheet of a CSV. */
export const csvSheet = 'CSV';
const delimiters = [';', ',', '\t'] as const;
const recordMax = 100_000;
const pieceChars = 65_536;

/** A CSV as a table of one sheet, in which every cell is text. */
export function readCsvTable(content: Buffer): ReadTable {
	const text = decode(content);
	return {kind: 'csv', dateSystem: '1900', events: readRecords(text, delimiterOf(text))};
}

/** @throws UnreadableFile `encoding`, `not-a-table`. */
function decode(content: Buffer): string {
	const isWide = content.length >= 2 && content[0] === 0xff && content[1] === 0xfe;
	let text: string;
	try {
		text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', {fatal: true}).decode(content);
	} catch (cause) {
		throw new UnreadableFile('encoding', {}, cause);
	}
	// No text has a nought byte: something else was sent under the name of a CSV.
	if (text.includes('\u0000')) throw new UnreadableFile('not-a-table');
	return text;
}

/** The sign that parts the first line into the most cells, outside quotes. */
function delimiterOf(text: string): string {
	const line = /^[^\r\n]*/u.exec(text)![0].replaceAll(/"[^"]*"/gu, '');
	const counts = delimiters.map((sign) => line.split(sign).length);
	return delimiters[counts.indexOf(Math.max(...counts))]!;
}

async function* readRecords(text: string, delimiter: string): AsyncGenerator<TableEvent> {
	yield {type: 'sheet', name: csvSheet, isHidden: false};
	const parser = Readable.from(pieces(text)).pipe(
		parse({
			bom: true,
			delimiter,
			info: true,
			relax_column_count: true,
			skip_empty_lines: false,
			max_record_size: recordMax,
		}),
	);
	let number = 0;
	try {
		for await (const one of parser) {
			const {record} = one as {record: string[]};
			// A record over several lines is one row, as a spreadsheet shows it.
			number += 1;
			yield {type: 'row', number, cells: cellsOf(record), isHidden: false};
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		// Nothing after a quote that does not end can be told apart.
		throw new UnreadableFile(
			'quote-open',
			{line: typeof error.lines === 'number' ? String(error.lines) : String(number + 1)},
			error,
		);
	}
}

function* pieces(text: string): Generator<string> {
	for (let at = 0; at < text.length; at += pieceChars) yield text.slice(at, at + pieceChars);
}

function cellsOf(record: readonly string[]): Map<number, ReadCell> {
	const cells = new Map<number, ReadCell>();
	for (const [column, text] of record.entries()) {
		if (text.trim() !== '') cells.set(column, {kind: 'text', text});
	}
	return cells;
}
