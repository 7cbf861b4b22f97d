import test from 'ava';
import {
	type ClaimEvent,
	type ClaimState,
	type FundClaim,
	claimDues,
	claimLeft,
	claimPaid,
	claimState,
	decideCancellation,
	decideClaimPayment,
	decideStatement,
	getStandingPayment,
	requireDay,
	requireState,
	standingPayments,
} from '../../src/city/fund-claim.ts';
import type {AllocationId, BookCode, FundClaimId, PengurusId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const instalments = [
	{number: 1, dueOn: localDate('2025-07-31'), amount: rupiah('40')},
	{number: 2, dueOn: localDate('2025-08-31'), amount: rupiah('60')},
];

const event = (kind: ClaimEvent['kind'], sequence: number, more: Partial<ClaimEvent> = {}) => ({
	kind,
	sequence,
	occurredOn: localDate('2025-07-01'),
	actor: 'budi',
	document: 'd',
	reason: 'r',
	recordedAt: new Date(0),
	...more,
});
const stated = event('stated', 1, {basis: 'sktjm', amount: rupiah('100')});
const paid = (sequence: number, amount: string, receiptNumber: number) =>
	event('paid', sequence, {amount: rupiah(amount), receiptNumber});

const claim = (...events: readonly ClaimEvent[]): FundClaim => ({
	id: 'c' as FundClaimId,
	number: 1,
	city: 'KOTA' as BookCode,
	cooperative: 'KOP-A' as BookCode,
	allocation: 'a' as AllocationId,
	pengurus: 'p' as PengurusId,
	shortage: 'cash',
	amount: rupiah('100'),
	foundOn: localDate('2025-06-01'),
	foundBy: 'Inspektorat',
	description: 'd',
	reportedBy: 'ani',
	recordedAt: new Date(0),
	instalments: events.length === 0 ? [] : instalments,
	events,
});

const state = test.macro((t, events: readonly ClaimEvent[], expected: ClaimState, left: string) => {
	t.is(claimState(claim(...events)), expected);
	t.is(toText(claimLeft(claim(...events))), left);
});
const backed = event('payment-reversed', 3, {amount: rupiah('100'), ofSequence: 2});
test('only reported', state, [], 'reported', '0.00');
test('dropped', state, [event('dropped', 1)], 'dropped', '0.00');
test('stated', state, [stated], 'stated', '100.00');
test('paid in part', state, [stated, paid(2, '40', 1)], 'stated', '60.00');
test('paid', state, [stated, paid(2, '100', 1)], 'settled', '0.00');
test('paid and taken back', state, [stated, paid(2, '100', 1), backed], 'stated', '100.00');
test('prosecuted', state, [stated, event('prosecuted', 2)], 'prosecuted', '100.00');
test(
	'prosecuted and paid',
	state,
	[stated, event('prosecuted', 2), paid(3, '100', 1)],
	'settled',
	'0.00',
);
test('cancelled', state, [stated, event('cancelled', 2)], 'cancelled', '0.00');

test('payments are of the earliest instalment first', (t) => {
	const one = claim(stated, paid(2, '50', 1));
	t.is(toText(claimPaid(one)), '50.00');
	t.deepEqual(
		claimDues(one, localDate('2025-09-01')).map(({unpaid, isOverdue}) => [
			toText(unpaid),
			isOverdue,
		]),
		[
			['0.00', false],
			['50.00', true],
		],
	);
});

test('a step is taken in a state that allows it, on a day that has come', (t) => {
	t.throws(
		() => {
			requireState(claim(stated), 'reported');
		},
		{code: 'city/claim-state'},
	);
	const today = localDate('2025-07-31');
	const on = (day: string) => () => {
		requireDay(claim(), localDate(day), today, 'occurredOn');
	};
	t.notThrows(on('2025-06-01'));
	t.throws(on('2025-05-31'), {code: 'city/before-found'});
	t.throws(on('2025-08-01'), {code: 'city/date-in-future'});
	t.throws(
		() => {
			requireDay(claim(stated), localDate('2025-06-30'), today, 'occurredOn');
		},
		{code: 'city/before-stated'},
	);
});

test('stated by another person, in instalments that are all of it, each after the last', (t) => {
	const stating =
		(rows: readonly (readonly [string, string])[], actor = 'budi', one = claim()) =>
		() => {
			const given = rows.map(([dueOn, amount], index) => ({
				number: index + 1,
				dueOn: localDate(dueOn),
				amount: rupiah(amount),
			}));
			decideStatement(one, given, localDate('2025-07-01'), actor);
		};
	t.notThrows(stating([['2025-07-01', '100']]));
	t.throws(stating([['2025-07-01', '100']], 'ani'), {code: 'city/same-person'});
	t.throws(stating([['2025-07-01', '99.99']]), {code: 'city/instalments-not-claim'});
	t.throws(stating([['2025-06-30', '100']]), {code: 'city/instalments-not-forward'});
	const twice = [
		['2025-08-01', '50'],
		['2025-08-01', '50'],
	] as const;
	t.throws(stating(twice), {code: 'city/instalments-not-forward'});
	t.throws(stating([['2025-07-01', '100']], 'budi', claim(stated)), {code: 'city/claim-state'});
});

test('no more is paid than is left, and only of what stands', (t) => {
	const one = claim(stated, paid(2, '40', 1));
	const paying =
		(amount: string, of = one) =>
		() => {
			decideClaimPayment(of, rupiah(amount));
		};
	t.notThrows(paying('60'));
	t.throws(paying('60.01'), {code: 'city/claim-overpaid'});
	t.throws(paying('1', claim()), {code: 'city/claim-state'});
	t.is(getStandingPayment(one, 1).sequence, 2);
	t.throws(() => getStandingPayment(one, 2), {code: 'city/unknown-payment'});
	const taken = claim(stated, paid(2, '100', 1), backed);
	t.deepEqual(standingPayments(taken), []);
	t.throws(() => getStandingPayment(taken, 1), {code: 'city/unknown-payment'});
});

test('a claim is taken back once its payments are', (t) => {
	const cancelling = (one: FundClaim) => () => {
		decideCancellation(one);
	};
	t.throws(cancelling(claim(stated, paid(2, '40', 1))), {code: 'city/claim-has-payments'});
	t.notThrows(cancelling(claim(stated, paid(2, '100', 1), backed)));
	t.throws(cancelling(claim()), {code: 'city/claim-state'});
});
