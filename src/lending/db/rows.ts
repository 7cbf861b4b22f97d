import type {Knex} from 'knex';
import {loanAccounts} from '../../cooperatives/index.ts';
import type {AllocationId, BookCode, LoanId, MemberId, RepaymentId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {isZero, rupiah, toText, zero} from '../../kernel/money.ts';
import {rate, rateText} from '../../kernel/rate.ts';
import type {Akad} from '../akad.ts';
import type {Instalment, Loan, LoanStatus, PeriodUnit, Repayment} from '../loan.ts';

export type LoanRow = {
	book: string;
	id: string;
	number: number;
	member_id: string;
	allocation_id: string;
	akad: Akad;
	purpose: string;
	principal: string;
	margin: string;
	instalments: number;
	period_unit: PeriodUnit;
	period_every: number;
	first_due_on: string | null;
	status: LoanStatus;
	applied_on: string;
	applied_by: string;
	decided_on: string | null;
	decided_by: string | null;
	decision_reason: string | null;
	disbursed_on: string | null;
	disbursed_by: string | null;
	disbursement_entry: number | null;
	schedule_rule: string | null;
	down_payment: string | null;
	product_code: string | null;
	product_version: number | null;
	nisbah: string | null;
	officer: string | null;
	given_up: string;
	/** By the ledger; null where nothing ever went out. */
	disbursed: string | null;
};

export const toLoan = (row: LoanRow): Loan => ({
	id: row.id as LoanId,
	book: row.book as BookCode,
	number: row.number,
	member: row.member_id as MemberId,
	allocation: row.allocation_id as AllocationId,
	...(row.product_code === null
		? {}
		: {product: {code: row.product_code, version: row.product_version!}}),
	akad: row.akad,
	purpose: row.purpose,
	principal: rupiah(row.principal),
	margin: rupiah(row.margin),
	...(row.nisbah === null ? {} : {nisbah: rate(row.nisbah)}),
	instalments: row.instalments,
	periodUnit: row.period_unit,
	periodEvery: row.period_every,
	...(row.first_due_on === null ? {} : {firstDueOn: row.first_due_on as LocalDate}),
	status: row.status,
	appliedOn: row.applied_on as LocalDate,
	appliedBy: row.applied_by,
	...(row.decided_on === null ? {} : {decidedOn: row.decided_on as LocalDate}),
	...(row.decided_by === null ? {} : {decidedBy: row.decided_by}),
	...(row.decision_reason === null ? {} : {decisionReason: row.decision_reason}),
	...(row.disbursed_on === null ? {} : {disbursedOn: row.disbursed_on as LocalDate}),
	...(row.disbursed_by === null ? {} : {disbursedBy: row.disbursed_by}),
	...(row.disbursement_entry === null ? {} : {disbursementEntry: row.disbursement_entry}),
	...(row.schedule_rule === null ? {} : {scheduleRule: row.schedule_rule}),
	...(row.down_payment === null ? {} : {downPayment: rupiah(row.down_payment)}),
	...(row.officer === null ? {} : {officer: row.officer}),
	...(row.disbursed === null ? {} : {disbursed: rupiah(row.disbursed)}),
	...(isZero(rupiah(row.given_up)) ? {} : {givenUp: rupiah(row.given_up)}),
});

/** The columns of a loan; what is disbursed of it the ledger keeps as the ceiling of its debt. */
export const loanColumns = (trx: Knex): [string, Knex.Raw] => [
	'loans.*',
	trx.raw(
		`(select sum(case account.normal_side when 'debit' then held.granted else -held.granted end)
		from floor_balances held
		join accounts account on account.book_id = held.book_id and account.code = held.account_code
		where held.book_id = loans.book_id and held.dimension = loans.id
			and held.account_code = any (cast(? as text[]))) as disbursed`,
		[[...loanAccounts.principal]],
	),
];

export const toLoanRow = (loan: Loan): Omit<LoanRow, 'book' | 'disbursed'> => ({
	id: loan.id,
	number: loan.number,
	member_id: loan.member,
	allocation_id: loan.allocation,
	akad: loan.akad,
	purpose: loan.purpose,
	principal: toText(loan.principal),
	margin: toText(loan.margin),
	instalments: loan.instalments,
	period_unit: loan.periodUnit,
	period_every: loan.periodEvery,
	first_due_on: loan.firstDueOn ?? null,
	status: loan.status,
	applied_on: loan.appliedOn,
	applied_by: loan.appliedBy,
	decided_on: loan.decidedOn ?? null,
	decided_by: loan.decidedBy ?? null,
	decision_reason: loan.decisionReason ?? null,
	disbursed_on: loan.disbursedOn ?? null,
	disbursed_by: loan.disbursedBy ?? null,
	disbursement_entry: loan.disbursementEntry ?? null,
	schedule_rule: loan.scheduleRule ?? null,
	down_payment: loan.downPayment === undefined ? null : toText(loan.downPayment),
	product_code: loan.product?.code ?? null,
	product_version: loan.product?.version ?? null,
	nisbah: loan.nisbah === undefined ? null : rateText(loan.nisbah),
	officer: loan.officer ?? null,
	given_up: toText(loan.givenUp ?? zero),
});

export type InstalmentRow = {
	number: number;
	due_on: string;
	principal: string;
	margin: string;
	owed_after: string;
};

export const toInstalment = (row: InstalmentRow): Instalment => ({
	number: row.number,
	dueOn: row.due_on as LocalDate,
	principal: rupiah(row.principal),
	margin: rupiah(row.margin),
	owedAfter: rupiah(row.owed_after),
});

export type RepaymentRow = {
	id: string;
	loan_id: string;
	receipt_number: number;
	replay: number;
	paid_on: string;
	method: Repayment['method'];
	employer: string | null;
	amount: string;
	principal: string;
	margin: string;
	entry_number: number;
	received_by: string;
	is_reversed: boolean;
};

export const toRepayment = (row: RepaymentRow): Repayment => ({
	id: row.id as RepaymentId,
	loan: row.loan_id as LoanId,
	receiptNumber: row.receipt_number,
	replay: row.replay,
	paidOn: row.paid_on as LocalDate,
	method: row.method,
	...(row.employer === null ? {} : {employer: row.employer}),
	amount: rupiah(row.amount),
	principal: rupiah(row.principal),
	margin: rupiah(row.margin),
	entryNumber: row.entry_number,
	receivedBy: row.received_by,
	isReversed: row.is_reversed,
});
