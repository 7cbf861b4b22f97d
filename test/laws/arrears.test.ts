import test from 'ava';
import fc from 'fast-check';
import {type LocalDate, addDays, daysBetween, localDate} from '../../src/kernel/local-date.ts';
import {type Rupiah, rupiah, subtract, sum} from '../../src/kernel/money.ts';
import {arrearsOn, instalmentsPaid} from '../../src/lending/arrears.ts';
import type {Instalment} from '../../src/lending/loan.ts';
import {instalmentsOf} from '../lending/terms.ts';

const start = localDate('2027-11-30');

const someLoan = fc
	.array(
		fc.record({
			gap: fc.integer({min: 1, max: 40}),
			principal: fc.integer({min: 1, max: 1000}),
			margin: fc.nat({max: 200}),
		}),
		{minLength: 1, maxLength: 12},
	)
	.map((rows): Instalment[] => {
		let dueOn = start;
		return instalmentsOf(
			...rows.map(({gap, principal, margin}) => {
				dueOn = addDays(dueOn, gap);
				return `${dueOn} ${principal} ${margin}`;
			}),
		);
	});

const someDay = fc.nat({max: 600}).map((days) => addDays(start, days));
const someShare = fc.integer({min: 0, max: 1000});

const wholeOf = (loan: readonly Instalment[]): Rupiah =>
	sum(loan.flatMap(({principal, margin}) => [principal, margin]));

/** What is owed when so many thousandths of the loan are not paid. */
const owedOf = (loan: readonly Instalment[], thousandths: number): Rupiah =>
	rupiah(wholeOf(loan).times(thousandths).dividedBy(1000).toFixed(0));

const dueBefore = (loan: readonly Instalment[], day: LocalDate): Rupiah =>
	sum(loan.filter(({dueOn}) => dueOn < day).flatMap(({principal, margin}) => [principal, margin]));

test('overdue is what fell due before the day less what was paid, or nothing', (t) => {
	fc.assert(
		fc.property(someLoan, someDay, someShare, (loan, day, share) => {
			const owed = owedOf(loan, share);
			const paid = subtract(wholeOf(loan), owed);
			const missing = subtract(dueBefore(loan, day), paid);
			const {overdue, daysPastDue} = arrearsOn(day, loan, owed);
			return missing.greaterThan(0)
				? overdue.equals(missing) && daysPastDue > 0
				: overdue.isZero() && daysPastDue === 0;
		}),
	);
	t.pass();
});

test('days count from the oldest instalment that the payments do not cover', (t) => {
	fc.assert(
		fc.property(someLoan, someDay, someShare, (loan, day, share) => {
			const owed = owedOf(loan, share);
			let paid = subtract(wholeOf(loan), owed);
			const oldest = loan.find(({principal, margin}) => {
				paid = paid.minus(principal).minus(margin) as Rupiah;
				return paid.isNegative();
			});
			const late = oldest === undefined ? 0 : Math.max(daysBetween(oldest.dueOn, day), 0);
			return arrearsOn(day, loan, owed).daysPastDue === late;
		}),
	);
	t.pass();
});

test('arrears do not fall as days pass', (t) => {
	fc.assert(
		fc.property(someLoan, someDay, fc.nat({max: 100}), someShare, (loan, day, more, share) => {
			const owed = owedOf(loan, share);
			const [before, after] = [
				arrearsOn(day, loan, owed),
				arrearsOn(addDays(day, more), loan, owed),
			];
			const isLate = before.daysPastDue > 0;
			return (
				after.overdue.greaterThanOrEqualTo(before.overdue) &&
				(isLate ? after.daysPastDue === before.daysPastDue + more : true)
			);
		}),
	);
	t.pass();
});

test('arrears do not rise as more is paid', (t) => {
	fc.assert(
		fc.property(someLoan, someDay, someShare, someShare, (loan, day, one, other) => {
			const less = arrearsOn(day, loan, owedOf(loan, Math.min(one, other)));
			const more = arrearsOn(day, loan, owedOf(loan, Math.max(one, other)));
			return less.overdue.lessThanOrEqualTo(more.overdue) && less.daysPastDue <= more.daysPastDue;
		}),
	);
	t.pass();
});

test('with all instalments that fell due paid, nothing is late', (t) => {
	fc.assert(
		fc.property(someLoan, someDay, (loan, day) => {
			const owed = subtract(wholeOf(loan), dueBefore(loan, day));
			const {daysPastDue, overdue} = arrearsOn(day, loan, owed);
			const due = loan.filter(({dueOn}) => dueOn < day).length;
			return daysPastDue === 0 && overdue.isZero() && instalmentsPaid(loan, owed) === due;
		}),
	);
	t.pass();
});
