import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {SavingProduct} from '../../src/savings/product.ts';
import {type SavingLine, buildStatement} from '../../src/savings/statement.ts';

const line = (
	product: SavingProduct,
	side: SavingLine['side'],
	amount: string,
	entryNumber: number,
): SavingLine => ({
	product,
	side,
	amount: rupiah(amount),
	entryNumber,
	effectiveOn: localDate('2026-01-15'),
	kind: 'saving-deposit',
	reason: 'Setoran',
	document: `SS-${entryNumber}`,
});

test('a statement carries each product on by itself, and adds them up', (t) => {
	const {rows, balances, total} = buildStatement([
		line('pokok', 'credit', '100000', 1),
		line('wadiah', 'credit', '50000', 2),
		line('wadiah', 'debit', '20000.50', 3),
		line('pokok', 'credit', '1', 4),
	]);
	t.deepEqual(
		rows.map(({entryNumber, balance}) => [entryNumber, toText(balance)]),
		[
			[1, '100000.00'],
			[2, '50000.00'],
			[3, '29999.50'],
			[4, '100001.00'],
		],
	);
	t.deepEqual(
		balances.map(({product, balance}) => [product, toText(balance)]),
		[
			['pokok', '100001.00'],
			['wajib', '0.00'],
			['wadiah', '29999.50'],
			['mudharabah', '0.00'],
		],
	);
	t.is(toText(total), '130000.50');
});

test('without lines there is nothing', (t) => {
	const {rows, total} = buildStatement([]);
	t.deepEqual(rows, []);
	t.is(toText(total), '0.00');
});
