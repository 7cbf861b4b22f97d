import type {FormSheet} from '../../files/form.ts';
import type {Language} from '../../kernel/errors.ts';
import type {Book} from '../../ledger/index.ts';
import {type NamedImport, getImport} from '../commands/upload-file.ts';
import {refuse} from '../errors.ts';
import type {SheetDefinition} from '../column.ts';
import type {Import} from '../import.ts';
import {definitionOf} from '../kinds.ts';
import type {ImportWork} from '../ports.ts';
import {cellOf, findingsColumn} from '../reading.ts';
import {formColumns} from '../template.ts';

const page = 1000;

/**
 * A copy of an uploaded file with the findings beside its rows, each row where it stood. It can be
 * put right and uploaded again as it is.
 * @throws DomainError `imports/unknown`, `imports/forgotten`.
 */
export async function readCopy(
	work: ImportWork,
	wanted: NamedImport,
	language: Language,
): Promise<{readonly one: Import; readonly sheets: FormSheet[]}> {
	const {book, one} = await getImport(work, wanted);
	if (one.forgottenAt) throw refuse('imports/forgotten', {at: one.forgottenAt.toISOString()});
	const said = await readSentences(work, book, one, language);
	const sheets = new Map<string, FormSheet & {rows: Map<number, readonly string[]>}>();
	for (const definition of definitionOf(one.kind).sheets) {
		sheets.set(definition.key, emptySheet(definition));
	}
	for (let after = 0; ;) {
		const rows = await work.imports.listRows(book, one.id, {after, limit: page});
		for (const row of rows) {
			const {columns} = definitionOf(one.kind).sheets.find(({key}) => key === row.part)!;
			const cells = columns.map((column) => labelOf(column.choices, cellOf(row, column)));
			const findings = said.get(placeName(row.sheet, row.row)) ?? [];
			said.delete(placeName(row.sheet, row.row));
			// The line of headings is the first one of the copy, so that no row takes its place.
			sheets.get(row.part)!.rows.set(Math.max(row.row, 2), [...cells, findings.join('\n')]);
		}
		if (rows.length < page) break;
		after = rows.at(-1)!.number;
	}
	return {one, sheets: [...sheets.values(), besidesOf(said)]};
}

const placeName = (sheet: string, row: number): string => `${sheet}\n${row}`;

async function readSentences(
	work: ImportWork,
	book: Book,
	{id}: Import,
	language: Language,
): Promise<Map<string, string[]>> {
	const said = new Map<string, string[]>();
	for (let after = 0; ;) {
		const findings = await work.imports.listFindings(book, id, {after, limit: page});
		for (const {sheet, row, column, text} of findings) {
			const place = placeName(sheet, row);
			const sentence = column === '' ? text[language] : `${column}: ${text[language]}`;
			said.set(place, [...(said.get(place) ?? []), sentence]);
		}
		if (findings.length < page) return said;
		after = findings.at(-1)!.number;
	}
}

/** What is written in the sheet for what was read of it. */
const labelOf = (choices: Readonly<Record<string, string>> | undefined, value: string): string =>
	Object.entries(choices ?? {}).find(([, meant]) => meant === value)?.[0] ?? value;

const emptySheet = (definition: SheetDefinition) => ({
	name: definition.name,
	columns: [...formColumns(definition, {}), {heading: findingsColumn, kind: 'text' as const}],
	rows: new Map<number, readonly string[]>(),
	headRow: 1,
	preparedRows: 0,
});

/** What was found of the file itself and of its headings: there is no row to stand beside. */
function besidesOf(said: ReadonlyMap<string, readonly string[]>): FormSheet {
	const lines = [...said].flatMap(([place, sentences]) => {
		const [sheet = '', row = ''] = place.split('\n');
		return sentences.map((sentence) => [sheet, row === '0' ? '' : row, sentence]);
	});
	return {
		name: 'Petunjuk',
		columns: ['Lembar', 'Baris', findingsColumn].map((heading) => ({
			heading,
			kind: 'text' as const,
		})),
		rows: new Map(lines.map((line, index) => [index + 2, line])),
		headRow: 1,
		preparedRows: 0,
	};
}
