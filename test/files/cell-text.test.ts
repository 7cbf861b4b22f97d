import test from 'ava';
import {cellText} from '../../src/files/cell-text.ts';

test('amounts are written as Indonesians write them, or the English', (t) => {
	t.is(cellText('1250000.50', 'amount', 'id'), '1.250.000,50');
	t.is(cellText('1250000.50', 'amount', 'en'), '1,250,000.50');
	t.is(cellText('-1000.00', 'amount', 'id'), '-1.000,00');
	t.is(cellText('0.00', 'amount', 'id'), '0,00');
});

test('a ratio is a percentage: the point moves and nothing is rounded', (t) => {
	t.is(cellText('0.1250', 'ratio', 'id'), '12,50%');
	t.is(cellText('1.0000', 'ratio', 'id'), '100,00%');
	t.is(cellText('0.0512', 'ratio', 'en'), '5.12%');
	t.is(cellText('-0.0001', 'ratio', 'id'), '-0,01%');
});

test('counts, days and nothing', (t) => {
	t.is(cellText(1200, 'count', 'id'), '1.200');
	t.is(cellText('2026-03-05', 'date', 'id'), '05/03/2026');
	t.is(cellText('kemarin', 'date', 'id'), 'kemarin');
	t.is(cellText(null, 'amount', 'id'), '');
	t.is(cellText(undefined, 'text', 'id'), '');
});
