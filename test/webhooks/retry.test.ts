import test from 'ava';
import {nextAttemptAt} from '../../src/webhooks/retry.ts';

test('each attempt waits three times longer than the one before, six hours at most', (t) => {
	const now = new Date('2026-03-31T00:00:00Z');
	const seconds = (attempts: number) =>
		(nextAttemptAt(attempts, now).getTime() - now.getTime()) / 1000;
	t.deepEqual([1, 2, 3, 4, 5].map(seconds), [5, 15, 45, 135, 405]);
	t.is(seconds(8), 10_935);
	t.is(seconds(9), 21_600);
	t.is(seconds(50), 21_600);
});
