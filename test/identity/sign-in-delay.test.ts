import test from 'ava';
import fc from 'fast-check';
import {counterOf, decideAttempt, delaySeconds} from '../../src/identity/sign-in-delay.ts';

const moment = (text: string): Date => new Date(text);

test('the delay doubles from the tenth attempt on and stays at five minutes', (t) => {
	const delays = [0, 9, 10, 11, 12, 18, 19, 500].map(delaySeconds);
	t.deepEqual(delays, [0, 0, 1, 2, 4, 256, 300, 300]);
});

test('an attempt too soon is refused with the seconds left; later it is counted', (t) => {
	const before = {count: 13, lastAt: moment('2026-03-01T08:00:00Z')};
	const error = t.throws(() => decideAttempt(before, moment('2026-03-01T08:00:05.500Z')));
	t.like(error, {
		code: 'identity/too-many-attempts',
		message: 'Too many attempts to sign in; try again in 3 seconds.',
	});
	t.deepEqual(decideAttempt(before, moment('2026-03-01T08:00:08Z')), {
		count: 14,
		lastAt: moment('2026-03-01T08:00:08Z'),
	});
});

test('attempts are forgotten after a day', (t) => {
	const before = {count: 400, lastAt: moment('2026-03-01T08:00:00Z')};
	t.is(decideAttempt(before, moment('2026-03-02T07:59:59Z')).count, 401);
	t.is(decideAttempt(before, moment('2026-03-02T08:00:00Z')).count, 1);
});

test('every name has one of 65,536 counters', (t) => {
	fc.assert(
		fc.property(fc.string(), (name) => {
			const counter = counterOf(name);
			return Number.isInteger(counter) && counter >= 0 && counter <= 65_535;
		}),
	);
	// The first two bytes of `printf siti.rahma | sha256sum`.
	t.is(counterOf('siti.rahma'), 0xccde);
});
