import test from 'ava';
import type {MemberId} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type SurplusFacts,
	buildSurplusReport,
	leftOfShare,
} from '../../src/reporting/surplus-report.ts';
import type {SharePaid, SurplusDistribution} from '../../src/surplus/index.ts';

const share = (number: number, bySavings: string, byBusiness: string, paid: string): SharePaid => ({
	member: `m${number}` as MemberId,
	number,
	name: 'x',
	savings: rupiah('10'),
	business: rupiah('2.50'),
	savingsShare: rupiah(bySavings),
	businessShare: rupiah(byBusiness),
	paid: rupiah(paid),
});
const closing = {
	year: 2025,
	closingEntry: 7,
	closedBy: 'penyelia',
	funds: [{amount: rupiah('-10')}, {fund: 'a', amount: rupiah('110')}],
};
const facts: SurplusFacts = {
	earned: rupiah('100'),
	closing,
	distribution: {
		parts: [{amount: rupiah('40')}, {amount: rupiah('60')}],
	} as unknown as SurplusDistribution,
	shares: [share(1, '30', '20', '45'), share(2, '10', '0', '0')],
	leftOfOthers: rupiah('3'),
	control: rupiah('18'),
};

test('totals are the sums of parts and members', (t) => {
	const {state, totals} = buildSurplusReport(facts);
	t.is(state, 'distributed');
	t.deepEqual(
		Object.fromEntries(Object.entries(totals).map(([name, amount]) => [name, toText(amount)])),
		{
			earned: '100.00',
			closed: '100.00',
			distributed: '100.00',
			savingsBase: '20.00',
			businessBase: '5.00',
			savingsShare: '40.00',
			businessShare: '20.00',
			share: '60.00',
			paid: '45.00',
			left: '15.00',
			leftOfOthers: '3.00',
			control: '18.00',
		},
	);
	t.is(toText(leftOfShare(facts.shares[0]!)), '5.00');
});

test('a year is open, closed, a loss or distributed', (t) => {
	const before = {...facts, distribution: undefined, shares: []};
	t.is(buildSurplusReport({...before, closing: undefined}).state, 'not-closed');
	t.is(buildSurplusReport(before).state, 'not-distributed');
	const loss = {...closing, funds: [{amount: rupiah('-0.01')}]};
	t.is(buildSurplusReport({...before, closing: loss}).state, 'loss');
	t.is(toText(buildSurplusReport({...before, closing: undefined}).totals.distributed), '0.00');
});
