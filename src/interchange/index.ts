// The door of interchange: all that other rooms may see of it.
export {exportJournal} from './commands/export-journal.ts';
export {type InterchangeCode, interchangeTexts, refuse as refuseInterchange} from './errors.ts';
export {exportedTables, leftOutTables} from './export-tables.ts';
export {type ExportFormat, exportFormats} from './journal.ts';
export type {ExportStore, ExportWork} from './ports.ts';
export {type ExportWish, exportBook} from './queries/export-book.ts';
