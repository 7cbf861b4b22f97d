import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {AllocationId, BookCode, ClearingId, RepaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, equals, sum, toText, zero} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit} from '../ledger/index.ts';
import {type LendingFinding, refuseAll} from './errors.ts';
import type {Loan, Repayment} from './loan.ts';
import type {MoneyMethod} from './method.ts';
import {collectedLines, receivedLine} from './way.ts';

const {payrollReceivable} = cooperativeAccounts;

/** A repayment that an employer deducted from a member's pay. */
export type Deduction = Pick<Repayment, 'receiptNumber' | 'paidOn' | 'amount' | 'principal'> & {
	readonly repayment: RepaymentId;
	readonly loan: Pick<Loan, 'id' | 'number' | 'allocation' | 'member'>;
	readonly employer: string;
	readonly isCleared: boolean;
};

/** What an employer handed over: which of its deductions, each whole. */
export type NewClearing = {
	readonly cooperative: BookCode;
	readonly employer: string;
	readonly receivedOn: LocalDate;
	readonly method: MoneyMethod;
	readonly amount: Rupiah;
	readonly document: string;
	readonly repayments: readonly RepaymentId[];
};

export type Clearing = NewClearing & {
	readonly id: ClearingId;
	readonly entryNumber: number;
	readonly recordedBy: string;
	readonly isReversed: boolean;
};

/**
 * The deductions that a transfer hands over.
 * @throws DomainError with a finding for each fault: `lending/unknown-deduction`,
 * `lending/deduction-of-another-employer`, `lending/deduction-cleared`,
 * `lending/cleared-before-deduction`, `lending/part-twice`, `lending/clearing-not-sum`.
 */
export function decideClearing(
	wanted: Omit<NewClearing, 'cooperative'>,
	known: ReadonlyMap<RepaymentId, Deduction>,
): Deduction[] {
	const faults: LendingFinding[] = [];
	const found = wanted.repayments.flatMap((repayment, index): Deduction[] => {
		const path = `repayments[${index}]`;
		const deduction = known.get(repayment);
		if (!deduction) {
			faults.push({code: 'lending/unknown-deduction', path, values: {repayment}});
			return [];
		}
		if (wanted.repayments.indexOf(repayment) < index) {
			faults.push({code: 'lending/part-twice', path, values: {name: repayment}});
		}
		faults.push(...faultsOf(deduction, wanted, path));
		return [deduction];
	});
	const handed = sum(found.map(({amount}) => amount));
	if (found.length === wanted.repayments.length && !equals(handed, wanted.amount)) {
		const values = {amount: toText(wanted.amount), sum: toText(handed)};
		faults.push({code: 'lending/clearing-not-sum', path: 'amount', values});
	}
	refuseAll(faults);
	return found;
}

function faultsOf(
	{employer, receiptNumber, paidOn, isCleared}: Deduction,
	wanted: Pick<NewClearing, 'employer' | 'receivedOn'>,
	path: string,
): LendingFinding[] {
	const receipt = String(receiptNumber);
	const faults: LendingFinding[] = [];
	if (employer !== wanted.employer) {
		const values = {receipt, employer};
		faults.push({code: 'lending/deduction-of-another-employer', path, values});
	}
	if (isCleared) faults.push({code: 'lending/deduction-cleared', path, values: {receipt}});
	if (wanted.receivedOn < paidOn) {
		const values = {receipt, paidOn, date: wanted.receivedOn};
		faults.push({code: 'lending/cleared-before-deduction', path, values});
	}
	return faults;
}

/**
 * The entry of a transfer: each fund has what was deducted for it, the employer owes that no more,
 * and the principal in it is held for the city from now on (decisions 005, 023).
 */
export function draftClearing(
	book: BookCode,
	deductions: readonly Deduction[],
	wanted: Omit<NewClearing, 'cooperative'>,
): EntryDraft {
	const {employer, method} = wanted;
	const funds = new Map<
		AllocationId,
		{loan: Deduction['loan']; amount: Rupiah; principal: Rupiah}
	>();
	for (const {loan, amount, principal} of deductions) {
		const before = funds.get(loan.allocation) ?? {loan, amount: zero, principal: zero};
		funds.set(loan.allocation, {
			loan,
			amount: add(before.amount, amount),
			principal: add(before.principal, principal),
		});
	}
	const cleared = deductions.map(({loan, amount}): Line => {
		const {id, allocation: fund, member} = loan;
		return credit(payrollReceivable, amount, {fund, loan: id, member, counterparty: employer});
	});
	return {
		book,
		effectiveOn: wanted.receivedOn,
		kind: 'payroll-clearing',
		reason: `Penerimaan potong gaji dari ${employer}`,
		document: wanted.document,
		lines: [
			...[...funds.values()].map(({loan, amount}) => receivedLine(loan, {method}, amount)),
			...cleared,
			...[...funds.values()].flatMap(({loan, principal}) =>
				collectedLines(loan, principal, method),
			),
		],
	};
}
