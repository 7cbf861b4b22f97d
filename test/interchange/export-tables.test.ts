import test from 'ava';
import {
	columnNote,
	exportColumn,
	exportedTables,
	leftOutTables,
} from '../../src/interchange/export-tables.ts';

test('a sealed value is exported by what it is, and is personal', (t) => {
	t.deepEqual(exportColumn('members', {name: 'nik_sealed', type: 'text'}), {
		name: 'nik',
		column: 'nik_sealed',
		type: 'text',
		isSealed: true,
		isPersonal: true,
	});
});

test('keyed digests, masks, contents and our own number of the book stay here', (t) => {
	for (const name of ['nik_hash', 'phone_masked', 'content', 'book_id']) {
		t.is(exportColumn('members', {name, type: 'bytea'}), undefined, name);
	}
	t.truthy(exportColumn('entries', {name: 'hash', type: 'bytea'}));
});

test('a column is told by its name, or else by its type', (t) => {
	const of = (table: string, name: string, type: string) =>
		columnNote(exportColumn(table, {name, type})!);
	t.is(of('lines', 'loan_id', 'uuid'), 'pembiayaan; lihat loans.id');
	t.is(of('loans', 'first_due_on', 'date'), 'tanggal, YYYY-MM-DD');
	t.is(of('members', 'birth_date', 'date'), 'tanggal, YYYY-MM-DD; data pribadi');
});

test('no table is both exported and left out', (t) => {
	t.deepEqual(
		Object.keys(exportedTables).filter((name) => name in leftOutTables),
		[],
	);
});
