import type {AllocationId, BookCode, LoanId, MemberId, RepaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isZero, toText} from '../kernel/money.ts';
import {refuse} from './errors.ts';

/**
 * The contract of a loan. Qardh: money lent and paid back, nothing more (DSN-MUI 19/2001).
 * Murabahah: goods bought and sold on at cost plus an agreed margin (DSN-MUI 4/2000, PSAK 402).
 */
export type Akad = 'qardh' | 'murabahah';

export type LoanStatus = 'applied' | 'approved' | 'rejected' | 'disbursed' | 'reversed';

export type PeriodUnit = 'day' | 'week' | 'month';

/** What a member applies for. */
export type NewLoan = {
	readonly member: MemberId;
	/** The fund that it is lent from. */
	readonly allocation: AllocationId;
	readonly akad: Akad;
	readonly purpose: string;
	/** Qardh: the sum lent. Murabahah: the cost of the goods. */
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly instalments: number;
	readonly periodUnit: PeriodUnit;
	readonly periodEvery: number;
	readonly firstDueOn?: LocalDate;
	readonly appliedOn: LocalDate;
};

/** What was applied for, and how far it has come. What is owed stands in the ledger. */
export type Loan = NewLoan & {
	readonly id: LoanId;
	readonly book: BookCode;
	/** The loan's number within the cooperative, from 1. */
	readonly number: number;
	readonly status: LoanStatus;
	readonly appliedBy: string;
	readonly decidedOn?: LocalDate;
	readonly decidedBy?: string;
	readonly decisionReason?: string;
	readonly disbursedOn?: LocalDate;
	readonly disbursedBy?: string;
	readonly disbursementEntry?: number;
	/** The sentence that states how the schedule was rounded. */
	readonly scheduleRule?: string;
};

/** One row of a loan's schedule as it stood at disbursement. */
export type Instalment = {
	readonly number: number;
	readonly dueOn: LocalDate;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	/** What is still owed of the loan once this is paid, principal and margin. */
	readonly owedAfter: Rupiah;
};

/** A member's payment with its receipt. */
export type Repayment = {
	readonly id: RepaymentId;
	readonly loan: LoanId;
	readonly receiptNumber: number;
	readonly paidOn: LocalDate;
	readonly method: 'cash' | 'bank';
	readonly amount: Rupiah;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly entryNumber: number;
	readonly receivedBy: string;
	readonly isReversed: boolean;
};

/** The terms that an akad allows: a qardh has no margin, a murabahah has one. */
export function decideTerms(akad: Akad, margin: Rupiah): void {
	if (akad === 'qardh' && !isZero(margin)) {
		throw refuse('lending/qardh-with-margin', {margin: toText(margin)}, 'margin');
	}
	if (akad === 'murabahah' && isZero(margin)) {
		throw refuse('lending/murabahah-without-margin', {}, 'margin');
	}
}

/** Whoever applied for a loan does not decide on it, and a decision is taken once. */
export function decideDecision(loan: Loan, actorName: string): void {
	requireStatus(loan, 'applied');
	if (loan.appliedBy === actorName) {
		throw refuse('lending/same-person', {person: actorName});
	}
}

/** The loan is at the step that an operation starts from. */
export function requireStatus(loan: Loan, wanted: LoanStatus): void {
	if (loan.status === wanted) return;
	throw refuse('lending/wrong-status', {status: loan.status, wanted, number: String(loan.number)});
}
