import type {Knex} from 'knex';
import {nextNumber} from '../../db/next-number.ts';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {BookCode, CooperativeId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {Cooperative} from '../cooperative.ts';
import {refuse} from '../errors.ts';
import type {Member, Sex} from '../member.ts';
import type {CooperativeStore} from '../ports.ts';

export const createCooperativeStore = (trx: Knex): CooperativeStore => ({
	...createCooperativeTable(trx),
	...createMemberTable(trx),
});

const createCooperativeTable = (
	trx: Knex,
): Pick<
	CooperativeStore,
	'findCooperative' | 'findCooperativeByCode' | 'listCooperatives' | 'insertCooperative'
> => ({
	async findCooperative(id) {
		const row = await trx<CooperativeRow>('cooperatives').where({id}).first();
		return row && toCooperative(row);
	},
	async findCooperativeByCode(code) {
		const row = await trx<CooperativeRow>('cooperatives').where({code}).first();
		return row && toCooperative(row);
	},
	async listCooperatives({region, after, limit}) {
		const rows = await trx<CooperativeRow>('cooperatives')
			.where('code', '>', after)
			.modify((query) => {
				if (region === undefined) return;
				void query.whereRaw(`(kelurahan_code = ? or kelurahan_code like ? || '.%')`, [
					region,
					region,
				]);
			})
			.orderBy('code')
			.limit(limit);
		return rows.map(toCooperative);
	},
	async insertCooperative(book, cooperative) {
		await trx('cooperatives').insert({
			book_id: book.id,
			id: cooperative.id,
			code: cooperative.code,
			name: cooperative.name,
			form: cooperative.form,
			legal_number: cooperative.legalNumber,
			kelurahan_code: cooperative.kelurahanCode,
		});
	},
});

const createMemberTable = (
	trx: Knex,
): Pick<CooperativeStore, 'findMember' | 'listMembers' | 'nextMemberNumber' | 'insertMember'> => ({
	async findMember(id) {
		const row: MemberRow | undefined = await members(trx).where('members.id', id).first();
		return row && toMember(row);
	},
	async listMembers({book, after, limit}) {
		const rows: MemberRow[] = await members(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (after !== undefined) {
					void query.whereRaw('(books.code, members.number) > (?, ?)', [after.book, after.number]);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'members.number'}])
			.limit(limit);
		return rows.map(toMember);
	},
	nextMemberNumber: async (book) => nextNumber(trx, 'member', book.id),
	async insertMember(book, member) {
		await trx('members').insert({
			book_id: book.id,
			id: member.id,
			number: member.number,
			nik: member.nik,
			name: member.name,
			sex: member.sex,
			birth_date: member.birthDate,
			kelurahan_code: member.kelurahanCode,
			address: member.address,
			phone: member.phone ?? null,
			joined_on: member.joinedOn,
		});
	},
});

const members = (trx: Knex) =>
	trx('members')
		.join('books', 'books.id', 'members.book_id')
		.select('members.*', 'books.code as book');

type CooperativeRow = {
	id: string;
	code: string;
	name: string;
	form: Cooperative['form'];
	legal_number: string;
	kelurahan_code: string;
};

const toCooperative = (row: CooperativeRow): Cooperative => ({
	id: row.id as CooperativeId,
	code: row.code as BookCode,
	name: row.name,
	form: row.form,
	legalNumber: row.legal_number,
	kelurahanCode: row.kelurahan_code as KelurahanCode,
});

type MemberRow = {
	book: string;
	id: string;
	number: number;
	nik: string;
	name: string;
	sex: Sex;
	birth_date: string;
	kelurahan_code: string;
	address: string;
	phone: string | null;
	joined_on: string;
};

const toMember = (row: MemberRow): Member & {book: BookCode} => ({
	book: row.book as BookCode,
	id: row.id as MemberId,
	number: row.number,
	nik: row.nik,
	name: row.name,
	sex: row.sex,
	birthDate: row.birth_date as LocalDate,
	kelurahanCode: row.kelurahan_code as KelurahanCode,
	address: row.address,
	...(row.phone === null ? {} : {phone: row.phone}),
	joinedOn: row.joined_on as LocalDate,
});

export const cooperativeConstraints: ConstraintRefusals = {
	nik_registry_pkey: () => refuse('member/nik-duplicate', {}, 'nik'),
	cooperatives_code_key: () => refuse('cooperative/code-taken', {code: ''}, 'code'),
};
