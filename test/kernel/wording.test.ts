import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {amountInWords, dateInWords, momentInWords, monthInWords} from '../../src/kernel/wording.ts';

test('days and months are written as people write them', (t) => {
	t.is(dateInWords(localDate('2026-03-31'), 'id'), '31 Maret 2026');
	t.is(dateInWords(localDate('2026-08-01'), 'en'), '1 August 2026');
	t.is(monthInWords(localDate('2026-12-01'), 'id'), 'Desember 2026');
	t.is(monthInWords(localDate('2026-05-09'), 'en'), 'May 2026');
});

test('a moment is told on the calendar and clock of the book', (t) => {
	const moment = new Date('2026-04-05T17:05:00Z');
	t.is(momentInWords(moment, 'Asia/Jakarta', 'id'), '6 April 2026 pukul 00.05');
	t.is(momentInWords(moment, 'Asia/Jayapura', 'en'), '6 April 2026 at 02:05');
});

test('amounts have the marks of the language', (t) => {
	t.is(amountInWords(rupiah('1250000'), 'id'), 'Rp 1.250.000');
	t.is(amountInWords(rupiah('-1250000.5'), 'id'), '-Rp 1.250.000,50');
	t.is(amountInWords(rupiah('1250000.5'), 'en'), 'Rp 1,250,000.50');
});
