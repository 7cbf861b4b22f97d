import test from 'ava';
import {type Rupiah, rupiah, subtract, times, toText} from '../../src/kernel/money.ts';
import {
	type Part,
	equalShare,
	fitLevel,
	lastsToTheEnd,
	sumOfShares,
} from '../../src/lending/schedule-level.ts';
import {amountsOf, termsOf} from './terms.ts';

// 1,100,000 / 12 = 91,666.67: rounded up to 100,000 it would be paid off in 11.
test('a year rounded up stays a year', (t) => {
	const up = {instalmentMultiple: rupiah('10000'), instalmentRounding: 'up'} as const;
	for (const method of ['flat', 'annuity', 'murabahah'] as const) {
		const rows = amountsOf(termsOf(method, '1100000', '0', 12, up));
		t.is(rows.length, 12);
		t.is(rows[0], '90000 0 90000 1010000');
		t.is(rows[10], '90000 0 90000 110000');
		t.is(rows[11], '110000 0 110000 0');
	}
});

// 1,000,000 / 52 = 19,230.77: rounded up to 20,000 it would be paid off in 50; 51 x 19,000 =
// 969,000.
test('52 weeks rounded up to thousands stay 52 weeks', (t) => {
	const rows = amountsOf(
		termsOf('murabahah', '900000', '0', 52, {
			margin: rupiah('100000'),
			period: {unit: 'week', every: 1},
			instalmentMultiple: rupiah('1000'),
			instalmentRounding: 'up',
		}),
	);
	t.is(rows.length, 52);
	t.is(rows[0], '17100 1900 19000 882900');
	t.is(rows[51], '27900 3100 31000 0');
});

// 13 / 12 rounded up is 2, which would be paid off in 7.
test('equal principal rounded up to the rupiah lasts to the end', (t) => {
	const rows = amountsOf(termsOf('equal-principal', '13', '0', 12, {rounding: 'up'}));
	t.is(rows.length, 12);
	t.is(rows[0], '1 0 1 12');
	t.is(rows[11], '2 0 2 0');
});

// Rounding up that leaves the last row something is what was asked for: 12 x 84,000 = 1,008,000.
test('a level that lasts to the end is not lowered', (t) => {
	const up = {instalmentMultiple: rupiah('1000'), instalmentRounding: 'up'} as const;
	const rows = amountsOf(termsOf('flat', '1000000', '0', 12, up));
	t.is(rows[0], '84000 0 84000 916000');
	t.is(rows[11], '76000 0 76000 0');
});

const payOff =
	(principal: Rupiah, count: number) =>
	(level: Rupiah): Part[] =>
		Array.from({length: count}, (_, index) => {
			const left = subtract(principal, times(level, index));
			const part = index === count - 1 || left.lessThan(level) ? left : level;
			return {principal: part.isNegative() ? rupiah('0') : part, margin: rupiah('0')};
		});

test('the level found is the highest that lasts', (t) => {
	// 9 x 11 = 99 leaves one of 100 for the tenth row; 9 x 12 = 108 does not.
	const plan = fitLevel(rupiah('40'), rupiah('1'), payOff(rupiah('100'), 10));
	t.is(toText(plan.level), '11.00');
	t.true(plan.isLowered);
	t.true(lastsToTheEnd(plan.parts));
});

test('a level off the grid is lowered to a multiple of the step', (t) => {
	const plan = fitLevel(rupiah('12.50'), rupiah('5'), payOff(rupiah('100'), 10));
	t.is(toText(plan.level), '10.00');
	t.true(plan.isLowered);
});

test('shares are exact until they are rounded', (t) => {
	t.is(equalShare(rupiah('10'), 4).toFixed(), '2.5');
	t.is(sumOfShares([rupiah('1'), 3], [rupiah('2'), 3]).toFixed(), '1');
	t.is(sumOfShares([rupiah('10'), 4], [rupiah('9'), 6]).toFixed(), '4');
});
