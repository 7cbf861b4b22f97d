// The door of the reconciliation: all that other rooms may see of it.
export {type ReconciliationCode, reconciliationTexts} from './errors.ts';
export type {
	ReconciliationStore,
	ReconciliationWork,
	StatedFigure,
	StatedFigures,
} from './ports.ts';
export {
	type Difference,
	type Explanation,
	type Reconciliation,
	type Side,
	differencesOf,
	items,
} from './reconciliation.ts';
export {headings} from './stated-file.ts';
export {prepareReconciliation} from './commands/prepare-reconciliation.ts';
export {
	explainDifference,
	getReconciliation,
	signReconciliation,
} from './commands/sign-reconciliation.ts';
export {stateFigures, stateFile} from './commands/state-figures.ts';
export {hasMoved} from './queries/has-moved.ts';
