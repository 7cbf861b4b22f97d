import {
	type Rupiah,
	add,
	compare,
	isPositive,
	roundTo,
	subtract,
	times,
	toMultiple,
	zero,
} from '../kernel/money.ts';

/** What one row pays. */
export type Part = {readonly principal: Rupiah; readonly margin: Rupiah};

/**
 * The rows of a schedule before any deferral, the level that made them, and whether it gave way.
 */
export type Plan = {
	readonly parts: readonly Part[];
	/** What every row after the grace but the last pays; under equal principal, of principal. */
	readonly level: Rupiah;
	readonly isLowered: boolean;
};

/** Whether the loan lasts for all its rows: something of the principal is left for the last. */
export const lastsToTheEnd = (parts: readonly Part[]): boolean =>
	isPositive(parts.at(-1)!.principal);

/**
 * The rows at a level, or at the highest multiple of `step` below it at which principal is left for
 * the last row. A level that was rounded up can pay a loan of 52 weeks off in 50; the member agreed
 * to 52 instalments, so the level gives way and not their number.
 */
export function fitLevel(
	level: Rupiah,
	step: Rupiah,
	build: (level: Rupiah) => readonly Part[],
): Plan {
	const parts = build(level);
	if (lastsToTheEnd(parts)) return {parts, level, isLowered: false};
	// A level of nothing leaves all principal to the last row, so the search has a lower end.
	let [fitting, tooHigh] = [zero, roundTo(level, 'up', step)];
	while (compare(subtract(tooHigh, fitting), step) > 0) {
		const middle = toMultiple(add(fitting, tooHigh).dividedBy(2), 'down', step);
		if (lastsToTheEnd(build(middle))) fitting = middle;
		else tooHigh = middle;
	}
	return {parts: build(fitting), level: fitting, isLowered: true};
}

/** One of `count` equal shares of an amount, exact until the caller rounds it. */
export const equalShare = (amount: Rupiah, count: number): ReturnType<Rupiah['dividedBy']> =>
	amount.dividedBy(count);

/** The sum of two equal shares as one fraction, so that it is rounded once only. */
export const sumOfShares = (
	[amount, count]: readonly [Rupiah, number],
	[other, otherCount]: readonly [Rupiah, number],
): ReturnType<Rupiah['dividedBy']> =>
	add(times(amount, otherCount), times(other, count)).dividedBy(count * otherCount);
