import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import type {MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {decidePayout, payoutSlipOf} from '../../src/surplus/payout.ts';

const pays = test.macro({
	exec(
		t,
		{amount = '40', paidOn = '2026-02-20', share = '100', paid = '60', isReversed = false},
		code: string | undefined,
	) {
		const reversal = {firstEntry: 9, effectiveOn: day('2026-03-01')};
		const decide = () => {
			decidePayout(
				{member: 'm' as MemberId, amount: rupiah(amount), paidOn: day(paidOn)},
				{year: 2025, decidedOn: day('2026-02-20'), ...(isReversed ? {reversal} : {})},
				{share: rupiah(share), paid: rupiah(paid)},
			);
		};
		if (code === undefined) t.notThrows(decide);
		else t.is(t.throws<DomainError>(decide).code, code);
	},
	title: (title = '') => title,
});
test('all that is left is paid, on the day of the distribution', pays, {}, undefined);
test('a sen more is not', pays, {amount: '40.01'}, 'surplus/above-left');
test('nor a day before', pays, {paidOn: '2026-02-19'}, 'surplus/paid-too-early');
test('nor to who has no share', pays, {share: '0', paid: '0'}, 'surplus/no-share');
test('nor of what was taken back', pays, {isReversed: true}, 'surplus/already-reversed');

test('a slip is of the payout, or of the deposit that it became', (t) => {
	t.is(payoutSlipOf({way: 'cash', number: 3}), 'SH-3');
	t.is(payoutSlipOf({way: 'bank', number: 4}), 'SH-4');
	t.is(payoutSlipOf({way: 'savings', number: 5}), 'SS-5');
});
