import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {credit, debit} from '../../src/ledger/entry.ts';
import {type SealedEntry, genesisHash, seal} from '../../src/ledger/hash-chain.ts';
import {decideReversal} from '../../src/ledger/reversal.ts';

const code = (text: string): AccountCode => text as AccountCode;
const original: SealedEntry = seal(
	{
		decided: true,
		book: 'KOP-1' as BookCode,
		effectiveOn: localDate('2026-03-10'),
		kind: 'repayment',
		reason: 'Angsuran',
		document: 'KW-1',
		lines: [debit(code('1'), rupiah('5')), credit(code('2'), rupiah('5'), {loan: 'l'})],
	},
	{number: 6, hash: genesisHash, recordedAt: new Date(0)},
	new Date('2026-03-10T05:00:00Z'),
	'petugas',
);
const request = {effectiveOn: localDate('2026-03-12'), reason: 'Salah', document: 'K-1'};
const codeOf = (error: unknown): string => (error as DomainError).code;

test('the draft mirrors the entry, keeps its kind and names it', (t) => {
	t.deepEqual(decideReversal(original, undefined, request), {
		book: 'KOP-1' as BookCode,
		effectiveOn: localDate('2026-03-12'),
		kind: 'repayment',
		reason: 'Salah',
		document: 'K-1',
		lines: [credit(code('1'), rupiah('5')), debit(code('2'), rupiah('5'), {loan: 'l'})],
		reverses: 7,
	});
});

test('an entry is reversed once, a reversal never, and not before its day', (t) => {
	t.is(codeOf(t.throws(() => decideReversal(original, 9, request))), 'ledger/already-reversed');
	const reversal = {...original, reverses: 3};
	t.is(
		codeOf(t.throws(() => decideReversal(reversal, undefined, request))),
		'ledger/reversal-of-reversal',
	);
	const early = {...request, effectiveOn: localDate('2026-03-09')};
	t.is(
		codeOf(t.throws(() => decideReversal(original, undefined, early))),
		'ledger/reversal-before-entry',
	);
	t.notThrows(() =>
		decideReversal(original, undefined, {...request, effectiveOn: localDate('2026-03-10')}),
	);
});
