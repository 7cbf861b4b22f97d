import test from 'ava';
import {settableClock, systemClock} from '../../src/kernel/clock.ts';

test('a settable clock stands still until it is set, and cannot be moved by what it gave', (t) => {
	const clock = settableClock('2026-03-31T05:00:00Z');
	clock.now().setFullYear(1999);
	t.is(clock.now().toISOString(), '2026-03-31T05:00:00.000Z');
	clock.set('2026-04-01T05:00:00Z');
	t.is(clock.now().toISOString(), '2026-04-01T05:00:00.000Z');
});

test("the system's clock does not run backwards between two looks", (t) => {
	const first = systemClock.now();
	t.true(systemClock.now() >= first);
});
