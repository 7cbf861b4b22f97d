import type {LocalDate} from '../kernel/local-date.ts';
import type {CallerScope} from '../kernel/scope.ts';
import type {ChoreName, ChoreRun, NightlyChore, Outcome, RecurringChore} from './chore.ts';
import type {Standing} from './due.ts';

/** Where a page of runs ended. */
export type RunPosition = {readonly day: string; readonly chore: string};

export type RunQuestion = {
	readonly chore?: ChoreName;
	readonly state?: ChoreRun['state'];
	readonly after?: RunPosition;
	readonly limit: number;
};

/** What is kept of the chores, within one transaction. */
export type ChoreStore = {
	readonly standing: (chore: NightlyChore) => Promise<Standing>;
	readonly find: (chore: ChoreName, day: LocalDate) => Promise<ChoreRun | undefined>;
	/** The run of the latest day of each chore that ever ran. */
	readonly latest: () => Promise<ChoreRun[]>;
	/** When each chore last ended well. */
	readonly successes: () => Promise<ReadonlyMap<ChoreName, Date>>;
	/** The latest day first. */
	readonly list: (question: RunQuestion) => Promise<ChoreRun[]>;
	/** Begins a nightly run, or takes up one that is not done; undefined where it is done. */
	readonly begin: (chore: NightlyChore, day: LocalDate, at: Date) => Promise<ChoreRun | undefined>;
	/** Notes how far a run came. False where another process has taken it up. */
	readonly note: (run: ChoreRun, place: string, outcome: Outcome) => Promise<boolean>;
	/** Ends a run, well or by a fault. False where another process has taken it up. */
	readonly end: (run: ChoreRun, ended: Ended) => Promise<boolean>;
	/** Writes down a turn of a recurring chore with those of its day. */
	readonly recordTurn: (chore: RecurringChore, day: LocalDate, turn: Turn) => Promise<void>;
};

export type Ended = {
	readonly at: Date;
	readonly outcome: Outcome;
	readonly fault?: string;
};

/** One turn of a recurring chore. */
export type Turn = Ended & {readonly startedAt: Date; readonly nextAt: Date};

export type ChoreWork = {
	readonly chores: ChoreStore;
	readonly today: () => LocalDate;
	readonly now: () => Date;
	readonly scope: CallerScope;
	/** By whose clock a day ends. */
	readonly timeZone: string;
};
