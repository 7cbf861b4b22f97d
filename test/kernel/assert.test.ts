import test from 'ava';
import {BrokenPromise, assert} from '../../src/kernel/assert.ts';

test('a promise of our own that is broken is thrown as such', (t) => {
	t.notThrows(() => {
		assert(true, 'it holds');
	});
	t.throws(
		() => {
			assert(undefined, 'There is a row.');
		},
		{instanceOf: BrokenPromise, message: 'There is a row.'},
	);
});
