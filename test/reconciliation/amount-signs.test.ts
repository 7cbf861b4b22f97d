import test from 'ava';
import fc from 'fast-check';
import {toText} from '../../src/kernel/money.ts';
import {readUnambiguous, signsOf} from '../../src/reconciliation/amount-signs.ts';

const indonesian = {decimal: ',', thousands: '.'} as const;
const english = {decimal: '.', thousands: ','} as const;

const read = (text: string, signs?: typeof indonesian | typeof english) => {
	const amount = readUnambiguous(text, signs);
	return amount === undefined || amount === 'ambiguous' ? amount : toText(amount);
};

const reads = test.macro({
	exec(t, text: string, amount: string | undefined) {
		t.is(read(text), amount);
	},
	title: (_, text: string) => `"${text}" by itself`,
});
test(reads, '1250000', '1250000.00');
test(reads, '0', '0.00');
test(reads, '0,50', '0.50');
test(reads, '1.250.000,50', '1250000.50');
test(reads, '1,250,000.50', '1250000.50');
test(reads, '1.250.000', '1250000.00');
test(reads, '1,250,000', '1250000.00');
test(reads, '1250000,5', '1250000.50');
test(reads, ' Rp 1.250.000,- ', '1250000.00');
test(reads, 'Rp1.250,00', '1250.00');
test(reads, '500.000', 'ambiguous');
test(reads, '1,250', 'ambiguous');
test(reads, '0.250', undefined);
test(reads, '007', undefined);
test(reads, '1.250.00', undefined);
test(reads, '12.50.000', undefined);
test(reads, '1.250000', undefined);
test(reads, '1250.000', undefined);
test(reads, '1.250,000.50', undefined);
test(reads, '-5', undefined);
test(reads, '(5)', undefined);
test(reads, '1e6', undefined);
test(reads, 'nihil', undefined);
test(reads, '1234567890123456789', undefined);

test('a single group is read by the signs of its file', (t) => {
	t.is(read('500.000', indonesian), '500000.00');
	t.is(read('500,000', english), '500000.00');
	t.is(read('500.000', english), undefined);
	t.is(read('500,000', indonesian), undefined);
});

test('the signs are those of the amounts that can be read in one way only', (t) => {
	t.deepEqual(signsOf(['500.000', '1.250.000', '7']), indonesian);
	t.deepEqual(signsOf(['1250000.50', 'x', '']), english);
	t.is(signsOf(['500.000', '1250000', '']), undefined);
	t.is(signsOf(['1.250.000', '1,250,000']), undefined);
});

test('law: what is written by either signs is read as what it is, or not at all', (t) => {
	const amounts = fc.record({
		rupiah: fc.integer({min: 0, max: 2_000_000_000}),
		sen: fc.integer({min: 0, max: 99}),
		signs: fc.constantFrom(indonesian, english),
	});
	fc.assert(
		fc.property(amounts, ({rupiah, sen, signs}) => {
			const grouped = String(rupiah).replaceAll(/\B(?=(\d{3})+$)/gu, signs.thousands);
			const cents = String(sen).padStart(2, '0');
			t.is(read(`${grouped}${signs.decimal}${cents}`), `${rupiah}.${cents}`);
			t.is(read(grouped, signs), `${rupiah}.00`);
		}),
	);
});
