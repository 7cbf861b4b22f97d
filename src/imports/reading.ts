import type {ReadCell, TableEvent} from '../files/read/table.ts';
import {readCell, shownValue} from './cell.ts';
import {type Column, type Conventions, type SheetDefinition, nameOf} from './column.ts';
import {type ImportFinding, found} from './finding.ts';
import type {KindDefinition} from './kind.ts';

/** A row of a file as it is staged: what was read of it, and what stands there where it was not. */
export type StagedRow = {
	/** The key of the sheet's definition. */
	readonly part: string;
	/** The sheet as the file names it. */
	readonly sheet: string;
	readonly row: number;
	/** By the key of the column, each in the one text by which the same value is always written. */
	readonly values: Readonly<Record<string, string>>;
	/** What stands in the cells that could not be read, likewise. */
	readonly unread: Readonly<Record<string, string>>;
};

export type Staged = {
	readonly rows: readonly StagedRow[];
	readonly findings: readonly ImportFinding[];
};

/** Reads the events of one file, each as it comes. */
export type Reading = {
	readonly take: (event: TableEvent) => Staged;
	/** What is only known once all was read. */
	readonly end: () => readonly ImportFinding[];
	/** Whether there is no sense in reading on. */
	readonly isOver: () => boolean;
};

/** The column that a copy with findings has, and that is left out of account when it comes back. */
export const findingsColumn = 'Temuan';

// Sheets of a template that hold no rows.
const besides = /^(?:petunjuk|rujukan|contoh\b.*)$/u;

type Current = {
	readonly name: string;
	readonly isHidden: boolean;
	/** Undefined until it is known what the sheet holds. */
	definition?: SheetDefinition;
	/** By column of the file; none until the line of headings was met. */
	head?: ReadonlyMap<number, Column | 'left out'>;
	/** Where each column of the definition stands; undefined for one that the file has not. */
	places?: readonly {readonly column: Column; readonly at: number | undefined}[];
	headRow: number;
	isSkipped: boolean;
};

export function createReading(kind: KindDefinition, conventions: Conventions): Reading {
	let current: Current | undefined;
	const seen = new Set<string>();
	let rows = 0;
	let isOver = false;
	let hasFindings = false;
	const told = (findings: readonly ImportFinding[]): readonly ImportFinding[] => {
		hasFindings ||= findings.length > 0;
		return findings;
	};
	const takeRow = (event: TableEvent & {type: 'row'}): Staged => {
		const sheet = current!;
		if (sheet.isSkipped) return nothing;
		if (!sheet.head) return {rows: [], findings: told(openSheet(sheet, event, kind, seen))};
		rows += 1;
		if (rows > kind.rowsMax) {
			isOver = true;
			const place = {sheet: sheet.name, row: event.number};
			const max = String(kind.rowsMax);
			return {rows: [], findings: told([found('imports/too-many-rows', place, {max})])};
		}
		const {row, findings} = readRow(sheet, event, conventions);
		return {rows: [row], findings: told(findings)};
	};
	return {
		take(event) {
			switch (event.type) {
				case 'sheet':
					current = startSheet(event, kind);
					return nothing;
				case 'row':
					return takeRow(event);
				case 'merged':
					return {rows: [], findings: told(mergedFindings(current!, event))};
			}
		},
		end: () => (hasFindings ? [] : missingFindings(kind, seen, rows)),
		isOver: () => isOver,
	};
}

const nothing: Staged = {rows: [], findings: []};

function startSheet(
	{name, isHidden}: {readonly name: string; readonly isHidden: boolean},
	{sheets}: KindDefinition,
): Current {
	const definition = sheets.find((one) => nameOf(one.name) === nameOf(name));
	const isSkipped = definition === undefined && besides.test(nameOf(name));
	return {name, isHidden, headRow: 0, isSkipped, ...(definition ? {definition} : {})};
}

