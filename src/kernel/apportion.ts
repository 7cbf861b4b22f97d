import {InvalidValue} from './errors.ts';
import {type Rupiah, isNegative, roundTo, subtract, sum, times, toText, zero} from './money.ts';

/**
 * Splits a total into parts in proportion to whole-number weights, each part a multiple of
 * `quantum`, so that the parts sum to the total exactly.
 *
 * Rule: every part is first rounded down to the quantum; what remains is handed out one quantum at
 * a time to the largest remainders, ties to the earlier part; a rest smaller than the quantum goes
 * to the last part with a weight.
 */
export function apportion(total: Rupiah, weights: readonly number[], quantum: Rupiah): Rupiah[] {
	if (isNegative(total))
		throw new InvalidValue('total', toText(total), 'an amount of zero or more');
	const whole = weights.reduce((a, b) => a + b, 0);
	const isWhole = weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0);
	if (!isWhole || whole <= 0 || !Number.isSafeInteger(whole)) {
		throw new InvalidValue('weights', JSON.stringify(weights), 'whole numbers, not all zero');
	}
	const exact = weights.map((weight) => total.times(weight).dividedBy(whole) as Rupiah);
	const parts = exact.map((part) => roundTo(part, 'down', quantum));
	const byRemainder = weights
		.map((weight, index) => ({index, weight, rest: exact[index]!.minus(parts[index]!)}))
		.filter(({weight}) => weight > 0)
		.sort((a, b) => b.rest.comparedTo(a.rest) || a.index - b.index);
	let left = subtract(total, sum(parts));
	for (const {index} of byRemainder) {
		if (left.lessThan(quantum)) break;
		parts[index] = parts[index]!.plus(quantum) as Rupiah;
		left = subtract(left, times(quantum, 1));
	}
	const last = weights.findLastIndex((weight) => weight > 0);
	parts[last] = parts[last]!.plus(left) as Rupiah;
	return parts.map((part) => (part.isZero() ? zero : part));
}
