import {cooperativeAccounts} from '../cooperatives/index.ts';
import {type Rupiah, compare, isZero, toText} from '../kernel/money.ts';
import {type Line, credit, debit} from '../ledger/index.ts';
import {type LendingFinding, refuse, refuseAll} from './errors.ts';
import type {Loan} from './loan.ts';
import {type Excess, type Method, type Way, moneyMethods} from './method.ts';

const {cash, fundBank, fundDebt, collectedForCity, memberDeposits, payrollReceivable} =
	cooperativeAccounts;

/** Only how something is paid, of all that is known of it. */
export const wayOf = ({method, employer}: Way): Way => ({
	method,
	...(employer === undefined ? {} : {employer}),
});

/**
 * Judges how a payment is made.
 * @throws DomainError `lending/employer-missing`, `lending/employer-without-payroll`,
 * `lending/excess-without-money`.
 */
export function decideWay({method, employer, excess}: Way & {readonly excess?: Excess}): void {
	const faults: LendingFinding[] = [];
	if (method === 'payroll' && employer === undefined) {
		faults.push({code: 'lending/employer-missing', path: 'employer', values: {}});
	}
	if (method !== 'payroll' && employer !== undefined) {
		const values = {method, employer};
		faults.push({code: 'lending/employer-without-payroll', path: 'employer', values});
	}
	if (excess === 'deposit' && !isMoney(method)) {
		faults.push({code: 'lending/excess-without-money', path: 'excess', values: {method}});
	}
	refuseAll(faults);
}

const isMoney = (method: Method): boolean => moneyMethods.some((known) => known === method);

/**
 * What is taken from a deposit is there, with the fund that the loan is of.
 * @throws DomainError `lending/member-deposit-too-low`.
 */
export function requireDeposit(loan: Pick<Loan, 'number'>, amount: Rupiah, held: Rupiah): void {
	if (compare(amount, held) <= 0) return;
	const values = {number: String(loan.number), amount: toText(amount), held: toText(held)};
	throw refuse('lending/member-deposit-too-low', values, 'amount');
}

type Paid = Pick<Loan, 'id' | 'allocation' | 'member'>;

/** Where what is paid of a loan comes from. */
export function receivedLine(
	{id: loan, allocation: fund, member}: Paid,
	{method, employer}: Way,
	amount: Rupiah,
): Line {
	switch (method) {
		case 'cash':
			return debit(cash, amount, {fund});
		case 'bank':
			return debit(fundBank, amount, {fund});
		case 'payroll':
			return debit(payrollReceivable, amount, {fund, loan, member, counterparty: employer!});
		case 'deposit':
			// The fund has had its money since more was paid than was owed.
			return debit(memberDeposits, amount, {fund, member});
	}
}

/**
 * Principal that is held for the city from now on (decision 005): what the fund has. What an
 * employer still owes is not held, and cannot be remitted, before it arrives (decision 023).
 */
export const collectedLines = (
	{allocation: fund}: Pick<Loan, 'allocation'>,
	principal: Rupiah,
	method: Method,
): Line[] =>
	isZero(principal) || method === 'payroll'
		? []
		: [debit(fundDebt, principal, {fund}), credit(collectedForCity, principal, {fund})];
