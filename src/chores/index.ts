// The door of the chores: all that other rooms may see of them.
export {
	type ChoreName,
	type ChoreRun,
	type NightlyChore,
	type Outcome,
	type RecurringChore,
	choreNames,
	isNightly,
	nightlyChores,
	recurringChores,
	runStates,
} from './chore.ts';
export type {Standing} from './due.ts';
export type {ChoreStore, ChoreWork, Ended, RunPosition, RunQuestion, Turn} from './ports.ts';
export {beginRun, daysToRun, recordTurn} from './commands/run-steps.ts';
export {type ChoreStanding, readChores, readRuns} from './queries/read-chores.ts';
