import test from 'ava';
import type {StatementFormat} from '../../src/banking/format.ts';
import {readFile} from '../../src/banking/statement-file.ts';
import {layout, ofSen, placesOf, writeCamt, writeMt940} from './formats.ts';

const format = (kind: StatementFormat['kind'], used = layout): StatementFormat => ({
	code: 'x',
	version: 1,
	name: 'X',
	kind,
	...(kind === 'csv' ? {layout: used} : {}),
	status: 'provisional',
	source: 'typed by hand',
	recordedBy: 'test',
});
const rows = [
	{bookedOn: '2026-03-01' as never, amount: ofSen(100), reference: 'A', description: 'B'},
];
const csv = 'Tanggal;Keterangan;Ref;Debet;Kredit;Saldo\n01/03/2026;caf\u00e9;R;;1,00;1,00';

test('each kind is read by its own reader', (t) => {
	const texts = {
		csv,
		mt940: writeMt940(ofSen(0), rows),
		'camt.053': writeCamt(ofSen(0), rows),
	} as const;
	for (const kind of ['csv', 'mt940', 'camt.053'] as const) {
		t.is(readFile(Buffer.from(texts[kind]), format(kind)).rows.length, 1, kind);
	}
});

test('a text is decoded as its layout says, and what is no text is refused', (t) => {
	const old = {...layout, encoding: 'windows-1252'} as const;
	const bytes = Buffer.from(csv, 'latin1');
	t.is(readFile(bytes, format('csv', old)).rows[0]?.description, 'caf\u00e9');
	for (const content of [bytes, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00])]) {
		t.deepEqual(
			placesOf(() => readFile(content, format('csv'))),
			[['1', '-', '…', 'UTF-8']],
		);
	}
});
