import test from 'ava';
import fc from 'fast-check';
import {DomainError} from '../../src/kernel/errors.ts';
import type {LoanId} from '../../src/kernel/ids.ts';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {PaymentFacts} from '../../src/lending/payment.ts';
import {type DecidedRow, decideSheet, dueOn, rowWay, totalDue} from '../../src/lending/sheet.ts';
import {instalments, murabahah} from './life.ts';

const facts = (number: number, principal = '1200000', margin = '240000'): PaymentFacts => ({
	loan: {...murabahah, id: `loan-${number}` as LoanId, number},
	instalments,
	owed: {principal: rupiah(principal), margin: rupiah(margin)},
});
const loans = new Map(
	[facts(1), facts(2), facts(3, '50000', '10000')].map((one) => [one.loan.id, one]),
);
const row = (loan: number, amount: string) => ({
	loan: `loan-${loan}` as LoanId,
	amount: rupiah(amount),
});
const told = (decided: DecidedRow | DomainError): string =>
	decided instanceof DomainError
		? decided.code
		: `${decided.facts.loan.number} ${toText(decided.payment.amount)}`;
const decide = (...rows: Parameters<typeof decideSheet>[0]) =>
	decideSheet(rows, loans, {paidOn: day('2025-03-03'), method: 'cash'}).map(told);

test('each row is decided for itself, and a refused one harms no other', (t) => {
	const unreadable = new DomainError(
		{code: 'amount/zero', path: 'amount', values: {}},
		{
			id: '',
			en: '',
		},
	);
	t.deepEqual(
		decide(
			row(1, '120000'),
			unreadable,
			row(9, '1'),
			row(1, '1'),
			row(3, '60001'),
			row(2, '100000'),
		),
		[
			'1 120000.00',
			'amount/zero',
			'lending/unknown-loan',
			'lending/collected-twice',
			'lending/repays-more-than-owed',
			'2 100000.00',
		],
	);
});

test('law: what a row becomes does not depend on the rows about it', (t) => {
	const some = fc.uniqueArray(
		fc.tuple(fc.integer({min: 1, max: 4}), fc.integer({min: 1, max: 70_000})),
		{
			selector: ([loan]) => loan,
			maxLength: 4,
		},
	);
	fc.assert(
		fc.property(some, (rows) => {
			const sheet = rows.map(([loan, amount]) => row(loan, String(amount)));
			t.deepEqual(
				decide(...sheet),
				sheet.flatMap((one) => decide(one)),
			);
		}),
	);
});

const asks = (on: string, principal: string, margin: string): string => {
	const {due, overdue, total, daysPastDue} = dueOn(day(on), facts(1, principal, margin));
	return `${toText(due)} ${toText(overdue)} ${toText(total)} ${daysPastDue}`;
};

test('a loan asks for what is due on the day and what is overdue', (t) => {
	t.is(asks('2025-03-02', '1200000', '240000'), '0.00 0.00 0.00 0');
	t.is(asks('2025-03-03', '1200000', '240000'), '120000.00 0.00 120000.00 0');
	t.is(asks('2025-03-10', '1200000', '240000'), '0.00 120000.00 120000.00 7');
	t.is(asks('2025-04-03', '1200000', '240000'), '120000.00 120000.00 240000.00 31');
	t.is(asks('2025-04-03', '1150000', '220000'), '120000.00 50000.00 170000.00 31');
	// The instalment of April was paid before it was due.
	t.is(asks('2025-04-03', '1000000', '200000'), '0.00 0.00 0.00 0');
});

test('a sheet sums what its rows ask for', (t) => {
	const {due, overdue, total} = totalDue([
		dueOn(day('2025-04-03'), facts(1)),
		dueOn(day('2025-04-03'), facts(2, '1150000', '220000')),
	]);
	t.deepEqual([due, overdue, total].map(toText), ['240000.00', '170000.00', '410000.00']);
});

test('a row is paid as the sheet is, unless it says otherwise', (t) => {
	const payroll = {method: 'payroll', employer: 'PT Maju'} as const;
	t.deepEqual(rowWay({}, payroll), payroll);
	t.deepEqual(rowWay({method: 'cash'}, payroll), {method: 'cash'});
	t.deepEqual(rowWay(payroll, {method: 'cash'}), payroll);
	const kept = new Map([...loans].map(([id, one]) => [id, {...one, deposit: rupiah('130000')}]));
	const rows = [row(1, '120000'), row(2, '10001'), row(3, '10000')];
	const sheet = {paidOn: day('2025-03-03'), method: 'deposit' as const};
	// All three are loans of one member, whose deposit is one.
	t.deepEqual(decideSheet(rows, kept, sheet).map(told), [
		'1 120000.00',
		'lending/member-deposit-too-low',
		'3 10000.00',
	]);
});
