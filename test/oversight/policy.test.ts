import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {dueAfter, levelAbove, policyOn} from '../../src/oversight/policy.ts';
import {policy} from './setup.ts';

test('the version in force is the last that had begun', (t) => {
	const later = {...policy, version: 2, effectiveFrom: localDate('2026-03-01')};
	for (const versions of [
		[policy, later],
		[later, policy],
	]) {
		t.is(policyOn(versions, localDate('2026-02-28')).version, 1);
		t.is(policyOn(versions, localDate('2026-03-01')).version, 2);
	}
	t.throws(() => policyOn([later], localDate('2026-02-28')), {message: /2026-02-28/});
});

test('a due date is so many days after', (t) => {
	const day = localDate('2026-02-20');
	t.is(dueAfter(policy, 'critical', 'cooperative', day), localDate('2026-02-23'));
	t.is(dueAfter(policy, 'high', 'cooperative', day), localDate('2026-03-06'));
	t.is(dueAfter(policy, 'medium', 'dinas', day), localDate('2026-03-06'));
	t.is(dueAfter(policy, 'low', 'wali-kota', day), localDate('2026-03-22'));
});

test('above the cooperative are the dinas, the inspektorat, the wali kota and nobody', (t) => {
	t.is(levelAbove('cooperative'), 'dinas');
	t.is(levelAbove('dinas'), 'inspektorat');
	t.is(levelAbove('inspektorat'), 'wali-kota');
	t.is(levelAbove('wali-kota'), undefined);
});
