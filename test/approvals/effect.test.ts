import test from 'ava';
import {type PastWrite, createEffect} from '../../src/approvals/effect.ts';
import type {ApprovalPolicy, ApprovalTerms} from '../../src/approvals/policy.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {named} from './setup.ts';

const policy = (write: string, more: Partial<ApprovalTerms> = {}): ApprovalPolicy => ({
	...named(write, more),
	version: 1,
	setBy: 'penetap',
	recordedAt: new Date('2026-03-31T00:00:00Z'),
});

const past = (
	amount: string,
	on: string,
	{name = 'repayment', book = 'KOP-1', backdatedDays = 0} = {},
): PastWrite => ({
	name,
	book: book as BookCode,
	amount: rupiah(amount),
	backdatedDays,
	recordedOn: localDate(on),
});

const writes = [
	past('100000', '2026-02-02'),
	past('600000', '2026-02-02'),
	past('700000', '2026-02-03'),
	past('800000', '2026-02-03', {book: 'KOP-2'}),
	past('900000', '2026-02-04', {name: 'disbursement', book: 'KOP-2'}),
	past('50000', '2026-02-05', {backdatedDays: 9}),
];

const effectOf = (versions: readonly ApprovalPolicy[], terms: ApprovalTerms) => {
	const effect = createEffect(versions, terms);
	for (const write of writes) effect.add(write);
	const {total, names, books, busiest} = effect.made();
	const plain = <T extends typeof total>({amountThen, ...count}: T) => ({
		...count,
		amountThen: toText(amountThen),
	});
	return {total: plain(total), names: names.map(plain), books: books.map(plain), busiest};
};

test('what is beyond the terms would have waited, by name, by book and by day', (t) => {
	const terms = named('repayment', {amountAbove: rupiah('500000'), backdatedOver: 7});
	t.deepEqual(effectOf([], terms), {
		total: {writes: 6, heldNow: 0, heldThen: 4, amountThen: '2150000.00'},
		names: [
			{name: 'repayment', writes: 5, heldNow: 0, heldThen: 4, amountThen: '2150000.00'},
			{name: 'disbursement', writes: 1, heldNow: 0, heldThen: 0, amountThen: '0.00'},
		],
		books: [
			{book: 'KOP-1', writes: 4, heldNow: 0, heldThen: 3, amountThen: '1350000.00'},
			{book: 'KOP-2', writes: 2, heldNow: 0, heldThen: 1, amountThen: '800000.00'},
		],
		busiest: {on: localDate('2026-02-03'), heldThen: 2},
	});
});

test('the terms take the place of the policy of their write, and of no other', (t) => {
	const now = [policy('repayment'), policy('entry', {amountAbove: rupiah('850000')})];
	const lifted = effectOf(now, named('repayment', {isNamed: false}));
	t.deepEqual(lifted.total, {writes: 6, heldNow: 6, heldThen: 1, amountThen: '900000.00'});
	t.deepEqual(lifted.busiest, {on: localDate('2026-02-04'), heldThen: 1});
	// What has not begun on the first day of the terms is not yet a policy.
	const later = [policy('repayment', {effectiveFrom: localDate('2026-06-01')})];
	t.is(effectOf(later, named('repayment', {isNamed: false})).total.heldNow, 0);
});

test('where nothing would wait there is no busiest day', (t) => {
	const {total, busiest} = effectOf([], named('repayment', {amountAbove: rupiah('1000000')}));
	t.is(total.heldThen, 0);
	t.is(busiest, undefined);
});
