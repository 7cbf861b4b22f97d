import test from 'ava';
import {type DateFormat, amountExample, readAmount, readDate} from '../../src/banking/cell.ts';
import {toText} from '../../src/kernel/money.ts';

const indonesian = {decimal: ',', thousands: '.'} as const;
const english = {decimal: '.', thousands: ','} as const;
const plain = {decimal: '.', thousands: ''} as const;
type Signs = Parameters<typeof readAmount>[1];

const reads = test.macro({
	exec(t, text: string, signs: Signs, amount: string | undefined) {
		const read = readAmount(text, signs);
		t.is(read && toText(read), amount);
	},
	title: (_, text: string, {decimal, thousands}: Signs) =>
		`"${text}" with "${thousands}" and "${decimal}"`,
});
test(reads, '1.250.000,00', indonesian, '1250000.00');
test(reads, '1,250,000.00', indonesian, undefined);
test(reads, '1,250,000.00', english, '1250000.00');
test(reads, '1.250.000,00', english, undefined);
// In the one a thousand and more, in the other no amount: never guessed.
test(reads, '1.250', indonesian, '1250.00');
test(reads, '1.250', english, undefined);
test(reads, '1250000', indonesian, '1250000.00');
test(reads, '12.50.000', indonesian, undefined);
test(reads, '1.250.00', indonesian, undefined);
test(reads, '-400.000,50', indonesian, '-400000.50');
test(reads, '+7', plain, '7.00');
test(reads, '0,5', indonesian, '0.50');
test(reads, '1.0000', plain, '1.00');
test(reads, '1.005', plain, undefined);
test(reads, '1 000', {decimal: ',', thousands: ' '}, '1000.00');
test(reads, '1,000', plain, undefined);
test(reads, '', plain, undefined);
test(reads, 'Rp 5', plain, undefined);
test(reads, '1e5', plain, undefined);
test(reads, '1234567890123456789', plain, undefined);

test('an example shows the signs', (t) => {
	t.is(amountExample(indonesian), '1.250.000,00');
	t.is(amountExample(plain), '1250000.00');
});

const readsDay = test.macro({
	exec(t, text: string, format: DateFormat, day: string | undefined) {
		t.is(readDate(text, format), day as never);
	},
	title: (_, text: string, format: DateFormat) => `the day ${text} as ${format}`,
});
test(readsDay, '31/03/2026', 'DD/MM/YYYY', '2026-03-31');
test(readsDay, '03/31/2026', 'MM/DD/YYYY', '2026-03-31');
test(readsDay, '03/31/2026', 'DD/MM/YYYY', undefined);
test(readsDay, '31-03-26', 'DD-MM-YY', '2026-03-31');
test(readsDay, '20260331', 'YYYYMMDD', '2026-03-31');
test(readsDay, '2026-02-29', 'YYYY-MM-DD', undefined);
test(readsDay, '1/3/2026', 'DD/MM/YYYY', undefined);
test(readsDay, '31-03-2026', 'DD/MM/YYYY', undefined);
