import type {Knex} from 'knex';
import {toRefusal} from '../../db/constraint-errors.ts';
import {nextNumber} from '../../db/next-number.ts';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import {refuse} from '../errors.ts';
import type {BookMember, BusinessSector, Member, Sex} from '../member.ts';
import type {MemberStore} from '../ports.ts';
import {createAttemptTable} from './attempt-table.ts';

/** Members, and the attempts to register one who was taken. */
export const createMemberTable = (trx: Knex): MemberStore => ({
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
		try {
			await trx('members').insert({
				book_id: book.id,
				id: member.id,
				number: member.number,
				nik: member.nik,
				name: member.name,
				sex: member.sex,
				birth_date: member.birthDate,
				joined_on: member.joinedOn,
				...particulars(member),
			});
		} catch (error) {
			// Only PostgreSQL knows the NIKs of all; who registers must hear of it here, to keep it.
			throw toRefusal(error, {
				nik_registry_pkey: () => refuse('member/nik-duplicate', {}, 'nik'),
			});
		}
	},
	async recordParticulars(book, member) {
		await trx('members').where({book_id: book.id, id: member.id}).update(particulars(member));
	},
	async recordLeaving(book, member, leaving) {
		await trx('members')
			.where({book_id: book.id, id: member})
			.update({left_on: leaving?.leftOn ?? null, left_reason: leaving?.leftReason ?? null});
	},
	async samePhone(book, member) {
		const rows: {id: string; number: number; name: string}[] = await trx('members as mine')
			.join('members as other', (join) =>
				join
					.on('other.book_id', 'mine.book_id')
					.on('other.phone_digits', 'mine.phone_digits')
					.on('other.id', '<>', 'mine.id'),
			)
			.where({'mine.book_id': book.id, 'mine.id': member})
			.orderBy('other.number')
			.select('other.id', 'other.number', 'other.name');
		const elsewhere = await trx.raw<{rows: [{is_elsewhere: boolean}]}>(
			'select cooperatives_phone_is_elsewhere(?, ?) as is_elsewhere',
			[book.id, member],
		);
		return {
			members: rows.map(({id, number, name}) => ({id: id as MemberId, number, name})),
			isElsewhere: elsewhere.rows[0].is_elsewhere,
		};
	},
	...createAttemptTable(trx),
});

const members = (trx: Knex) =>
	trx('members')
		.join('books', 'books.id', 'members.book_id')
		.select('members.*', 'books.code as book');

const particulars = (member: Member) => ({
	kelurahan_code: member.kelurahanCode,
	address: member.address,
	phone: member.phone ?? null,
	business: member.business?.description ?? null,
	business_sector: member.business?.sector ?? null,
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
	business: string | null;
	business_sector: BusinessSector | null;
	joined_on: string;
	left_on: string | null;
	left_reason: string | null;
};

const toMember = (row: MemberRow): BookMember => ({
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
	...(row.business === null || row.business_sector === null
		? {}
		: {business: {description: row.business, sector: row.business_sector}}),
	joinedOn: row.joined_on as LocalDate,
	...(row.left_on === null ? {} : {leftOn: row.left_on as LocalDate}),
	...(row.left_reason === null ? {} : {leftReason: row.left_reason}),
});
