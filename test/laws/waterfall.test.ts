import test from 'ava';
import fc from 'fast-check';
import {DomainError} from '../../src/kernel/errors.ts';
import {type Rupiah, add, rupiah, toText} from '../../src/kernel/money.ts';
import type {Instalment} from '../../src/lending/loan.ts';
import {type Split, splitRepayment} from '../../src/lending/waterfall.ts';
import {instalmentsOf} from '../lending/terms.ts';

const money = (value: number): Rupiah => rupiah(String(value));
const nothing: Split = {principal: money(0), margin: money(0)};

type Row = {readonly principal: number; readonly margin: number};

const someRows = fc.array(fc.record({principal: fc.nat({max: 1000}), margin: fc.nat({max: 200})}), {
	minLength: 1,
	maxLength: 12,
});

const loanOf = (rows: readonly Row[]): Instalment[] =>
	instalmentsOf(...rows.map(({principal, margin}) => `2026-01-31 ${principal} ${margin}`));

const owedOf = (rows: readonly Row[]): number =>
	rows.reduce((total, {principal, margin}) => total + principal + margin, 0);

// A loan and payments that together do not exceed it: shares of what is left each time.
const someLoanAndPayments = fc
	.tuple(someRows, fc.array(fc.integer({min: 1, max: 100}), {minLength: 1, maxLength: 12}))
	.map(([rows, shares]) => {
		let left = owedOf(rows);
		const payments = shares.map((share) => {
			const payment = Math.floor((left * share) / 100);
			left -= payment;
			return payment;
		});
		return {rows, payments: payments.filter((payment) => payment > 0)};
	});

const plus = (a: Split, b: Split): Split => ({
	principal: add(a.principal, b.principal),
	margin: add(a.margin, b.margin),
});

const written = ({principal, margin}: Split): string => `${toText(principal)} ${toText(margin)}`;

const replay = (loan: readonly Instalment[], payments: readonly number[]): Split => {
	let paid = nothing;
	for (const payment of payments) paid = plus(paid, splitRepayment(money(payment), loan, paid));
	return paid;
};

test('the parts of a split sum to the payment and are not negative', (t) => {
	fc.assert(
		fc.property(someLoanAndPayments, ({rows, payments}) => {
			const loan = loanOf(rows);
			let paid = nothing;
			for (const payment of payments) {
				const split = splitRepayment(money(payment), loan, paid);
				const isWhole = add(split.principal, split.margin).equals(payment);
				if (!isWhole || split.principal.isNegative() || split.margin.isNegative()) return false;
				paid = plus(paid, split);
			}
			return true;
		}),
	);
	t.pass();
});

test('payments one by one end where their sum at once ends', (t) => {
	fc.assert(
		fc.property(someLoanAndPayments, ({rows, payments}) => {
			const loan = loanOf(rows);
			const whole = payments.reduce((total, payment) => total + payment, 0);
			return (
				written(replay(loan, payments)) === written(splitRepayment(money(whole), loan, nothing))
			);
		}),
	);
	t.pass();
});

// A second road: the loan as a row of jars, margin then principal, filled from the left.
test('margin goes before principal within an instalment, and the oldest instalment first', (t) => {
	fc.assert(
		fc.property(someRows, fc.double({min: 0, max: 1, noNaN: true}), (rows, share) => {
			const amount = Math.floor(owedOf(rows) * share);
			let left = amount;
			const filled = {principal: 0, margin: 0};
			const jars = rows.flatMap(
				({principal, margin}) =>
					[
						['margin', margin],
						['principal', principal],
					] as const,
			);
			for (const [name, size] of jars) {
				const poured = Math.min(size, left);
				filled[name] += poured;
				left -= poured;
			}
			const expected = {principal: money(filled.principal), margin: money(filled.margin)};
			return written(splitRepayment(money(amount), loanOf(rows), nothing)) === written(expected);
		}),
	);
	t.pass();
});

test('whatever was paid before, no more than what is left of either part is paid', (t) => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(someRows, share, share, share, (rows, ofPrincipal, ofMargin, ofRest) => {
			const principal = rows.reduce((total, row) => total + row.principal, 0);
			const margin = owedOf(rows) - principal;
			const before = {
				principal: money(Math.floor(principal * ofPrincipal)),
				margin: money(Math.floor(margin * ofMargin)),
			};
			const rest = money(owedOf(rows)).minus(before.principal).minus(before.margin);
			const amount = rupiah(rest.times(ofRest).toFixed(0, 1));
			const split = splitRepayment(amount, loanOf(rows), before);
			const after = plus(before, split);
			return (
				add(split.principal, split.margin).equals(amount) &&
				after.principal.lessThanOrEqualTo(principal) &&
				after.margin.lessThanOrEqualTo(margin)
			);
		}),
	);
	t.pass();
});

test('a payment is refused exactly when it is more than is owed', (t) => {
	fc.assert(
		fc.property(someLoanAndPayments, fc.integer({min: 1, max: 20_000}), (loan, amount) => {
			const {rows, payments} = loan;
			const instalments = loanOf(rows);
			const paid = replay(instalments, payments);
			const left = owedOf(rows) - payments.reduce((total, payment) => total + payment, 0);
			try {
				splitRepayment(money(amount), instalments, paid);
				return amount <= left;
			} catch (error) {
				const isRefusal = error instanceof DomainError;
				return isRefusal && error.code === 'lending/repays-more-than-owed' && amount > left;
			}
		}),
	);
	t.pass();
});
