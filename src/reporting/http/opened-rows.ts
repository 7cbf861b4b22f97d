import {Readable} from 'node:stream';
import {paperRowsMax} from '../../files/paper.ts';
import {type ReportMeta, reportSheet} from '../../files/report-sheet.ts';
import type {Reader} from '../../files/sheet.ts';
import {type StreamedSheet, streamCsv, streamWorkbook} from '../../files/streamed.ts';
import {answerStream} from '../../http/format.ts';
import type {Answer} from '../../http/route.ts';
import type {Rows} from '../../kernel/rows.ts';
import type {ReportWork} from '../index.ts';
import {
	type FieldRow,
	type Fields,
	columnsOfFields,
	othersOf,
	toCells,
	totalFact,
	totalRowOf,
} from './field-table.ts';
import {type PolicyMeta, type ReportFacts, readMeta, withStreamedMeta} from './meta.ts';
import {reportTitles} from './report-titles.ts';

/** A report whose rows are read as often as wanted and never held at once. */
export type Opened<Of extends Fields, Totals extends Fields> = {
	readonly policies?: readonly PolicyMeta[];
	readonly rows: Rows<FieldRow<Of>>;
	/** What the rows come to, once they were read to the end. */
	readonly totals: () => FieldRow<Totals>;
};

/** Up to so many rows a file is laid out whole; one with more is streamed. */
export const wholeRowsMax = 10_000;

export const wholeOf = (format: string, most = wholeRowsMax) => ({
	offset: 0,
	limit: format === 'pdf' ? paperRowsMax : most,
});

/** The rows of a range, how many there are in all, and what they come to. */
export async function readOpened<Of extends Fields, Totals extends Fields>(
	{rows: read, totals, policies = []}: Opened<Of, Totals>,
	{offset, limit}: {readonly offset: number; readonly limit: number},
) {
	const rows: FieldRow<Of>[] = [];
	let count = 0;
	for await (const batch of read()) {
		const skipped = Math.max(0, offset - count);
		rows.push(...batch.slice(skipped, Math.max(skipped, offset + limit - count)));
		count += batch.length;
	}
	return {rows, count, totals: totals(), policies, hasMore: count > offset + limit};
}

/** All that a streamed file needs to know. */
export type Told<Of extends Fields, Totals extends Fields> = {
	readonly work: ReportWork;
	readonly facts: ReportFacts;
	readonly report: {readonly name: string; readonly fields: Of; readonly totals: Totals};
	readonly opened: Opened<Of, Totals>;
	readonly reader: Reader;
};

/** A file whose rows come as it is sent. */
export async function streamFile<Of extends Fields, Totals extends Fields>(
	told: Told<Of, Totals>,
	format: 'csv' | 'xlsx',
): Promise<Answer> {
	const {work, opened} = told;
	const facts = {...told.facts, policies: opened.policies ?? []};
	if (format === 'csv') {
		const sheet = streamedSheet(told, await readMeta(work, facts));
		return answerStream(sheet.name, format, Readable.from(streamCsv(sheet)));
	}
	// A workbook has the digest of its rows above them.
	const meta = await withStreamedMeta(work, facts, opened.rows(), opened.totals);
	const sheet = streamedSheet(told, meta);
	return answerStream(sheet.name, format, streamWorkbook(sheet));
}

/** What stands above streamed rows; the totals that no column has are said there as well. */
function streamedSheet<Of extends Fields, Totals extends Fields>(
	{report, opened, reader}: Told<Of, Totals>,
	meta: ReportMeta,
): StreamedSheet {
	const {language} = reader;
	// While the rows are read anew, they have not come to this yet.
	const totals = opened.totals();
	const columns = columnsOfFields(report.fields, language);
	const {tables: _, ...sheet} = reportSheet({...meta, notes: []}, reader, {
		title: reportTitles[report.name]!,
		tables: [{columns, rows: []}],
	});
	const others = othersOf(report).map((field) => totalFact(field, totals, language));
	return {
		...sheet,
		facts: [...sheet.facts, ...others],
		columns,
		batches: cellsOf(opened.rows),
		totals: totalRowOf(report.fields, totals, language),
	};
}

async function* cellsOf<Of extends Fields>(rows: Rows<FieldRow<Of>>) {
	for await (const batch of rows()) yield batch.map((row) => toCells(row));
}
