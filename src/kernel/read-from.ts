/** Why the primary answers a report although there is a replica. */
export const primaryReasons = ['away', 'behind', 'cancelled', 'other-history', 'rights'] as const;
export type PrimaryReason = (typeof primaryReasons)[number];

/** Which server answers what is read, where there is a replica beside the primary. */
export type ReadFrom =
	| {readonly server: 'primary'; readonly because: PrimaryReason}
	| {
			readonly server: 'replica';
			/** All that was written by this moment it holds. */
			readonly replayedUpTo: Date;
			/** Between that moment and the question; zero where it holds all that was written by then. */
			readonly lagSeconds: number;
			/** Whether it holds all that the question is of. */
			readonly isComplete: boolean;
	  };

/**
 * What a replica must hold to answer a question: whatever it has, for the answer says up to when;
 * all that was recorded by a moment; or all that was written before the question was asked.
 */
export type ReadNeed = 'anything' | 'everything' | Date;

/** For a header: `replica; lag=0.250; replayed-up-to="…"`, or `primary; because=behind`. */
export const readFromText = (from: ReadFrom): string =>
	from.server === 'primary'
		? `primary; because=${from.because}`
		: `replica; lag=${from.lagSeconds.toFixed(3)}; ` +
			`replayed-up-to="${from.replayedUpTo.toISOString()}"`;
