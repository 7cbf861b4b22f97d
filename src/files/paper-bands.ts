import type {Column} from './sheet.ts';

/** What a page offers: its width in points, and how wide a text is on it. */
export type Paper = {
	readonly width: number;
	readonly padding: number;
	readonly measure: (text: string, isBold: boolean) => number;
};

export type PlacedColumn = {
	/** Which column of the table it is. */
	readonly index: number;
	readonly heading: string;
	readonly left: number;
	readonly width: number;
	readonly isRight: boolean;
};

const textWidthMax = 170;
const textWidthMin = 40;
// So many rows tell how wide a text has to be; a longer one further down is wrapped.
const measuredMax = 500;

/**
 * The columns of a table in bands no wider than the paper, one below the other; each begins with
 * the first column, so that a row can be followed from band to band. A number is never broken.
 */
export function bandsOf(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	paper: Paper,
): PlacedColumn[][] {
	const widths = columns.map((column, index) => widthOf(column, index, rows, paper));
	const bands: number[][] = [];
	let band: number[] = [];
	let used = 0;
	widths.forEach((width, index) => {
		if (band.length > 1 && used + width > paper.width) {
			bands.push(band);
			band = [0];
			used = widths[0]!;
		}
		band.push(index);
		used += width;
	});
	bands.push(band);
	return bands.map((indexes) => place(columns, indexes, widths));
}

function place(
	columns: readonly Column[],
	indexes: readonly number[],
	widths: readonly number[],
): PlacedColumn[] {
	let left = 0;
	return indexes.map((index) => {
		const {heading, kind} = columns[index]!;
		const width = widths[index]!;
		const placed = {index, heading, left, width, isRight: kind !== 'text' && kind !== 'date'};
		left += width;
		return placed;
	});
}

function widthOf(
	{heading, kind}: Column,
	index: number,
	rows: readonly (readonly string[])[],
	{measure, padding}: Paper,
): number {
	const texts = rows.map((row) => row[index] ?? '');
	const some = kind === 'text' ? texts.slice(0, measuredMax) : [longestOf(texts)];
	const cells = some.map((text) => measure(text, true));
	const words = heading.split(' ').map((word) => measure(word, true));
	const widest = cells.reduce((most, width) => Math.max(most, width), Math.max(...words));
	const content = kind === 'text' ? Math.min(Math.max(widest, textWidthMin), textWidthMax) : widest;
	return Math.ceil(content) + 2 * padding + 1;
}

const longestOf = (texts: readonly string[]): string =>
	texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
