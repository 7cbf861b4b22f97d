import type {Knex} from 'knex';
import type {BookCode, MemberId, UserId} from '../../kernel/ids.ts';
import type {SelfOrKin} from '../../kernel/kinship.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {SeparationStore} from '../ports.ts';
import type {Separation, UserTie} from '../separation.ts';

/** Which duties are kept apart, and of whom users are kin. */
export const createSeparationStore = (trx: Knex): SeparationStore => ({
	async versions() {
		const rows: Row[] = await trx('duty_separations').orderBy([
			'first_duty',
			'second_duty',
			'version',
		]);
		return rows.map(toSeparation);
	},
	async insertSeparation(separation) {
		await trx('duty_separations').insert({
			first_duty: separation.first,
			second_duty: separation.second,
			version: separation.version,
			effective_from: separation.effectiveFrom,
			is_kept: separation.isKept,
			held_by: separation.heldBy ?? null,
			legal_basis: separation.legalBasis,
			status: separation.status,
			set_by: separation.setBy,
			recorded_at: separation.recordedAt,
		});
	},
	async ties(book) {
		const rows: TieRow[] = await ties(trx).where('books.code', book).orderBy('tie.recorded_at');
		return rows.map(toTie);
	},
	async findTie(id) {
		const rows: TieRow[] = await ties(trx).where('tie.id', id);
		return rows.map(toTie)[0];
	},
	async standingTie(userNames, member) {
		const rows: TieRow[] = await ties(trx)
			.where({'tie.member_id': member})
			.whereIn('users.name', [...userNames])
			.whereNull('tie.ended_at');
		return rows.map(toTie)[0];
	},
	async insertTie(tie) {
		await trx('user_ties').insert({
			book_id: trx.raw('(select id from books where code = ?)', [tie.book]),
			id: tie.id,
			user_id: tie.user,
			member_id: tie.member,
			relation: tie.relation,
			recorded_by: tie.recordedBy,
			recorded_at: tie.recordedAt,
		});
	},
	async endTie(id, by, at) {
		await trx('user_ties').where({id}).update({ended_by: by, ended_at: at});
	},
});

const ties = (trx: Knex) =>
	trx('user_ties as tie')
		.join('books', 'books.id', 'tie.book_id')
		.join('users', 'users.id', 'tie.user_id')
		.select('tie.*', 'books.code as book_code', 'users.name as user_name');

type Row = {
	first_duty: string;
	second_duty: string;
	version: number;
	effective_from: LocalDate;
	is_kept: boolean;
	held_by: string | null;
	legal_basis: string;
	status: Separation['status'];
	set_by: string;
	recorded_at: Date;
};

const toSeparation = (row: Row): Separation => ({
	first: row.first_duty,
	second: row.second_duty,
	version: row.version,
	effectiveFrom: row.effective_from,
	isKept: row.is_kept,
	...(row.held_by === null ? {} : {heldBy: row.held_by}),
	legalBasis: row.legal_basis,
	status: row.status,
	setBy: row.set_by,
	recordedAt: row.recorded_at,
});

type TieRow = {
	id: string;
	book_code: BookCode;
	user_id: UserId;
	user_name: string;
	member_id: MemberId;
	relation: SelfOrKin;
	recorded_by: string;
	recorded_at: Date;
	ended_at: Date | null;
};

const toTie = (row: TieRow): UserTie => ({
	id: row.id,
	book: row.book_code,
	user: row.user_id,
	userName: row.user_name,
	member: row.member_id,
	relation: row.relation,
	recordedBy: row.recorded_by,
	recordedAt: row.recorded_at,
	...(row.ended_at === null ? {} : {endedAt: row.ended_at}),
});
