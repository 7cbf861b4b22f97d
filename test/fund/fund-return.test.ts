import test from 'ava';
import {decideReallocation, decideReturn, returnable} from '../../src/fund/fund-return.ts';
import type {AllocationId} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const money = (cash: string, bank: string, heldForCity: string, kept = '0') => ({
	cash: rupiah(cash),
	bank: rupiah(bank),
	heldForCity: rupiah(heldForCity),
	keptForMembers: rupiah(kept),
});

test('what is held for the city is remitted and not returned', (t) => {
	t.is(toText(returnable(money('10', '100', '30'))), '80.00');
	t.is(toText(returnable(money('50', '100', '30'))), '100.00'); // No more than the bank has.
	t.is(toText(returnable(money('0', '20', '30'))), '0.00');
	t.is(toText(returnable(money('10', '100', '30', '5'))), '75.00');
});

test('a return is of free money, to the last sen', (t) => {
	t.notThrows(() => {
		decideReturn(rupiah('80'), money('10', '100', '30'));
	});
	t.throws(
		() => {
			decideReturn(rupiah('80.01'), money('10', '100', '30'));
		},
		{code: 'fund/returns-more-than-free'},
	);
});

test('an agreement does not move its money to itself', (t) => {
	const [one, other] = ['a', 'b'] as [AllocationId, AllocationId];
	t.notThrows(() => {
		decideReallocation(one, other);
	});
	t.throws(
		() => {
			decideReallocation(one, one);
		},
		{code: 'fund/moved-to-itself'},
	);
});
