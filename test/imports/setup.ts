import {type CellValue, type WriteSheet, writeXlsx} from 'hucre/xlsx';
import {workOnImport} from '../../src/import-worker.ts';
import {readTable} from '../../src/files/read/read-table.ts';
import type {TableEvent} from '../../src/files/read/table.ts';
import type {Client} from '../helpers/http.ts';
import type {World} from '../helpers/world.ts';

/** An XLSX as base64, its sheets by name; the first row of each is the headings. */
export const xlsx = async (
	sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
	more: Readonly<Record<string, Partial<WriteSheet>>> = {},
): Promise<string> =>
	Buffer.from(
		await writeXlsx({
			sheets: Object.entries(sheets).map(([name, rows]) => ({
				name,
				rows: rows.map((row) => [...row]),
				...more[name],
			})),
		}),
	).toString('base64');

/** Where imports are: a cooperative's own, or the city's. */
type Folder = 'imports' | 'allocation-imports';

/** Uploads a file and has it checked, as the worker would; what became of it. */
export async function uploadAndCheck(
	world: World,
	client: Client,
	book: string,
	body: {readonly kind: string; readonly contentBase64: string; readonly [more: string]: unknown},
	folder: Folder = 'imports',
) {
	const path = `/v1/books/${book}/${folder}`;
	const answer = await client.post(path, {name: 'berkas.xlsx', ...body});
	if (answer.status !== 202) return answer.body;
	await workOnImport(answer.body.id as string, {service: world});
	return (await client.get(`${path}/${answer.body.id}`)).body;
}

/** Its findings as [code, sheet, row, column, value]. */
export async function findingsOf(
	client: Client,
	one: {book: string; id: string},
	folder: Folder = 'imports',
) {
	const path = `/v1/books/${one.book}/${folder}/${one.id}/findings?limit=1000`;
	const {body} = await client.get(path);
	type Found = {code: string; sheet: string; row: number; column: string; value: string};
	return (body.items as Found[]).map(({code, sheet, row, column, value}) => [
		code,
		sheet,
		row,
		column,
		value,
	]);
}

/** Approves what was shown and has it posted. */
export async function approveAndPost(
	world: World,
	client: Client,
	one: {book: string; id: string; previewDigest: string},
	folder: Folder = 'imports',
) {
	const path = `/v1/books/${one.book}/${folder}/${one.id}`;
	const answer = await client.post(`${path}/approve`, {previewDigest: one.previewDigest});
	if (answer.status !== 202) return answer.body;
	await workOnImport(one.id, {service: world});
	return (await client.get(path)).body;
}

/** Has an import taken back. */
export async function undo(
	world: World,
	client: Client,
	one: {book: string; id: string},
	effectiveOn: string,
	folder: Folder = 'imports',
) {
	const path = `/v1/books/${one.book}/${folder}/${one.id}`;
	const answer = await client.post(`${path}/undo`, {
		effectiveOn,
		reason: 'Berkas yang salah',
		document: 'BATAL-1',
	});
	if (answer.status !== 202) return answer.body;
	await workOnImport(one.id, {service: world});
	return (await client.get(path)).body;
}

/** All that is met in a file. */
export async function eventsOf(content: Buffer): Promise<TableEvent[]> {
	const events: TableEvent[] = [];
	for await (const event of (await readTable(content)).events) events.push(event);
	return events;
}