/** Reads the line of headings; a sheet with a fault in it is not read on. */
function openSheet(
	sheet: Current,
	{number, cells}: {readonly number: number; readonly cells: ReadonlyMap<number, ReadCell>},
	kind: KindDefinition,
	seen: Set<string>,
): ImportFinding[] {
	const place = {sheet: sheet.name, row: number};
	const skip = (...findings: ImportFinding[]): ImportFinding[] => {
		sheet.isSkipped = true;
		return findings;
	};
	const value = sheet.name;
	if (sheet.isHidden) return skip(found('imports/sheet-hidden', place, {value}));
	const headings = [...cells].map(([at, {text}]) => ({at, text: text.trim(), name: nameOf(text)}));
	const definition = sheet.definition ?? kind.sheets.find(({columns}) => hasAll(columns, headings));
	if (!definition) {
		const expected = kind.sheets.map(({name}) => name).join(', ');
		return skip(found('imports/sheet-unknown', place, {value, expected}));
	}
	sheet.definition = definition;
	const {key, columns} = definition;
	if (seen.has(key)) return skip(found('imports/sheet-twice', place, {value}));
	seen.add(key);
	const head = new Map<number, Column | 'left out'>();
	const findings: ImportFinding[] = [];
	for (const {at, text, name} of headings) {
		const column = columns.find((one) => nameOf(one.name) === name);
		if (column && [...head.values()].includes(column)) {
			findings.push(found('imports/column-twice', {...place, column: text}, {value: text}));
		} else if (!column && name !== nameOf(findingsColumn)) {
			const expected = columns.map((one) => one.name).join(', ');
			const values = {value: text.slice(0, 80), expected};
			findings.push(found('imports/column-unknown', {...place, column: text.slice(0, 80)}, values));
		}
		head.set(at, column ?? 'left out');
	}
	for (const column of columns.filter((one) => one.isRequired === true)) {
		if ([...head.values()].includes(column)) continue;
		const values = {expected: column.name};
		findings.push(found('imports/column-missing', {...place, column: column.name}, values));
	}
	sheet.head = head;
	sheet.places = columns.map((column) => ({
		column,
		at: [...head].find(([, one]) => one === column)?.[0],
	}));
	sheet.headRow = number;
	return findings.length > 0 ? skip(...findings) : [];
}

const hasAll = (columns: readonly Column[], headings: readonly {readonly name: string}[]) =>
	columns
		.filter((column) => column.isRequired === true)
		.every((column) => headings.some(({name}) => name === nameOf(column.name)));

function readRow(
	{name: sheet, definition, head, places = []}: Current,
	{number: row, cells, isHidden}: TableEvent & {type: 'row'},
	conventions: Conventions,
): {row: StagedRow; findings: ImportFinding[]} {
	const values: Record<string, string> = {};
	const unread: Record<string, string> = {};
	const findings: ImportFinding[] = [];
	if (isHidden) findings.push(found('imports/row-hidden', {sheet, row}));
	for (const {column, at} of places) {
		const place = {sheet, row, column: column.name};
		const cell = at === undefined ? undefined : cells.get(at);
		if (!cell || (cell.text.trim() === '' && cell.isFormula !== true)) {
			if (column.isRequired !== true) continue;
			unread[column.key] = '';
			findings.push(found('imports/missing', place, {expected: column.example}));
			continue;
		}
		const read = readCell(cell, column, conventions);
		if (read.fault === undefined) values[column.key] = read.value;
		else {
			unread[column.key] = cell.text;
			findings.push(found(read.fault, place, read.values));
		}
	}
	const beyond = [...cells].find(([at]) => !head!.has(at));
	if (beyond) {
		const value = beyond[1].text.slice(0, 40);
		findings.push(found('imports/beyond-columns', {sheet, row}, {value}));
	}
	return {row: {part: definition!.key, sheet, row, values, unread}, findings};
}

function mergedFindings(
	{name: sheet, headRow, head, isSkipped}: Current,
	{range, fromRow, toRow}: TableEvent & {type: 'merged'},
): ImportFinding[] {
	if (isSkipped || !head || toRow <= headRow) return [];
	const row = Math.max(fromRow, headRow + 1);
	return [found('imports/merged', {sheet, row}, {value: range})];
}

function missingFindings(
	{sheets}: KindDefinition,
	seen: ReadonlySet<string>,
	rows: number,
): ImportFinding[] {
	const place = {sheet: '', row: 0};
	const missing = sheets.filter(({key, isRequired}) => isRequired && !seen.has(key));
	if (seen.size === 0 || missing.length > 0) {
		const wanted = missing.length > 0 ? missing : sheets;
		const expected = wanted.map(({name}) => name).join(' / ');
		return [found('imports/sheet-missing', place, {expected})];
	}
	return rows === 0 ? [found('imports/no-rows', place)] : [];
}

/** What a copy shows of a value of a row: all of it, also of what is personal; it is the file's. */
export const cellOf = ({values, unread}: StagedRow, {key}: Column): string =>
	values[key] ?? unread[key] ?? '';

/** What a finding shows of a value of a row. */
export const findingValue = (row: StagedRow, column: Column): string =>
	shownValue(column, cellOf(row, column));
