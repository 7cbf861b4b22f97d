import test from 'ava';
import type {AllocationId, LoanId, RepaymentId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {type Deduction, decideClearing, draftClearing} from '../../src/lending/payroll.ts';
import {linesOf, murabahah} from './life.ts';

const deduction = (number: number, fund: string, amount: string, principal: string): Deduction => ({
	repayment: `repayment-${number}` as RepaymentId,
	loan: {...murabahah, id: `loan-${number}` as LoanId, allocation: fund as AllocationId},
	receiptNumber: number,
	paidOn: day('2025-03-25'),
	employer: 'PT Maju',
	amount: rupiah(amount),
	principal: rupiah(principal),
	isCleared: false,
});
const all = [
	deduction(1, 'fund-1', '120000', '100000'),
	deduction(2, 'fund-2', '60000', '50000'),
	deduction(3, 'fund-1', '20000', '0'),
];
const known = new Map(all.map((one) => [one.repayment, one]));
const wanted = {
	employer: 'PT Maju',
	receivedOn: day('2025-04-02'),
	method: 'bank' as const,
	amount: rupiah('200000'),
	document: 'TRF-1',
	repayments: all.map(({repayment}) => repayment),
};

test('a transfer gives each fund its part, and the city its principal', (t) => {
	const draft = draftClearing(murabahah.book, decideClearing(wanted, known), wanted);
	t.like(draft, {kind: 'payroll-clearing', document: 'TRF-1', effectiveOn: day('2025-04-02')});
	t.deepEqual(linesOf(draft), [
		'debit 1.1.11 140000.00 fund-1 - -',
		'debit 1.1.11 60000.00 fund-2 - -',
		'credit 1.2.21 120000.00 fund-1 loan-1 member-3',
		'credit 1.2.21 60000.00 fund-2 loan-2 member-3',
		'credit 1.2.21 20000.00 fund-1 loan-3 member-3',
		'debit 2.2.01 100000.00 fund-1 - -',
		'credit 2.2.02 100000.00 fund-1 - -',
		'debit 2.2.01 50000.00 fund-2 - -',
		'credit 2.2.02 50000.00 fund-2 - -',
	]);
	t.true(draft.lines.slice(2, 5).every(({counterparty}) => counterparty === 'PT Maju'));
});

const codesOf = (change: Partial<typeof wanted>, of = known): string[] => {
	try {
		decideClearing({...wanted, ...change}, of);
		return [];
	} catch (error) {
		return (error as DomainError).findings.map(({code, path}) => `${code} ${path}`);
	}
};

test('all that is wrong with a transfer is told at once', (t) => {
	t.deepEqual(codesOf({}), []);
	t.deepEqual(codesOf({amount: rupiah('200001')}), ['lending/clearing-not-sum amount']);
	t.deepEqual(codesOf({repayments: ['repayment-9' as RepaymentId]}), [
		'lending/unknown-deduction repayments[0]',
	]);
	const [first] = all as [Deduction];
	t.deepEqual(codesOf({repayments: [first.repayment, first.repayment], amount: rupiah('240000')}), [
		'lending/part-twice repayments[1]',
	]);
	const cleared = new Map([[first.repayment, {...first, isCleared: true}]]);
	t.deepEqual(
		codesOf(
			{
				repayments: [first.repayment],
				amount: rupiah('1'),
				employer: 'PT Lain',
				receivedOn: day('2025-03-24'),
			},
			cleared,
		),
		[
			'lending/deduction-of-another-employer repayments[0]',
			'lending/deduction-cleared repayments[0]',
			'lending/cleared-before-deduction repayments[0]',
			'lending/clearing-not-sum amount',
		],
	);
});
