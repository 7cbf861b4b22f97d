import test from 'ava';
import {cityKinds, cooperativeKinds, importKinds} from '../../src/imports/kind.ts';

test('every kind is brought in by the city or by the cooperative, and by one of them', (t) => {
	t.deepEqual(cityKinds, ['allocations']);
	t.deepEqual(cooperativeKinds, [
		'members',
		'opening-balances',
		'loans',
		'savings',
		'groups',
		'collections',
	]);
	t.is(cityKinds.length + cooperativeKinds.length, importKinds.length);
});
