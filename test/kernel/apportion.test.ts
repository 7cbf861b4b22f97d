import test from 'ava';
import {apportion} from '../../src/kernel/apportion.ts';
import {InvalidValue} from '../../src/kernel/errors.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const parts = (total: string, weights: number[], quantum = '1') =>
	apportion(rupiah(total), weights, rupiah(quantum)).map(toText);

test('the largest remainders get the rupiah that are left, ties the earlier part', (t) => {
	t.deepEqual(parts('100', [1, 1, 1]), ['34.00', '33.00', '33.00']);
	t.deepEqual(parts('101', [1, 1, 1]), ['34.00', '34.00', '33.00']);
	// 7/12, 3/12, 2/12 of 100: 58.33, 25, 16.67; the last has the largest remainder.
	t.deepEqual(parts('100', [7, 3, 2]), ['58.00', '25.00', '17.00']);
});

test('a weight of zero gets nothing', (t) => {
	t.deepEqual(parts('10', [0, 3, 0]), ['0.00', '10.00', '0.00']);
});

test('parts are multiples of the quantum, and what is smaller goes to the last', (t) => {
	t.deepEqual(parts('1000.50', [1, 1], '100'), ['500.00', '500.50']);
	t.deepEqual(parts('0.05', [1, 1], '0.01'), ['0.03', '0.02']);
});

test('weights are whole numbers and not all zero', (t) => {
	for (const weights of [[], [0], [-1, 2], [0.5, 0.5]]) {
		t.throws(() => parts('1', weights), {instanceOf: InvalidValue});
	}
	t.throws(() => parts('-1', [1]), {instanceOf: InvalidValue});
});
