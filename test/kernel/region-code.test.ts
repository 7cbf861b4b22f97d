import test from 'ava';
import {InvalidValue} from '../../src/kernel/errors.ts';
import {isWithin, kelurahanCode, regionCode} from '../../src/kernel/region-code.ts';

test('a region has two, four, six or ten digits', (t) => {
	for (const code of ['17', '17.71', '17.71.01', '17.71.01.1001'])
		t.notThrows(() => regionCode(code));
	for (const code of ['', '1', '17.', '17.7', '1771', '17.71.01.100', '17.71.01.1001.1']) {
		t.throws(() => regionCode(code), {instanceOf: InvalidValue}, code);
	}
	t.notThrows(() => kelurahanCode('17.71.01.1001'));
	t.throws(() => kelurahanCode('17.71.01'), {instanceOf: InvalidValue});
});

test('a region lies within itself and those above, not beside', (t) => {
	t.true(isWithin('17.71.01.1001', '17.71'));
	t.true(isWithin('17.71', '17.71'));
	t.false(isWithin('17.71', '17.71.01'));
	t.false(isWithin('17.711', '17.71'));
});
