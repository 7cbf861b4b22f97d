import test from 'ava';
import fc from 'fast-check';
import type {SavingMovementId} from '../../src/kernel/ids.ts';
import {addDays, localDate as day} from '../../src/kernel/local-date.ts';
import {compare, isNegative, rupiah, toText} from '../../src/kernel/money.ts';
import {
	type SavingMovement,
	changeOf,
	decideMember,
	decideProduct,
	decideReversible,
	decideTaking,
	lowestFrom,
	slipOf,
} from '../../src/savings/movement.ts';

const moved = (kind: 'deposit' | 'withdrawal', on: string, amount: string, reverses?: string) => ({
	kind,
	effectiveOn: day(on),
	amount: rupiah(amount),
	...(reverses === undefined ? {} : {reverses: reverses as SavingMovementId}),
});

test('a deposit adds, a withdrawal takes, and a reversal does the other of both', (t) => {
	t.is(toText(changeOf(moved('deposit', '2026-01-01', '100'))), '100.00');
	t.is(toText(changeOf(moved('withdrawal', '2026-01-01', '100'))), '-100.00');
	t.is(toText(changeOf(moved('deposit', '2026-01-01', '100', 'x'))), '-100.00');
	t.is(toText(changeOf(moved('withdrawal', '2026-01-01', '100', 'x'))), '100.00');
});

// 1 January 100, 10 January 30 of it gone, 20 January 50 more, given in no order.
const history = [
	moved('deposit', '2026-01-20', '50'),
	moved('deposit', '2026-01-01', '100'),
	moved('withdrawal', '2026-01-10', '30'),
];

const leaves = test.macro({
	exec(t, on: string, lowest: string) {
		t.is(toText(lowestFrom(history, day(on))), lowest);
	},
	title: (_, on: string, lowest: string) => `from ${on} on there is never less than ${lowest}`,
});
test(leaves, '2025-12-31', '0.00');
test(leaves, '2026-01-01', '70.00');
test(leaves, '2026-01-10', '70.00');
test(leaves, '2026-01-19', '70.00');
test(leaves, '2026-01-20', '120.00');
test(leaves, '2026-03-31', '120.00');

test('what came and went on one day counts at its end', (t) => {
	const sameDay = [
		moved('deposit', '2026-01-01', '10'),
		moved('withdrawal', '2026-01-05', '10'),
		moved('deposit', '2026-01-05', '40'),
	];
	t.is(toText(lowestFrom(sameDay, day('2026-01-02'))), '10.00');
	t.is(toText(lowestFrom(sameDay, day('2026-01-05'))), '40.00');
});

test('nobody has anything before they saved', (t) => {
	t.is(toText(lowestFrom([], day('2026-01-01'))), '0.00');
});

const taking = (amount: string, on: string) => ({
	product: 'wadiah' as const,
	amount: rupiah(amount),
	day: day(on),
});

test('all that there is may be taken, not a sen more, nor before it was there', (t) => {
	t.notThrows(() => {
		decideTaking(taking('120', '2026-01-20'), history);
	});
	const error = t.throws(() => {
		decideTaking(taking('120.01', '2026-01-20'), history);
	});
	t.like(error, {
		code: 'savings/below-zero',
		findings: [
			{
				path: 'amount',
				values: {product: 'wadiah', date: '2026-01-20', held: '120.00', amount: '120.01'},
			},
		],
	});
	t.throws(
		() => {
			decideTaking(taking('100', '2026-01-05'), history);
		},
		{message: /70\.00/},
	);
});

test('the least from a day on is the least of the sums at the ends of days', (t) => {
	const one = fc.record({
		isDeposit: fc.boolean(),
		offset: fc.integer({min: 0, max: 5}),
		amount: fc.integer({min: 1, max: 9}),
	});
	fc.assert(
		fc.property(fc.array(one, {maxLength: 8}), fc.integer({min: 0, max: 6}), (all, from) => {
			const at = (offset: number) => addDays(day('2026-01-01'), offset);
			const movements = all.map(({isDeposit, offset, amount}) =>
				moved(isDeposit ? 'deposit' : 'withdrawal', at(offset), String(amount)),
			);
			const sums = [0, 1, 2, 3, 4, 5, 6]
				.filter((offset) => offset >= from)
				.map((until) =>
					all
						.filter(({offset}) => offset <= until)
						.reduce((sum, {isDeposit, amount}) => sum + (isDeposit ? amount : -amount), 0),
				);
			const lowest = lowestFrom(movements, at(from));
			t.is(toText(lowest), `${Math.min(...sums)}.00`);
			t.is(isNegative(lowest), compare(lowest, rupiah('0')) < 0);
		}),
	);
});

test('nothing is moved for whoever left, or has not joined yet', (t) => {
	const member = {number: 7, joinedOn: day('2026-01-05')};
	const judge = (one: Parameters<typeof decideMember>[0], on: string) => () => {
		decideMember(one, day(on), 'effectiveOn');
	};
	t.notThrows(judge(member, '2026-01-05'));
	t.like(t.throws(judge(member, '2026-01-04')), {
		code: 'savings/before-member-joined',
		findings: [{path: 'effectiveOn'}],
	});
	const left = {...member, leftOn: day('2026-03-01')};
	t.like(t.throws(judge(left, '2026-02-01')), {code: 'savings/member-left'});
});

test('pokok and wajib are not withdrawn', (t) => {
	for (const product of ['pokok', 'wajib'] as const) {
		const error = t.throws(() => {
			decideProduct(product);
		});
		t.like(error, {code: 'savings/locked', findings: [{path: 'product', values: {product}}]});
	}
	t.notThrows(() => {
		decideProduct('wadiah');
	});
});

test('a movement is reversed once, by itself, and a reversal never', (t) => {
	const slip = {
		...moved('withdrawal', '2026-01-10', '30'),
		number: 4,
		isReversed: false,
		isLeaving: false,
	} as SavingMovement;
	const judge = (saving: SavingMovement) => () => {
		decideReversible(saving);
	};
	t.notThrows(judge(slip));
	t.throws(judge({...slip, isReversed: true}), {message: /PS-4/});
	t.like(t.throws(judge({...slip, isReversed: true})), {code: 'savings/already-reversed'});
	t.like(t.throws(judge({...slip, isLeaving: true})), {code: 'savings/part-of-leaving'});
	const {number: _, ...reversal} = {...slip, reverses: 'x' as SavingMovementId};
	t.like(t.throws(judge(reversal)), {code: 'savings/reversal-of-reversal'});
});

test('slips of deposits and of withdrawals are told apart', (t) => {
	t.is(slipOf('deposit', 12), 'SS-12');
	t.is(slipOf('withdrawal', 3), 'PS-3');
});
