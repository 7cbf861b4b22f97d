import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {CheckCode} from '../../kernel/check-code.ts';
import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {ReceiptStore} from '../ports.ts';
import type {ReceiptEntry, ReceiptItem} from '../receipt.ts';

/** Receipts over one transaction of PostgreSQL. */
export const createReceiptStore = (trx: Knex): ReceiptStore => ({
	async findChecked(code) {
		const {rows} = await trx.raw<{rows: (CheckRow & MaybeEntry)[]}>(
			'select * from receipt_check(?)',
			[code],
		);
		const [first] = rows;
		if (!first) return undefined;
		return {
			book: first.book_code as BookCode,
			cooperative: first.cooperative,
			timeZone: first.time_zone,
			document: first.document,
			entries: rows.filter(hasEntry).map(toEntry),
		};
	},
	async withinBook(book, run) {
		const {rows} = await trx.raw<{rows: {books: string}[]}>(
			`select current_setting('bergulir.books', true) as books, set_config('bergulir.books', (
				bergulir_books() || array(select id from books where code = ?)
			)::text, true)`,
			[book],
		);
		// After a failure the transaction takes the setting back with the rest.
		const result = await run();
		await trx.raw(`select set_config('bergulir.books', ?, true)`, [rows[0]!.books]);
		return result;
	},
	async findReceipt(book, {series, number}) {
		const {rows} = await trx.raw<{rows: ({code: string} & MaybeEntry & ItemRow)[]}>(receiptSql, {
			book: book.id,
			series,
			number,
		});
		const [first] = rows;
		if (!first) return undefined;
		return {code: first.code as CheckCode, items: rows.filter(hasEntry).map(toItem)};
	},
});

// A loan's receipt names its member, whoever paid; another one whose money it is about.
const receiptSql = `
	select paper.code, entry.*, loan.number as loan_number, member.number as member_number,
		member.name as member_name, repayment.principal, repayment.margin
	from receipt_codes paper
	left join lateral receipt_entries(paper.book_id, paper.series || '-' || paper.number) entry
		on true
	left join loans loan on loan.book_id = paper.book_id and loan.id = entry.loan_id
	left join members member on member.book_id = paper.book_id
		and member.id = coalesce(loan.member_id, entry.member_id)
	left join repayments repayment on repayment.book_id = paper.book_id
		and repayment.receipt_number = paper.number and repayment.loan_id = entry.loan_id
		and repayment.entry_number = entry.number
	where paper.book_id = :book and paper.series = :series and paper.number = :number
	order by entry.number
`;

type CheckRow = {
	book_code: string;
	cooperative: string;
	time_zone: string;
	document: string;
};

type EntryRow = {
	number: number;
	effective_on: string;
	recorded_at: Date;
	hash: Buffer;
	amount: string;
	reversed_by: number | null;
	reversed_on: string | null;
	reversal_recorded_at: Date | null;
	is_posted_again: boolean;
};

/** A receipt to which the journal has nothing is one row without an entry. */
type MaybeEntry = EntryRow | {number: null};

type ItemRow = {
	kind: string;
	actor: string;
	loan_number: number | null;
	member_number: number | null;
	member_name: string | null;
	principal: string | null;
	margin: string | null;
};

const hasEntry = <Row extends MaybeEntry>(row: Row): row is Row & EntryRow => row.number !== null;

const toEntry = (row: EntryRow): ReceiptEntry => ({
	number: row.number,
	effectiveOn: row.effective_on as LocalDate,
	recordedAt: row.recorded_at,
	hash: row.hash.toString('hex'),
	amount: rupiah(row.amount),
	...(row.reversed_by === null
		? {}
		: {
				reversal: {
					entryNumber: row.reversed_by,
					effectiveOn: row.reversed_on as LocalDate,
					recordedAt: row.reversal_recorded_at!,
				},
			}),
	isPostedAgain: row.is_posted_again,
});

const toItem = (row: EntryRow & ItemRow): ReceiptItem => ({
	...toEntry(row),
	kind: row.kind,
	receivedBy: row.actor,
	...(row.loan_number === null ? {} : {loanNumber: row.loan_number}),
	...(row.member_number === null
		? {}
		: {member: {number: row.member_number, name: row.member_name!}}),
	...(row.principal === null
		? {}
		: {split: {principal: rupiah(row.principal), margin: rupiah(row.margin!)}}),
});

const laws = [
	'receipt_codes_every_number',
	'receipt_codes_code_key',
	'receipt_codes_code_check',
	'receipt_codes_shape_check',
];

/** The laws of receipts as PostgreSQL names them, should the code have let one through. */
export const receiptConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [
		law,
		(explanation: string) => refuse('receipts/law-broken', {law, explanation}),
	]),
);
