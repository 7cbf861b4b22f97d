import test from 'ava';
import {sealReport} from '../../src/reporting/report-seal.ts';

const meta = {report: 'x', generatedAt: '2026-01-01T00:00:00.000Z', askedBy: 'auditor'};

test('the digest is of the report, not of who asked for it and when', (t) => {
	const first = sealReport({meta, rows: [1]}).meta.digest;
	t.regex(first, /^[0-9a-f]{64}$/);
	// printf '%s' '{"meta":{"report":"x"},"rows":[1]}' | sha256sum
	t.is(first, '90f6fd1e5c565af52379e88cdc14d9be60c50c4970a33b0c406b42378233a00c');
	const later = {...meta, generatedAt: '2027-01-01T00:00:00.000Z', askedBy: 'another'};
	t.is(sealReport({meta: later, rows: [1]}).meta.digest, first);
	t.not(sealReport({meta, rows: [2]}).meta.digest, first);
});

test('a digest that a report has already stays', (t) => {
	t.is(sealReport({meta: {...meta, digest: 'its own'}, rows: []}).meta.digest, 'its own');
});

test('a report without a row says so', (t) => {
	const note = {code: 'report/no-data', id: 'Tidak ada data.', en: 'There is no data.'};
	const notesOf = (rows: unknown) => sealReport({meta, rows}).meta.notes;
	t.deepEqual(notesOf([]), [note]);
	t.deepEqual(notesOf({assets: [], liabilities: []}), [note]);
	t.deepEqual(notesOf([0]), []);
	t.deepEqual(notesOf({assets: [], liabilities: [1]}), []);
	t.true(sealReport({meta, rows: []}).meta.isEmpty);
});
