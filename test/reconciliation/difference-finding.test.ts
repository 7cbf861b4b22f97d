import test from 'ava';
import type {AllocationId, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {draftFinding} from '../../src/reconciliation/difference-finding.ts';

test('a difference is a finding about one figure of one month, and says by how much', (t) => {
	const amount = rupiah('9000000');
	const about = {allocation: 'f' as AllocationId, item: 'owed', against: 'city-stated'} as const;
	const draft = draftFinding(
		{book: 'KOP' as BookCode, asOf: localDate('2026-03-31'), number: 2},
		{...about, amount, explained: zero, open: amount},
	);
	t.is(draft.subject, 'difference:2026-03:f:owed:city-stated');
	t.is(draft.severity, 'high');
	t.is(
		draft.sentence.id,
		'Pokok terutang kepada kota berbeda Rp 9.000.000 antara buku kota dan angka yang disampaikan koperasi pada 2026-03.',
	);
	t.deepEqual(draft.evidence, [{kind: 'document', document: 'Rekonsiliasi 2026-03 nomor 2'}]);
});
