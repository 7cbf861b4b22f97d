import type {FindingCode} from './finding.ts';

/** How the text of a cell is read. */
export type ColumnKind = 'text' | 'code' | 'amount' | 'date' | 'nik' | 'phone' | 'count' | 'choice';

/** A column of a template. */
export type Column = {
	readonly key: string;
	/** Its heading; it is found by it wherever it stands. */
	readonly name: string;
	readonly kind: ColumnKind;
	readonly isRequired?: true;
	/** In characters, or the greatest number. */
	readonly max?: number;
	/** Of a choice: what is written in the sheet, and what is meant by it. */
	readonly choices?: Readonly<Record<string, string>>;
	/** Of an amount: nought is one as well. */
	readonly isZeroAllowed?: true;
	/** Whether findings show it as lists do. */
	readonly isPrivate?: true;
	/** What a good code looks like, and the shape that it has. */
	readonly shape?: RegExp;
	readonly example: string;
	/** What it is, for the sheet of instructions. */
	readonly note: string;
	/** From which list of the sheet Rujukan it is chosen. */
	readonly list?: LookUp;
};

/** The lists of the sheet of look-ups. */
export const lookUps = [
	'kelurahan',
	'members',
	'funds',
	'accounts',
	'products',
	'loans',
	'programmes',
] as const;
export type LookUp = (typeof lookUps)[number];

/** A sheet of a template. */
export type SheetDefinition = {
	readonly key: string;
	readonly name: string;
	readonly columns: readonly Column[];
	/** An import is not without it. */
	readonly isRequired: boolean;
};

/** A cell as it was read, or what is wrong with it. */
export type ReadValue =
	| {readonly value: string; readonly fault?: undefined}
	| {
			readonly fault: FindingCode;
			readonly values: Readonly<Record<string, string>>;
			readonly value?: undefined;
	  };

export const faulty = (
	fault: FindingCode,
	values: Readonly<Record<string, string>>,
): ReadValue => ({fault, values});

/** A name by which a heading or a choice is recognised, however it was spaced and capitalised. */
export const nameOf = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/ ?\*+$/u, '')
		.toLowerCase();

/** What signs and orders a file uses, where whoever uploads it said so. */
export type Conventions = {
	/** Indonesian `1.250.000,00` or English `1,250,000.00`. */
	readonly numberFormat?: 'id' | 'en';
	/** Whether 03/04/2025 is the third of April or the fourth of March. */
	readonly dateOrder?: 'dmy' | 'mdy';
	readonly dateSystem: '1900' | '1904';
};
