import test from 'ava';
import {createJournalWriter} from '../../src/interchange/journal.ts';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/index.ts';
import {type SealedEntry, credit, debit} from '../../src/ledger/index.ts';

const account = (code: string, accountClass: Account['class'], nameId: string): Account => ({
	code: code as AccountCode,
	nameId,
	nameEn: nameId,
	class: accountClass,
	normalSide: 'debit',
	floor: 'none',
	isControlled: false,
});
const accounts = [account('1.1.01', 'asset', 'Kas'), account('4.1.01', 'income', 'Margin; "lain"')];
const byCode = new Map(accounts.map((one) => [String(one.code), one]));
const entry: SealedEntry = {
	decided: true,
	book: 'KOP-1' as BookCode,
	number: 7,
	effectiveOn: localDate('2026-03-05'),
	recordedAt: new Date('2026-03-05T05:00:00.000Z'),
	actor: 'petugas',
	kind: 'manual',
	reason: '=cmd|"x"; baris',
	document: 'KW-1',
	lines: [
		debit('1.1.01' as AccountCode, rupiah('1250000.5')),
		credit('4.1.01' as AccountCode, rupiah('1250000.5'), {loan: 'l-1'}),
	],
	previousHash: '00',
	hash: '11',
	canonical: '["sealed"]',
};

test('hledger: typed accounts, signed amounts, no character that means something', (t) => {
	const writer = createJournalWriter('hledger', byCode);
	t.is(
		writer.head('KOP-1 BMT', accounts, '2026-01-01'),
		[
			'; KOP-1 BMT',
			'commodity 1000.00 IDR',
			'account assets:1.1.01  ; Kas',
			'account income:4.1.01  ; Margin   lain',
			'',
			'',
		].join('\n'),
	);
	t.is(
		writer.entry(entry),
		[
			'2026-03-05 (7) =cmd x  baris  ; KW-1, kind:manual',
			'    assets:1.1.01  1250000.50 IDR',
			'    income:4.1.01  -1250000.50 IDR',
			'',
			'',
		].join('\n'),
	);
});

test('beancount: opened accounts, quoted text', (t) => {
	const writer = createJournalWriter('beancount', byCode);
	t.regex(
		writer.head('KOP-1', accounts, '2026-01-01'),
		/^2026-01-01 open Assets:1-1-01 IDR ; Kas$/m,
	);
	t.is(
		writer.entry(entry),
		[
			'2026-03-05 * "=cmd x  baris"',
			'  number: 7',
			'  document: "KW-1"',
			'  Assets:1-1-01  1250000.50 IDR',
			'  Income:4-1-01  -1250000.50 IDR',
			'',
			'',
		].join('\n'),
	);
});

test('csv: a row a line, quoted, and no formula', (t) => {
	const writer = createJournalWriter('csv', byCode);
	const [first, second] = writer.entry(entry).split('\r\n');
	t.is(
		first,
		`7,1,2026-03-05,2026-03-05T05:00:00.000Z,petugas,manual,"'=cmd|""x""; baris",KW-1,,1.1.01,1250000.50,,,,,`,
	);
	t.true(second!.endsWith(',4.1.01,,1250000.50,,l-1,,'));
});

test('jsonl: the sealed text of each entry, as it was hashed', (t) => {
	const writer = createJournalWriter('jsonl', byCode);
	t.is(writer.head('KOP-1', accounts, '2026-01-01'), '');
	t.is(writer.entry(entry), '["sealed"]\n');
});
