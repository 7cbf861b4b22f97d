import test from 'ava';
import type {AllocationId, BookCode, LoanId, MemberId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';
import {
	draftDisbursement,
	draftFees,
	draftProfitShare,
	draftRepayment,
} from '../../src/lending/entries.ts';
import type {Loan} from '../../src/lending/loan.ts';

const murabahah: Loan = {
	id: 'loan-7' as LoanId,
	book: 'KOP-1771011001' as BookCode,
	number: 7,
	member: 'member-3' as MemberId,
	allocation: 'fund-1' as AllocationId,
	akad: 'murabahah',
	purpose: 'Warung',
	principal: rupiah('5000000'),
	margin: rupiah('600000'),
	instalments: 10,
	periodUnit: 'month',
	periodEvery: 1,
	status: 'approved',
	appliedOn: localDate('2026-03-01'),
	appliedBy: 'petugas',
};
const qardh: Loan = {...murabahah, akad: 'qardh', margin: rupiah('0')};
const on = localDate('2026-03-10');

/** A line as `side account amount fund loan member`, a dash where a dimension is not given. */
const linesOf = ({lines}: EntryDraft): string[] =>
	lines.map(({side, account, amount, fund = '-', loan = '-', member = '-'}) =>
		[side, account, toText(amount), fund, loan, member].join(' '),
	);

test('a qardh is disbursed from the bank of the fund', (t) => {
	const entry = draftDisbursement(qardh, on, 'BA-7');
	t.deepEqual(linesOf(entry), [
		'debit 1.2.03 5000000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 5000000.00 fund-1 - -',
	]);
	t.like(entry, {
		book: 'KOP-1771011001',
		effectiveOn: '2026-03-10',
		kind: 'disbursement',
		reason: 'Pencairan qardh nomor 7',
		document: 'BA-7',
	});
});

test('a murabahah buys the goods and sells them on, the margin deferred (PSAK 402)', (t) => {
	t.deepEqual(linesOf(draftDisbursement(murabahah, on, 'BA-7')), [
		'debit 1.3.01 5000000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 5000000.00 fund-1 - -',
		'debit 1.2.01 5600000.00 fund-1 loan-7 member-3',
		'credit 1.3.01 5000000.00 fund-1 loan-7 member-3',
		'credit 1.2.02 600000.00 fund-1 loan-7 member-3',
	]);
});

test('a repayment in cash earns its margin and holds its principal for the city', (t) => {
	const entry = draftRepayment(
		murabahah,
		{principal: rupiah('500000'), margin: rupiah('60000')},
		{paidOn: localDate('2026-04-10'), method: 'cash', receiptNumber: 12},
	);
	t.deepEqual(linesOf(entry), [
		'debit 1.1.01 560000.00 fund-1 - -',
		'credit 1.2.01 560000.00 fund-1 loan-7 member-3',
		'debit 1.2.02 60000.00 fund-1 loan-7 member-3',
		'credit 4.1.01 60000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 500000.00 fund-1 - -',
		'credit 2.2.02 500000.00 fund-1 - -',
	]);
	t.like(entry, {
		effectiveOn: '2026-04-10',
		kind: 'repayment',
		reason: 'Angsuran murabahah nomor 7',
		document: 'KW-12',
	});
});

test('a repayment of margin alone holds nothing for the city', (t) => {
	const entry = draftRepayment(
		murabahah,
		{principal: rupiah('0'), margin: rupiah('10000')},
		{paidOn: on, method: 'bank', receiptNumber: 13},
	);
	t.deepEqual(linesOf(entry), [
		'debit 1.1.11 10000.00 fund-1 - -',
		'credit 1.2.01 10000.00 fund-1 loan-7 member-3',
		'debit 1.2.02 10000.00 fund-1 loan-7 member-3',
		'credit 4.1.01 10000.00 fund-1 loan-7 member-3',
	]);
});

test('a repayment of a qardh has no line of margin', (t) => {
	const entry = draftRepayment(
		qardh,
		{principal: rupiah('500000'), margin: rupiah('0')},
		{paidOn: on, method: 'bank', receiptNumber: 14},
	);
	t.deepEqual(linesOf(entry), [
		'debit 1.1.11 500000.00 fund-1 - -',
		'credit 1.2.03 500000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 500000.00 fund-1 - -',
		'credit 2.2.02 500000.00 fund-1 - -',
	]);
});

const paid = {paidOn: on, method: 'cash', receiptNumber: 15} as const;

test('capital of a mudharabah or musyarakah bears no margin (PSAK 405, 406)', (t) => {
	const mudharabah: Loan = {...qardh, akad: 'mudharabah', nisbah: rate('0.3')};
	t.deepEqual(linesOf(draftDisbursement(mudharabah, on, 'BA-7')), [
		'debit 1.2.11 5000000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 5000000.00 fund-1 - -',
	]);
	t.deepEqual(
		linesOf(draftProfitShare({...mudharabah, akad: 'musyarakah'}, rupiah('75000'), paid)),
		['debit 1.1.01 75000.00 fund-1 - -', 'credit 4.1.03 75000.00 fund-1 loan-7 member-3'],
	);
});

test('a loan at a rate defers what it will earn', (t) => {
	const jasa: Loan = {...qardh, akad: 'jasa'};
	const split = {principal: rupiah('5000000'), margin: rupiah('500000')};
	t.deepEqual(linesOf(draftDisbursement(jasa, on, 'BA-7', split)), [
		'debit 1.2.07 5500000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 5000000.00 fund-1 - -',
		'credit 1.2.08 500000.00 fund-1 loan-7 member-3',
	]);
	const part = {principal: rupiah('500000'), margin: rupiah('50000')};
	t.deepEqual(linesOf(draftRepayment(jasa, part, paid)), [
		'debit 1.1.01 550000.00 fund-1 - -',
		'credit 1.2.07 550000.00 fund-1 loan-7 member-3',
		'debit 1.2.08 50000.00 fund-1 loan-7 member-3',
		'credit 4.1.06 50000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 500000.00 fund-1 - -',
		'credit 2.2.02 500000.00 fund-1 - -',
	]);
});

// PSAK 407: the asset stays the cooperative's and is depreciated; rent is income as a whole.
test('an ijarah earns its rent whole, and its asset loses what was paid of the cost', (t) => {
	const ijarah: Loan = {...murabahah, akad: 'ijarah'};
	t.deepEqual(linesOf(draftDisbursement(ijarah, on, 'BA-7')), [
		'debit 1.4.01 5000000.00 fund-1 loan-7 member-3',
		'credit 1.1.11 5000000.00 fund-1 - -',
		'debit 1.2.05 5600000.00 fund-1 loan-7 member-3',
		'credit 1.2.06 5600000.00 fund-1 loan-7 member-3',
	]);
	const part = {principal: rupiah('500000'), margin: rupiah('60000')};
	t.deepEqual(linesOf(draftRepayment(ijarah, part, paid, {handedOver: rupiah('5000000')})), [
		'debit 1.1.01 560000.00 fund-1 - -',
		'credit 1.2.05 560000.00 fund-1 loan-7 member-3',
		'debit 1.2.06 560000.00 fund-1 loan-7 member-3',
		'credit 4.1.04 560000.00 fund-1 loan-7 member-3',
		'debit 5.4.02 500000.00 fund-1 loan-7 member-3',
		'credit 1.4.02 500000.00 fund-1 loan-7 member-3',
		'debit 1.4.02 5000000.00 fund-1 loan-7 member-3',
		'credit 1.4.01 5000000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 500000.00 fund-1 - -',
		'credit 2.2.02 500000.00 fund-1 - -',
	]);
});

test("what is paid beyond the debt is the member's deposit", (t) => {
	const part = {principal: rupiah('500000'), margin: rupiah('0')};
	t.deepEqual(linesOf(draftRepayment(qardh, part, paid, {excess: rupiah('7500')})), [
		'debit 1.1.01 507500.00 fund-1 - -',
		'credit 1.2.03 500000.00 fund-1 loan-7 member-3',
		'credit 2.1.02 7500.00 fund-1 - member-3',
		'debit 2.2.01 500000.00 fund-1 - -',
		'credit 2.2.02 500000.00 fund-1 - -',
	]);
});

test('a fee is an entry of its own', (t) => {
	const [fee] = draftFees(qardh, on, 'BA-7', [{name: 'Administrasi', amount: rupiah('10000')}]);
	t.deepEqual(linesOf(fee!), [
		'debit 1.1.01 10000.00 - - -',
		'credit 4.1.05 10000.00 - loan-7 member-3',
	]);
	t.like(fee, {kind: 'loan-fee', reason: 'Administrasi pembiayaan nomor 7'});
});
