import test from 'ava';
import type {AllocationId, BookCode, LoanId, MemberId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Akad} from '../../src/lending/akad.ts';
import type {LateCharge} from '../../src/lending/late-charge.ts';
import {accountOfCharge, draftChargePayment} from '../../src/lending/late-charge-entries.ts';
import type {Loan} from '../../src/lending/loan.ts';
import type {LateFine} from '../../src/lending/product.ts';

const loan = {
	id: 'loan' as LoanId,
	book: 'KOP-1' as BookCode,
	number: 7,
	member: 'member' as MemberId,
	allocation: 'fund' as AllocationId,
} as Loan;

type Case = [
	kind: LateCharge['kind'],
	akad: Akad,
	to: LateFine['to'] | undefined,
	method: 'cash' | 'bank',
	expected: string[],
];

const posts = test.macro({
	exec(t, ...[kind, akad, to, method, expected]: Case) {
		const fine = to && {amount: rupiah('10000'), to};
		const charge = {kind, number: 3, amount: rupiah('10000')} as LateCharge;
		const draft = draftChargePayment(loan, charge, accountOfCharge(kind, akad, fine), {
			paidOn: localDate('2026-03-02'),
			method,
			receiptNumber: 12,
		});
		t.deepEqual(
			draft.lines.map(({account, side, amount}) => `${side} ${account} ${toText(amount)}`),
			expected,
		);
		t.is(draft.kind, kind);
		t.is(draft.document, 'KW-12');
		t.is(draft.effectiveOn, localDate('2026-03-02'));
		// No money of the revolving fund comes in, so that its cash is not raised.
		t.true(draft.lines.every(({fund}) => fund === undefined));
		t.is(draft.lines[1]!.loan, loan.id);
	},
	title: (_, ...[kind, akad, to, method]: Case) =>
		`${kind} of ${akad} to ${to ?? 'nobody'} by ${method}`,
});

// DSN-MUI 17/2000: the money is for social purposes (domain.md 4.2: Dr Kas / Cr Dana kebajikan).
for (const akad of ['qardh', 'murabahah', 'mudharabah', 'musyarakah', 'ijarah'] as const) {
	test(posts, 'tazir', akad, 'benevolence', 'cash', [
		'debit 1.1.01 10000.00',
		'credit 2.3.03 10000.00',
	]);
}
// Even where a product of a sharia akad were to say otherwise.
test(posts, 'tazir', 'murabahah', 'income', 'bank', [
	'debit 1.1.02 10000.00',
	'credit 2.3.03 10000.00',
]);
test(posts, 'tazir', 'jasa', 'benevolence', 'cash', [
	'debit 1.1.01 10000.00',
	'credit 2.3.03 10000.00',
]);
test(posts, 'tazir', 'jasa', 'income', 'cash', ['debit 1.1.01 10000.00', 'credit 4.9.01 10000.00']);
// DSN-MUI 43/2004: a compensation makes up for what was spent (domain.md 4.2: Cr Pendapatan lain).
test(posts, 'tawidh', 'murabahah', 'benevolence', 'cash', [
	'debit 1.1.01 10000.00',
	'credit 4.9.01 10000.00',
]);
test(posts, 'tawidh', 'qardh', undefined, 'bank', [
	'debit 1.1.02 10000.00',
	'credit 4.9.01 10000.00',
]);
