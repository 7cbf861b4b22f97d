import test from 'ava';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {decideDepositTaking, draftDepositTaking} from '../../src/lending/member-deposit.ts';
import {codeOf, linesOf, murabahah} from './life.ts';

const {member, allocation} = murabahah;
const taking = {
	member,
	withdrawnOn: day('2025-04-02'),
	method: 'bank' as const,
	amount: rupiah('7500'),
	document: 'BKK-1',
};
const linesFor = (change: object) =>
	linesOf(draftDepositTaking('KOP-1' as BookCode, 3, {...taking, ...change}));

test('a withdrawal leaves from where the deposit lies', (t) => {
	t.deepEqual(linesFor({allocation}), [
		'debit 2.1.02 7500.00 fund-1 - member-3',
		'credit 1.1.11 7500.00 fund-1 - -',
	]);
	t.deepEqual(linesFor({allocation, method: 'cash'}), [
		'debit 2.1.02 7500.00 fund-1 - member-3',
		'credit 1.1.01 7500.00 fund-1 - -',
	]);
	t.deepEqual(linesFor({}), ['debit 2.1.02 7500.00 - - member-3', 'credit 1.1.02 7500.00 - - -']);
});

test('no more is taken than is there', (t) => {
	const codeFor = (held: string) =>
		codeOf(() => {
			decideDepositTaking(taking, rupiah(held));
		});
	t.is(codeFor('7500'), undefined);
	t.is(codeFor('7499.99'), 'lending/deposit-withdrawal-too-high');
});
