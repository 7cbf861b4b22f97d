import test from 'ava';
import {type Rounding, rupiah} from '../../src/kernel/money.ts';
import {amountsOf, termsOf} from './terms.ts';

// The expected rows, `principal margin total balance`, were computed in Python with
// fractions.Fraction, as in schedule.test.ts; a sum that is worked out by hand stands beside it.

const roundings: Record<Rounding, string[]> = {
	// 10,010 / 4 = 2,502.50 and 5 % of 10,010 = 500.50: both are ties.
	'half-even': [
		'2502 500 3002 7508',
		'2502 375 2877 5006',
		'2502 250 2752 2504',
		'2504 125 2629 0',
	],
	'half-up': ['2503 501 3004 7507', '2503 375 2878 5004', '2503 250 2753 2501', '2501 125 2626 0'],
	up: ['2503 501 3004 7507', '2503 376 2879 5004', '2503 251 2754 2501', '2501 126 2627 0'],
	down: ['2502 500 3002 7508', '2502 375 2877 5006', '2502 250 2752 2504', '2504 125 2629 0'],
};

for (const rounding of ['half-even', 'half-up', 'up', 'down'] as const) {
	test(`each part is rounded ${rounding}`, (t) => {
		const terms = termsOf('equal-principal', '10010', '60', 4, {rounding});
		t.deepEqual(amountsOf(terms), roundings[rounding]);
	});
}

test('a share that comes out whole is not rounded, down or up', (t) => {
	const thirds = ['1000 0 1000 2000', '1000 0 1000 1000', '1000 0 1000 0'];
	for (const rounding of ['down', 'up'] as const) {
		for (const method of ['flat', 'equal-principal', 'annuity', 'murabahah'] as const) {
			t.deepEqual(amountsOf(termsOf(method, '3000', '0', 3, {rounding})), thirds, method);
		}
	}
});

// A year of 365 days at 10 % on 36,500: ten a day, 73 days = 730.
test('a margin by days that comes out whole is not rounded', (t) => {
	for (const rounding of ['down', 'up'] as const) {
		const terms = termsOf('flat', '36500', '10', 1, {
			rounding,
			dayCount: 'actual/365',
			period: {unit: 'day', every: 73},
		});
		t.deepEqual(amountsOf(terms), ['36500 730 37230 0'], rounding);
	}
});

// 1.1 x 1.1 x 1,000 = 1,210: at 10 % a month, 2,100 is exactly two instalments of 1,210, and 3,310
// is exactly three of 1,331.
test('an annuity that comes out whole is not rounded up', (t) => {
	for (const rounding of ['down', 'up'] as const) {
		t.deepEqual(amountsOf(termsOf('annuity', '2100', '120', 2, {rounding})), [
			'1000 210 1210 1100',
			'1100 110 1210 0',
		]);
		t.deepEqual(amountsOf(termsOf('annuity', '3310', '120', 3, {rounding})), [
			'1000 331 1331 2310',
			'1100 231 1331 1210',
			'1210 121 1331 0',
		]);
	}
});

// Six shares of 1,000,000 + 250 = 1,000,250, which lies halfway between two multiples of 500.
const ties: Record<Rounding, [level: string, last: string]> = {
	'half-even': ['999750 250 1000000', '1001250 250 1001500 0'],
	'half-up': ['1000250 250 1000500', '998750 250 999000 0'],
	up: ['1000250 250 1000500', '998750 250 999000 0'],
	down: ['999750 250 1000000', '1001250 250 1001500 0'],
};

for (const instalmentRounding of ['half-even', 'half-up', 'up', 'down'] as const) {
	test(`principal and margin together are rounded ${instalmentRounding} to the multiple`, (t) => {
		const rows = amountsOf(
			termsOf('flat', '6000000', '0', 6, {
				margin: rupiah('1500'),
				instalmentMultiple: rupiah('500'),
				instalmentRounding,
			}),
		);
		const [level, last] = ties[instalmentRounding];
		t.is(rows.length, 6);
		t.true(rows.slice(0, 5).every((row) => row.startsWith(`${level} `)));
		t.is(rows.at(-1), last);
	});
}

test('without a rounding of its own the multiple is rounded like the rest', (t) => {
	const multiple = {instalmentMultiple: rupiah('500'), rounding: 'up'} as const;
	t.deepEqual(amountsOf(termsOf('flat', '5000000', '18.3', 6, multiple)), [
		'833750 76250 910000 4166250',
		'833750 76250 910000 3332500',
		'833750 76250 910000 2498750',
		'833750 76250 910000 1665000',
		'833750 76250 910000 831250',
		'831250 76250 907500 0',
	]);
});

