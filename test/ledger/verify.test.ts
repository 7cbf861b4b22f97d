import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {credit, debit, mirror} from '../../src/ledger/entry.ts';
import {type SealedEntry, genesisHash, seal} from '../../src/ledger/hash-chain.ts';
import {
	contentBreach,
	createJournalCheck,
	floorBreach,
	totalsBreach,
} from '../../src/ledger/verify.ts';

const code = (text: string): AccountCode => text as AccountCode;
const lines = [debit(code('1'), rupiah('5')), credit(code('2'), rupiah('5'))];
const draft = {
	decided: true as const,
	book: 'KOP-1' as BookCode,
	effectiveOn: localDate('2026-03-10'),
	kind: 'manual' as const,
	reason: 'Uji',
	document: 'U-1',
	lines,
};
const start = {number: 0, hash: genesisHash, recordedAt: new Date(0)};
const first = seal(draft, start, new Date('2026-03-10T05:00:00Z'), 'a');
const second = seal({...draft, reason: 'Lain'}, first, new Date('2026-03-11T05:00:00Z'), 'a');
const third = seal(
	{...draft, lines: mirror(lines), reverses: 1},
	second,
	new Date('2026-03-12T05:00:00Z'),
	'a',
);

function check(entries: readonly SealedEntry[], tip = entries.at(-1)!): string[] {
	const journal = createJournalCheck('KOP-1');
	const breaches = entries.flatMap((entry) =>
		journal.next(entry, (number) => (number === 1 ? first.canonical : undefined)),
	);
	return [...breaches, ...journal.end(tip)].map((breach) =>
		`${breach.code} ${breach.entry ?? ''}`.trim(),
	);
}

test('finds nothing in an honest journal', (t) => {
	t.deepEqual(check([first, second, third]), []);
});

test('finds a changed text', (t) => {
	const changed = {...second, canonical: second.canonical.replaceAll('"5.00"', '"6.00"')};
	t.deepEqual(check([first, changed, third]), ['verify/hash 2']);
	t.deepEqual(check([first, {...second, canonical: '{'}, third]), [
		'verify/hash 2',
		'verify/content 2',
	]);
});

test('tells of a text that is no entry instead of failing over it', (t) => {
	const amount = second.canonical.replace('"5.00"', '"lima"');
	const bare = second.canonical.replace('"5.00"', '5.00');
	for (const canonical of ['{}', '[]', 'null', '"x"', '["bergulir/entry/1"]', amount, bare]) {
		t.deepEqual(
			check([first, {...second, canonical}, third]),
			['verify/hash 2', 'verify/content 2'],
			canonical,
		);
	}
	const reversed = createJournalCheck('KOP-1');
	for (const entry of [first, second]) reversed.next(entry, () => undefined);
	t.deepEqual(
		reversed.next(third, () => '[]').map((breach) => breach.code),
		['verify/reversal'],
	);
});

test('finds a changed amount even where the text was changed with it', (t) => {
	const forged = seal({...draft, reason: 'Palsu'}, first, second.recordedAt, 'a');
	t.deepEqual(check([first, {...forged, hash: second.hash}, third]), ['verify/hash 2']);
	t.deepEqual(check([first, forged, third]), ['verify/chain 3']);
});

test('finds a dropped, an inserted and a reordered entry', (t) => {
	t.deepEqual(check([first, third]), ['verify/gap 3', 'verify/chain 3']);
	t.deepEqual(check([first, first, second]), ['verify/gap 1', 'verify/chain 1']);
	t.deepEqual(check([second, first]), [
		'verify/gap 2',
		'verify/chain 2',
		'verify/gap 1',
		'verify/chain 1',
		'verify/recorded-backwards 1',
	]);
});

test('finds a journal that was cut off', (t) => {
	t.deepEqual(check([first, second], third), ['verify/tip']);
});

test('finds what does not balance, and a reversal that is no mirror', (t) => {
	const odd = seal(
		{...draft, lines: [debit(code('1'), rupiah('5')), credit(code('2'), rupiah('4'))]},
		start,
		first.recordedAt,
		'a',
	);
	t.deepEqual(check([odd]), ['verify/unbalanced 1']);
	const loose = seal({...draft, reverses: 1}, second, third.recordedAt, 'a');
	t.deepEqual(check([first, second, loose]), ['verify/reversal 3']);
});

test('tells what is booked otherwise than sealed, and totals that lines do not sum to', (t) => {
	t.like(contentBreach('KOP-1', 7), {code: 'verify/content', book: 'KOP-1', entry: 7});
	const difference = {account: '1', on: '2026-03-10', kept: rupiah('10'), summed: rupiah('9')};
	t.like(totalsBreach('KOP-1', difference), {
		code: 'verify/totals',
		explanation:
			'account 1 on 2026-03-10 is totalled as 10.00, its lines sum to 9.00 (debits less credits)',
	});
});

test('counts entries and lines', (t) => {
	const journal = createJournalCheck('KOP-1');
	for (const entry of [first, second]) journal.next(entry, () => undefined);
	t.deepEqual([journal.entries(), journal.lines()], [2, 4]);
});

test('tells a kept balance that its lines do not sum to', (t) => {
	const difference = {account: '1.1.01', dimension: 'x', kept: rupiah('10'), summed: rupiah('9')};
	t.like(floorBreach('KOP-1', difference), {
		code: 'verify/floor',
		explanation: 'account 1.1.01 (x) is kept as 10.00, its lines sum to 9.00',
	});
});
