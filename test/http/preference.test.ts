import test from 'ava';
import {readPreference} from '../../src/http/preference.ts';

test('who prefers nothing waits as long as the service lets them', (t) => {
	t.deepEqual(readPreference(''), {isApplied: false});
	t.deepEqual(readPreference('return=minimal'), {isApplied: false});
});

test('respond-async is at once, or after as many seconds as are named with it', (t) => {
	t.deepEqual(readPreference('respond-async'), {waitSeconds: 0, isApplied: true});
	t.deepEqual(readPreference('Respond-Async, wait=10'), {waitSeconds: 10, isApplied: true});
	t.deepEqual(readPreference('wait=3'), {waitSeconds: 3, isApplied: false});
});

test('nobody waits for longer than a minute', (t) => {
	t.is(readPreference('wait=86400').waitSeconds, 60);
	t.deepEqual(readPreference('wait=soon'), {isApplied: false});
});
