import test from 'ava';
import {isEmailAddress} from '../../src/kernel/email-address.ts';

test('an address has a name, one @ and a domain', (t) => {
	for (const right of ['siti@kota.example', 'a.b+c@x.y.z', 'a@b.c']) t.true(isEmailAddress(right));
	for (const wrong of [
		'',
		'siti',
		'siti@kota',
		'siti@@kota.example',
		'siti @kota.example',
		'siti@kota.example, budi@kota.example',
		'siti@kota.example\nBcc: budi@kota.example',
		'-oQ@kota.example',
		`${'a'.repeat(251)}@b.c`,
	]) {
		t.false(isEmailAddress(wrong), wrong);
	}
	t.true(isEmailAddress(`${'a'.repeat(250)}@b.c`));
});
