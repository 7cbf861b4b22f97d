import test from 'ava';
import type {AllocationId, BookCode, LoanId, MemberId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {type Loan, decideDecision, decideTerms, requireStatus} from '../../src/lending/loan.ts';

const applied: Loan = {
	id: 'loan-7' as LoanId,
	book: 'KOP-1771011001' as BookCode,
	number: 7,
	member: 'member-3' as MemberId,
	allocation: 'fund-1' as AllocationId,
	akad: 'qardh',
	purpose: 'Warung',
	principal: rupiah('5000000'),
	margin: rupiah('0'),
	instalments: 10,
	periodUnit: 'month',
	periodEvery: 1,
	status: 'applied',
	appliedOn: localDate('2026-03-01'),
	appliedBy: 'petugas',
};

test('a qardh bears no margin', (t) => {
	t.notThrows(() => decideTerms('qardh', rupiah('0')));
	t.like(
		t.throws(() => decideTerms('qardh', rupiah('0.01'))),
		{code: 'lending/qardh-with-margin', findings: [{path: 'margin', values: {margin: '0.01'}}]},
	);
});

test('a murabahah bears one', (t) => {
	t.notThrows(() => decideTerms('murabahah', rupiah('1')));
	t.like(
		t.throws(() => decideTerms('murabahah', rupiah('0'))),
		{code: 'lending/murabahah-without-margin'},
	);
});

test('another person decides than the one who applied', (t) => {
	t.notThrows(() => decideDecision(applied, 'penyelia'));
	t.like(
		t.throws(() => decideDecision(applied, 'petugas')),
		{
			code: 'lending/same-person',
			message: 'petugas applied for this loan; another person must decide.',
		},
	);
});

test('a decision is taken once', (t) => {
	t.like(
		t.throws(() => decideDecision({...applied, status: 'rejected'}, 'penyelia')),
		{
			code: 'lending/wrong-status',
			message: 'Loan 7 is rejected; this step needs it to be applied.',
		},
	);
});

test('a step starts from its status only', (t) => {
	t.notThrows(() => requireStatus({...applied, status: 'approved'}, 'approved'));
	for (const status of ['applied', 'rejected', 'disbursed', 'reversed'] as const) {
		t.like(
			t.throws(() => requireStatus({...applied, status}, 'approved'), undefined, status),
			{code: 'lending/wrong-status'},
		);
	}
});
