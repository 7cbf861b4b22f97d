import Table from 'cli-table3';
import {cellText} from './cell-text.ts';
import type {Sheet, Table as SheetTable} from './sheet.ts';

/** A sheet for a terminal: its title and facts, then each table. */
export function writeTextTables(sheet: Sheet): string {
	const facts = sheet.facts.map(({label, value}) => `${label}: ${value}`);
	const head = [sheet.title, ...sheet.letterhead, ...facts, ...sheet.notices];
	const tables = sheet.tables.map((table) => textTable(table, sheet.language));
	return [...head.map((line) => `${line}\n`), ...tables].join('');
}

function textTable({heading, columns, rows, totals}: SheetTable, language: Sheet['language']) {
	const table = new Table({
		head: columns.map((column) => column.heading),
		colAligns: columns.map(({kind}) => (kind === 'text' || kind === 'date' ? 'left' : 'right')),
		style: {head: [], border: []},
	});
	for (const row of [...rows, ...(totals ?? []).map((total) => total.row)]) {
		table.push(columns.map(({key, kind}) => cellText(row[key], kind, language)));
	}
	const above = heading === undefined ? '' : `\n${heading}\n`;
	return `${above}${table.toString()}\n`;
}
