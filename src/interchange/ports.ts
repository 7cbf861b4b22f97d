import type {Book, LedgerWork} from '../ledger/index.ts';
import type {ExportColumn} from './export-tables.ts';

/** A table as it is exported. */
export type ExportTable = {readonly name: string; readonly columns: readonly ExportColumn[]};

/** A kept file: a paper or a bank statement. */
export type KeptFile = {readonly id: string; readonly name: string; readonly mediaType: string};

export type KeptFiles = 'attachments' | 'bank_statements';

/** What an export reads, within one snapshot. */
export type ExportStore = {
	/** Every table of the list with its columns, by name. */
	readonly exportTables: () => Promise<ExportTable[]>;
	/**
	 * The rows of a book in a table, some at a time, by its key; every value as text, and what is
	 * personal only where it is asked for. One table at a time.
	 */
	readonly exportRows: (
		book: Book,
		table: ExportTable,
		isPersonal: boolean,
	) => AsyncIterable<readonly (readonly (string | null)[])[]>;
	readonly keptFiles: (book: Book, kind: KeptFiles) => Promise<KeptFile[]>;
	readonly keptContent: (book: Book, kind: KeptFiles, id: string) => Promise<Buffer>;
};

export type ExportWork = LedgerWork & {
	readonly exports: ExportStore;
	/** Puts it into the trail, in a transaction of its own: what was taken out stays told. */
	readonly recordActApart: (act: {
		readonly kind: 'book.export';
		readonly subject: string;
		readonly details: Readonly<Record<string, string>>;
	}) => Promise<void>;
};
