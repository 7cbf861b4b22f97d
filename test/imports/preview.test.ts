import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {createPreview} from '../../src/imports/preview.ts';

test('writes are added up by kind and account, and the first ones are shown', (t) => {
	const preview = createPreview();
	for (const amount of ['100', '50.50']) {
		preview.add({
			name: 'repayment',
			subject: 'KOP-1 1',
			amount: rupiah(amount),
			effectiveOn: localDate('2025-03-03'),
			backdatedDays: 0,
			lines: [
				{account: '1.1.01', side: 'debit', amount: rupiah(amount)},
				{account: '1.2.03', side: 'credit', amount: rupiah(amount)},
			],
		});
	}
	preview.add({name: 'product.change', subject: 'x', backdatedDays: 0, lines: []});
	const made = preview.made({new: 2, known: 1});
	t.is(made.entries, 2);
	t.deepEqual(made.rows, {new: 2, known: 1});
	t.deepEqual(made.kinds, [{kind: 'repayment', entries: 2, amount: '150.50'}]);
	t.deepEqual(made.accounts, [
		{account: '1.1.01', debit: '150.50', credit: '0.00'},
		{account: '1.2.03', debit: '0.00', credit: '150.50'},
	]);
	t.is(made.first.length, 2);
});
