import test from 'ava';
import {missedNights} from '../../src/detection/nights.ts';
import {localDate} from '../../src/kernel/local-date.ts';

const today = localDate('2026-03-31');
const missed = (last?: string) =>
	missedNights(last === undefined ? undefined : localDate(last), today).join(' ');

test('where no night was ever looked at, yesterday is', (t) => {
	t.is(missed(), '2026-03-30');
});

test('what was missed is caught up with, the oldest first', (t) => {
	t.is(missed('2026-03-27'), '2026-03-28 2026-03-29 2026-03-30');
});

test('a night that was looked at is not looked at again', (t) => {
	t.is(missed('2026-03-30'), '');
	t.is(missed('2026-03-31'), '');
});

test('after a long standstill the last seven days are enough', (t) => {
	t.is(
		missed('2026-01-01'),
		'2026-03-24 2026-03-25 2026-03-26 2026-03-27 2026-03-28 2026-03-29 2026-03-30',
	);
});
