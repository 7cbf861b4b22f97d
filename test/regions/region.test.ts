import test from 'ava';
import {regionCode} from '../../src/kernel/region-code.ts';
import {displayName} from '../../src/regions/region.ts';

test('the local spelling is shown where there is one', (t) => {
	const official = {code: regionCode('17.71.01.1004'), level: 'village', name: 'Bumu Ayu'} as const;
	t.is(displayName(official), 'Bumu Ayu');
	t.is(displayName({...official, alias: 'Bumi Ayu'}), 'Bumi Ayu');
});
