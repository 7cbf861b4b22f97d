import type {Knex} from 'knex';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {ConversionStore} from '../life-ports.ts';

type ConversionRow = {
	old_loan_id: string;
	new_loan_id: string;
	converted_on: string;
	principal: string;
	margin_left_off: string;
	margin_cancelled: string;
	days_past_due: number;
	overdue: string;
	settling_entry: number;
	granting_entry: number;
	reason: string;
	document: string;
	decided_by: string;
};

/** Which debts became loans under another akad, in PostgreSQL. */
export const createConversionTable = (trx: Knex): ConversionStore => ({
	async insertConversion(book, one, at) {
		await trx('loan_conversions').insert({
			book_id: book.id,
			old_loan_id: one.from,
			new_loan_id: one.to,
			converted_on: one.convertedOn,
			principal: toText(one.principal),
			margin_left_off: toText(one.marginLeftOff),
			margin_cancelled: toText(one.marginCancelled),
			days_past_due: one.arrears.daysPastDue,
			overdue: toText(one.arrears.overdue),
			settling_entry: one.settlingEntry,
			granting_entry: one.grantingEntry,
			reason: one.reason,
			document: one.document,
			decided_by: one.decidedBy,
			recorded_at: at,
		});
	},
	async findConversion(book, loan) {
		const row: ConversionRow | undefined = await trx('loan_conversions')
			.where({book_id: book.id})
			.whereRaw('cast(:loan as uuid) in (old_loan_id, new_loan_id)', {loan})
			.whereNotExists(
				trx('entries')
					.whereRaw('entries.book_id = loan_conversions.book_id')
					.whereRaw('entries.reverses = loan_conversions.settling_entry'),
			)
			.first();
		return row && toConversion(row);
	},
	async isMovedSince(book, {to, grantingEntry}) {
		const {rows} = await trx.raw<{rows: {moved: boolean}[]}>(
			'select lending_moved_since(:book, :loan, :entry) as moved',
			{book: book.id, loan: to, entry: grantingEntry},
		);
		return rows[0]!.moved;
	},
});

const toConversion = (row: ConversionRow) => ({
	from: row.old_loan_id as LoanId,
	to: row.new_loan_id as LoanId,
	convertedOn: row.converted_on as LocalDate,
	principal: rupiah(row.principal),
	marginLeftOff: rupiah(row.margin_left_off),
	marginCancelled: rupiah(row.margin_cancelled),
	arrears: {daysPastDue: row.days_past_due, overdue: rupiah(row.overdue)},
	settlingEntry: row.settling_entry,
	grantingEntry: row.granting_entry,
	reason: row.reason,
	document: row.document,
	decidedBy: row.decided_by,
});
