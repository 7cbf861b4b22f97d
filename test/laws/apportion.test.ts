import test from 'ava';
import fc from 'fast-check';
import {apportion} from '../../src/kernel/apportion.ts';
import {compare, isNegative, rupiah, sum, toText} from '../../src/kernel/money.ts';

const amounts = fc
	.bigInt({min: 0n, max: 10n ** 15n})
	.map((sen) => rupiah(`${sen / 100n}.${String(sen % 100n).padStart(2, '0')}`));
const weights = fc
	.array(fc.integer({min: 0, max: 1000}), {minLength: 1, maxLength: 40})
	.filter((all) => all.some((weight) => weight > 0));

test('parts sum to the whole, none is negative, and a larger weight gets no less', (t) => {
	fc.assert(
		fc.property(amounts, weights, (total, all) => {
			const parts = apportion(total, all, rupiah('0.01'));
			t.is(toText(sum(parts)), toText(total));
			t.false(parts.some(isNegative));
			const heaviest = all.indexOf(Math.max(...all));
			for (const part of parts) t.true(compare(part, parts[heaviest]!) <= 0);
		}),
		{numRuns: 300},
	);
	t.pass();
});
