// The door of imports: all that other rooms may see of them.
export {type Column, type SheetDefinition, lookUps} from './column.ts';
export {type ImportCode, importTexts, refuse as refuseImport} from './errors.ts';
export type {ImportFinding} from './finding.ts';
export {
	type Import,
	type ImportStatus,
	type OpeningTerms,
	fileBytesMax,
	importStatuses,
	keptDays,
} from './import.ts';
export {
	type ImportKind,
	type KindDefinition,
	cityKinds,
	cooperativeKinds,
	importKinds,
} from './kind.ts';
export {definitionOf} from './kinds.ts';
export type {ImportSteps, ImportStore, ImportWork, OpeningRecord, PostingPlace} from './ports.ts';
export type {Preview} from './preview.ts';
export {cellOf, findingsColumn} from './reading.ts';
export {templateOf} from './template.ts';
export {readCopy} from './queries/read-copy.ts';
export {readTemplate} from './queries/read-template.ts';
export {
	type CheckedImport,
	beginCheck,
	checkPage,
	compareRows,
	endCheck,
	keepPiece,
	tryImport,
} from './commands/check-import.ts';
export {
	RowRefused,
	approveImport,
	askForUndo,
	forgetImports,
	postNextRows,
	resumeImport,
	stopImport,
	undoImport,
} from './commands/post-import.ts';
export {stageFile} from './commands/stage-file.ts';
export {
	type NewImport,
	getCooperativeBook,
	getImport,
	rejectImport,
	uploadFile,
} from './commands/upload-file.ts';
