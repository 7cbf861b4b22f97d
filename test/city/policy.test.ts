import test from 'ava';
import {type CityPolicy, cityPolicyOn} from '../../src/city/policy.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';

const version = (number: number, from: string): CityPolicy => ({
	version: number,
	effectiveFrom: localDate(from),
	provisionPolicy: 'permendagri-73',
	councilAbove: rupiah('5000000000'),
	legalBasis: 'test',
	status: 'provisional',
});

test('the version in force is the last that took effect', (t) => {
	const versions = [version(2, '2020-01-01'), version(1, '2005-01-01')];
	t.is(cityPolicyOn(versions, localDate('2019-12-31')).version, 1);
	t.is(cityPolicyOn(versions, localDate('2020-01-01')).version, 2);
	t.throws(() => cityPolicyOn(versions, localDate('2004-12-31')), {code: 'city/no-policy'});
});
