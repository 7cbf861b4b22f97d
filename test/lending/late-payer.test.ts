import test from 'ava';
import type {LoanId} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {
	decideLetterLevel,
	decidePromise,
	promiseState,
	reminderState,
	requireHappened,
} from '../../src/lending/late-payer.ts';

const on = localDate;
const promise = {
	loan: 'loan' as LoanId,
	promisedOn: on('2026-03-02'),
	payOn: on('2026-03-10'),
	amount: rupiah('200000'),
	promisedBy: 'Ibu Sari',
};

test('a promise is kept by what was paid, and broken after its day', (t) => {
	const state = (paid: string, day: string) =>
		promiseState({...promise, paid: rupiah(paid)}, on(day));
	t.is(state('0', '2026-03-02'), 'open');
	t.is(state('199999.99', '2026-03-10'), 'open');
	t.is(state('199999.99', '2026-03-11'), 'broken');
	t.is(state('200000', '2026-03-05'), 'kept');
	t.is(state('200000', '2026-04-05'), 'kept');
});

test('a promise is of a later day or the same, and of no more than is owed', (t) => {
	t.notThrows(() => decidePromise(promise, rupiah('200000')));
	t.notThrows(() => decidePromise({...promise, payOn: promise.promisedOn}, rupiah('200000')));
	t.throws(() => decidePromise({...promise, payOn: on('2026-03-01')}, rupiah('200000')), {
		message: 'The payment promised for 2026-03-01 is before the promise of 2026-03-02.',
	});
	t.throws(() => decidePromise(promise, rupiah('199999')), {
		message: 'The promise of 200000.00 is more than the 199999.00 owed; record that at most.',
	});
});

const letters = (...days: readonly string[]) => days.map((text) => ({issuedOn: on(text)}));
const level = (issuedOn: string, days: readonly string[], daysPastDue = 30) =>
	decideLetterLevel(on(issuedOn), {
		loan: {number: 7},
		arrears: {daysPastDue, overdue: rupiah('100')},
		since: on('2026-01-31'),
		letters: letters(...days),
	});

test('letters follow one another for as long as the loan stays late', (t) => {
	t.is(level('2026-02-10', []), 1);
	t.is(level('2026-02-20', ['2026-02-10']), 2);
	t.is(level('2026-02-20', ['2026-02-10', '2026-02-20']), 3);
	t.throws(() => level('2026-03-02', ['2026-02-10', '2026-02-20', '2026-03-01']), {
		message:
			'Three demand letters have been sent since the loan became late on 2026-01-31; the last on 2026-03-01.',
	});
});

test('a loan that was brought up to date begins with the first letter again', (t) => {
	t.is(level('2026-02-10', ['2025-10-01', '2025-11-01', '2025-12-01']), 1);
	t.is(level('2026-02-10', ['2025-10-01', '2026-01-31']), 1);
});

test('a letter is of a loan that is late, and not before the last one', (t) => {
	t.throws(() => level('2026-02-10', [], 0), {
		message: 'Loan 7 is not late on 2026-02-10.',
	});
	t.throws(() => level('2026-02-10', ['2026-02-11']), {
		message: 'The letter of 2026-02-10 is before the last one of 2026-02-11.',
	});
});

test('a reminder is of what presses most', (t) => {
	const nextDue = (day: string) => ({on: on(day), amount: zero});
	const day = on('2026-03-02');
	t.is(reminderState({daysPastDue: 1, nextDue: nextDue('2026-03-02')}, day), 'late');
	t.is(reminderState({daysPastDue: 0, nextDue: nextDue('2026-03-02')}, day), 'due-today');
	t.is(reminderState({daysPastDue: 0, nextDue: nextDue('2026-03-05')}, day), 'due-soon');
});

test('what has not come yet is not recorded', (t) => {
	t.notThrows(() => requireHappened(on('2026-03-02'), on('2026-03-02'), 'visitedOn'));
	t.throws(() => requireHappened(on('2026-03-03'), on('2026-03-02'), 'visitedOn'), {
		message: 'The date 2026-03-03 is in the future; the latest is 2026-03-02.',
	});
});
