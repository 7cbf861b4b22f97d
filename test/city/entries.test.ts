import test from 'ava';
import {
	draftAbsolute,
	draftClaim,
	draftClaimPayment,
	draftConditional,
	draftCurrentPortion,
	draftFundProvision,
	draftRecovery,
} from '../../src/city/entries.ts';
import type {BookCode, FundClaimId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';

const city = 'KOTA' as BookCode;
const cooperative = 'KOP-A' as BookCode;
const books = {city, cooperative};
const about = {fund: 'f', counterparty: cooperative};
const stated = {effectiveOn: localDate('2025-07-01'), document: 'SK-1', reason: 'R'};

const told = ({book, kind, effectiveOn, lines}: EntryDraft): string[] => [
	`${book} ${kind} ${effectiveOn}`,
	...lines.map(
		({account, side, amount, fund, counterparty}) =>
			`${side === 'debit' ? 'Dr' : 'Cr'} ${account} ${toText(amount)} ${fund ?? '-'} ${counterparty ?? '-'}`,
	),
];

test('the closing entry has its mirror on the next day, what fills 1.2.1 first', (t) => {
	const more = draftCurrentPortion(city, localDate('2025-12-31'), about, rupiah('100'));
	t.is(more.closingIndex, 1);
	t.deepEqual(more.drafts.flatMap(told), [
		'KOTA current-portion 2026-01-01',
		'Cr 1.1.2 100.00 f KOP-A',
		'Dr 1.2.1 100.00 f KOP-A',
		'KOTA current-portion 2025-12-31',
		'Dr 1.1.2 100.00 f KOP-A',
		'Cr 1.2.1 100.00 f KOP-A',
	]);
	const less = draftCurrentPortion(city, localDate('2025-12-31'), about, rupiah('-40'));
	t.is(less.closingIndex, 0);
	t.deepEqual(less.drafts.flatMap(told), [
		'KOTA current-portion 2025-12-31',
		'Cr 1.1.2 40.00 f KOP-A',
		'Dr 1.2.1 40.00 f KOP-A',
		'KOTA current-portion 2026-01-01',
		'Dr 1.1.2 40.00 f KOP-A',
		'Cr 1.2.1 40.00 f KOP-A',
	]);
});

// Bultek SAP 07: beban penyisihan dana bergulir against dana bergulir diragukan tertagih.
test('a provision is booked by the difference, more or less', (t) => {
	const policy = {code: 'permendagri-73', version: 1};
	const month = localDate('2025-06-01');
	t.deepEqual(told(draftFundProvision(city, month, about, rupiah('5'), policy)), [
		'KOTA provision 2025-06-30',
		'Dr 5.1.1 5.00 f KOP-A',
		'Cr 1.2.2 5.00 f KOP-A',
	]);
	t.deepEqual(told(draftFundProvision(city, month, about, rupiah('-5'), policy)), [
		'KOTA provision 2025-06-30',
		'Cr 5.1.1 5.00 f KOP-A',
		'Dr 1.2.2 5.00 f KOP-A',
	]);
});

test('conditional: off the books against the provision, into the register', (t) => {
	t.deepEqual(told(draftConditional(city, stated, about, rupiah('400'))), [
		'KOTA fund-write-off 2025-07-01',
		'Dr 1.2.2 400.00 f KOP-A',
		'Cr 1.2.1 400.00 f KOP-A',
		'Dr 9.1.1 400.00 f KOP-A',
		'Cr 9.1.2 400.00 f KOP-A',
	]);
});

test('absolute: out of the register, and the cooperative is released', (t) => {
	t.deepEqual(draftAbsolute(books, stated, 'f', rupiah('370')).flatMap(told), [
		'KOP-A fund-write-off 2025-07-01',
		'Dr 2.2.01 370.00 f KOTA',
		'Cr 4.9.01 370.00 - -',
		'KOTA fund-write-off 2025-07-01',
		'Dr 9.1.2 370.00 f KOP-A',
		'Cr 9.1.1 370.00 f KOP-A',
	]);
});

test('a recovery is a remittance here, and income and less registered there', (t) => {
	const drafts = draftRecovery(books, stated, 'f', {amount: rupiah('30'), method: 'bank'});
	t.deepEqual(drafts.flatMap(told), [
		'KOP-A remittance 2025-07-01',
		'Dr 2.2.02 30.00 f KOTA',
		'Cr 1.1.11 30.00 f -',
		'KOTA fund-recovery 2025-07-01',
		'Dr 1.1.1 30.00 f -',
		'Cr 4.1.2 30.00 f KOP-A',
		'Dr 9.1.2 30.00 f KOP-A',
		'Cr 9.1.1 30.00 f KOP-A',
	]);
});

const id = 'c' as FundClaimId;

// Bultek SAP 07: Piutang TP/TGR against the investment.
test('a claim: of what was collected first, and of what is on the books first', (t) => {
	const claim = {id, fund: 'f', amount: rupiah('50'), shortage: 'cash'} as const;
	const plenty = {collected: rupiah('60'), investment: rupiah('500')};
	t.deepEqual(draftClaim(books, stated, claim, plenty).flatMap(told), [
		'KOP-A fund-claim 2025-07-01',
		'Dr 2.2.02 50.00 f KOTA',
		'Cr 1.1.01 50.00 f -',
		'KOTA fund-claim 2025-07-01',
		'Dr 1.3.1 50.00 f c',
		'Cr 1.2.1 50.00 f KOP-A',
	]);
	const little = {collected: rupiah('20'), investment: rupiah('10')};
	t.deepEqual(draftClaim(books, stated, {...claim, shortage: 'bank'}, little).flatMap(told), [
		'KOP-A fund-claim 2025-07-01',
		'Dr 2.2.02 20.00 f KOTA',
		'Dr 2.2.01 30.00 f KOTA',
		'Cr 1.1.11 50.00 f -',
		'KOTA fund-claim 2025-07-01',
		'Dr 1.3.1 50.00 f c',
		'Cr 1.2.1 10.00 f KOP-A',
		'Cr 4.1.2 40.00 f KOP-A',
		'Dr 9.1.2 40.00 f KOP-A',
		'Cr 9.1.1 40.00 f KOP-A',
	]);
});

test('an instalment of a claim', (t) => {
	t.deepEqual(told(draftClaimPayment(city, stated, {id, fund: 'f'}, rupiah('7'))), [
		'KOTA fund-claim-payment 2025-07-01',
		'Dr 1.1.1 7.00 f -',
		'Cr 1.3.1 7.00 f c',
	]);
});
