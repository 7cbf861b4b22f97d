import test from 'ava';
import {actingName, isActing, isOnePerson, personsOf} from '../../src/kernel/actor.ts';

test('who acts for another bears both names, and is both persons', (t) => {
	t.is(actingName('budi', 'siti'), 'budi a.n. siti');
	t.deepEqual(personsOf('budi a.n. siti'), ['budi', 'siti']);
	t.deepEqual(personsOf('siti'), ['siti']);
	t.true(isActing('budi a.n. siti'));
	t.false(isActing('budi.a.n.siti'));
});

test('two names are one person where any of the persons is the same', (t) => {
	t.true(isOnePerson('siti', 'siti'));
	t.true(isOnePerson('budi a.n. siti', 'siti'));
	t.true(isOnePerson('budi', 'budi a.n. siti'));
	t.true(isOnePerson('budi a.n. siti', 'eko a.n. siti'));
	t.false(isOnePerson('budi a.n. siti', 'eko'));
	t.false(isOnePerson('sit', 'siti'));
	t.false(isOnePerson(undefined, undefined));
});
