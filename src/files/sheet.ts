import type {Language} from '../kernel/errors.ts';

/** For whom a file is written: in which language, and by the clock of which zone. */
export type Reader = {
	readonly language: Language;
	readonly timeZone: string;
	/** Where the service is, for links that lead on from a file; a file without it has none. */
	readonly publicUrl?: string;
};

/**
 * What a column holds, and so how each format writes it: amounts as exact rupiah, ratios as parts
 * of one, dates as days.
 */
export type ColumnKind = 'text' | 'amount' | 'count' | 'ratio' | 'date';

export type Column = {
	/** The name that scripts rely on: the heading of the CSV file. */
	readonly key: string;
	/** What a reader sees above it. */
	readonly heading: string;
	readonly kind: ColumnKind;
};

/** A cell: amounts, ratios and dates as text, counts as numbers; null where there is nothing. */
export type Cell = string | number | null;

export type Row = Readonly<Record<string, Cell>>;

/** Where the figures of a row come from, by the key of their column. */
export type CellLinks = Readonly<Record<string, string>>;

export type Table = {
	readonly heading?: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Row by row, the paths of the lines behind its cells, by the key of the column. */
	readonly links?: readonly CellLinks[];
	/** Below the rows, in this order; `sum` where its amounts are the sums of those above. */
	readonly totals?: readonly {readonly row: Row; readonly isSum: boolean}[];
};

/** A line above the tables that says what they are of: `Per tanggal: 31 Maret 2026`. */
export type Fact = {readonly label: string; readonly value: string};

/** A report laid out: every file format shows this and nothing else. */
export type Sheet = {
	/** The name of the file, without its ending. */
	readonly name: string;
	readonly language: Language;
	readonly title: string;
	/** Whose report it is: on paper, the letterhead. */
	readonly letterhead: readonly string[];
	readonly facts: readonly Fact[];
	/** What must not be overlooked: that a policy is provisional, that there is no data. */
	readonly notices: readonly string[];
	/** What the paths of links begin with; without it a file has no links. */
	readonly publicUrl?: string;
	/** The first is the report; others are annexed and left out of CSV. */
	readonly tables: readonly [Table, ...Table[]];
	/** What CSV has instead, where the tables tell of different things and none may be left out. */
	readonly flat?: Table;
	/** When a file says that it was written; the moment it is written without it. */
	readonly writtenAt?: Date;
	/** Who signs on paper. */
	readonly signatures: readonly string[];
	/** What the code on paper leads to: the checkpoint that the report rests on. */
	readonly proof?: {readonly text: string; readonly address: string};
};

/** A heading in both languages. */
export type Heading = Readonly<Record<Language, string>>;

export type ColumnText = readonly [key: string, kind: ColumnKind, id: string, en: string];

/** Columns from a table of texts, in one language. */
export const columnsOf = (texts: readonly ColumnText[], language: Language): Column[] =>
	texts.map(([key, kind, id, en]) => ({key, kind, heading: language === 'id' ? id : en}));
