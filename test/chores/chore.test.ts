import test from 'ava';
import {catchUps, isNightly, nightlyChores, recurringChores} from '../../src/chores/chore.ts';

test('a chore is nightly or recurring, and every nightly one says how it catches up', (t) => {
	t.true(nightlyChores.every((name) => isNightly(name)));
	t.false(recurringChores.some((name) => isNightly(name)));
	t.deepEqual(Object.keys(catchUps).toSorted(), [...nightlyChores].toSorted());
});
