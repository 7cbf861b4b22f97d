import test from 'ava';
import {decodeText, nameOf, splitLines} from '../../src/banking/text-table.ts';
import {placesOf} from './formats.ts';

test('text is of its encoding, and a spreadsheet is no text', (t) => {
	t.is(decodeText(Buffer.from('Rp 1 — é'), 'utf-8'), 'Rp 1 — é');
	t.is(decodeText(Buffer.from([0xe9]), 'windows-1252'), 'é');
	for (const content of [Buffer.from([0xe9]), Buffer.from('PK\u0003\u0000')]) {
		t.is(placesOf(() => decodeText(content, 'utf-8')).length, 1);
	}
});

test('lines that say something keep their number; a quote that does not end has none', (t) => {
	t.deepEqual(splitLines('a;"b;c"\n\n d ;e', ';'), [
		{number: 1, cells: ['a', 'b;c']},
		{number: 3, cells: ['d', 'e']},
	]);
	t.is(placesOf(() => splitLines('a;"b', ';')).length, 1);
});

test('a heading is known however it is spaced and capitalised', (t) => {
	t.is(nameOf('  Nomor   PERJANJIAN '), 'nomor perjanjian');
});
