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

// "a.n." (atas nama) is how an Indonesian letter is signed on behalf of another. A user's name has
// no spaces, so what stands around it is always two of them.
const onBehalf = ' a.n. ';

/** The name under which somebody acts for another: `budi a.n. siti`, in the journal as well. */
export const actingName = (delegate: string, delegator: string): string =>
	`${delegate}${onBehalf}${delegator}`;

/** Whether a name is that of one who acts for another. */
export const isActing = (name: string): boolean => name.includes(onBehalf);

/** The users who act under a name: one, or the delegate and the delegator. */
export const personsOf = (name: string): string[] => name.split(onBehalf);

/**
 * Whether what was done under two names was done by one person, as far as duties are kept apart:
 * whoever acts for another counts as both. `identity_one_person` in PostgreSQL.
 */
export const isOnePerson = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined &&
	other !== undefined &&
	personsOf(one).some((person) => personsOf(other).includes(person));
