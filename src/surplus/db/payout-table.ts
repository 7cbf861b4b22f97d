import type {Knex} from 'knex';
import {type RandomBytes, takeReceiptNumbers} from '../../db/receipt-number.ts';
import {toText} from '../../kernel/money.ts';
import type {SurplusStore} from '../ports.ts';
import {type PayoutRow, toPayout} from './rows.ts';

export const createPayoutTable = (
	trx: Knex,
	randomBytes: RandomBytes,
): Pick<SurplusStore, 'nextPayoutNumber' | 'insertPayout' | 'findPayout' | 'payouts'> => ({
	nextPayoutNumber: async (book) =>
		takeReceiptNumbers(trx, randomBytes, {book: book.id, series: 'SH', count: 1}),
	async insertPayout(book, payout) {
		await trx('surplus_payouts').insert({
			book_id: book.id,
			id: payout.id,
			distribution_id: payout.distribution,
			member_id: payout.member,
			number: payout.number,
			paid_on: payout.paidOn,
			way: payout.way,
			amount: toText(payout.amount),
			entry_number: payout.entryNumber,
			saving_id: payout.saving ?? null,
			recorded_by: payout.recordedBy,
		});
	},
	async findPayout(book, id) {
		const row: PayoutRow | undefined = await payoutRows(trx)
			.where({'payout.book_id': book.id, 'payout.id': id})
			.first();
		return row && toPayout(row);
	},
	async payouts(book, {distribution, member, after = 0, limit}) {
		const rows: PayoutRow[] = await payoutRows(trx)
			.where({
				'payout.book_id': book.id,
				...(distribution === undefined ? {} : {'payout.distribution_id': distribution}),
				...(member === undefined ? {} : {'payout.member_id': member}),
			})
			.where('payout.entry_number', '>', after)
			.orderBy('payout.entry_number')
			.limit(limit);
		return rows.map(toPayout);
	},
});

const payoutRows = (trx: Knex) =>
	trx('surplus_payouts as payout').select(
		'payout.*',
		trx.raw(`exists (select from entries reversal where reversal.book_id = payout.book_id
			and reversal.reverses = payout.entry_number) as is_reversed`),
	);
