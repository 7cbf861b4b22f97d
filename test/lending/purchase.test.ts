import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import type {Cost} from '../../src/lending/late-charge.ts';
import type {LoanStatus} from '../../src/lending/loan.ts';
import {
	type BeforeSale,
	decideAdvance,
	decideCancellation,
	decideClaimPayment,
	decideDownPayment,
	decidePurchase,
	decideReturn,
	decideSale,
	decideStepReversal,
	downPaymentMinOf,
	lastPurchaseDay,
	requireDownPayment,
	requireNothingHeld,
	standingSteps,
} from '../../src/lending/purchase.ts';
import {codeOf, murabahah} from './life.ts';

// Approved on 2 February 2025 for 1,000,000, of which a tenth is asked beforehand.
const loan = {...murabahah, status: 'approved' as LoanStatus, principal: rupiah('1000000')};
const product = {purchase: 'wakalah', downPaymentMinRate: rate('0.1')} as const;
const held = (amounts: Partial<Record<keyof BeforeSale, string>> = {}): BeforeSale => ({
	advance: rupiah(amounts.advance ?? '0'),
	goods: rupiah(amounts.goods ?? '0'),
	downPayment: rupiah(amounts.downPayment ?? '0'),
	claim: rupiah(amounts.claim ?? '0'),
});
const date = (text: string) => localDate(`2025-02-${text}`);
const today = date('20');
const at = (text: string) => ({on: date(text), today, path: 'on'});
const amount = rupiah('100000');

test('the least down payment is a part of the cost in whole rupiah, or a sum, or nothing', (t) => {
	const of = (terms: Parameters<typeof downPaymentMinOf>[0], cost: string) =>
		toText(downPaymentMinOf(terms, rupiah(cost)));
	t.is(of({downPaymentMinRate: rate('0.1')}, '1000005'), '100001.00'); // 100,000.5 is rounded up.
	t.is(of({downPaymentMin: rupiah('75000')}, '1000005'), '75000.00');
	t.is(of({purchase: 'wakalah'}, '1000005'), '0.00');
	t.is(of(undefined, '1000005'), '0.00');
});

test('a down payment is taken before the sale, where it is asked, below the cost', (t) => {
	const take = (change: Partial<typeof loan>, wanted: {amount?: string; on?: string} = {}) =>
		codeOf(() =>
			decideDownPayment({...loan, ...change}, product, held({downPayment: '100000'}), {
				...at(wanted.on ?? '03'),
				amount: rupiah(wanted.amount ?? '899999'),
			}),
		);
	t.is(take({}), undefined);
	t.is(take({}, {amount: '900000'}), 'lending/down-payment-too-high');
	t.is(take({}, {on: '01'}), 'lending/before-last-step');
	t.is(take({}, {on: '21'}), 'lending/step-in-future');
	t.is(take({status: 'applied'}), 'lending/wrong-status');
	t.is(take({status: 'disbursed'}), 'lending/wrong-status');
	const direct = {purchase: 'direct'} as const;
	t.is(
		codeOf(() => decideDownPayment(loan, direct, held(), {...at('03'), amount})),
		'lending/no-down-payment-asked',
	);
	// Once the goods are bought it is their cost that counts.
	const bought = held({goods: '90000'});
	t.is(
		codeOf(() => decideDownPayment(loan, product, bought, {...at('03'), amount})),
		'lending/down-payment-too-high',
	);
});

type Wanted = {
	readonly terms?: Parameters<typeof decideAdvance>[1];
	readonly status?: LoanStatus;
	readonly size?: string;
	readonly on?: string;
};

test('the agent is given what was approved at most, once, after the down payment', (t) => {
	const give = (
		before: Partial<Record<keyof BeforeSale, string>>,
		{terms = product, status = 'approved', size = '1000000', on = '03'}: Wanted = {},
	) =>
		codeOf(() =>
			decideAdvance({...loan, status}, terms, held(before), {...at(on), amount: rupiah(size)}),
		);
	const paid = {downPayment: '100000'};
	t.is(give(paid), undefined);
	t.is(give({downPayment: '99999'}), 'lending/down-payment-too-low');
	t.is(give(paid, {size: '1000001'}), 'lending/advance-above-principal');
	t.is(give({...paid, advance: '1'}), 'lending/purchase-open');
	t.is(give({...paid, goods: '1'}), 'lending/purchase-open');
	t.is(give(paid, {terms: {purchase: 'direct'}}), 'lending/no-wakalah');
	t.is(give(paid, {status: 'verified'}), 'lending/wrong-status');
	t.is(give(paid, {on: '01'}), 'lending/before-last-step');
});

