import type {Knex} from 'knex';
import type {AllocationId, BookCode, LoanId, RepaymentId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {add, rupiah, toText} from '../../kernel/money.ts';
import type {LoanLifeStore, RestructuredLoan} from '../life-ports.ts';
import type {Repayment} from '../loan.ts';
import type {Settlement} from '../settlement.ts';
import type {Recovery} from '../write-off.ts';
import {createConversionTable} from './conversion-table.ts';
import {createDeathTable} from './death-table.ts';

/** How loans go on and end, in PostgreSQL. */
export const createLoanLifeStore = (trx: Knex): LoanLifeStore => ({
	...createSettlementTable(trx),
	...createRestructuringTable(trx),
	...createRecoveryTable(trx),
	...createDeathTable(trx),
	...createConversionTable(trx),
});

const createSettlementTable = (
	trx: Knex,
): Pick<LoanLifeStore, 'insertSettlement' | 'findSettlement'> => ({
	async insertSettlement(book, settlement) {
		await trx('loan_settlements').insert({
			book_id: book.id,
			id: settlement.id,
			loan_id: settlement.loan,
			settled_on: settlement.settledOn,
			receipt_number: settlement.receiptNumber,
			principal: toText(settlement.principal),
			margin: toText(settlement.marginDue),
			discount: toText(settlement.discount),
			entry_number: settlement.entryNumber ?? null,
			discount_entry: settlement.discountEntry ?? null,
			settled_by: settlement.settledBy,
		});
	},
	async findSettlement(book, loan) {
		const row: SettlementRow | undefined = await trx('loan_settlements as settlement')
			.leftJoin('repayments', (join) =>
				join.on('repayments.book_id', 'settlement.book_id').on('repayments.id', 'settlement.id'),
			)
			.where({'settlement.book_id': book.id, 'settlement.loan_id': loan})
			.whereNotExists(
				trx('entries')
					.whereRaw('entries.book_id = settlement.book_id')
					.whereRaw(
						'entries.reverses = coalesce(settlement.entry_number, settlement.discount_entry)',
					),
			)
			.first('settlement.*', 'repayments.method', 'repayments.employer');
		return row && toSettlement(row);
	},
});

/** A loan that came of a conversion is eased by its first schedule. */
const easedSql = `(
	select book_id, loan_id, version, change, document, decided_by, days_past_due, overdue, principal,
		margin
	from loan_restructurings
	union all
	select book_id, new_loan_id, 1, 'akad', document, decided_by, days_past_due, overdue, principal,
		margin_left_off + margin_cancelled
	from loan_conversions
	where not exists (select from entries where entries.book_id = loan_conversions.book_id
		and entries.reverses = loan_conversions.settling_entry)
) as eased`;

const createRestructuringTable = (
	trx: Knex,
): Pick<LoanLifeStore, 'insertRestructuring' | 'listRestructured'> => ({
	async insertRestructuring(book, loan, {version, change, document, decidedBy, arrears, owed}) {
		await trx('loan_restructurings').insert({
			book_id: book.id,
			loan_id: loan,
			version,
			change,
			document,
			decided_by: decidedBy,
			days_past_due: arrears.daysPastDue,
			overdue: toText(arrears.overdue),
			principal: toText(owed.principal),
			margin: toText(owed.margin),
		});
	},
	async listRestructured({book, asOf, after, limit}) {
		const rows: RestructuredRow[] = await trx
			.select('*')
			.from(
				trx(trx.raw(easedSql))
					.join('loan_schedules as schedule', (join) =>
						join
							.on('schedule.book_id', 'eased.book_id')
							.on('schedule.loan_id', 'eased.loan_id')
							.on('schedule.version', 'eased.version'),
					)
					.join('loans', (join) =>
						join.on('loans.book_id', 'eased.book_id').on('loans.id', 'eased.loan_id'),
					)
					.join('books', 'books.id', 'eased.book_id')
					.where('schedule.effective_on', '<=', asOf)
					.modify((query) => {
						if (book !== undefined) void query.where('books.code', book);
						if (after === undefined) return;
						void query.whereRaw('(books.code, loans.number) > (?, ?)', [after.book, after.number]);
					})
					.distinctOn('books.code', 'loans.number')
					.orderBy([
						{column: 'books.code'},
						{column: 'loans.number'},
						{column: 'eased.version', order: 'desc'},
					])
					.select(
						'eased.*',
						'schedule.effective_on',
						'schedule.reason',
						'loans.number',
						'loans.allocation_id',
						'books.code as book',
						trx.raw('count(*) over (partition by eased.book_id, eased.loan_id)::integer as times'),
					)
					.as('latest'),
			)
			.orderBy(['book', 'number'])
			.limit(limit);
		return rows.map(toRestructured);
	},
});

const createRecoveryTable = (trx: Knex): Pick<LoanLifeStore, 'insertRecovery' | 'recoveries'> => ({
	async insertRecovery(book, loan, recovery) {
		await trx('loan_recoveries').insert({
			book_id: book.id,
			id: recovery.id,
			loan_id: loan,
			receipt_number: recovery.receiptNumber,
			paid_on: recovery.paidOn,
			method: recovery.method,
			amount: toText(recovery.amount),
			entry_number: recovery.entryNumber,
			received_by: recovery.receivedBy,
		});
	},
	async recoveries(book, loan) {
		const rows: RecoveryRow[] = await trx('loan_recoveries')
			.where({book_id: book.id, loan_id: loan})
			.orderBy('receipt_number')
			.select(
				'loan_recoveries.*',
				trx.raw(`exists (select from entries where entries.book_id = loan_recoveries.book_id
					and entries.reverses = loan_recoveries.entry_number) as is_reversed`),
			);
		return rows.map(toRecovery);
	},
});

type SettlementRow = {
	id: string;
	loan_id: string;
	settled_on: string;
	receipt_number: number;
	principal: string;
	margin: string;
	discount: string;
	entry_number: number | null;
	discount_entry: number | null;
	settled_by: string;
	method: Repayment['method'] | null;
	employer: string | null;
};

function toSettlement(row: SettlementRow): Settlement {
	const [principal, marginDue] = [rupiah(row.principal), rupiah(row.margin)];
	return {
		id: row.id as RepaymentId,
		loan: row.loan_id as LoanId,
		settledOn: row.settled_on as LocalDate,
		receiptNumber: row.receipt_number,
		principal,
		marginDue,
		total: add(principal, marginDue),
		discount: rupiah(row.discount),
		// Where nothing was paid there is no repayment to say how.
		method: row.method ?? 'cash',
		...(row.employer === null ? {} : {employer: row.employer}),
		...(row.entry_number === null ? {} : {entryNumber: row.entry_number}),
		...(row.discount_entry === null ? {} : {discountEntry: row.discount_entry}),
		settledBy: row.settled_by,
	};
}

type RestructuredRow = {
	loan_id: string;
	version: number;
	change: RestructuredLoan['change'];
	document: string;
	decided_by: string;
	days_past_due: number;
	overdue: string;
	principal: string;
	margin: string;
	effective_on: string;
	reason: string;
	number: number;
	allocation_id: string;
	book: string;
	times: number;
};

const toRestructured = (row: RestructuredRow): RestructuredLoan => ({
	loan: row.loan_id as LoanId,
	book: row.book as BookCode,
	number: row.number,
	fund: row.allocation_id as AllocationId,
	version: row.version,
	change: row.change,
	effectiveOn: row.effective_on as LocalDate,
	reason: row.reason,
	document: row.document,
	decidedBy: row.decided_by,
	arrears: {daysPastDue: row.days_past_due, overdue: rupiah(row.overdue)},
	owed: {principal: rupiah(row.principal), margin: rupiah(row.margin)},
	times: row.times,
});

type RecoveryRow = {
	id: string;
	receipt_number: number;
	paid_on: string;
	method: Recovery['method'];
	amount: string;
	entry_number: number;
	received_by: string;
	is_reversed: boolean;
};

const toRecovery = (row: RecoveryRow): Recovery => ({
	id: row.id as RepaymentId,
	receiptNumber: row.receipt_number,
	paidOn: row.paid_on as LocalDate,
	method: row.method,
	amount: rupiah(row.amount),
	entryNumber: row.entry_number,
	receivedBy: row.received_by,
	isReversed: row.is_reversed,
});
