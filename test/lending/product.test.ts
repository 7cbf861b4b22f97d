import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import {
	type Product,
	type ProductTerms,
	decideFits,
	decideProduct,
	feesOf,
	firstDueBy,
} from '../../src/lending/product.ts';
import {plainWaterfall} from '../../src/lending/waterfall.ts';

const qardh: ProductTerms = {
	code: 'QRD-10',
	name: 'Qardh sepuluh bulan',
	effectiveFrom: localDate('2026-01-01'),
	akad: 'qardh',
	method: 'equal-principal',
	principalMin: rupiah('500000'),
	principalMax: rupiah('5000000'),
	instalmentsMin: 1,
	instalmentsMax: 10,
	periodUnit: 'month',
	periodEvery: 1,
	dayCount: 'rate/12',
	rounding: 'down',
	principalGraceInstalments: 0,
	marginDeferredInstalments: 0,
	workingDayShift: 'none',
	restDays: [],
	waterfall: plainWaterfall,
	fees: [],
	tranchesMax: 1,
	legalBasis: 'Keputusan RAT 2025',
};

const found = (run: () => void): string[] => {
	try {
		run();
		return [];
	} catch (error) {
		return (error as DomainError).findings.map(({code, path}) => `${code} ${path}`);
	}
};
const faults = (change: Partial<ProductTerms>): string[] =>
	found(() => decideProduct({...qardh, ...change}));

test('a plain qardh may be', (t) => {
	t.deepEqual(faults({}), []);
	t.deepEqual(faults({fees: [{name: 'Administrasi', kind: 'fixed', amount: rupiah('10000')}]}), []);
});

test('what a fatwa forbids is refused, all of it at once', (t) => {
	t.deepEqual(
		faults({
			fees: [
				{name: 'Provisi', kind: 'percent', rate: rate('0.01')},
				{name: 'Meterai', kind: 'fixed'},
			],
			lateFine: {amount: rupiah('5000'), to: 'income'},
		}),
		[
			'lending/qardh-percent-fee fees[0].kind',
			'lending/fee-without-size fees[1].amount',
			'lending/fine-as-income lateFine.to',
		],
	);
	t.deepEqual(faults({lateFine: {amount: rupiah('5000'), to: 'benevolence'}}), []);
});

test('only a murabahah buys goods and asks beforehand, by one measure below the loan', (t) => {
	const murabahah = {akad: 'murabahah', method: 'level'} as const;
	t.deepEqual(faults({...murabahah, purchase: 'wakalah', downPaymentMinRate: rate('0.1')}), []);
	t.deepEqual(faults({...murabahah, downPaymentMin: rupiah('499999')}), []);
	t.deepEqual(faults({purchase: 'direct', downPaymentMin: rupiah('1')}), [
		'lending/purchase-not-murabahah purchase',
		'lending/purchase-not-murabahah downPaymentMin',
	]);
	const both = {downPaymentMin: rupiah('500000'), downPaymentMinRate: rate('0.1')};
	t.deepEqual(faults({...murabahah, ...both}), [
		'lending/down-payment-two-minimums downPaymentMin',
		'lending/down-payment-minimum downPaymentMin',
	]);
});

test('a conventional loan has a rate, and nothing else has one', (t) => {
	const jasa = {akad: 'jasa', method: 'flat'} as const;
	t.deepEqual(faults({...jasa, yearlyRate: rate('0.12')}), []);
	t.deepEqual(faults(jasa), ['lending/product-rate yearlyRate']);
	t.deepEqual(faults({...jasa, yearlyRate: rate('0')}), ['lending/product-rate yearlyRate']);
	t.deepEqual(faults({yearlyRate: rate('0.12')}), ['lending/product-rate yearlyRate']);
	t.deepEqual(
		faults({...jasa, yearlyRate: rate('0.12'), lateFine: {amount: rupiah('1'), to: 'income'}}),
		[],
	);
});

test('a method agrees with the akad, and bounds with each other', (t) => {
	t.deepEqual(faults({method: 'annuity'}), ['lending/product-method method']);
	t.deepEqual(faults({principalMin: rupiah('5000001'), instalmentsMin: 11}), [
		'lending/product-range principalMax',
		'lending/product-range instalmentsMax',
	]);
});

const product: Product = {...qardh, version: 1, createdBy: 'penyelia'};
const wanted = {
	akad: 'qardh',
	principal: rupiah('500000'),
	instalments: 10,
	periodUnit: 'month',
	periodEvery: 1,
	appliedOn: localDate('2026-03-01'),
} as const;

test('a loan is within the bounds of its product', (t) => {
	t.deepEqual(
		found(() => decideFits(product, wanted)),
		[],
	);
	t.deepEqual(
		found(() => decideFits(product, {...wanted, principal: rupiah('499999.99'), instalments: 11})),
		['lending/product-principal principal', 'lending/product-instalments instalments'],
	);
	t.deepEqual(
		found(() => decideFits(product, {...wanted, akad: 'murabahah', periodEvery: 2})),
		['lending/product-akad akad', 'lending/product-period period'],
	);
});

// 1 % of 1,250,050 is 12,500.50, and a half rupiah goes up.
test('fees are whole rupiah', (t) => {
	const fees = [
		{name: 'Administrasi', kind: 'fixed', amount: rupiah('10000')},
		{name: 'Provisi', kind: 'percent', rate: rate('0.01')},
	] as const;
	t.deepEqual(
		feesOf({fees}, rupiah('1250050')).map(({name, amount}) => `${name} ${toText(amount)}`),
		['Administrasi 10000.00', 'Provisi 12501.00'],
	);
});

test('disbursed after the cut-off day, the first instalment is a month later', (t) => {
	const monthly = {cutOffDay: 20, periodUnit: 'month', periodEvery: 1} as const;
	t.is(firstDueBy(monthly, localDate('2026-03-20')), localDate('2026-04-20'));
	t.is(firstDueBy(monthly, localDate('2026-03-21')), localDate('2026-05-21'));
	t.is(firstDueBy({periodUnit: 'month', periodEvery: 1}, localDate('2026-03-21')), undefined);
	t.is(firstDueBy({...monthly, periodUnit: 'week'}, localDate('2026-03-21')), undefined);
});

test('what is sold or let goes out at once; money may go out in parts', (t) => {
	const tranchesMax = 2;
	t.deepEqual(faults({tranchesMax}), []);
	for (const akad of ['mudharabah', 'musyarakah'] as const) {
		t.deepEqual(faults({akad, tranchesMax}), []);
	}
	const jasa = {akad: 'jasa', method: 'flat', yearlyRate: rate('0.12')} as const;
	t.deepEqual(faults({...jasa, tranchesMax}), []);
	for (const akad of ['murabahah', 'ijarah'] as const) {
		t.deepEqual(faults({akad, method: 'level', tranchesMax}), [
			'lending/product-tranches tranchesMax',
		]);
		t.deepEqual(faults({akad, method: 'level'}), []);
	}
});

test('a product by harvest has seasons of two to twelve months', (t) => {
	const season = (periodEvery: number) => faults({periodUnit: 'season', periodEvery});
	t.deepEqual(season(2), []);
	t.deepEqual(season(12), []);
	t.deepEqual(season(1), ['lending/season-length period.every']);
	t.deepEqual(season(13), ['lending/season-length period.every']);
	t.deepEqual(faults({periodEvery: 13}), []);
});
