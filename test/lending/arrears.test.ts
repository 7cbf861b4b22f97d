import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {arrearsOn, instalmentsPaid} from '../../src/lending/arrears.ts';
import {instalmentsOf} from './terms.ts';

// 360 is owed in all: 240 after the first, 120 after the second, nothing after the third.
const instalments = instalmentsOf('2028-01-31 100 20', '2028-02-29 100 20', '2028-03-31 100 20');

const arrears = (day: string, owed: string): string => {
	const found = arrearsOn(localDate(day), instalments, rupiah(owed));
	return `${found.daysPastDue} days, ${toText(found.overdue)}`;
};

test('nothing is late before and on the due date', (t) => {
	t.is(arrears('2028-01-01', '360'), '0 days, 0.00');
	t.is(arrears('2028-01-31', '360'), '0 days, 0.00');
});

test('an instalment is one day late on the day after it fell due', (t) => {
	t.is(arrears('2028-02-01', '360'), '1 days, 120.00');
});

test('days count from the oldest unpaid due date, over 29 February', (t) => {
	t.is(arrears('2028-02-29', '360'), '29 days, 120.00');
	t.is(arrears('2028-03-01', '360'), '30 days, 240.00');
	t.is(arrears('2028-04-01', '360'), '61 days, 360.00');
	t.is(arrears('2029-01-31', '360'), '366 days, 360.00');
});

test('a part payment lowers what is overdue and not the days', (t) => {
	t.is(arrears('2028-03-01', '359.99'), '30 days, 239.99');
	t.is(arrears('2028-03-01', '241'), '30 days, 121.00');
});

test('an instalment paid in full moves the days to the next', (t) => {
	t.is(arrears('2028-03-01', '240'), '1 days, 120.00');
	t.is(arrears('2028-04-01', '120'), '1 days, 120.00');
	t.is(arrears('2028-03-01', '120'), '0 days, 0.00');
});

test('a loan that is paid off or ahead is not late', (t) => {
	t.is(arrears('2030-01-01', '0'), '0 days, 0.00');
	t.is(arrears('2028-02-15', '130'), '0 days, 0.00');
});

test('a row of a grace that asks for nothing is never late', (t) => {
	const graced = instalmentsOf('2028-01-31 0 0', '2028-02-29 100 0');
	const found = (day: string) => arrearsOn(localDate(day), graced, rupiah('100'));
	t.is(found('2028-02-29').daysPastDue, 0);
	t.is(found('2028-03-02').daysPastDue, 2);
	t.is(toText(found('2028-03-02').overdue), '100.00');
});

test('instalments are counted as paid once nothing of them is owed', (t) => {
	const paid = ['360', '240.01', '240', '120', '0.01', '0'].map((owed) =>
		instalmentsPaid(instalments, rupiah(owed)),
	);
	t.deepEqual(paid, [0, 0, 1, 2, 2, 3]);
});