test('the agent buys for the money that was given, and what is left is said', (t) => {
	const buy = (cost: string, advance = '1000000', status: LoanStatus = 'approved') =>
		decidePurchase({...loan, status}, held({advance}), {
			...at('05'),
			cost: rupiah(cost),
			last: date('04'),
		});
	t.is(toText(buy('1000000')), '0.00');
	t.is(toText(buy('940000')), '60000.00');
	t.is(
		codeOf(() => void buy('1000001')),
		'lending/purchase-above-advance',
	);
	t.is(
		codeOf(() => void buy('1', '0')),
		'lending/no-advance',
	);
	t.is(
		codeOf(() => void buy('1', '1', 'disbursed')),
		'lending/wrong-status',
	);
});

test('nothing is sold before it is bought, and at what it cost (DSN-MUI 4/2000)', (t) => {
	const day = {on: date('06'), last: date('05')};
	const paid = {downPayment: '100000'};
	const sale = decideSale(loan, product, held({...paid, goods: '940000'}), day);
	t.deepEqual(
		{...sale, cost: toText(sale.cost), downPayment: toText(sale.downPayment)},
		{cost: '940000.00', downPayment: '100000.00', isFromStock: true},
	);
	const refused = (before: BeforeSale, when = day) =>
		codeOf(() => void decideSale(loan, product, before, when));
	t.is(refused(held(paid)), 'lending/goods-not-bought');
	t.is(refused(held({...paid, advance: '1000000'})), 'lending/goods-not-bought');
	t.is(refused(held({goods: '940000', downPayment: '99999'})), 'lending/down-payment-too-low');
	t.is(refused(held({goods: '100000', ...paid})), 'lending/down-payment-too-high');
	t.is(
		refused(held({goods: '940000', ...paid}), {...day, on: date('04')}),
		'lending/before-last-step',
	);
	const direct = decideSale(loan, undefined, held(), {on: date('03')});
	t.is(toText(direct.cost), '1000000.00');
	t.false(direct.isFromStock);
});

test('the least down payment is of what was approved', (t) => {
	t.is(
		codeOf(() => requireDownPayment(loan, product, rupiah('100000'))),
		undefined,
	);
	t.is(
		codeOf(() => requireDownPayment(loan, product, rupiah('99999.99'))),
		'lending/down-payment-too-low',
	);
});

const cost = (document: string, size: string, spentOn = '04'): Cost => ({
	document,
	description: 'Ongkos angkut',
	spentOn: date(spentOn),
	amount: rupiah(size),
});

test('a cancelled purchase: what is kept, returned and claimed sums to what there is', (t) => {
	const cancel = (downPayment: string, proceeds: string, costs: readonly Cost[] = []) => {
		const decided = decideCancellation(loan, held({goods: '940000', downPayment}), {
			...at('08'),
			last: date('05'),
			proceeds: rupiah(proceeds),
			costs,
		});
		return Object.values(decided).map(toText);
	};
	// Proceeds, loss, spent, kept, returned, claim.
	t.deepEqual(cancel('100000', '900000', [cost('A', '15000')]), [
		...['900000.00', '40000.00', '15000.00', '55000.00', '45000.00', '0.00'],
	]);
	t.deepEqual(cancel('100000', '800000', [cost('A', '15000')]), [
		...['800000.00', '140000.00', '15000.00', '100000.00', '0.00', '55000.00'],
	]);
	t.deepEqual(cancel('100000', '940000'), [
		...['940000.00', '0.00', '0.00', '0.00', '100000.00', '0.00'],
	]);
	const refused = (run: () => unknown) => codeOf(() => void run());
	t.is(
		refused(() => cancel('1', '940001')),
		'lending/proceeds-above-cost',
	);
	t.is(
		refused(() => cancel('1', '0', [cost('A', '1'), cost('A', '1')])),
		'lending/paper-twice',
	);
	t.is(
		refused(() => cancel('1', '0', [cost('A', '1', '01')])),
		'lending/before-last-step',
	);
	const wanted = {...at('08'), last: date('05'), proceeds: rupiah('0'), costs: []};
	t.is(
		refused(() => decideCancellation(loan, held({advance: '1'}), wanted)),
		'lending/goods-not-bought',
	);
	const sold = {...loan, status: 'disbursed' as const};
	t.is(
		refused(() => decideCancellation(sold, held({goods: '1'}), wanted)),
		'lending/wrong-status',
	);
	const takenBack = {...loan, status: 'reversed' as const};
	t.is(
		refused(() => decideCancellation(takenBack, held({goods: '1'}), wanted)),
		undefined,
	);
});

