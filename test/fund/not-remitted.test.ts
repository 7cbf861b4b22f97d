import test from 'ava';
import {type Collected, ageCollected} from '../../src/fund/not-remitted.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';

const paid = (collectedOn: string, amount: string, entryNumber: number): Collected => ({
	collectedOn: localDate(collectedOn),
	entryNumber,
	document: `KW-${entryNumber}`,
	amount: rupiah(amount),
});
const payments = [
	paid('2026-03-01', '100', 5),
	paid('2026-03-10', '50', 8),
	paid('2026-03-24', '70', 9),
];
const terms = {day: localDate('2026-03-31'), remittanceDays: 7};
const age = (held: string) =>
	ageCollected(payments, rupiah(held), terms).map((row) => [
		row.entryNumber,
		toText(row.held),
		row.days,
		row.isLate,
	]);

test('what was remitted is of the earliest collected first', (t) => {
	// 220 collected, 130 remitted: all of the first and 30 of the second.
	t.deepEqual(age('90'), [
		[8, '20.00', 21, true],
		[9, '70.00', 7, false],
	]);
});

test('nothing remitted leaves every payment with its own age', (t) => {
	t.deepEqual(age('220'), [
		[5, '100.00', 30, true],
		[8, '50.00', 21, true],
		[9, '70.00', 7, false],
	]);
});

test('all remitted leaves none', (t) => {
	t.deepEqual(age('0'), []);
	t.deepEqual(ageCollected([], zero, terms), []);
});
