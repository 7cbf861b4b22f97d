/** By which request something is done, and from which network address. */
export type Origin = {readonly requestId: string; readonly address: string};

/** Who acts: the name that goes into the journal. Never personal data beyond the user's name. */
export type Actor = {
	readonly userId: string;
	readonly name: string;
	/** Undefined for chores and the command line. */
	readonly origin?: Origin;
};

/** Whoever has not said who they are. No user can take this name, for it has parentheses. */
export const stranger: Actor = {
	userId: '00000000-0000-0000-0000-000000000000',
	name: '(stranger)',
};