test('an annuity is rounded up to the multiple', (t) => {
	const up = {instalmentMultiple: rupiah('1000'), instalmentRounding: 'up'} as const;
	t.deepEqual(amountsOf(termsOf('annuity', '5000000', '18', 6, up)), [
		'803000 75000 878000 4197000',
		'815045 62955 878000 3381955',
		'827271 50729 878000 2554684',
		'839680 38320 878000 1715004',
		'852275 25725 878000 862729',
		'862729 12941 875670 0',
	]);
});

test('an annuity is rounded down to the multiple', (t) => {
	const down = {instalmentMultiple: rupiah('1000'), instalmentRounding: 'down'} as const;
	t.deepEqual(amountsOf(termsOf('annuity', '5000000', '18', 6, down)), [
		'802000 75000 877000 4198000',
		'814030 62970 877000 3383970',
		'826240 50760 877000 2557730',
		'838634 38366 877000 1719096',
		'851214 25786 877000 867882',
		'867882 13018 880900 0',
	]);
});

test('a murabahah is rounded to the multiple, the margin in proportion to the instalment', (t) => {
	const terms = termsOf('murabahah', '7000000', '0', 6, {
		margin: rupiah('900000'),
		instalmentMultiple: rupiah('500'),
		instalmentRounding: 'half-up',
		rounding: 'down',
	});
	t.deepEqual(amountsOf(terms), [
		'1166519 149981 1316500 5833481',
		'1166519 149981 1316500 4666962',
		'1166519 149981 1316500 3500443',
		'1166519 149981 1316500 2333924',
		'1166519 149981 1316500 1167405',
		'1167405 150095 1317500 0',
	]);
});

test('the multiple does not bear on equal principal', (t) => {
	const multiple = {instalmentMultiple: rupiah('1000'), roundsComponentsSeparately: true};
	t.deepEqual(
		amountsOf(termsOf('equal-principal', '10010', '60', 4, multiple)),
		roundings['half-even'],
	);
});

// 5,000 / 12 = 416.67 and 12.50: in multiples of 20 their sum of 429.17 is 420.
test('the sum of both shares is rounded once', (t) => {
	const twenties = {moneyQuantum: rupiah('0.01'), instalmentMultiple: rupiah('20')};
	const rows = amountsOf(termsOf('flat', '5000', '3', 12, {...twenties, rounding: 'half-up'}));
	t.is(rows.length, 12);
	t.is(rows[0], '407.50 12.50 420 4592.50');
	t.is(rows[10], '407.50 12.50 420 517.50');
	t.is(rows[11], '517.50 12.50 530 0');
});

// Rounded apart they are 420 and 20, hence 440, as Fineract does it.
test('rounded separately, the shares are rounded before they are added', (t) => {
	const twenties = {
		moneyQuantum: rupiah('0.01'),
		instalmentMultiple: rupiah('20'),
		roundsComponentsSeparately: true,
		rounding: 'half-up',
	} as const;
	const rows = amountsOf(termsOf('flat', '5000', '3', 12, twenties));
	t.is(rows.length, 12);
	t.is(rows[0], '427.50 12.50 440 4572.50');
	t.is(rows[10], '427.50 12.50 440 297.50');
	t.is(rows[11], '297.50 12.50 310 0');
});

// With the margin in the same multiples, principal and margin of a row are both multiples of it.
test('rounded separately with a margin quantum, both parts of a row are multiples', (t) => {
	const terms = termsOf('flat', '5000000', '19', 7, {
		marginQuantum: rupiah('500'),
		instalmentMultiple: rupiah('500'),
		instalmentRounding: 'down',
		roundsComponentsSeparately: true,
		rounding: 'down',
	});
	// 19 % of 5,000,000 over 7/12 of a year is 554,166.67, hence 554,000; a seventh is 79,142.86.
	t.deepEqual(amountsOf(terms), [
		'714000 79000 793000 4286000',
		'714000 79000 793000 3572000',
		'714000 79000 793000 2858000',
		'714000 79000 793000 2144000',
		'714000 79000 793000 1430000',
		'714000 79000 793000 716000',
		'716000 80000 796000 0',
	]);
});

test('the margin of a row is a multiple of its own quantum', (t) => {
	const hundreds = {marginQuantum: rupiah('100'), rounding: 'half-up'} as const;
	t.deepEqual(amountsOf(termsOf('flat', '5000000', '19', 7, hundreds)), [
		'714286 79200 793486 4285714',
		'714286 79200 793486 3571428',
		'714286 79200 793486 2857142',
		'714286 79200 793486 2142856',
		'714286 79200 793486 1428570',
		'714286 79200 793486 714284',
		'714284 79000 793284 0',
	]);
});

