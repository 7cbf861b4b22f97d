/**
 * The books within which an operation may read and write: all of them, or those listed.
 * PostgreSQL enforces the same list by row-level security.
 */
export type BookScope =
	{readonly all: true} | {readonly all: false; readonly books: readonly string[]};

/** Who acts: the name that goes into the journal. Never personal data beyond the user's name. */
export type Actor = {readonly userId: string; readonly name: string};

export const everyBook: BookScope = {all: true};
