import type {Readable} from 'node:stream';
import type Koa from 'koa';
import {type FileFormat, type Format, formats, mediaTypes, writeSheet} from '../files/format.ts';
import {paperRowsMax} from '../files/paper.ts';
import type {Sheet} from '../files/sheet.ts';
import {refuse} from './request-texts.ts';
import type {Answer} from './route.ts';

const ending = /\.([a-z]{2,5})$/u;

/** A path without the ending that asks for a format: `/v1/reports/journal.csv`. */
export function splitEnding(path: string): {readonly path: string; readonly ending?: string} {
	const found = ending.exec(path);
	return found ? {path: path.slice(0, found.index), ending: found[1]!} : {path};
}

/**
 * The format that is wanted of a report: by the ending of its address, or else by `Accept`.
 * @throws DomainError `request/not-acceptable`.
 */
export function wantedFormat(ctx: Koa.Context, asked: string | undefined): Format {
	const isFormat = (text: string): text is Format => formats.some((format) => format === text);
	if (asked !== undefined) {
		if (isFormat(asked)) return asked;
		throw notAvailable();
	}
	const accepted = ctx.accepts(formats.map((format) => bareType(format)));
	const found = formats.find((format) => bareType(format) === accepted);
	if (found === undefined) throw notAvailable();
	return found;
}

const bareType = (format: Format): string => mediaTypes[format].split(';')[0]!;

const notAvailable = () =>
	refuse('request/not-acceptable', {
		available: formats.map((format) => `.${format} (${bareType(format)})`).join(', '),
	});

/** A sheet as the answer to a request. @throws DomainError `request/too-long-for-paper`. */
export async function answerSheet(
	sheet: Sheet,
	format: FileFormat,
	writtenAt: Date,
): Promise<Answer> {
	const rows = sheet.tables.reduce((count, table) => count + table.rows.length, 0);
	if (format === 'pdf') requireFitsPaper(rows);
	return {
		headers: fileHeaders(sheet.name, format),
		content: {
			type: mediaTypes[format],
			body: await writeSheet(sheet, format, sheet.writtenAt ?? writtenAt),
		},
	};
}

/**
 * Refuses more rows than paper is printed for.
 * @throws DomainError `request/too-long-for-paper`.
 */
export function requireFitsPaper(rows: number): void {
	if (rows <= paperRowsMax) return;
	const counts = {rows: String(rows), max: String(paperRowsMax)};
	throw refuse('request/too-long-for-paper', counts);
}

/** A file whose rows come as it is sent. */
export const answerStream = (name: string, format: FileFormat, body: Readable): Answer => ({
	headers: fileHeaders(name, format),
	content: {type: mediaTypes[format], body},
});

/** What a browser saves a file as. */
export const fileHeaders = (name: string, format: FileFormat): Record<string, string> => ({
	'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]+/gu, '-')}.${format}"`,
	Vary: 'Accept, Accept-Language',
});
