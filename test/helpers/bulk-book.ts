import type {BookCode} from '../../src/kernel/ids.ts';
import type {World} from './world.ts';

/**
 * Fills an empty book with so many entries of 1,000.00 to 1.1.01 from 3.1.02, over the days of
 * 2025, past the ledger's door: for what only a long book shows.
 */
export async function fillBook(world: World, book: BookCode, entries: number): Promise<void> {
	await world.database.owner.transaction(async (trx) => {
		await trx.raw(`set local session_replication_role = 'replica'`);
		await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
		const {rows} = await trx.raw<{rows: {id: number}[]}>('select id from books where code = ?', [
			book,
		]);
		const {id} = rows[0]!;
		await trx.raw(
			`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason,
				document, previous_hash, hash, canonical)
			select :id, number, date '2025-01-01' + number % 365, timestamptz '2026-01-02' +
				number * interval '1 ms', 'uji', 'manual', 'Setoran simpanan wajib ke-' || number,
				'BKM-' || number, '', sha256(convert_to('', 'UTF8')), ''
			from generate_series(1, cast(:entries as integer)) number`,
			{id, entries},
		);
		await trx.raw(
			`insert into lines (book_id, entry_number, line_number, account_code, side, amount,
				effective_on, kind)
			select book_id, number, part.line, part.account, part.side, 1000, effective_on, kind
			from entries
			cross join (values (1, '1.1.01', 'debit'), (2, '3.1.02', 'credit'))
				part (line, account, side)
			where book_id = ?`,
			[id],
		);
		await trx.raw(
			`update book_tips set number = ?, recorded_at = (select max(recorded_at) from entries
				where book_id = ?) where book_id = ?`,
			[entries, id, id],
		);
		await trx.raw('select ledger_rebuild_totals(?)', [id]);
	});
	await world.database.owner.raw('analyze entries, lines');
}
