import type {Book} from '../../ledger/index.ts';
import type {ImportFinding} from '../finding.ts';
import type {Import, Person} from '../import.ts';
import type {AsPerson, KnownMember, NumberedRow} from '../ports.ts';

/** What the steps of one import share while they are taken. */
export type StepContext = {
	readonly book: Book;
	readonly one: Import;
	/** Who uploaded it, and whoever approved it; in a trial somebody who may be either. */
	readonly maker: Person;
	readonly checker: Person;
	readonly as: AsPerson;
	/** What rows of this import became so far, by key. */
	readonly targets: Map<string, string>;
	/** What was looked up so far. */
	readonly members: Map<number, KnownMember>;
};

/** How rows of a kind are posted and taken back. */
export type RowSteps = {
	/** Posts a row by the command that a person would have given. @returns what it became. */
	readonly post: (context: StepContext, row: NumberedRow) => Promise<string | undefined>;
	/** Takes back what a row became. */
	readonly undo: (
		context: StepContext,
		row: NumberedRow & {readonly target: string},
	) => Promise<void>;
	/** What is wrong with all that was posted in a trial, taken together. */
	readonly proof?: (context: StepContext, rows: readonly NumberedRow[]) => Promise<ImportFinding[]>;
};
