import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {type RandomBytes, type ReceiptSeries, takeReceiptNumbers} from '../../db/receipt-number.ts';
import type {MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {SavingKind} from '../movement.ts';
import type {SavingsStore} from '../ports.ts';
import {createSavingReader} from './saving-reader.ts';
import {type ObligationRow, type SavingRow, toObligation, toSaving} from './rows.ts';

export const createSavingsStore = (trx: Knex, randomBytes: RandomBytes): SavingsStore => ({
	...createMovementTable(trx, randomBytes),
	...createObligationTable(trx),
	...createSavingReader(trx),
});

const slipSeries: Record<SavingKind, ReceiptSeries> = {deposit: 'SS', withdrawal: 'PS'};

const createMovementTable = (
	trx: Knex,
	randomBytes: RandomBytes,
): Pick<
	SavingsStore,
	'findSaving' | 'listSavings' | 'savingsOf' | 'nextSlipNumber' | 'insertSaving'
> => ({
	async findSaving(id) {
		const row: SavingRow | undefined = await savings(trx).where('saving.id', id).first();
		return row && toSaving(row);
	},
	async listSavings({book, member, after, limit}) {
		const rows: SavingRow[] = await savings(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (member !== undefined) void query.where('saving.member_id', member);
				if (after !== undefined) {
					const position = [after.book, after.entry];
					void query.whereRaw('(books.code, saving.entry_number) > (?, ?)', position);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'saving.entry_number'}])
			.limit(limit);
		return rows.map(toSaving);
	},
	async savingsOf(book, member) {
		const rows: SavingRow[] = await savings(trx)
			.where({'saving.book_id': book.id, 'saving.member_id': member})
			.orderBy('saving.entry_number');
		return rows.map(toSaving);
	},
	nextSlipNumber: async (book, kind) =>
		takeReceiptNumbers(trx, randomBytes, {book: book.id, series: slipSeries[kind], count: 1}),
	async insertSaving(book, saving) {
		await trx('saving_movements').insert({
			book_id: book.id,
			id: saving.id,
			member_id: saving.member,
			product: saving.product,
			kind: saving.kind,
			number: saving.number ?? null,
			effective_on: saving.effectiveOn,
			method: saving.method,
			amount: toText(saving.amount),
			entry_number: saving.entryNumber,
			reverses: saving.reverses ?? null,
			is_leaving: saving.isLeaving,
			recorded_by: saving.recordedBy,
		});
	},
});

const savings = (trx: Knex) =>
	trx('saving_movements as saving')
		.join('books', 'books.id', 'saving.book_id')
		.select(
			'saving.*',
			'books.code as book',
			trx.raw(`exists (select from saving_movements reversal
				where reversal.book_id = saving.book_id and reversal.reverses = saving.id) as is_reversed`),
		);

const createObligationTable = (
	trx: Knex,
): Pick<SavingsStore, 'obligations' | 'insertObligation' | 'paidObligations'> => ({
	async obligations(book) {
		const rows: ObligationRow[] = await trx('saving_obligations')
			.where({book_id: book.id})
			.orderBy('effective_from');
		return rows.map(toObligation);
	},
	async insertObligation(book, obligation, at) {
		await trx('saving_obligations').insert({
			book_id: book.id,
			effective_from: obligation.effectiveFrom,
			amount: toText(obligation.amount),
			legal_basis: obligation.legalBasis,
			recorded_at: at,
			recorded_by: obligation.recordedBy,
		});
	},
	async paidObligations(book, asOf) {
		const {rows} = await trx.raw<{rows: PaidRow[]}>(
			`select member.id, member.number, member.name, member.joined_on,
				coalesce(paid.amount, 0)::numeric(38, 2) as paid
			from members member
			left join (
				select member_id, sum(case side when 'credit' then amount else -amount end) as amount
				from lines
				where book_id = :book and account_code = savings_account_code('wajib')
					and effective_on <= :asOf and kind in ('saving-deposit', 'saving-withdrawal')
				group by member_id
			) paid on paid.member_id = member.id
			where member.book_id = :book and member.joined_on <= :asOf
				and (member.left_on is null or member.left_on > :asOf)
			order by member.number`,
			{book: book.id, asOf},
		);
		return rows.map((row) => ({
			id: row.id as MemberId,
			number: row.number,
			name: row.name,
			joinedOn: row.joined_on as LocalDate,
			paid: rupiah(row.paid),
		}));
	},
});

type PaidRow = {id: string; number: number; name: string; joined_on: string; paid: string};

const laws = [
	'saving_movements_member',
	'saving_movements_mirror',
	'saving_movements_as_booked',
	'saving_movements_day',
	'saving_movements_locked_check',
	'saving_movements_leaving',
	'saving_movements_reverses_key',
	'saving_obligations_forward',
	'savings_balances_floor_check',
	'members_left_paid',
];

/** The laws of savings as PostgreSQL names them, should the code have let one through. */
export const savingsConstraints: ConstraintRefusals = Object.fromEntries(
	laws.map((law) => [
		law,
		(explanation: string) => refuse('savings/law-broken', {law, explanation}),
	]),
);
