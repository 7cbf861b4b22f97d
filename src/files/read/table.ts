/** What a cell holds, as the file has it: a number as its digits stand there, unrounded. */
export type ReadCell = {
	/** `date` is a number that the file shows as a day; its text is the serial number. */
	readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
	readonly text: string;
	/** What is shown was computed, and may not be what it was computed from any more. */
	readonly isFormula?: true;
};

/** What is met when a file is read from its beginning to its end. */
export type TableEvent =
	| {readonly type: 'sheet'; readonly name: string; readonly isHidden: boolean}
	| {
			readonly type: 'row';
			/** As the spreadsheet numbers it, from 1. */
			readonly number: number;
			/** By column, from 0; empty cells are not there. */
			readonly cells: ReadonlyMap<number, ReadCell>;
			readonly isHidden: boolean;
	  }
	/** Cells of the sheet before it that were made one, as `A5:C6`; told after its rows. */
	| {
			readonly type: 'merged';
			readonly range: string;
			readonly fromRow: number;
			readonly toRow: number;
	  };

/** The first day that serial numbers count from: Excel's own, or that of old Macintoshes. */
export type DateSystem = '1900' | '1904';

export type ReadTable = {
	readonly kind: 'xlsx' | 'csv';
	readonly dateSystem: DateSystem;
	readonly events: AsyncIterable<TableEvent>;
};

/** The letters of a column, as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}

/** The column of a reference such as `AB12`, from 0. */
export function columnOf(reference: string): number {
	let column = 0;
	for (const letter of reference.replace(/[^A-Za-z].*$/u, '').toUpperCase()) {
		column = column * 26 + letter.codePointAt(0)! - 64;
	}
	return column - 1;
}
