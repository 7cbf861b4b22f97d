import test from 'ava';
import fc from 'fast-check';
import {localDate} from '../../src/kernel/local-date.ts';
import {add, rupiah, sum, toText} from '../../src/kernel/money.ts';
import {isSameSplit, replaySplits} from '../../src/lending/replay.ts';
import {type Waterfall, plainWaterfall} from '../../src/lending/waterfall.ts';
import {instalmentsOf} from './terms.ts';

// Two instalments of 100 principal + 20 margin, and a last one of 50 + 5.
const instalments = instalmentsOf('2026-02-10 100 20', '2026-03-10 100 20', '2026-04-10 50 5');
const paid = (paidOn: string, amount: string) => ({
	paidOn: localDate(paidOn),
	amount: rupiah(amount),
});
const written = (...payments: ReturnType<typeof paid>[]): string[] =>
	replaySplits(payments, instalments, plainWaterfall).map(
		({principal, margin}) => `${toText(principal)} ${toText(margin)}`,
	);

test('a payment that comes to light splits those after it anew', (t) => {
	t.deepEqual(written(paid('2026-02-10', '60'), paid('2026-03-10', '60')), [
		'40.00 20.00',
		'60.00 0.00',
	]);
	// The 60 of 1 March now pay the rest of the first instalment, and the 60 after them its next.
	t.deepEqual(
		written(paid('2026-02-10', '60'), paid('2026-03-01', '60'), paid('2026-03-10', '60')),
		['40.00 20.00', '60.00 0.00', '40.00 20.00'],
	);
});

test('what is the same needs no replay', (t) => {
	const split = {principal: rupiah('40'), margin: rupiah('20')};
	t.true(isSameSplit(split, {principal: rupiah('40.00'), margin: rupiah('20')}));
	t.false(isSameSplit(split, {principal: rupiah('41'), margin: rupiah('19')}));
});

test('whatever the order and the waterfall, no part is paid beyond its own', (t) => {
	const someWaterfall = fc.record<Waterfall>({
		phases: fc.constantFrom('arrears-first', 'due-first'),
		parts: fc.constantFrom('margin-first', 'principal-first'),
		direction: fc.constantFrom('horizontal', 'vertical'),
	});
	const somePayments = fc.array(
		fc.tuple(fc.integer({min: 1, max: 40}), fc.integer({min: 1, max: 28})),
		{minLength: 1, maxLength: 7},
	);
	fc.assert(
		fc.property(somePayments, someWaterfall, (some, waterfall) => {
			const payments = some
				.map(([amount, day]) => paid(`2026-03-${String(day).padStart(2, '0')}`, String(amount)))
				.sort((a, b) => a.paidOn.localeCompare(b.paidOn));
			const splits = replaySplits(payments, instalments, waterfall);
			const [principal, margin] = [
				sum(splits.map((one) => one.principal)),
				sum(splits.map((one) => one.margin)),
			];
			return (
				splits.every((one, index) =>
					add(one.principal, one.margin).equals(payments[index]!.amount),
				) &&
				principal.lessThanOrEqualTo(250) &&
				margin.lessThanOrEqualTo(45)
			);
		}),
	);
	t.pass();
});
