import test from 'ava';
import {readFromText} from '../../src/kernel/read-from.ts';

test('a header says which server answered, how far behind, and why not the replica', (t) => {
	const replayedUpTo = new Date('2026-03-31T05:00:00.250Z');
	t.is(
		readFromText({server: 'replica', replayedUpTo, lagSeconds: 12.5, isComplete: false}),
		'replica; lag=12.500; replayed-up-to="2026-03-31T05:00:00.250Z"',
	);
	t.is(readFromText({server: 'primary', because: 'away'}), 'primary; because=away');
});
