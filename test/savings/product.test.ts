import test from 'ava';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {
	isWithdrawable,
	productOf,
	savingAccounts,
	savingProducts,
} from '../../src/savings/product.ts';

test('each product has the account that the chart has for it', (t) => {
	t.deepEqual(
		Object.entries(savingAccounts).map(([name, code]) => [name, String(code)]),
		[
			['pokok', '3.1.01'],
			['wajib', '3.1.02'],
			['wadiah', '2.1.01'],
			['mudharabah', '2.5.01'],
		],
	);
	for (const product of savingProducts) t.is(productOf(savingAccounts[product]), product);
	t.is(productOf('1.1.01' as AccountCode), undefined);
});

test('only what is saved of one’s own will is withdrawn while one is a member', (t) => {
	t.deepEqual(savingProducts.filter(isWithdrawable), ['wadiah', 'mudharabah']);
});
