import test from 'ava';
import type {AllocationId, BookCode, LoanId, MemberId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';
import {draftDisbursement, draftRepayment} from '../../src/lending/entries.ts';
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
