import test from 'ava';
import {InvalidValue} from '../../src/kernel/errors.ts';
import {
	addRates,
	divideRates,
	exponential,
	fraction,
	isNegativeRate,
	isZeroRate,
	multiplyRates,
	naturalLog,
	percent,
	powerRate,
	rate,
	rateText,
	subtractRates,
	toPercentText,
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

// e is 2.7182818284590452353602874…, the natural logarithm of 2 is 0.6931471805599453094172321….
test('knows e and its logarithm to many digits', (t) => {
	t.is(toPercentText(exponential(rate('1')), 20), '271.82818284590452353603');
	t.is(toPercentText(naturalLog(rate('2')), 20), '69.31471805599453094172');
});

test('is shown in per cent, half to even, and nought has no sign', (t) => {
	t.is(toPercentText(rate('0.238097'), 4), '23.8097');
	t.is(toPercentText(rate('0.00000050'), 4), '0.0000');
	t.is(toPercentText(rate('0.00000150'), 4), '0.0002');
	t.is(toPercentText(rate('-0.0000001'), 4), '0.0000');
	t.is(toPercentText(rate('-0.01'), 2), '-1.00');
});
