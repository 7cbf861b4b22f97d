/** How one person is kin to another, for whoever must not decide on their own family. */
export const kinships = [
	'spouse',
	'parent',
	'child',
	'sibling',
	'in-law',
	'other-relative',
] as const;

export type Kinship = (typeof kinships)[number];

/** The same, or the person themselves. */
export const selfOrKin = ['self', ...kinships] as const;

export type SelfOrKin = (typeof selfOrKin)[number];
