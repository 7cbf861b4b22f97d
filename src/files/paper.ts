import {createRequire} from 'node:module';
import encodeQR from 'qr';
import PDFDocument from 'pdfkit';
import {cellText} from './cell-text.ts';
import {type Paper, type PlacedColumn, bandsOf} from './paper-bands.ts';
import type {Row, Sheet, Table} from './sheet.ts';

const {resolve} = createRequire(import.meta.url);
const fontFile = (name: string) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const margin = 36;
const size = {title: 13, text: 8.5, table: 7.5};
const padding = 2;
const codeSide = 64;

/**
 * A sheet on A4 paper: letterhead, tables with their headings on every page, page numbers, places
 * to sign and the code that leads to its proof. Whole in memory, because a page says of how many.
 */
export async function writePaper(sheet: Sheet, writtenAt: Date): Promise<Buffer> {
	const isWide = sheet.tables.some(({columns}) => columns.length > portraitColumnsMax);
	const doc = new PDFDocument({
		size: 'A4',
		layout: isWide ? 'landscape' : 'portrait',
		margins: {top: margin, left: margin, right: margin, bottom: margin + 14},
		bufferPages: true,
		lang: sheet.language,
		info: {Title: sheet.title, Creator: 'Bergulir', CreationDate: writtenAt, ModDate: writtenAt},
	});
	doc.registerFont('plain', fontFile('DejaVuSansCondensed'));
	doc.registerFont('bold', fontFile('DejaVuSansCondensed-Bold'));
	const pieces: Buffer[] = [];
	const written = new Promise<void>((done, fail) => {
		doc.on('data', (piece: Buffer) => pieces.push(piece));
		doc.on('end', done);
		doc.on('error', fail);
	});
	drawHead(doc, sheet);
	for (const table of sheet.tables) drawTable(doc, sheet, table);
	drawSignatures(doc, sheet);
	drawFeet(doc, sheet);
	doc.end();
	await written;
	return Buffer.concat(pieces);
}

type Doc = InstanceType<typeof PDFDocument>;

const portraitColumnsMax = 6;

const innerWidth = (doc: Doc): number => doc.page.width - 2 * margin;

function drawHead(doc: Doc, {letterhead, title, facts, notices, proof}: Sheet): void {
	const textWidth = innerWidth(doc) - (proof === undefined ? 0 : codeSide + 12);
	if (proof !== undefined) {
		drawCode(doc, proof.address, doc.page.width - margin - codeSide, margin);
	}
	doc.font('bold').fontSize(size.text);
	for (const line of letterhead) doc.text(line, margin, doc.y, {width: textWidth});
	doc.fontSize(size.title).text(title, margin, doc.y + 2, {width: textWidth});
	doc.font('plain').fontSize(size.text);
	const lines = facts.map(({label, value}) => `${label}: ${value}`);
	for (const line of proof === undefined ? lines : [...lines, proof.text]) {
		doc.text(line, margin, doc.y, {width: textWidth});
	}
	doc.font('bold');
	for (const notice of notices) doc.text(notice, margin, doc.y + 2, {width: textWidth});
	const below = proof === undefined ? doc.y : Math.max(doc.y, margin + codeSide);
	doc.y = below + 8;
}

function drawCode(doc: Doc, address: string, left: number, top: number): void {
	const squares = encodeQR(address, 'raw');
	const side = codeSide / squares.length;
	squares.forEach((row, y) => {
		row.forEach((isDark, x) => {
			if (isDark) doc.rect(left + x * side, top + y * side, side, side);
		});
	});
	doc.fill('#000');
}

function drawTable(doc: Doc, {language}: Sheet, table: Table): void {
	const texts = (row: Row) =>
		table.columns.map(({key, kind}): string => cellText(row[key], kind, language));
	const rows = table.rows.map(texts);
	const totals = (table.totals ?? []).map(({row}) => texts(row));
	doc.fontSize(size.table);
	const paper: Paper = {
		width: innerWidth(doc),
		padding,
		measure: (text, isBold) => doc.font(isBold ? 'bold' : 'plain').widthOfString(text),
	};
	if (table.heading !== undefined) {
		keepTogether(doc, 40);
		doc
			.font('bold')
			.fontSize(size.text)
			.text(table.heading, margin, doc.y + 4);
	}
	for (const band of bandsOf(table.columns, [...rows, ...totals], paper)) {
		drawBand(doc, band, rows, totals);
		doc.y += 8;
	}
}

