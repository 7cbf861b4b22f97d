// The worked example of murabahah with an agent and a down payment (PSAK 402, remembered; entries
// as the standard has them): goods of 1,000,000 sold at 1,200,000, of which 100,000 was paid
// beforehand.
import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {draftDisbursement} from '../../src/lending/entries.ts';
import type {Cancellation} from '../../src/lending/purchase.ts';
import {
	draftAdvance,
	draftCancellation,
	draftClaimPayment,
	draftDownPayment,
	draftDownPaymentApplied,
	draftPurchase,
	draftReturn,
} from '../../src/lending/purchase-entries.ts';
import {linesOf, murabahah} from './life.ts';

const loan = {...murabahah, principal: rupiah('1050000'), margin: rupiah('200000')};
const on = localDate('2025-02-03');
const paper = {on, document: 'WKL-7'};

test('money to the agent is no loan yet, and no longer the cash of the fund', (t) => {
	const entry = draftAdvance(loan, rupiah('1050000'), paper);
	t.deepEqual(linesOf(entry), [
		'debit 1.3.02 1050000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 1050000.00 fund-1 - -',
	]);
	t.like(entry, {
		book: 'KOP-1771011001',
		effectiveOn: '2025-02-03',
		kind: 'purchase-advance',
		reason: 'Uang pembelian kepada wakil pembiayaan nomor 7',
		document: 'WKL-7',
	});
});

test('what the agent bought is stock at cost, and what was left is back in the bank', (t) => {
	const entry = draftPurchase(loan, {cost: rupiah('1000000'), unspent: rupiah('50000')}, paper);
	t.deepEqual(linesOf(entry), [
		'debit 1.3.01 1000000.00 fund-1 loan-7 member-3',
		'debit 1.1.11 50000.00 fund-1 - -',
		'credit 1.3.02 1050000.00 fund-1 loan-7 member-3',
	]);
	t.is(entry.kind, 'goods-purchase');
	const spent = draftPurchase(loan, {cost: rupiah('1050000'), unspent: rupiah('0')}, paper);
	t.deepEqual(linesOf(spent), [
		'debit 1.3.01 1050000.00 fund-1 loan-7 member-3',
		'credit 1.3.02 1050000.00 fund-1 loan-7 member-3',
	]);
});

test('the sale from stock moves no money, and defers the margin', (t) => {
	const split = {principal: rupiah('1000000'), margin: rupiah('200000')};
	const entry = draftDisbursement(loan, on, 'BA-7', split, {isFromStock: true});
	t.deepEqual(linesOf(entry), [
		'debit 1.2.01 1200000.00 fund-1 loan-7 member-3',
		'credit 1.3.01 1000000.00 fund-1 loan-7 member-3',
		'credit 1.2.02 200000.00 fund-1 loan-7 member-3',
	]);
	t.is(entry.kind, 'disbursement');
});

test('a down payment is a liability until it pays principal at the sale, for the city', (t) => {
	const taken = draftDownPayment(loan, rupiah('100000'), 'cash', {on, document: 'KW-4'});
	t.deepEqual(linesOf(taken), [
		'debit 1.1.01 100000.00 fund-1 - -',
		'credit 2.1.11 100000.00 fund-1 loan-7 member-3',
	]);
	t.like(taken, {kind: 'down-payment', document: 'KW-4'});
	t.is(
		linesOf(draftDownPayment(loan, rupiah('1'), 'bank', paper))[0],
		'debit 1.1.11 1.00 fund-1 - -',
	);
	const applied = draftDownPaymentApplied(loan, rupiah('100000'), paper);
	t.deepEqual(linesOf(applied), [
		'debit 2.1.11 100000.00 fund-1 loan-7 member-3',
		'credit 1.2.01 100000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 100000.00 fund-1 - -',
		'credit 2.2.02 100000.00 fund-1 - -',
	]);
	t.is(applied.kind, 'down-payment-applied');
});

test('who withdraws before anything was bought has all of it back', (t) => {
	const entry = draftReturn(loan, rupiah('100000'), 'bank', paper);
	t.deepEqual(linesOf(entry), [
		'debit 2.1.11 100000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 100000.00 fund-1 - -',
	]);
	t.is(entry.kind, 'down-payment-return');
});

const cancellation = (amounts: Record<keyof Cancellation, string>): Cancellation => ({
	proceeds: rupiah(amounts.proceeds),
	loss: rupiah(amounts.loss),
	spent: rupiah(amounts.spent),
	kept: rupiah(amounts.kept),
	returned: rupiah(amounts.returned),
	claim: rupiah(amounts.claim),
});

// DSN-MUI 13/2000 (remembered): the real cost is kept, the rest given back.
test('a cancelled purchase keeps its real cost from the down payment', (t) => {
	const enough = cancellation({
		proceeds: '970000',
		loss: '30000',
		spent: '20000',
		kept: '50000',
		returned: '50000',
		claim: '0',
	});
	const entry = draftCancellation(loan, enough, 'cash', paper);
	t.deepEqual(linesOf(entry), [
		'debit 1.1.11 970000.00 fund-1 - -',
		'debit 2.1.11 100000.00 fund-1 loan-7 member-3',
		'credit 1.3.01 1000000.00 fund-1 loan-7 member-3',
		'credit 1.1.01 50000.00 fund-1 - -',
		'credit 4.9.01 20000.00 - loan-7 member-3',
	]);
	t.is(entry.kind, 'purchase-cancellation');
});

// DSN-MUI 13/2000 (remembered): what the down payment does not reach to may be asked for.
test('what the down payment does not reach to is claimed, and paid', (t) => {
	const short = cancellation({
		proceeds: '800000',
		loss: '200000',
		spent: '0',
		kept: '100000',
		returned: '0',
		claim: '100000',
	});
	t.deepEqual(linesOf(draftCancellation(loan, short, 'cash', paper)), [
		'debit 1.1.11 800000.00 fund-1 - -',
		'debit 2.1.11 100000.00 fund-1 loan-7 member-3',
		'debit 1.2.32 100000.00 fund-1 loan-7 member-3',
		'credit 1.3.01 1000000.00 fund-1 loan-7 member-3',
	]);
	const entry = draftClaimPayment(loan, rupiah('60000'), 'cash', {on, document: 'KW-9'});
	t.deepEqual(linesOf(entry), [
		'debit 1.1.01 60000.00 fund-1 - -',
		'credit 1.2.32 60000.00 fund-1 loan-7 member-3',
	]);
	t.is(entry.kind, 'cancellation-paid');
});
