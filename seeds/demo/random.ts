/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
	/** A whole number from `min` to `max`, both included. */
	readonly whole: (min: number, max: number) => number;
	readonly pick: <Item>(items: readonly Item[]) => Item;
	/** True in `percent` of a hundred cases. */
	readonly chance: (percent: number) => boolean;
	/** An identity in the form of a UUID. */
	readonly uuid: () => string;
};

/** A generator by Mulberry32: one 32-bit state, whole-number arithmetic only. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d_2b_79_f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const whole = (min: number, max: number): number => min + (next() % (max - min + 1));
	return {
		whole,
		pick: (items) => items[whole(0, items.length - 1)]!,
		chance: (percent) => whole(1, 100) <= percent,
		uuid: () => {
			const hex = Array.from({length: 4}, () => next().toString(16).padStart(8, '0')).join('');
			const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
			return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
		},
	};
}
