// What must not compile about money. Each line stands under a directive that fails the type check
// as soon as the line compiles; nothing here is ever run.
import {Decimal} from 'decimal.js';
import {apportion} from '../../src/kernel/apportion.ts';
import {
	type Rupiah,
	add,
	compare,
	portion,
	rupiah,
	sum,
	times,
	toText,
} from '../../src/kernel/money.ts';
import {type Rate, addRates, multiplyRates} from '../../src/kernel/rate.ts';

export function moneyTimesMoney(a: Rupiah, b: Rupiah): void {
	// @ts-expect-error A portion is taken by a rate, never by an amount.
	portion(a, b, 'half-even', a);
	// @ts-expect-error An amount is multiplied by a count, never by an amount.
	times(a, b);
	// @ts-expect-error There is no operator between amounts.
	void (a * b);
	// @ts-expect-error Rates multiply rates, never amounts.
	multiplyRates(a, b);
}

export function numberAsRupiah(a: Rupiah): Rupiah[] {
	// @ts-expect-error A number is not an amount.
	add(a, 1000);
	// @ts-expect-error An amount is made from text, never from a float.
	rupiah(1000.5);
	// @ts-expect-error A text is not an amount before the kernel has read it.
	toText('1000.00');
	// @ts-expect-error A number cannot stand where an amount is kept.
	return [0];
}

export function bareDecimalAsRupiah(a: Rupiah, b: Rupiah): Rupiah {
	// @ts-expect-error The library's own decimal is not an amount.
	sum([new Decimal('1000')]);
	// @ts-expect-error The library's own decimal cannot be compared with an amount.
	compare(a, new Decimal('1000'));
	// @ts-expect-error Arithmetic outside the kernel gives a bare decimal, not an amount.
	return a.plus(b);
}

export function rateIsNoAmount(a: Rupiah, margin: Rate): void {
	// @ts-expect-error A rate is not an amount.
	add(a, margin);
	// @ts-expect-error An amount is not a rate.
	addRates(margin, a);
	// @ts-expect-error A portion names its rounding.
	portion(a, margin, 'nearest', a);
	// @ts-expect-error Every rounding is named at the call.
	portion(a, margin);
	// @ts-expect-error Weights are counts, not rates.
	apportion(a, [margin], a);
}
