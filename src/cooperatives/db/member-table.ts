import type {Knex} from 'knex';
import {toRefusal} from '../../db/constraint-errors.ts';
import {nextNumber} from '../../db/next-number.ts';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import {refuse} from '../errors.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {BookMember, BusinessSector, Member, Sex} from '../member.ts';
import type {MemberStore} from '../ports.ts';
import {createAttemptTable} from './attempt-table.ts';
import {createPersonalDataTables} from './personal-data-tables.ts';
import {type MemberSeals, createMemberSeals} from './member-seals.ts';

/** Members, and the attempts to register one who was taken. */
export const createMemberTable = (trx: Knex, secrets: SecretBox): MemberStore => {
	const seals = createMemberSeals(secrets);
	const toMember = memberReader(seals);
	return {
		async findMember(id) {
			const row: MemberRow | undefined = await members(trx).where('members.id', id).first();
			return row && toMember(row);
		},
		async listMembers({book, number, nik, phone, name, after, limit}) {
			const rows: MemberRow[] = await members(trx)
				.modify((query) => {
					if (book !== undefined) void query.where('books.code', book);
					if (number !== undefined) void query.where('members.number', number);
					seals.find(query, {nik, phone});
					if (name !== undefined) {
						void query.whereRaw('strpos(lower(members.name), lower(?)) > 0', [name]);
					}
					if (after !== undefined) {
						void query.whereRaw('(books.code, members.number) > (?, ?)', [
							after.book,
							after.number,
						]);
					}
				})
				.orderBy([{column: 'books.code'}, {column: 'members.number'}])
				.limit(limit);
			return rows.map(toMember);
		},
		nextMemberNumber: async (book) => nextNumber(trx, 'member', book.id),
		async insertMember(book, member) {
			if (await seals.isTakenUnderOlderKey(trx, member.nik)) throw takenNik();
			try {
				await trx('members').insert({
					book_id: book.id,
					id: member.id,
					number: member.number,
					...seals.nik(member),
					name: member.name,
					sex: member.sex,
					birth_date: member.birthDate,
					joined_on: member.joinedOn,
					...seals.particulars(member),
					...particulars(member),
				});
			} catch (error) {
				// Only PostgreSQL knows the NIKs of all; who registers must hear of it here, to keep it.
				throw toRefusal(error, {
					nik_registry_pkey: takenNik,
				});
			}
		},
		async recordParticulars(book, member) {
			await trx('members')
				.where({book_id: book.id, id: member.id})
				.update({...seals.particulars(member), ...particulars(member)});
		},
		async recordLeaving(book, member, leaving) {
			await trx('members')
				.where({book_id: book.id, id: member})
				.update({left_on: leaving?.leftOn ?? null, left_reason: leaving?.leftReason ?? null});
		},
		...createPhoneQuestion(trx),
		...createAttemptTable(trx, secrets),
		...createPersonalDataTables(trx, secrets),
	};
};

/** Who has the same phone: by name in one's own cooperative, elsewhere only that somebody has. */
const createPhoneQuestion = (trx: Knex): Pick<MemberStore, 'samePhone'> => ({
	async samePhone(book, member) {
		const rows: {id: string; number: number; name: string}[] = await trx('members as mine')
			.join('members as other', (join) =>
				join
					.on('other.book_id', 'mine.book_id')
					.on('other.phone_hash', 'mine.phone_hash')
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
});

const members = (trx: Knex) =>
	trx('members')
		.join('books', 'books.id', 'members.book_id')
		.select('members.*', 'books.code as book');

const takenNik = () => refuse('member/nik-duplicate', {}, 'nik');

const particulars = (member: Member) => ({
	kelurahan_code: member.kelurahanCode,
	business: member.business?.description ?? null,
	business_sector: member.business?.sector ?? null,
});

type MemberRow = {
	book: string;
	id: string;
	number: number;
	nik_sealed: string;
	name: string;
	sex: Sex;
	birth_date: string;
	kelurahan_code: string;
	address_sealed: string;
	phone_sealed: string | null;
	business: string | null;
	business_sector: BusinessSector | null;
	joined_on: string;
	left_on: string | null;
	left_reason: string | null;
	erased_at: Date | null;
};

const memberReader =
	(seals: MemberSeals) =>
	(row: MemberRow): BookMember => ({
		book: row.book as BookCode,
		id: row.id as MemberId,
		number: row.number,
		name: row.name,
		sex: row.sex,
		birthDate: row.birth_date as LocalDate,
		kelurahanCode: row.kelurahan_code as KelurahanCode,
		...seals.open(row),
		...(row.business === null || row.business_sector === null
			? {}
			: {business: {description: row.business, sector: row.business_sector}}),
		joinedOn: row.joined_on as LocalDate,
		...(row.left_on === null ? {} : {leftOn: row.left_on as LocalDate}),
		...(row.left_reason === null ? {} : {leftReason: row.left_reason}),
		...(row.erased_at === null ? {} : {erasedAt: row.erased_at}),
	});
