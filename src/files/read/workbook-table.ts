import {Readable} from 'node:stream';
import path from 'node:path';
import type {DateSystem, ReadTable, TableEvent} from './table.ts';
import {type Shared, readSheetRows} from './sheet-rows.ts';
import {UnreadableFile} from './unreadable.ts';
import {walkXml} from './xml-part.ts';
import {type ZipParts, openZip} from './zip-parts.ts';

type SheetPart = {readonly name: string; readonly isHidden: boolean; readonly part: string};

const workbookPart = 'xl/workbook.xml';
const sharedTextsMax = 2_000_000;

/**
 * An XLSX workbook (ECMA-376) as a table: its sheets in their order, row by row. Macros, drawings
 * and links to elsewhere are parts that are never opened.
 * @throws UnreadableFile.
 */
export async function readWorkbook(content: Buffer): Promise<ReadTable> {
	const zip = await openZip(content);
	if (!zip.names.includes(workbookPart)) throw new UnreadableFile('not-a-table');
	const {sheets, dateSystem} = await readSheetList(zip);
	return {kind: 'xlsx', dateSystem, events: readSheets(zip, sheets)};
}

async function* readSheets(
	zip: ZipParts,
	sheets: readonly SheetPart[],
): AsyncGenerator<TableEvent> {
	const shared: Shared = {texts: await readSharedTexts(zip), areDates: await readDateStyles(zip)};
	for (const {name, isHidden, part} of sheets) {
		const stream = await zip.open(part);
		if (!stream) throw new UnreadableFile('damaged', {part});
		yield {type: 'sheet', name, isHidden};
		yield* readSheetRows(stream, shared);
	}
}

/** Walks a part of the archive; nothing where it has no such part. */
async function walk(
	zip: ZipParts,
	name: string,
	handlers: Parameters<typeof walkXml>[1],
): Promise<void> {
	const part = await zip.open(name);
	if (part) await walkXml(part, handlers);
}

async function readSheetList(
	zip: ZipParts,
): Promise<{sheets: SheetPart[]; dateSystem: DateSystem}> {
	const targets = new Map<string, string>();
	await walk(zip, 'xl/_rels/workbook.xml.rels', {
		open(name, attribute) {
			if (name !== 'Relationship') return;
			const target = attribute('Target') ?? '';
			const part = target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target);
			targets.set(attribute('Id') ?? '', part);
		},
	});
	const sheets: SheetPart[] = [];
	let dateSystem: DateSystem = '1900';
	await walkXml(Readable.from([Buffer.from((await zip.text(workbookPart)) ?? '')]), {
		open(name, attribute) {
			if (name === 'workbookPr' && /^(?:1|true)$/u.test(attribute('date1904') ?? '')) {
				dateSystem = '1904';
			}
			const part = name === 'sheet' ? targets.get(attribute('r:id') ?? '') : undefined;
			// Sheets of charts and dialogues have no cells.
			if (part === undefined || !/worksheets?\//iu.test(part)) return;
			const isHidden = (attribute('state') ?? 'visible') !== 'visible';
			sheets.push({name: attribute('name') ?? '', isHidden, part});
		},
	});
	return {sheets, dateSystem};
}

async function readSharedTexts(zip: ZipParts): Promise<string[]> {
	const texts: string[] = [];
	let text = '';
	let isText = false;
	let isPhonetic = false;
	await walk(zip, 'xl/sharedStrings.xml', {
		open(name) {
			if (name === 'si') text = '';
			if (name === 'rPh') isPhonetic = true;
			isText = name === 't' && !isPhonetic;
		},
		close(name) {
			if (name === 'rPh') isPhonetic = false;
			if (name === 't') isText = false;
			if (name !== 'si') return;
			texts.push(text);
			if (texts.length > sharedTextsMax) throw new UnreadableFile('too-much-inside', {});
		},
		text(piece) {
			if (isText) text += piece;
		},
	});
	return texts;
}

// The formats that are built into every workbook and show a day or a time (ECMA-376 18.8.30).
const builtInDates = new Set([
	14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
	52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a format of its own shows a day: it has a letter of one outside quotes and brackets. */
const isDateFormat = (code: string): boolean =>
	/[dmyh]/iu.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ''));

async function readDateStyles(zip: ZipParts): Promise<boolean[]> {
	const own = new Map<number, boolean>();
	const areDates: boolean[] = [];
	let isCells = false;
	await walk(zip, 'xl/styles.xml', {
		open(name, attribute) {
			const format = Number.parseInt(attribute('numFmtId') ?? '0', 10);
			if (name === 'numFmt') own.set(format, isDateFormat(attribute('formatCode') ?? ''));
			if (name === 'cellXfs') isCells = true;
			if (name === 'xf' && isCells) areDates.push(own.get(format) ?? builtInDates.has(format));
		},
		close(name) {
			if (name === 'cellXfs') isCells = false;
		},
	});
	return areDates;
}
