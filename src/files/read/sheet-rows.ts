import type {Readable} from 'node:stream';
import {type ReadCell, type TableEvent, columnOf} from './table.ts';
import {readXml} from './xml-part.ts';

/** What the rows of a sheet refer to. */
export type Shared = {
	readonly texts: readonly string[];
	/** By the number of a style: whether it shows a number as a day. */
	readonly areDates: readonly boolean[];
};

/** What of a cell was met so far. */
type Cell = {
	column: number;
	type: string;
	style: number;
	text: string;
	isFormula: boolean;
};

type Row = {number: number; isHidden: boolean; cells: Map<number, ReadCell>; next: number};

const columnsMax = 16_384;

/** The rows of a worksheet as they come, and in the end which of its cells were merged. */
export async function* readSheetRows(part: Readable, shared: Shared): AsyncGenerator<TableEvent> {
	const reader = createRowReader(shared);
	for await (const _ of readXml(part, reader.handlers)) yield* reader.take();
}

function createRowReader({texts, areDates}: Shared) {
	let met: TableEvent[] = [];
	let row: Row | undefined;
	let cell: Cell | undefined;
	let isValue = false;
	let lastNumber = 0;
	const open = (name: string, attribute: (name: string) => string | undefined): void => {
		switch (name) {
			case 'row':
				row = {
					number: numberOf(attribute('r')) ?? lastNumber + 1,
					isHidden: /^(?:1|true)$/u.test(attribute('hidden') ?? ''),
					cells: new Map(),
					next: 0,
				};
				break;
			case 'c':
				cell = {
					column: columnIn(attribute('r'), row),
					type: attribute('t') ?? 'n',
					style: numberOf(attribute('s')) ?? 0,
					text: '',
					isFormula: false,
				};
				break;
			case 'v':
			case 't':
				isValue = cell !== undefined;
				break;
			case 'f':
				if (cell) cell.isFormula = true;
				break;
			case 'mergeCell':
				met.push(...mergedOf(attribute('ref') ?? ''));
				break;
		}
	};
	const close = (name: string): void => {
		if (name === 'v' || name === 't') isValue = false;
		if (name === 'c' && cell && row) {
			const read = readCell(cell, texts, areDates);
			if (read && cell.column < columnsMax) row.cells.set(cell.column, read);
			row.next = cell.column + 1;
			cell = undefined;
		}
		if (name === 'row' && row) {
			lastNumber = row.number;
			const {number, cells, isHidden} = row;
			if (cells.size > 0) met.push({type: 'row', number, cells, isHidden});
			row = undefined;
		}
	};
	return {
		handlers: {
			open,
			close,
			text(piece: string) {
				if (isValue && cell) cell.text += piece;
			},
		},
		take(): TableEvent[] {
			const taken = met;
			met = [];
			return taken;
		},
	};
}

const numberOf = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d{1,7}$/u.test(text) ? Number.parseInt(text, 10) : undefined;

/** Where a cell stands: as it says, or after the one before it. */
const columnIn = (reference: string | undefined, row: Row | undefined): number =>
	reference === undefined || reference === '' ? (row?.next ?? 0) : columnOf(reference);

function mergedOf(range: string): TableEvent[] {
	const found = /^[A-Z]+(\d+):[A-Z]+(\d+)$/u.exec(range);
	if (!found) return [];
	const [fromRow, toRow] = [found[1]!, found[2]!].map((text) => Number.parseInt(text, 10));
	return [{type: 'merged', range, fromRow: fromRow!, toRow: toRow!}];
}

/** How a control character is written in a text of OOXML, `_x000D_` (ECMA-376 22.9.2.19). */
const escaped = /_x([0-9A-Fa-f]{4})_/gu;

const plain = (text: string): string =>
	text.replaceAll(escaped, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

function readCell(
	{type, style, text, isFormula}: Cell,
	texts: readonly string[],
	areDates: readonly boolean[],
): ReadCell | undefined {
	const computed = isFormula ? ({isFormula: true} as const) : {};
	const ofText = (value: string): ReadCell | undefined =>
		value.trim() === '' && !isFormula ? undefined : {kind: 'text', text: plain(value), ...computed};
	switch (type) {
		case 's':
			return ofText(texts[numberOf(text.trim()) ?? -1] ?? '');
		case 'str':
		case 'inlineStr':
			return ofText(text);
		case 'b':
			return {kind: 'boolean', text: text.trim(), ...computed};
		case 'e':
			return {kind: 'error', text: text.trim(), ...computed};
		// A day in words (ISO 8601), which few programs write.
		case 'd':
			return ofText(text.trim().replace(/T00:00:00(?:\.0+)?Z?$/u, ''));
		default:
			if (text.trim() === '' && !isFormula) return undefined;
			return {kind: areDates[style] === true ? 'date' : 'number', text: text.trim(), ...computed};
	}
}
