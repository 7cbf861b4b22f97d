import test from 'ava';
import type {Allocation} from '../../src/fund/allocation.ts';
import {
	type Move,
	draftCityShare,
	draftRemittance,
	draftReturn,
	draftSharePayment,
	draftTranche,
} from '../../src/fund/entries.ts';
import type {Programme} from '../../src/fund/programme.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';

const parties = {
	allocation: {id: 'f', book: 'KOP', agreementNumber: 'PKS-1'} as Allocation,
	programme: {cityBook: 'KOTA'} as Programme,
};
const move: Move = {on: localDate('2026-03-01'), document: 'D-1', amount: rupiah('100')};
const shape = (drafts: readonly EntryDraft[]) =>
	drafts.map(({book, kind, lines}) => [
		String(book),
		kind,
		...lines.map((line) => `${line.side} ${line.account} ${toText(line.amount)} ${line.fund}`),
	]);

test('a tranche is a debt here and an investment there (Bultek SAP 07)', (t) => {
	t.deepEqual(shape(draftTranche(parties, move)), [
		['KOP', 'tranche', 'debit 1.1.11 100.00 f', 'credit 2.2.01 100.00 f'],
		['KOTA', 'tranche', 'debit 1.2.1 100.00 f', 'credit 1.1.1 100.00 f'],
	]);
});

test('papers are named where they are kept: in the book of the cooperative', (t) => {
	const [own, mirrored] = draftTranche(parties, {...move, papers: ['ab']});
	t.deepEqual(own!.papers, ['ab']);
	t.is(mirrored!.papers, undefined);
});

test('a remittance is of what was collected, a return of what was never lent', (t) => {
	t.deepEqual(shape(draftRemittance(parties, move, 'cash')), [
		['KOP', 'remittance', 'debit 2.2.02 100.00 f', 'credit 1.1.01 100.00 f'],
		['KOTA', 'remittance', 'debit 1.1.1 100.00 f', 'credit 1.2.1 100.00 f'],
	]);
	t.deepEqual(shape(draftReturn(parties, move)), [
		['KOP', 'fund-return', 'debit 2.2.01 100.00 f', 'credit 1.1.11 100.00 f'],
		['KOTA', 'fund-return', 'debit 1.1.1 100.00 f', 'credit 1.2.1 100.00 f'],
	]);
});

test("the city's share is an expense here and PAD there, and turns round where it falls", (t) => {
	t.deepEqual(shape(draftCityShare(parties, move)), [
		['KOP', 'city-share', 'debit 5.6.01 100.00 f', 'credit 2.2.03 100.00 f'],
		['KOTA', 'city-share', 'debit 1.1.3 100.00 f', 'credit 4.1.1 100.00 f'],
	]);
	t.deepEqual(shape(draftCityShare(parties, {...move, amount: rupiah('-40')})), [
		['KOP', 'city-share', 'credit 5.6.01 40.00 f', 'debit 2.2.03 40.00 f'],
		['KOTA', 'city-share', 'credit 1.1.3 40.00 f', 'debit 4.1.1 40.00 f'],
	]);
	t.deepEqual(shape(draftSharePayment(parties, move, 'bank')), [
		['KOP', 'city-share-payment', 'debit 2.2.03 100.00 f', 'credit 1.1.11 100.00 f'],
		['KOTA', 'city-share-payment', 'debit 1.1.1 100.00 f', 'credit 1.1.3 100.00 f'],
	]);
});

test('the entries name the agreement, its paper and the other party', (t) => {
	const [here, there] = draftReturn(parties, move);
	t.like(here, {reason: 'Pengembalian dana bergulir PKS-1', document: 'D-1'});
	t.is(here!.lines[0]!.counterparty, 'KOTA');
	t.is(there!.lines[1]!.counterparty, 'KOP');
});
