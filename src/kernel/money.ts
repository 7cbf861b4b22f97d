import {Decimal as Base} from 'decimal.js';
import {InvalidValue, type Language} from './errors.ts';
import type {Rate} from './rate.ts';

// A private clone: nobody's Decimal.set() moves our arithmetic.
const Decimal = Base.clone({
	precision: 60,
	rounding: Base.ROUND_HALF_EVEN,
	toExpNeg: -60,
	toExpPos: 60,
});

declare const rupiahBrand: unique symbol;

/** An exact amount of rupiah with at most two decimals (sen). */
export type Rupiah = Base & {readonly [rupiahBrand]: true};

/** How a rounding is done. Every rounding in the program names one of these. */
export type Rounding = 'half-even' | 'half-up' | 'up' | 'down';

const modes: Record<Rounding, Base.Rounding> = {
	'half-even': Base.ROUND_HALF_EVEN,
	'half-up': Base.ROUND_HALF_UP,
	up: Base.ROUND_UP,
	down: Base.ROUND_DOWN,
};

// One amount has eighteen digits before the point at most (`numeric(20,2)`, and what a request may
// say). Sums of many have more, and whatever was booked must be read: `numeric(38,2)`.
const shape = /^-?\d{1,36}(\.\d{1,2})?$/;

/** Whether a text is an amount that {@link rupiah} takes. */
export const isRupiahText = (text: string): boolean => shape.test(text);

/**
 * The only way to make a Rupiah. Takes text such as `"1250000"` or `"1250000.50"`, never a float.
 * @throws InvalidValue when the text is not an amount of at most 36 digits and two decimals.
 */
export function rupiah(text: string): Rupiah {
	if (typeof text !== 'string' || !shape.test(text)) {
		throw new InvalidValue(
			'amount',
			text,
			'digits with at most two decimals, such as "1250000.50"',
		);
	}
	return new Decimal(text) as Rupiah;
}

export const zero: Rupiah = rupiah('0');

/** The most that one line of the journal may move. */
export const amountMax: Rupiah = rupiah('999999999999999999.99');

export const add = (a: Rupiah, b: Rupiah): Rupiah => a.plus(b) as Rupiah;
export const subtract = (a: Rupiah, b: Rupiah): Rupiah => a.minus(b) as Rupiah;
export const negate = (a: Rupiah): Rupiah => (a.isZero() ? zero : (a.negated() as Rupiah));
export const sum = (amounts: Iterable<Rupiah>): Rupiah => {
	let total = zero;
	for (const amount of amounts) total = add(total, amount);
	return total;
};

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compare = (a: Rupiah, b: Rupiah): number => a.comparedTo(b);
export const equals = (a: Rupiah, b: Rupiah): boolean => a.equals(b);
export const isZero = (a: Rupiah): boolean => a.isZero();
export const isPositive = (a: Rupiah): boolean => a.greaterThan(0);
export const isNegative = (a: Rupiah): boolean => a.lessThan(0);
export const min = (a: Rupiah, b: Rupiah): Rupiah => (a.lessThanOrEqualTo(b) ? a : b);
export const max = (a: Rupiah, b: Rupiah): Rupiah => (a.greaterThanOrEqualTo(b) ? a : b);

/** A share of an amount, rounded to a whole multiple of `quantum` rupiah by the named rounding. */
export function portion(amount: Rupiah, rate: Rate, rounding: Rounding, quantum: Rupiah): Rupiah {
	return toMultiple(amount.times(rate), rounding, quantum);
}

/**
 * `numerator` parts of `denominator` of an amount, rounded once. Multiplies before it divides, so
 * that a third of 300 is 100 and not a little less.
 */
export function share(
	amount: Rupiah,
	numerator: number,
	denominator: number,
	rounding: Rounding,
	quantum: Rupiah,
): Rupiah {
	return toMultiple(amount.times(numerator).dividedBy(denominator), rounding, quantum);
}

/** The nearest whole multiple of `quantum` by the named rounding. */
export function roundTo(amount: Rupiah, rounding: Rounding, quantum: Rupiah): Rupiah {
	return toMultiple(amount, rounding, quantum);
}

/**
 * An amount that follows from exact arithmetic outside money (a schedule's formula), rounded to a
 * multiple of `quantum` by the named rounding. The one way back from a raw decimal to a Rupiah.
 */
export function toMultiple(value: Base, rounding: Rounding, quantum: Rupiah): Rupiah {
	if (!quantum.greaterThan(0)) {
		throw new InvalidValue('quantum', toText(quantum), 'a positive amount');
	}
	const rounded = value.dividedBy(quantum).toDecimalPlaces(0, modes[rounding]).times(quantum);
	return (rounded.isZero() ? zero : rounded) as Rupiah;
}

/** A whole count times an amount, exactly. */
export const times = (amount: Rupiah, count: number): Rupiah => {
	if (!Number.isSafeInteger(count))
		throw new InvalidValue('count', String(count), 'a whole number');
	return amount.times(count) as Rupiah;
};

/**
 * The ratio of two amounts as text with `decimals` decimals, half-even; undefined when the divisor
 * is zero, because a ratio to nothing is not nought.
 */
export function ratioText(part: Rupiah, whole: Rupiah, decimals: number): string | undefined {
	if (whole.isZero()) return undefined;
	return part.dividedBy(whole).toFixed(decimals, Base.ROUND_HALF_EVEN);
}

/** The ratio of two amounts as a pure number, to sixty digits. */
export const ratio = (part: Rupiah, whole: Rupiah): Rate => part.dividedBy(whole) as Rate;

/** The canonical text of an amount: always two decimals, no grouping: `"1250000.00"`. */
export const toText = (amount: Rupiah): string => amount.toFixed(2);

/** As in tables, with two decimals: `1.250.000,00`, in English `1,250,000.00`. */
export function toGrouped(amount: Rupiah, language: Language): string {
	const [whole = '0', sen = '00'] = amount.abs().toFixed(2).split('.');
	const [point, comma] = language === 'id' ? (['.', ','] as const) : ([',', '.'] as const);
	const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, point);
	return `${amount.isNegative() ? '-' : ''}${grouped}${comma}${sen}`;
}

/**
 * As Indonesians write it: `Rp 1.250.000`, with sen only where there are any: `Rp 1.250.000,50`.
 */
export function toDisplay(amount: Rupiah): string {
	const sign = amount.isNegative() ? '-' : '';
	return `${sign}Rp ${toGrouped(amount, 'id').replace(/^-/u, '').replace(/,00$/u, '')}`;
}
