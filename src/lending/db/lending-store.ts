import type {Knex} from 'knex';
import {nextNumber} from '../../db/next-number.ts';
import {type RandomBytes, takeReceiptNumbers} from '../../db/receipt-number.ts';
import {cooperativeAccounts, loanAccounts} from '../../cooperatives/index.ts';
import type {AccountCode, AllocationId} from '../../kernel/ids.ts';
import {type Rupiah, negate, rupiah, subtract, toText} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {LendingStore} from '../ports.ts';
import {createEventTable} from './event-table.ts';
import {
	type LoanRow,
	type RepaymentRow,
	loanColumns,
	toLoan,
	toLoanRow,
	toRepayment,
} from './rows.ts';
import {createScheduleTables} from './schedule-tables.ts';
import {createTrancheTable} from './tranche-table.ts';

export const createLendingStore = (trx: Knex, randomBytes: RandomBytes): LendingStore => ({
	...createLoanTable(trx),
	...createScheduleTables(trx),
	...createEventTable(trx),
	...createRepaymentTable(trx, randomBytes),
	...createLoanSums(trx),
	...createTrancheTable(trx),
});

/** What of the store has no file or table of its own. */
type LoanTable = Omit<
	LendingStore,
	| 'tranches'
	| 'owed'
	| 'fundCash'
	| 'fundDeposits'
	| 'nextReceiptNumber'
	| 'insertRepayment'
	| 'repayments'
	| 'insertSchedule'
	| 'findSchedule'
	| 'listSchedules'
	| 'insertEvent'
	| 'listEvents'
>;

const createLoanTable = (trx: Knex): LoanTable => ({
	async findLoan(id) {
		const row: LoanRow | undefined = await loans(trx).where('loans.id', id).first();
		return row && toLoan(row);
	},
	async listLoans({book, member, status, after, limit}) {
		const rows: LoanRow[] = await loans(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (member !== undefined) void query.where('loans.member_id', member);
				if (status !== undefined) void query.where('loans.status', status);
				if (after !== undefined) {
					void query.whereRaw('(books.code, loans.number) > (?, ?)', [after.book, after.number]);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'loans.number'}])
			.limit(limit);
		return rows.map(toLoan);
	},
	nextLoanNumber: async (book) => nextNumber(trx, 'loan', book.id),
	async insertLoan(book, loan) {
		await trx('loans').insert({book_id: book.id, ...toLoanRow(loan)});
	},
	async recordDecision(book, loan) {
		await trx('loans').where({book_id: book.id, id: loan.id}).update({
			status: loan.status,
			decided_on: loan.decidedOn,
			decided_by: loan.decidedBy,
			decision_reason: loan.decisionReason,
		});
	},
	async recordDisbursement(book, loan) {
		await trx('loans')
			.where({book_id: book.id, id: loan.id})
			.update({
				status: loan.status,
				disbursed_on: loan.disbursedOn,
				disbursed_by: loan.disbursedBy,
				disbursement_entry: loan.disbursementEntry,
				schedule_rule: loan.scheduleRule,
				down_payment: loan.downPayment === undefined ? null : toText(loan.downPayment),
			});
	},
	async recordGivenUp(book, loan, givenUp) {
		await trx('loans')
			.where({book_id: book.id, id: loan})
			.update({given_up: toText(givenUp)});
	},
	async recordStatus(book, loan, status) {
		await trx('loans').where({book_id: book.id, id: loan}).update({status});
	},
	async recordOfficer(book, loan, officer) {
		await trx('loans').where({book_id: book.id, id: loan}).update({officer});
	},
});

const createRepaymentTable = (
	trx: Knex,
	randomBytes: RandomBytes,
): Pick<LendingStore, 'nextReceiptNumber' | 'insertRepayment' | 'repayments'> => ({
	nextReceiptNumber: async (book) =>
		takeReceiptNumbers(trx, randomBytes, {book: book.id, series: 'KW', count: 1}),
	async insertRepayment(book, repayment) {
		await trx('repayments').insert({
			book_id: book.id,
			id: repayment.id,
			loan_id: repayment.loan,
			receipt_number: repayment.receiptNumber,
			replay: repayment.replay,
			paid_on: repayment.paidOn,
			method: repayment.method,
			employer: repayment.employer ?? null,
			amount: toText(repayment.amount),
			principal: toText(repayment.principal),
			margin: toText(repayment.margin),
			entry_number: repayment.entryNumber,
			received_by: repayment.receivedBy,
		});
	},
	async repayments(book, loan) {
		const rows: RepaymentRow[] = await trx('repayments')
			.where({book_id: book.id, loan_id: loan})
			.orderBy(['receipt_number', 'replay'])
			.select(
				'repayments.*',
				trx.raw(`exists (select from entries where entries.book_id = repayments.book_id
					and entries.reverses = repayments.entry_number) as is_reversed`),
			);
		return rows.map(toRepayment);
	},
});

const createLoanSums = (trx: Knex): Pick<LendingStore, 'owed' | 'fundCash' | 'fundDeposits'> => ({
	async owed(book, loan) {
		const row: {owed: string; principal: string} | undefined = await trx('floor_balances as held')
			.join('accounts', (join) =>
				join.on('accounts.book_id', 'held.book_id').on('accounts.code', 'held.account_code'),
			)
			.where({'held.book_id': book.id, 'held.dimension': loan.id})
			.first(
				trx.raw(
					`coalesce(sum(balance) filter (where account_code = any (cast(? as text[]))), 0) as owed,
					coalesce(sum(case normal_side when 'debit' then balance else -balance end)
						filter (where account_code = any (cast(? as text[]))), 0) as principal`,
					[[...loanAccounts.owed], [...loanAccounts.principal]],
				),
			);
		const principal = rupiah(row!.principal);
		return {principal, margin: subtract(rupiah(row!.owed), principal)};
	},
	async fundCash(book, fund) {
		const {cash, fundBank, downPayments} = cooperativeAccounts;
		return ofFund(trx, book, fund, [cash, fundBank, downPayments]);
	},
	async fundDeposits(book, fund) {
		return negate(await ofFund(trx, book, fund, [cooperativeAccounts.memberDeposits]));
	},
});

/** Debits less credits of a fund's lines on some accounts. */
async function ofFund(
	trx: Knex,
	book: Book,
	fund: AllocationId,
	accounts: readonly AccountCode[],
): Promise<Rupiah> {
	const row: {total: string} | undefined = await trx('lines')
		.where({book_id: book.id, fund_id: fund})
		.whereIn('account_code', [...accounts])
		.first(
			trx.raw(
				`coalesce(sum(case side when 'debit' then amount else -amount end), 0)::numeric(38, 2) as total`,
			),
		);
	return rupiah(row!.total);
}

const loans = (trx: Knex) =>
	trx('loans')
		.join('books', 'books.id', 'loans.book_id')
		.select(...loanColumns(trx), 'books.code as book');
