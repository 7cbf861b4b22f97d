import test from 'ava';
import {refuse} from '../../src/imports/errors.ts';
import {found, foundRefused} from '../../src/imports/finding.ts';

test('a finding says where, what stands there and what would be right', (t) => {
	const place = {sheet: 'Anggota', row: 3, column: 'NIK'};
	t.deepEqual(found('imports/not-one-of', place, {value: 'x', expected: 'A, B'}), {
		code: 'imports/not-one-of',
		sheet: 'Anggota',
		row: 3,
		column: 'NIK',
		value: 'x',
		text: {
			id: '"x" tidak dikenal; pilih salah satu: A, B.',
			en: '"x" is not known; choose one of: A, B.',
		},
	});
});

test('what another room refuses keeps its code and its sentences', (t) => {
	const error = refuse('imports/same-person', {person: 'siti'});
	t.like(foundRefused(error, {sheet: 'Anggota', row: 3}), {
		code: 'imports/same-person',
		row: 3,
		text: {en: 'siti uploaded it; somebody else approves, rejects or undoes it.'},
	});
});
