import type {Knex} from 'knex';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {
	AllocationId,
	BookCode,
	ClearingId,
	LoanId,
	MemberId,
	RepaymentId,
} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {Deduction} from '../payroll.ts';
import type {PayrollStore} from '../payroll-ports.ts';
import type {MoneyMethod} from '../method.ts';

/** What employers owe and hand over, and members' deposits, in PostgreSQL. */
export const createPayrollStore = (trx: Knex): PayrollStore => ({
	...createDeductionTable(trx),
	...createClearingTable(trx),
	async depositLines(book, member) {
		const rows: DepositRow[] = await trx('lines')
			.join('entries', (join) =>
				join.on('entries.book_id', 'lines.book_id').on('entries.number', 'lines.entry_number'),
			)
			.where({
				'lines.book_id': book.id,
				'lines.member_id': member,
				'lines.account_code': cooperativeAccounts.memberDeposits,
			})
			.orderBy(['lines.entry_number', 'lines.line_number'])
			.select(
				'lines.entry_number',
				'lines.effective_on',
				'lines.kind',
				'lines.fund_id',
				'entries.document',
				'entries.reverses',
				trx.raw(`case side when 'credit' then amount else -amount end as change`),
			);
		return rows.map((row) => ({
			entry: row.entry_number,
			effectiveOn: row.effective_on as LocalDate,
			kind: row.kind,
			document: row.document,
			...(row.fund_id === null ? {} : {fund: row.fund_id as AllocationId}),
			change: rupiah(row.change),
			...(row.reverses === null ? {} : {reverses: row.reverses}),
		}));
	},
});

const createDeductionTable = (trx: Knex): Pick<PayrollStore, 'deductions' | 'uncleared'> => ({
	async deductions(book, repayments) {
		const rows: DeductionRow[] = await deductions(trx)
			.where('repayments.book_id', book.id)
			.whereRaw('repayments.id = any (cast(? as uuid[]))', [[...repayments]]);
		return new Map(rows.map((row) => [row.id as RepaymentId, toDeduction(row)]));
	},
	async uncleared({book, employer, after, limit}) {
		const rows: DeductionRow[] = await deductions(trx)
			.whereRaw('lending_clearing_of(repayments.book_id, repayments.id) is null')
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (employer !== undefined) void query.where('repayments.employer', employer);
				if (after === undefined) return;
				void query.whereRaw('(repayments.paid_on, repayments.id) > (?, ?)', [
					after.paidOn,
					after.id,
				]);
			})
			.orderBy(['repayments.paid_on', 'repayments.id'])
			.limit(limit);
		return rows.map((row) => ({
			...toDeduction(row),
			book: row.book as BookCode,
			memberNumber: row.member_number,
			memberName: row.member_name,
		}));
	},
});

const createClearingTable = (trx: Knex): Pick<PayrollStore, 'findClearing' | 'insertClearing'> => ({
	async findClearing(id) {
		const row: ClearingRow | undefined = await trx('payroll_clearings as clearing')
			.join('books', 'books.id', 'clearing.book_id')
			.where('clearing.id', id)
			.first(
				'clearing.*',
				'books.code as book',
				trx.raw(`array(select repayment_id::text from payroll_clearing_rows part
					where part.book_id = clearing.book_id and part.clearing_id = clearing.id
					order by 1) as repayments`),
				trx.raw(`exists (select from entries where entries.book_id = clearing.book_id
					and entries.reverses = clearing.entry_number) as is_reversed`),
			);
		return (
			row && {
				id: row.id as ClearingId,
				book: row.book as BookCode,
				cooperative: row.book as BookCode,
				employer: row.employer,
				receivedOn: row.received_on as LocalDate,
				method: row.method,
				amount: rupiah(row.amount),
				document: row.document,
				repayments: row.repayments as RepaymentId[],
				entryNumber: row.entry_number,
				recordedBy: row.recorded_by,
				isReversed: row.is_reversed,
			}
		);
	},
	async insertClearing(book, clearing) {
		await trx('payroll_clearings').insert({
			book_id: book.id,
			id: clearing.id,
			employer: clearing.employer,
			received_on: clearing.receivedOn,
			method: clearing.method,
			amount: toText(clearing.amount),
			document: clearing.document,
			entry_number: clearing.entryNumber,
			recorded_by: clearing.recordedBy,
		});
		await trx('payroll_clearing_rows').insert(
			clearing.repayments.map((repayment) => ({
				book_id: book.id,
				clearing_id: clearing.id,
				repayment_id: repayment,
			})),
		);
	},
});

const deductions = (trx: Knex) =>
	trx('repayments')
		.join('books', 'books.id', 'repayments.book_id')
		.join('loans', (join) =>
			join.on('loans.book_id', 'repayments.book_id').on('loans.id', 'repayments.loan_id'),
		)
		.join('members', (join) =>
			join.on('members.book_id', 'loans.book_id').on('members.id', 'loans.member_id'),
		)
		.where('repayments.method', 'payroll')
		.whereRaw(
			`not exists (select from entries where entries.book_id = repayments.book_id
				and entries.reverses = repayments.entry_number)`,
		)
		.select(
			'repayments.*',
			'books.code as book',
			'loans.number as loan_number',
			'loans.allocation_id',
			'loans.member_id',
			'members.number as member_number',
			'members.name as member_name',
			trx.raw(`lending_clearing_of(repayments.book_id, repayments.id) is not null as is_cleared`),
		);

type DeductionRow = {
	id: string;
	book: string;
	loan_id: string;
	loan_number: number;
	allocation_id: string;
	member_id: string;
	member_number: number;
	member_name: string;
	receipt_number: number;
	paid_on: string;
	amount: string;
	principal: string;
	employer: string;
	is_cleared: boolean;
};

const toDeduction = (row: DeductionRow): Deduction => ({
	repayment: row.id as RepaymentId,
	loan: {
		id: row.loan_id as LoanId,
		number: row.loan_number,
		allocation: row.allocation_id as AllocationId,
		member: row.member_id as MemberId,
	},
	receiptNumber: row.receipt_number,
	paidOn: row.paid_on as LocalDate,
	amount: rupiah(row.amount),
	principal: rupiah(row.principal),
	employer: row.employer,
	isCleared: row.is_cleared,
});

type ClearingRow = {
	id: string;
	book: string;
	employer: string;
	received_on: string;
	method: MoneyMethod;
	amount: string;
	document: string;
	entry_number: number;
	recorded_by: string;
	repayments: string[];
	is_reversed: boolean;
};

type DepositRow = {
	entry_number: number;
	effective_on: string;
	kind: string;
	fund_id: string | null;
	document: string;
	reverses: number | null;
	change: string;
};
