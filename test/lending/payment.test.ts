import test from 'ava';
import fc from 'fast-check';
import type {LoanId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {rupiah, sum, toText} from '../../src/kernel/money.ts';
import {
	type PaymentFacts,
	decideParts,
	decidePayment,
	depositKey,
	namedPayment,
	owedInAll,
	requireSum,
	scheduleFacts,
	spreadPayment,
} from '../../src/lending/payment.ts';
import {codeOf, instalments, murabahah} from './life.ts';

/** The loan of 12 instalments of 100,000 + 20,000, of which so much is owed. */
const loan = (number: number, principal: string, margin: string): PaymentFacts => ({
	loan: {...murabahah, id: `loan-${number}` as LoanId, number},
	instalments,
	owed: {principal: rupiah(principal), margin: rupiah(margin)},
});
const whole = loan(1, '1200000', '240000');
const wanted = (paidOn: string, amount: string) => ({
	paidOn: day(paidOn),
	amount: rupiah(amount),
	method: 'cash' as const,
});

test('a payment pays the margin and then the principal of the oldest instalment', (t) => {
	const {principal, margin, amount, isLast, extras} = decidePayment(
		whole,
		wanted('2025-03-03', '150000'),
	);
	t.deepEqual([principal, margin, amount].map(toText), ['110000.00', '40000.00', '150000.00']);
	t.false(isLast);
	t.deepEqual(extras, {});
	t.is(toText(owedInAll(whole)), '1440000.00');
});

test('what is beyond the debt is refused, or kept for the member', (t) => {
	const nearlyPaid = loan(1, '100000', '20000');
	const late = wanted('2026-02-03', '150000');
	t.is(
		codeOf(() => decidePayment(nearlyPaid, late)),
		'lending/repays-more-than-owed',
	);
	const {amount, extras, isLast} = decidePayment(nearlyPaid, {...late, excess: 'deposit'});
	t.is(toText(amount), '120000.00');
	t.is(toText(extras.excess!), '30000.00');
	t.true(isLast);
});

test('the last of an ijarah hands the asset over', (t) => {
	const rented = {...loan(1, '100000', '20000'), loan: {...murabahah, akad: 'ijarah' as const}};
	const {extras} = decidePayment(rented, wanted('2026-02-03', '120000'));
	t.is(toText(extras.handedOver!), '1200000.00');
});

test('refused: a wrong state, before disbursement, before the last payment, or early', (t) => {
	const settled = {...whole, loan: {...murabahah, status: 'settled' as const}};
	t.is(
		codeOf(() => decidePayment(settled, wanted('2025-03-03', '1'))),
		'lending/wrong-status',
	);
	t.is(
		codeOf(() => decidePayment(whole, wanted('2025-02-02', '1'))),
		'lending/paid-before-disbursement',
	);
	const paid = {...whole, lastPaidOn: day('2025-03-04')};
	t.is(
		codeOf(() => decidePayment(paid, wanted('2025-03-03', '1'))),
		'lending/collected-out-of-order',
	);
	t.is(
		codeOf(() => decidePayment(paid, wanted('2025-03-04', '1'))),
		undefined,
	);
	// The margin that is not due yet would be a discount, so the quote is to be asked for.
	t.is(
		codeOf(() => decidePayment(whole, wanted('2025-03-03', '1440000'))),
		'lending/settle-instead',
	);
});

// Loan 1 has its instalments of March and April unpaid, loan 2 that of April.
const first = loan(1, '1200000', '240000');
const second = loan(2, '1100000', '220000');
const spread = (amount: string, excess?: 'deposit') =>
	spreadPayment({...wanted('2025-04-10', amount), ...(excess ? {excess} : {})}, [
		first,
		second,
	]).map(({facts, wanted: part}) => `${facts.loan.number} ${toText(part.amount)}`);

test('one payment pays the oldest due first, whichever loan it is of', (t) => {
	t.deepEqual(spread('100000'), ['1 100000.00']);
	t.deepEqual(spread('120000'), ['1 120000.00']);
	// March and April of the first, then April of the second, then May of the first.
	t.deepEqual(spread('240000'), ['1 240000.00']);
	t.deepEqual(spread('300000'), ['1 240000.00', '2 60000.00']);
	t.deepEqual(spread('400000'), ['1 280000.00', '2 120000.00']);
});

test('what is beyond all loans is refused, or goes with the last of them', (t) => {
	t.is(
		codeOf(() => spread('2760001')),
		'lending/repays-more-than-owed',
	);
	t.deepEqual(spread('2760001', 'deposit'), ['1 1440000.00', '2 1320001.00']);
});

test('named parts sum to the payment, each for a loan of the member', (t) => {
	const parts = [{loan: second.loan.id, amount: rupiah('70000')}];
	const named = (amount: string, given = parts) =>
		namedPayment(wanted('2025-04-10', amount), given, [first, second]);
	t.is(toText(named('70000')[0]!.wanted.amount), '70000.00');
	t.is(named('70000')[0]!.facts, second);
	t.is(
		codeOf(() => named('70001')),
		'lending/parts-not-amount',
	);
	t.is(
		codeOf(() => named('140000', [...parts, ...parts])),
		'lending/part-twice',
	);
	t.is(
		codeOf(() => named('1', [{loan: 'loan-9' as LoanId, amount: rupiah('1')}])),
		'lending/loan-of-another-member',
	);
	t.notThrows(() => requireSum(rupiah('3'), [{amount: rupiah('1')}, {amount: rupiah('2')}]));
});

test('law: a spread payment is spent whole, and no loan gets more than it owes', (t) => {
	fc.assert(
		fc.property(fc.integer({min: 1, max: 2_760_000}), (amount) => {
			const parts = spreadPayment(wanted('2025-04-10', String(amount)), [second, first]);
			t.is(toText(sum(parts.map((one) => one.wanted.amount))), `${amount}.00`);
			for (const {facts, wanted: part} of parts) {
				t.true(part.amount.lessThanOrEqualTo(owedInAll(facts)));
			}
		}),
	);
});

test('a payment from before a schedule that came with an entry is none of that schedule', (t) => {
	const since = {...whole, since: day('2025-03-10')};
	t.is(
		codeOf(() => decidePayment(since, wanted('2025-03-09', '1000'))),
		'lending/paid-before-schedule',
	);
	t.notThrows(() => decidePayment(since, wanted('2025-03-10', '1000')));
	const laid = {effectiveOn: day('2025-03-10'), instalments};
	t.deepEqual(scheduleFacts({...laid, entryNumber: 7}), {instalments, since: day('2025-03-10')});
	t.deepEqual(scheduleFacts(laid), {instalments});
	t.deepEqual(scheduleFacts(undefined), {instalments: []});
});

test('a payment from a deposit is at most what lies with the fund', (t) => {
	const fromDeposit = {...wanted('2025-03-03', '100000'), method: 'deposit' as const};
	t.is(
		codeOf(() => decidePayment(whole, fromDeposit)),
		'lending/member-deposit-too-low',
	);
	t.is(depositKey(whole.loan), 'member-3/fund-1');
	const kept = {...whole, deposit: rupiah('150000')};
	t.is(toText(decidePayment(kept, fromDeposit).amount), '100000.00');
	// What the first part takes is not there for the second.
	const other = {...loan(2, '1200000', '240000'), deposit: rupiah('150000')};
	const parts = (amount: string) => [
		{facts: kept, wanted: fromDeposit},
		{facts: other, wanted: {...fromDeposit, amount: rupiah(amount)}},
	];
	t.is(decideParts(parts('50000')).length, 2);
	t.is(
		codeOf(() => decideParts(parts('50001'))),
		'lending/member-deposit-too-low',
	);
});
