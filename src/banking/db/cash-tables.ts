import type {Knex} from 'knex';
import {nextNumber} from '../../db/next-number.ts';
import {toText} from '../../kernel/money.ts';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {Book} from '../../ledger/index.ts';
import type {CashCountStore} from '../ports.ts';
import {type CountRow, toCount} from './rows.ts';

export const createCashTables = (trx: Knex): CashCountStore => ({
	async listCounts(book, {order = 'oldest-first', after, limit}) {
		const isNewestFirst = order === 'newest-first';
		const rows: CountRow[] = await counts(trx, book)
			.modify((query) => {
				if (after === undefined) return;
				void query.where('counted.number', isNewestFirst ? '<' : '>', after);
			})
			.orderBy('counted.number', isNewestFirst ? 'desc' : 'asc')
			.limit(limit);
		return rows.map(toCount(book.code));
	},
	async findCount(book, id) {
		const row: CountRow | undefined = await counts(trx, book).where('counted.id', id).first();
		return row && toCount(book.code)(row);
	},
	nextCountNumber: async (book) => nextNumber(trx, 'cash-count', book.id),
	async insertCount(book, count) {
		await trx('cash_counts').insert({
			book_id: book.id,
			id: count.id,
			number: count.number,
			account_code: cooperativeAccounts.cash,
			counted_on: count.countedOn,
			total: toText(count.total),
			ledger_amount: toText(count.ledgerAmount),
			known_to_entry: count.knownToEntry,
			counted_at: count.countedAt,
			counted_by: count.countedBy,
		});
		if (count.pieces.length === 0) return;
		await trx('cash_count_pieces').insert(
			count.pieces.map(({value, kind, pieces}) => ({
				book_id: book.id,
				count_id: count.id,
				value: toText(value),
				kind,
				pieces,
			})),
		);
	},
	async hasMovedSince(book, {account, entry, day}) {
		const line: object | undefined = await trx('lines')
			.where({book_id: book.id, account_code: account})
			.where('entry_number', '>', entry)
			.where('effective_on', '<=', day)
			.first('entry_number');
		return line !== undefined;
	},
	async insertWitness(book, count, witness) {
		await trx('cash_count_witnesses').insert({
			book_id: book.id,
			count_id: count,
			witnessed_at: witness.at,
			witnessed_by: witness.by,
			assertion_number: witness.assertion,
		});
	},
	async insertBooking(book, count, booking) {
		await trx('cash_count_bookings').insert({
			book_id: book.id,
			count_id: count,
			entry_number: booking.entry,
			difference: toText(booking.difference),
			booked_at: booking.at,
			booked_by: booking.by,
		});
	},
});

const counts = (trx: Knex, book: Book) =>
	trx('cash_counts as counted')
		.leftJoin('cash_count_witnesses as witness', (join) => {
			join.on('witness.book_id', 'counted.book_id').andOn('witness.count_id', 'counted.id');
		})
		.leftJoin('cash_count_bookings as booking', (join) => {
			join.on('booking.book_id', 'counted.book_id').andOn('booking.count_id', 'counted.id');
		})
		.where('counted.book_id', book.id)
		.select(
			'counted.*',
			'witness.witnessed_at',
			'witness.witnessed_by',
			'witness.assertion_number',
			'booking.booked_at',
			'booking.booked_by',
			'booking.entry_number',
			'booking.difference',
			trx.raw(`exists (select from assertion_withdrawals withdrawn
				where withdrawn.book_id = witness.book_id
					and withdrawn.assertion_number = witness.assertion_number) as is_withdrawn`),
			trx.raw(`(select jsonb_agg(jsonb_build_object(
					'value', piece.value::text, 'kind', piece.kind, 'pieces', piece.pieces)
					order by piece.value desc, piece.kind desc)
				from cash_count_pieces piece
				where piece.book_id = counted.book_id and piece.count_id = counted.id) as pieces`),
		);
