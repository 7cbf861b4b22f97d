// The short version of `npm run torture`: kill -9 in the middle of 64 concurrent writers, of the
// service, of a session of PostgreSQL, and of both with all that belongs to them.
import test from 'ava';
import {torture} from '../../bench/torture/torture.ts';

test('whatever is killed, what was acknowledged is there once and nothing is half there', async (t) => {
	t.timeout(170_000);
	const {acknowledged, ...found} = await torture({
		kills: 4,
		target: 'both',
		secondsBetween: 2,
		say: (line) => {
			t.log(line);
		},
	});
	t.true(acknowledged > 0);
	t.deepEqual(found, {
		kills: 4,
		lost: 0,
		duplicated: 0,
		half: 0,
		gaps: 0,
		chainOk: true,
		unexpected: [],
	});
});
