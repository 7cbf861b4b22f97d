import test from 'ava';
import type {BookCode, MemberId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {type SavingDraft, draftSaving} from '../../src/savings/entries.ts';

const member = '00000000-0000-4000-8000-000000000001' as MemberId;

const books = test.macro({
	exec(
		t,
		change: Partial<SavingDraft>,
		lines: readonly (readonly [string, string, string])[],
		told: {kind: string; document: string; reason: string},
	) {
		const entry = draftSaving({
			book: 'KOP-1771011001' as BookCode,
			member,
			product: 'pokok',
			kind: 'deposit',
			number: 1,
			effectiveOn: localDate('2026-01-15'),
			method: 'cash',
			amount: rupiah('100000'),
			isLeaving: false,
			...change,
		});
		t.deepEqual(
			entry.lines.map((line) => [String(line.account), line.side, toText(line.amount)]),
			lines.map((line) => [...line]),
		);
		for (const line of entry.lines) t.is(line.member, member);
		t.like(entry, {...told, effectiveOn: '2026-01-15', book: 'KOP-1771011001'});
	},
	title: (title = '') => `booked: ${title}`,
});

// Pokok and wajib are equity, wadiah a liability, mudharabah temporary syirkah funds.
test(
	'pokok in cash',
	books,
	{},
	[
		['1.1.01', 'debit', '100000.00'],
		['3.1.01', 'credit', '100000.00'],
	],
	{kind: 'saving-deposit', document: 'SS-1', reason: 'Setoran simpanan pokok'},
);
test(
	'wajib by bank',
	books,
	{product: 'wajib', method: 'bank', number: 12},
	[
		['1.1.02', 'debit', '100000.00'],
		['3.1.02', 'credit', '100000.00'],
	],
	{kind: 'saving-deposit', document: 'SS-12', reason: 'Setoran simpanan wajib'},
);
test(
	'a withdrawal of wadiah',
	books,
	{product: 'wadiah', kind: 'withdrawal', number: 3},
	[
		['2.1.01', 'debit', '100000.00'],
		['1.1.01', 'credit', '100000.00'],
	],
	{kind: 'saving-withdrawal', document: 'PS-3', reason: 'Penarikan simpanan wadiah'},
);
test(
	'mudharabah paid back for leaving',
	books,
	{product: 'mudharabah', kind: 'withdrawal', method: 'bank', isLeaving: true},
	[
		['2.5.01', 'debit', '100000.00'],
		['1.1.02', 'credit', '100000.00'],
	],
	{
		kind: 'saving-withdrawal',
		document: 'PS-1',
		reason: 'Pengembalian simpanan mudharabah anggota keluar',
	},
);
