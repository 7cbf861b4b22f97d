import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * The recorded time of a book goes on from the end of a month that was sealed, past that of its
 * last entry. The head that a checkpoint signs is that entry's: with the book's time it was taken
 * for rewritten, and no checkpoint was taken until something was posted.
 */
export async function up(knex: Knex): Promise<void> {
	await changeFunction(knex, 'evidence_moved_heads', [
		{
			text: 'tip.hash, tip.recorded_at',
			// Where the entry is gone the laws of the log say so.
			by: 'tip.hash, coalesce(entry.recorded_at, tip.recorded_at) as recorded_at',
		},
		{
			text: 'join books book on book.id = tip.book_id',
			by: `join books book on book.id = tip.book_id
			left join entries entry on entry.book_id = tip.book_id and entry.number = tip.number`,
		},
	]);
}

export async function down(): Promise<void> {
	throw new Error('Migrations of this service go forward only.');
}
