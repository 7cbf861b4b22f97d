import test from 'ava';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type ClassSum,
	buildPolicyTotals,
	controlDifferences,
} from '../../src/provisioning/portfolio.ts';
import {koperasi, pojk62} from './policies.ts';

const sumOf = (
	policy: string,
	position: number,
	[loans, owed, principal, provision]: readonly [number, string, string, string],
): ClassSum => ({
	policy,
	position,
	loans,
	owed: rupiah(owed),
	principal: rupiah(principal),
	collateral: rupiah('0'),
	base: rupiah(principal),
	provision: rupiah(provision),
});

const sums = [
	sumOf('koperasi', 1, [2, '3300000', '3000000', '15000']),
	sumOf('koperasi', 4, [1, '1100000', '1000000', '1000000']),
	sumOf('pojk-62', 1, [3, '4400000', '4000000', '0']),
];

test('totals show every class with its share, also the empty ones', (t) => {
	const totals = buildPolicyTotals(koperasi, sums, rupiah('900000'));
	t.deepEqual(
		totals.classes.map((one) => [
			one.class.code,
			one.loans,
			toText(one.principal),
			toText(one.provision),
			toText(one.netRealisableValue),
			one.share,
		]),
		[
			['lancar', 2, '3000000.00', '15000.00', '2985000.00', '0.7500'],
			['kurang-lancar', 0, '0.00', '0.00', '0.00', '0.0000'],
			['diragukan', 0, '0.00', '0.00', '0.00', '0.0000'],
			['macet', 1, '1000000.00', '1000000.00', '0.00', '0.2500'],
		],
	);
	t.is(totals.loans, 3);
	t.is(toText(totals.owed), '4400000.00');
	t.is(toText(totals.provision), '1015000.00');
	t.is(toText(totals.netRealisableValue), '2985000.00');
	t.is(toText(totals.bookedOver), '-115000.00');
});

test('each policy has the same loans and its own provision', (t) => {
	const totals = buildPolicyTotals(pojk62, sums, rupiah('900000'));
	t.is(toText(totals.principal), '4000000.00');
	t.is(toText(totals.bookedOver), '900000.00');
});

test('without a loan there is no share', (t) => {
	const totals = buildPolicyTotals(koperasi, [], rupiah('0'));
	t.deepEqual(
		totals.classes.map(({share}) => share),
		[undefined, undefined, undefined, undefined],
	);
	t.is(totals.loans, 0);
});

test('the control accounts differ from the loans by nothing, or by what is told', (t) => {
	const control = {
		owed: rupiah('4400000'),
		principal: rupiah('4000001'),
		allowance: rupiah('0'),
	};
	const {owed, principal} = controlDifferences(
		control,
		buildPolicyTotals(koperasi, sums, rupiah('0')),
	);
	t.is(toText(owed), '0.00');
	t.is(toText(principal), '1.00');
});
