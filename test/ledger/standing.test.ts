import test from 'ava';
import {rupiah} from '../../src/kernel/money.ts';
import {standingBreach} from '../../src/ledger/standing.ts';

test('a breach says what is kept and what the lines say', (t) => {
	t.deepEqual(standingBreach('KOP-1', {number: 3, kept: rupiah('0'), summed: rupiah('-5')}), {
		code: 'verify/assertion',
		book: 'KOP-1',
		explanation: 'assertion 3 is kept as differing by 0.00, by its lines it differs by -5.00',
	});
	t.regex(standingBreach('KOP-1', {number: 3, summed: rupiah('1')}).explanation, /by nothing/);
});
