import test from 'ava';
import {InvalidValue} from '../../src/kernel/errors.ts';
import {
	add,
	compare,
	equals,
	isNegative,
	isPositive,
	isRupiahText,
	isZero,
	max,
	min,
	negate,
	portion,
	ratio,
	ratioText,
	roundTo,
	rupiah,
	share,
	subtract,
	sum,
	times,
	toDisplay,
	toMultiple,
	toText,
	zero,
} from '../../src/kernel/money.ts';
import {percent, rateText} from '../../src/kernel/rate.ts';

const one = rupiah('1');

test('is made from plain text with at most two decimals, and from nothing else', (t) => {
	for (const text of [
		'0',
		'1',
		'1250000',
		'1250000.5',
		'1250000.50',
		'-3',
		'999999999999999999.99',
		'123456789012345678901234567890123456.78',
	]) {
		t.true(isRupiahText(text), text);
		t.notThrows(() => rupiah(text), text);
	}
	const others = [
		'',
		' 1',
		'1.',
		'.5',
		'1.005',
		'1,5',
		'1e3',
		'+1',
		'0x1',
		'NaN',
		'1234567890123456789012345678901234567',
		'1 000',
	];
	for (const text of others) {
		t.false(isRupiahText(text), text);
		t.throws(() => rupiah(text), {instanceOf: InvalidValue}, text);
	}
	t.throws(() => rupiah(5 as never), {instanceOf: InvalidValue});
});

test('adds and subtracts what floats cannot', (t) => {
	t.is(toText(add(rupiah('0.1'), rupiah('0.2'))), '0.30');
	const large = rupiah('999999999999999998.99');
	t.is(toText(add(large, rupiah('1.00'))), '999999999999999999.99');
	t.is(toText(subtract(rupiah('1'), rupiah('1.01'))), '-0.01');
	t.is(toText(sum(['1.10', '2.20', '3.30'].map(rupiah))), '6.60');
	t.is(toText(sum([])), '0.00');
});

test('has no minus zero', (t) => {
	t.is(toText(negate(zero)), '0.00');
	t.is(toText(roundTo(rupiah('-0.4'), 'half-up', one)), '0.00');
});

test('compares', (t) => {
	const [two, three] = [rupiah('2'), rupiah('3')];
	t.true(compare(two, three) < 0);
	t.is(compare(two, rupiah('2.00')), 0);
	t.true(equals(two, rupiah('2.00')));
	t.is(min(two, three), two);
	t.is(max(two, three), three);
	t.deepEqual([isZero(zero), isPositive(zero), isNegative(zero)], [true, false, false]);
	t.deepEqual([isPositive(two), isNegative(negate(two))], [true, true]);
});

const rounds = test.macro({
	exec(t, amount: string, expected: Readonly<Record<string, string>>) {
		for (const [rounding, text] of Object.entries(expected)) {
			t.is(toText(roundTo(rupiah(amount), rounding as 'up', one)), text, rounding);
		}
	},
	title: (_, amount: string) => `rounds ${amount} as each rounding is named`,
});
test(rounds, '2.5', {'half-even': '2.00', 'half-up': '3.00', up: '3.00', down: '2.00'});
test(rounds, '3.5', {'half-even': '4.00', 'half-up': '4.00', up: '4.00', down: '3.00'});
test(rounds, '2.01', {'half-even': '2.00', 'half-up': '2.00', up: '3.00', down: '2.00'});
test(rounds, '-2.5', {'half-even': '-2.00', 'half-up': '-3.00', up: '-3.00', down: '-2.00'});

test('rounds to any multiple', (t) => {
	// The case that another system gets wrong: 12.900 to the nearest 500 is 13.000.
	t.is(toText(roundTo(rupiah('12900'), 'half-up', rupiah('500'))), '13000.00');
	t.is(toText(roundTo(rupiah('12000'), 'up', rupiah('1000'))), '12000.00');
	t.is(toText(roundTo(rupiah('12950'), 'up', rupiah('500'))), '13000.00');
	t.is(toText(toMultiple(rupiah('7'), 'down', rupiah('0.25'))), '7.00');
	t.throws(() => roundTo(one, 'up', zero), {instanceOf: InvalidValue});
});

test('a portion is of a rate, a share of whole numbers, each rounded once', (t) => {
	t.is(toText(portion(rupiah('1825000'), percent('8'), 'half-up', one)), '146000.00');
	t.is(toText(share(rupiah('300'), 1, 3, 'down', one)), '100.00', 'not 99');
	t.is(toText(share(rupiah('100'), 1, 3, 'up', one)), '34.00');
	t.is(toText(share(rupiah('100'), 2, 3, 'half-even', rupiah('0.01'))), '66.67');
	t.is(toText(times(rupiah('2.50'), 3)), '7.50');
	t.throws(() => times(one, 1.5), {instanceOf: InvalidValue});
});

test('a ratio is text, and none to nothing', (t) => {
	t.is(ratioText(rupiah('2'), rupiah('3'), 4), '0.6667');
	t.is(ratioText(rupiah('1'), zero, 4), undefined);
	t.is(rateText(ratio(rupiah('3'), rupiah('8'))), '0.375');
});

test('is shown as Indonesians write it', (t) => {
	const shown = ['0', '950', '1250000', '1250000.5', '-1000', '999999999999'].map((text) =>
		toDisplay(rupiah(text)),
	);
	t.deepEqual(shown, [
		'Rp 0',
		'Rp 950',
		'Rp 1.250.000',
		'Rp 1.250.000,50',
		'-Rp 1.000',
		'Rp 999.999.999.999',
	]);
});
