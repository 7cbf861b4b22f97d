import type {LocalDate} from '../kernel/local-date.ts';

/** What the service does by itself, in the order in which a night does it. */
export const nightlyChores = [
	'months-sealed',
	'classes',
	'provisions',
	'detectors',
	'verification',
] as const;
export const recurringChores = [
	'checkpoints',
	'findings-escalated',
	'reports-expired',
	'imports-forgotten',
] as const;
export const choreNames = [...nightlyChores, ...recurringChores] as const;

export type NightlyChore = (typeof nightlyChores)[number];
export type RecurringChore = (typeof recurringChores)[number];
export type ChoreName = NightlyChore | RecurringChore;

/**
 * How a nightly chore catches up with days on which nothing ran: `each` is done for every one of
 * them, the oldest first, as many days back as are named; `latest` does the whole by its nature, so
 * that the last day stands for those before it.
 */
export type CatchUp = {readonly kind: 'each'; readonly daysMax: number} | {readonly kind: 'latest'};

export const catchUps: Readonly<Record<NightlyChore, CatchUp>> = {
	'months-sealed': {kind: 'latest'},
	classes: {kind: 'each', daysMax: 31},
	// Two ends of months are always among them.
	provisions: {kind: 'each', daysMax: 62},
	// Each run sees weeks and months back anyway.
	detectors: {kind: 'each', daysMax: 7},
	verification: {kind: 'latest'},
};

export const isNightly = (name: ChoreName): name is NightlyChore =>
	nightlyChores.some((one) => one === name);

/** What came of a run: figures of many and codes, never a name or a text of a person. */
export type Outcome = Readonly<Record<string, unknown>>;

export const runStates = ['running', 'done', 'failed'] as const;

/** One chore for one day; a recurring one has a run for each day on which it took turns. */
export type ChoreRun = {
	readonly chore: ChoreName;
	/** The day that is over, for a nightly chore; the day on which it ran, for a recurring one. */
	readonly day: LocalDate;
	readonly state: (typeof runStates)[number];
	/** How often it was begun: of a nightly chore more than once where it was taken up again. */
	readonly turns: number;
	readonly startedAt: Date;
	readonly endedAt: Date | undefined;
	/** How far it came, where it goes on from there: the last book that was done. */
	readonly place: string | undefined;
	readonly outcome: Outcome;
	/** By which code, or which kind of error, it failed. */
	readonly fault: string | undefined;
	/** When a recurring chore takes its next turn; a nightly one follows the calendar. */
	readonly nextAt: Date | undefined;
};
