import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	type Calendar,
	type Shift,
	isWorkingDay,
	shiftDueDates,
} from '../../src/lending/working-days.ts';

// 2026: 14 August is a Friday; 17 August, a Monday, is the day of independence.
const calendar: Calendar = {
	restDays: [6, 7],
	holidays: new Set([localDate('2026-08-17'), localDate('2026-12-25')]),
};
const shifted = (shift: Shift, ...dates: string[]): string[] =>
	shiftDueDates(dates.map(localDate), shift, calendar);

test('a Saturday, a Sunday and a holiday are no working days', (t) => {
	const days = ['2026-08-14', '2026-08-15', '2026-08-16', '2026-08-17', '2026-08-18'];
	t.deepEqual(
		days.map((day) => isWorkingDay(localDate(day), calendar)),
		[true, false, false, false, true],
	);
});

test('the five rules on a closed day', (t) => {
	const dates = ['2026-07-15', '2026-08-15', '2026-09-15'];
	t.deepEqual(shifted('none', ...dates), dates);
	t.deepEqual(shifted('next', ...dates), ['2026-07-15', '2026-08-18', '2026-09-15']);
	t.deepEqual(shifted('previous', ...dates), ['2026-07-15', '2026-08-14', '2026-09-15']);
	t.deepEqual(shifted('next-in-month', ...dates), ['2026-07-15', '2026-08-18', '2026-09-15']);
	t.deepEqual(shifted('next-due-date', ...dates), ['2026-07-15', '2026-09-15', '2026-09-15']);
});

test('within the month: 31 January 2026 is a Saturday, so the day before it', (t) => {
	t.deepEqual(shifted('next-in-month', '2026-01-31'), ['2026-01-30']);
	t.deepEqual(shifted('next', '2026-01-31'), ['2026-02-02']);
});

test('closed due dates in a row end on the same day, and the last on the next working day', (t) => {
	t.deepEqual(shifted('next-due-date', '2026-08-15', '2026-08-16', '2026-08-20'), [
		'2026-08-20',
		'2026-08-20',
		'2026-08-20',
	]);
	t.deepEqual(shifted('next-due-date', '2026-08-14', '2026-08-15'), ['2026-08-14', '2026-08-18']);
});

test('an office that is never open is refused', (t) => {
	const never: Calendar = {restDays: [1, 2, 3, 4, 5, 6, 7], holidays: new Set()};
	t.like(
		t.throws(() => shiftDueDates([localDate('2026-08-15')], 'next', never)),
		{code: 'lending/no-working-day'},
	);
});
