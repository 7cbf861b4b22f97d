import test from 'ava';
import {toText} from '../../src/kernel/money.ts';
import {buildIndirectCashFlow} from '../../src/reporting/indirect-cash-flow.ts';
import {code} from '../helpers/world.ts';
import {moved} from './chart.ts';

// Cash of 1,000 before. In the period: a tranche of 500; 600 lent, of which 120 came with 20
// margin; 30 set aside; 200 for a fixed asset, 10 of it written down; 50 of savings in equity;
// and the closing of a year, which moves no cash.
const before = [moved('1.1.01', 'manual', '1000'), moved('3.1.01', 'manual', '0', '1000')];
const period = [
	moved('1.1.01', 'tranche', '500'),
	moved('2.2.01', 'tranche', '0', '500'),
	moved('1.2.03', 'disbursement', '600'),
	moved('1.1.01', 'disbursement', '0', '600'),
	moved('1.1.01', 'repayment', '120'),
	moved('1.2.03', 'repayment', '0', '100'),
	moved('4.1.01', 'repayment', '0', '20'),
	moved('5.3.01', 'provision', '30'),
	moved('1.2.19', 'provision', '0', '30'),
	moved('1.5.01', 'manual', '200'),
	moved('1.1.01', 'manual', '50', '200'),
	moved('5.4.01', 'manual', '10'),
	moved('1.5.02', 'manual', '0', '10'),
	moved('3.1.02', 'manual', '0', '50'),
	moved('4.1.01', 'year-closing', '20'),
	moved('3.2.09', 'year-closing', '0', '20'),
];

test('from a loss of 20 to cash of 870, section by section', (t) => {
	const {surplus, rows, totals} = buildIndirectCashFlow(before, period, [code('1.1.01')]);
	t.is(toText(surplus), '-20.00');
	t.deepEqual(
		rows.map((row) => `${row.section} ${row.code} ${toText(row.amount)}`),
		[
			'adjustments 1.2.19 30.00',
			'adjustments 1.5.02 10.00',
			'operating 1.2.03 -500.00',
			'investing 1.5.01 -200.00',
			'financing 2.2.01 500.00',
			'financing 3.1.02 50.00',
		],
	);
	t.is(toText(totals.operating), '-480.00');
	t.is(toText(totals.investing), '-200.00');
	t.is(toText(totals.financing), '550.00');
	t.is(toText(totals.opening), '1000.00');
	t.is(toText(totals.net), '-130.00');
	t.is(toText(totals.closing), '870.00');
});
