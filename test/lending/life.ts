// A loan for the tests of how loans go on and end: Rp 1,200,000 at an agreed Rp 240,000 in twelve
// instalments of 100,000 + 20,000, lent on 3 February 2025 and due on every third.
import type {AllocationId, BookCode, LoanId, MemberId} from '../../src/kernel/ids.ts';
import {addMonths, localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {EntryDraft} from '../../src/ledger/index.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import type {Instalment, Loan} from '../../src/lending/loan.ts';

export const murabahah: Loan = {
	id: 'loan-7' as LoanId,
	book: 'KOP-1771011001' as BookCode,
	number: 7,
	member: 'member-3' as MemberId,
	allocation: 'fund-1' as AllocationId,
	akad: 'murabahah',
	purpose: 'Warung',
	principal: rupiah('1200000'),
	margin: rupiah('240000'),
	instalments: 12,
	periodUnit: 'month',
	periodEvery: 1,
	status: 'disbursed',
	appliedOn: localDate('2025-02-01'),
	appliedBy: 'petugas',
	decidedOn: localDate('2025-02-02'),
	decidedBy: 'penyelia',
	disbursedOn: localDate('2025-02-03'),
};

export const instalments: readonly Instalment[] = Array.from({length: 12}, (_, index) => ({
	number: index + 1,
	dueOn: addMonths(localDate('2025-03-03'), index),
	principal: rupiah('100000'),
	margin: rupiah('20000'),
	owedAfter: rupiah(String((11 - index) * 120_000)),
}));

/** What is owed once the first two instalments are paid. */
export const afterTwo = {principal: rupiah('1000000'), margin: rupiah('200000')};

/** A line as `side account amount fund loan member`, a dash where a dimension is not given. */
export const linesOf = ({lines}: EntryDraft): string[] =>
	lines.map(({side, account, amount, fund = '-', loan = '-', member = '-'}) =>
		[side, account, toText(amount), fund, loan, member].join(' '),
	);

export const codeOf = (run: () => void): string | undefined => {
	try {
		run();
		return undefined;
	} catch (error) {
		return (error as DomainError).code;
	}
};
