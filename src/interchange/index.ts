// The door of interchange: all that other rooms may see of it.
export {exportJournal} from './commands/export-journal.ts';
export {type ExportFormat, exportFormats} from './journal.ts';