function drawBand(
	doc: Doc,
	band: readonly PlacedColumn[],
	rows: readonly string[][],
	totals: readonly string[][],
): void {
	doc.fontSize(size.table);
	const heads = band.map(({heading}) => heading);
	const drawHeads = () => {
		drawRow(doc, band, heads, true);
		rule(doc, band);
	};
	keepTogether(doc, rowHeight(doc, band, heads, true) * 3);
	drawHeads();
	const drawOne = (row: readonly string[], isTotal: boolean) => {
		const cells = band.map(({index}) => row[index] ?? '');
		if (keepTogether(doc, rowHeight(doc, band, cells, isTotal))) drawHeads();
		drawRow(doc, band, cells, isTotal);
	};
	for (const row of rows) drawOne(row, false);
	if (totals.length > 0) rule(doc, band);
	for (const row of totals) drawOne(row, true);
}

/** Turns the page where what comes next would not fit; tells whether it did. */
function keepTogether(doc: Doc, height: number): boolean {
	if (doc.y + height <= doc.page.height - margin - 14) return false;
	doc.addPage();
	doc.fontSize(size.table);
	return true;
}

function rowHeight(
	doc: Doc,
	band: readonly PlacedColumn[],
	cells: readonly string[],
	isBold: boolean,
): number {
	doc.font(isBold ? 'bold' : 'plain');
	const heights = band.map(({width}, index) =>
		doc.heightOfString(cells[index] === '' ? ' ' : cells[index]!, {width: width - 2 * padding}),
	);
	return Math.max(...heights) + 2 * padding;
}

function drawRow(
	doc: Doc,
	band: readonly PlacedColumn[],
	cells: readonly string[],
	isBold: boolean,
): void {
	const height = rowHeight(doc, band, cells, isBold);
	const top = doc.y;
	doc.fillColor('#000');
	band.forEach(({left, width, isRight}, index) => {
		doc.text(cells[index]!, margin + left + padding, top + padding, {
			width: width - 2 * padding,
			align: isRight ? 'right' : 'left',
		});
	});
	doc.y = top + height;
}

function rule(doc: Doc, band: readonly PlacedColumn[]): void {
	const last = band.at(-1)!;
	doc
		.moveTo(margin, doc.y)
		.lineTo(margin + last.left + last.width, doc.y)
		.lineWidth(0.5)
		.stroke('#000');
}

function drawSignatures(doc: Doc, {signatures}: Sheet): void {
	if (signatures.length === 0) return;
	keepTogether(doc, 90);
	const top = doc.y + 12;
	const width = innerWidth(doc) / signatures.length;
	doc.font('plain').fontSize(size.text);
	signatures.forEach((signatory, index) => {
		const left = margin + index * width;
		doc.text(signatory, left, top, {width, align: 'center'});
		doc.text('( ........................................ )', left, top + 58, {
			width,
			align: 'center',
		});
	});
}

function drawFeet(doc: Doc, {title, language}: Sheet): void {
	const {start, count} = doc.bufferedPageRange();
	const [page, of] = language === 'id' ? ['Halaman', 'dari'] : ['Page', 'of'];
	for (let index = start; index < start + count; index += 1) {
		doc.switchToPage(index);
		// Below the margin, where text would turn the page.
		doc.page.margins.bottom = 0;
		const options = {width: innerWidth(doc), lineBreak: false};
		const top = doc.page.height - margin;
		doc.font('plain').fontSize(size.table).text(title, margin, top, options);
		const number = `${page} ${index - start + 1} ${of} ${count}`;
		doc.text(number, margin, top, {...options, align: 'right'});
	}
}

/** The most rows that paper is printed for: some four hundred pages. */
export const paperRowsMax = 20_000;
