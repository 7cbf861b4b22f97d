import test from 'ava';
import fc from 'fast-check';
import {localDate} from '../../src/kernel/local-date.ts';
import {buildDueDates, periodDays, startOfPeriod} from '../../src/lending/due-dates.ts';
import type {SchedulePeriod} from '../../src/lending/schedule-terms.ts';

const datesFrom = (
	period: SchedulePeriod,
	disbursedOn: string,
	instalments: number,
	firstDueOn?: string,
): string[] =>
	buildDueDates({
		period,
		disbursedOn: localDate(disbursedOn),
		instalments,
		...(firstDueOn === undefined ? {} : {firstDueOn: localDate(firstDueOn)}),
	});

const monthly = {unit: 'month', every: 1} as const;

test('day 31 is the last day of a shorter month and comes back', (t) => {
	t.deepEqual(datesFrom(monthly, '2026-01-31', 6), [
		'2026-02-28',
		'2026-03-31',
		'2026-04-30',
		'2026-05-31',
		'2026-06-30',
		'2026-07-31',
	]);
});

test('29 February is used where the year has one', (t) => {
	t.deepEqual(datesFrom({unit: 'month', every: 12}, '2028-02-29', 4), [
		'2029-02-28',
		'2030-02-28',
		'2031-02-28',
		'2032-02-29',
	]);
	t.deepEqual(datesFrom(monthly, '2027-12-30', 3), ['2028-01-30', '2028-02-29', '2028-03-30']);
});

test('the first due date gives the day of all that follow', (t) => {
	t.deepEqual(datesFrom(monthly, '2026-01-15', 4, '2026-01-31'), [
		'2026-01-31',
		'2026-02-28',
		'2026-03-31',
		'2026-04-30',
	]);
	// A first due date on a short month's last day keeps that day: 28, and not 31.
	t.deepEqual(datesFrom(monthly, '2026-01-15', 3, '2026-02-28'), [
		'2026-02-28',
		'2026-03-28',
		'2026-04-28',
	]);
});

test('weeks and days count days', (t) => {
	t.deepEqual(datesFrom({unit: 'week', every: 2}, '2026-12-20', 3), [
		'2027-01-03',
		'2027-01-17',
		'2027-01-31',
	]);
	t.deepEqual(datesFrom({unit: 'day', every: 35}, '2028-01-01', 3), [
		'2028-02-05',
		'2028-03-11',
		'2028-04-15',
	]);
});

test('the days of the first period run from the disbursement', (t) => {
	const dates = [localDate('2026-02-28'), localDate('2026-03-31')];
	t.deepEqual(periodDays(localDate('2026-01-31'), dates), [28, 31]);
});

test('the calendar ends with the year 2199', (t) => {
	t.is(datesFrom(monthly, '2199-10-31', 2).at(-1), '2199-12-31');
	for (const unit of ['day', 'week', 'month'] as const) {
		const error = t.throws(() => datesFrom({unit, every: 366}, '2199-11-30', 600));
		t.like(error, {code: 'lending/schedule-beyond-calendar'});
	}
});

test('due dates that there are already stay as they are', (t) => {
	const dueDates = ['2026-03-02', '2026-04-01'].map(localDate);
	const disbursedOn = localDate('2026-02-10');
	const dates = buildDueDates({period: monthly, disbursedOn, instalments: 2, dueDates});
	t.deepEqual(dates.map(String), ['2026-03-02', '2026-04-01']);
});

test('a period begins on the same day one period before', (t) => {
	const start = (dueOn: string, period: SchedulePeriod): string =>
		startOfPeriod(localDate(dueOn), period);
	t.is(start('2026-03-31', monthly), '2026-02-28');
	t.is(start('2026-05-15', {unit: 'month', every: 4}), '2026-01-15');
	t.is(start('2026-03-15', {unit: 'week', every: 2}), '2026-03-01');
	t.is(start('2026-03-01', {unit: 'day', every: 35}), '2026-01-25');
});

const someDay = fc
	.date({min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true})
	.map((date) => date.toISOString().slice(0, 10));

test('months keep the seed day or the last of a shorter month, and never skip one', (t) => {
	fc.assert(
		fc.property(someDay, fc.integer({min: 1, max: 24}), (seed, every) => {
			const dates = datesFrom({unit: 'month', every}, seed, 36, seed);
			const seedDay = seed.slice(8);
			dates.forEach((date, index) => {
				const months =
					Number.parseInt(date.slice(0, 4), 10) * 12 + Number.parseInt(date.slice(5, 7), 10);
				const first =
					Number.parseInt(seed.slice(0, 4), 10) * 12 + Number.parseInt(seed.slice(5, 7), 10);
				t.is(months - first, every * index);
				const next = new Date(Date.parse(date) + 86_400_000).toISOString();
				if (date.slice(8) !== seedDay) t.is(next.slice(8, 10), '01');
			});
		}),
		{numRuns: 50},
	);
	t.pass();
});
