import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {quoteSettlement} from '../../src/lending/settlement.ts';
import {draftDiscount, draftSettlement} from '../../src/lending/settlement-entries.ts';
import {afterTwo, instalments, linesOf, murabahah} from './life.ts';

const payment = {paidOn: localDate('2025-05-10'), method: 'cash', receiptNumber: 12} as const;

// PSAK 402: the discount of an early settlement reduces the margin that is not earned yet.
test('the discount of a murabahah takes deferred margin and receivable down together', (t) => {
	const quote = quoteSettlement('murabahah', instalments, afterTwo, payment.paidOn);
	const discount = draftDiscount(murabahah, quote, payment)!;
	t.deepEqual(linesOf(discount), [
		'debit 1.2.02 180000.00 fund-1 loan-7 member-3',
		'credit 1.2.01 180000.00 fund-1 loan-7 member-3',
	]);
	t.like(discount, {
		effectiveOn: '2025-05-10',
		kind: 'settlement-discount',
		document: 'KW-12',
		reason: 'Potongan pelunasan murabahah nomor 7',
	});
	t.deepEqual(linesOf(draftSettlement(murabahah, quote, payment)!), [
		'debit 1.1.01 1020000.00 fund-1 - -',
		'credit 1.2.01 1020000.00 fund-1 loan-7 member-3',
		'debit 1.2.02 20000.00 fund-1 loan-7 member-3',
		'credit 4.1.01 20000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 1000000.00 fund-1 - -',
		'credit 2.2.02 1000000.00 fund-1 - -',
	]);
});

test('jasa is waived on accounts of its own', (t) => {
	const jasa = {...murabahah, akad: 'jasa', margin: rupiah('0')} as const;
	const quote = quoteSettlement('jasa', instalments, afterTwo, payment.paidOn);
	t.deepEqual(linesOf(draftDiscount(jasa, quote, payment)!), [
		'debit 1.2.08 180000.00 fund-1 loan-7 member-3',
		'credit 1.2.07 180000.00 fund-1 loan-7 member-3',
	]);
});

// The asset cost 1,200,000, was depreciated by 200,000 and bears 200,000 more with the rent that is
// due; 800,000 buys it.
test('an ijarah earns the rent that is due and sells the asset for what is left of it', (t) => {
	const ijarah = {...murabahah, akad: 'ijarah'} as const;
	const quote = quoteSettlement('ijarah', instalments, afterTwo, payment.paidOn);
	t.deepEqual(linesOf(draftDiscount(ijarah, quote, payment)!), [
		'debit 1.2.06 960000.00 fund-1 loan-7 member-3',
		'credit 1.2.05 960000.00 fund-1 loan-7 member-3',
	]);
	t.deepEqual(linesOf(draftSettlement(ijarah, quote, payment)!), [
		'debit 1.1.01 240000.00 fund-1 - -',
		'credit 1.2.05 240000.00 fund-1 loan-7 member-3',
		'debit 1.2.06 240000.00 fund-1 loan-7 member-3',
		'credit 4.1.04 240000.00 fund-1 loan-7 member-3',
		'debit 5.4.02 200000.00 fund-1 loan-7 member-3',
		'credit 1.4.02 200000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 200000.00 fund-1 - -',
		'credit 2.2.02 200000.00 fund-1 - -',
		'debit 1.1.01 800000.00 fund-1 - -',
		'debit 1.4.02 400000.00 fund-1 loan-7 member-3',
		'credit 1.4.01 1200000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 800000.00 fund-1 - -',
		'credit 2.2.02 800000.00 fund-1 - -',
	]);
});

test('an ijarah whose rent is all due hands the asset over', (t) => {
	const ijarah = {...murabahah, akad: 'ijarah'} as const;
	const quote = quoteSettlement('ijarah', instalments, afterTwo, localDate('2026-02-03'));
	t.is(draftDiscount(ijarah, quote, payment), undefined);
	t.deepEqual(linesOf(draftSettlement(ijarah, quote, payment)!).slice(-2), [
		'debit 1.4.02 1200000.00 fund-1 loan-7 member-3',
		'credit 1.4.01 1200000.00 fund-1 loan-7 member-3',
	]);
});

test('an asset bought before any rent was due is sold at its cost', (t) => {
	const ijarah = {...murabahah, akad: 'ijarah'} as const;
	const rows = instalments.map((row) => ({...row}));
	const owed = {principal: rupiah('1200000'), margin: rupiah('240000')};
	const quote = {
		...quoteSettlement('ijarah', rows, owed, payment.paidOn),
		assetPrice: rupiah('1200000'),
		marginDue: rupiah('0'),
		total: rupiah('1200000'),
	};
	t.deepEqual(linesOf(draftSettlement(ijarah, quote, {...payment, method: 'bank'})!), [
		'debit 1.1.11 1200000.00 fund-1 - -',
		'credit 1.4.01 1200000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 1200000.00 fund-1 - -',
		'credit 2.2.02 1200000.00 fund-1 - -',
	]);
});

test('where only margin not due is left, nothing is paid', (t) => {
	const owed = {principal: rupiah('0'), margin: rupiah('50000')};
	const quote = quoteSettlement('murabahah', instalments, owed, payment.paidOn);
	t.is(draftSettlement(murabahah, quote, payment), undefined);
	t.deepEqual(linesOf(draftDiscount(murabahah, quote, payment)!), [
		'debit 1.2.02 50000.00 fund-1 loan-7 member-3',
		'credit 1.2.01 50000.00 fund-1 loan-7 member-3',
	]);
});
