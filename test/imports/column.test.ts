import test from 'ava';
import {faulty, nameOf} from '../../src/imports/column.ts';

test('a heading is found however it was spaced, capitalised or starred', (t) => {
	t.is(nameOf('  No.\u00A0 Anggota * '), 'no. anggota');
	t.is(nameOf('Tanggal masuk**'), 'tanggal masuk');
});

test('a fault carries what its sentence mentions', (t) => {
	t.deepEqual(faulty('imports/missing', {expected: 'x'}), {
		fault: 'imports/missing',
		values: {expected: 'x'},
	});
});
