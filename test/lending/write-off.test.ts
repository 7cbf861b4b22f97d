import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	borneByAllowance,
	decideRecovery,
	draftRecovery,
	draftWriteOff,
	requireOwed,
} from '../../src/lending/write-off.ts';
import {afterTwo, codeOf, linesOf, murabahah} from './life.ts';

const on = {writtenOffOn: localDate('2025-12-31'), document: 'BA-HB-1'};

test('an allowance bears what it holds, on the day and now, and never below nothing', (t) => {
	const borne = (...held: string[]) =>
		toText(borneByAllowance(rupiah('1000000'), ...held.map((one) => rupiah(one))));
	t.is(borne('300000'), '300000.00');
	t.is(borne('1500000', '1200000'), '1000000.00');
	t.is(borne('1500000', '400000'), '400000.00');
	t.is(borne('0', '400000'), '0.00');
	t.is(borne('-5', '400000'), '0.00');
});

// 1,000,000 of principal: 300,000 from the allowance, 700,000 a loss; 200,000 never earned.
test('a murabahah is written off against allowance, loss and deferred margin', (t) => {
	const entry = draftWriteOff(murabahah, afterTwo, rupiah('300000'), on);
	t.deepEqual(linesOf(entry), [
		'debit 1.2.19 300000.00 fund-1 - -',
		'debit 5.3.01 700000.00 fund-1 - -',
		'debit 1.2.02 200000.00 fund-1 loan-7 member-3',
		'credit 1.2.01 1200000.00 fund-1 loan-7 member-3',
		'debit 9.1.01 1000000.00 fund-1 loan-7 member-3',
		'credit 9.1.02 1000000.00 fund-1 loan-7 member-3',
	]);
	t.like(entry, {kind: 'write-off', effectiveOn: '2025-12-31', document: 'BA-HB-1'});
});

test('a qardh that the allowance bears whole is no loss of the year', (t) => {
	const qardh = {...murabahah, akad: 'qardh', margin: rupiah('0')} as const;
	const owed = {principal: rupiah('1000000'), margin: rupiah('0')};
	t.deepEqual(linesOf(draftWriteOff(qardh, owed, rupiah('1000000'), on)), [
		'debit 1.2.19 1000000.00 fund-1 - -',
		'credit 1.2.03 1000000.00 fund-1 loan-7 member-3',
		'debit 9.1.01 1000000.00 fund-1 loan-7 member-3',
		'credit 9.1.02 1000000.00 fund-1 loan-7 member-3',
	]);
});

test('a rented asset that is lost leaves the books with its depreciation', (t) => {
	const ijarah = {...murabahah, akad: 'ijarah'} as const;
	t.deepEqual(linesOf(draftWriteOff(ijarah, afterTwo, rupiah('0'), on)), [
		'debit 5.3.01 1000000.00 fund-1 - -',
		'debit 1.2.06 1200000.00 fund-1 loan-7 member-3',
		'credit 1.2.05 1200000.00 fund-1 loan-7 member-3',
		'debit 1.4.02 200000.00 fund-1 loan-7 member-3',
		'credit 1.4.01 1200000.00 fund-1 loan-7 member-3',
		'debit 9.1.01 1000000.00 fund-1 loan-7 member-3',
		'credit 9.1.02 1000000.00 fund-1 loan-7 member-3',
	]);
});

test('what comes back is income, leaves the register and is held for the city', (t) => {
	const payment = {paidOn: localDate('2026-01-10'), method: 'cash', receiptNumber: 31} as const;
	const entry = draftRecovery(murabahah, rupiah('400000'), payment);
	t.deepEqual(linesOf(entry), [
		'debit 1.1.01 400000.00 fund-1 - -',
		'credit 4.9.03 400000.00 fund-1 loan-7 member-3',
		'debit 9.1.02 400000.00 fund-1 loan-7 member-3',
		'credit 9.1.01 400000.00 fund-1 loan-7 member-3',
		'debit 2.2.01 400000.00 fund-1 - -',
		'credit 2.2.02 400000.00 fund-1 - -',
	]);
	t.like(entry, {kind: 'recovery', document: 'KW-31'});
});

test('no more comes back than was written off, and not before', (t) => {
	const stands = {left: rupiah('600000'), writtenOffOn: localDate('2025-12-31')};
	const day = localDate('2026-01-10');
	t.is(
		codeOf(() => decideRecovery(rupiah('600000'), day, stands)),
		undefined,
	);
	t.is(
		codeOf(() => decideRecovery(rupiah('600000.01'), day, stands)),
		'lending/recovers-more-than-written-off',
	);
	t.is(
		codeOf(() => decideRecovery(rupiah('1'), localDate('2025-12-30'), stands)),
		'lending/before-last-step',
	);
	t.is(
		codeOf(() => requireOwed({principal: rupiah('0'), margin: rupiah('0')})),
		'lending/nothing-to-write-off',
	);
	t.is(
		codeOf(() => requireOwed(afterTwo)),
		undefined,
	);
});
