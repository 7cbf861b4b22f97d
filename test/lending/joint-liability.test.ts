import test from 'ava';
import type {GroupId, MemberId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {draftRepayment} from '../../src/lending/entries.ts';
import type {Group} from '../../src/lending/group.ts';
import {
	claimsOf,
	decideClaimRepayment,
	decideDepositPayment,
	decidePayer,
	decideTaking,
	draftClaimRepayment,
	draftDeposit,
	draftDepositWithdrawal,
	draftFromDeposits,
} from '../../src/lending/joint-liability.ts';
import {codeOf, linesOf, murabahah} from './life.ts';

const group = {id: 'g' as GroupId, book: murabahah.book, number: 4} as Group;
const ani = 'ani' as MemberId;
const budi = 'budi' as MemberId;
const paper = {on: day('2025-04-10'), method: 'cash' as const, document: 'KW-9'};

test('who pays for another is in the group or guarantees the loan', (t) => {
	const pay = (id: string, isInGroup: boolean, isGuarantor: boolean) =>
		codeOf(() => decidePayer(murabahah, {id: id as MemberId, number: 8}, {isInGroup, isGuarantor}));
	t.is(pay('ani', true, false), undefined);
	t.is(pay('ani', false, true), undefined);
	t.is(pay('ani', false, false), 'lending/payer-not-liable');
	t.is(pay('member-3', true, true), 'lending/payer-is-borrower');
});

test('a claim is repaid up to what is left of it, and not before it arose', (t) => {
	const claim = {balance: rupiah('50000'), incurredOn: day('2025-04-10')};
	const repay = (paidOn: string, amount: string) =>
		codeOf(() => decideClaimRepayment(claim, {paidOn: day(paidOn), amount: rupiah(amount)}));
	t.is(repay('2025-04-10', '50000'), undefined);
	t.is(repay('2025-04-10', '50000.01'), 'lending/claim-repaid-too-much');
	t.is(repay('2025-04-09', '1'), 'lending/claim-before-incurred');
});

test('what is taken from a deposit is there, and is taken last', (t) => {
	const state = {balance: rupiah('50000'), lastOn: day('2025-04-10')};
	const take = (on: string, amount: string) =>
		codeOf(() => decideTaking(state, {member: 7, amount: rupiah(amount), on: day(on)}));
	t.is(take('2025-04-10', '50000'), undefined);
	t.is(take('2025-04-10', '50000.01'), 'lending/deposit-too-low');
	t.is(take('2025-04-09', '1'), 'lending/deposit-out-of-order');
});

test('deposits pay what is late, and nothing before it is due', (t) => {
	const pay = (amount: string) =>
		codeOf(() => decideDepositPayment(rupiah(amount), rupiah('120000'), day('2025-04-10')));
	t.is(pay('120000'), undefined);
	t.is(pay('120001'), 'lending/deposit-beyond-arrears');
});

test('one has no claim on oneself', (t) => {
	const parts = [
		{member: murabahah.member, amount: rupiah('1')},
		{member: ani, amount: rupiah('2')},
	];
	t.deepEqual(claimsOf(murabahah, parts), [parts[1]!]);
});

const of = {member: ani, memberNumber: 7};

test('a deposit is owed to the member, and is not money of the fund', (t) => {
	t.deepEqual(linesOf(draftDeposit(group, of, rupiah('50000'), paper)), [
		'debit 1.1.01 50000.00 - - -',
		'credit 2.1.12 50000.00 - - ani',
	]);
	t.deepEqual(
		linesOf(draftDepositWithdrawal(group, of, rupiah('50000'), {...paper, method: 'bank'})),
		['debit 2.1.12 50000.00 - - ani', 'credit 1.1.02 50000.00 - - -'],
	);
});

test('a repaid claim is kept for who had paid', (t) => {
	const draft = draftClaimRepayment(
		group.book,
		{payer: ani, loanNumber: 7},
		rupiah('30000'),
		paper,
	);
	t.is(draft.kind, 'claim-repayment');
	t.deepEqual(linesOf(draft), ['debit 1.1.01 30000.00 - - -', 'credit 2.1.02 30000.00 - - ani']);
});

// One instalment of 100,000 + 20,000: 70,000 from the deposit of Ani and 50,000 from that of Budi.
// The cash that was kept for them becomes cash of the fund.
test('deposits that pay a debt become money of the fund', (t) => {
	const split = {principal: rupiah('100000'), margin: rupiah('20000')};
	const plain = draftRepayment(murabahah, split, {
		paidOn: day('2025-04-10'),
		method: 'cash',
		receiptNumber: 9,
	});
	const parts = [
		{member: ani, amount: rupiah('70000')},
		{member: budi, amount: rupiah('50000')},
	];
	const draft = draftFromDeposits(plain, parts, 'cash', murabahah.allocation);
	t.is(draft.kind, 'repayment');
	t.is(draft.document, 'KW-9');
	t.deepEqual(linesOf(draft), [
		'debit 2.1.12 70000.00 - - ani',
		'debit 2.1.12 50000.00 - - budi',
		'debit 1.1.01 120000.00 fund-1 - -',
		'credit 1.1.01 120000.00 - - -',
		'credit 1.2.01 120000.00 fund-1 loan-7 member-3',
		'debit 1.2.02 20000.00 fund-1 loan-7 member-3',
		'credit 4.1.01 20000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 100000.00 fund-1 - -',
		'credit 2.2.02 100000.00 fund-1 - -',
	]);
});
