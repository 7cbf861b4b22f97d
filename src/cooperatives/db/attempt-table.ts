import type {Knex} from 'knex';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import {foldNik} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {MemberStore} from '../ports.ts';
import {registeredDigest} from './member-seals.ts';

/** The NIKs that were refused: who tried, where and when. */
export const createAttemptTable = (
	trx: Knex,
	secrets: SecretBox,
): Pick<MemberStore, 'recordNikAttempt' | 'listNikAttempts'> => ({
	async recordNikAttempt(book, {id, nik, attemptedAt, attemptedBy}) {
		const digests = secrets.digests(foldNik(nik), 'nik');
		await trx('nik_attempts').insert({
			book_id: book.id,
			id,
			// As it is registered, so that both are made anew together when the keys change.
			digest: (await registeredDigest(trx, digests)) ?? digests[0],
			attempted_at: attemptedAt,
			attempted_by: attemptedBy,
		});
	},
	async listNikAttempts({book, after, limit}) {
		const rows: AttemptRow[] = await trx('nik_attempts as attempt')
			.join('books', 'books.id', 'attempt.book_id')
			// A member of the same cooperative is one's own to know; of another, nobody's.
			.leftJoin('members as member', (join) =>
				join.on('member.book_id', 'attempt.book_id').on('member.nik_hash', 'attempt.digest'),
			)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (after !== undefined) {
					void query.whereRaw('(attempt.attempted_at, attempt.id) < (?::timestamptz, ?::uuid)', [
						after.at,
						after.id,
					]);
				}
			})
			.orderBy([
				{column: 'attempt.attempted_at', order: 'desc'},
				{column: 'attempt.id', order: 'desc'},
			])
			.limit(limit)
			.select(
				'books.code as book',
				'attempt.id',
				'attempt.attempted_at',
				'attempt.attempted_by',
				'member.id as member_id',
				'member.number as member_number',
			);
		return rows.map((row) => ({
			id: row.id,
			book: row.book as BookCode,
			attemptedAt: row.attempted_at,
			attemptedBy: row.attempted_by,
			...(row.member_id === null
				? {}
				: {member: {id: row.member_id as MemberId, number: row.member_number!}}),
		}));
	},
});

type AttemptRow = {
	id: string;
	book: string;
	attempted_at: Date;
	attempted_by: string;
	member_id: string | null;
	member_number: number | null;
};
