import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {leftOf, settledTotals} from '../../src/reporting/loan-endings.ts';

test('what is left in the register is what came in less what was recovered', (t) => {
	const loan = {
		writtenOffOn: localDate('2026-03-15'),
		opening: rupiah('100'),
		writtenOff: rupiah('500'),
		recovered: rupiah('50'),
	};
	t.is(toText(leftOf(loan)), '550.00');
});

test('settlements add up, and those at once are counted apart', (t) => {
	const loan = {principal: rupiah('10'), margin: rupiah('2'), discount: rupiah('1')};
	const totals = settledTotals([
		{...loan, isEarly: true},
		{...loan, isEarly: false},
	]);
	t.is(totals.loans, 2);
	t.is(totals.early, 1);
	t.deepEqual([totals.principal, totals.margin, totals.discount].map(toText), [
		'20.00',
		'4.00',
		'2.00',
	]);
});
