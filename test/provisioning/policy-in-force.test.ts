import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {policiesOn, policyOn} from '../../src/provisioning/policy-in-force.ts';
import {allPolicies, pojk62} from './policies.ts';

const second = {...pojk62, version: 2, effectiveFrom: localDate('2026-07-01')};
const versions = [second, ...allPolicies];

test('of each policy the latest version that has begun is in force', (t) => {
	const on = (date: string): string[] =>
		policiesOn(versions, localDate(date)).map(({code, version}) => `${code} ${version}`);
	t.deepEqual(on('2014-12-31'), []);
	t.deepEqual(on('2024-12-26'), ['koperasi 1', 'permendagri-73 1', 'pojk-62 1']);
	t.deepEqual(on('2026-06-30'), ['koperasi 1', 'permendagri-73 1', 'pojk-41-2024 1', 'pojk-62 1']);
	t.deepEqual(on('2026-07-01'), ['koperasi 1', 'permendagri-73 1', 'pojk-41-2024 1', 'pojk-62 2']);
});

test('one policy is found by its code, or refused with what there is', (t) => {
	t.is(policyOn(versions, 'pojk-62', localDate('2026-08-01')).version, 2);
	const unknown = t.throws(() => policyOn(versions, 'pojk-63', localDate('2026-08-01')), {
		instanceOf: DomainError,
	});
	t.is(unknown.code, 'provisioning/unknown-policy');
	t.true(unknown.sentence('en').endsWith('koperasi, permendagri-73, pojk-41-2024, pojk-62.'));
	const early = t.throws(() => policyOn(versions, 'pojk-41-2024', localDate('2024-12-26')), {
		instanceOf: DomainError,
	});
	t.is(early.code, 'provisioning/policy-not-in-force');
	t.true(early.sentence('id').includes('2024-12-27'));
});