test('an annuity whose margin has its own quantum stays level', (t) => {
	const terms = termsOf('annuity', '5000000', '19', 4, {
		marginQuantum: rupiah('500'),
		rounding: 'up',
	});
	t.deepEqual(amountsOf(terms), [
		'1220368 79500 1299868 3779632',
		'1239868 60000 1299868 2539764',
		'1259368 40500 1299868 1280396',
		'1280396 20500 1300896 0',
	]);
});

test('in the grace a flat loan pays its margin only', (t) => {
	t.deepEqual(amountsOf(termsOf('flat', '6000000', '12', 6, {principalGraceInstalments: 2})), [
		'0 60000 60000 6000000',
		'0 60000 60000 6000000',
		'1500000 60000 1560000 4500000',
		'1500000 60000 1560000 3000000',
		'1500000 60000 1560000 1500000',
		'1500000 60000 1560000 0',
	]);
});

test('in the grace a murabahah pays an even share of its margin', (t) => {
	const terms = termsOf('murabahah', '6000000', '0', 5, {
		margin: rupiah('700000'),
		principalGraceInstalments: 2,
		instalmentMultiple: rupiah('1000'),
		instalmentRounding: 'up',
	});
	t.deepEqual(amountsOf(terms), [
		'0 140000 140000 6000000',
		'0 140000 140000 6000000',
		'2000000 140000 2140000 4000000',
		'2000000 140000 2140000 2000000',
		'2000000 140000 2140000 0',
	]);
});

test('after the grace an annuity is level over the rows that are left', (t) => {
	t.deepEqual(amountsOf(termsOf('annuity', '6000000', '12', 5, {principalGraceInstalments: 2})), [
		'0 60000 60000 6000000',
		'0 60000 60000 6000000',
		'1980133 60000 2040133 4019867',
		'1999934 40199 2040133 2019933',
		'2019933 20199 2040132 0',
	]);
});

test('after the grace equal principal is equal over the rows that are left', (t) => {
	const grace = {principalGraceInstalments: 3};
	t.deepEqual(amountsOf(termsOf('equal-principal', '6000000', '12', 5, grace)), [
		'0 60000 60000 6000000',
		'0 60000 60000 6000000',
		'0 60000 60000 6000000',
		'3000000 60000 3060000 3000000',
		'3000000 30000 3030000 0',
	]);
});

test('a grace over all rows but the last makes a bullet', (t) => {
	for (const method of ['flat', 'equal-principal', 'annuity', 'murabahah'] as const) {
		const terms = termsOf(method, '6000000', '12', 3, {principalGraceInstalments: 2});
		t.deepEqual(
			amountsOf(terms),
			['0 60000 60000 6000000', '0 60000 60000 6000000', '6000000 60000 6060000 0'],
			method,
		);
	}
});

test('a fixed annuity instalment is paid in every row but the last', (t) => {
	const fixed = {fixedInstalment: rupiah('1250000')};
	t.deepEqual(amountsOf(termsOf('annuity', '6000000', '12', 5, fixed)), [
		'1190000 60000 1250000 4810000',
		'1201900 48100 1250000 3608100',
		'1213919 36081 1250000 2394181',
		'1226058 23942 1250000 1168123',
		'1168123 11681 1179804 0',
	]);
});

test('a fixed flat instalment below the even one leaves more to the last row', (t) => {
	const fixed = {fixedInstalment: rupiah('1200000')};
	t.deepEqual(amountsOf(termsOf('flat', '6000000', '12', 5, fixed)), [
		'1140000 60000 1200000 4860000',
		'1140000 60000 1200000 3720000',
		'1140000 60000 1200000 2580000',
		'1140000 60000 1200000 1440000',
		'1440000 60000 1500000 0',
	]);
});

test('a fixed instalment goes before the multiple and before separate rounding', (t) => {
	const terms = termsOf('flat', '6000000', '12', 5, {
		fixedInstalment: rupiah('1200000'),
		instalmentMultiple: rupiah('70000'),
		roundsComponentsSeparately: true,
	});
	t.is(amountsOf(terms)[0], '1140000 60000 1200000 4860000');
});

test('a fixed murabahah instalment bears margin in proportion to it', (t) => {
	const terms = termsOf('murabahah', '6000000', '0', 4, {
		margin: rupiah('600000'),
		fixedInstalment: rupiah('1700000'),
	});
	t.deepEqual(amountsOf(terms), [
		'1545455 154545 1700000 4454545',
		'1545455 154545 1700000 2909090',
		'1545455 154545 1700000 1363635',
		'1363635 136365 1500000 0',
	]);
});
