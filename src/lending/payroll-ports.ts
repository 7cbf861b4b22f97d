import type {ClearingId, MemberId, RepaymentId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Book} from '../ledger/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import type {DepositLine} from './member-deposit.ts';
import type {Clearing, Deduction} from './payroll.ts';

/** What employers owe, and what is kept for members. */
export type PayrollStore = {
	/** Payroll deductions that were not reversed, of these identities. */
	readonly deductions: (
		book: Book,
		repayments: readonly RepaymentId[],
	) => Promise<Map<RepaymentId, Deduction>>;
	/** What no transfer has handed over, the oldest first. */
	readonly uncleared: (query: UnclearedQuery) => Promise<UnclearedDeduction[]>;
	readonly findClearing: (
		id: ClearingId,
	) => Promise<(Clearing & {readonly book: BookCode}) | undefined>;
	readonly insertClearing: (book: Book, clearing: Clearing) => Promise<void>;
	/** Every line of a member's deposit, by entry. */
	readonly depositLines: (book: Book, member: MemberId) => Promise<DepositLine[]>;
};

export type UnclearedQuery = {
	readonly book?: BookCode;
	readonly employer?: string;
	readonly after?: {readonly paidOn: string; readonly id: string};
	readonly limit: number;
};

export type UnclearedDeduction = Deduction & {
	readonly book: BookCode;
	readonly memberNumber: number;
	readonly memberName: string;
};

export type ClearingReversal = {
	readonly clearing: ClearingId;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};

export type DepositTakingReversal = {
	readonly member: MemberId;
	readonly entry: number;
	readonly effectiveOn: LocalDate;
	readonly reason: string;
	readonly document: string;
};
