import test from 'ava';
import fc from 'fast-check';
import {type LocalDate, addDays, addMonths, localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {latenessOn, monthsBegun} from '../../src/provisioning/lateness.ts';
import {instalmentsOf} from '../lending/terms.ts';

const begun = (since: string, day: string): number => monthsBegun(localDate(since), localDate(day));

test('a month has begun on the day after the due date, and is over on the same day', (t) => {
	t.is(begun('2026-01-15', '2026-01-14'), 0);
	t.is(begun('2026-01-15', '2026-01-15'), 0);
	t.is(begun('2026-01-15', '2026-01-16'), 1);
	t.is(begun('2026-01-15', '2026-02-15'), 1);
	t.is(begun('2026-01-15', '2026-02-16'), 2);
	t.is(begun('2026-01-15', '2027-01-15'), 12);
	t.is(begun('2026-01-15', '2027-01-16'), 13);
});

test('from the last day of a long month, a month is over on the last day of a shorter one', (t) => {
	t.is(begun('2026-01-31', '2026-02-28'), 1);
	t.is(begun('2026-01-31', '2026-03-01'), 2);
	t.is(begun('2026-01-31', '2026-03-31'), 2);
	t.is(begun('2028-01-31', '2028-02-29'), 1);
	t.is(begun('2028-02-29', '2029-02-28'), 12);
	t.is(begun('2028-02-29', '2029-03-01'), 13);
});

const someDay = fc
	.integer({min: 0, max: 4000})
	.map((days) => addDays(localDate('2024-01-31'), days));

test('a loan is not more than so many months late until the day so many months later', (t) => {
	fc.assert(
		fc.property(someDay, fc.nat({max: 70}), (since: LocalDate, months) => {
			const last = addMonths(since, months);
			return (
				monthsBegun(since, last) === months && monthsBegun(since, addDays(last, 1)) === months + 1
			);
		}),
	);
	t.pass();
});

// 360 is owed in all: 240 after the first, 120 after the third, nothing after the fourth.
const instalments = instalmentsOf(
	'2026-01-31 100 20',
	'2026-02-28 0 0',
	'2026-03-31 100 20',
	'2026-04-30 100 20',
);

const late = (day: string, owed: string): string => {
	const {daysPastDue, monthsPastDue, missedPayments} = latenessOn(
		localDate(day),
		instalments,
		rupiah(owed),
	);
	return `${daysPastDue} days, ${monthsPastDue} months, ${missedPayments} missed`;
};

test('days, months and missed payments are of the oldest instalment not paid in full', (t) => {
	t.is(late('2026-01-31', '360'), '0 days, 0 months, 0 missed');
	t.is(late('2026-02-01', '360'), '1 days, 1 months, 1 missed');
	t.is(late('2026-02-28', '360'), '28 days, 1 months, 1 missed');
	t.is(late('2026-04-01', '360'), '60 days, 3 months, 2 missed');
	t.is(late('2026-05-01', '360'), '90 days, 4 months, 3 missed');
	t.is(late('2026-05-01', '120.01'), '31 days, 2 months, 2 missed');
	t.is(late('2026-05-01', '120'), '1 days, 1 months, 1 missed');
	t.is(late('2026-05-01', '0'), '0 days, 0 months, 0 missed');
});

test('a row that asks for nothing is no missed payment', (t) => {
	t.is(late('2026-03-01', '360'), '29 days, 2 months, 1 missed');
});
