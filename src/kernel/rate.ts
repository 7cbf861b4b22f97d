import {Decimal as Base} from 'decimal.js';
import {InvalidValue} from './errors.ts';

const Decimal = Base.clone({
	precision: 60,
	rounding: Base.ROUND_HALF_EVEN,
	toExpNeg: -60,
	toExpPos: 60,
});

declare const rateBrand: unique symbol;

/**
 * A pure number that scales money: a margin, a nisbah, a provision. Money times money does not
 * compile.
 */
export type Rate = Base & {readonly [rateBrand]: true};

const shape = /^-?\d{1,12}(\.\d{1,18})?$/;

/** A rate from its plain text: `"0.12"` is twelve hundredths. */
export function rate(text: string): Rate {
	if (typeof text !== 'string' || !shape.test(text)) {
		throw new InvalidValue('rate', text, 'a decimal number such as "0.12"');
	}
	return new Decimal(text) as Rate;
}

/** A rate from a percentage: `percent("12.5")` is 0.125. */
export const percent = (text: string): Rate => rate(text).dividedBy(100) as Rate;

/** The exact quotient of two whole numbers, to sixty digits. */
export const fraction = (numerator: number, denominator: number): Rate =>
	new Decimal(numerator).dividedBy(denominator) as Rate;

export const multiplyRates = (a: Rate, b: Rate): Rate => a.times(b) as Rate;
export const addRates = (a: Rate, b: Rate): Rate => a.plus(b) as Rate;
export const subtractRates = (a: Rate, b: Rate): Rate => a.minus(b) as Rate;
export const divideRates = (a: Rate, b: Rate): Rate => a.dividedBy(b) as Rate;
export const powerRate = (a: Rate, exponent: number): Rate => a.pow(exponent) as Rate;
export const isZeroRate = (a: Rate): boolean => a.isZero();
export const isNegativeRate = (a: Rate): boolean => a.lessThan(0);

export const exponential = (a: Rate): Rate => a.exp() as Rate;
export const naturalLog = (a: Rate): Rate => a.ln() as Rate;

/** The rate in per cent with so many decimals, half-even: 0.12 is "12.0000" with four. */
export function toPercentText(a: Rate, decimals: number): string {
	const rounded = a.times(100).toDecimalPlaces(decimals, Base.ROUND_HALF_EVEN);
	// Nought has no sign, however little below it the rate was.
	return (rounded.isZero() ? rounded.abs() : rounded).toFixed(decimals);
}

/** The rate as plain text without exponent. */
export const rateText = (a: Rate): string => a.toFixed();
