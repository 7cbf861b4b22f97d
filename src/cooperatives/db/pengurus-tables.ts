import type {Knex} from 'knex';
import type {BookCode, MemberId, PengurusId, TieId} from '../../kernel/ids.ts';
import type {Kinship} from '../../kernel/kinship.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {foldNik, sealedAbout} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {Office, Pengurus, Tie} from '../pengurus.ts';
import type {End, PengurusStore} from '../ports.ts';

/** Who runs the cooperatives, and how members are related to them. */
export const createPengurusTables = (trx: Knex, secrets: SecretBox): PengurusStore => ({
	...createRegistry(trx, secrets),
	...createTies(trx),
});

export const pengurusAbout = (id: string): string => sealedAbout('pengurus', 'nik', id);

type Registry = Pick<
	PengurusStore,
	'findPengurus' | 'listPengurus' | 'insertPengurus' | 'endPengurus'
>;

const createRegistry = (trx: Knex, secrets: SecretBox): Registry => ({
	async findPengurus(id) {
		const row: PengurusRow | undefined = await withBook(trx, 'pengurus')
			.where('pengurus.id', id)
			.first();
		return row && toPengurus(row, secrets);
	},
	async listPengurus(books) {
		const rows: PengurusRow[] = await withBook(trx, 'pengurus')
			.whereIn('books.code', [...books])
			.orderBy([
				{column: 'books.code'},
				{column: 'pengurus.since'},
				{column: 'pengurus.name'},
				{column: 'pengurus.id'},
			]);
		return rows.map((row) => toPengurus(row, secrets));
	},
	async insertPengurus(book, one, at) {
		await trx('pengurus').insert({
			book_id: book.id,
			id: one.id,
			name: one.name,
			nik_sealed: secrets.seal(one.nik, pengurusAbout(one.id)),
			nik_hash: secrets.digests(foldNik(one.nik), 'nik')[0],
			office: one.office,
			since: one.since,
			recorded_at: at,
			recorded_by: one.recordedBy,
		});
	},
	async endPengurus(book, id, end) {
		await trx('pengurus').where({book_id: book.id, id}).update(toEnd(end));
	},
});

const createTies = (trx: Knex): Omit<PengurusStore, keyof Registry> => ({
	async findTie(id) {
		const row: TieRow | undefined = await withBook(trx, 'pengurus_ties')
			.where('pengurus_ties.id', id)
			.first();
		return row && toTie(row);
	},
	async tiesOf(members) {
		const rows: TieRow[] = await withBook(trx, 'pengurus_ties')
			.whereIn('pengurus_ties.member_id', [...members])
			.orderBy([{column: 'pengurus_ties.recorded_at'}, {column: 'pengurus_ties.id'}]);
		return rows.map(toTie);
	},
	async insertTie(book, tie, at) {
		await trx('pengurus_ties').insert({
			book_id: book.id,
			id: tie.id,
			member_id: tie.member,
			pengurus_id: tie.pengurus,
			relation: tie.relation,
			recorded_at: at,
			recorded_by: tie.recordedBy,
		});
	},
	async endTie(book, id, end) {
		await trx('pengurus_ties').where({book_id: book.id, id}).update(toEnd(end));
	},
});

const withBook = (trx: Knex, table: string) =>
	trx(table)
		.join('books', 'books.id', `${table}.book_id`)
		.select(`${table}.*`, 'books.code as book');

const toEnd = ({until, at, by}: End) => ({until, ended_at: at, ended_by: by});

type PengurusRow = {
	book: string;
	id: string;
	name: string;
	nik_sealed: string;
	office: Office;
	since: string;
	until: string | null;
	recorded_by: string;
};

const toPengurus = (row: PengurusRow, secrets: SecretBox): Pengurus => ({
	id: row.id as PengurusId,
	book: row.book as BookCode,
	name: row.name,
	nik: secrets.open(row.nik_sealed, pengurusAbout(row.id)),
	office: row.office,
	since: row.since as LocalDate,
	...(row.until === null ? {} : {until: row.until as LocalDate}),
	recordedBy: row.recorded_by,
});

type TieRow = {
	book: string;
	id: string;
	member_id: string;
	pengurus_id: string;
	relation: Kinship;
	until: string | null;
	recorded_by: string;
};

const toTie = (row: TieRow): Tie => ({
	id: row.id as TieId,
	book: row.book as BookCode,
	member: row.member_id as MemberId,
	pengurus: row.pengurus_id as PengurusId,
	relation: row.relation,
	...(row.until === null ? {} : {until: row.until as LocalDate}),
	recordedBy: row.recorded_by,
});