test('all of a down payment goes back, while nothing is bought', (t) => {
	const back = (before: Partial<Record<keyof BeforeSale, string>>) =>
		toText(decideReturn(loan, held(before), {...at('06'), last: date('05')}));
	t.is(back({downPayment: '100000'}), '100000.00');
	const refused = (before: Partial<Record<keyof BeforeSale, string>>) =>
		codeOf(() => void back(before));
	t.is(refused({}), 'lending/no-down-payment-held');
	t.is(refused({downPayment: '100000', advance: '1'}), 'lending/purchase-open');
	t.is(refused({downPayment: '100000', goods: '1'}), 'lending/purchase-open');
});

test('no more is paid of a cancelled purchase than is asked', (t) => {
	const pay = (size: string) =>
		codeOf(() =>
			decideClaimPayment(held({claim: '55000'}), {
				...at('09'),
				amount: rupiah(size),
				last: date('08'),
			}),
		);
	t.is(pay('55000'), undefined);
	t.is(pay('55000.01'), 'lending/pays-more-than-claimed');
});

test('a loan is not withdrawn while anything stands on it', (t) => {
	t.is(
		codeOf(() => requireNothingHeld(loan, held({claim: '5'}))),
		undefined,
	);
	for (const name of ['advance', 'goods', 'downPayment'] as const) {
		t.is(
			codeOf(() => requireNothingHeld(loan, held({[name]: '1'}))),
			'lending/held-before-sale',
		);
	}
});

const told = (kind: string, entryNumber: number, day: string, detail = {}) => ({
	kind,
	entryNumber,
	occurredOn: date(day),
	detail,
});
const first = told('down-payment', 11, '03', {amount: '60000.00'});
const second = told('down-payment', 12, '04', {amount: '60000.00'});
const advance = told('purchase-advance', 13, '05');
const bought = told('goods-bought', 14, '06');
const takenBack = (entry: number) =>
	told('purchase-step-reversed', entry + 100, '07', {entry: String(entry)});

test('what was taken back is no step, and the last day is of what stands', (t) => {
	const events = [told('approved', 9, '02'), first, advance, takenBack(13)];
	t.deepEqual(
		standingSteps(events).map(({entryNumber}) => entryNumber),
		[11],
	);
	t.is(lastPurchaseDay(events), date('03'));
	t.is(lastPurchaseDay([told('approved', 9, '02')]), undefined);
});

test('steps are taken back last first, and a down payment while enough is left', (t) => {
	const reverse = (
		entry: number,
		events: ReturnType<typeof told>[],
		before: Partial<Record<keyof BeforeSale, string>> = {},
		status: LoanStatus = 'approved',
	) =>
		codeOf(
			() => void decideStepReversal({...loan, status}, product, held(before), {events, entry}),
		);
	const all = [first, second, advance, bought];
	const withGoods = {downPayment: '120000', goods: '940000'};
	t.is(reverse(14, all, withGoods), undefined);
	t.is(reverse(13, all, withGoods), 'lending/purchase-step-not-last');
	t.is(reverse(13, [...all, takenBack(14)], {advance: '1000000'}), undefined);
	t.is(reverse(11, all, withGoods), 'lending/down-payment-too-low'); // 60,000 of 100,000.
	t.is(reverse(11, all, {downPayment: '160000', goods: '940000'}), undefined);
	t.is(reverse(11, [first, second], {downPayment: '120000'}), undefined);
	const returned = told('down-payment-returned', 15, '08');
	t.is(reverse(11, [first, returned]), 'lending/purchase-step-not-last');
	t.is(reverse(15, [first, returned]), undefined);
	t.is(reverse(99, all, withGoods), 'lending/unknown-purchase-step');
	t.is(reverse(13, [advance, takenBack(13)]), 'lending/unknown-purchase-step');
	t.is(reverse(14, all, withGoods, 'disbursed'), 'lending/wrong-status');
	t.is(reverse(14, all, withGoods, 'reversed'), undefined);
	const paid = told('cancellation-paid', 16, '09');
	t.is(reverse(16, [paid], {}, 'withdrawn'), undefined);
});
