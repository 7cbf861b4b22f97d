import test from 'ava';
import fc from 'fast-check';
import {addDays, daysBetween, localDate} from '../../src/kernel/local-date.ts';
import {ratio, rupiah} from '../../src/kernel/money.ts';
import {
	addRates,
	exponential,
	fraction,
	multiplyRates,
	naturalLog,
	rate,
	toPercentText,
} from '../../src/kernel/rate.ts';
import {effectiveAnnualPercent, effectiveAnnualRate} from '../../src/lending/effective-rate.ts';
import {buildSchedule} from '../../src/lending/schedule.ts';
import {termsOf} from './terms.ts';

const flow = (on: string, amount: string) => ({on: localDate(on), amount: rupiah(amount)});

const percentOf = (received: string, ...payments: readonly string[]): string | undefined => {
	const [first, ...others] = [received, ...payments].map((text) => {
		const [on = '', amount = ''] = text.split(' ');
		return flow(on, amount);
	});
	const found = effectiveAnnualRate(first!, others);
	return found && toPercentText(found, 4);
};

test('a bullet after 365 days bears its margin: 1,120,000 / 1,000,000 - 1', (t) => {
	t.is(percentOf('2026-01-01 1000000', '2027-01-01 1120000'), '12.0000');
});

test('a bullet after 182 days: 1.06 to the power of 365/182, less 1, is 0.12395979', (t) => {
	t.is(percentOf('2026-01-01 1000000', '2026-07-02 1060000'), '12.3960');
});

// 0.6 v + 0.6 v² = 1, so v = (-0.6 + √(0.36 + 2.4)) / 1.2 = 0.88443731 and 1/v - 1 = 0.13066239.
test('two payments of 600,000 after one and two years of 365 days', (t) => {
	t.is(percentOf('2025-01-01 1000000', '2026-01-01 600000', '2027-01-01 600000'), '13.0662');
});

// 100,000 × Σ 1.2 to the power of -30k/365 for k = 1 to 12 is 1,090,083.75 (in forty digits).
test('a level annuity that was made from 20 % a year gives it back', (t) => {
	const start = localDate('2026-01-01');
	const payments = Array.from({length: 12}, (_, index) => ({
		on: addDays(start, 30 * (index + 1)),
		amount: rupiah('100000'),
	}));
	const found = effectiveAnnualRate({on: start, amount: rupiah('1090083.75')}, payments)!;
	t.is(toPercentText(found, 4), '20.0000');
});

test('what is paid back at no gain has the rate nought, and late payments change nothing', (t) => {
	t.is(percentOf('2026-01-01 1200', '2026-02-01 600', '2028-02-01 600'), '0.0000');
});

test('there is no rate where nothing is lent for a while, or nothing comes back', (t) => {
	t.is(percentOf('2026-01-01 1000', '2026-01-01 1000'), undefined);
	t.is(percentOf('2026-01-01 1000', '2026-01-01 1500', '2026-02-01 10'), undefined);
	t.is(percentOf('2026-01-01 1000'), undefined);
	t.is(percentOf('2026-01-01 1000', '2026-02-01 0'), undefined);
});

test('what is paid at once lowers what was received', (t) => {
	t.is(percentOf('2026-01-01 1000000', '2026-01-01 500000', '2027-01-01 560000'), '12.0000');
});

// 12 million flat at 12 % is 12 × 1,120,000. A bisection in another language, in forty digits:
// 23.80974500 %, and 26.22146020 % with a fee of 120,000 taken off.
test('a flat 12 % is nearly twice as much, and a fee raises it', (t) => {
	const terms = termsOf('flat', '12000000', '12', 12);
	const {rows} = buildSchedule(terms);
	const flows = {disbursedOn: terms.disbursedOn, principal: terms.principal, rows};
	t.is(effectiveAnnualPercent(flows), '23.8097');
	t.is(effectiveAnnualPercent({...flows, fees: rupiah('120000')}), '26.2215');
});

test('a fee on a bullet without margin: 1 / 0.98 - 1 is 0.02040816', (t) => {
	const rows = [
		{dueOn: localDate('2027-01-01'), principal: rupiah('1000000'), margin: rupiah('0')},
	];
	const flows = {disbursedOn: localDate('2026-01-01'), principal: rupiah('1000000'), rows};
	t.is(effectiveAnnualPercent(flows), '0.0000');
	t.is(effectiveAnnualPercent({...flows, fees: rupiah('20000')}), '2.0408');
	t.throws(() => effectiveAnnualPercent({...flows, fees: rupiah('1000000')}), {
		message: 'The fees of 1000000.00 at disbursement must be below the principal of 1000000.00.',
	});
});

test('at the rate found, all that is paid is worth what was received', (t) => {
	const start = localDate('2026-01-15');
	const payment = fc.record({
		days: fc.integer({min: 1, max: 4000}),
		amount: fc.integer({min: 1, max: 90_000_000}),
	});
	fc.assert(
		fc.property(fc.array(payment, {minLength: 1, maxLength: 40}), fc.nat(100), (list, gain) => {
			const total = list.reduce((sum, {amount}) => sum + amount, 0);
			const received = Math.max(1, Math.floor((total * 100) / (100 + gain)));
			const payments = list.map(({days, amount}) => ({
				on: addDays(start, days),
				amount: rupiah(String(amount)),
			}));
			const found = effectiveAnnualRate({on: start, amount: rupiah(String(received))}, payments)!;
			const yearly = naturalLog(addRates(rate('1'), found));
			const worths = payments.map(({on, amount}) =>
				multiplyRates(
					ratio(amount, rupiah(String(received))),
					exponential(multiplyRates(yearly, fraction(-daysBetween(start, on), 365))),
				),
			);
			const worth = worths.reduce((sum, each) => addRates(sum, each), rate('0'));
			t.is(toPercentText(worth, 12), '100.000000000000');
		}),
	);
});
