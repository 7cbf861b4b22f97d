import type {Knex} from 'knex';
import {loanAccounts} from '../../cooperatives/index.ts';
import {nextNumber} from '../../db/next-number.ts';
import type {BookCode, LoanId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {DemandLetter, NewVisit, PaymentPromise, Reminder, Visit} from '../late-payer.ts';
import type {LatePayerStore} from '../late-payer-ports.ts';
import {type ReminderRow, paidSql, remindersSql} from './reminders-sql.ts';

// A settlement is paid by a repayment as well; what its discount takes off nobody pays.
const paying = {owedAccounts: [...loanAccounts.owed], payingKinds: ['repayment']};

/** Reminders, promises, visits and letters in PostgreSQL. */
export const createLatePayerStore = (trx: Knex): LatePayerStore => ({
	async reminders({book, on, days, after, limit}) {
		const {rows} = await trx.raw<{rows: ReminderRow[]}>(remindersSql, {
			...paying,
			on,
			days,
			limit,
			book: book ?? null,
			afterBook: after?.book ?? null,
			afterNumber: after?.number ?? null,
		});
		return rows.map(toReminder);
	},
	async promises(book, loan, on) {
		const {rows} = await trx.raw<{rows: PromiseRow[]}>(
			`select promise.*, (${paidSql}) as paid from payment_promises promise
			where promise.book_id = :book and promise.loan_id = :loan order by promise.number`,
			{...paying, book: book.id, loan, on},
		);
		return rows.map(toPromise);
	},
	async insertPromise(book, promise, at) {
		await trx('payment_promises').insert({
			book_id: book.id,
			loan_id: promise.loan,
			number: promise.number,
			promised_on: promise.promisedOn,
			pay_on: promise.payOn,
			amount: toText(promise.amount),
			promised_by: promise.promisedBy,
			note: promise.note ?? null,
			recorded_by: promise.recordedBy,
			recorded_at: at,
		});
	},
	...createVisitTable(trx),
	...createLetterTable(trx),
});

const createVisitTable = (trx: Knex): Pick<LatePayerStore, 'visits' | 'insertVisit'> => ({
	async visits(book, loan) {
		const rows: VisitRow[] = await trx('collection_visits')
			.where({book_id: book.id, loan_id: loan})
			.orderBy('number');
		return rows.map(toVisit);
	},
	async insertVisit(book, visit, at) {
		await trx('collection_visits').insert({
			book_id: book.id,
			loan_id: visit.loan,
			number: visit.number,
			visited_on: visit.visitedOn,
			visitor: visit.visitor,
			met: visit.met,
			found: visit.found,
			recorded_by: visit.recordedBy,
			recorded_at: at,
		});
	},
});

const createLetterTable = (
	trx: Knex,
): Pick<LatePayerStore, 'nextLetterNumber' | 'letters' | 'insertLetter'> => ({
	nextLetterNumber: async (book) => nextNumber(trx, 'demand-letter', book.id),
	async letters(book, loan) {
		const rows: LetterRow[] = await trx('demand_letters')
			.where({book_id: book.id, loan_id: loan})
			.orderBy(['issued_on', 'number']);
		return rows.map(toLetter);
	},
	async insertLetter(book, letter, at) {
		await trx('demand_letters').insert({
			book_id: book.id,
			number: letter.number,
			loan_id: letter.loan,
			level: letter.level,
			issued_on: letter.issuedOn,
			days_past_due: letter.daysPastDue,
			overdue: toText(letter.overdue),
			delivery: letter.delivery,
			recorded_by: letter.recordedBy,
			recorded_at: at,
		});
	},
});

type PromiseRow = {
	loan_id: string;
	number: number;
	promised_on: string;
	pay_on: string;
	amount: string;
	promised_by: string;
	note: string | null;
	recorded_by: string;
	paid: string;
};

type VisitRow = {
	loan_id: string;
	number: number;
	visited_on: string;
	visitor: string;
	met: NewVisit['met'];
	found: string;
	recorded_by: string;
};

type LetterRow = {
	number: number;
	loan_id: string;
	level: number;
	issued_on: string;
	days_past_due: number;
	overdue: string;
	delivery: string;
	recorded_by: string;
};

const toPromise = (row: PromiseRow): PaymentPromise => ({
	loan: row.loan_id as LoanId,
	number: row.number,
	promisedOn: row.promised_on as LocalDate,
	payOn: row.pay_on as LocalDate,
	amount: rupiah(row.amount),
	promisedBy: row.promised_by,
	...(row.note === null ? {} : {note: row.note}),
	recordedBy: row.recorded_by,
	paid: rupiah(row.paid),
});

const toVisit = (row: VisitRow): Visit => ({
	loan: row.loan_id as LoanId,
	number: row.number,
	visitedOn: row.visited_on as LocalDate,
	visitor: row.visitor,
	met: row.met,
	found: row.found,
	recordedBy: row.recorded_by,
});

const toLetter = (row: LetterRow): DemandLetter => ({
	loan: row.loan_id as LoanId,
	number: row.number,
	level: row.level,
	issuedOn: row.issued_on as LocalDate,
	daysPastDue: row.days_past_due,
	overdue: rupiah(row.overdue),
	delivery: row.delivery,
	recordedBy: row.recorded_by,
});

const toReminder = (row: ReminderRow): Reminder => ({
	loan: row.loan_id as LoanId,
	book: row.book as BookCode,
	number: row.number,
	...(row.officer === null ? {} : {officer: row.officer}),
	member: {
		id: row.member_id as MemberId,
		name: row.member_name,
		...(row.phone === null ? {} : {phone: row.phone}),
	},
	owed: rupiah(row.owed),
	daysPastDue: row.days_past_due,
	overdue: rupiah(row.overdue),
	...(row.next_due_on === null
		? {}
		: {nextDue: {on: row.next_due_on as LocalDate, amount: rupiah(row.next_due_amount!)}}),
	...(row.pay_on === null
		? {}
		: {
				promise: {
					payOn: row.pay_on as LocalDate,
					amount: rupiah(row.promised!),
					promisedBy: row.promised_by!,
					paid: rupiah(row.promise_paid!),
				},
			}),
	...(row.last_visit_on === null ? {} : {lastVisitOn: row.last_visit_on as LocalDate}),
	...(row.letter_level === null
		? {}
		: {
				lastLetter: {
					level: row.letter_level,
					issuedOn: row.letter_issued_on as LocalDate,
				},
			}),
});
