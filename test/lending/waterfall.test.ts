import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import {type Waterfall, plainWaterfall, splitRepayment} from '../../src/lending/waterfall.ts';
import {instalmentsOf} from './terms.ts';

// Two instalments of 100 principal + 20 margin, and a last one of 50 + 5.
const instalments = instalmentsOf('2026-02-10 100 20', '2026-03-10 100 20', '2026-04-10 50 5');

const nothing = {principal: zero, margin: zero};

const split = (amount: string, [principal, margin] = ['0', '0']): string[] => {
	const paid = {principal: rupiah(principal), margin: rupiah(margin)};
	const found = splitRepayment(rupiah(amount), instalments, paid);
	return [toText(found.principal), toText(found.margin)];
};

test('the margin of an instalment is paid before its principal', (t) => {
	t.deepEqual(split('15'), ['0.00', '15.00']);
	t.deepEqual(split('20'), ['0.00', '20.00']);
	t.deepEqual(split('20.50'), ['0.50', '20.00']);
	t.deepEqual(split('120'), ['100.00', '20.00']);
});

test('the oldest instalment is paid before the next', (t) => {
	t.deepEqual(split('130'), ['100.00', '30.00']);
	t.deepEqual(split('150'), ['110.00', '40.00']);
	t.deepEqual(split('242'), ['200.00', '42.00']);
});

test('all that is owed can be paid at once', (t) => {
	t.deepEqual(split('295'), ['250.00', '45.00']);
});

test('a payment goes on where the last one ended', (t) => {
	t.deepEqual(split('10', ['0', '15']), ['5.00', '5.00']);
	t.deepEqual(split('100', ['60', '20']), ['80.00', '20.00']);
	t.deepEqual(split('5', ['200', '40']), ['0.00', '5.00']);
	t.deepEqual(split('45', ['200', '45']), ['45.00', '0.00']);
});

// The first of two payments was reversed: the margin of the first instalment is owed again.
test('what a reversal laid open is paid first', (t) => {
	t.deepEqual(split('30', ['100', '0']), ['0.00', '30.00']);
	t.deepEqual(split('50', ['100', '0']), ['10.00', '40.00']);
	t.deepEqual(split('195', ['100', '0']), ['150.00', '45.00']);
});

test('more than is owed is refused with what is owed', (t) => {
	t.like(
		t.throws(() => split('295.01')),
		{
			code: 'lending/repays-more-than-owed',
			message: 'The payment of 295.01 is more than the 295.00 owed; take that at most.',
			findings: [{path: 'amount'}],
		},
	);
	t.like(
		t.throws(() => split('1', ['250', '45'])),
		{message: 'The payment of 1.00 is more than the 0.00 owed; take that at most.'},
	);
});

// On 1 March: the first instalment is overdue, the second due next.
const splitBy = (amount: string, change: Partial<Waterfall>, paid = ['0', '0']): string[] => {
	const before = {principal: rupiah(paid[0]!), margin: rupiah(paid[1]!)};
	const waterfall = {...plainWaterfall, ...change};
	const on = localDate('2026-03-01');
	const found = splitRepayment(rupiah(amount), instalments, before, {waterfall, on});
	return [toText(found.principal), toText(found.margin)];
};

test('the principal before the margin where the product says so', (t) => {
	t.deepEqual(splitBy('110', {parts: 'principal-first'}), ['100.00', '10.00']);
	t.deepEqual(splitBy('130', {parts: 'principal-first'}), ['110.00', '20.00']);
});

test('vertical: one part of all that is overdue before the other', (t) => {
	const late = {direction: 'vertical'} as const;
	const on = localDate('2026-03-11');
	const found = splitRepayment(rupiah('50'), instalments, nothing, {
		waterfall: {...plainWaterfall, ...late},
		on,
	});
	// Both overdue margins are 40, and 10 is left for principal.
	t.deepEqual([toText(found.principal), toText(found.margin)], ['10.00', '40.00']);
	t.deepEqual(splitBy('50', late), ['30.00', '20.00']);
});

test('what is due next before arrears where the product says so', (t) => {
	const before = {phases: 'due-first', parts: 'principal-first'} as const;
	// The second instalment's 100 and 20, then 5 of the first's principal.
	t.deepEqual(splitBy('125', before), ['105.00', '20.00']);
	t.deepEqual(splitBy('295', before), ['250.00', '45.00']);
});
