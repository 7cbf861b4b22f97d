import test from 'ava';
import {readBankNumber} from '../../src/kernel/bank-number.ts';

test('the number of an account is its digits, however it was written', (t) => {
	t.is(readBankNumber('0033-01-004321-50-1'), '003301004321501');
	t.is(readBankNumber(' 123 456.789 '), '123456789');
	t.is(readBankNumber('+62 812-3456-7890'), '6281234567890');
});

test('five to twenty digits are a number of an account', (t) => {
	t.is(readBankNumber('12345'), '12345');
	t.is(readBankNumber('12345678901234567890'), '12345678901234567890');
	for (const text of ['1234', '123456789012345678901', '', '   ', '-----']) {
		t.is(readBankNumber(text), undefined, text);
	}
});

test('whatever has more than digits in it is none', (t) => {
	for (const text of ['12345a', '1234567/8', '12,345,678', '++12345', '12345+', '１２３４５６']) {
		t.is(readBankNumber(text), undefined, text);
	}
});
