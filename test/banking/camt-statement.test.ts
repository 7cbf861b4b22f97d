import {readFile} from 'node:fs/promises';
import test from 'ava';
import fc from 'fast-check';
import {readCamt} from '../../src/banking/camt-statement.ts';
import {toText} from '../../src/kernel/money.ts';
import {movements, ofSen, placesOf, writeCamt} from './formats.ts';

const told = (text: string) =>
	readCamt(text).rows.map(({bookedOn, amount, reference, description}) => [
		bookedOn,
		toText(amount),
		reference,
		description,
	]);

test('a statement is read as it was written', (t) => {
	fc.assert(
		fc.property(movements, fc.integer({min: -1_000_000, max: 9_000_000_000}), (rows, sen) => {
			t.deepEqual(
				told(writeCamt(ofSen(sen), rows)),
				rows.map((row) => [row.bookedOn, toText(row.amount), row.reference, row.description]),
			);
		}),
	);
});

test('the sample: what is pending is not there yet', async (t) => {
	const text = await readFile('test/banking/samples/bri.xml', 'utf8');
	t.deepEqual(told(text), [
		['2026-03-02', '1250000.00', '8888101', 'SETORAN & TUNAI'],
		['2026-03-02', '-400000.00', 'INV-7', 'TRF INV-7'],
		['2026-03-05', '-6500.00', '', 'BIAYA ADM'],
	]);
	const read = readCamt(text);
	t.is(read.account?.number, '001201000123304');
	t.deepEqual(
		read.rows.map(({line}) => line),
		[18, 23, 29],
	);
});

test('prefixes of the name space are no matter', (t) => {
	const text = writeCamt(ofSen(0), [
		{bookedOn: '2026-03-01' as never, amount: ofSen(100), reference: 'A', description: 'B'},
	]).replace(/<(\/?)(?=[A-Z])/gu, '<$1n:');
	t.deepEqual(told(text), [['2026-03-01', '1.00', 'A', 'B']]);
});

test('a document type is refused unread: no entity of a file’s own, no file of ours', (t) => {
	for (const declared of [
		'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
		'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>',
		'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><a>&c;</a>',
	]) {
		const [[, column, value, expected] = []] = placesOf(() => readCamt(declared));
		t.deepEqual([column, value, expected], ['DOCTYPE', '<!DOCTYPE', '<Document>']);
	}
	const [[, column] = []] = placesOf(() => readCamt('<?xml version="1.0" encoding="UTF-16"?><a/>'));
	t.is(column, 'encoding');
});

test('what is no XML, or another document, is refused', (t) => {
	t.is(placesOf(() => readCamt('<a><b></a>'))[0]?.[3], 'XML 1.0');
	t.is(placesOf(() => readCamt('nothing')).length, 1);
	t.deepEqual(
		placesOf(() => readCamt('<Document><Other/></Document>')),
		[['1', 'Stmt', '', 'Document / BkToCstmrStmt / Stmt']],
	);
});

test('what is nested deeper than a statement ever is, is refused', (t) => {
	const deep = `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`;
	t.deepEqual(
		placesOf(() => readCamt(deep)),
		[['1', 'XML', 'Maximum nested tags exceeded', 'Document / BkToCstmrStmt / Stmt']],
	);
});

test('every malformed value is told with its line, and what is missing', (t) => {
	const text = `<Document><BkToCstmrStmt><Stmt>
<Ntry><Amt Ccy="USD">1,00</Amt>
<CdtDbtInd>X</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-30</Dt></BookgDt></Ntry>
<Ntry><Sts>ODD</Sts></Ntry>
</Stmt></BkToCstmrStmt></Document>`;
	t.deepEqual(
		placesOf(() => readCamt(text)),
		[
			['1', 'Bal', '', 'OPBD'],
			['1', 'Bal', '', 'CLBD'],
			['2', 'Amt', '1,00', '1250000.00'],
			['2', 'Ccy', 'USD', 'IDR'],
			['2', 'CdtDbtInd', 'X', 'CRDT / DBIT'],
			['3', 'BookgDt', '2026-02-30', 'YYYY-MM-DD'],
			['4', 'Sts', 'ODD', 'BOOK / PDNG / INFO'],
		],
	);
});
