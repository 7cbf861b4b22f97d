import test from 'ava';
import {InvalidValue} from '../../src/kernel/errors.ts';
import {
	addRates,
	divideRates,
	fraction,
	isNegativeRate,
	isZeroRate,
	multiplyRates,
	percent,
	powerRate,
	rate,
	rateText,
	subtractRates,
} from '../../src/kernel/rate.ts';

test('a percentage is hundredths', (t) => {
	t.is(rateText(percent('12.5')), '0.125');
	t.is(rateText(percent('0')), '0');
});

test('is made from plain text only', (t) => {
	for (const text of ['', '1e2', '12%', ',5', 'x', '1.1234567890123456789']) {
		t.throws(() => rate(text), {instanceOf: InvalidValue}, text);
	}
});

test('calculates exactly', (t) => {
	const [a, b] = [rate('0.1'), rate('0.2')];
	t.is(rateText(addRates(a, b)), '0.3');
	t.is(rateText(subtractRates(b, a)), '0.1');
	t.is(rateText(multiplyRates(a, b)), '0.02');
	t.is(rateText(divideRates(b, a)), '2');
	t.is(rateText(powerRate(rate('1.01'), 2)), '1.0201');
	t.is(rateText(fraction(3, 4)), '0.75');
	t.deepEqual([isZeroRate(rate('0.0')), isNegativeRate(rate('-0.1'))], [true, true]);
});
