import {isOnePerson} from '../kernel/actor.ts';
import type {AllocationId, BookCode, LoanId, MemberId, RepaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import type {Rate} from '../kernel/rate.ts';
import type {Akad} from './akad.ts';
import {type LendingFinding, refuse} from './errors.ts';
import type {Method} from './method.ts';

export const loanStatuses = [
	'applied',
	'verified',
	'approved',
	'rejected',
	'withdrawn',
	'disbursed',
	'settled',
	'written-off',
	'reversed',
] as const;
/** How far a loan has come; what is owed stands in the ledger. */
export type LoanStatus = (typeof loanStatuses)[number];

export const periodUnits = ['day', 'week', 'month', 'season'] as const;
/**
 * In what the time between two instalments is counted. A season is paid by harvest and counted in
 * months; it is a word of its own because policies count the harvests that were missed, not days.
 */
export type PeriodUnit = (typeof periodUnits)[number];

/** In what the calendar counts a period. */
export const calendarUnit = (unit: PeriodUnit): 'day' | 'week' | 'month' =>
	unit === 'season' ? 'month' : unit;

// What is paid every month is monthly by any name, and a crop comes at least once a year.
const seasonMonths = {min: 2, max: 12};

/** What is wrong with the length of a season; nothing with any other period. */
export function seasonFindings(unit: PeriodUnit, every: number, path: string): LendingFinding[] {
	const {min, max} = seasonMonths;
	if (unit !== 'season' || (every >= min && every <= max)) return [];
	const values = {every: String(every), min: String(min), max: String(max)};
	return [{code: 'lending/season-length', path, values}];
}

/** A version of a product: what was agreed stays what it was when the product changes. */
export type ProductReference = {readonly code: string; readonly version: number};

/** What a member applies for. */
export type NewLoan = {
	readonly member: MemberId;
	/** The fund that it is lent from. */
	readonly allocation: AllocationId;
	/** Which of the cooperative's products it is; the plain terms of its akad without one. */
	readonly product?: ProductReference;
	readonly akad: Akad;
	readonly purpose: string;
	/** What may be lent; under murabahah the cost of the goods, under ijarah that of the asset. */
	readonly principal: Rupiah;
	/** The agreed margin or rent above the cost; zero where the akad has none or a rate. */
	readonly margin: Rupiah;
	/** The cooperative's part of realised profit, a pure number; of a `share` akad only. */
	readonly nisbah?: Rate;
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
	/** The entry of the first tranche. */
	readonly disbursementEntry?: number;
	/** What of the principal is paid out, net of what was taken back; by the ledger. */
	readonly disbursed?: Rupiah;
	/** What of the principal the member does not want any more. */
	readonly givenUp?: Rupiah;
	/** What of the price was paid before the sale (urbun). */
	readonly downPayment?: Rupiah;
	/** The sentence that states how the schedule was rounded. */
	readonly scheduleRule?: string;
	/** Who looks after it; whoever applied for it until it changes hands. */
	readonly officer?: string;
};

/** A loan's schedule from a day on. */
export type ScheduleVersion = {
	readonly version: number;
	readonly effectiveOn: LocalDate;
	readonly rule: string;
	readonly reason: string;
	readonly entryNumber?: number;
	readonly instalments: readonly Instalment[];
};

/** A step of a loan's life. What it did to the books is in its entry. */
export type LoanEvent = {
	readonly kind: string;
	readonly occurredOn: LocalDate;
	readonly reason?: string;
	readonly document?: string;
	readonly entryNumber?: number;
	/** What else belongs to the step, as plain text. */
	readonly detail?: Readonly<Record<string, string>>;
};

export type RecordedLoanEvent = LoanEvent & {
	readonly sequence: number;
	readonly recordedAt: Date;
	readonly actor: string;
};

/** One row of a loan's schedule. */
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
	/** How often it was posted again because an earlier payment came to light. */
	readonly replay: number;
	readonly paidOn: LocalDate;
	readonly method: Method;
	/** Who deducted it from the member's pay, of payroll. */
	readonly employer?: string;
	readonly amount: Rupiah;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly entryNumber: number;
	readonly receivedBy: string;
	readonly isReversed: boolean;
};

/** Whoever applied for a loan does not decide on it, and a decision is taken once. */
export function decideDecision(loan: Loan, actorName: string): void {
	if (loan.status !== 'verified') requireStatus(loan, 'applied');
	if (isOnePerson(loan.appliedBy, actorName)) {
		throw refuse('lending/same-person', {person: actorName});
	}
}

/** The loan is at the step that an operation starts from. */
export function requireStatus(loan: Loan, wanted: LoanStatus): void {
	if (loan.status === wanted) return;
	throw refuse('lending/wrong-status', {status: loan.status, wanted, number: String(loan.number)});
}

/** Money is lent to members; who has left is none. */
export function requireMember({leftOn}: {readonly leftOn?: LocalDate}, on: LocalDate): void {
	if (leftOn === undefined || on < leftOn) return;
	throw refuse('lending/member-left', {leftOn, date: on}, 'member');
}
