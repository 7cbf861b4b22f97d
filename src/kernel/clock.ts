/** Where every "now" comes from, so that a test or the demo can set it. */
export type Clock = {readonly now: () => Date};

/** The clock of this machine. */
export const systemClock: Clock = {now: () => new Date()};

/** A clock that stands still until it is set. */
export function settableClock(start: string): Clock & {set: (moment: string) => void} {
	let current = new Date(start);
	return {
		now: () => new Date(current),
		set(moment) {
			current = new Date(moment);
		},
	};
}
