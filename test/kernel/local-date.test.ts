import test from 'ava';
import {InvalidValue} from '../../src/kernel/errors.ts';
import {
	addDays,
	addMonths,
	daysBetween,
	earlier,
	endOfDay,
	endOfMonth,
	isAfter,
	isBefore,
	isLocalDateText,
	later,
	localDate,
	localDateAt,
	monthLength,
	partsOf,
	startOfMonth,
} from '../../src/kernel/local-date.ts';

const day = localDate;

test('is a day of the calendar, written one way', (t) => {
	for (const text of ['2026-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31']) {
		t.true(isLocalDateText(text), text);
	}
	for (const text of [
		'2026-02-29',
		'1900-02-29',
		'2026-00-01',
		'2026-13-01',
		'2026-01-00',
		'2026-1-1',
		'2026-01-32',
		'1899-12-31',
		'2200-01-01',
		'2026-01-01T00:00',
		'',
	]) {
		t.false(isLocalDateText(text), text);
		t.throws(() => day(text), {instanceOf: InvalidValue}, text);
	}
});

test('counts days over months, leap days and years', (t) => {
	t.is(daysBetween(day('2024-02-28'), day('2024-03-01')), 2);
	t.is(daysBetween(day('2026-02-28'), day('2026-03-01')), 1);
	t.is(daysBetween(day('2026-03-01'), day('2026-02-28')), -1);
	t.is(daysBetween(day('1970-01-01'), day('2026-11-24')), 20_781);
	t.is(addDays(day('2024-02-28'), 2), day('2024-03-01'));
	t.is(addDays(day('2026-01-01'), -1), day('2025-12-31'));
});

test('adds months without drift: the seed day, or the last of a shorter month', (t) => {
	const seed = day('2026-01-31');
	t.deepEqual(
		[1, 2, 3, 13, 25].map((months) => String(addMonths(seed, months))),
		['2026-02-28', '2026-03-31', '2026-04-30', '2027-02-28', '2028-02-29'],
	);
	t.is(addMonths(day('2026-03-15'), -3), day('2025-12-15'));
	t.is(addMonths(day('2026-02-28'), 1, 31), day('2026-03-31'));
});

test('knows the ends of a month', (t) => {
	t.is(monthLength(2024, 2), 29);
	t.is(startOfMonth(day('2026-02-17')), day('2026-02-01'));
	t.is(endOfMonth(day('2026-02-17')), day('2026-02-28'));
	t.deepEqual(partsOf(day('2026-02-07')), {year: 2026, month: 2, day: 7});
});

test('compares', (t) => {
	const [a, b] = [day('2026-01-09'), day('2026-01-10')];
	t.deepEqual([isBefore(a, b), isAfter(a, b), earlier(a, b), later(a, b)], [true, false, a, b]);
});

test('today is that of the zone: in Bengkulu it is tomorrow from 17.00 UTC', (t) => {
	t.is(localDateAt(new Date('2026-03-31T16:59:59Z'), 'Asia/Jakarta'), day('2026-03-31'));
	t.is(localDateAt(new Date('2026-03-31T17:00:00Z'), 'Asia/Jakarta'), day('2026-04-01'));
	t.is(localDateAt(new Date('2026-03-31T17:00:00Z'), 'UTC'), day('2026-03-31'));
});

test('a day ends with its last millisecond by the clock of its zone', (t) => {
	const end = (date: string, zone: string) => endOfDay(localDate(date), zone).toISOString();
	t.is(end('2026-03-31', 'Asia/Jakarta'), '2026-03-31T16:59:59.999Z');
	t.is(end('2026-03-31', 'Asia/Jayapura'), '2026-03-31T14:59:59.999Z');
	t.is(end('2026-03-31', 'UTC'), '2026-03-31T23:59:59.999Z');
	// A day of 23 hours.
	t.is(end('2026-03-29', 'Europe/Amsterdam'), '2026-03-29T21:59:59.999Z');
	t.is(end('2026-03-31', 'America/Los_Angeles'), '2026-04-01T06:59:59.999Z');
});
