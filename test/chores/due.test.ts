import test from 'ava';
import {daysBehind, dueDays, mayBeTakenUp, nextTryAt} from '../../src/chores/due.ts';
import {localDate} from '../../src/kernel/local-date.ts';

const today = localDate('2026-03-31');
const each = {kind: 'each', daysMax: 7} as const;
const latest = {kind: 'latest'} as const;
const day = (text: string | undefined) => (text === undefined ? undefined : localDate(text));
const standing = (lastDone?: string, firstOpen?: string) => ({
	lastDone: day(lastDone),
	firstOpen: day(firstOpen),
});

test('what never ran is done for yesterday, or from where it was begun', (t) => {
	t.deepEqual(dueDays(each, standing(), today), ['2026-03-30']);
	t.deepEqual(dueDays(latest, standing(), today), ['2026-03-30']);
	t.deepEqual(dueDays(each, standing(undefined, '2026-03-29'), today), [
		'2026-03-29',
		'2026-03-30',
	]);
});

test('what was missed is caught up with, the oldest first', (t) => {
	t.deepEqual(dueDays(each, standing('2026-03-27'), today), [
		'2026-03-28',
		'2026-03-29',
		'2026-03-30',
	]);
});

test('of what does the whole the last day stands for those before it', (t) => {
	t.deepEqual(dueDays(latest, standing('2026-03-27'), today), ['2026-03-30']);
});

test('what is done is not done again', (t) => {
	for (const last of ['2026-03-30', '2026-03-31']) {
		t.deepEqual(dueDays(each, standing(last), today), []);
		t.deepEqual(dueDays(latest, standing(last), today), []);
	}
});

test('after a long standstill no more days are caught up with than are of use', (t) => {
	const days = dueDays(each, standing('2026-01-01'), today);
	t.is(days.length, 7);
	t.deepEqual([days[0], days.at(-1)], [day('2026-03-24'), day('2026-03-30')]);
});

test('how many days are over that it was not done for', (t) => {
	t.is(daysBehind(standing(), today), 0);
	t.is(daysBehind(standing('2026-03-30'), today), 0);
	t.is(daysBehind(standing('2026-03-27'), today), 3);
	t.is(daysBehind(standing(undefined, '2026-03-29'), today), 2);
});

test('what failed waits an hour; what was cut off does not', (t) => {
	const failed = {state: 'failed', endedAt: new Date('2026-03-31T01:00:00Z')} as const;
	t.false(mayBeTakenUp(failed, new Date('2026-03-31T01:59:59Z')));
	t.true(mayBeTakenUp(failed, new Date('2026-03-31T02:00:00Z')));
	t.true(mayBeTakenUp({state: 'running', endedAt: undefined}, new Date()));
	t.true(mayBeTakenUp(undefined, new Date()));
	const now = new Date('2026-03-31T01:30:00Z');
	t.is(nextTryAt(failed, now).toISOString(), '2026-03-31T02:00:00.000Z');
	t.is(nextTryAt(undefined, now), now);
});
